"""What does the network say of one thing, in the words of the story: which parties and values are in its slots?"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Protocol

from spacy.tokens import Doc, Span

from kg.extraction.assertion import Assertion, assertion
from kg.extraction.chains import singular
from kg.extraction.forces import force_state, is_force
from kg.extraction.learned.asked import VALUES, Asked
from kg.extraction.parties import PARTY_KINDS, party_of
from kg.extraction.story import Story
from kg.extraction.syntax import base
from kg.model import Mention

ALLIES = frozenset({"ally", "member", "partner"})
NAMED_PARTIES = frozenset({"Country", "Organization", "Place"})  # kinds of names that may stand in a slot for a party


class Answer(Protocol):
    """What the network says of one thing (kg.language.slots.Answer)."""

    @property
    def statuses(self) -> Mapping[str, float]:
        """Of the deal by which it is bought, "" for none."""
        ...

    @property
    def kinds(self) -> Mapping[str, float]:
        """Of that deal."""
        ...

    @property
    def deliveries(self) -> Mapping[str, float]:
        """Status of its delivery, "" for none."""
        ...

    @property
    def slots(self) -> Mapping[str, Mapping[int, float]]:
        """Slot -> number of a span -> that it fills the slot."""
        ...


class Network(Protocol):
    """Who answers (kg.language.slots.SlotNetwork)."""

    def answers(self, doc: Doc, asked: Asked, /) -> Mapping[int, Answer]:
        """An answer for each thing, by the number of its span."""
        ...


@dataclass(frozen=True)
class Thing:
    """A named system or a title by the number of its span, and the answer."""

    number: int
    answer: Answer
    asked: Asked
    story: Story

    @property
    def span(self) -> Span:
        """Its words."""
        start, end, _, _ = self.asked.spans[self.number]
        return self.story.doc[start:end]

    @property
    def standing(self) -> Assertion:
        """How far the text stands behind what it says of the thing."""
        token = self.span.root
        while base(token.dep_) in ("compound", "flat") and token.head != token:  # "Su-35 jets": as of the jets
            token = token.head
        return assertion(token, self.story)

    @property
    def mention(self) -> Mention:
        """Its name."""
        return self.at(self.number)

    def at(self, number: int) -> Mention:
        """The name that a span is."""
        start, _, _, chain = self.asked.spans[number]
        return next(m for m in self.story.chain(chain) if self.story.span(m).start == start)

    @property
    def sold(self) -> float:
        """How likely it is that a deal on it is told."""
        return 1 - self.answer.statuses[""]

    def sides(self, slot: str, sure: float) -> list[Mention]:
        """The parties in a slot at least this sure, the surest first."""
        return [party for _, party in self.parties(slot, sure)]

    def parties(self, slot: str, sure: float) -> list[tuple[float, Mention]]:
        """(how sure, party) of those in a slot at least this sure, the surest mention of each chain, the surest chain first."""
        found: dict[int, tuple[float, Mention]] = {}
        for k, chance in self.answer.slots[slot].items():
            start, end, kind, _ = self.asked.spans[k]
            if chance < sure or kind not in NAMED_PARTIES:
                continue
            party = state_or_firm(self.story.doc[start:end], self.story)
            if party is not None and chance > found.get(party.chain, (0.0, party))[0]:
                found[party.chain] = (chance, party)
        return sorted(found.values(), key=lambda f: (-f[0], f[1].start))

    def chance_of(self, slot: str, party: Mention) -> float:
        """How likely it is that a party of the rules fills a slot: by any of its names, or, for a body that acts for a state that has none
        in the story ("the FMV"), by the body's.
        """
        place = self.story.span(party)
        spans = {k: self.asked.spans[k] for k in self.answer.slots[slot]}
        same = [k for k, (start, end, _, chain) in spans.items() if chain == party.chain or (start < place.end and place.start < end)]
        return max((self.answer.slots[slot][k] for k in same), default=0.0)

    def stated(self, slot: str, group: str, sure: float) -> Span | None:
        """The words that state the value ("money", "dates", "quantities") in a slot, None for none so sure."""
        chances = [(chance, -k) for k, chance in self.answer.slots[slot].items() if self.asked.spans[k][2] == VALUES[group]]
        chance, number = max(chances, default=(0.0, 0))
        start, end = self.asked.spans[-number][:2]
        return next((s for s in self.story.doc.spans.get(group, ()) if chance >= sure and (s.start, s.end) == (start, end)), None)


def answered(story: Story, asked: Asked, numbers: Iterable[int], network: Network) -> dict[int, Thing]:
    """What the network says of the things with these numbers of spans; those in no stretch that it can read are left out."""
    asked = replace(asked, things=tuple(sorted(set(numbers))))
    return {k: Thing(k, answer, asked, story) for k, answer in network.answers(story.doc, asked).items()}


def state_or_firm(span: Span, story: Story) -> Mention | None:
    """The party that a name stands for: its state where it is a force or a ministry; none for an alliance that only describes one."""
    if is_ones_alliance(span, story):
        return None
    party = party_of(span.root, story)
    if party is not None and party.kind == "Organization" and is_force(span.root, story):
        return force_state(span.root, story) or party
    return party if party is not None and party.kind in PARTY_KINDS else None


def is_ones_alliance(span: Span, story: Story) -> bool:
    """Whether an alliance only tells of what kind a party is that has no name here ("a NATO country", "an EU member")."""
    noun, named = span.root.head, story.mention(span.root)
    tells = named is not None and named.kind == "Organization" and base(span.root.dep_) in ("compound", "amod", "nmod", "nmod:poss")
    nameless = {singular(noun.lower_), noun.lemma_.lower()} & (story.words.country_nouns | story.words.customer_nouns | ALLIES)
    return tells and noun.i >= span.end and bool(nameless)
