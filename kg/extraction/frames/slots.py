"""How do noun phrases fill the slots of a draft: parties on a side, goods as the system?"""

from __future__ import annotations

from collections.abc import Mapping

from spacy.tokens import Token

from kg.extraction.attachments import attached, pooled
from kg.extraction.clauses import Clause
from kg.extraction.forces import is_force
from kg.extraction.frames.drafts import Draft
from kg.extraction.frames.fillers import fillers
from kg.extraction.goods.cargo import cargo
from kg.extraction.goods.counts import quantity_of
from kg.extraction.goods.goods import Goods, goods
from kg.extraction.goods.parts import works_of
from kg.extraction.goods.shorthand import is_portion
from kg.extraction.goods.unnamed import GENERIC
from kg.extraction.officials import state_acted_for
from kg.extraction.parliaments import state_of_committee
from kg.extraction.parties import parties, party_of, town
from kg.extraction.references import described, is_definite, renamed
from kg.extraction.speakers import is_title, principal
from kg.extraction.story import Story
from kg.extraction.syntax import base, child, children, conjuncts, preposition
from kg.model import Mention

COUNT = "quantity"
# Properties of a delivery that take the same parties as a deal's.
TOWNS_BUY = frozenset({"Purchase", "Contract", "Lease"})
SIDES = {"to": "buyer", "from": "seller", "buyer": "buyer", "seller": "seller", "maker": "maker", "party": "party"}


def fill_functions(draft: Draft, clause: Clause, roles: Mapping[str, str], story: Story) -> None:
    """Fill the draft's slots from the functions of a clause."""
    functions: list[tuple[str, Token | None]] = [("subject", clause.subject), ("object", clause.object), ("iobj", clause.indirect)]
    functions += clause.prepositions
    for function, head in functions:
        if head is None or function not in roles:
            continue
        fill_slot(draft, roles[function], head, story)


def fill_slot(draft: Draft, slot: str, head: Token, story: Story) -> None:
    """Fill one slot from a noun phrase: parties for a side, goods for the system."""
    if slot in story.words.slots:
        fill_other(draft, slot, head, story)
    elif slot in SIDES:
        if is_value(head, story):  # "put back to 2028", "raised to $5 million"
            return
        if not getattr(draft, SIDES[slot]) or slot == "party" or head.head.dep_ == "conj":  # each of several goods has its own seller
            firms = signed_for(head, story) if slot == "party" and not preposition(head) else []
            state = state_of_committee(head, story) if SIDES[slot] in ("buyer", "party") else None
            found = ([state] if state is not None else parties(head, story)) or officials(head, SIDES[slot], draft, story) or firms
            comes = draft.moves or (draft.kind == "Delivery" and not found)
            at_firm = (firm := story.mention(head.head)) is not None and firm.kind == "Organization"  # "from KNDS Deutschland in Munich"
            if comes and slot == "to" and not at_firm and (land := landing(head, story)) is not None:
                draft.landing = land  # "arrived in Berlin" tells where, and only perhaps to whom
                return
            buys = SIDES[slot] in ("buyer", "party") and draft.kind in TOWNS_BUY
            local = town(head, story) if buys and (not found or head.lower_ in story.words.town_nouns) else None
            if local is not None and slot == "party":
                draft.fill("buyer", [local])  # a town that signs a contract is no maker
                return
            found = [local] if local is not None else found
            if slot == "to" and is_force(head, story) and all(p.kind == "Organization" for p in found):
                draft.force = head
                return
            draft.fill(SIDES[slot], found)
            site = draft.moves and slot == "to" and (head.pos_ == "PROPN" or preposition(head) in ("in", "at"))  # "landed at Baldonnel"
            person = (taker := story.mention(head)) is not None and taker.kind == "Person"  # "the minister accepted" for a state
            site = site or (draft.kind == "Delivery" and slot == "to" and person)
            if not site and draft.kind == "Delivery" and slot == "to" and taker is not None and taker.kind == "Place":
                site = draft.placed = True  # "delivered to Miho": the buyer may be told, or nobody
            if not found and not site and base(head.dep_) not in ("amod", "compound"):
                draft.unknown[SIDES[slot]] = head
    elif slot == "system" and not draft.goods:
        head = (cargo(head, story) or head) if draft.moves else head
        offered = goods(head, story) or company_meant(head, draft, story)
        offered = offered or [Goods(None) for _ in (head,) if draft.kind == "Delivery" and is_portion(head)]
        draft.goods = [g for g in offered if not g.is_company or draft.company_kind or draft.kind == "Acquisition"]
        draft.goods = draft.goods or works_meant(head, draft, story)
        if draft.kind == "Delivery" and len(draft.goods) > 1 and draft.goods[0].system is not None:
            draft.goods = [g for g in draft.goods if g.system is not None or not g.picked]  # "its first jets in 2026 and the last in 2029"
        if draft.kind == "Delivery" and not draft.buyer:
            draft.fill("buyer", meant_for(head, story, draft.goods if draft.moves else []))
            draft.meant = bool(draft.buyer)
        if not draft.seller:
            draft.fill("seller", [g.owner for g in draft.goods if g.owner is not None])


def officials(head: Token, side: str, draft: Draft, story: Story) -> list[Mention]:
    """The states for which ministers or heads of state take a side ("Poland's defence minister signed").

    [] in deals between companies, and for what they only want ("the premier wants two jets").
    """
    if draft.kind == "Acquisition" or (side == "buyer" and draft.kind == "Purchase" and draft.status == "planned"):
        return []
    signs = draft.anchor.pos_ == "NOUN"
    found = [m for n in conjuncts(head) if (m := state_acted_for(n, story, signs=signs)) is not None]
    return list({m.chain: m for m in reversed(found)}.values())[::-1]


def signed_for(head: Token, story: Story) -> list[Mention]:
    """For whom somebody signs or speaks by a post: "Verano chief executive Ann Lee announced the purchase", "whose chairman signed"."""
    posts = [t for t in (head, *children(head, "nmod:desc", "appos", "compound", "flat")) if is_title(t, story)]
    left = any(c.lower_ in story.words.verb_classes["once"] for t in posts for c in children(t, "amod"))
    found = [p for t in posts if (p := principal(t, story)) is not None]
    return [] if left else [p for p in found if p.kind == "Organization"][:1]


def company_meant(noun: Token, draft: Draft, story: Story) -> list[Goods]:
    """The company that a takeover is of where words stand for it: "the sale of the company to Verano", "Kestrel's board rejected"."""
    lemma = noun.lemma_.lower()
    if not (draft.company_kind or draft.kind == "Acquisition"):
        return []
    inside = base(noun.dep_) == "nmod" and lemma in story.words.company_nouns  # as an object it is asked for more strictly, later
    if (inside or lemma in story.words.firm_nouns) and is_definite(noun):
        found = described(noun, story)
    elif lemma in story.words.board_nouns:
        owner = child(noun, "nmod:poss") or next((n for p, n in attached(noun) if p in ("in", "of")), None) or child(noun, "compound")
        found = party_of(owner, story) if owner is not None else None
    else:
        return []
    return [Goods(found, is_company=True)] if found is not None and found.kind == "Organization" else []


def works_meant(noun: Token, draft: Draft, story: Story) -> list[Goods]:
    """What a contract is for where it is no goods ("a contract to build a school"); nobody is said to sell schools otherwise."""
    paper = draft.anchor.lemma_.lower() in story.words.verb_classes["works"] and draft.anchor.tag_ == "NN"
    under = draft.kind == "Contract" or (draft.kind == "Purchase" and (not draft.status or paper))
    found = works_of(noun, story) if under else None
    if found is None:
        return []
    draft.kind = "Contract"
    return [Goods(found, quantity_of(noun, story) if noun.tag_ == "NNS" else None)]


def landing(noun: Token, story: Story) -> Mention | None:
    """The state in which a named place lies that goods came to ("arrived in Suva", "docked at Mombasa"), None for a state itself."""
    parts = [noun, *children(noun, "nmod", "compound", "appos", "flat")]  # "at the port of Szczecin"
    named = [m for t in parts if (m := story.mention(t)) is not None]
    place = named[0] if named else None
    if place is None or place.kind != "Place":
        return None
    if story.lexicon.country_by_capital(place.text):
        return renamed(place, story, "Country")
    known = story.lexicon.place(place.text)
    for m in story.mentions:
        country = story.lexicon.country(m.text) if m.kind == "Country" else None
        if known is not None and country is not None and country.code == known.country:
            return story.make(place.start, place.end, "Country", m.chain, named=False)
    return None


def meant_for(noun: Token, story: Story, moved: list[Goods]) -> list[Mention]:
    """Whom the words of goods name as their receiver: "tanks for Poland arrived", "Slovakia's first F-16 landed".

    moved: goods that only came somewhere; without a name they may be in service ("Spain's first train to Lyon arrived").
    """
    found = [p for f, n in pooled(noun) if f == "for" for p in parties(n, story)]
    owner, of = child(noun, "nmod:poss"), any(f == "of" for f, _ in attached(noun))
    unnamed = any(g.system is None or g.system.chain >= GENERIC for g in moved)
    if (
        found
        or owner is None
        or owner.pos_ == "PRON"
        or of
        or unnamed
        or not any(c.lower_ in story.words.row_words for c in children(noun, "amod"))
    ):
        return found
    return [p for p in parties(owner, story) if p.kind == "Country"]  # "Airbus's first jet" is one that it made


def is_value(token: Token, story: Story) -> bool:
    """Whether a word stands in a date or in an amount of money."""
    return any(span.start <= token.i < span.end for kind in ("dates", "money") for span in story.doc.spans.get(kind, ()))


def fill_other(draft: Draft, slot: str, head: Token, story: Story) -> None:
    """Fill a slot of a fact that is no deal by the range of its property; a count of goods fills the count of such a fact."""
    ranges = story.words.slots[slot]
    if values := fillers(head, ranges, story):
        draft.others.setdefault(slot, values)
    counts = [g.quantity for g in goods(head, story) if g.quantity is not None] if "System" in ranges else []
    if counts and COUNT in story.words.slots:
        draft.others.setdefault(COUNT, [counts[0]])
