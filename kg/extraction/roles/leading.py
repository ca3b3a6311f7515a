"""Which verbs make a post of themselves ("who heads the agency", "speaks for the navy")?"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from kg.extraction.assertion import denied
from kg.extraction.roles.givers import holder_of
from kg.extraction.roles.nouns import noun_at
from kg.extraction.roles.owners import body
from kg.extraction.roles.posts import Post
from kg.extraction.roles.statements import Statement
from kg.extraction.roles.tail import Tail, tail, take
from kg.extraction.roles.tense import verb_status
from kg.extraction.roles.titles import ANYTHING, Words, effect
from kg.extraction.roles.verbs import RoleVerb
from kg.extraction.roles.view import Clauses
from kg.extraction.syntax import base, child
from kg.model import Mention


def leads_party(verb: Token, row: RoleVerb, view: Clauses) -> bool:
    """Whether the object of a main clause is what only its leader leads: "X leads the opposition Move Ahead party"."""
    noun = child(verb, "obj")
    parties = {r["words"] for r in view.story.lexicon.table("org_words") if r["kind"] == "party"}
    return row.title == "leader" and verb.tag_ == "VBZ" and noun is not None and noun.lower_ in parties


def put_to_lead(verb: Token, view: Clauses) -> tuple[Mention | None, str] | None:
    """Who is chosen to lead, or is "the first woman to lead", with the status: "was picked to head the agency"; None for no such clause."""
    head = verb.head
    if verb.tag_ != "VB" or not any(c.lower_ == "to" for c in verb.children):
        return None
    row = view.verb_of(head)
    if (
        row is not None
        and row.holder == "object"
        and "as" in row.links
        and base(verb.dep_) in ("xcomp", "advcl", "acl")
        and not denied(head)
    ):
        status = verb_status(head, row, view.story)
        return (holder_of(head, row, view), status) if status not in ("", "former") else None
    counted = any(c.lower_ in view.story.words.ordinals or c.tag_ == "JJS" for c in head.children)
    if head.pos_ != "NOUN" or not counted or base(verb.dep_) != "acl" or denied(head):
        return None
    cop = child(head, "cop")
    told = head if cop is not None else head.head if base(head.dep_) == "xcomp" and head.head.lemma_ == "become" else None
    tense = cop if cop is not None else told
    if told is None or tense is None or tense.tag_ not in ("VBZ", "VBP", "VBD"):
        return None
    return view.subject(told), "former" if tense.lemma_ == "be" and tense.tag_ == "VBD" else "current"


def led(verb: Token, row: RoleVerb, view: Clauses) -> Iterator[Statement]:
    """ "who heads the agency", "chairs the committee", "speaks for the navy": the verb makes the title."""
    story = view.story
    own = child(verb, "nsubj")
    relative = own is not None and own.lower_ == "who"
    put = put_to_lead(verb, view)
    holder = put[0] if put is not None else view.subject(verb)
    finite = put is not None or verb.tag_ in ("VBD", "VBZ", "VBP") or child(verb, "aux") is not None
    told = relative or put is not None or row.clause != "relative" or leads_party(verb, row, view)
    if holder is None or not finite or denied(verb) or not told:
        return
    status = put[1] if put is not None else verb_status(verb, row, view.story)
    start = verb.i + 1
    while start < len(story.doc) and story.doc[start].lower_ in ("at", "on", row.particle):
        start += 1
    noun = noun_at(start, verb.sent.end, story, ANYTHING)
    if noun is None or not status or any(story.doc[i].tag_ == "CD" for i in noun.tokens):
        return
    found = Tail(noun.end)
    words = Words(verb.i, verb.i + 1)
    if not take(verb, noun, found, words, story, owned=False):
        return
    name = noun.name
    unknown = name is not None and name.kind == "Place" and story.lexicon.place(name.text) is None
    if found.owner is None and unknown and name is not None and row.title == "head":
        found.owner, found.field = body(name.start, name.end, story), ()  # "who heads Tawazun": nobody heads a place that no list has
    further = tail(Words(noun.end - 1, noun.end), story, owned=found.owner is not None or found.possessor is not None, near=ANYTHING)
    found.owner, found.possessor = found.owner or further.owner, found.possessor or further.possessor
    if row.title == "leader" and found.field[1:]:
        return
    if noun.determined and found.owner is None and found.possessor is None and len(noun.tokens) == 1:
        return  # "who has run the bank since 2021": which, the text knows and we do not
    field = found.field[1:] if row.title != "lecturer" else ()  # "lectures on the Middle East"
    title = " ".join((row.title, *(["of"] if field else []), *(story.doc[i].text for i in field)))
    over = verb.tag_ == "VBD" or any(c.lower_ == "had" for c in verb.children)
    past = put is None and over and effect(verb, story) == ""
    post = Post(verb.i, noun.end, words, title, found.owner, found.possessor)
    yield Statement(holder, post, verb.i, "role.verb.of", "former" if past else status)
