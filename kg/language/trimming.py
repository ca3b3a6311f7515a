"""Where exactly does a name begin and end? Articles, possessives and punctuation at its edges do not belong to it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from spacy.tokens import Doc, Token

from kg.language.spans import Name

POSSESSIVE = frozenset({"'s", "’s", "'", "’", "`s"})
TICKER = re.compile(r"\((?:[A-Z][\w .&-]{0,20}:\s?[A-Z0-9.]{1,8}|[A-Z]{1,5}\.[A-Z]{1,2})\)")
NUMBERED = re.compile(r"\d{3}-\d{1,3}(?:[A-Z]{1,2})?s?")  # a type that is all figures: "787-9"
PARTING = frozenset({"of", "at", "from", "with"})  # "Ada Ray of Acme": a person and a body
DASHES = frozenset({"-", "–", "—"})
KEPT_LAST = frozenset({"!", ")"})  # "Yahoo!", "Bank (Jersey)"; a bracket is kept only with its partner


def trim(doc: Doc, names: Iterable[Name]) -> list[Name]:
    """Names without articles and punctuation at the edges; accounts ("@kg"), tickers and those without letter or capital are dropped.

    "(NYSE: BA)" and "(BA.L)" are tickers; "(AU)" may be an acronym and stays. A title may be in small letters. A name ends
    with its sentence, and before a spaced dash that a small letter follows ("Kiel - the yard");
    that of a person before "of" and the like.
    """
    tickers = [match.span() for match in TICKER.finditer(doc.text)]
    result = []
    for name in names:
        start, end = _without_edges(doc, name.start, _end(doc, name))
        if name.label not in ("PERSON", "TITLE"):
            start = _after_small_words(doc, start, end)
        text = doc[start:end].text
        figures = name.label == "SYSTEM" and NUMBERED.fullmatch(text)
        small = not any(c.isalpha() for c in text) or (name.label != "TITLE" and (text == text.lower() or _is_prefixed(doc, start, end)))
        if small and not figures:
            continue
        account = text.startswith("@") or (start > 0 and doc[start - 1].text.endswith("@"))
        if not account and not any(low <= doc[start].idx < high for low, high in tickers):
            result.append(Name(start, end, name.label))
    return sorted(result)


def _end(doc: Doc, name: Name) -> int:
    """Where the name ends at the latest: at a new sentence or line, or at a dash that opens an insertion."""
    for i in range(name.start, name.end):
        token = doc[i]
        if (i > name.start and token.is_sent_start) or "\n" in token.text:
            return i
        if i > name.start and name.label == "PERSON" and token.lower_ in PARTING:
            return i
        if token.text in DASHES and token.whitespace_ and i + 1 < name.end and doc[i + 1].is_lower and doc[i - 1].whitespace_:
            return i
    return name.end


def _without_edges(doc: Doc, start: int, end: int) -> tuple[int, int]:
    while start < end and _is_edge(doc[start]):
        start += 1
    while start < end and (_is_edge(doc[end - 1]) or doc[end - 1].text in POSSESSIVE) and not _closes(doc, start, end):
        end -= 1
    return start, end


def _after_small_words(doc: Doc, start: int, end: int) -> int:
    """Where the capitals begin, when plain words in small letters stand before them ("parliament Ada Ray"); start when none do."""
    first = start
    while first < end and doc[first].is_lower and doc[first].is_alpha and doc[first].whitespace_:
        first += 1
    return first if first < end and doc[first].text[0].isupper() else start


def _is_prefixed(doc: Doc, start: int, end: int) -> bool:
    """Whether it is one word like "mid-July" or "ex-Cabinet"."""
    return end - start == 1 and doc[start].text[0].islower() and "-" in doc[start].text


def _is_edge(token: Token) -> bool:
    """Whether the token cannot begin or end a name."""
    glued = token.i > 0 and token.doc[token.i - 1].text in DASHES and not token.doc[token.i - 1].whitespace_  # "Um Kyung-a"
    return (
        token.is_space
        or token.is_quote
        or token.is_bracket
        or token.text in POSSESSIVE
        or (token.lower_ in ("the", "a", "an") and not glued)
        or (token.is_punct and token.text not in KEPT_LAST)
    )


def _closes(doc: Doc, start: int, end: int) -> bool:
    """Whether the last token is a mark that may end a name: "!" or a bracket opened within."""
    last = doc[end - 1].text
    return last == "!" or (last == ")" and any(token.text == "(" for token in doc[start:end]))
