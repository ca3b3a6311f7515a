"""What do the first or the last of goods tell of all of them ("received the last of its 44 tanks", "the first of them come in 2027")?

With the first the delivery of all begins, with the last it ends. One that is called by a noun ("the first ship") is told by itself, and
so is one that came on a day ("The last of 36 jets landed on Thursday").
"""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Token

from kg.extraction.doers import surface_subject
from kg.extraction.frames.drafts import Draft
from kg.extraction.goods.counts import bare_number, quantity_of
from kg.extraction.goods.goods import measured
from kg.extraction.story import Story
from kg.extraction.syntax import children
from kg.values import Date, Quantity

FIRST = frozenset({"first"})
LAST = frozenset({"last", "final"})
DONE = frozenset({"started", "completed"})


def tell_rows(drafts: list[Draft], story: Story) -> None:
    """Let deliveries of the first or the last of goods be of all of them, begun or ended on their date."""
    for draft in drafts:
        end = end_of_row(draft, story) if draft.kind == "Delivery" and len(draft.goods) == 1 else None
        if end is None or (draft.status in DONE and is_on_a_day(draft, story)):
            continue
        draft.goods = [replace(draft.goods[0], quantity=count_behind(end, story), partial=False, whole=True)]
        draft.begins, draft.ends, draft.timed = end.lower_ in FIRST, end.lower_ in LAST, True
        if draft.status in DONE:
            draft.status = "started" if draft.begins else "completed"


def is_on_a_day(draft: Draft, story: Story) -> bool:
    """Whether the sentence of a delivery tells a day."""
    return any(isinstance(date, Date) and date.day is not None for _, date in story.values("dates", draft.sentence))


def closed(drafts: list[Draft], story: Story) -> list[Draft]:
    """The drafts without a delivery of the first of goods whose last is told in the same sentence, which begins with it.

    "The first aircraft will leave before the end of the year, and the last will follow in 2028."
    """
    gone: set[int] = set()
    for last in drafts:
        before = [d for d in drafts if d.kind == "Delivery" and d.anchor.i < last.anchor.i and d.sentence == last.sentence]
        first = before[-1] if before else None
        if not is_row(last) or not last.ends or first is None or not picks_first(first):
            continue
        last.start, last.end = first.start or first.end or last.start, last.end or last.start
        last.goods = last.goods if last.systems else [replace(last.goods[0], system=first.goods[0].system)]
        for slot in ("buyer", "seller"):
            last.fill(slot, getattr(first, slot) if not getattr(last, slot) else [])
        gone.add(first.anchor.i)
    return [d for d in drafts if d.anchor.i not in gone]


def is_row(draft: Draft) -> bool:
    """Whether a delivery is of all goods, as told by the first or last of them."""
    return draft.kind == "Delivery" and len(draft.goods) == 1 and draft.goods[0].whole


def picks_first(draft: Draft) -> bool:
    """Whether the goods of a delivery are the first of some ("The first aircraft will leave")."""
    nouns = children(draft.anchor, "nsubj", "obj")
    picked = any(c.lower_ in FIRST for n in nouns for c in children(n, "amod")) and len(draft.goods) == 1
    return picked or (is_row(draft) and draft.begins)


def end_of_row(draft: Draft, story: Story) -> Token | None:
    """The "first" or "last" that stands for some of goods told by their number or before ("the last of 44 tanks", "the first of them")."""
    subject = surface_subject(draft.anchor)
    told = [*children(draft.anchor, "nsubj", "obj", "nmod"), *([subject] if subject is not None else [])]
    return next((t for t in told if t.lower_ in FIRST | LAST and (measured(t, story) is not None or stands_alone(t, story))), None)


def stands_alone(end: Token, story: Story) -> bool:
    """Whether "the first" stands for goods told before, and no further one is told beside it ("the first in May, the second in June")."""
    ends = LAST if end.lower_ in FIRST else FIRST
    others = [t for t in end.sent if t.i != end.i and t.lower_ in story.words.row_words - ends]
    return [c.lower_ for c in end.children] == ["the"] and end.i + 1 < len(end.doc) and not others


def count_behind(end: Token, story: Story) -> Quantity | None:
    """The number of all goods in "the last of 44 tanks", "36 jets, the last of which"; None for "of them"."""
    whole = measured(end, story)
    return (quantity_of(whole, story) or bare_number(whole, story)) if whole is not None else None
