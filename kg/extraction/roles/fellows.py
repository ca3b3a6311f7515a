"""Whose are the posts of those who are named of a group ("Iranian officials including Health Minister X", "Airbus managers such as Y")?"""

from __future__ import annotations

from spacy.tokens import Token

from kg.extraction.roles.owners import OWNER_KINDS
from kg.extraction.story import Story
from kg.extraction.syntax import base, children, preposition
from kg.model import Mention

MEMBERS = frozenset({"include", "including", "like", "such"})  # prepositions before those who are named of a group
BELONGING = frozenset({"at", "from", "in", "of"})
PLURAL = frozenset({"NNS", "NNPS"})
FAR = 6  # arcs from a name to its group


def of_group(holder: Token, story: Story) -> Mention | None:
    """The country, body or firm of the group that somebody is named of, None where he is named of none or nothing is said of it."""
    token = holder
    for _ in range(FAR):
        named = base(token.dep_) == "appos" or (base(token.dep_) == "nmod" and preposition(token) in MEMBERS)
        if not named and base(token.dep_) not in ("conj", "compound", "flat", "nmod"):
            return None
        group = token.head
        if group.tag_ in PLURAL and story.mention(group) is None:
            return owner_of(group, story) if named else None
        token = group
    return None


def owner_of(group: Token, story: Story) -> Mention | None:
    """Whose a group is: "Iranian officials", "the ministry's generals", "managers of Airbus"."""
    before = [c for c in children(group, "amod", "compound", "nmod") if c.i < group.i and not preposition(c)]
    behind = [c for c in children(group, "nmod") if c.i > group.i and preposition(c) in BELONGING]
    found = (story.mention(c) for c in (*before, *behind))
    return next((m for m in found if m is not None and m.kind in OWNER_KINDS), None)
