"""Which buyer and which status of a deal that the rules tell does the network gainsay? It is believed where it is sure of another.

Rules take a buyer that no words name from elsewhere in the story, and what they read of a deal's standing from the verb's own sentence;
the network has read the whole story.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from kg.extraction.learned.fill import words_of
from kg.extraction.learned.quotes import quoted
from kg.extraction.learned.thing import Thing
from kg.extraction.status import status_row
from kg.model import Argument, Claim, Mention

# A buyer gives way to another where the network holds the first for less, the second for more likely than this: on passages that it had
# not seen most of those put there were right, and few of those that gave way.
UNLIKELY, LIKELY = 0.3, 0.5
# How sure it must be of another status, and that there is a deal at all: on the same passages nearly all were then right.
SURE_OF_STATUS, SURE_OF_DEAL = 0.95, 0.9
# Of deals with a buyer that the network put there so many are right.
CONFIDENCE = 0.63


def contested(claims: Sequence[Claim], numbers: Mapping[int, int], things: Mapping[int, Thing]) -> Iterator[Claim]:
    """The claims, deals with the network's buyer and status where it knows better. numbers: of the thing of each claim."""
    for n, claim in enumerate(claims):
        thing = things.get(numbers[n]) if n in numbers and claim.kind != "Delivery" else None
        if thing is not None:
            claim = with_buyer(claim, thing)
            claim = with_status(claim, thing) if not says_how_far(claim, thing) else claim
        yield claim


def says_how_far(claim: Claim, thing: Thing) -> bool:
    """Whether a deal's own words leave less doubt of its status than the network's one answer on the system can.

    A verb that gives leave ("approved the purchase") says itself that it was given, and one over the deal ("agreed to buy") that it was
    made; "a third contract" is one of several on the system.
    """
    over = (row for t in thing.span.root.ancestors if (row := status_row(t, thing.story)) is not None)
    if any(row.status in claim.values("status") for row in over):
        return True
    rows = thing.story.words.deal_verbs.get(claim.evidence.rule.split(".")[1], ())
    leave = "approved" in claim.values("status") and any(r.status == "approved" for r in rows)
    return leave or bool(claim.values("ordinal"))


def with_buyer(claim: Claim, thing: Thing) -> Claim:
    """The deal with the buyer that the network is sure of, where it does not believe the one that is told."""
    buyers = [m for m in claim.values("buyer") if isinstance(m, Mention)]
    here = words_of(claim, thing.story)
    if len(buyers) != 1 or here is None or thing.chance_of("buyer", buyers[0]) >= UNLIKELY:
        return claim
    taken = {m.chain for slot in ("buyer", "seller", "system") for m in claim.values(slot) if isinstance(m, Mention)}
    other = next((m for m in thing.sides("buyer", LIKELY) if m.chain not in taken), None)
    if other is None:
        return claim
    evidence = quoted(here, thing.story.span(other), thing.story) or here
    put = tuple(Argument("buyer", other) if a.property == "buyer" else a for a in claim.arguments)
    if not claim.values("seller") and thing.chance_of("seller", buyers[0]) >= LIKELY:
        put = (*put, Argument("seller", buyers[0]))  # "a contract was signed with Pakistan": it is no buyer because it sells
    said = thing.story.evidence(evidence, claim.evidence.rule, min(claim.evidence.confidence, CONFIDENCE))
    return replace(claim, arguments=put, evidence=said)


def with_status(claim: Claim, thing: Thing) -> Claim:
    """The deal with the status that the network is sure of."""
    told = {s: chance / thing.sold for s, chance in thing.answer.statuses.items() if s and thing.sold >= SURE_OF_DEAL}
    best = max(told, key=lambda s: told[s], default="")
    if not best or told[best] < SURE_OF_STATUS or best in claim.values("status"):
        return claim
    return replace(claim, arguments=tuple(Argument("status", best) if a.property == "status" else a for a in claim.arguments))
