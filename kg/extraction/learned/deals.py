"""Which deals does the network read that no rule has told, and surely enough to be claims?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from kg.extraction.attribution import attributed_to
from kg.extraction.learned.at_goods import announced_at, own_count, own_date, own_seller
from kg.extraction.learned.beside import giver_beside, is_anothers
from kg.extraction.learned.fates import fate_of
from kg.extraction.learned.pairs import Pair, surest
from kg.extraction.learned.quotes import Quote, quoted_or_alone
from kg.extraction.learned.thing import Thing
from kg.extraction.story import Story, arguments
from kg.extraction.syntax import conjuncts, first_conjunct
from kg.model import Argument, Claim, Mention

RULE = "deal.learned"
SURE = 0.82  # how likely the deal with its buyer must be (kg.extraction.learned.pairs)
SURE_BEHIND = 0.85  # the same behind a delivery to the buyer that a rule has told, which may be all that the text tells
SURE_OF_SLOT = 0.85  # of what else is told of it
SURE_OF_STATED = {"quantity": SURE_OF_SLOT, "hasValue": 0.7, "hasDate": SURE_OF_SLOT}  # few amounts that it reads are wrong
UNMADE = frozenset({"planned", "signed"})  # what is announced of gifts, which a handover follows
KINDS = ("Purchase", "Contract", "Lease", "Donation")  # a system is no company


def learned_deals(story: Story, claims: Sequence[Claim], systems: Iterable[Thing]) -> Iterator[Claim]:
    """Deals on named systems of which the rules have told no deal, in reading order of the systems, one for each buyer.

    Buyers that stand side by side ("Norway, Finland and Latvia") buy together.
    """
    sure = [p for p in surest(systems, SURE, story.lexicon) if is_asserted(p.thing) and not is_gainsaid(p, claims)]
    sure = [p for p in sure if p.chance >= SURE_BEHIND or not is_delivered(p, claims)]
    while sure:
        pair = sure[0]
        beside = {t.i for t in conjuncts(first_conjunct(story.span(pair.buyer).root))}
        joint = [p for p in sure if p is pair or (p.thing.number == pair.thing.number and story.span(p.buyer).root.i in beside)]
        sure = [p for p in sure if p not in joint]
        told = told_without_system(pair, claims)
        buyers = sorted((p.buyer for p in joint), key=lambda m: m.start)
        yield claim_of(pair, buyers) if told is None else with_system(told, pair)


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


def is_delivered(pair: Pair, claims: Sequence[Claim]) -> bool:
    """Whether a rule tells a delivery of the system to the buyer."""
    system, buyer = pair.chains
    return any(c.kind == "Delivery" and system in chains(c, "system") and buyer in chains(c, "to") for c in claims)


def chains(claim: Claim, slot: str) -> set[int]:
    """Chain numbers of the mentions in a slot."""
    return {m.chain for m in claim.values(slot) if isinstance(m, Mention)}


def told_without_system(pair: Pair, claims: Sequence[Claim]) -> Claim | None:
    """The deal of the buyer's that the rules tell in the words around the system without saying what is bought: it is this one."""
    system, buyer = pair.thing.mention, pair.chains[1]
    around = [c for c in claims if c.evidence.start <= system.start and system.end <= c.evidence.end]
    return next((c for c in around if c.kind in KINDS and not c.values("system") and buyer in chains(c, "buyer")), None)


def with_system(claim: Claim, pair: Pair) -> Claim:
    """A deal of the rules with the system that is bought, as sure as both are."""
    evidence = replace(claim.evidence, confidence=min(claim.evidence.confidence, pair.chance))
    return replace(claim, arguments=(*claim.arguments, Argument("system", pair.thing.mention)), evidence=evidence)


def claim_of(pair: Pair, buyers: Sequence[Mention]) -> Claim:
    """What the network says of a deal. buyers: the pair's, and who buys with it."""
    thing, bought = pair.thing, {m.chain for m in buyers}
    quote = Quote(thing, quoted_or_alone(thing, pair.buyer))
    sellers = (m for m in thing.sides("seller", SURE_OF_SLOT) if not is_anothers(m, thing.mention, thing.story))
    beside = giver_beside(thing.mention, thing.story)
    quote.add_party("seller", next((m for m in (beside, *sellers) if m is not None and m.chain not in bought), None))
    makers = [m for m in thing.sides("maker", SURE_OF_SLOT) if m.chain not in bought and m.kind == "Organization"]
    firm = beside if beside is not None and beside.kind == "Organization" else None
    makers = [m for m in makers if m.chain == firm.chain] if firm is not None else makers
    quote.add_party("maker", next(iter(makers), None))
    for slot, sure in SURE_OF_STATED.items():
        quote.add_stated(slot, sure)
    if "seller" not in quote.told:
        quote.add_party("seller", own_seller(thing, bought))
    for slot, words in (("quantity", own_count(thing)), ("hasDate", own_date(thing))):
        if slot not in quote.told and words is not None:
            quote.add(slot, words, words._.value)
    kind, status = max(KINDS, key=lambda k: thing.answer.kinds[k]), fate_of(thing, status_of(thing))
    if kind == "Donation" and status in UNMADE and "hasDate" not in quote.told:
        day = announced_at(thing, [*buyers, *quote.parties])
        quote.told |= {} if day is None else {"hasDate": day}
    told = quote.told
    slots = arguments(
        buyer=buyers,
        seller=told.get("seller"),
        maker=told.get("maker"),
        system=thing.mention,
        quantity=told.get("quantity"),
        hasValue=[told["hasValue"], *quote.converted("hasValue")] if "hasValue" in told else None,
        hasDate=told.get("hasDate"),
        status=status,
        hedge=thing.standing.hedge or None,
        attributedTo=attributed_to(thing.span.root, thing.story),
    )
    return Claim(kind, slots, thing.story.evidence(quote.sentences, RULE, pair.chance))
