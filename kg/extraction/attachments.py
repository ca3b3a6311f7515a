"""What hangs on a word by a preposition, whatever the parser hung it on?"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from kg.extraction.syntax import base, child, children, conjuncts, preposition


def pooled(token: Token, depth: int = 2) -> Iterator[tuple[str, Token]]:
    """(preposition, noun) below a word, then those below these nouns: "an order for jets with Boeing" may hang "with" on "jets".

    Nested "of" stays out, since it belongs to its own noun.
    """
    direct = list(attached(token))
    yield from direct
    if depth:
        for _, noun in direct:
            yield from ((p, n) for p, n in pooled(noun, depth - 1) if p != "of" or noun.pos_ == "PROPN")  # "to Belgium of 200 missiles"
            last, told = conjuncts(noun)[-1], {"of", *(p for p, _ in direct)}
            yield from ((p, n) for p, n in attached(last) if last is not noun and p not in told)  # "bids from Orion and Verano for Kestrel"


def attached(token: Token) -> Iterator[tuple[str, Token]]:
    """(preposition, noun) of the prepositional phrases below a verb or noun; conjuncts stay with the first noun."""
    for c in children(token, "obl", "nmod", "orphan", "nsubj"):  # an orphan hangs on a conjunct whose verb is left out
        if c.dep_ in ("nmod:poss", "nmod:desc", "obl:agent") or (base(c.dep_) == "nsubj" and c.i < token.i):
            continue
        p = preposition(c)
        if p:
            yield p, c
    for c in children(token, "advcl", "xcomp", "acl"):  # "sold a stake to Credit Verano", where the name was read as a verb
        if c.ent_type_ == "ORG" and (mark := child(c, "mark")) is not None and mark.i < c.i and mark.lower_ == "to":
            yield "to", c


def agent(verb: Token) -> Token | None:
    """The doer of a passive verb: "by Turkey"."""
    found = child(verb, "obl:agent")
    if found is None:
        found = next((n for p, n in attached(verb) if p == "by"), None)
    return found
