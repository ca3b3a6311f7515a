"""Is what was found what was written down? Names and titles are compared by their words, countries by their code."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.lexicon import word_key

SMALL = frozenset(("the", "of", "for", "and", "a", "an", "to", "in", "at"))
PLURAL = re.compile(r"(?<=\w\w)ies$|(?<=[sxz])es$|(?<=[cs]h)es$|(?<=[^sui])s$")
TITLE_OVERLAP = 0.5  # the least share of a title's words, as in score.py of the annotated articles


def same_title(wanted: str, found: str) -> bool:
    """Titles of the same words, or one with all words of the other and not many more."""
    left, right = set(words(wanted)), set(words(found))
    return within(sorted(left), sorted(right)) and len(left & right) / len(left | right) >= TITLE_OVERLAP


def within(left: Sequence[str], right: Sequence[str]) -> bool:
    """Whether one has all words of the other; a name without words is in none."""
    return bool(left and right) and (set(left) <= set(right) or set(right) <= set(left))


def words(text: str) -> list[str]:
    """The words a name is compared by, each in the singular: "The Dash 8-400s" gives "dash", "8", "400"."""
    key = "".join(c if c.isalnum() else " " for c in word_key(text).replace("'s ", " "))
    return [PLURAL.sub(lambda m: "y" if m[0] == "ies" else "", w) for w in key.split() if w not in SMALL]
