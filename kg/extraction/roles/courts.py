"""In which court does a judge sit, when the phrase does not say?"""

from __future__ import annotations

from kg.extraction.roles.bodies import kinds_of
from kg.extraction.roles.statements import Statement
from kg.extraction.story import Story
from kg.lexicon import word_key
from kg.model import Mention

JUDGES = frozenset({"judge", "justice", "magistrate"})  # last words of posts that are a court's


def is_judge(title: str) -> bool:
    """Whether a title is that of who judges in a court: "presiding judge", "Justice"; a chief justice is a state's."""
    words = word_key(title).split()
    return words[-2:] != ["chief", "justice"] and word_key(title).split()[-1:] != [] and word_key(title).split()[-1] in JUDGES


def court(statement: Statement, story: Story) -> Mention | None:
    """The only court that the article names before the end of the post's sentence; None for several."""
    end = story.doc[statement.token].sent.end_char
    found = [m for m in story.mentions if m.kind == "Organization" and m.start < end and "court" in kinds_of(m, story)]
    return found[0] if len({m.chain for m in found}) == 1 else None
