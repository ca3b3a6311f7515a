"""How is what the network says weighed? As the logarithm of its odds, by what each sign counts (ontology/lexicon/network_signs.tsv)."""

from __future__ import annotations

import math
from functools import lru_cache

from kg.lexicon import Lexicon

NEAREST = 1e-3  # a chance nearer to 0 or 1 says no more than this


def odds(chance: float) -> float:
    """The logarithm of the odds of a chance."""
    chance = min(max(chance, NEAREST), 1 - NEAREST)
    return math.log(chance / (1 - chance))


@lru_cache(maxsize=4)
def weights_of(lexicon: Lexicon) -> dict[str, dict[str, float]]:
    """Fact -> sign -> what it counts."""
    found: dict[str, dict[str, float]] = {}
    for row in lexicon.table("network_signs"):
        found.setdefault(row["fact"], {})[row["sign"]] = float(row["weight"])
    return found
