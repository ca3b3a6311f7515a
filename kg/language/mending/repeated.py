"""Which of several objects does a phrase belong to that each of them has, where the parser hung all of them on the verb?

"ordered 180 tanks from Rotem for $3bn and 212 guns from Hanwha for $2bn": the second seller and the second price are the guns'.
"""

from __future__ import annotations

from spacy.tokens import Doc, Token

from kg.language.mending.arcs import attach

OBJECTS = frozenset({"obj", "nsubj:pass"})


def mend_repeated_phrases(doc: Doc) -> Doc:
    """Hang on a later conjunct of a verb's object what follows it and repeats a preposition from before it; the same Doc."""
    for _, at in sorted((token.head.i, token.i) for token in doc if token.dep_ in OBJECTS and token.head.i != token.i):
        for part in [c for c in doc[at].children if c.dep_ == "conj" and c.pos_ in ("NOUN", "PROPN")]:
            _give(doc[at].head, doc[at], part)
    return doc


def _give(verb: Token, noun: Token, part: Token) -> None:
    phrases = [c for c in verb.children if c.dep_ == "obl" and c.i > max(verb.i, noun.i)]
    told = {case for c in phrases if c.i < part.i and (case := _case(c))}
    for phrase in phrases:
        if phrase.i > part.i and _case(phrase) in told:
            attach(phrase, part, "nmod")


def _case(noun: Token) -> str:
    return next((c.lower_ for c in noun.children if c.dep_ == "case"), "")
