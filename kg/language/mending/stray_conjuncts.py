"""What is a counted noun joined to that was read as a second verb? "bought 180 tanks in May and 212 guns": to the tanks."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from kg.language.mending.arcs import attach

PREDICATE = frozenset({"nsubj", "nsubj:pass", "cop", "aux", "aux:pass", "orphan", "mark"})


def mend_stray_conjuncts(doc: Doc) -> Doc:
    """Join counted nouns that are conjuncts of a verb, but no predicates, to the verb's object before them; the same Doc."""
    for token in doc:
        verb = token.head
        if token.dep_ == "conj" and token.pos_ == "NOUN" and verb.pos_ == "VERB" and verb.i < token.i and _is_counted(token):
            goods = next((c for c in verb.children if c.dep_ in ("obj", "nsubj:pass") and c.pos_ in ("NOUN", "PROPN")), None)
            if goods is not None and verb.i < goods.i < token.i:
                attach(token, goods, "conj")
    return doc


def _is_counted(noun: Token) -> bool:
    return any(c.pos_ == "NUM" and c.i < noun.i for c in noun.subtree) and not any(c.dep_ in PREDICATE for c in noun.children)
