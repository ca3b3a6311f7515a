"""Which of several objects does a phrase belong to that each of them has, where the parser hung all of them on the verb?

"ordered 180 tanks from Rotem for $3bn and 212 guns from Hanwha for $2bn": the second seller and the second price are the guns'.
"""

from __future__ import annotations

from itertools import pairwise

from spacy.tokens import Doc, Token

from kg.language.mending.arcs import attach

OBJECTS = frozenset({"obj", "nsubj:pass"})


def mend_repeated_phrases(doc: Doc) -> Doc:
    """Hang on a later conjunct of a verb's object what follows it and repeats a preposition from before it; the same Doc."""
    for verb in [t for t in doc if t.pos_ == "VERB"]:
        _part(verb)
    for _, at in sorted((token.head.i, token.i) for token in doc if token.dep_ in OBJECTS and token.head.i != token.i):
        for part in [c for c in doc[at].children if c.dep_ == "conj" and c.pos_ in ("NOUN", "PROPN")]:
            _give(doc[at].head, doc[at], part)
    return doc


def _part(verb: Token) -> None:
    """Part two objects and receivers that were read as three ("delivers boats to Fiji and guns to Chad": not to Fiji and guns)."""
    goods = next((c for c in verb.children if c.dep_ in OBJECTS and c.pos_ in ("NOUN", "PROPN")), None)
    phrases = [c for c in verb.children if c.dep_ == "obl" and goods is not None and c.i > max(goods.i, verb.i)]
    for first, second in pairwise(phrases):
        case = _case(second)
        opens = min(first.subtree, key=lambda t: t.i)
        named = [c for c in first.children if c.ent_type_ in ("ORG", "GPE") and c.i + 1 < first.i and c.nbor().lower_ == "and"]
        if goods is None or not case or opens.lower_ != case or len(named) != 1 or first.ent_type_ in ("ORG", "GPE"):
            continue
        attach(named[0], verb, "obl")
        for c in list(first.children):
            if c.i < named[0].i:
                attach(c, named[0], c.dep_)
        attach(first, goods, "conj")


def _give(verb: Token, noun: Token, part: Token) -> None:
    phrases = [c for c in verb.children if c.dep_ == "obl" and c.i > max(verb.i, noun.i)]
    told = {case for c in phrases if c.i < part.i and (case := _case(c))}
    for phrase in phrases:
        if phrase.i > part.i and _case(phrase) in told:
            attach(phrase, part, "nmod")


def _case(noun: Token) -> str:
    return next((c.lower_ for c in noun.children if c.dep_ == "case"), "")
