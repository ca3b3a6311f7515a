"""Of which institute is a scholar, of which ministry a minister, where the phrase does not say and one was just named?"""

from __future__ import annotations

from kg.extraction.roles.bodies import kinds_of
from kg.extraction.roles.sorts import kinds_told
from kg.extraction.roles.sources import is_source
from kg.extraction.roles.statements import Statement
from kg.extraction.story import Story
from kg.lexicon import word_key
from kg.model import Mention

SCHOLARS = frozenset({"curator", "fellow", "historian", "professor", "researcher"})  # last words of posts that institutes and museums have
HOUSES = frozenset({"institute", "museum", "school", "university"})
PLACING = frozenset({"at", "for", "in", "of", "with"})
MINISTERS = frozenset({"deputy minister", "minister", "permanent secretary", "secretary", "state secretary"})
MINISTRIES = frozenset({"department", "ministry", "secretariat"})


def house(statement: Statement, story: Story) -> Mention | None:
    """The one institute, university or museum named in the sentence of a scholar's post or the one before, ahead of it.

    Not where a place behind the title says where to find them: "a researcher in Belgrade".
    """
    end = statement.post.words.end
    placed = end < len(story.doc) and story.doc[end].lower_ in PLACING
    if placed or word_key(statement.post.title).split()[-1] not in SCHOLARS:
        return None
    return only_one([m for m in just_named(statement, story) if kinds_told(m, story) & HOUSES or "academic" in kinds_of(m, story)])


def ministry(statement: Statement, story: Story) -> Mention | None:
    """The one ministry named in the sentence of "the minister" or the one before: "The Ministry of Energy pays. X, the minister,".

    Not of "Minister X", which is a form of address: one of the country.
    """
    if word_key(statement.post.title) not in MINISTERS or statement.rule == "role.title.before":
        return None
    return only_one([m for m in just_named(statement, story) if MINISTRIES & set(word_key(m.text).split())])


def just_named(statement: Statement, story: Story) -> list[Mention]:
    """The organizations named in the sentence of a post or the one before, ahead of the post."""
    here = story.doc[statement.token].sent
    start = story.doc[here.start - 1].sent.start_char if here.start else here.start_char
    end = story.doc[statement.post.begin].idx
    near = [m for m in story.mentions if m.kind == "Organization" and m.named and start <= m.start and m.end <= end]
    return [m for m in near if not is_source(m, story)]


def only_one(found: list[Mention]) -> Mention | None:
    """The last of mentions that all name one thing."""
    return found[-1] if len({m.chain for m in found}) == 1 else None
