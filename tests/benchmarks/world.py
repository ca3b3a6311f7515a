"""A made-up world that generated news tells of: who and what there is, and who buys what from whom.

Persons share surnames and given names, firms share words, systems come in families. All is drawn from one seeded generator.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from random import Random

from kg.lexicon import Lexicon
from kg.values import Date

Names = tuple[str, ...]
SEED = 20200203
MENTIONS_PER_THING = 10
MENTIONS_PER_DEAL = 100
SHARE = {"Person": 0.5, "Organization": 0.3, "System": 0.15, "Place": 0.05}  # of all things but countries
ONSETS = ("b", "br", "d", "dr", "f", "g", "h", "k", "kl", "l", "m", "n", "p", "r", "s", "st", "t", "tr", "v", "z")
VOWELS = ("a", "e", "i", "o", "u")
CODAS = ("", "k", "l", "m", "n", "r", "s", "t", "nd", "rt")
ENDS = ("", "son", "ov", "ski", "ez", "man", "ini", "oglu", "berg", "ic")
BRANCHES = ("Aerospace", "Motors", "Shipyards", "Telecom", "Steelworks", "Airlines", "Insurance", "Bank", "Energy", "Foods")
SUFFIXES = ("Inc", "Corp.", "plc", "AG", "Ltd", "SA", "Group")
OFFICES = ("Office", "Agency", "Institute", "Authority", "Commission")
CLASSES = ("missiles", "fighter jets", "tanks", "helicopters", "air defence systems", "frigates")
TITLES = ("president", "prime minister", "foreign minister", "defence minister", "minister", "ambassador")
STATUSES = ("planned", "approved", "signed", "signed", "delivered")


@dataclass(frozen=True)
class Thing:
    """Something in the news. names: the fullest first, then others that articles use for it."""

    kind: str
    names: Names
    title: str = ""
    home: int = 0


@dataclass(frozen=True)
class Sale:
    """A purchase of the made-up world; places in the lists of countries, firms and systems."""

    buyer: int
    seller: int
    system: int
    quantity: int
    millions: int
    day: Date


def syllables(random: Random, count: int) -> str:
    """A made-up name."""
    made = "".join(random.choice(ONSETS) + random.choice(VOWELS) + random.choice(CODAS) for _ in range(count))
    return made[:1].upper() + made[1:]


class World:
    """The things and sales that the news is about. Lists are sorted by how much they are in the news."""

    def __init__(self, mentions: int, lexicon: Lexicon) -> None:
        self.random = Random(SEED + mentions)
        self.countries = [c for c in lexicon.countries if c.demonyms and c.capitals]
        self.random.shuffle(self.countries)
        count = mentions // MENTIONS_PER_THING
        given = sorted({name for row in lexicon.table("nicknames") for name in row.many("names")})
        surnames = [syllables(self.random, 2) + self.random.choice(ENDS) for _ in range(max(count // 10, 10))]
        makers = {"Person": lambda: self._person(given, surnames), "Organization": self._organization, "System": self._system}
        makers["Place"] = lambda: Thing("Place", (syllables(self.random, 3),))
        self.things = {kind: [makers[kind]() for _ in range(max(int(count * share), 5))] for kind, share in SHARE.items()}
        self.weights = {kind: zipf(len(things)) for kind, things in self.things.items()} | {"Country": zipf(len(self.countries))}
        self.turn = dict.fromkeys(self.things, 0)  # everything is in the news at least once
        self.sales = [self._sale() for _ in range(max(mentions // MENTIONS_PER_DEAL, 5))]
        self.sale_weights = zipf(len(self.sales))

    def one(self, kind: str) -> int:
        """A place in the list of a kind, drawn by frequency."""
        weights = self.weights[kind]
        return self.random.choices(range(len(weights)), cum_weights=weights)[0]

    def _person(self, given: Sequence[str], surnames: Sequence[str]) -> Thing:
        rank = int(len(surnames) * self.random.random() ** 2)  # a few surnames are borne by many
        first, last = given[int(len(given) * self.random.random() ** 1.5)], surnames[rank]
        full = f"{first} {self.random.choice('ABDEGHJKLMPRST')}. {last}" if self.random.random() < 0.1 else f"{first} {last}"
        spelled = f"{first} {last.replace('i', 'y')}" if self.random.random() < 0.2 else f"{first} {last}"
        return Thing("Person", (full, spelled, last), self.random.choice(TITLES), self.random.randrange(len(self.countries)))

    def _organization(self) -> Thing:
        if self.random.random() < 0.2:
            words = [syllables(self.random, 2), syllables(self.random, 2), syllables(self.random, 1), self.random.choice(OFFICES)]
            return Thing("Organization", (" ".join(words), "".join(w[0] for w in words)))
        name = f"{syllables(self.random, 2)} {self.random.choice(BRANCHES)}"
        return Thing("Organization", (f"{name} {self.random.choice(SUFFIXES)}", name))

    def _system(self) -> Thing:
        number = f"{self.random.choice('ABCFKMSTX')}{self.random.choice(('', 'K', 'M', 'T'))}-{self.random.randrange(1, 2000)}"
        number += self.random.choice(("", "", "A", "B", "E", "M2"))
        nick = syllables(self.random, 2)
        return Thing("System", (f"{number} {nick}", number, f"{number} {self.random.choice(CLASSES)}"))

    def _sale(self) -> Sale:
        r = self.random
        day = Date(r.randrange(2005, 2025), r.randrange(1, 13), r.randrange(1, 29))
        return Sale(self.one("Country"), self.one("Organization"), self.one("System"), r.randrange(2, 200), r.randrange(20, 20_000), day)


def zipf(count: int) -> list[float]:
    """Cumulative weights 1, 1/2, 1/3, ... for choices by rank."""
    return list(accumulate(1 / (rank + 1) for rank in range(count)))
