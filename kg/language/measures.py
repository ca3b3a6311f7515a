"""Where in a Doc do dates, amounts of money and quantities stand, and what are they worth?"""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Doc, Span

from kg.language.covered import Covered
from kg.language.dates import date_mentions
from kg.language.money import money_mentions
from kg.language.quantities import quantity_mentions
from kg.language.tense import tense_in_doc
from kg.lexicon import Lexicon
from kg.values import Date, Money, Quantity

NO_DATE_INSIDE = frozenset({"ORG", "PERSON", "SYSTEM"})
"""Labels of names that no date is part of: a weekday or month in them is a word of the name."""


def mark_values(doc: Doc, published: Date | None, lexicon: Lexicon) -> Doc:
    """Set doc.spans "dates", "money" and "quantities", each span with its value in `span._.value`; returns the same Doc.

    published: the day from which "on Friday" and "last month" are counted. A span covers whole tokens, so it may be a little
    wider than value.text. Call it after the names are marked: numbers and weekdays inside names are left alone.
    """
    if not Span.has_extension("value"):
        Span.set_extension("value", default=None)
    text = doc.text
    money = list(money_mentions(text, lexicon))
    paid = [(start, end) for start, end, _ in money]
    named = Covered(len(text), ((e.start_char, e.end_char) for e in doc.ents if e.label_ in NO_DATE_INSIDE))
    sums = Covered(len(text), paid)
    dates = [
        (start, end, date)
        for start, end, date in date_mentions(text, published, lexicon, tense=tense_in_doc(doc, lexicon))
        if not named.holds(start, end) and not sums.touches(start, end)
    ]
    taken = [*paid, *((start, end) for start, end, _ in dates)]
    _mark(doc, "dates", dates)
    _mark(doc, "money", money)
    _mark(doc, "quantities", quantity_mentions(doc, lexicon, taken=taken))
    return doc


def _mark(doc: Doc, name: str, found: Iterable[tuple[int, int, Date | Money | Quantity]]) -> None:
    spans = []
    for start, end, value in found:
        span = doc.char_span(start, end, label=name, alignment_mode="expand")
        if span is not None:
            span._.value = value
            spans.append(span)
    doc.spans[name] = spans
