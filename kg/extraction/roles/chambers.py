"""Which assembly is meant by the speaker's title, when the phrase does not say?"""

from __future__ import annotations

from kg.extraction.roles.bodies import is_chamber, kinds_of
from kg.extraction.roles.companies import most_named
from kg.extraction.roles.owners import plain_body
from kg.extraction.roles.statements import Statement
from kg.extraction.story import Story
from kg.model import Mention


def named_most(statement: Statement, story: Story) -> Mention | None:
    """The assembly that the article names most."""
    return most_named(statement, [m for m in story.mentions if is_chamber(m, story)], story)


def chamber_near(statement: Statement, story: Story) -> Mention | None:
    """The assembly named before a post in its sentence: "At the Seabed Assembly X was elected president"."""
    token = story.doc[statement.token]
    found = [m for m in story.mentions if token.sent.start_char <= m.start < token.idx and is_chamber(m, story)]
    return found[-1] if found else None


def plain_chamber(story: Story, start: int = 0, end: int | None = None) -> Mention | None:
    """The one assembly that some tokens of a story name in small letters ("parliament chose a speaker"), None where there are several."""
    found = [m for t in story.doc[start:end] for m in [plain_body(t, story)] if m is not None and "legislature" in kinds_of(m, story)]
    found = [m for m in found if m.text[:1].isupper()] or found  # "Norway's parliament", then "parliament"
    return found[0] if len({m.chain for m in found}) == 1 else None
