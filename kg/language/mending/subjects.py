"""Whose subject is the second one of a verb? A clause without "that" hides its own: "Poland confirmed it agreed to buy jets"."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from kg.language.mending.arcs import attach

SUBJECTS = frozenset({"nsubj", "nsubj:pass"})


def mend_second_subjects(doc: Doc) -> Doc:
    """Give a subject between a verb that has another and its clause without one to the clause; the same Doc."""
    for verb in doc:
        subjects = [c for c in verb.children if c.dep_ in SUBJECTS]
        clause = next((c for c in verb.children if c.dep_ == "ccomp" and c.i > verb.i), None)
        if len(subjects) > 1 and clause is not None and not any(c.dep_ in SUBJECTS for c in clause.children):
            second = subjects[-1]
            if verb.i < second.i < clause.i:
                attach(second, clause, _label(clause))
    return doc


def _label(clause: Token) -> str:
    return "nsubj:pass" if any(c.dep_ == "aux:pass" for c in clause.children) else "nsubj"
