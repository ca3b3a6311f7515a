"""Which deals does the network read that no rule has told, and surely enough to be claims?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from spacy.tokens import Span

from kg.extraction.attribution import attributed_to
from kg.extraction.learned.quotes import Quote, quoted
from kg.extraction.learned.thing import Thing
from kg.extraction.story import Story, arguments
from kg.model import Claim, Mention

RULE = "deal.learned"
# Chosen on the passages that were kept from the network (arms-mixed-4, business-4), and checked on the development articles.
SURE_OF_DEAL = 0.97
SURE_OF_SENT = 0.998  # of one on what is delivered, too, which alone is no deal
SURE_OF_BUYER = 0.7
SURE_OF_SLOT = 0.95  # of what else is told of a deal that is sure
CONFIDENCE = 0.75  # as many are right on unseen passages (the card of the network, kg/language/models/slots/, says on which)
LIKELY = 0.5
KINDS = ("Purchase", "Contract", "Lease", "Donation")  # a system is no company


def learned_deals(story: Story, claims: Sequence[Claim], systems: Iterable[Thing]) -> Iterator[Claim]:
    """Deals on named systems of which the rules have told no deal, in reading order of the systems, one for each buyer."""
    seen: set[tuple[int, int]] = set()
    for thing in systems:
        sure = SURE_OF_SENT if is_sent(thing, claims) else SURE_OF_DEAL
        if 1 - thing.answer.statuses[""] < sure or not is_asserted(thing):
            continue
        for buyer in thing.sides("buyer", SURE_OF_BUYER):
            pair = thing.mention.chain, buyer.chain
            evidence = quoted(thing.span, story.span(buyer), story)
            if pair not in seen and evidence is not None and not is_gainsaid(thing.mention, buyer, claims):
                seen.add(pair)
                yield claim_of(thing, buyer, evidence)


def is_asserted(thing: Thing) -> bool:
    """Whether the text stands behind what it says of the system; it may well say that a deal will not be."""
    return status_of(thing) == "cancelled" or thing.standing.asserted


def status_of(thing: Thing) -> str:
    """The likeliest status of a deal on the system."""
    return max((s for s in thing.answer.statuses if s), key=lambda s: thing.answer.statuses[s])


def is_sent(thing: Thing, claims: Sequence[Claim]) -> bool:
    """Whether the rules or the network tell a delivery of the system, which by itself is no deal."""
    told = any(c.kind == "Delivery" and thing.mention.chain in chains(c, "system") for c in claims)
    return told or thing.answer.deliveries[""] < LIKELY


def is_gainsaid(system: Mention, buyer: Mention, claims: Sequence[Claim]) -> bool:
    """Whether a rule tells a delivery of the system to somebody else, or from the buyer."""
    told = [c for c in claims if c.kind == "Delivery" and system.chain in chains(c, "system")]
    return any(buyer.chain in chains(c, "from") or (chains(c, "to") and buyer.chain not in chains(c, "to")) for c in told)


def chains(claim: Claim, slot: str) -> set[int]:
    """Chain numbers of the mentions in a slot."""
    return {m.chain for m in claim.values(slot) if isinstance(m, Mention)}


def claim_of(thing: Thing, buyer: Mention, evidence: Span) -> Claim:
    """What the network says of one buyer's deal."""
    quote = Quote(thing, evidence)
    quote.add_party("seller", next((m for m in thing.sides("seller", SURE_OF_SLOT) if m.chain != buyer.chain), None))
    makers = [m for m in thing.sides("maker", SURE_OF_SLOT) if m.chain != buyer.chain and m.kind == "Organization"]
    quote.add_party("maker", next(iter(makers), None))
    for slot in ("quantity", "hasValue", "hasDate"):
        quote.add_stated(slot, SURE_OF_SLOT)
    told = quote.told
    slots = arguments(
        buyer=buyer,
        seller=told.get("seller"),
        maker=told.get("maker"),
        system=thing.mention,
        quantity=told.get("quantity"),
        hasValue=[told["hasValue"], *quote.converted("hasValue")] if "hasValue" in told else None,
        hasDate=told.get("hasDate"),
        status=status_of(thing),
        hedge=thing.standing.hedge or None,
        attributedTo=attributed_to(thing.span.root, thing.story),
    )
    kind = max(KINDS, key=lambda k: thing.answer.kinds[k])
    return Claim(kind, slots, thing.story.evidence(quote.sentences, RULE, CONFIDENCE))
