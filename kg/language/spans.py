"""What is a name while the rules still work on it, and how do two lists of names become one without overlap?"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from spacy.tokens import Doc, Span


class Name(NamedTuple):
    """A stretch of tokens, end exclusive, with a label."""

    start: int
    end: int
    label: str

    def overlaps(self, other: Name) -> bool:
        """Whether they share a token."""
        return self.start < other.end and other.start < self.end

    def covers(self, other: Name) -> bool:
        """Whether the other lies within this one (or is this one)."""
        return self.start <= other.start and other.end <= self.end

    def span(self, doc: Doc) -> Span:
        """As a span of the Doc."""
        return Span(doc, self.start, self.end, label=self.label)


def names_of(doc: Doc) -> list[Name]:
    """The Doc's entities."""
    return [Name(ent.start, ent.end, ent.label_) for ent in doc.ents]


def add_longer(names: Iterable[Name], found: Iterable[Name]) -> list[Name]:
    """Names with the found ones added: a found one replaces names that lie strictly within it, and yields to all others it touches."""
    result = list(names)
    for new in found:
        touching = [old for old in result if old.overlaps(new)]
        if all(new.covers(old) and new[:2] != old[:2] for old in touching):
            result = [old for old in result if old not in touching] + [new]
    return sorted(result)


def join_overlapping(names: Iterable[Name]) -> list[Name]:
    """Names of one label, overlapping ones joined into one."""
    result: list[Name] = []
    for name in sorted(names):
        if result and name.start < result[-1].end:
            result[-1] = result[-1]._replace(end=max(result[-1].end, name.end))
        else:
            result.append(name)
    return result
