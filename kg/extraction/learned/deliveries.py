"""Which deliveries does the network read that no rule has told, and surely enough to be claims?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.tokens import Span

from kg.extraction.attribution import attributed_to
from kg.extraction.learned.quotes import Quote, quoted
from kg.extraction.learned.thing import Thing
from kg.extraction.story import Story, arguments
from kg.model import Claim, Mention

RULE = "delivery.learned"
SURE_OF_DELIVERY = 0.97
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
            evidence = quoted(thing.span, story.span(receiver), story)
            pair = thing.mention.chain, receiver.chain
            if evidence is not None and pair not in seen:
                seen.add(pair)
                yield claim_of(thing, receiver, evidence)


def claim_of(thing: Thing, receiver: Mention, evidence: Span) -> Claim:
    """What the network says of a delivery to somebody."""
    quote = Quote(thing, evidence)
    quote.add_party("from", next((m for m in thing.sides("from", SURE_OF_SLOT) if m.chain != receiver.chain), None))
    quote.add_value("quantity", "dquantity", "quantities", SURE_OF_SLOT)
    quote.add_value("start", "start", "dates", SURE_OF_SLOT)
    quote.add_value("end", "end", "dates", SURE_OF_SLOT)
    slots = arguments(
        system=thing.mention,
        to=receiver,
        quantity=quote.told.get("quantity"),
        start=quote.told.get("start"),
        end=quote.told.get("end"),
        status=max((s for s in thing.answer.deliveries if s), key=lambda s: thing.answer.deliveries[s]),
        hedge=thing.standing.hedge or None,
        attributedTo=attributed_to(thing.span.root, thing.story),
        **{"from": quote.told.get("from")},
    )
    return Claim("Delivery", slots, thing.story.evidence(quote.sentences, RULE, CONFIDENCE))
