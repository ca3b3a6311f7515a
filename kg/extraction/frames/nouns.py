"""What deal does a noun state, with its own modifiers and the verbs around it?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import islice

from spacy.tokens import Token

from kg.extraction.assertion import denied
from kg.extraction.clauses import Clause, attached, clause_of, noun_over, pooled, surface_subject
from kg.extraction.frames.drafts import Draft
from kg.extraction.frames.light_verbs import VERBAL, before_worth, light_verb, light_verbs, measured_by, valued
from kg.extraction.frames.shares import add_further
from kg.extraction.frames.slots import SIDES, fill_functions, fill_slot
from kg.extraction.goods.counts import ordinal_of
from kg.extraction.goods.goods import GENERIC, Goods, goods
from kg.extraction.parties import parties, state_of
from kg.extraction.status import held, is_tentative, standing, status_row
from kg.extraction.story import Story, rule_prefix
from kg.extraction.syntax import base, child, children, is_passive, preposition
from kg.lexicon import FrameNoun, FramePhrase

BEHIND = 6  # words in which the goods of a deal noun are looked for where the tree has lost them
# How much structure the rule stands on: an order of trust among rules, not a measured probability.
PHRASE_CONFIDENCE, NOUN_CONFIDENCE = 0.9, 0.8


def talks_draft(noun: Token, row: FrameNoun, story: Story) -> Draft | None:
    """The planned deal of "merger talks with MCI": what the talks are about names it, the talks' own words fill it."""
    talks = noun.head
    if denied(talks):
        return None
    draft = Draft(noun, row.kind, "planned", f"{rule_prefix(row)}.{row.lemma}.talks", NOUN_CONFIDENCE, talks, company_kind=row.company_kind)
    for slot, head in noun_functions(talks, {**row.roles, "with": "system", "for": "system"}, story):
        fill_slot(draft, slot, head, story)
    if base(talks.dep_) in ("obj", "obl") and talks.head.pos_ in VERBAL:
        draft.top = talks.head  # "has won a takeover battle with a bid of"
        subject = surface_subject(talks.head)
        if subject is not None and not draft.buyer:
            draft.fill("buyer", parties(subject, story))
    return draft


def noun_draft(noun: Token, row: FrameNoun, story: Story) -> Draft | None:
    """The draft of a deal noun with its own modifiers and, under a light verb, that verb's functions."""
    if denied(noun) or (base(noun.dep_) in ("compound", "amod") and not before_worth(noun, story)):
        return None
    classed = child(noun, "cop") is not None and not is_told_whole(noun, row)
    if classed or any(c.lemma_.lower() in story.words.class_nouns for c in children(noun, "nmod")):
        return None  # "it would be the fifth deal since October", "the second purchase of its kind" class a deal, they state none
    verb, phrase = light_verb(noun, story)
    if phrase is not None and verb is not None:
        status = row.status if is_paper(row) else phrase.status
        stand = standing(verb, "", status, story)  # "will sign" is still to come, "will buy" is decided
        if stand.status == "signed" and is_tentative(noun, story):
            stand = replace(stand, status="planned")  # "announced a possible sale"
        rule, confidence, top = f"{rule_prefix(row)}.{phrase.lemma}.{row.lemma}", PHRASE_CONFIDENCE, verb
    elif row.carrier and noun.tag_ in ("NNS", "NNPS"):
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
    roles = roles_under(phrase, clause, row)
    for slot, head in noun_functions(noun, roles, story):
        sold = slot == "buyer" and preposition(head) == "from" and (is_source(head, noun, phrase) or draft.buyer or is_set_off(head, noun))
        fill_slot(draft, "seller" if sold else slot, head, story)
    if phrase is not None and clause is not None:
        given = clause.object if clause.object is not None and clause.object.i != noun.i else None  # "awarded Saab a contract"
        fill_functions(draft, Clause(clause.verb, clause.subject, None, clause.indirect or given, clause.prepositions), phrase.roles, story)
        for function, head in clause.prepositions:  # "placed an order for jets": the parser hangs "for jets" on either word
            if function in roles and function not in phrase.roles and function not in ("possessive", "adjective", "compound"):
                sold = roles[function] == "buyer" and is_source(head, noun, phrase)
                fill_slot(draft, "seller" if sold else roles[function], head, story)
    for further, other in islice(light_verbs(noun, story), 1, None):  # "delayed aid slated for Kenya", "announced a contract won by"
        fill_functions(draft, replace(clause_of(further), object=None), other.roles, story)
    if clause is not None:
        add_further(draft, clause, roles, story)
    if row.kind == "Acquisition" and row.roles.get("with") == "system" and len(draft.goods) > 1 and not draft.buyer:
        draft.buyer, draft.goods = [g.system for g in draft.goods[:1] if g.system is not None], draft.goods[1:]  # "the merger of A and B"
    if phrase is None:
        fill_from_above(draft, noun, row, story)
    if not draft.goods:
        draft.goods = goods_behind(noun, row, story) or (purpose_goods(noun, verb, story) if row.carrier else [])
    if row.kind == "Delivery" and not draft.goods and noun.head.pos_ in VERBAL | {"ADJ"} and preposition(noun) != "with":
        draft.goods = subject_goods(noun.head, story)  # "the jets are due for delivery"
    return draft


def is_told_whole(noun: Token, row: FrameNoun) -> bool:
    """Whether a noun that classes a deal names its sides too: "the largest was its purchase of Kestrel", "seen to be a bid from Verano"."""
    told = {p for p, _ in pooled(noun)}
    owned = child(noun, "nmod:poss") is not None and row.roles.get("of") == "system" and "of" in told
    return owned or (row.kind == "Acquisition" and row.status == "planned" and bool(told & {"from", "by"}))


def is_paper(row: FrameNoun) -> bool:
    """Whether the noun is a paper between two sides that binds neither ("signed a memorandum"): its own status stands."""
    return row.status == "planned" and row.carrier and "party" in row.roles.values()


def is_source(head: Token, noun: Token, phrase: FramePhrase | None) -> bool:
    """Whether "from" tells where goods come from ("signed a contract for jets from Norway"), not who ordered ("won an order from")."""
    signs = phrase is not None and "party" in phrase.roles.values()
    between = head.head.i != noun.i or any(noun.i < n.i < head.i for p, n in attached(noun) if p in ("for", "of", "on"))
    return signs and preposition(head) == "from" and between


def is_set_off(head: Token, noun: Token) -> bool:
    """Whether "from" stands in what a comma adds on the goods ("a second order, for missiles from Verano, is")."""
    return head.head.i != noun.i and any(t.text == "," for t in noun.doc[noun.i + 1 : head.i])


def roles_under(phrase: FramePhrase | None, clause: Clause | None, row: FrameNoun) -> Mapping[str, str]:
    """The noun's roles; where the subject of its verb buys, "from" tells who sells ("Peru cancelled an order for jets from Qatar")."""
    buys = phrase is not None and clause is not None and clause.subject is not None and phrase.roles.get("subject") == "buyer"
    return {**row.roles, "from": "seller"} if buys and row.roles.get("from") == "buyer" else row.roles


def goods_behind(noun: Token, row: FrameNoun, story: Story) -> list[Goods]:
    """The named system right behind a deal noun ("an order for 13 Ground Master 403 radars"), whatever the parser made of it."""
    doc = story.doc
    if noun.i + 1 >= len(doc) or row.roles.get(doc[noun.i + 1].lower_) != "system":
        return []
    for t in doc[noun.i + 2 : noun.i + 2 + BEHIND]:
        m = story.mention(t)
        if m is not None and m.kind == "System":
            return goods(t, story)
        if t.pos_ in ("VERB", "AUX", "ADP", "PUNCT") or m is not None:
            return []
    return []


def purpose_goods(noun: Token, verb: Token | None, story: Story) -> list[Goods]:
    """The named system whose making is a contract's purpose: "a contract to speed up production of", "supporting the assembly of"."""
    clauses = children(noun, "acl") + (children(verb, "advcl", "xcomp") if verb is not None else [])
    for clause in clauses:
        purpose = clause.tag_ in ("VB", "VBG") and clause.i > noun.i and clause.lemma_.lower() not in story.words.deal_verbs
        obj = clause_of(clause).object if purpose and clause.dep_ != "acl:relcl" else None
        made = obj is not None and obj.lemma_.lower() in story.words.verb_classes["making"]
        found = goods(obj, story) if made and obj is not None else []
        if found and all(g.system is not None and g.system.kind == "System" and g.system.chain < GENERIC for g in found):
            return found
    return []


def fill_from_above(draft: Draft, noun: Token, row: FrameNoun, story: Story) -> None:
    """Fill the side that acts from the verb over a deal noun: "the Storting backed the purchase", "Poland won approval for the purchase".

    The verb is reached through nouns of status only; one of approval gives a state, for companies approve nothing of others.
    """
    side = row.roles.get("possessive", "buyer")
    verb = acting_verb(noun, story)
    if verb is None or side not in ("buyer", "seller"):
        return
    clause = clause_of(verb)
    for function, head in clause.prepositions:
        slot = row.roles.get(function)
        if slot is None and function == "with" and clause.object is not None:
            slot = "seller" if side == "buyer" else "buyer"  # "signed a letter of intent with Verano for the purchase"
        if slot in SIDES and not getattr(draft, SIDES[slot]):
            fill_slot(draft, slot, head, story)
    subject = clause.subject
    if subject is not None and not getattr(draft, side) and side not in draft.unknown:
        found = parties(subject, story)
        acts = [p for p in found if draft.status != "approved" or (p.kind == "Country" and not draft.acquisition)]
        draft.fill(side, acts)  # a state that clears the sale of a company sells nothing


def acting_verb(noun: Token, story: Story) -> Token | None:
    """The verb of plan, approval or cancellation over a deal noun, reached through nouns of that kind ("signed a letter of intent for")."""
    over = noun_over(noun)
    through = over is not None and over.i != noun.head.i and status_row(over, story) is not None
    token = over if through and over is not None else noun
    while base(token.dep_) in ("nmod", "obl", "obj", "nsubj") and token.head.i != token.i:
        head = token.head
        if head.pos_ in VERBAL:
            fits = status_row(head, story) is not None or held(head, story) is not None or through
            return head if fits and (base(token.dep_) != "nsubj" or is_passive(head)) else None
        if status_row(head, story) is None and not (head.lemma_.lower() in story.words.deal_nouns and through):
            return None
        token, through = head, True
    return None


def noun_functions(noun: Token, roles: Mapping[str, str], story: Story) -> Iterator[tuple[str, Token]]:
    """(slot, noun head) of a deal noun's own modifiers, in the order of the row."""
    for function, slot in roles.items():
        if function == "possessive":
            heads = children(noun, "nmod:poss") + [o for c in children(noun, "compound", "amod") for o in children(c, "nmod:poss")]
        elif function == "adjective":
            heads = [c for c in children(noun, "amod", "compound") if is_party(c, story)]
        elif function == "compound":
            heads = [c for c in children(noun, "compound") if not is_party(c, story)]
        else:
            heads = [n for p, n in pooled(noun) if p == function]
        yield from ((slot, h) for h in heads)


def is_party(token: Token, story: Story) -> bool:
    """Whether a modifier names a state or a part of one ("the Turkish purchase", "a U.S. Navy contract")."""
    m = story.mention(token)
    return m is not None and (m.kind == "Country" or (m.kind == "Organization" and state_of(m, token, story) is not None))


def subject_goods(verb: Token, story: Story) -> list[Goods]:
    """The goods that a verb's subject names."""
    subject = surface_subject(verb)
    return goods(subject, story) if subject is not None else []
