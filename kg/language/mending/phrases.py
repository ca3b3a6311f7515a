"""Where does a phrase hang, where the parser gave it a place that English does not have for it?

What stands before a name belongs to its first word, whichever the arc names. A phrase with a preposition is no object ("signed a
contract with Saab for two ships": not a second object), nor does it say by whom something is done but after "by" ("jets ordered from
Airbus"), and it does not stand before the participle that it belongs to ("fighters from Qatar valued at $8m": the fighters are from
Qatar). A second object without an article is what the first becomes ("appointed Ada Berg chief of staff"). A name between a number and what
it counts belongs to that ("32 Korea Aerospace Industries jets": nobody ordered the Industries).
"""

from __future__ import annotations

from spacy.tokens import Doc, Token

from kg.language.mending.arcs import attach

BARE = frozenset({"obj", "iobj"})
OPENING = frozenset({"case", "cc", "det", "mark", "nmod:poss"})
PREPOSITIONS = frozenset({"at", "by", "for", "from", "in", "into", "of", "on", "to", "with"})  # "up to", "between" may count an object
AGENT = "by"
PARTICIPLES = frozenset({"VBN", "VBG"})


def mend_phrases(doc: Doc) -> Doc:
    """Hang what stands before a name on its first word, make objects and agents with another preposition obliques, hang phrases
    before a participle behind a noun on the noun, names on what a number before them counts, and make second objects predicates of the
    first; the same Doc.
    """
    for token in doc:
        if token.head.dep_ == "flat" and token.dep_ in OPENING and token.i < token.head.head.i:
            attach(token, token.head.head, token.dep_)
    for token in doc:
        if token.dep_ == "nummod":
            for name in _names_between(token, token.head):
                attach(name, token.head, "compound")
        if token.dep_ in BARE and _opening(token) in PREPOSITIONS and token.i > token.head.i:
            token.dep_ = "obl"
        if token.dep_ == "obl:agent" and _opening(token) in PREPOSITIONS - {AGENT}:
            token.dep_ = "obl"
        if token.dep_ == "obl" and _comes_before_participle(token):
            attach(token, token.head.head, "nmod")
        if token.dep_ == "obj" and _is_second_object(token):
            token.dep_ = "xcomp"
    return doc


def _names_between(number: Token, counted: Token) -> list[Token]:
    """Names between a number and what it counts that hang on something outside."""
    between = number.doc[number.i + 1 : max(counted.i, number.i + 1)]
    alone = all(t.pos_ in ("ADJ", "NOUN", "NUM", "PROPN") or t.tag_ == "HYPH" for t in between)  # "In 2027 Oman will get 12 jets"
    return [t for t in between if alone and t.pos_ == "PROPN" and not number.i <= t.head.i <= counted.i]


def _is_second_object(noun: Token) -> bool:
    """Whether a noun in small letters without article or number follows another object of its verb."""
    first = next((c for c in noun.head.children if c.dep_ == "obj"), noun)
    bare = noun.tag_ == "NN" and noun.is_lower and not any(c.dep_ in ("det", "nummod", "nmod:poss") for c in noun.children)
    return bare and noun.head.i < first.i < noun.i and first.pos_ in ("PROPN", "PRON")


def _opening(noun: Token) -> str:
    """The preposition that the noun's phrase begins with; "" where it begins otherwise."""
    first = min(noun.subtree, key=lambda t: t.i)
    return first.lower_ if first.dep_ == "case" and first.head == noun else ""


def _comes_before_participle(phrase: Token) -> bool:
    clause = phrase.head
    noun = clause.head
    reduced = clause.dep_ == "acl" and clause.tag_ in PARTICIPLES and not any(c.dep_.startswith(("aux", "nsubj")) for c in clause.children)
    return reduced and noun.i < phrase.i < clause.i and bool(_opening(phrase))
