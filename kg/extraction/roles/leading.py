"""Which verbs make a post of themselves ("who heads the agency", "speaks for the navy")?"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from kg.extraction.assertion import denied
from kg.extraction.roles.nouns import noun_at
from kg.extraction.roles.posts import Post
from kg.extraction.roles.statements import Statement
from kg.extraction.roles.tail import Tail, tail, take
from kg.extraction.roles.tense import verb_status
from kg.extraction.roles.titles import ANYTHING, Words, effect
from kg.extraction.roles.verbs import RoleVerb
from kg.extraction.roles.view import Clauses
from kg.extraction.syntax import child


def leads_party(verb: Token, row: RoleVerb, view: Clauses) -> bool:
    """Whether the object of a main clause is what only its leader leads: "X leads the opposition Move Ahead party"."""
    noun = child(verb, "obj")
    parties = {r["words"] for r in view.story.lexicon.table("org_words") if r["kind"] == "party"}
    return row.title == "leader" and verb.tag_ == "VBZ" and noun is not None and noun.lower_ in parties


def led(verb: Token, row: RoleVerb, view: Clauses) -> Iterator[Statement]:
    """ "who heads the agency", "chairs the committee", "speaks for the navy": the verb makes the title."""
    story = view.story
    own = child(verb, "nsubj")
    relative = own is not None and own.lower_ == "who"
    holder = view.subject(verb)
    finite = verb.tag_ in ("VBD", "VBZ", "VBP") or child(verb, "aux") is not None
    if holder is None or not finite or denied(verb) or (row.clause == "relative" and not relative and not leads_party(verb, row, view)):
        return
    status = verb_status(verb, row, view.story)
    start = verb.i + 1
    while start < len(story.doc) and story.doc[start].lower_ in ("for", "at", "on", row.particle):
        start += 1
    noun = noun_at(start, verb.sent.end, story, ANYTHING)
    if noun is None or not status or any(story.doc[i].tag_ == "CD" for i in noun.tokens):
        return
    found = Tail(noun.end)
    words = Words(verb.i, verb.i + 1)
    if not take(verb, noun, found, words, story, owned=False):
        return
    further = tail(Words(noun.end - 1, noun.end), story, owned=found.owner is not None or found.possessor is not None, near=ANYTHING)
    found.owner, found.possessor = found.owner or further.owner, found.possessor or further.possessor
    if row.title == "leader" and found.field[1:]:
        return
    if noun.determined and found.owner is None and found.possessor is None and len(noun.tokens) == 1:
        return  # "who has run the bank since 2021": which, the text knows and we do not
    title = " ".join((row.title, *(["of"] if len(found.field) > 1 else []), *(story.doc[i].text for i in found.field[1:])))
    past = verb.tag_ == "VBD" and effect(verb, story) == ""
    post = Post(verb.i, noun.end, words, title, found.owner, found.possessor)
    yield Statement(holder, post, verb.i, "role.verb.of", "former" if past else status)
