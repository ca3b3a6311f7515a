"""Does a person's name sound like the names of a state's statesmen? By the letters that stand together in it."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache

from anyascii import anyascii

from kg.lexicon import Lexicon

SHORTEST, LONGEST = 2, 4  # letters of a stretch; the marks of a word's two ends count
PRIOR = 20.0  # names of the whole world that stand beside those of a state, which may be few; 5 or 60 do nearly as well


@dataclass(frozen=True)
class Origins:
    """How many names of each state have a stretch of letters. names: of each state; stretches: of each state; world: of all states."""

    names: Mapping[str, int]
    stretches: Mapping[str, Counter[str]]
    world: Counter[str]

    @cached_property
    def total(self) -> int:
        """How many names there are."""
        return sum(self.names.values())

    def likeness(self, name: str, code: str) -> float:
        """By how much a name is likelier in a state than in the world, by the mean of its stretches: above 0 if likelier.

        code: ISO 3166-1 alpha-2; 0 for a state of which no name is known.
        """
        own, count = self.stretches.get(code), self.names.get(code, 0)
        found = stretches(name)
        if own is None or not found:
            return 0.0
        shares = ((own[s], (self.world[s] + 0.5) / (self.total + 1)) for s in sorted(found))
        return sum(math.log((n + PRIOR * share) / (count + PRIOR) / share) for n, share in shares) / math.sqrt(len(found))


@lru_cache(maxsize=1 << 10)
def stretches(name: str) -> frozenset[str]:
    """The stretches of letters of a name's words, in plain letters."""
    words = (f"^{word}$" for word in anyascii(name).lower().replace("-", " ").replace("'", "").split())
    return frozenset(w[i : i + n] for w in words for n in range(SHORTEST, LONGEST + 1) for i in range(len(w) - n + 1))


@lru_cache(maxsize=4)
def origins(lexicon: Lexicon) -> Origins:
    """What the names in ontology/lexicon/statesmen.tsv tell."""
    names: dict[str, set[str]] = defaultdict(set)
    for row in lexicon.table("statesmen"):
        names[row["country"]].add(row.many("names")[0])
    counted = {code: Counter(s for n in sorted(known) for s in stretches(n)) for code, known in sorted(names.items())}
    world = Counter(s for count in counted.values() for s in count.elements())
    return Origins({code: len(known) for code, known in names.items()}, counted, world)
