"""How does a text with marked names become a spaCy example? Names that the tokenizer cuts through are left unknown."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.training import Example

from kg.language.training.passages import Marked, named, read_passages

PASSAGES = Path(__file__).with_name("news-passages")


def name_dev_corpus() -> Callable[[Language], Iterator[Example]]:
    """Corpus reader for measuring: the passages held back from training."""

    def read(nlp: Language) -> Iterator[Example]:
        for marked in read_passages(PASSAGES, dev=True):
            yield to_example(named(marked), nlp, plurals=True)

    return read


def to_example(marked: Marked, nlp: Language, plurals: bool = False) -> Example:
    """The text as the tokenizer cuts it, with its names; a name that cuts through a token is left unknown.

    plurals: take the whole token where only the s of a plural is outside the name.
    """
    gold = nlp.make_doc(marked.text)
    names, unknown = list[Span](), list[Span]()
    taken: set[int] = set()
    for start, end, label in marked.spans:
        span = gold.char_span(start, end, label=label) or (_plural(gold, start, end, label) if plurals else None)
        if span is None:
            _add(unknown, gold, start, end, taken)
        elif taken.isdisjoint(range(span.start, span.end)):
            names.append(span)
            taken.update(range(span.start, span.end))
    for start, end in marked.unknown:
        _add(unknown, gold, start, end, taken)
    gold.set_ents(names, missing=unknown, default="outside")
    return Example(nlp.make_doc(marked.text), gold)


def _plural(doc: Doc, start: int, end: int, label: str) -> Span | None:
    """The whole token where only the s of a plural is outside: "12 Rafales"."""
    span = doc.char_span(start, end, label=label, alignment_mode="expand")
    return span if span is not None and span.text == doc.text[start:end] + "s" else None


def _add(unknown: list[Span], doc: Doc, start: int, end: int, taken: set[int]) -> None:
    span = doc.char_span(start, end, alignment_mode="expand")
    if span is None:
        return
    for i in range(span.start, span.end):
        if i not in taken:
            taken.add(i)
            unknown.append(doc[i : i + 1])
