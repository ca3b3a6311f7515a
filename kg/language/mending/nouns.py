"""Which noun does a phrase or a name hang on, where the parser gave one noun what English gives it only once?

A noun has one "of" ("a sale to the Government of Oman of missiles": of missiles is the sale). What has a phrase behind it is no compound
("the Ministry of Defence and shipbuilder TAIS signed": both did). A word with a preposition takes in the words up to its noun
("of Sentinel A4 radar systems": of systems).
"""

from __future__ import annotations

from spacy.tokens import Doc, Token

from kg.language.mending.arcs import attach

OF = "of"
INNER = frozenset({"amod", "compound", "flat", "nmod:desc"})


def mend_nouns(doc: Doc) -> Doc:
    """Hang second phrases with "of" one noun higher, and make nouns with phrases behind them conjuncts, not compounds; the same Doc."""
    for token in doc:
        if token.dep_ == "nmod" and _case(token) is not None:
            _take_in(token)
    for token in doc:
        if token.dep_ == "nmod" and token.head.dep_ == "nmod" and _is_second_of(token):
            attach(token, token.head.head, "nmod")
        if token.dep_ == "compound" and token.head.i > token.i and any(_case(c) is not None for c in token.children if c.dep_ == "nmod"):
            _coordinate(token)
    return doc


def _case(noun: Token) -> Token | None:
    """The preposition right at the front of a noun's phrase."""
    first = min(noun.subtree, key=lambda t: t.i)
    return first if first.dep_ == "case" and first.head == noun else None


def _take_in(name: Token) -> None:
    """Make a name with a preposition part of the noun that the words behind it belong to, its sibling without one."""
    behind = name.nbor() if name.i + 1 < len(name.doc) else name
    noun = behind.head
    if name.pos_ != "PROPN" or behind.dep_ != "compound" or noun.dep_ != "nmod" or noun.head != name.head or noun.i < behind.i:
        return
    case = _case(name)
    if case is not None and not any(c.dep_ in ("case", "det") for c in noun.children):
        attach(case, noun, "case")
        attach(name, noun, "compound")


def _is_second_of(noun: Token) -> bool:
    """Whether a phrase with "of" is the second of its head, the first being a name."""
    case = _case(noun)
    if case is None or case.lower_ != OF:
        return False
    earlier = [c for c in noun.head.children if noun.head.i < c.i < noun.i and c.dep_ == "nmod" and c.pos_ == "PROPN"]
    return any((first := _case(c)) is not None and first.lower_ == OF for c in earlier)


def _coordinate(noun: Token) -> None:
    """Make a noun the first conjunct of what stands behind "and", where the parser took it for a compound of that."""
    top = noun.head
    while top.dep_ in INNER and top.head.i > top.i:
        top = top.head
    if not any(t.dep_ == "cc" for t in noun.doc[noun.i + 1 : noun.head.i]) or top.head.i == top.i:
        return
    head, label = top.head, top.dep_
    before = [c for c in noun.head.children if c.i < noun.i]
    attach(noun, head, label)
    attach(top, noun, "conj")
    for child in before:
        attach(child, noun, child.dep_)
