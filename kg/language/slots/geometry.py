"""How do two spans of a text stand to each other: how far apart in words, in sentences, and in arcs of the tree?"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from spacy.tokens import Doc, Token

STEPS = (1, 2, 4, 6, 9, 13, 20, 30, 45, 70, 110)  # words; beyond the last is one more class
SENTENCES = 4  # told apart on either side
ARCS = 9  # told apart; then "farther" and "not in one sentence"
CLIMB = 12  # heads looked at above a word


class Geometry:
    """How far the spans of one text, told by their numbers, are from each other."""

    def __init__(self, doc: Doc, spans: Sequence[tuple[int, int, str, int]]) -> None:
        """spans: (start, end, kind, chain) in tokens."""
        self._doc, self._spans, self._tops = doc, spans, dict[int, Token]()
        self._sentences = [number for number, sentence in enumerate(doc.sents) for _ in range(len(sentence))]

    def distances(self, thing: int, others: Sequence[int]) -> list[int]:
        """The classes of the distances in words from the last word of one span to the first words of others."""
        last = self._spans[thing][1] - 1
        return [distance(self._spans[k][0] - last) for k in others]

    def sentences(self, thing: int, others: Sequence[int]) -> list[int]:
        """The classes of the distances in sentences, from the last word of one span."""
        mine = self._sentences[self._spans[thing][1] - 1]
        return [sentence_distance(self._sentences[self._spans[k][0]] - mine) for k in others]

    def arcs(self, thing: int, others: Sequence[int]) -> list[int]:
        """The classes of the distances in arcs."""
        head = self._top(thing)
        tops = [self._top(k) for k in others]
        here = self._sentences[head.i]
        return [arc_distance(head, t) if self._sentences[t.i] == here else ARCS + 2 for t in tops]

    def _top(self, number: int) -> Token:
        if number not in self._tops:
            self._tops[number] = top(self._doc, *self._spans[number][:2])
        return self._tops[number]


def distance(words: int) -> int:
    """The class of a distance in words, 0 to 23; from the twelfth on the second span stands behind the first."""
    return bisect_left(STEPS, abs(words)) + ((len(STEPS) + 1) if words > 0 else 0)


def sentence_distance(sentences: int) -> int:
    """The class of a distance in sentences, 0 to 8; 4 is the same sentence."""
    return max(-SENTENCES, min(SENTENCES, sentences)) + SENTENCES


def arc_distance(left: Token, right: Token) -> int:
    """The class of the number of arcs between two words: 0 to 9, 10 for words that do not meet, 11 for those of two sentences."""
    if left.sent.start != right.sent.start:
        return ARCS + 2
    above = {token: steps for steps, token in enumerate(_climb(left))}
    for steps, token in enumerate(_climb(right)):
        if token in above:
            return min(steps + above[token], ARCS)
    return ARCS + 1


def top(doc: Doc, start: int, end: int) -> Token:
    """The first word of a span whose head is outside it."""
    return next((t for t in doc[start:end] if not start <= t.head.i < end or t.head.i == t.i), doc[end - 1])


def _climb(token: Token) -> list[int]:
    found = [token.i]
    while token.head.i != token.i and len(found) < CLIMB:
        token = token.head
        found.append(token.i)
    return found
