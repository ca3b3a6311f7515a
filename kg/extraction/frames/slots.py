"""How do noun phrases fill the slots of a draft: parties on a side, goods as the system?"""

from __future__ import annotations

from collections.abc import Mapping

from spacy.tokens import Token

from kg.extraction.clauses import Clause, attached
from kg.extraction.forces import is_force
from kg.extraction.frames.drafts import Draft
from kg.extraction.frames.fillers import fillers
from kg.extraction.goods.goods import goods
from kg.extraction.parties import parties, town
from kg.extraction.story import Story
from kg.extraction.syntax import base

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
        if is_date(head, story):  # "put back to 2028"
            return
        if not getattr(draft, SIDES[slot]) or slot == "party" or head.head.dep_ == "conj":  # each of several goods has its own seller
            found = parties(head, story)
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
            if not found and base(head.dep_) not in ("amod", "compound"):
                draft.unknown.add(SIDES[slot])
    elif slot == "system" and not draft.goods:
        offered = goods(head, story)
        if draft.kind == "Delivery" and not draft.buyer:
            draft.fill("buyer", [p for f, n in attached(head) if f == "for" for p in parties(n, story)])  # "tanks for Poland arrived"
        draft.goods = [g for g in offered if not g.is_company or draft.company_kind or draft.kind == "Acquisition"]
        if not draft.seller:
            draft.fill("seller", [g.owner for g in draft.goods if g.owner is not None])


def is_date(token: Token, story: Story) -> bool:
    """Whether a word stands in a date."""
    return any(span.start <= token.i < span.end for span in story.doc.spans.get("dates", ()))


def fill_other(draft: Draft, slot: str, head: Token, story: Story) -> None:
    """Fill a slot of a fact that is no deal by the range of its property; a count of goods fills the count of such a fact."""
    ranges = story.words.slots[slot]
    if values := fillers(head, ranges, story):
        draft.others.setdefault(slot, values)
    counts = [g.quantity for g in goods(head, story) if g.quantity is not None] if "System" in ranges else []
    if counts and COUNT in story.words.slots:
        draft.others.setdefault(COUNT, [counts[0]])
