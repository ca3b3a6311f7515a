"""Which stretches of an article does the network of slots read together? Whole paragraphs, as many as fit, each stretch half over the next.

Other than the encoder of trees and names, it must see the paragraph before: a story often names the buyer there.
"""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc

from kg.language.encoder.windows import paragraphs

PIECES = 256  # of one stretch: with the 400 of training it says the same of the articles it was tried on, at nearly twice the cost


def stretches(doc: Doc, sizes: Sequence[int]) -> list[list[int]]:
    """Runs of token indices, white space left out. sizes: number of pieces of each token.

    A paragraph that does not fit goes by its sentences; a sentence that does not fit is left out.
    """
    blocks = [(block, sum(sizes[i] for i in block)) for block in _blocks(doc, sizes)]
    found: list[list[int]] = []
    first = 0
    while first < len(blocks):
        last, filled = first, 0
        while last < len(blocks) and filled + blocks[last][1] <= PIECES:
            filled += blocks[last][1]
            last += 1
        found.append([i for block, _ in blocks[first:last] for i in block])
        if last == len(blocks):
            break
        half = 0
        while first < last - 1 and half < filled / 2:
            half += blocks[first][1]
            first += 1
        if half == 0:
            first += 1
    return found


def home_of(span: tuple[int, int], runs: Sequence[Sequence[int]], sizes: Sequence[int]) -> int | None:
    """The number of the stretch that shows most on the poorer side of some tokens, the first of several; None where none holds them."""
    found: list[tuple[int, int]] = []
    for number, run in enumerate(runs):
        if run[0] <= span[0] and span[1] <= run[-1] + 1:
            before, behind = sum(sizes[i] for i in run if i < span[0]), sum(sizes[i] for i in run if i >= span[1])
            found.append((min(before, behind), -number))
    return -max(found)[1] if found else None


def _blocks(doc: Doc, sizes: Sequence[int]) -> list[list[int]]:
    """Paragraphs, or the sentences of those that are too long."""
    found: list[list[int]] = []
    for paragraph in paragraphs(doc):
        if sum(sizes[i] for i in paragraph) <= PIECES:
            found.append(paragraph)
            continue
        inside = set(paragraph)
        sentences = ([t.i for t in s if t.i in inside] for s in doc.sents)
        found += [s for s in sentences if s and sum(sizes[i] for i in s) <= PIECES]
    return found
