"""What does the network of slots learn from? Passages as it will be asked about articles, with the answers that their facts give."""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from spacy.language import Language
from spacy.tokens import Doc

from kg.extraction.extract import event_claims, story_of
from kg.extraction.learned.asked import THINGS, TITLE, Asked, Span, asked_of
from kg.extraction.roles import stated_posts
from kg.language import annotate
from kg.language.encoder.wordpieces import Wordpieces, look
from kg.language.slots.geometry import arc_distance, top
from kg.language.training.names import PASSAGES
from kg.lexicon import Lexicon
from kg.training.answers import FILLERS
from kg.training.labels import Facts, Labels, labels_of
from kg.training.passages import FACTS, article_of, behind_dateline, file_of, told_passages

log = logging.getLogger(__name__)


class Word(NamedTuple):
    """One token: its pieces (none for white space), the class of its look, the kind of the span it is in, what rules have told of it,
    the number of its sentence, and whether it is an adjective ("Norwegian"), which no noun may replace.
    """

    pieces: tuple[int, ...]
    look: int
    kind: str
    told: str
    sentence: int
    adjective: bool


@dataclass(frozen=True)
class Example:
    """A passage, or several read as one, with its labels.

    spans, relations: see kg.language.slots.network.Asked. arcs: (thing or title, filler) of one sentence -> class of their distance
    in the tree (kg.language.slots.geometry).
    """

    words: tuple[Word, ...]
    spans: tuple[Span, ...]
    relations: Mapping[tuple[int, int], frozenset[str]]
    arcs: Mapping[tuple[int, int], int]
    labels: Labels

    @property
    def length(self) -> int:
        """Number of pieces."""
        return sum(len(w.pieces) for w in self.words)

    @property
    def asked(self) -> list[int]:
        """Numbers of the spans that may be things or posts."""
        return asked_about(self.spans)

    @property
    def fillers(self) -> list[int]:
        """Numbers of the spans that may stand in a slot."""
        return [k for k, s in enumerate(self.spans) if s[2] in FILLERS]


@dataclass(frozen=True)
class Reader:
    """Makes examples. nlp: the language model; pieces: the vocabulary of the network."""

    nlp: Language
    lexicon: Lexicon
    pieces: Wordpieces

    def examples(
        self, facts: Path = FACTS, passages: Path = PASSAGES, without: Collection[str] = (), twice: Collection[str] = ()
    ) -> list[Example]:
        """All passages whose facts are written down but those of some files, in order, those of others twice.

        Raises NotInPassage, ValueError (labels_of).
        """
        found: list[Example] = []
        missed: Counter[str] = Counter()
        for row, text in told_passages(facts, passages):
            if file_of(row) in without:
                continue
            example, open_parts = self.example(row, text)
            found += [example] * (1 + (file_of(row) in twice))
            missed += open_parts
        log.info("%d passages; parts of facts for which no span stands: %s", len(found), dict(sorted(missed.items())))
        return found

    def example(self, facts: Facts, text: str) -> tuple[Example, Counter[str]]:
        """One passage, and how many parts of its facts have no span (labels_of)."""
        article = article_of(facts, text, self.lexicon)
        doc = annotate(article, self.nlp, self.lexicon)
        story = story_of(doc, article, self.lexicon)
        asked = asked_of(story, stated_posts(story), event_claims(story))
        labels, missed = labels_of(behind_dateline(facts, text, article.text), asked.spans, doc)
        return Example(self._words(doc, asked), asked.spans, asked.relations, arcs_of(asked, doc), labels), missed

    def _words(self, doc: Doc, asked: Asked) -> tuple[Word, ...]:
        numbers = [number for number, sentence in enumerate(doc.sents) for _ in sentence]
        return tuple(
            Word(() if t.is_space else self.pieces.pieces(t.norm_), look(t.shape_), kind, told, number, t.pos_ == "ADJ")
            for t, kind, told, number in zip(doc, asked.words, asked.told, numbers, strict=True)
        )


def asked_about(spans: tuple[Span, ...]) -> list[int]:
    """Numbers of the spans that may be things or posts."""
    return [k for k, s in enumerate(spans) if s[2] in THINGS or s[2] == TITLE]


def arcs_of(asked: Asked, doc: Doc) -> dict[tuple[int, int], int]:
    """Example.arcs of a passage."""
    tops = [top(doc, start, end) for start, end, _, _ in asked.spans]
    fillers = [k for k, s in enumerate(asked.spans) if s[2] in FILLERS]
    pairs = ((k, f) for k in asked_about(asked.spans) for f in fillers)
    return {(k, f): arc_distance(tops[k], tops[f]) for k, f in pairs if tops[k].sent.start == tops[f].sent.start}
