"""What stands in the slots that the rules left open in a deal or delivery? Only what the network is nearly sure of."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from kg.extraction.learned.asked import Asked, at_mention
from kg.extraction.learned.deals import quoted
from kg.extraction.learned.thing import Answer, Thing
from kg.extraction.story import Story
from kg.model import Argument, Claim, Mention, Value

# How sure the network must be of a filler, by slot; a slot that is not here is left open.
SURE_OF_DEAL_SLOT: dict[str, float] = {}
SURE_OF_DELIVERY_SLOT: dict[str, float] = {}
SURE_OF_STATUS = {"deal": 2.0, "delivery": 2.0}
GROUPS = {"hasValue": ("value", "money"), "hasDate": ("date", "dates"), "quantity": ("quantity", "quantities")}
DELIVERED = {"quantity": ("dquantity", "quantities"), "start": ("start", "dates"), "end": ("end", "dates")}
OTHER_SIDE = {"buyer": "seller", "seller": "buyer", "to": "from", "from": "to"}


def told_things(claims: Sequence[Claim], asked: Asked, story: Story) -> dict[int, int]:
    """The number of the span of what each claim with one system is about, by the number of the claim."""
    found: dict[int, int] = {}
    for n, claim in enumerate(claims):
        systems = [s for s in claim.values("system") if isinstance(s, Mention)]
        sure = SURE_OF_DELIVERY_SLOT if claim.kind == "Delivery" else SURE_OF_DEAL_SLOT
        if len(systems) == 1 and sure and claim.kind in (story.words.deal_kinds | {"Delivery"}):
            thing = at_mention(systems[0], asked.spans, story)
            if thing is not None and asked.spans[thing][2] in ("System", "Organization", "goods"):
                found[n] = thing
    return found


def filled(
    claims: Sequence[Claim], things: Mapping[int, int], answers: Mapping[int, Answer], asked: Asked, story: Story
) -> Iterator[Claim]:
    """The claims, with what the network is sure of in their open slots."""
    for n, claim in enumerate(claims):
        if n not in things or things[n] not in answers:
            yield claim
            continue
        thing = Thing(things[n], answers[things[n]], asked, story)
        sure = SURE_OF_DELIVERY_SLOT if claim.kind == "Delivery" else SURE_OF_DEAL_SLOT
        for slot, chance in sure.items():
            if not claim.values(slot) and not told_of_same(claims, claim, slot):
                claim = with_slot(claim, slot, chance, thing, story)
        yield with_status(claim, thing)


def with_status(claim: Claim, thing: Thing) -> Claim:
    """The claim with the status that the network is nearly sure of."""
    delivery = claim.kind == "Delivery"
    said = thing.answer.deliveries if delivery else thing.answer.statuses
    told = {s: chance for s, chance in said.items() if s}
    status = max(told, key=lambda s: told[s])
    share = told[status] / max(sum(told.values()), 1e-9)
    if share < SURE_OF_STATUS["delivery" if delivery else "deal"] or sum(told.values()) < 0.5:
        return claim
    arguments = tuple(replace(a, value=status) if a.property == "status" else a for a in claim.arguments)
    return replace(claim, arguments=arguments)


def told_of_same(claims: Sequence[Claim], claim: Claim, slot: str) -> bool:
    """Whether another claim of this kind on the same thing fills the slot."""
    chains = {s.chain for s in claim.values("system") if isinstance(s, Mention)}
    return any(
        c.kind == claim.kind and c.values(slot) and chains & {s.chain for s in c.values("system") if isinstance(s, Mention)} for c in claims
    )


def with_slot(claim: Claim, slot: str, sure: float, thing: Thing, story: Story) -> Claim:
    """The claim with a slot filled, or as it is."""
    groups = DELIVERED if claim.kind == "Delivery" else GROUPS
    value: Value | None
    if slot in groups:
        value = thing.value(*groups[slot], sure)
    else:
        taken = {m.chain for s in (OTHER_SIDE[slot], "system") for m in claim.values(s) if isinstance(m, Mention)}
        value = next((m for m in thing.sides(slot, sure) if m.chain not in taken), None)
        if isinstance(value, Mention) and quoted(thing.span, value, story) is None:
            value = None
    return claim if value is None else replace(claim, arguments=(*claim.arguments, Argument(slot, value)))
