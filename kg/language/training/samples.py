"""What does the transformer learn from? Windows of words with the answers that their source knows, and gaps where it knows none."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc
from spacy.training import Example

from kg.language.encoder.windows import PIECES, windows
from kg.language.encoder.wordpieces import Wordpieces, look
from kg.language.names import LABELS, TITLE
from kg.language.training.names import to_example
from kg.language.training.passages import Marked

MISSING = -100
LIMITS = (PIECES, PIECES, 48, 1)  # pieces of the windows that a text is cut into, drawn anew each time; 1: sentence by sentence
NAME_LABELS = tuple(sorted({*LABELS, TITLE}))


@dataclass(frozen=True, slots=True)
class Reading:
    """One text: its words as the encoder sees them, and by task the answer for each word, MISSING where unknown.

    Tasks: tag, morph, lemma, start (0 or 1), sentence (its number), head (token index), relation, name (begin, inside: see
    the name tagger).
    """

    doc: Doc
    pieces: tuple[tuple[int, ...], ...]
    looks: tuple[int, ...]
    answers: dict[str, list[int]]


@dataclass(frozen=True, slots=True)
class Sample:
    """One window of a reading; heads are places in the window."""

    pieces: tuple[tuple[int, ...], ...]
    looks: tuple[int, ...]
    answers: dict[str, list[int]]

    @property
    def length(self) -> int:
        """Number of pieces."""
        return sum(map(len, self.pieces))


def reading(doc: Doc, pieces: Wordpieces, answers: dict[str, list[int]]) -> Reading:
    """A text with its answers, its words in pieces."""
    return Reading(
        doc,
        tuple(() if t.is_space else pieces.pieces(t.norm_) for t in doc),
        tuple(look(t.shape_) for t in doc),
        answers,
    )


def cut(text: Reading, rng: random.Random) -> Iterator[Sample]:
    """The text in windows of a length drawn by chance: headlines come alone, stories in paragraphs."""
    for window in windows(text.doc, [len(p) for p in text.pieces], limit=rng.choice(LIMITS)):
        places = {i: at for at, i in enumerate(window)}
        answers = {task: [values[i] for i in window] for task, values in text.answers.items()}
        if "head" in answers:
            answers["head"] = [places.get(head, MISSING) for head in answers["head"]]
        yield Sample(tuple(text.pieces[i] for i in window), tuple(text.looks[i] for i in window), answers)


def name_answers(marked: Marked, nlp: Language) -> tuple[Doc, dict[str, list[int]]]:
    """A text with marked names and the tag of each of its words."""
    gold = to_example(marked, nlp).reference
    tags = []
    for token in gold:
        label = NAME_LABELS.index(token.ent_type_) if token.ent_type_ else 0
        tags.append({0: MISSING, 1: 2 * label + 2, 2: 0, 3: 2 * label + 1}[token.ent_iob])
    return gold, {"name": tags}


class TreeTasks:
    """The labels of the treebanks' tasks, as spaCy's own components number them."""

    def __init__(self, nlp: Language, examples: Callable[[], Iterable[Example]]) -> None:
        """nlp: has tagger, morphologizer and trainable_lemmatizer, not yet initialized; they take their labels from examples."""
        self.nlp = nlp
        for pipe in ("tagger", "morphologizer", "trainable_lemmatizer"):
            component: Any = nlp.get_pipe(pipe)
            component.initialize(examples, nlp=nlp)
        relations = {token.dep_ for example in examples() for token in example.reference if token.dep_}
        self.relations = tuple(sorted(relations))
        self._tags = {label: i for i, label in enumerate(nlp.get_pipe("tagger").labels)}  # type: ignore[attr-defined, unused-ignore]
        self._morphs = {label: i for i, label in enumerate(nlp.get_pipe("morphologizer").labels)}  # type: ignore[attr-defined, unused-ignore]
        self._relations = {label: i for i, label in enumerate(self.relations)}

    def answers(self, example: Example) -> tuple[Doc, dict[str, list[int]]]:
        """A text as the tokenizer cuts it, with what its trees say of each token; nothing where the two cut differently."""
        doc = example.predicted
        reader: Any = example
        heads, relations = reader.get_aligned_parse(projectivize=False)
        starts = reader.get_aligned_sent_starts()
        numbers, number = [], -1
        for start in starts:
            number += start == 1
            numbers.append(max(number, 0))
        known = {
            "tag": [self._tags.get(tag, MISSING) for tag in example.get_aligned("TAG", as_string=True)],
            "morph": self._morph_answers(example),
            "lemma": self._lemma_answers(example),
            "start": [MISSING if s is None else int(s == 1) for s in starts],
            "sentence": numbers,
            "head": [MISSING if h is None or numbers[h] != numbers[i] else h for i, h in enumerate(heads)],
            "relation": [MISSING if r is None else self._relations.get(r, MISSING) for r in relations],
        }
        for token in doc:
            if token.is_space:
                for task in ("tag", "morph", "lemma", "start", "head", "relation"):
                    known[task][token.i] = MISSING
        return doc, known

    def _morph_answers(self, example: Example) -> list[int]:
        answers = []
        morphology = self.nlp.vocab.morphology
        pairs = zip(example.get_aligned("POS", as_string=True), example.get_aligned("MORPH", as_string=True), strict=True)
        for pos, morph in pairs:
            features = morphology.feats_to_dict(morph or "") | ({"POS": pos} if pos else {})
            label = self.nlp.vocab.strings[morphology.add(features)] if pos and morph is not None else ""
            answers.append(self._morphs.get(label, MISSING))
        return answers

    def _lemma_answers(self, example: Example) -> list[int]:
        lemmatizer: Any = self.nlp.get_pipe("trainable_lemmatizer")
        return [
            lemmatizer.tree2label.get(lemmatizer.trees.add(token.text, lemma), MISSING) if lemma else MISSING
            for token, lemma in zip(example.predicted, example.get_aligned("LEMMA", as_string=True), strict=True)
        ]


def batches(samples: Iterable[Sample], pieces: int, rng: random.Random) -> list[list[Sample]]:
    """The samples in batches of like lengths with at most this many pieces, padding included; their order is drawn by chance."""
    pool = sorted(samples, key=lambda s: (s.length, rng.random()))
    result: list[list[Sample]] = [[]]
    for sample in pool:
        if result[-1] and (len(result[-1]) + 1) * (sample.length + 2) > pieces:
            result.append([])
        result[-1].append(sample)
    rng.shuffle(result)
    return result
