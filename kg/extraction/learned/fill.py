"""What stands in the slots that the rules left open in a deal or delivery? Only what the network is nearly sure of."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from kg.extraction.learned.asked import THINGS, Span, at_mention
from kg.extraction.learned.deals import quoted
from kg.extraction.learned.thing import Thing
from kg.extraction.story import Story
from kg.model import Argument, Claim, Mention, Value

# How sure the network must be of a filler, by slot; a slot that is not here stays open.
SURE_OF_DEAL_SLOT = {"buyer": 0.9, "hasValue": 0.8}
SURE_OF_DELIVERY_SLOT = {"from": 0.8, "quantity": 0.8, "start": 0.8, "end": 0.8}
OF_DEAL = {"hasValue": ("value", "money"), "hasDate": ("date", "dates"), "quantity": ("quantity", "quantities")}
OF_DELIVERY = {"quantity": ("dquantity", "quantities"), "start": ("start", "dates"), "end": ("end", "dates")}
OTHER_SIDE = {"buyer": "seller", "seller": "buyer", "to": "from", "from": "to"}


def open_claims(claims: Sequence[Claim], spans: tuple[Span, ...], story: Story) -> dict[int, int]:
    """The claims on one thing with a slot that may be filled: number of the claim -> number of the span of the thing."""
    found: dict[int, int] = {}
    for n, claim in enumerate(claims):
        systems = [s for s in claim.values("system") if isinstance(s, Mention)]
        if len(systems) == 1 and any(not claim.values(slot) for slot in sure_of(claim, story)):
            thing = at_mention(systems[0], spans, story)
            if thing is not None and spans[thing][2] in THINGS:
                found[n] = thing
    return found


def sure_of(claim: Claim, story: Story) -> Mapping[str, float]:
    """The slots that may be filled in a claim, and how sure the network must be."""
    if claim.kind == "Delivery":
        return SURE_OF_DELIVERY_SLOT
    return SURE_OF_DEAL_SLOT if claim.kind in story.words.deal_kinds else {}


def filled(claims: Sequence[Claim], numbers: Mapping[int, int], things: Mapping[int, Thing], story: Story) -> Iterator[Claim]:
    """The claims, with what the network is sure of in their open slots. numbers: as open_claims; things: what is answered of each."""
    for n, claim in enumerate(claims):
        thing = things.get(numbers[n]) if n in numbers else None
        if thing is not None:
            for slot, sure in sure_of(claim, story).items():
                if not claim.values(slot) and not is_told_of_same(claims, claim, slot):
                    claim = with_slot(claim, slot, sure, thing)
        yield claim


def is_told_of_same(claims: Sequence[Claim], claim: Claim, slot: str) -> bool:
    """Whether another claim of this kind on the same thing fills the slot."""
    chains = {s.chain for s in claim.values("system") if isinstance(s, Mention)}
    same = [c for c in claims if c.kind == claim.kind and c.values(slot)]
    return any(chains & {s.chain for s in c.values("system") if isinstance(s, Mention)} for c in same)


def with_slot(claim: Claim, slot: str, sure: float, thing: Thing) -> Claim:
    """The claim with a slot filled, or as it is."""
    values = OF_DELIVERY if claim.kind == "Delivery" else OF_DEAL
    value: Value | None
    if slot in values:
        value = thing.value(*values[slot], sure)
    else:
        taken = {m.chain for s in (OTHER_SIDE[slot], "system") for m in claim.values(s) if isinstance(m, Mention)}
        value = next((m for m in thing.sides(slot, sure) if m.chain not in taken and quoted(thing.span, m, thing.story)), None)
    return claim if value is None else replace(claim, arguments=(*claim.arguments, Argument(slot, value)))
