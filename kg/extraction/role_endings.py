"""Whose posts have ended by death or resignation, though the words of the post do not say so?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from spacy.tokens import Token

from kg.extraction.clauses import clause_of
from kg.extraction.role_clauses import denied
from kg.extraction.role_merge import Group
from kg.extraction.story import Story


def ended(groups: Iterable[Group], story: Story) -> Iterator[Group]:
    """The groups, with the posts that a dead person held until death marked so."""
    dead = deaths(story)
    for group in groups:
        if group.statements[0].holder.chain in dead and group.status in ("current", "acting"):
            yield Group(tuple(replace(s, status="deceasedInOffice") for s in group.statements))
        else:
            yield group


def deaths(story: Story) -> frozenset[int]:
    """Chains of the people of whom the article says that they died or were killed."""
    verbs = {row["lemma"]: row["dead"] for row in story.lexicon.document("death_verbs")}
    found: set[int] = set()
    for token in story.doc:
        side = verbs.get(token.lemma_.lower()) if token.pos_ == "VERB" else None
        if side is None or denied(token):
            continue
        clause = clause_of(token)
        found |= chains_at(clause.subject if side == "subject" else clause.object, story)
    return frozenset(found)


def chains_at(token: Token | None, story: Story) -> set[int]:
    """The person chain that a noun names, none for other nouns."""
    if token is None:
        return set()
    for t in (token, *token.children):
        m = story.mention(t)
        if m is not None and m.kind == "Person":
            return {m.chain}
    return set()
