"""Who sits on a board, council or committee ("joined the board of Acme", "served on the city council")?"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from kg.extraction.assertion import denied
from kg.extraction.roles.bodies import is_own_board
from kg.extraction.roles.nouns import Noun, noun_at
from kg.extraction.roles.owners import body
from kg.extraction.roles.posts import Post, singular_title
from kg.extraction.roles.statements import Statement
from kg.extraction.roles.tail import tail
from kg.extraction.roles.tense import copula_status, verb_status
from kg.extraction.roles.titles import ANYTHING, Words
from kg.extraction.roles.verbs import RoleVerb
from kg.extraction.roles.view import Clauses
from kg.extraction.story import Story
from kg.extraction.syntax import child, conjuncts
from kg.model import Mention


def member_posts(verb: Token, row: RoleVerb, view: Clauses) -> Iterator[Statement]:
    """The membership that a verb of sitting or joining states, with the body as owner, or the company whose board it is."""
    story = view.story
    start = verb.i + 1
    while start < len(story.doc) and story.doc[start].lower_ == "on":
        start += 1
    joined = start == verb.i + 1
    status = verb_status(verb, row, story)
    finite = verb.tag_ in ("VBD", "VBZ", "VBP") or child(verb, "aux") is not None
    if status and finite and not denied(verb) and (joined == ("member" in row.links) or not joined):
        yield from membership(verb, start, view.subject(verb), status, view)


def seated(cop: Token, view: Clauses) -> Iterator[Statement]:
    """The membership of "X is on the board of Y"."""
    doc, start = view.story.doc, cop.i + 1
    while start < len(doc) and doc[start].pos_ == "ADV":
        start += 1
    head = cop.head
    if start >= len(doc) or doc[start].lower_ != "on" or cop.dep_ != "cop" or doc[start].head.i != head.i:
        return
    status = copula_status(cop, head, view.story)
    if status and not denied(head) and not denied(cop):
        yield from membership(cop, start + 1, view.subject(head), status, view)


def membership(verb: Token, start: int, holder: Mention | None, status: str, view: Clauses) -> Iterator[Statement]:
    """The seat of a holder on the body whose name begins at a token; nothing where it is no body of members."""
    story = view.story
    noun = noun_at(start, verb.sent.end, story, ANYTHING)
    if noun is None or holder is None:
        return
    last = story.doc[noun.tokens[-1]]
    title = next((r["title"] for r in story.lexicon.table("member_bodies") if r["words"] in (last.lower_, singular_title(last.lower_))), "")
    owner = owner_of(noun, view) if title else None
    for each in [] if owner is None else [owner, *(further(owner, story) if last.tag_ == "NNS" else [])]:
        post = Post(verb.i, noun.end, Words(verb.i, verb.i + 1), title, each)
        yield Statement(holder, post, verb.i, "role.member", status)


def further(owner: Mention, story: Story) -> list[Mention]:
    """The organizations that a list goes on with behind one: "sits on the boards of Acme, | Verano and Kestrel"."""
    heads = conjuncts(story.span(owner).root)[1:]
    return [m for t in heads for m in [story.mention(t)] if m is not None and m.kind == "Organization"]


def owner_of(noun: Noun, view: Clauses) -> Mention | None:
    """The body itself where it has a name, else the organization whose body it is ("the board of Acme", "Acme's board")."""
    if noun.name is not None and not is_own_board(noun.name):
        return noun.name if noun.name.kind == "Organization" else None
    if noun.inner is not None:
        return noun.inner if noun.inner.kind == "Organization" else None
    owner = tail(Words(noun.end - 1, noun.end), view.story, owned=False, near=ANYTHING).owner
    if owner is not None and owner.kind == "Place" and view.story.lexicon.place(owner.text) is None:
        return body(owner.start, owner.end, view.story)
    return owner if owner is not None and owner.kind == "Organization" else None
