"""Which deals does the network read that no rule has told, and surely enough to be claims?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from kg.extraction.attribution import attributed_to
from kg.extraction.learned.pairs import Pair, surest
from kg.extraction.learned.quotes import Quote, quoted_or_alone
from kg.extraction.learned.thing import Thing
from kg.extraction.story import Story, arguments
from kg.model import Claim, Mention

RULE = "deal.learned"
SURE = 0.75  # how likely the deal with its buyer must be (kg.extraction.learned.pairs)
SURE_OF_SLOT = 0.85  # of what else is told of it
KINDS = ("Purchase", "Contract", "Lease", "Donation")  # a system is no company


def learned_deals(story: Story, claims: Sequence[Claim], systems: Iterable[Thing]) -> Iterator[Claim]:
    """Deals on named systems of which the rules have told no deal, in reading order of the systems, one for each buyer."""
    for pair in surest(systems, SURE, story.lexicon):
        if is_asserted(pair.thing) and not is_gainsaid(pair, claims):
            yield claim_of(pair)


def is_asserted(thing: Thing) -> bool:
    """Whether the text stands behind what it says of the system; it may well say that a deal will not be."""
    return status_of(thing) == "cancelled" or thing.standing.asserted


def status_of(thing: Thing) -> str:
    """The likeliest status of a deal on the system."""
    return max((s for s in thing.answer.statuses if s), key=lambda s: thing.answer.statuses[s])


def is_gainsaid(pair: Pair, claims: Sequence[Claim]) -> bool:
    """Whether a rule tells a delivery of the system to somebody else, or from the buyer."""
    system, buyer = pair.chains
    told = [c for c in claims if c.kind == "Delivery" and system in chains(c, "system")]
    return any(buyer in chains(c, "from") or (chains(c, "to") and buyer not in chains(c, "to")) for c in told)


def chains(claim: Claim, slot: str) -> set[int]:
    """Chain numbers of the mentions in a slot."""
    return {m.chain for m in claim.values(slot) if isinstance(m, Mention)}


def claim_of(pair: Pair) -> Claim:
    """What the network says of one buyer's deal."""
    thing, buyer = pair.thing, pair.buyer
    quote = Quote(thing, quoted_or_alone(thing, buyer))
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
    return Claim(kind, slots, thing.story.evidence(quote.sentences, RULE, pair.chance))
