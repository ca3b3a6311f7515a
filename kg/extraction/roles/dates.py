"""Since when and until when does a statement say that a post was held?"""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Span

from kg.extraction.roles.nouns import noun_at
from kg.extraction.roles.statements import Statement
from kg.extraction.roles.titles import ANYTHING
from kg.extraction.story import Story
from kg.values import Date

BEGINNING, ENDING, POINT = (
    frozenset({"since", "from", "between"}),
    frozenset({"to", "until", "till", "through", "and"}),
    frozenset({"in", "on"}),
)
GAP = 2  # tokens that may stand between the post and the preposition of its date, or between two dates of it


def dated(statement: Statement, story: Story) -> Statement:
    """The statement with the dates right behind its post ("chairman since May 2017", "mayor from 2001 to 2008").

    An end before the day of publication makes a post a former one; an appointment of an earlier year has taken effect.
    """
    if statement.rule.startswith("role.title"):
        return statement
    start, end = dates_behind(statement, story)
    status = statement.status
    published = story.article.published
    if end is not None and published is not None and is_before(end, published) and status in ("", "current"):
        status = "former"
    if start is not None and published is not None and start.year < published.year and status == "appointed":
        status = "current"
    return replace(statement, start=start, end=end, status=status)


def is_before(date: Date, published: Date) -> bool:
    """Whether a date lies before the day of publication, as far as both are told: "until yesterday", not "until this month"."""
    parts = [(date.year, published.year), (date.month, published.month), (date.day, published.day)]
    known = [(a, b) for a, b in parts if a is not None and b is not None]
    return tuple(a for a, _ in known) < tuple(b for _, b in known)


def dates_behind(statement: Statement, story: Story) -> tuple[Date | None, Date | None]:
    """Start and end read from the dates that follow the post."""
    start: Date | None = None
    end: Date | None = None
    at = behind_seat(statement, story)
    sentence, by_verb = story.doc[statement.token].sent, statement.rule.startswith("role.verb")
    for span in sorted(story.doc.spans.get("dates", ()), key=lambda s: s.start):
        if span.start < at or span.end > sentence.end or story.mention(span[0]) is not None:  # "from Jan Berg" is no date
            continue
        link, value = preposition_of(span), span._.value
        if span.start - at > GAP or not isinstance(value, Date) or is_of_next(span):
            break
        if link in BEGINNING and start is None:
            start = value
        elif link in ENDING and (start is not None or link in ("until", "till")):
            end = value
        elif (
            link in POINT
            and start is None
            and statement.rule.startswith("role.verb")
            and statement.status in ("appointed", "current", "elect")
        ):
            start = value
        elif link in POINT and end is None and by_verb and statement.status == "former":
            end = value
        else:
            break
        at = span.end
    return start, end


def behind_seat(statement: Statement, story: Story) -> int:
    """The token behind a post, and behind the seat that an apposition names as no owner: "head at the ministry | until 2023"."""
    doc, end = story.doc, statement.post.end
    if not statement.rule.startswith("role.apposition") or end + 1 >= len(doc) or doc[end].lower_ not in ("at", "in", "with"):
        return end
    noun = noun_at(end + 1, doc[end].sent.end, story, ANYTHING)
    return noun.end if noun is not None and noun.tokens[-1] not in {t.i for s in doc.spans.get("dates", ()) for t in s} else end


def is_of_next(span: Span) -> bool:
    """Whether a date behind "and" is that of a post that follows it: "president of Acme and until May | mayor of Lund"."""
    doc = span.doc
    joint = doc[max(0, span.start - 2)]
    return joint.lower_ == "and" and span.end < len(doc) and doc[span.end].is_alpha


def preposition_of(span: Span) -> str:
    """The word before a date, lower case."""
    return span.doc[span.start - 1].lower_ if span.start else ""
