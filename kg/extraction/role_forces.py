"""In which army, navy or air force does an officer serve, when the rank alone is said?"""

from __future__ import annotations

from collections.abc import Iterable

from kg.extraction.role_owners import force_of
from kg.extraction.role_statements import Statement
from kg.extraction.story import Story
from kg.model import Mention


def force(statement: Statement, statements: Iterable[Statement], story: Story) -> Mention | None:
    """The service of an officer: the one of the same person's other post, else the only one that the article names."""
    own = [o.post.owner for o in statements if o.holder.chain == statement.holder.chain and o.post.owner is not None]
    forces = [m for m in own if is_force(m, story)]
    if not forces:
        named = [m for m in story.mentions if m.kind == "Organization" and is_force(m, story)]
        forces = named if len({m.chain for m in named}) == 1 else []
    return forces[0] if forces else None


def nation(statement: Statement, statements: Iterable[Statement], story: Story) -> Mention | None:
    """The country that the phrase of another post of the same officer names: "head of Iran's Quds Force"."""
    for other in statements:
        if other.holder.chain == statement.holder.chain and other.post.owner is not None:
            if other.post.owner.kind == "Country":
                return other.post.owner
            for token in story.doc[other.post.begin : other.post.end]:
                m = story.mention(token)
                if m is not None and m.kind == "Country":
                    return m
    return None


def is_force(mention: Mention, story: Story) -> bool:
    """Whether a name is that of an army, navy or air force."""
    found = force_of(mention.text, story)
    return found is not None and found.kind == "force"
