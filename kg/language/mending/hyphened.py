"""Whose are the dependents of a word that a hyphen makes part of a verb ("Pakistan test-fired two missiles")?"""

from __future__ import annotations

from spacy.tokens import Doc, Token

from kg.language.mending.arcs import attach

FUNCTIONS = frozenset({"nsubj", "nsubj:pass", "obj", "obl", "aux", "aux:pass", "advmod"})


def mend_hyphened_verbs(doc: Doc) -> Doc:
    """Hang on the verb what the parser hung on the word before its hyphen, which is only its first part; the same Doc."""
    for verb in doc[2:]:
        hyphen, first = doc[verb.i - 1], doc[verb.i - 2]
        joined = hyphen.text == "-" and not hyphen.whitespace_ and not first.whitespace_
        if joined and verb.pos_ == "VERB" and first.head.i == verb.i:
            for token in [c for c in first.children if c.dep_ in FUNCTIONS]:
                attach(token, verb, token.dep_)
            first.dep_ = "compound"
            _name_as_subject(first, verb)
    return doc


def _name_as_subject(first: Token, verb: Token) -> None:
    """A name before the first part acts, where the verb has an object and nobody else does."""
    labels = {c.dep_ for c in verb.children}
    names = [c for c in first.children if c.dep_ == "compound" and c.pos_ == "PROPN"]
    if names and "obj" in labels and not labels & {"nsubj", "nsubj:pass", "aux:pass"}:
        attach(names[0], verb, "nsubj")
