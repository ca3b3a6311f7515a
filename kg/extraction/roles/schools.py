"""Which university do its heads run, when the phrase does not say ("the vice-chancellor", "Provost X")?"""

from __future__ import annotations

from kg.extraction.roles.bodies import kinds_of
from kg.extraction.roles.companies import most_named
from kg.extraction.roles.kinds import kind_of_title
from kg.extraction.roles.nations import Context, seat_row
from kg.extraction.roles.statements import Statement
from kg.extraction.story import Story
from kg.lexicon import word_key
from kg.model import Mention

UNIVERSITY = "university"  # in title_seats.tsv
HEADS = frozenset({"chancellor", "dean", "headmaster", "principal", "provost", "rector"})  # last words of titles that schools have


def school(statement: Statement, context: Context) -> Mention | None:
    """The university that owns a head's post by what is told of its other heads, else, for posts that only such have, the one named most.

    A professor before a name teaches where an apposition says that the same person works.

    None for a chancellor where the story names a state that has one.
    """
    story, row = context.story, seat_row(statement.post.title, context)
    kind = kind_of_title(statement.post.title, story)
    if kind is not None and kind.kind == "academic" and statement.rule == "role.title.before":
        own = (o.post.owner for o in context.statements if o.holder == statement.holder and o.status == statement.status)
        found = next((m for m in own if m is not None and is_school(m, story)), None)
        if found is not None:  # "Professor X, a biologist at Lund University"
            return found
    heads = [
        (story.lexicon.title_variants(o.post.title), o.post.owner) for o in context.statements
        if o.post.owner is not None and is_head(o.post.title) and is_school(o.post.owner, story)
    ]  # fmt: skip
    of_state = row is not None and any(place.code in row.many("countries") for place in context.places)
    same = [owner for title, owner in heads if title == story.lexicon.title_variants(statement.post.title)]
    told = same or ([] if of_state else [owner for _, owner in heads])
    if told and is_head(statement.post.title) and (same or len({m.chain for m in told}) == 1):
        return told[0] if len({m.chain for m in told}) == 1 else None
    if row is None or row["place"] != UNIVERSITY:
        return None
    return most_named(statement, [m for m in story.mentions if is_school(m, story)], story)


def is_head(title: str) -> bool:
    """Whether schools have such a head: "pro-vice-chancellor", "acting dean"."""
    return word_key(title).split()[-1] in HEADS


def is_school(mention: Mention, story: Story) -> bool:
    """Whether one of the names of an organization is that of a university, college or school."""
    names = (mention, *story.chain(mention.chain))
    named = [m for m in names if m.kind == "Organization"]
    return mention.kind == "Organization" and any("academic" in kinds_of(m, story) or m.text.startswith("University of") for m in named)
