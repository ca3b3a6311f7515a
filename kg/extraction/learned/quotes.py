"""Which sentences are the evidence of what the network says: those from the system to the party, and on to what else is told of it?"""

from __future__ import annotations

from dataclasses import dataclass, field

from spacy.tokens import Span

from kg.extraction.frames.amounts import converted
from kg.extraction.learned.thing import Thing
from kg.extraction.story import Story
from kg.model import Mention, Value
from kg.values import Money

NEAR = 2  # sentences between what belongs together
STATED = {"hasValue": ("value", "money"), "quantity": ("quantity", "quantities"), "hasDate": ("date", "dates")}  # network's slot, spans


@dataclass
class Quote:
    """What is told of one thing, and the sentences that tell it. What stands too far from them is left out."""

    thing: Thing
    sentences: Span
    told: dict[str, Value] = field(default_factory=dict)

    def add(self, slot: str, words: Span | None, value: Value | None) -> None:
        """One more slot, where its words are near; the quote goes on to them."""
        more = None if words is None or value is None else quoted(self.sentences, words, self.thing.story)
        if more is not None and value is not None:
            low, high = min(self.sentences.start, more.start), max(self.sentences.end, more.end)
            self.sentences, self.told[slot] = self.thing.story.doc[low:high], value

    def add_party(self, slot: str, party: Mention | None) -> None:
        """A party in a slot."""
        self.add(slot, None if party is None else self.thing.story.span(party), party)

    @property
    def parties(self) -> list[Mention]:
        """Who stands in a slot."""
        return [value for value in self.told.values() if isinstance(value, Mention)]

    def add_stated(self, slot: str, sure: float) -> None:
        """The amount, count or date of a deal."""
        self.add_value(slot, *STATED[slot], sure)

    def add_value(self, slot: str, name: str, group: str, sure: float) -> None:
        """The value that the network puts into the slot which it calls by this name."""
        words = self.thing.stated(name, group, sure)
        self.add(slot, words, None if words is None else words._.value)

    def converted(self, slot: str) -> list[Money]:
        """The amount in a slot in another currency, where the sentences tell it right behind."""
        stated = self.thing.story.values("money", self.sentences)
        words = next((span for span, value in stated if value is self.told.get(slot)), None)
        return [] if words is None else converted(words, self.thing.story)


def quoted(span: Span, other: Span, story: Story) -> Span | None:
    """The sentences from one span to another, None where there are more than NEAR between."""
    sentences = list(story.doc.sents)
    here = next(k for k, s in enumerate(sentences) if s.start <= span.start < s.end)
    there = next(k for k, s in enumerate(sentences) if s.start <= other.start < s.end)
    if abs(here - there) > NEAR:
        return None
    return story.doc[sentences[min(here, there)].start : sentences[max(here, there)].end]


def quoted_or_alone(thing: Thing, party: Mention) -> Span:
    """The sentences from a thing to a party, that of the thing alone where the party is far."""
    own = thing.span.sent
    return quoted(thing.span, thing.story.span(party), thing.story) or own
