"""Which country or territory does a public post belong to, when the phrase does not say? The one for which most signs speak."""

from __future__ import annotations

import math
from collections.abc import Mapping
from functools import lru_cache

from kg.extraction.roles.nations import Context, addressed
from kg.extraction.roles.signs import signs
from kg.extraction.roles.statements import Statement
from kg.lexicon import Lexicon
from kg.model import Mention

SURE = 0.5  # chance below which a post is nobody's: of the passages kept back, one in ten was right there


def country(statement: Statement, context: Context) -> Mention | None:
    """The country, or territory with a government of its own, whose post it most likely is; None where that is not likely enough."""
    weights, story = weights_of(context.story.lexicon), context.story
    others = addressed(statement, story)
    chances = {c.chain: (score(found, weights), c) for c, found in signs(statement, context) if c.chain not in others}
    if not chances:
        return None
    best, found = max(chances.values(), key=lambda s: (s[0], -s[1].mention.start))
    chance = 1 / sum(math.exp(other - best) for other, _ in chances.values())
    return found.mention if chance >= SURE else None


def score(signs: Mapping[str, float], weights: Mapping[str, float]) -> float:
    """The sum of what the signs count; e to its power is in proportion to the chance."""
    return sum(weights[name] * value for name, value in signs.items())


@lru_cache(maxsize=4)
def weights_of(lexicon: Lexicon) -> dict[str, float]:
    """Sign -> what it counts (ontology/lexicon/owner_signs.tsv)."""
    return {row["sign"]: float(row["weight"]) for row in lexicon.table("owner_signs")}
