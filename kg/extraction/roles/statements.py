"""What is one statement that somebody holds a post, before the article's statements are brought together?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from kg.extraction.roles.posts import Phrase, Post
from kg.extraction.story import Story
from kg.model import Evidence, Mention
from kg.values import Date

# How far each pattern could be trusted on the development articles, rounded.
CONFIDENCE = {
    "role.title.before": 0.95,
    "role.title.shared": 0.9,
    "role.apposition.before": 0.9,
    "role.apposition.after": 0.9,
    "role.copula": 0.85,
    "role.counterpart": 0.8,
    "role.verb.bare": 0.85,
    "role.verb.as": 0.85,
    "role.verb.of": 0.8,
    "role.verb.office": 0.8,
    "role.noun.as": 0.8,
    "role.member": 0.8,
    "role.succeeds": 0.75,
    "role.preceded": 0.7,
    "role.described": 0.7,
}
BULLET = re.compile(r"(?<!\S)(?:\*{2,}|\+{3,}|[•■▪●])(?!\S)")
FEWEST = 2  # marks that make a row of briefs
COUNTERPART = "role.counterpart"
NATION = "nation"
PREDECESSOR = "role.preceded"  # the rule of who had the post before: "X, the new chairman, succeeds Y"


ASSUMED = 0.8  # what is left of the confidence where the owner is assumed: about so many were right on the development articles


@dataclass(frozen=True, slots=True)
class Statement:
    """A person and a post that the words at one place join.

    holder: a Person mention, a pronoun's too. token: where it is said; its sentence is the evidence.
    post: with title "" where the title is that of another person: like (a chain number).
    peer: "same" for that other person's own post, else one like it elsewhere, NATION for one that must be a state's.
    apart: whose it is not, a chain number: the owner of the post that this one is like.
    assumed: the owner is not said of the post but taken from the article around it.
    status: "" where neither post nor verb says it.
    """

    holder: Mention
    post: Post
    token: int
    rule: str
    status: str = ""
    start: Date | None = None
    end: Date | None = None
    hedge: str = ""
    like: int | None = None
    peer: str = ""
    apart: int | None = None
    assumed: bool = False


def is_assumed(evidence: Evidence) -> bool:
    """Whether a claim's rule says by its own confidence that the owner of the post is assumed."""
    return evidence.confidence < CONFIDENCE.get(evidence.rule, 0.0)


def item_of(token: int, story: Story) -> tuple[int, int]:
    """Begin and end, in characters, of the brief that a token stands in, where an article is a row of them ("**", "•"); else the whole."""
    doc = story.doc
    marks = [found.start() for found in BULLET.finditer(story.article.text)]
    at = doc[token].idx
    if len(marks) < FEWEST:
        return 0, len(story.article.text)
    return max((m for m in marks if m < at), default=0), min((m for m in marks if m > at), default=len(story.article.text))


def given(holder: Mention, phrase: Phrase, rule: str, status: str) -> Iterator[Statement]:
    """One statement for each post of a phrase; a status word in the phrase goes before the verb's, but "was acting director" is over."""
    for post in phrase.posts:
        over = post.status == "acting" and status == "former"
        yield Statement(holder, replace(post, status=""), post.words.end - 1, rule, status if over else post.status or status)
