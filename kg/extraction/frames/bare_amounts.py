"""Which numbers are amounts in a currency named before them ("bid 3.1 billion pounds, topping an offer of 2.9 billion")?"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal, InvalidOperation
from functools import lru_cache

from spacy.tokens import Span, Token

from kg.extraction.story import Story
from kg.extraction.syntax import base, child, children, preposition
from kg.lexicon import Lexicon
from kg.values import Money


def bare_amounts(sent: Span, story: Story) -> Iterator[tuple[Span, Money]]:
    """(span, amount) of a number of millions that counts no noun, in the currency of the last amount before it in its sentence.

    Where that holds none, in the one currency in which the story has counted so far.
    """
    told = [(s, v) for s, v in story.values("money", story.doc[: sent.end]) if isinstance(v, Money)]
    for token in sent:
        number = number_of(token, story)
        if number is None or any(s.start <= token.i < s.end for s, _ in told):
            continue
        here = [v.currency for s, v in told if sent.start <= s.start and s.end <= token.i]
        so_far = {v.currency for s, v in told if s.end <= token.i}
        if here or len(so_far) == 1:
            span = story.doc[child_number(token).i : token.i + 1]
            yield span, Money(number, here[-1] if here else so_far.pop(), text=span.text)


def number_of(token: Token, story: Story) -> Decimal | None:
    """The full number of "2.9 billion" behind "of", "for" or "at", or as an object; None before a noun ("for 2 billion people")."""
    size = magnitudes(story.lexicon).get(token.lower_)
    case = preposition(token) if base(token.dep_) in ("obl", "nmod") else "" if token.dep_ == "obj" else None
    if case == "of" and token.head.lemma_.lower() not in (*story.words.deal_nouns, *story.words.value_words):
        return None  # "a market of 3 million"
    counts = token.pos_ == "NUM" and case in ("", "of", "for", "at") and not children(token, "nmod")
    if size is None or not counts:
        return None
    try:
        return Decimal(child_number(token).text.replace(",", "")) * size
    except InvalidOperation:
        return None


def child_number(token: Token) -> Token:
    """The number that a word like "billion" multiplies, the word itself for none."""
    found = child(token, "compound", "nummod")
    return found if found is not None and found.i == token.i - 1 else token


@lru_cache(maxsize=4)
def magnitudes(lexicon: Lexicon) -> dict[str, Decimal]:
    """Words of a million and more with what one of them is."""
    rows = lexicon.table("magnitudes")
    return {f: Decimal(r["value"]) for r in rows if r["kind"] == "word" and len(r["value"]) > 6 for f in r.many("forms")}
