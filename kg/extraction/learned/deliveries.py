"""Which deliveries does the network read that no rule has told, and surely enough to be claims?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kg.extraction.attribution import attributed_to
from kg.extraction.learned.asked import Asked
from kg.extraction.learned.deals import quoted
from kg.extraction.learned.thing import Answer, Thing
from kg.extraction.story import Story, arguments
from kg.model import Argument, Claim, Mention

RULE = "delivery.learned"
SURE_OF_DELIVERY: dict[str, float] = {}
SURE_OF_RECEIVER = 0.9
SURE_OF_SLOT = 0.8
CONFIDENCE = 0.75


def learned_deliveries(story: Story, things: Mapping[int, Mention], answers: Mapping[int, Answer], asked: Asked) -> Iterator[Claim]:
    """Deliveries of things of which the rules have told none, in reading order, one for each receiver."""
    seen: set[tuple[int, int]] = set()
    for number in sorted(set(things) & set(answers)):
        thing = Thing(number, answers[number], asked, story, things)
        if 1 - thing.answer.deliveries[""] < SURE_OF_DELIVERY.get(thing.kind, 2.0):
            continue
        for receiver in thing.sides("to", SURE_OF_RECEIVER):
            evidence = quoted(thing.span, receiver, story)
            if evidence is not None and (thing.mention.chain, receiver.chain) not in seen:
                seen.add((thing.mention.chain, receiver.chain))
                senders = [m for m in thing.sides("from", SURE_OF_SLOT) if m.chain != receiver.chain]
                yield Claim("Delivery", slots_of(thing, receiver, senders), story.evidence(evidence, RULE, CONFIDENCE))


def slots_of(thing: Thing, receiver: Mention, senders: list[Mention]) -> tuple[Argument, ...]:
    """The filled slots of a delivery."""
    return arguments(
        system=thing.mention,
        to=receiver,
        quantity=thing.value("dquantity", "quantities", SURE_OF_SLOT),
        start=thing.value("start", "dates", SURE_OF_SLOT),
        end=thing.value("end", "dates", SURE_OF_SLOT),
        status=max((s for s in thing.answer.deliveries if s), key=lambda s: thing.answer.deliveries[s]),
        attributedTo=attributed_to(thing.span.root, thing.story),
        **{"from": senders[:1]},
    )
