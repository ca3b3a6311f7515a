"""Which spans of a passage do its facts mean: what is bought or delivered, and what stands in the slots of each?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from spacy.tokens import Doc

from kg.extraction.learned.asked import THINGS, TITLE, Span
from kg.training.answers import ANSWERS, FILLED_BY, OF_DEALS, OF_DELIVERIES, OF_POSTS, PARTIES

Facts = Mapping[str, Any]  # a line of kg/language/training/news-facts/
Choice = tuple[frozenset[str], bool]  # kinds of span; whether the last of them in the words is meant, else the one that covers most

_NOUNS: Choice = frozenset({"goods", "Organization"}), True  # "fast patrol boats": the boats
BOUGHT: tuple[Choice, ...] = (
    (frozenset({"System"}), False),
    _NOUNS,
    (THINGS, False),
    (frozenset({"Country", "Place", "Person", TITLE}), False),  # a firm or a ship that was taken for a place or a person
)
ACQUIRED: tuple[Choice, ...] = ((frozenset({"System", "Organization"}), False), *BOUGHT[1:])
DELIVERED: tuple[Choice, ...] = ((frozenset({"System"}), False), _NOUNS, (THINGS | PARTIES, False))
HELD: tuple[Choice, ...] = ((frozenset({TITLE}), False),)


class NotInPassage(ValueError):
    """Words of a fact do not stand in its passage; the message names both."""


@dataclass(frozen=True)
class Labels:
    """What is true of the spans of a passage, by their numbers.

    deals: thing -> (status, kind) of each deal on it; deliveries: thing -> statuses; posts: title -> statuses; slots: (thing or
    title, filler, slot).
    """

    deals: Mapping[int, tuple[tuple[str, str], ...]]
    deliveries: Mapping[int, tuple[str, ...]]
    posts: Mapping[int, tuple[str, ...]]
    slots: frozenset[tuple[int, int, str]]

    @property
    def told(self) -> list[int]:
        """All things and titles with a fact, sorted."""
        return sorted({*self.deals, *self.deliveries, *self.posts})


def labels_of(facts: Facts, spans: Sequence[Span], doc: Doc) -> tuple[Labels, Counter[str]]:
    """The labels of a passage, and how many parts of its facts ("system", "buyer") no span stands for, which teach nothing.

    Raises NotInPassage, and ValueError for a status or kind that the network does not know.
    """
    page = Page(str(facts["id"]), spans, doc)
    deals, deliveries, posts = dict[int, tuple[tuple[str, str], ...]](), dict[int, tuple[str, ...]](), dict[int, tuple[str, ...]]()
    slots: set[tuple[int, int, str]] = set()
    for deal in facts["deals"]:
        kind = deal["kind"].capitalize()
        page.check("status", deal["status"])
        page.check("kind", kind)
        for thing in page.things(deal, "system", ACQUIRED if kind == "Acquisition" else BOUGHT):
            deals[thing] = (*deals.get(thing, ()), (deal["status"], kind))
            slots |= set(page.slots(deal, thing, OF_DEALS))
    for delivery in facts["deliveries"]:
        page.check("delivery", delivery["status"])
        for thing in page.things(delivery, "system", DELIVERED):
            deliveries[thing] = (*deliveries.get(thing, ()), delivery["status"])
            slots |= set(page.slots(delivery, thing, OF_DELIVERIES))
    for role in facts["roles"]:
        page.check("post", role["status"])
        for title in page.things(role, "title", HELD):
            posts[title] = (*posts.get(title, ()), role["status"])
            slots |= set(page.slots(role, title, OF_POSTS))
    return Labels(deals, deliveries, posts, frozenset(slots)), page.missed


class Page:
    """The spans of one passage, looked up by the words of facts."""

    def __init__(self, id: str, spans: Sequence[Span], doc: Doc) -> None:
        """id: of the passage, for messages."""
        self.id, self.text, self.missed = id, doc.text, Counter[str]()
        self.spans = [(doc[start].idx, doc[end - 1].idx + len(doc[end - 1]), kind) for start, end, kind, _ in spans]

    def check(self, answer: str, value: str) -> None:
        """Raise ValueError for a value that the network has no answer for."""
        if value not in ANSWERS[answer][answer != "kind" :]:
            raise ValueError(f"{self.id}: unknown {answer} {value!r}; known: {', '.join(filter(None, ANSWERS[answer]))}")

    def things(self, fact: Facts, part: str, choices: Sequence[Choice]) -> Iterator[int]:
        """The spans of what a fact is about, by the first choice that gives one."""
        for place in self._places(fact, part):
            found = (self.pick(place, kinds, last=last) for kinds, last in choices)
            thing = next((f for f in found if f is not None), None)
            if thing is None:
                self.missed[part] += 1
            else:
                yield thing

    def slots(self, fact: Facts, thing: int, slots: Mapping[str, frozenset[str]]) -> Iterator[tuple[int, int, str]]:
        """What stands in the slots of a thing."""
        for slot in slots:
            for place in self._places(fact, "quantity" if slot == "dquantity" else slot):
                filler = self.pick(place, FILLED_BY[slot])
                if filler is None:
                    self.missed[slot] += 1
                else:
                    yield thing, filler, slot

    def pick(self, place: tuple[int, int], kinds: frozenset[str], *, last: bool = False) -> int | None:
        """The number of the span of these kinds that stands in a place: with half of its characters, named, with most of them, the last."""
        found: list[tuple[tuple[bool, bool, int, int], int]] = []
        for number, (start, end, kind) in enumerate(self.spans):
            shared = min(end, place[1]) - max(start, place[0])
            if kind in kinds and shared > 0:
                size = (False, kind != "goods", 0) if last else (2 * shared >= place[1] - place[0], kind != "goods", shared)
                found.append(((*size, start), -number))
        return -max(found)[1] if found else None

    def _places(self, fact: Facts, part: str) -> Iterator[tuple[int, int]]:
        value = fact[part]
        for words in value if isinstance(value, list) else [value] if value else []:
            yield self._place(words, fact["evidence"])

    def _place(self, words: str, evidence: str) -> tuple[int, int]:
        """Where words stand, in characters: in the evidence, or else as near to it as they do."""
        low = self.text.find(evidence)
        high = low + len(evidence)
        places = list(_occurrences(words, self.text)) or list(_occurrences(words.lower(), self.text.lower()))
        if low < 0 or not places:
            raise NotInPassage(f"{self.id}: {(evidence if low < 0 else words)!r} does not stand in the passage")
        return min(places, key=lambda p: (not (low <= p[0] and p[1] <= high), max(low - p[1], p[0] - high, 0), p[0]))


def _occurrences(words: str, text: str) -> Iterator[tuple[int, int]]:
    """Where words begin that are not the end of a longer one."""
    at = text.find(words)
    while at >= 0:
        if not (at and text[at - 1].isalnum() and words[0].isalnum()):
            yield at, at + len(words)
        at = text.find(words, at + 1)
