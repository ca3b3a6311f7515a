"""How sure is a deal or a delivery of the rules, when the network is heard too? It has read the words around them in another way."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from kg.extraction.confidence import OTHER_SIDE, chance_of, family_of
from kg.extraction.learned.asked import THINGS, Span, at_mention
from kg.extraction.learned.odds import odds, weights_of
from kg.extraction.learned.thing import Thing
from kg.extraction.story import Story
from kg.model import Claim, Mention


def things_of(claims: Sequence[Claim], spans: tuple[Span, ...], story: Story) -> dict[int, int]:
    """The deals and deliveries of something: number of the claim -> number of the span of the first thing in it."""
    found: dict[int, int] = {}
    for n, claim in enumerate(claims):
        systems = [s for s in claim.values("system") if isinstance(s, Mention)]
        thing = at_mention(systems[0], spans, story) if systems and family_of(claim, story) in OTHER_SIDE else None
        if thing is not None and spans[thing][2] in THINGS:
            found[n] = thing
    return found


def seconded(claims: Sequence[Claim], numbers: Mapping[int, int], things: Mapping[int, Thing]) -> Iterator[Claim]:
    """The claims, those of which the network was asked as sure as it and the rules are together. numbers: as things_of."""
    for n, claim in enumerate(claims):
        thing = things.get(numbers[n]) if n in numbers else None
        if thing is not None:
            weights = weights_of(thing.story.lexicon)[family_of(claim, thing.story)]
            chance = chance_of(signs(claim, thing), weights)
            claim = replace(claim, evidence=replace(claim.evidence, confidence=chance))
        yield claim


def signs(claim: Claim, thing: Thing) -> dict[str, float]:
    """What the rules and the network say of a claim, by the names that ontology/lexicon/network_signs.tsv explains."""
    slot = OTHER_SIDE[family_of(claim, thing.story)]  # of which the network knows most
    chances = [thing.chance_of(slot, m) for m in claim.values(slot) if isinstance(m, Mention)]
    said = {"party": odds(max(chances))} if chances else {"no party": 1.0}
    return {"rules": odds(claim.evidence.confidence), **said}
