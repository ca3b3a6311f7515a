"""A small world for tests of the graph, the rules and the exporters: two articles, nine entities, five facts.

`sample_graph()` is assembled and inferred (`kg.graph.view` shows it); `sample_resolution()` and `sample_articles()` make it up.
`hostile_resolution(label)` is the same world with one name replaced.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from kg.graph import KnowledgeGraph, assemble
from kg.model import Argument, Article, Claim, Decision, Entity, Evidence, Fact, Mention, Ref, Resolution, Side, Value
from kg.ontology import load
from kg.reasoning import infer
from kg.values import Date, Money, Quantity

FIRST = (
    "Turkey bought four S-400 batteries from Russia in December 2017 for $2.5 billion, Foreign Minister Mevlut Cavusoglu said.\n\n"
    "Deliveries to Turkey began in July 2019."
)
SECOND = (
    "Ankara ordered the S-400 systems in 2017 at about $2 billion. "
    "Poland reportedly plans to buy 32 jets. Ash Carter, a former defence secretary, criticised the order."
)

ENTITIES = {
    "person-ash-carter": ("Person", "Ash Carter", ()),
    "person-mevlut-cavusoglu": ("Person", "Mevlut Cavusoglu", ("Cavusoglu",)),
    "country-poland": ("Country", "Poland", ()),
    "country-russia": ("Country", "Russia", ()),
    "country-turkey": ("Country", "Turkey", ("Ankara",)),
    "system-jet": ("System", "jets", ()),
    "system-s-400": ("System", "S-400", ("S-400 systems",)),
    "role-defence-secretary": ("Role", "defence secretary", ()),
    "role-foreign-minister-country-turkey": ("Role", "Foreign Minister of Turkey", ()),
}
CODES = {"country-poland": "PL", "country-russia": "RU", "country-turkey": "TR"}


def sample_graph() -> KnowledgeGraph:
    """The sample, assembled and inferred with the shipped ontology and rules."""
    ontology = load()
    return infer(assemble(sample_resolution(), sample_articles(), ontology), ontology)


def sample_articles() -> tuple[Article, ...]:
    """Two stories of different days, one of them without an address."""
    return (
        Article(
            id="first-story", text=FIRST, headline="Turkey's S-400 purchase", published=Date(2019, 11, 27), published_from="first line",
            publisher="Sample News", url="https://news.example/s-400?id=1&x=2", place="MOSCOW",
        ),
        Article(id="second story", text=SECOND, headline="Orders", published=Date(2020, 1, 5), url="javascript:alert(1)"),
    )  # fmt: skip


def sample_resolution() -> Resolution:
    """Facts told once and twice, with values that disagree, a hedge, and one decision for and one against a merge."""
    return Resolution(entities=_entities(), facts=_facts(), decisions=_decisions())


def hostile_resolution(label: str) -> Resolution:
    """The sample with the buyer's label and one title replaced by any text."""
    world = sample_resolution()
    entities = tuple(replace(e, label=label, names=(label, *e.names[1:])) if e.id == "country-turkey" else e for e in world.entities)
    facts = tuple(
        replace(f, arguments=tuple(Argument("title", label) if a.property == "title" else a for a in f.arguments)) for f in world.facts
    )
    return replace(world, entities=entities, facts=facts)


def fact(id: str, kind: str, *claims: Claim, **slots: Value | tuple[Value, ...]) -> Fact:
    """A fact from keyword slots; a tuple fills a slot more than once. `from_` and `of_` stand for Python's own words."""
    return Fact(id, kind, _arguments(slots), claims)


def claim(kind: str, article: str, quote: str, rule: str, **slots: Value | tuple[Value, ...]) -> Claim:
    """A claim whose evidence is the quote, found in the sample article's text (offset 0 when it is not there)."""
    text = {"first-story": FIRST, "second story": SECOND}.get(article, quote)
    start = max(text.find(quote), 0)
    return Claim(kind, _arguments(slots), Evidence(article, start, start + len(quote), quote, rule, 0.9))


def _arguments(slots: dict[str, Value | tuple[Value, ...]]) -> tuple[Argument, ...]:
    pairs = [(name.rstrip("_"), value if isinstance(value, tuple) else (value,)) for name, value in slots.items()]
    return tuple(Argument(name, value) for name, values in pairs for value in values)


def _entities() -> tuple[Entity, ...]:
    return tuple(
        Entity(id, kind, label, (label, *others), _mentions(kind, (label, *others)), CODES.get(id, ""))
        for id, (kind, label, others) in sorted(ENTITIES.items())
    )


def _mentions(kind: str, names: tuple[str, ...]) -> tuple[Mention, ...]:
    found = []
    for article in sample_articles():
        for name in names:
            start = article.text.find(name)
            if start >= 0 and kind != "Role":
                found.append(Mention(article.id, start, start + len(name), name, kind))
    return tuple(found)


def _facts() -> tuple[Fact, ...]:
    turkey, russia, s400 = Ref("country-turkey"), Ref("country-russia"), Ref("system-s-400")
    money = Money(Decimal("2.5E9"), "USD", False, "$2.5 billion")
    told_first = claim(
        "Purchase", "first-story", FIRST.split("\n\n")[0], "deal.order.active",
        buyer=turkey, seller=russia, system=s400, quantity=Quantity(Decimal(4), "battery", False, "four S-400 batteries"),
        hasValue=money, hasDate=Date(2017, 12, text="December 2017"), status="signed",
    )  # fmt: skip
    told_again = claim(
        "Purchase", "second story", "Ankara ordered the S-400 systems in 2017 at about $2 billion.", "deal.order.active",
        buyer=Mention("second story", 0, 6, "Ankara", "Country"), system=s400, status="signed", hasDate=Date(2017),
        hasValue=Money(Decimal(2000000000), "USD", True, "about $2 billion"),
    )  # fmt: skip
    minister = Ref("person-mevlut-cavusoglu")
    return (
        fact(
            "deal-turkey-s-400", "Purchase", told_first, told_again,
            buyer=turkey, seller=russia, system=s400, quantity=Quantity(Decimal(4), "battery", False, "four S-400 batteries"),
            hasValue=money, hasDate=Date(2017, 12, text="December 2017"), status="signed", attributedTo=minister,
        ),
        fact(
            "deal-poland-jet", "Purchase",
            claim("Purchase", "second story", "Poland reportedly plans to buy 32 jets.", "deal.plan", status="planned"),
            buyer=Ref("country-poland"), system=Ref("system-jet"), quantity=Quantity(Decimal(32), "jet", False, "32 jets"),
            status="planned", hedge="reportedly",
        ),
        fact(
            "delivery-turkey-s-400", "Delivery",
            claim("Delivery", "first-story", "Deliveries to Turkey began in July 2019.", "delivery.begin", status="started"),
            system=s400, to=turkey, start=Date(2019, 7, text="July 2019"), status="started",
        ),
        fact(
            "holding-carter", "RoleHolding",
            claim("RoleHolding", "second story", "Ash Carter, a former defence secretary", "role.apposition", status="former"),
            holder=Ref("person-ash-carter"), title="defence secretary", role=Ref("role-defence-secretary"), status="former",
        ),
        fact(
            "holding-cavusoglu", "RoleHolding",
            claim("RoleHolding", "first-story", "Foreign Minister Mevlut Cavusoglu", "role.title-before-name", status="current"),
            holder=minister, title="Foreign Minister", of=turkey, role=Ref("role-foreign-minister-country-turkey"), status="current",
        ),
    )  # fmt: skip


def _decisions() -> tuple[Decision, ...]:
    turkey, ankara = (
        Side("country-turkey", "Turkey", "first-story"),
        Side("country-turkey", "Ankara", "second story", "Ankara ordered the"),
    )
    jets, batteries = (
        Side("deal-poland-jet", "bought jets", "second story"),
        Side("deal-turkey-s-400", "bought four batteries", "first-story"),
    )
    findings = ("+0.10 near each other", "veto different buyers: Poland / Turkey")
    return (
        Decision("Country", turkey, ankara, True, 1.0, "Ankara is the capital of Turkey and acts for its government"),
        Decision("Deal", jets, batteries, False, 0.1, "different buyers: Poland / Turkey", findings, uncertain=True, by="Ann"),
    )
