"""Whose minister is "the foreign minister", when the phrase does not say? The country or company the article is about there."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from kg.extraction.references import renamed
from kg.extraction.role_merge import alike
from kg.extraction.role_owners import force_of
from kg.extraction.role_statements import Statement
from kg.extraction.story import Story
from kg.model import Mention

PUBLIC = frozenset({"diplomatic", "government", "judicial", "legislature", "monarchy"})
NEAR = 3.0  # what a mention in the sentence of the post counts, against 1 for one elsewhere; tried 1 to 5 on the development articles


def placed(statements: Iterable[Statement], story: Story) -> list[Statement]:
    """Statements whose post must belong to somebody, with the owner a reader would take."""
    done = list(statements)
    for i, s in enumerate(done):
        if s.post.owner is None and s.post.possessor is None:
            owner = said_elsewhere(s, done, story) or assumed(s, done, story)
            if owner is not None:
                done[i] = replace(s, post=replace(s.post, owner=owner))
    return done


def said_elsewhere(statement: Statement, statements: Iterable[Statement], story: Story) -> Mention | None:
    """The owner that the article names with the same person and title in another place."""
    for other in statements:
        same_person = other.holder.chain == statement.holder.chain and other.post.owner is not None
        if same_person and alike(other.post.title, statement.post.title, story):
            return other.post.owner
    return None


def assumed(statement: Statement, statements: Iterable[Statement], story: Story) -> Mention | None:
    """The country for a public post, the force for a rank, the organization for a corporate post, that stands out around it."""
    row = story.lexicon.title(statement.post.title)
    if row is None or row.scope == "none":
        return None
    if row.kind == "military":
        return force(statement, statements, story) or salient(statement, story, "Country")
    if row.scope == "country" or (row.kind in PUBLIC and row.scope == "either"):
        return salient(statement, story, "Country")
    if row.scope == "organization":
        return salient(statement, story, "Organization")
    return None


def force(statement: Statement, statements: Iterable[Statement], story: Story) -> Mention | None:
    """The service of an officer: the one of the same person's other post, else the only one that the article names."""
    own = [o.post.owner for o in statements if o.holder.chain == statement.holder.chain and o.post.owner is not None]
    forces = [m for m in own if is_force(m, story)]
    if not forces:
        named = [m for m in story.mentions if m.kind == "Organization" and is_force(m, story)]
        forces = named if len({m.chain for m in named}) == 1 else []
    return forces[0] if forces else None


def is_force(mention: Mention, story: Story) -> bool:
    """Whether a name is that of an army, navy or air force."""
    found = force_of(mention.text, story)
    return found is not None and found.kind == "force"


def salient(statement: Statement, story: Story, kind: str) -> Mention | None:
    """The mention whose chain the article names most, those in the post's own sentence before it counted more; the first of equals."""
    token = story.doc[statement.token]
    votes: dict[int, float] = {}
    first: dict[int, Mention] = {}
    for m in story.mentions:
        if m.kind != kind and not (kind == "Country" and m.kind == "Place" and story.lexicon.country_by_capital(m.text)):
            continue
        seat = renamed(m, story, "Country") if m.kind != kind else m
        near = token.sent.start_char <= m.start < token.idx
        votes[seat.chain] = votes.get(seat.chain, 0.0) + (NEAR if near else 1.0)
        if seat.chain not in first or (m.kind == kind and first[seat.chain].text == m.text and m.start < first[seat.chain].start):
            first[seat.chain] = seat
    best = max(votes, key=lambda c: (votes[c], -first[c].start), default=None)
    return None if best is None else first[best]
