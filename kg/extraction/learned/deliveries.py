"""Which deliveries does the network read that no rule has told, and surely enough to be claims?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kg.extraction.attribution import attributed_to
from kg.extraction.learned.deals import quoted
from kg.extraction.learned.thing import Thing
from kg.extraction.story import Story, arguments
from kg.model import Argument, Claim, Mention

RULE = "delivery.learned"
SURE_OF_DELIVERY = 0.95
SURE_OF_RECEIVER = 0.8
SURE_OF_SLOT = 0.9  # of what else is told of a delivery that is sure
CONFIDENCE = 0.7


def learned_deliveries(story: Story, systems: Iterable[Thing]) -> Iterator[Claim]:
    """Deliveries of named systems of which the rules have told none, in reading order of the systems, one for each receiver."""
    seen: set[tuple[int, int]] = set()
    for thing in systems:
        if 1 - thing.answer.deliveries[""] < SURE_OF_DELIVERY or not thing.standing.asserted:
            continue
        for receiver in thing.sides("to", SURE_OF_RECEIVER):
            evidence = quoted(thing.span, receiver, story)
            pair = thing.mention.chain, receiver.chain
            if evidence is not None and pair not in seen:
                seen.add(pair)
                yield Claim("Delivery", slots_of(thing, receiver), story.evidence(evidence, RULE, CONFIDENCE))


def slots_of(thing: Thing, receiver: Mention) -> tuple[Argument, ...]:
    """What the network says of a delivery to somebody."""
    return arguments(
        system=thing.mention,
        to=receiver,
        quantity=thing.value("dquantity", "quantities", SURE_OF_SLOT),
        start=thing.value("start", "dates", SURE_OF_SLOT),
        end=thing.value("end", "dates", SURE_OF_SLOT),
        status=max((s for s in thing.answer.deliveries if s), key=lambda s: thing.answer.deliveries[s]),
        hedge=thing.standing.hedge or None,
        attributedTo=attributed_to(thing.span.root, thing.story),
        **{"from": [m for m in thing.sides("from", SURE_OF_SLOT) if m.chain != receiver.chain][:1]},
    )
