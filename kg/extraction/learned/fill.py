"""What stands in the slots that the rules left open in a deal? Only what the network is nearly sure of."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from kg.extraction.learned.asked import THINGS, Span, at_mention
from kg.extraction.learned.deals import CONFIDENCE
from kg.extraction.learned.quotes import Quote
from kg.extraction.learned.thing import Thing
from kg.extraction.story import Story
from kg.model import Argument, Claim, Mention

# How sure the network must be of a filler. Other slots, and those of deliveries, stay open: too much of what it said of them was wrong.
SURE_OF = {"buyer": 0.9, "hasValue": 0.8}


def open_claims(claims: Sequence[Claim], spans: tuple[Span, ...], story: Story) -> dict[int, int]:
    """The deals on one thing with a slot that may be filled: number of the claim -> number of the span of the thing."""
    found: dict[int, int] = {}
    for n, claim in enumerate(claims):
        systems = [s for s in claim.values("system") if isinstance(s, Mention)]
        if claim.kind in story.words.deal_kinds and len(systems) == 1 and any(not claim.values(slot) for slot in SURE_OF):
            thing = at_mention(systems[0], spans, story)
            if thing is not None and spans[thing][2] in THINGS:
                found[n] = thing
    return found


def filled(claims: Sequence[Claim], numbers: Mapping[int, int], things: Mapping[int, Thing]) -> Iterator[Claim]:
    """The claims, with what the network is sure of in their open slots. numbers: as open_claims; things: what is answered of each."""
    for n, claim in enumerate(claims):
        thing = things.get(numbers[n]) if n in numbers else None
        for slot, sure in SURE_OF.items():
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
    here = story.doc.char_span(claim.evidence.start, claim.evidence.end, alignment_mode="expand")
    if here is None:
        return claim
    quote = Quote(thing, here)
    if slot == "hasValue":
        quote.add_value(slot, "value", "money", sure)
    else:
        taken = {m.chain for s in ("seller", "system") for m in claim.values(s) if isinstance(m, Mention)}
        quote.add_party(slot, next((m for m in thing.sides(slot, sure) if m.chain not in taken), None))
    if slot not in quote.told:
        return claim
    said = story.evidence(quote.sentences, claim.evidence.rule, min(claim.evidence.confidence, CONFIDENCE))
    return replace(claim, arguments=(*claim.arguments, Argument(slot, quote.told[slot])), evidence=said)
