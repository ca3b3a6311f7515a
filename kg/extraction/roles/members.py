"""Who sits on a board, council or committee ("joined the board of Acme", "served on the city council")?"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from kg.extraction.roles.nouns import Noun, noun_at
from kg.extraction.roles.owners import body
from kg.extraction.roles.posts import Post
from kg.extraction.roles.statements import Statement
from kg.extraction.roles.tail import tail
from kg.extraction.roles.tense import denied, verb_status
from kg.extraction.roles.titles import ANYTHING, Words
from kg.extraction.roles.verbs import RoleVerb
from kg.extraction.roles.view import Clauses
from kg.extraction.syntax import child
from kg.model import Mention


def member_posts(verb: Token, row: RoleVerb, view: Clauses) -> Iterator[Statement]:
    """The membership that a verb of sitting or joining states, with the body as owner, or the company whose board it is."""
    story = view.story
    start = verb.i + 1
    while start < len(story.doc) and story.doc[start].lower_ == "on":
        start += 1
    joined = start == verb.i + 1
    noun = noun_at(start, verb.sent.end, story, ANYTHING) if joined == ("member" in row.links) or not joined else None
    holder = view.subject(verb)
    status = verb_status(verb, row, story)
    finite = verb.tag_ in ("VBD", "VBZ", "VBP") or child(verb, "aux") is not None
    if noun is None or holder is None or not status or not finite or denied(verb):
        return
    last = story.doc[noun.tokens[-1]].lower_
    title = next((r["title"] for r in story.lexicon.table("member_bodies") if r["words"] == last), "")
    owner = owner_of(noun, view) if title else None
    if owner is not None:
        post = Post(verb.i, noun.end, Words(verb.i, verb.i + 1), title, owner)
        yield Statement(holder, post, verb.i, "role.member", status)


def owner_of(noun: Noun, view: Clauses) -> Mention | None:
    """The body itself where it has a name, else the organization whose body it is ("the board of Acme", "Acme's board")."""
    if noun.name is not None:
        return noun.name if noun.name.kind == "Organization" else None
    if noun.inner is not None:
        return noun.inner if noun.inner.kind == "Organization" else None
    owner = tail(Words(noun.end - 1, noun.end), view.story, owned=False, near=ANYTHING).owner
    if owner is not None and owner.kind == "Place" and view.story.lexicon.place(owner.text) is None:
        return body(owner.start, owner.end, view.story)
    return owner if owner is not None and owner.kind == "Organization" else None
