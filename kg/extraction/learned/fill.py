"""What stands in the slots that the rules left open in a deal? Only what the network is nearly sure of."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from spacy.tokens import Span as DocSpan

from kg.extraction.learned.beside import is_anothers
from kg.extraction.learned.quotes import STATED, Quote
from kg.extraction.learned.thing import Thing
from kg.extraction.story import Story
from kg.model import Argument, Claim, Mention

# How sure the network must be of a filler. Makers and slots of deliveries stay open: too much that it said of them was wrong. Sellers are
# filled in where nearly nothing speaks against them, of named systems, and not with one that the words give to other systems.
# A deal is no surer with such a slot: so many are right of those on passages kept back (`python -m kg.training measure`, as in its card).
CONFIDENCE = 0.82
SURE_OF = {"buyer": 0.75, "seller": 0.95, "hasValue": 0.9, "hasDate": 0.8, "quantity": 0.8}


def sure_of(claim: Claim) -> Mapping[str, float]:
    """How sure the network must be of a filler of each slot of a deal; a takeover it may well date by its end, long after the deal."""
    return {s: sure for s, sure in SURE_OF.items() if s != "hasDate" or claim.kind != "Acquisition"}


def filled(claims: Sequence[Claim], numbers: Mapping[int, int], things: Mapping[int, Thing]) -> Iterator[Claim]:
    """The claims, with what the network is sure of in the open slots of deals on one thing. numbers: of the thing of each claim."""
    for n, claim in enumerate(claims):
        one = claim.kind != "Delivery" and len(claim.values("system")) == 1
        thing = things.get(numbers[n]) if one and n in numbers else None
        for slot, sure in sure_of(claim).items():
            if thing is not None and not claim.values(slot) and not is_told_of_same(claims, claim, slot):
                claim = with_filler(claim, slot, sure, thing)
        yield claim


def is_told_of_same(claims: Sequence[Claim], claim: Claim, slot: str) -> bool:
    """Whether another claim of this kind on the same thing fills the slot."""
    chains = {s.chain for s in claim.values("system") if isinstance(s, Mention)}
    same = [c for c in claims if c.kind == claim.kind and c.values(slot)]
    return any(chains & {s.chain for s in c.values("system") if isinstance(s, Mention)} for c in same)


def with_filler(claim: Claim, slot: str, sure: float, thing: Thing) -> Claim:
    """The deal with what the network puts into a slot, as it is where the network is not sure.

    The evidence goes on to the words that fill the slot, and is no surer than the network's own.
    """
    story = thing.story
    here = words_of(claim, story)
    if here is None:
        return claim
    quote = Quote(thing, here)
    if slot in STATED:
        quote.add_stated(slot, sure)
    else:
        taken = taken_in(claim)
        quote.add_party(slot, next((m for m in thing.sides(slot, sure) if m.chain not in taken and may_fill(slot, m, claim, thing)), None))
    if slot not in quote.told:
        return claim
    said = story.evidence(quote.sentences, claim.evidence.rule, min(claim.evidence.confidence, CONFIDENCE))
    more = (Argument(slot, value) for value in (quote.told[slot], *quote.converted(slot)))
    return replace(claim, arguments=(*claim.arguments, *more), evidence=said)


def may_fill(slot: str, party: Mention, claim: Claim, thing: Thing) -> bool:
    """Whether a party may be filled in: as a seller only of a named system that is bought, not only wanted, and not one of another's."""
    named = thing.asked.spans[thing.number][2] == "System" and claim.kind != "Acquisition"
    bought = "planned" not in claim.values("status")
    return slot != "seller" or (named and bought and not is_anothers(party, thing.mention, thing.story))


def words_of(claim: Claim, story: Story) -> DocSpan | None:
    """The words of a claim's evidence."""
    return story.doc.char_span(claim.evidence.start, claim.evidence.end, alignment_mode="expand")


def taken_in(claim: Claim) -> set[int]:
    """Chains of the sides and the system, which stand on no other side."""
    return {m.chain for s in ("buyer", "seller", "system") for m in claim.values(s) if isinstance(m, Mention)}
