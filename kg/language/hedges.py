"""Is a number in a text exact, or do the words around it ("about", "up to", "or more") make it approximate?"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from kg.language.wording import GAP, alternatives
from kg.lexicon import Lexicon

MOST_HEDGES = 2
_REACH = 60


@dataclass(frozen=True, slots=True)
class Hedges:
    """Compiled hedge words. after: matches right behind a number. before: matches the text before it, read backwards; verbs: so
    too, what looks like a hedge and is a part of a verb ("handed over 18 tanks").

    Backwards, since a search that must end at the number would try every place before it.
    """

    before: re.Pattern[str]
    after: re.Pattern[str]
    verbs: re.Pattern[str]

    def widen(self, text: str, start: int, end: int) -> tuple[int, int, bool]:
        """The span with the hedges around it ("up to about 40 or so"), and whether there were any.

        An article is no bridge: in "talks about a $2 billion loan" the amount is exact.
        """
        left, right = start, end
        for _ in range(MOST_HEDGES):
            reach = max(0, left - _REACH)
            before = text[reach:left][::-1]
            found = None if self.verbs.match(before) else self.before.match(before)
            left = left if found is None else left - found.end()
        if match := self.after.match(text, right, min(len(text), right + _REACH)):
            right = match.end()
        return left, right, (left, right) != (start, end)


@lru_cache(maxsize=4)
def hedges(lexicon: Lexicon) -> Hedges:
    """The hedges that make numbers approximate. Source: ontology/lexicon/hedges.tsv, kinds approximate and bound; verb."""
    rows = [row for row in lexicon.table("hedges") if row["kind"] in ("approximate", "bound")]
    before = [row["form"][::-1] for row in rows if row["side"] == "before"]
    words, marks = alternatives([f for f in before if f[0].isalpha()]), alternatives([f for f in before if not f[0].isalpha()])
    verbs = alternatives([row["form"][::-1] for row in lexicon.table("hedges") if row["kind"] == "verb"])
    after = [row["form"] for row in rows if row["side"] == "after"]
    close, apart = alternatives([f for f in after if not f[0].isalpha()]), alternatives([f for f in after if f[0].isalpha()])
    return Hedges(
        re.compile(rf"{GAP}(?:{words})(?![\w-])|{GAP}?(?:{marks})(?!\w)", re.IGNORECASE),
        re.compile(rf"(?:{close})(?!\w)|{GAP}(?:{apart})(?!\w)", re.IGNORECASE),
        re.compile(rf"{GAP}(?:{verbs})(?!\w)", re.IGNORECASE),
    )
