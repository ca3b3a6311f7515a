"""In which army, navy or air force does an officer serve, when the rank alone is said?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from kg.extraction.forces import force_of
from kg.extraction.roles.owners import spoken_force
from kg.extraction.roles.statements import Statement
from kg.extraction.story import Story
from kg.model import Mention


def force(statement: Statement, statements: Iterable[Statement], story: Story) -> Mention | None:
    """The service of an officer: that of the same person's other post, else the country of that, else the force named most.

    None where two forces are named equally often.
    """
    known = list(statements)
    own = [o.post.owner for o in known if o.holder.chain == statement.holder.chain and o.post.owner is not None]
    forces = [m for m in own if is_force(m, story)]
    if forces:
        return forces[0]
    country = nation(statement, known, story)
    if country is not None:
        return country
    named = [m for m in story.mentions if m.kind == "Organization" and is_force(m, story)]
    named += [m for t in story.doc for m in [spoken_force(t, story)] if m is not None]
    counts = Counter(m.chain for m in named).most_common(2)
    clear = len(counts) == 1 or (len(counts) == 2 and counts[0][1] > counts[1][1])
    return next(m for m in named if m.chain == counts[0][0]) if clear else None


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
    """Whether a name is that of an army, navy or air force, not of what is for one ("Committee on Air Force")."""
    found = force_of(mention.text, story)
    own = not any(t.pos_ == "ADP" and t.lower_ != "of" for t in story.span(mention))
    return found is not None and found.kind == "force" and own
