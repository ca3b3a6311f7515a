"""Which posts does "to be" state: "X is the president of Y", "hired X to be its chairman", "the new director is X"?"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from kg.extraction.assertion import denied
from kg.extraction.clauses import clause_of
from kg.extraction.doers import surface_subject
from kg.extraction.roles.givers import from_giver, holder_of
from kg.extraction.roles.posts import Phrase
from kg.extraction.roles.statements import Statement, given
from kg.extraction.roles.successions import displaced
from kg.extraction.roles.tense import copula_status, is_over, verb_status
from kg.extraction.roles.titles import effect
from kg.extraction.roles.view import Clauses
from kg.extraction.story import Story
from kg.extraction.syntax import base, child, first_conjunct
from kg.model import Mention


def copular(phrase: Phrase, view: Clauses) -> Iterator[Statement]:
    """ "X is the president of Y", "X was the deputy commander"."""
    doc = view.story.doc
    head = doc[phrase.posts[0].words.start : phrase.posts[0].words.end].root
    told = head if head.dep_ != "conj" or child(head, "cop", "nsubj") is not None else carried_on(phrase, head, view)
    acting = effect(head.head, view.story) == "acting" and phrase.begin <= head.head.i < head.i
    if acting and head.dep_ == "xcomp" and child(head, "nsubj") is None:
        told = head.head  # "will be | Acting Dean", read as a verb
    cop = child(told, "cop") or (doc[phrase.begin - 1] if phrase.begin and doc[phrase.begin - 1].lemma_ == "be" else None)
    if cop is None or cop.i > phrase.posts[0].words.start:
        return
    head = told
    verb = head if child(head, "nsubj") is not None else cop
    subject = child(head, "nsubj") or child(cop, "nsubj")
    behind_name = view.subject(verb) if subject is not None and subject.lower_ == "who" else None
    behind_name = behind_name or (opening(cop, view) if subject is None and head.dep_ == "conj" else None)
    behind_name = behind_name or (told_of_relative(head, cop, view) if subject is None else None)
    holder = behind_name or view.person(relative_of(subject, verb) if subject is not None else surface_subject(head))
    status = copula_status(cop, head, view.story)
    if holder is None or not status or ((denied(head) or denied(cop)) and not is_over(cop, head)):
        return
    yield from given(holder, from_giver(phrase, place_of(head, view.story), view), "role.copula", status)
    yield from displaced(phrase, status, view)


def opening(cop: Token, view: Clauses) -> Mention | None:
    """The person whose name opens the part of a sentence behind a semicolon: "; X, once a clerk, is | the chairman"."""
    doc = view.story.doc
    start = next((i + 1 for i in range(cop.i - 1, cop.sent.start, -1) if doc[i].text == ";"), None)
    return next((u.person for u in view.units if u.begin == start), None)


def told_of_relative(head: Token, cop: Token, view: Clauses) -> Mention | None:
    """The person whose relative clause "and is" carries on, though the parser set the post beside the name: "X, who heads A and is | B"."""
    name, doc = first_conjunct(head), view.story.doc
    clause = next((c for c in name.children if c.dep_ == "acl:relcl" and c.i < cop.i), None)
    who = child(clause, "nsubj") if clause is not None else None
    goes_on = doc[cop.i - 1].lower_ == "and" and who is not None and who.lower_ == "who" and name.i < who.i
    found = view.story.mention(name) if goes_on and not any(t.text == "," for t in doc[who.i : cop.i]) else None  # type: ignore[union-attr]
    return found if found is not None and found.kind == "Person" else None


def carried_on(phrase: Phrase, head: Token, view: Clauses) -> Token:
    """The first thing that a clause says its subject is, where a later post of it is told: "was an economist and later | a governor"."""
    doc, first = view.story.doc, first_conjunct(head)
    later = doc[first.i + 1 : phrase.begin]
    named = any(u.begin == phrase.end or u.begin == phrase.end + 1 for u in view.units)
    stopped = named or any(ends_clause(t) for t in later)
    return first if first.i < phrase.begin and not stopped and child(first, "cop") is not None else head


def ends_clause(token: Token) -> bool:
    """Whether a word between two posts shows that the second is no longer told of the first one's subject; a clause on a noun is none."""
    verb = token.pos_ in ("VERB", "AUX") and base(token.dep_) != "acl" and child(token, "nsubj") is None
    return verb or token.text in (";", ":") or token.lower_ in ("not", "nor", "but")


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
    """ "The new director is X", "a club whose president is X", "is a former minister, X": the name is what the post is said to be."""
    head = view.story.doc[phrase.posts[0].words.start : phrase.posts[0].words.end].root
    name = head.head
    cop = child(name, "cop")
    if head.dep_ != "nsubj" or cop is None or not phrase.posts[0].definite or phrase.posts[0].plural or denied(name) or denied(cop):
        return
    mention, status = view.story.mention(name) or view.apposed(name), copula_status(cop, name, view.story)
    if mention is not None and mention.kind == "Person" and status and name.i > cop.i:
        yield from given(mention, phrase, "role.copula", status)


def place_of(head: Token, story: Story) -> Token | None:
    """The body that "where" or "of which" stands for, right before it: "the Home Office, where he had been prisons minister"."""
    link = next((c for c in head.children if c.lower_ in ("where", "which") and c.i < head.i), None)
    if link is None:
        return None
    i = link.i - 1
    i -= 1 if link.lower_ == "which" and story.doc[i].pos_ == "ADP" else 0
    i -= 1 if i > 0 and story.doc[i].text == "," else 0
    near = (t for t in (story.doc[i], head.head) if (m := story.mention(t)) is not None and m.kind == "Organization")
    return next(near, None)


def relative_of(subject: Token, verb: Token) -> Token:
    """The noun a relative pronoun stands for, else the subject itself."""
    if subject.lower_ in ("who", "that") and base(verb.dep_) == "acl":
        return verb.head
    return subject
