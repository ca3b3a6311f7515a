"""What deal or delivery does a verb state?"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from spacy.tokens import Token

from kg.extraction.attachments import agent
from kg.extraction.clauses import Clause, clause_of, reduced_relative
from kg.extraction.doers import noun_before, whole_of
from kg.extraction.frames.bare_participles import described_goods
from kg.extraction.frames.conditions import holds, is_only_told_to
from kg.extraction.frames.drafts import Draft
from kg.extraction.frames.light_verbs import has_particle
from kg.extraction.frames.no_goods import brings_other, counts_other, is_delivery, is_leave, is_work, names_other
from kg.extraction.frames.outings import is_no_delivery
from kg.extraction.frames.over import fill_approver
from kg.extraction.frames.partners import fill_partners
from kg.extraction.frames.relative_counts import number_of_which, number_out_of
from kg.extraction.frames.shares import add_further, merging
from kg.extraction.frames.slots import SIDES, fill_functions
from kg.extraction.goods.goods import Goods, goods
from kg.extraction.parties import parties
from kg.extraction.status import standing
from kg.extraction.story import Story, rule_prefix
from kg.extraction.syntax import auxiliaries, base, child, children, first_conjunct, is_passive, preposition
from kg.lexicon import FrameVerb
from kg.model import Mention

# How much structure the rule stands on: an order of trust among rules, not a measured probability.
VERB_CONFIDENCE = 0.9
MAY = frozenset({"can", "could", "may", "might", "ca"})
ANYBODY = frozenset({"any", "whichever"})


def verb_row(verb: Token, rows: Iterable[FrameVerb], story: Story) -> FrameVerb | None:
    """The first row whose particle the verb has and whose conditions hold; rows with a particle come first."""
    if is_idiom(verb, story):
        rows = [r for r in rows if r.particle]
    return next((r for r in rows if (not r.particle or has_particle(verb, r.particle)) and holds(verb, r, story)), None)


def is_idiom(verb: Token, story: Story) -> bool:
    """Whether a verb means something else by the particle behind it ("gave up", "gave way")."""
    behind = verb.nbor().lower_ if verb.i + 1 < len(verb.doc) else ""
    return f"{verb.lemma_.lower()} {behind}" in story.words.verb_classes["idiom"]


def verb_draft(verb: Token, row: FrameVerb, story: Story) -> Draft | None:
    """The draft of a deal or delivery verb, None when nothing is asserted (denied, conditional)."""
    clause = clause_of(verb)
    if row.particle and clause.object is None:  # "handed over two aircraft", read as if "over" were a preposition
        clause = replace(clause, object=next((n for p, n in clause.prepositions if p == row.particle), None))
    told = described_goods(verb, row, story)
    if told is not None:
        user = clause.subject if base(verb.dep_) == "xcomp" and row.roles.get("subject") == "buyer" else None
        clause = replace(clause, subject=agent(verb) or user, object=told)  # "Kenya flies two jets leased from Verano"
    moves = row.kind == "Delivery" and not row.status
    if moves and verb.dep_ == "acl" and verb.tag_ == "VB" and preposition(verb.head) == "with":
        clause = replace(clause, subject=verb.head)  # "with the remaining ones to arrive by 2027"
    if moves and clause.subject is not None and is_delivery(clause.subject, story):
        return None  # "The shipment arrived": the noun tells it
    if moves and "object" not in row.roles and child(verb, "obj") is not None:
        return None  # "the machines fly mountain rescue" moves nothing
    if moves and (is_ability(verb, story) or brings_other(clause.subject, story)):
        return None
    if moves and "object" not in row.roles and clause.subject is None:
        clause = replace(clause, subject=clause.object, object=None)  # "A ship docked", where the verb was read as a passive
    if clause.subject is not None and any(c.lower_ in ANYBODY for c in children(clause.subject, "det")):
        return None  # "any country that buys the S-400 risks sanctions"
    if clause.object is not None and row.roles.get("object") == "system" and is_leave(clause.object, story):
        return None
    if row.kind == "Delivery" and (is_work(clause, row, story) or counts_other(verb, story) or is_no_delivery(clause, row, story)):
        return None
    if row.kind == "Donation" and row.status == "planned" and clause.object is None and child(verb, "xcomp") is not None:
        return None  # "pledged to buy six jets" gives nothing
    if row.kind == "Donation" and is_only_told_to(verb, story):
        return None
    stand = standing(verb, row.kind, row.status or ("completed" if moves else "signed"), story)
    if not stand.status:
        return None
    if not row.status and not moves:
        stand = replace(stand, status="")
    voice = "passive" if is_passive(verb) or reduced_relative(verb) is not None or told is not None else "active"
    draft = Draft(
        verb,
        row.kind,
        stand.status,
        f"{rule_prefix(row)}.{row.lemma}.{voice}",
        VERB_CONFIDENCE,
        verb,
        company_kind=row.company_kind,
        hedge=stand.hedge,
        moves=moves,
        buys=row.roles.get("subject") == "buyer" or (row.roles.get("subject") == "party" and row.status == "planned"),
        needs=row.needs,
        paid_for=row.needs == "value",
    )
    if is_promised(verb, story) and row.roles.get("subject") == "seller":
        clause = replace(clause, subject=None)  # "signed a contract with Kongsberg to build": either of the two may be the builder
    lands = row.needs == "date" or "at" in row.roles or "to" in (row.roles.get("object"), row.roles.get("subject"))
    draft.came = moves and (lands or any(row.roles.get(p) == "to" for p, _ in clause.prepositions))
    roles = roles_in(clause, row, story)
    fill_functions(draft, merging(clause, roles, story), roles, story)
    fill_partners(draft, verb, roles, story)
    if roles.get("subject") == "seller":
        fill_approver(draft, verb, story)
    if base(verb.dep_) == "acl":
        draft.goods = before(draft.goods, verb)
        keep_own_subject(draft, clause, roles)
        count = number_of_which(verb, story)
        draft.goods = [replace(g, quantity=count, partial=True) for g in draft.goods[-1:]] if count is not None else draft.goods
    whole = number_out_of(verb, story) if row.kind != "Delivery" and len(draft.goods) == 1 else None
    draft.goods = [replace(g, quantity=whole) for g in draft.goods] if whole is not None else draft.goods
    if draft.acquisition and roles.get("with") == "system":  # "Orion and Verano will merge": the second is what is merged with
        draft.buyer = [b for b in draft.buyer if all(b.chain != s.chain for s in draft.systems)]
    add_further(draft, clause, roles, story)
    if not row.status and not draft.buyer and row.kind != "Delivery":
        draft.fill("buyer", owners(clause, roles, story))
    if row.kind == "Delivery":
        if any(c.lower_ == "back" for c in verb.children):
            return None  # "sent them back"
        draft.goods = fronted(draft.goods, clause, story)
        if not draft.goods and names_other(clause, row):
            draft.unknown["system"] = verb
    if row.needs in ("date", "goods") and (not draft.goods or child(verb, "xcomp") is not None):
        return None  # "expects to receive", "wants to buy" only govern the delivery and the deal
    if row.needs == "goods" and clause.object is not None and clause.object.pos_ == "PRON":
        return None  # "when we hoped to get it"
    if (
        row.needs == "goods"
        and row.status == "planned"
        and row.kind != "Delivery"
        and not row.particle
        and (verb.tag_ == "VBD" or is_passive(verb))
    ):
        return None  # what a state wanted once, or what is wanted, is no plan of anybody
    if base(verb.dep_) == "acl" and row.kind != "Delivery" and is_part(first_conjunct(whole_of(verb)), story):
        draft.goods = [replace(g, quantity=None) for g in draft.goods]
    return draft


def before(found: list[Goods], verb: Token) -> list[Goods]:
    """The goods that a clause describes, not what is told behind it: "two C-27Js, ordered in 2016, and six L-15Z trainers"."""
    told = [g for g in found if g.start < verb.idx]
    return told or found


def keep_own_subject(draft: Draft, clause: Clause, roles: Mapping[str, str]) -> None:
    """Leave only those as the subject of a clause who stand before it: "Verano, offering the A400M, and Kestrel, with the C-390"."""
    side = SIDES.get(roles.get("subject", ""))
    if side is not None and clause.subject is not None and clause.subject.i == clause.verb.head.i < clause.verb.i:
        told = [m for m in getattr(draft, side) if m.start < clause.verb.idx]
        setattr(draft, side, told or getattr(draft, side))


def owners(clause: Clause, roles: Mapping[str, str], story: Story) -> list[Mention]:
    """Who has what a contract is to be worked on: "a deal to run Britain's army recruitment", "to equip Doha's metro with signals"."""
    worked = clause.object if roles.get("subject") == "seller" else None
    owner = child(worked, "nmod:poss") if worked is not None else None
    return parties(owner, story) if owner is not None and owner.pos_ != "PRON" else []


def roles_in(clause: Clause, row: FrameVerb, story: Story) -> Mapping[str, str]:
    """The verb's roles; who is supplied "with" goods is their buyer ("Boeing will supply Japan Airlines with 50 planes")."""
    both = row.roles.get("subject") == "seller" and row.roles.get("object") == row.roles.get("with") == "system"
    if both and any(p == "with" and any(g.system for g in goods(noun, story)) for p, noun in clause.prepositions):
        return {**row.roles, "object": "buyer"}
    if (
        "iobj" in row.roles
        and "object" not in row.roles
        and clause.indirect is None
        and clause.object is not None
        and parties(clause.object, story)
    ):
        return {**row.roles, "object": row.roles["iobj"]}  # "will pay Thales for 5,000 missiles"
    if row.roles.get("object") in SIDES and "iobj" not in row.roles and clause.object is None and clause.indirect is not None:
        return {**row.roles, "iobj": row.roles["object"]}  # "has asked Brazil for six jets"
    return row.roles


def fronted(found: list[Goods], clause: Clause, story: Story) -> list[Goods]:
    """Bare numbers with the goods that an "of" in front of the clause names: "Of the 60 buses, 45 have been delivered"."""
    if len(found) > 1 or any(g.system is not None for g in found):
        return found
    before = [n for p, n in clause.prepositions if p == "of" and n.i < clause.verb.i]
    whole = goods(before[0], story) if before else []
    if not found and before:
        apart = [replace(g, partial=True) for c in children(before[0], "appos") if c.tag_ == "CD" for g in goods(c, story)]
        found = apart or found
    if not found:
        return found
    return [replace(found[0], system=whole[0].system, origin=whole[0].origin)] if whole else found


def is_part(noun: Token, story: Story) -> bool:
    """Whether the noun counts only a part of what was bought ("the first ten tanks that Poland bought have arrived")."""
    return any(story.words.ordinals.get(c.lower_) == "" for c in noun.children if c.i < noun.i)


def is_promised(verb: Token, story: Story) -> bool:
    """Whether the verb only spells out a deal noun and has no subject of its own."""
    noun = noun_before(verb) or (child(verb.head, "obj") if base(verb.dep_) in ("advcl", "xcomp") else verb.head)
    row = story.words.deal_nouns.get(noun.lemma_.lower()) if noun is not None else None
    return row is not None and row.carrier and child(verb, "nsubj") is None


def is_ability(verb: Token, story: Story) -> bool:
    """Whether a verb only tells what a thing can do: "can fly to Nairobi", "is able to land on grass"."""
    able = base(verb.dep_) in ("xcomp", "ccomp", "acl", "advcl", "csubj") and verb.head.lemma_.lower() in story.words.verb_classes["enable"]
    return able or bool(auxiliaries(verb) & MAY)
