"""Which guesses of the model are plain words? A noun with a capital only because it opens a sentence, a day of the week."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from spacy.tokens import Doc, Token

from kg.language.spans import Name
from kg.lexicon import Lexicon

OPENERS = frozenset({'"', "“", "'", "‘", "(", "-", "–", "—", ":", "•"})


def without_common_words(doc: Doc, names: Iterable[Name], lexicon: Lexicon) -> list[Name]:
    """Names without days of the week and without single words that only the head of a sentence gives a capital.

    Such a word ("Turtles", "Repair") stays if the tagger sees a proper noun in it, the article names it elsewhere, or the model takes
    it for the country or people that it is in the lexicon ("French").
    """
    names = list(names)
    elsewhere = {doc[name.start].text for name in names if name.end - name.start == 1 and not _opens(doc[name.start])}
    days = _days(lexicon)
    return [
        name
        for name in names
        if doc[name.start : name.end].text.lower().rstrip("s") not in days
        and (
            name.end - name.start > 1
            or _is_proper(doc[name.start])
            or doc[name.start].text in elsewhere
            or (name.label in ("NORP", "GPE") and lexicon.country(doc[name.start].text) is not None)
        )
    ]


def _opens(token: Token) -> bool:
    return bool(token.is_sent_start) or (token.i > 0 and token.nbor(-1).text in OPENERS)


def _is_proper(token: Token) -> bool:
    """Whether the capital means a name: not at the head of a sentence, or by its tag, or because there are more capitals."""
    return not _opens(token) or token.pos_ == "PROPN" or not token.text[1:].islower()


@lru_cache(maxsize=4)
def _days(lexicon: Lexicon) -> frozenset[str]:
    return frozenset(form.lower() for forms in lexicon.document("date_words")["weekdays"] for form in forms)
