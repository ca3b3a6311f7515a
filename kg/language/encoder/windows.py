"""Which words does the transformer read together? Whole sentences of one paragraph, as many as fit.

A window is the unit of its attention. Cutting behind full stops, and only there, keeps every sentence whole that is
shorter than a window; paragraphs are never mixed, so a menu does not colour the story beside it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc

PIECES = 128  # of one window: the length of the training windows
LONGEST = 400  # pieces of a window that holds one endless sentence; the encoder has 512 places
ENDS = frozenset({".", "!", "?", "…", "..."})
CLOSING = frozenset({'"', "”", "’", "'", "''", ")", "]"})


def windows(doc: Doc, sizes: Sequence[int], limit: int = PIECES) -> Iterator[list[int]]:
    """Runs of token indices of the doc, white space left out, each token once and in order.

    sizes: number of pieces of each token. A run has at most limit pieces, or is one sentence of at most LONGEST pieces.
    """
    for paragraph in paragraphs(doc):
        window: list[int] = []
        filled = 0
        for sentence in _sentences(doc, paragraph):
            length = sum(sizes[i] for i in sentence)
            if window and filled + length > limit:
                yield window
                window, filled = [], 0
            if length > LONGEST:
                *full, sentence = _pieces(sentence, sizes)
                yield from full
                length = sum(sizes[i] for i in sentence)
            window += sentence
            filled += length
        if window:
            yield window


def paragraphs(doc: Doc) -> Iterator[list[int]]:
    """Token indices between blank lines, white space left out."""
    run: list[int] = []
    newlines = 0
    for token in doc:
        if token.is_space:
            newlines += token.text.count("\n")
            continue
        if newlines > 1 and run:
            yield run
            run = []
        run.append(token.i)
        newlines = 0
    if run:
        yield run


def _sentences(doc: Doc, paragraph: list[int]) -> Iterator[list[int]]:
    """The paragraph cut behind full stops and the quotation marks after them; a guess good enough to cut windows."""
    start = 0
    ended = False
    for at, i in enumerate(paragraph):
        text = doc[i].text
        if ended and text not in CLOSING and text not in ENDS:
            yield paragraph[start:at]
            start, ended = at, False
        ended = ended or text in ENDS
    yield paragraph[start:]


def _pieces(sentence: list[int], sizes: Sequence[int]) -> list[list[int]]:
    """An endless sentence in runs of at most LONGEST pieces."""
    runs: list[list[int]] = [[]]
    filled = 0
    for i in sentence:
        if filled + sizes[i] > LONGEST:
            runs.append([])
            filled = 0
        runs[-1].append(i)
        filled += sizes[i]
    return runs
