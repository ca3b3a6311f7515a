"""How likely is it that a system is bought by a party, by what the network says of both?

What it says of the system and what it says of the party are weighed together, for it may be sure of one and not of the other; other parties
that it names as buyers of the system tell against each. What each sign counts was learned from texts that the network had not seen.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kg.extraction.confidence import chance_of
from kg.extraction.learned.odds import odds, weights_of
from kg.extraction.learned.thing import Thing
from kg.lexicon import Lexicon
from kg.model import Mention

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


def surest(things: Iterable[Thing], least: float, lexicon: Lexicon) -> list[Pair]:
    """The pairs that are at least so likely right, the likeliest of one system and buyer alone, in the order of the things."""
    best: dict[tuple[int, int], Pair] = {}
    for pair in pairs(things, lexicon):
        if pair.chance >= least and (pair.chains not in best or pair.chance > best[pair.chains].chance):
            best[pair.chains] = pair
    return sorted(best.values(), key=lambda p: (p.thing.number, -p.chance, p.buyer.start))


def pairs(things: Iterable[Thing], lexicon: Lexicon) -> list[Pair]:
    """Each system with each party that the network may mean by its buyer."""
    read = [
        (thing, chance, party)
        for thing in things if thing.sold >= LEAST_OF_SYSTEM
        for chance, party in thing.parties("buyer", LEAST_OF_BUYER) if party.chain != thing.mention.chain
    ]  # fmt: skip
    buyers: dict[int, set[int]] = {}
    for thing, _, party in read:
        buyers.setdefault(thing.mention.chain, set()).add(party.chain)
    found, weights = [], weights_of(lexicon)[FACT]
    for thing, chance, party in read:
        signs = {"sold": odds(thing.sold), "buyer": odds(chance), "buyers": math.log(len(buyers[thing.mention.chain]))}
        signs |= {"no state": 1.0} if party.kind == "Organization" else {}
        found.append(Pair(thing, party, signs, chance_of(signs, weights)))
    return found
