"""How do two spans of a text stand to each other: how far apart in words, in sentences, and in arcs of the tree?"""

from __future__ import annotations

from bisect import bisect_left

from spacy.tokens import Doc, Token

STEPS = (1, 2, 4, 6, 9, 13, 20, 30, 45, 70, 110)  # words; beyond the last is one more class
SENTENCES = 4  # told apart on either side
ARCS = 9  # told apart; then "farther" and "not in one sentence"
CLIMB = 12  # heads looked at above a word


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
