"""Which posts does "to be" state: "X is the president of Y", "hired X to be its chairman", "the new director is X"?"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from kg.extraction.assertion import denied
from kg.extraction.clauses import clause_of, surface_subject
from kg.extraction.roles.givers import from_giver, holder_of
from kg.extraction.roles.posts import Phrase
from kg.extraction.roles.statements import Statement, given
from kg.extraction.roles.tense import copula_status, is_over, verb_status
from kg.extraction.roles.view import Clauses
from kg.extraction.syntax import base, child


def copular(phrase: Phrase, view: Clauses) -> Iterator[Statement]:
    """ "X is the president of Y", "X was the deputy commander"."""
    doc = view.story.doc
    head = doc[phrase.posts[0].words.start : phrase.posts[0].words.end].root
    cop = child(head, "cop") or (doc[phrase.begin - 1] if phrase.begin and doc[phrase.begin - 1].lemma_ == "be" else None)
    if cop is None or cop.i > phrase.posts[0].words.start:
        return
    verb = head if child(head, "nsubj") is not None else cop
    subject = child(head, "nsubj") or child(cop, "nsubj")
    behind_name = view.subject(verb) if subject is not None and subject.lower_ == "who" else None
    holder = behind_name or view.person(relative_of(subject, verb) if subject is not None else surface_subject(head))
    status = copula_status(cop, head, view.story)
    if holder is None or not status or ((denied(head) or denied(cop)) and not is_over(cop, head)):
        return
    yield from given(holder, from_giver(phrase, place_of(head), view), "role.copula", status)


def put_to_be(phrase: Phrase, view: Clauses) -> Iterator[Statement]:
    """ "hired X to be its head of sales", "was chosen to be leader": who is put there holds the post."""
    head = view.story.doc[phrase.posts[0].words.start : phrase.posts[0].words.end].root
    verb = head.head
    cop, row = child(head, "cop"), view.verb_of(verb)
    if cop is None or cop.tag_ != "VB" or row is None or row.holder != "object" or base(head.dep_) not in ("xcomp", "advcl"):
        return
    holder, status = holder_of(verb, row, view), verb_status(verb, row, view.story)
    if holder is not None and status not in ("", "former") and not denied(verb) and child(head, "nsubj") is None:
        yield from given(holder, from_giver(phrase, clause_of(verb).subject, view), "role.verb.bare", status)


def inverted(phrase: Phrase, view: Clauses) -> Iterator[Statement]:
    """ "The new director is X", "a club whose president is X": the name is what the post is said to be."""
    head = view.story.doc[phrase.posts[0].words.start : phrase.posts[0].words.end].root
    name = head.head
    cop = child(name, "cop")
    if head.dep_ != "nsubj" or cop is None or not phrase.posts[0].definite or phrase.posts[0].plural or denied(name) or denied(cop):
        return
    mention, status = view.story.mention(name), copula_status(cop, name, view.story)
    if mention is not None and mention.kind == "Person" and status and name.i > cop.i:
        yield from given(mention, phrase, "role.copula", status)


def place_of(head: Token) -> Token | None:
    """What "where" stands for: "the Home Office, where he had been prisons minister"."""
    where = any(c.lower_ == "where" for c in head.children)
    return head.head if where and base(head.dep_) == "acl" else None


def relative_of(subject: Token, verb: Token) -> Token:
    """The noun a relative pronoun stands for, else the subject itself."""
    if subject.lower_ in ("who", "that") and base(verb.dep_) == "acl":
        return verb.head
    return subject
