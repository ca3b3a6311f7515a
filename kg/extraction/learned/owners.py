"""Whose is a post that the rules leave open? The network is heard where it is sure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from kg.extraction.learned.asked import Span, title_at
from kg.extraction.learned.thing import Thing
from kg.extraction.roles import OWNER_KINDS, Statement, alike, is_of_firms
from kg.extraction.story import Story
from kg.model import Mention

SURE_OF_OWNER = 0.7
SURE_OF_ANOTHER = 0.6  # for another than the one that rules assume
Owner = tuple[float, Mention]


def opened(posts: Sequence[Statement], story: Story) -> list[Statement]:
    """The posts without the firms that rules assume for them, so that the network is not told of these.

    Not of whom the text tells another post at a firm: "Condor's founder, X, its technical director".
    Where it is sure of another firm on passages that it had not seen, it is right far more often than the rules. Of the states that they
    assume and it does not believe, most are right.
    """
    placed = {p.holder.chain for p in posts if p.post.owner is not None and p.post.owner.kind == "Organization" and not p.assumed}
    free = [is_assumed_firm(p, story) and p.holder.chain not in placed for p in posts]
    return [replace(p, post=replace(p.post, owner=None)) if f else p for p, f in zip(posts, free, strict=True)]


def is_assumed_firm(statement: Statement, story: Story) -> bool:
    """Whether rules assume an organization for a post of firms."""
    owner = statement.post.owner
    return statement.assumed and owner is not None and owner.kind == "Organization" and is_of_firms(statement.post.title, story)


def open_titles(posts: Sequence[Statement], spans: tuple[Span, ...]) -> dict[int, int]:
    """The posts without an owner: number of the post -> number of the span of its title."""
    unowned = {n: title_at(p, spans) for n, p in enumerate(posts) if p.post.possessor is None and p.post.owner is None}
    return {n: title for n, title in unowned.items() if title is not None}


def owned(posts: Sequence[Statement], titles: Mapping[int, int], things: Mapping[int, Thing], story: Story) -> list[Statement]:
    """The posts, with the network's owner for each open one of which it is sure.

    titles: of the open posts; things: what is answered of each title. Statements of one person's one post have one owner.
    """
    sure = {n: best for n, title in titles.items() if title in things for best in owner_of(things[title], posts[n])}
    found = list(posts)
    for n in titles:
        same = [sure[k] for k in sure if same_post(posts[k], posts[n], story)]
        chance, owner = max(same, key=lambda s: (s[0], -s[1].start), default=(0.0, None))
        if owner is not None and chance >= (SURE_OF_OWNER if posts[n].post.owner is None else SURE_OF_ANOTHER):
            found[n] = replace(posts[n], post=replace(posts[n].post, owner=owner), assumed=True)
    return found


def owner_of(title: Thing, post: Statement) -> Iterator[Owner]:
    """The country, organization or place that a post is likest to belong to, and how likely."""
    kinds = {k: title.asked.spans[k][2] for k in title.answer.slots["of"]}
    chances = [(chance, -k) for k, chance in title.answer.slots["of"].items() if kinds[k] in OWNER_KINDS]
    if chances:
        chance, number = max(chances)
        owner = title.at(-number)
        if owner.chain not in (post.holder.chain, post.apart):
            yield chance, owner


def same_post(left: Statement, right: Statement, story: Story) -> bool:
    """Whether two statements are of one person's one post."""
    return left.holder.chain == right.holder.chain and alike(left.post.title, right.post.title, story)
