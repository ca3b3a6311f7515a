"""How likely is it that a system is bought by a party, by what the network says of both?

What it says of the system and what it says of the party are weighed together, for it may be sure of one and not of the other; other parties
that it names as buyers of the system tell against each. So are what else it reads of the system, what the rules tell of the party, and the
words around. What each sign counts was learned from texts that the network had not seen.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from kg.extraction.confidence import chance_of
from kg.extraction.learned.odds import odds, weights_of
from kg.extraction.learned.thing import Thing, likeliest
from kg.model import Claim, Mention

FACT = "learned deal"  # in the table of signs
LEAST_OF_SYSTEM, LEAST_OF_BUYER = 0.3, 0.2  # what the network holds for less likely is not weighed


@dataclass(frozen=True)
class Pair:
    """A system and who may buy it, with the signs that ontology/lexicon/network_signs.tsv lists, and how likely that is right."""

    thing: Thing
    buyer: Mention
    signs: Mapping[str, float]
    chance: float

    @property
    def chains(self) -> tuple[int, int]:
        """Of the system and the buyer."""
        return self.thing.mention.chain, self.buyer.chain


def surest(things: Iterable[Thing], claims: Sequence[Claim], least: float) -> list[Pair]:
    """The pairs that are at least so likely right, the likeliest of one system and buyer alone, in the order of the things."""
    best: dict[tuple[int, int], Pair] = {}
    for pair in pairs(things, claims):
        if pair.chance >= least and (pair.chains not in best or pair.chance > best[pair.chains].chance):
            best[pair.chains] = pair
    return sorted(best.values(), key=lambda p: (p.thing.number, -p.chance, p.buyer.start))


def pairs(things: Iterable[Thing], claims: Sequence[Claim]) -> list[Pair]:
    """Each system with each party that the network may mean by its buyer. claims: what the rules tell in the story."""
    read = [
        (thing, chance, party)
        for thing in things if thing.sold >= LEAST_OF_SYSTEM
        for chance, party in thing.parties("buyer", LEAST_OF_BUYER) if party.chain != thing.mention.chain
    ]  # fmt: skip
    buyers: dict[int, set[int]] = {}
    for thing, _, party in read:
        buyers.setdefault(thing.mention.chain, set()).add(party.chain)
    found = []
    for thing, chance, party in read:
        several = math.log(len(buyers[thing.mention.chain]))
        signs = {"buyer": odds(chance), "buyers": several, **of_system(thing), **of_buyer(party, thing, claims)}
        found.append(Pair(thing, party, signs, chance_of(signs, weights_of(thing.story.lexicon)[FACT])))
    return found


def of_system(thing: Thing) -> dict[str, float]:
    """What the network says of a system, and whether its sentence has a verb of deals or of deliveries."""
    words, lemmas = thing.story.words, {t.lemma_.lower() for t in thing.span.sent}
    verbs = {"deal verb": words.deal_verbs, "delivery verb": words.delivery_verbs}
    return {
        "sold": odds(thing.sold),
        "delivered": 1 - thing.answer.deliveries[""],
        f"status {likeliest(thing.answer.statuses)}": 1.0,
        **{slot: max(thing.answer.slots[slot].values(), default=0.0) for slot in ("date", "value")},
        **{name: 1.0 for name, known in verbs.items() if not lemmas.isdisjoint(known)},
    }


def of_buyer(party: Mention, thing: Thing, claims: Sequence[Claim]) -> dict[str, float]:
    """Who the buyer is, where he stands, and what the rules tell of him."""
    story = thing.story
    signs = {
        "country": party.kind == "Country",
        "buys": is_in("buyer", party, (c for c in claims if c.kind in story.words.deal_kinds)),
        "gets": is_in("to", party, (c for c in claims if c.kind == "Delivery")),
        "same sentence": story.span(party).sent.start == thing.span.sent.start,
    }
    return {name: 1.0 for name, seen in signs.items() if seen}


def is_in(slot: str, party: Mention, claims: Iterable[Claim]) -> bool:
    """Whether a party is in a slot of one of the claims."""
    return any(m.chain == party.chain for c in claims for m in c.values(slot) if isinstance(m, Mention))
