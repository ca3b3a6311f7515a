"""Stories made by hand: mentions and claims without a language model."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from kg.model import Argument, Article, Claim, Entity, Evidence, Extraction, Fact, Mention, Resolution, Value
from kg.values import Date, Money, Quantity


class Story:
    """Collects what one article says; `told()` gives the extraction. Each call of a kind opens a new chain."""

    def __init__(self, id: str, published: str = "") -> None:
        self.id, self.published = id, published
        self.text = ""
        self.mentions: list[Mention] = []
        self.claims: list[Claim] = []
        self.chains = 0

    def _say(self, text: str) -> tuple[int, int]:
        start = len(self.text) + (1 if self.text else 0)
        self.text = f"{self.text} {text}".strip()
        return start, start + len(text)

    def chain(self, kind: str, *names: str, named: bool = True) -> Mention:
        self.chains += 1
        for name in names:
            start, end = self._say(name)
            self.mentions.append(Mention(self.id, start, end, name, kind, self.chains, named))
        return self.mentions[-len(names)]

    def person(self, *names: str) -> Mention:
        return self.chain("Person", *names)

    def country(self, *names: str) -> Mention:
        return self.chain("Country", *names)

    def organization(self, *names: str) -> Mention:
        return self.chain("Organization", *names)

    def system(self, *names: str) -> Mention:
        return self.chain("System", *names)

    def again(self, mention: Mention, text: str, *, named: bool = False) -> Mention:
        """A further mention of the same chain ("he")."""
        start, end = self._say(text)
        self.mentions.append(Mention(self.id, start, end, text, mention.kind, mention.chain, named))
        return self.mentions[-1]

    def claim(self, kind: str, confidence: float = 0.9, **slots: Value | list[Value]) -> Claim:
        values = [Argument(p, v) for p, given in slots.items() for v in (given if isinstance(given, list) else [given])]
        words = f"sentence {len(self.claims)}."
        start, end = self._say(words)
        self.claims.append(Claim(kind, tuple(values), Evidence(self.id, start, end, words, "test.rule", confidence)))
        return self.claims[-1]

    def holds(self, person: Mention, title: str, of: Mention | None = None, status: str = "current") -> Claim:
        if of is None:
            return self.claim("RoleHolding", holder=person, title=title, status=status)
        return self.claim("RoleHolding", holder=person, title=title, status=status, of=of)

    def told(self) -> Extraction:
        article = Article(self.id, self.text, published=Date.parse(self.published) if self.published else None)
        return Extraction(article, tuple(sorted(self.mentions, key=lambda m: m.start)), tuple(self.claims))


def money(amount: float, currency: str = "USD", *, about: bool = False) -> Money:
    return Money(Decimal(str(amount)), currency, about, f"{amount} {currency}")


def count(number: int, unit: str = "", *, about: bool = False) -> Quantity:
    return Quantity(Decimal(number), unit, about, f"{number} {unit}")


def of_kind(resolution: Resolution, kind: str) -> list[Entity]:
    return [e for e in resolution.entities if e.kind == kind]


def labels(resolution: Resolution, kind: str) -> list[str]:
    return [e.label for e in of_kind(resolution, kind)]


def facts(resolution: Resolution, *kinds: str) -> list[Fact]:
    return [f for f in resolution.facts if f.kind in kinds]


def extractions(stories: Iterable[Story]) -> list[Extraction]:
    return [s.told() for s in stories]
