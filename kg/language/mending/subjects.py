"""Which clause does a subject belong to that the parser saw elsewhere?

A clause without "that" hides its own: "Poland confirmed it agreed to buy jets"; so does one that "with" opens: "is worth $3bn, with
delivery scheduled for 2029", or "for": "gave its leave for 12 jets to be sold". What stands behind a preposition is no second subject.
"""

from __future__ import annotations

from spacy.tokens import Doc, Token

from kg.language.mending.arcs import attach

SUBJECTS = frozenset({"nsubj", "nsubj:pass"})
PREPOSITIONS = frozenset({"for", "from", "of", "on", "to", "with"})


def mend_subjects(doc: Doc) -> Doc:
    """Give clauses their subject that was read as another subject or as the head of the clause; the same Doc."""
    told = {token.head.i for token in doc if token.dep_ == "ccomp"}
    for verb in doc:
        if verb.dep_ == "acl":
            _give_to_with_clause(verb)
        if verb.i in told:
            _give_to_hidden_clause(verb)
        if verb.pos_ == "VERB":
            _give_to_for_clause(verb)
    for phrase in doc:
        if phrase.dep_ in SUBJECTS and phrase.pos_ in ("NOUN", "PROPN") and phrase.i < phrase.head.i:
            _give_to_first_subject(phrase)
    return doc


def _give_to_first_subject(phrase: Token) -> None:
    """Hang a second subject that begins with a preposition on the first ("the order by Kenya for 36 tanks was placed")."""
    first = next((c for c in phrase.head.children if c.dep_ in SUBJECTS), phrase)
    opens = min(phrase.subtree, key=lambda t: t.i)
    if first.i < phrase.i and first.pos_ == "NOUN" and opens.tag_ == "IN" and opens.lower_ in PREPOSITIONS:
        attach(phrase, first, "nmod")


def _give_to_with_clause(verb: Token) -> None:
    noun = verb.head
    opened = any(c.lower_ == "with" and c.dep_ == "mark" and c.i < noun.i < verb.i for c in verb.children)
    if opened and noun.head.i != noun.i:
        attach(verb, noun.head, "advcl")
        attach(noun, verb, "nsubj:pass" if verb.tag_ == "VBN" else "nsubj")


def _give_to_for_clause(verb: Token) -> None:
    """Hang what stands between "for" and "to" on the verb behind them, as its subject."""
    marks = {c.lower_: c.i for c in verb.children if c.dep_ == "mark"}
    if not {"for", "to"} <= marks.keys() or any(c.dep_ in SUBJECTS for c in verb.children):
        return
    inside = [t for t in verb.doc[marks["for"] + 1 : marks["to"]] if not marks["for"] < t.head.i < marks["to"] and t.head.i != verb.i]
    if len(inside) == 1 and inside[0].pos_ in ("NOUN", "PROPN", "PRON"):
        attach(inside[0], verb, _label(verb))


def _give_to_hidden_clause(verb: Token) -> None:
    subjects = [c for c in verb.children if c.dep_ in SUBJECTS]
    clause = next((c for c in verb.children if c.dep_ == "ccomp" and c.i > verb.i), None)
    if clause is None or len(subjects) < 2 or any(c.dep_ in SUBJECTS for c in clause.children):
        return
    if verb.i < subjects[-1].i < clause.i:
        attach(subjects[-1], clause, _label(clause))


def _label(clause: Token) -> str:
    return "nsubj:pass" if any(c.dep_ == "aux:pass" for c in clause.children) else "nsubj"
