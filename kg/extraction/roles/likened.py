"""Which title is meant where a post is said only by another person's ("his Greek counterpart, X", "X succeeds Y")?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from kg.extraction.roles.kinds import kind_of_title
from kg.extraction.roles.merge import alike
from kg.extraction.roles.statements import PREDECESSOR, Statement
from kg.extraction.story import Story

NEAR = 60  # tokens that the post of a successor may stand from the verb that tells of the predecessor


def likened(statements: Iterable[Statement], story: Story) -> Iterator[Statement]:
    """The statements, with the title taken from the other person where it is said only by reference; dropped where that has none."""
    known = list(statements)
    for s in known:
        if s.like is None:
            yield s
            continue
        model = successors_post(s, known, story) if s.rule == PREDECESSOR else nearest(s, known, story)
        if model is not None:
            owner = s.post.owner if s.post.owner is not None or s.rule == "role.counterpart" else model.post.owner
            post = replace(s.post, title=model.post.title, owner=owner, possessor=model.post.possessor)
            yield replace(s, post=post, like=None)


def nearest(statement: Statement, known: Iterable[Statement], story: Story) -> Statement | None:
    """The statement of the other person's post that stands nearest; nobody succeeds to a rank."""
    models = [o for o in known if o.holder.chain == statement.like and o.post.title]
    if statement.rule == "role.succeeds":
        models = [o for o in models if not is_rank(o, story)]
    return min(models, key=lambda o: abs(o.token - statement.token), default=None)


def successors_post(statement: Statement, known: list[Statement], story: Story) -> Statement | None:
    """The post that a successor has near the verb, no rank or seat that many have; None where the predecessor is said to have another."""
    own = [o for o in known if o.holder.chain == statement.holder.chain and o.post.title and not is_shared(o, story)]
    models = [
        o for o in known
        if o.holder.chain == statement.like and o.post.title and not is_shared(o, story)
        and o.status != "former" and abs(o.token - statement.token) <= NEAR
    ]  # fmt: skip
    model = min(models, key=lambda o: abs(o.token - statement.token), default=None)
    if model is None or (own and not any(alike(o.post.title, model.post.title, story) for o in own)):
        return None
    return model


def is_rank(statement: Statement, story: Story) -> bool:
    """Whether a post is a military rank."""
    row = kind_of_title(statement.post.title, story)
    return row is not None and row.kind == "military"


def is_shared(statement: Statement, story: Story) -> bool:
    """Whether a post is a rank, a seat or a job that many hold at a time."""
    row = kind_of_title(statement.post.title, story)
    return row is None or row.kind in ("academic", "job", "legislature", "media", "military")
