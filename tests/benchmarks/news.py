"""News of a made-up world, as extraction would give it: as many mentions as asked for, of a tenth as many things.

Who is in the news follows Zipf's law, and everything is in it at least once. The same size is the same news on every machine.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from random import Random

from kg.lexicon import Lexicon
from kg.model import Argument, Article, Claim, Evidence, Extraction, Mention, Value
from kg.values import Date, Money, Quantity
from tests.benchmarks.world import STATUSES, Sale, World

MENTIONS_PER_ARTICLE = 20
PER_CHAIN = (1, 1, 2, 2, 3, 4)  # mentions of one thing in one article
SURNAME_ONLY = 0.03  # of the articles that name a person
TOPICS = 12  # neighbours in the list of things that make up the cast of one story


class Telling:
    """One article as it is written: its text, mentions and claims."""

    def __init__(self, id: str, random: Random) -> None:
        self.id, self.random = id, random
        self.parts: list[str] = []
        self.length = 0
        self.mentions: list[Mention] = []
        self.claims: list[Claim] = []
        self.chains: dict[tuple[str, int], Mention] = {}

    def say(self, text: str) -> tuple[int, int]:
        start = self.length
        self.parts.append(text)
        self.length += len(text) + 1
        return start, start + len(text)

    def name(self, kind: str, place: int, names: Sequence[str]) -> Mention:
        """The chain of a thing, told with some of its names when it is first needed; its first mention."""
        if (kind, place) not in self.chains:
            count, number = self.random.choice(PER_CHAIN), len(self.chains)
            used = [names[0], *(self.random.choice(names) for _ in range(count - 1))]
            for text in used:
                start, end = self.say(text)
                self.mentions.append(Mention(self.id, start, end, text, kind, number))
            self.chains[(kind, place)] = self.mentions[-count]
        return self.chains[(kind, place)]

    def claim(self, kind: str, **slots: Value) -> None:
        sentence = f"Sentence {len(self.claims)} says so."
        start, end = self.say(sentence)
        evidence = Evidence(self.id, start, end, sentence, "bench.rule", 0.9)
        self.claims.append(Claim(kind, tuple(Argument(p, v) for p, v in slots.items()), evidence))


def news(mentions: int, lexicon: Lexicon) -> Iterator[Extraction]:
    """Articles with about so many mentions in all."""
    world = World(mentions, lexicon)
    told = number = 0
    while told < mentions:
        telling = Telling(f"story-{number:07d}", world.random)
        sale = world.random.choices(world.sales, cum_weights=world.sale_weights)[0]
        _tell_of_sale(telling, world, sale)
        anchor = world.one("Person")
        while len(telling.mentions) < MENTIONS_PER_ARTICLE:
            _tell_of_others(telling, world, anchor)
        day = Date(sale.day.year, sale.day.month, world.random.randrange(1, 29))
        yield Extraction(Article(telling.id, " ".join(telling.parts), published=day), tuple(telling.mentions), tuple(telling.claims))
        told, number = told + len(telling.mentions), number + 1


def _country(telling: Telling, world: World, place: int) -> Mention:
    country = world.countries[place]
    return telling.name("Country", place, (country.name, country.demonyms[0], country.capitals[0]))


def _thing(telling: Telling, world: World, kind: str, place: int) -> Mention:
    names = world.things[kind][place].names
    first = world.random.randrange(len(names) - (kind == "Person")) if len(names) > 1 else 0
    alone = kind == "Person" and world.random.random() < SURNAME_ONLY
    return telling.name(kind, place, names[-1:] if alone else (names[first], *names))


def _tell_of_sale(telling: Telling, world: World, sale: Sale) -> None:
    """One or two claims on a sale, each with some of what there is to say."""
    random = world.random
    parties = {"buyer": _country(telling, world, sale.buyer), "system": _thing(telling, world, "System", sale.system)}
    for _ in range(random.choice((1, 1, 2))):
        slots: dict[str, Value] = {**parties, "status": random.choice(STATUSES)}
        if random.random() < 0.6:
            slots["seller"] = _thing(telling, world, "Organization", sale.seller)
        if random.random() < 0.5:
            slots["quantity"] = Quantity(Decimal(sale.quantity), "unit", False, f"{sale.quantity} units")
        if random.random() < 0.5:
            about = random.random() < 0.3
            millions = round(sale.millions, -2) or sale.millions if about else sale.millions
            slots["hasValue"] = Money(Decimal(millions) * 1_000_000, "USD", about, f"${millions} million")
        if random.random() < 0.4:
            slots["hasDate"] = sale.day if random.random() < 0.5 else Date(sale.day.year)
        telling.claim("Purchase", **slots)


def _tell_of_others(telling: Telling, world: World, anchor: int) -> None:
    """A person, firm, place or country that is often in such stories; a person mostly with a post."""
    random = world.random
    kind = random.choices(("Person", "Organization", "System", "Place", "Country"), (10, 6, 3, 1, 3))[0]
    if kind == "Country":
        _country(telling, world, world.one("Country"))
        return
    things = world.things[kind]
    near = (anchor * len(things) // len(world.things["Person"]) + random.randrange(TOPICS)) % len(things)
    world.turn[kind] += 1
    place = random.choices((near, world.turn[kind] % len(things), world.one(kind)), (3, 5, 3))[0]
    mention = _thing(telling, world, kind, place)
    if kind == "Person" and random.random() < 0.4:
        person = things[place]
        telling.claim("RoleHolding", holder=mention, title=person.title, of=_country(telling, world, person.home), status="current")
