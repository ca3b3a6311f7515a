"""What stands in the slots that the rules left open in a deal? Only what the network is nearly sure of."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from kg.extraction.learned.asked import THINGS, Span, at_mention
from kg.extraction.learned.deals import quoted
from kg.extraction.learned.thing import Thing
from kg.extraction.story import Story
from kg.model import Argument, Claim, Mention, Value

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
            told = claim.values(slot) or is_told_of_same(claims, claim, slot)
            value = None if thing is None or told else filler(claim, slot, sure, thing)
            if value is not None:
                claim = replace(claim, arguments=(*claim.arguments, Argument(slot, value)))
        yield claim


def is_told_of_same(claims: Sequence[Claim], claim: Claim, slot: str) -> bool:
    """Whether another claim of this kind on the same thing fills the slot."""
    chains = {s.chain for s in claim.values("system") if isinstance(s, Mention)}
    same = [c for c in claims if c.kind == claim.kind and c.values(slot)]
    return any(chains & {s.chain for s in c.values("system") if isinstance(s, Mention)} for c in same)


def filler(claim: Claim, slot: str, sure: float, thing: Thing) -> Value | None:
    """What the network puts into a slot of a deal, None where it is not sure."""
    if slot == "hasValue":
        return thing.value("value", "money", sure)
    taken = {m.chain for s in ("seller", "system") for m in claim.values(s) if isinstance(m, Mention)}
    return next((m for m in thing.sides(slot, sure) if m.chain not in taken and quoted(thing.span, m, thing.story)), None)
