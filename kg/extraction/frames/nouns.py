"""What deal does a noun state, with its own modifiers and the verbs around it?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import islice

from spacy.tokens import Token

from kg.extraction.assertion import denied
from kg.extraction.attachments import attached, pooled
from kg.extraction.clauses import Clause, clause_of
from kg.extraction.forces import is_state
from kg.extraction.frames.at_noun import is_exporter, is_made_by, is_party, is_set_off, is_source
from kg.extraction.frames.contents import covered_goods, goods_behind, named_in_sentence, named_subject, purpose_goods, subject_goods
from kg.extraction.frames.drafts import Draft
from kg.extraction.frames.light_verbs import VERBAL, before_worth, light_verb, light_verbs, measured_by, valued
from kg.extraction.frames.over import fill_from_above, fill_from_award, fill_held
from kg.extraction.frames.partners import fill_partners
from kg.extraction.frames.shares import add_further, pair_up
from kg.extraction.frames.slots import fill_functions, fill_slot
from kg.extraction.frames.talks import fill_talkers, is_talks
from kg.extraction.goods.counts import ordinal_of
from kg.extraction.parties import parties
from kg.extraction.status import is_tentative, standing, status_row
from kg.extraction.story import Story, rule_prefix
from kg.extraction.syntax import base, child, children, conjuncts, preposition
from kg.lexicon import FrameNoun, FramePhrase
from kg.model import Mention

# How much structure the rule stands on: an order of trust among rules, not a measured probability.
PHRASE_CONFIDENCE, NOUN_CONFIDENCE = 0.9, 0.8


def noun_draft(noun: Token, row: FrameNoun, story: Story) -> Draft | None:
    """The draft of a deal noun with its own modifiers and, under a light verb, that verb's functions."""
    if denied(noun) or (base(noun.dep_) in ("compound", "amod") and not before_worth(noun, story)):
        return None
    if any(c.lower_ == "any" for c in children(noun, "det")):
        return None  # "any transfer would need the leave of"
    if noun.lemma_.lower() in story.words.verb_classes["letter"] and all(p not in ("of", "for") for p, _ in attached(noun)):
        return None  # "confirmed the letter"
    talks = is_talks(noun, story)
    classed = child(noun, "cop") is not None and not is_told_whole(noun, row) and not talks and described_by(noun, row.roles) is None
    if classed or any(c.lemma_.lower() in story.words.class_nouns for c in children(noun, "nmod")):
        return None  # "it would be the fifth deal since October", "the second purchase of its kind" class a deal, they state none
    verb, phrase = light_verb(noun, story)
    if phrase is not None and verb is not None:
        status = row.status if is_paper(row) and not is_accepted(noun) else phrase.status
        stand = standing(verb, "", status, story)  # "will sign" is still to come, "will buy" is decided
        if stand.status == "signed" and is_tentative(noun, story):
            stand = replace(stand, status="planned")  # "announced a possible sale"
        rule, confidence, top = f"{rule_prefix(row)}.{phrase.lemma}.{row.lemma}", PHRASE_CONFIDENCE, verb
    elif (
        row.carrier and noun.tag_ in ("NNS", "NNPS") and not talks and not names_buyers(noun, row, story) and not covered_goods(noun, story)
    ):
        return None  # "the total value of deals for the system" is a sum, no deal
    elif not row.status:
        return None  # an option that nobody takes up
    else:
        stand = standing(noun, row.kind, row.status, story)
        rule, confidence, top = f"{rule_prefix(row)}.{row.lemma}.nominal", NOUN_CONFIDENCE, valued(noun, story) or noun
    if not stand.status:
        return None
    draft = Draft(
        noun,
        row.kind,
        stand.status,
        rule,
        confidence,
        top,
        company_kind=row.company_kind,
        hedge=stand.hedge,
        ordinal=ordinal_of(noun, story, first=row.carrier),
        carrier=row.carrier,
    )
    worth = valued(noun, story)
    amount = measured_by(noun)
    draft.inner += [amount] if amount is not None else []
    decided = status_row(noun.head, story) if base(noun.dep_) in ("nsubj", "obj") and noun.head.i != top.i else None
    if decided is not None and decided.status == draft.status in ("approved", "cancelled"):
        draft.inner.append(noun.head)  # "the contract was cancelled last year"
    draft.inner += [worth] if worth is not None and worth.i != top.i else []  # "the deal, signed on Monday, is worth"
    clause = clause_of(verb) if verb is not None else None
    if clause is not None:
        clause = replace(clause, prepositions=tuple((p, n) for p, n in clause.prepositions if not pays(n.head, noun, story)))
    roles = roles_under(phrase, clause, row)
    own = any(c.pos_ == "PRON" for c in children(noun, "nmod:poss")) and roles.get("possessive") == "buyer"
    if phrase is not None and phrase.roles.get("subject") == "seller" and own:
        roles = {f: slot for f, slot in roles.items() if f != "possessive"}  # "Boeing won its first order", which is not one that it placed
    behind = [p for p, n in attached(noun) if p != "by" or parties(n, story)]
    companies = bool(draft.company_kind) or draft.kind == "Acquisition"
    if companies and roles.get("possessive") == roles.get("by") == "buyer" and "by" in behind and "of" not in behind:
        roles = {**roles, "possessive": "system"}  # "Starwood's takeover by Marriott"
    for slot, head in noun_functions(noun, roles, story):
        source = is_source(head, noun, phrase) or draft.buyer or is_set_off(head, noun)
        source = source or (draft.kind == "Purchase" and bool(draft.goods) and phrase is None and is_made_by(head, noun, story))
        sold = slot == "buyer" and ((preposition(head) == "from" and source) or is_exporter(head, noun))
        fill_slot(draft, "seller" if sold else slot, head, story)
    if phrase is not None and clause is not None:
        given = clause.object if clause.object is not None and clause.object.i != noun.i else None  # "awarded Saab a contract"
        fill_functions(draft, Clause(clause.verb, clause.subject, None, clause.indirect or given, clause.prepositions), phrase.roles, story)
        for function, head in clause.prepositions:  # "placed an order for jets": the parser hangs "for jets" on either word
            if function in roles and function not in phrase.roles and function not in ("possessive", "adjective", "compound"):
                sold = roles[function] == "buyer" and is_source(head, noun, phrase)
                fill_slot(draft, "seller" if sold else roles[function], head, story)
        fill_partners(draft, clause.verb, phrase.roles, story)
        mulls = phrase.roles.get("subject") == "system" and clause.verb.lemma_.lower() in story.words.verb_classes["mull"]
        if mulls and not draft.buyer and clause.subject is not None:  # "is considering a bid for Starwood"
            targets = {s.chain for s in draft.systems}
            draft.fill("buyer", [p for p in parties(clause.subject, story) if targets and p.chain not in targets])
    for further, other in islice(light_verbs(noun, story), 1, None):  # "delayed aid slated for Kenya", "announced a contract won by"
        told = replace(clause_of(further), object=None)
        fill_functions(draft, told, other.roles, story)
        for function, head in told.prepositions if further.dep_ == "acl:relcl" else ():  # "the order it had placed for two jets"
            if roles.get(function) == "system" and not draft.goods and function not in other.roles:
                fill_slot(draft, "system", head, story)
    if (
        phrase is not None
        and clause is not None
        and row.kind != "Delivery"
        and not draft.goods
        and not draft.seller
        and phrase.roles.get("subject") == "seller"
    ):
        draft.goods = named_subject(clause, story)
    if clause is not None:
        add_further(draft, clause, roles, story)
    if draft.goods and not draft.buyer and row.kind == "Purchase":
        draft.fill("buyer", meant_for_state(draft, noun, story))
    if row.kind == "Acquisition" and row.roles.get("with") == "system":
        pair_up(draft, noun, story)
    if not draft.goods and draft.carrier and noun.tag_ == "NNS" and draft.buyer and draft.kind == "Purchase":
        draft.goods = named_in_sentence(noun, story)
    if talks:
        fill_talkers(draft, noun, story)
    elif phrase is None:
        fill_from_award(draft, noun, story)
        fill_from_above(draft, noun, row, story)
    if not draft.goods:
        fill_held(draft, noun, story)
    if not draft.goods:
        draft.goods = goods_behind(noun, row, story)
    if not draft.goods and row.carrier:
        draft.goods = purpose_goods(noun, verb, story)
    if not draft.goods and row.kind != "Delivery":
        draft.goods = covered_goods(noun, story)
    if row.kind == "Delivery" and not draft.goods and noun.head.pos_ in VERBAL | {"ADJ"} and preposition(noun) != "with":
        draft.goods = subject_goods(noun.head, story)  # "the jets are due for delivery"
    return draft


def meant_for_state(draft: Draft, noun: Token, story: Story) -> list[Mention]:
    """The state that a firm's deal is for: "signed a contract for 18 landing craft for the Australian Army"; [] where states deal."""
    if any(is_state(p, story) for p in draft.party) or any(is_state(p, story) for p in draft.seller):
        return []
    behind = [n for p, n in pooled(noun) if p == "for" and any(g.system is not None and g.start < n.idx for g in draft.goods)]
    return [p for n in behind for p in parties(n, story) if is_state(p, story)][:1]


def is_told_whole(noun: Token, row: FrameNoun) -> bool:
    """Whether a noun that classes a deal names its sides too: "the largest was its purchase of Kestrel", "seen to be a bid from Verano"."""
    told = {p for p, _ in pooled(noun)}
    of_goods = row.roles.get("of") == "system" and "of" in told
    owned = of_goods and child(noun, "nmod:poss") is not None
    counted = of_goods and "to" in told and any(children(n, "nummod") for p, n in attached(noun) if p == "of")  # "a sale of four radars to"
    return owned or counted or (row.kind == "Acquisition" and row.status == "planned" and bool(told & {"from", "by"}))


def names_buyers(noun: Token, row: FrameNoun, story: Story) -> bool:
    """Whether a plural says whose deals it tells of ("orders from Kenya and Chad", "Norwegian and Danish orders"), not only "deals"."""
    roles = {f: slot for f, slot in row.roles.items() if f in ("from", "by", "adjective") and slot == "buyer"}
    return any(parties(head, story) for _, head in noun_functions(noun, roles, story))


def is_paper(row: FrameNoun) -> bool:
    """Whether the noun is a paper between two sides that binds neither ("signed a memorandum"): its own status stands."""
    return row.status == "planned" and row.carrier and "party" in row.roles.values()


def is_accepted(noun: Token) -> bool:
    """Whether a letter takes up an offer, which makes a sale to a state ("signed a letter of offer and acceptance for 12 jets")."""
    return any(c.lemma_.lower() == "acceptance" for p, n in attached(noun) if p == "of" for c in conjuncts(n))


def roles_under(phrase: FramePhrase | None, clause: Clause | None, row: FrameNoun) -> Mapping[str, str]:
    """The noun's roles; where the subject of its verb buys, "from" tells who sells ("Peru cancelled an order for jets from Qatar")."""
    buys = phrase is not None and clause is not None and clause.subject is not None and phrase.roles.get("subject") == "buyer"
    return {**row.roles, "from": "seller"} if buys and row.roles.get("from") == "buyer" else row.roles


def noun_functions(noun: Token, roles: Mapping[str, str], story: Story) -> Iterator[tuple[str, Token]]:
    """(slot, noun head) of a deal noun's own modifiers, in the order of the row."""
    for function, slot in roles.items():
        if function == "possessive":
            theirs = roles.get("with") == "system"  # "called off their merger": who merges is the subject
            owners = [c for c in children(noun, "nmod:poss") if not (theirs and c.lower_ == "their")]
            heads = owners + [o for c in children(noun, "compound", "amod") for o in children(c, "nmod:poss")]
        elif function == "adjective":
            heads = [c for c in children(noun, "amod", "compound") if is_party(c, story)]
        elif function == "described":
            heads = [h for h in (described_by(noun, roles),) if h is not None]
        elif function == "compound":
            heads = [c for c in children(noun, "compound") if not is_party(c, story)]
        else:
            below = attached(noun) if slot == "system" and is_talks(noun, story) else pooled(noun)  # not "talks over pay for jets"
            heads = [n for p, n in below if p == function and not pays(n.head, noun, story)]
        yield from ((slot, h) for h in heads)


def pays(over: Token, noun: Token, story: Story) -> bool:
    """Whether what stands behind a noun below a deal tells who pays or helps, no side ("a bid with financing from Verano Bank")."""
    return over.i != noun.i and over.lemma_.lower() in story.words.verb_classes["backing"]


def described_by(noun: Token, roles: Mapping[str, str]) -> Token | None:
    """What a noun is told to be: "The ship, a gift from China,", "The ship was a gift from China"; None where it has an "of"."""
    if "described" not in roles or any(p == "of" for p, _ in attached(noun)):
        return None
    if noun.dep_ == "appos" and noun.head.i < noun.i:
        return noun.head
    return child(noun, "nsubj") if child(noun, "cop") is not None and any(p == "from" for p, _ in attached(noun)) else None
