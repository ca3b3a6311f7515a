"""How likely is it that a claim is right, by what its signs count?"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from kg.extraction.confidence.signs import SLOTS, family_of, signs
from kg.extraction.story import Story
from kg.lexicon import Lexicon
from kg.model import Claim

# What is less likely right is not told, by family. Of the posts on passages that were kept back one in six of those below 0.4 is right
# (`python -m kg.training confidence --without arms-mixed-4 --without business-4 --without mixed-6`, and files in -7). A deal that errs in
# one slot is right in others. Of the deliveries of the rules below 0.2 most slots are wrong on the files in -7.
LEAST = {"role": 0.32, "deal": 0.0, "delivery": 0.2}
ANY = "any"  # the sign that every claim has
CEILING = 0.99
Weights = Mapping[str, float]


def weighed(claims: Sequence[Claim], story: Story) -> list[Claim]:
    """The claims with how likely each is right as its confidence.

    claims: all that the rules read of posts, or of deals and deliveries, in one story. Facts of other types stay as they are.
    """
    of_family = {family: [c for c in claims if family_of(c, story) == family] for family in SLOTS}
    found = []
    for claim in claims:
        family = family_of(claim, story)
        if family:
            chance = chance_of(signs(claim, of_family[family], story), weights_of(story.lexicon)[family])
            claim = replace(claim, evidence=replace(claim.evidence, confidence=chance))
        found.append(claim)
    return found


def likely(claims: Iterable[Claim], story: Story, least: float | None = None) -> list[Claim]:
    """The claims without those that are less likely right than least, None for that of each family in LEAST; other facts stay."""
    told = {family: LEAST[family] if least is None else least for family in SLOTS}
    return [c for c in claims if c.evidence.confidence >= told.get(family_of(c, story), 0.0)]


def chance_of(found: Mapping[str, float], weights: Weights) -> float:
    """How likely a claim with these signs is right, to two places; a sign without a weight counts nothing."""
    score = weights[ANY] + sum(weights.get(name, 0.0) * value for name, value in sorted(found.items()))
    return round(min(max(1 / (1 + math.exp(-score)), 1 - CEILING), CEILING), 2)


@lru_cache(maxsize=4)
def weights_of(lexicon: Lexicon) -> dict[str, dict[str, float]]:
    """Family -> sign -> what it counts (ontology/lexicon/claim_signs.tsv)."""
    found: dict[str, dict[str, float]] = {family: {ANY: 0.0} for family in SLOTS}
    for row in lexicon.table("claim_signs"):
        found[row["fact"]][row["sign"]] = float(row["weight"])
    return found
