"""How many of what a relative clause describes does it tell of ("36 of which Iraq ordered", "out of 672 that Poland bought")?"""

from __future__ import annotations

from spacy.tokens import Token

from kg.extraction.doers import RELATIVES, relative_over
from kg.extraction.goods.counts import bare_number
from kg.extraction.story import Story
from kg.extraction.syntax import preposition
from kg.values import Quantity


def number_of_which(verb: Token, story: Story) -> Quantity | None:
    """How many of what a clause describes it tells of: "the F-16s, 36 of which Iraq ordered"."""
    inside = verb.doc[verb.head.i + 1 : verb.i] if verb.head.i < verb.i else verb.doc[0:0]
    which = next((t for t in inside if t.lower_ == "which" and t.i > verb.head.i + 2 and t.nbor(-1).lower_ == "of"), None)
    return bare_number(which.nbor(-2), story) if which is not None else None


def number_out_of(verb: Token, story: Story) -> Quantity | None:
    """How many there are in all of what a relative clause describes: "has delivered 212 guns out of 672 that Poland bought"."""
    over = relative_over(verb)
    if over is None:
        return None
    told = next((t for v in (over, verb) for t in v.children if t.lower_ in RELATIVES and t.i > over.head.i + 1), None)
    number = told.nbor(-1) if told is not None else None
    counts = number is not None and number.i != number.head.i and number.tag_ == "CD" and preposition(number) in ("of", "out", "out of")
    return bare_number(number, story) if number is not None and counts else None
