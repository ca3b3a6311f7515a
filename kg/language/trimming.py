"""Where exactly does a name begin and end? Articles, possessives and punctuation at its edges do not belong to it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from spacy.tokens import Doc, Token

from kg.language.spans import Name

POSSESSIVE = frozenset({"'s", "’s", "'", "’", "`s"})
TICKER = re.compile(r"\((?:[A-Z][\w .&-]{0,20}:\s?[A-Z0-9.]{1,8}|[A-Z]{1,5}\.[A-Z]{1,2})\)")
KEPT_LAST = frozenset({"!", ")"})  # "Yahoo!", "Bank (Jersey)"; a bracket is kept only with its partner


def trim(doc: Doc, names: Iterable[Name]) -> list[Name]:
    """Names without articles and punctuation at the edges; those in stock tickers, without a letter or a capital are dropped.

    "(NYSE: BA)" and "(BA.L)" are tickers; "(AU)" may be an acronym and stays. A title may be in small letters.
    """
    tickers = [match.span() for match in TICKER.finditer(doc.text)]
    result = []
    for name in names:
        start, end = name.start, name.end
        while start < end and _is_edge(doc[start]):
            start += 1
        while start < end and (_is_edge(doc[end - 1]) or doc[end - 1].text in POSSESSIVE) and not _closes(doc, start, end):
            end -= 1
        text = doc[start:end].text
        if not any(c.isalpha() for c in text) or (name.label != "TITLE" and text == text.lower()):
            continue
        here = doc[start].idx
        if "\n" not in text and not any(low <= here < high for low, high in tickers):
            result.append(Name(start, end, name.label))
    return sorted(result)


def _is_edge(token: Token) -> bool:
    """Whether the token cannot begin or end a name."""
    return (
        token.is_space
        or token.is_quote
        or token.is_bracket
        or token.text in POSSESSIVE
        or token.lower_ in ("the", "a", "an")
        or (token.is_punct and token.text not in KEPT_LAST)
    )


def _closes(doc: Doc, start: int, end: int) -> bool:
    """Whether the last token is a mark that may end a name: "!" or a bracket opened within."""
    last = doc[end - 1].text
    return last == "!" or (last == ")" and any(token.text == "(" for token in doc[start:end]))
