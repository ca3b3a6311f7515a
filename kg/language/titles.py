"""Which stretches are posts, ranks and jobs? The model's, the lexicon's, and those cut from the front of a name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.tokens import Doc, Token

from kg.language.spans import Name, join_overlapping
from kg.lexicon import Lexicon, word_key

LONGEST = 12  # tokens of a title, hyphens included
LEADING = frozenset({"GPE", "NORP", "ORG", "LOC"})


def cut_titles(doc: Doc, names: Iterable[Name], lexicon: Lexicon) -> list[Name]:
    """Persons without the titles and honorifics before their names; a person of titles only is dropped.

    "Foreign Minister Ada Ray" becomes "Ada Ray". A small word left over ("of") goes too. A name that begins with an
    honorific is a person, whatever the model says.
    """
    result = []
    for name in names:
        start = name.start
        if _is_honorific(doc[start].text, lexicon) and name.end - start > 1 and doc[start].text[0].isupper():
            name = name._replace(label="PERSON")
        while name.label == "PERSON" and start < name.end:
            words = [token.text for token in doc[start : name.end]]
            length = lexicon.title_length(words) or int(_is_honorific(words[0], lexicon))
            if not length and start > name.start and doc[start].is_lower and not doc[start].text.endswith("-"):
                length = int(start + 1 < name.end and doc[start].pos_ in ("ADP", "CCONJ", "PUNCT"))
            if not length:
                break
            start += length
        if start < name.end:
            result.append(name._replace(start=start))
    return result


def mark_titles(doc: Doc, guessed: Iterable[Name], names: list[Name], lexicon: Lexicon) -> list[Name]:
    """Titles by the model and by the lexicon, joined where they overlap, without countries and bodies before them.

    A listed title counts where its last word is a noun outside every name ("a general election" has none).
    """
    found = [*guessed, *_listed(doc, lexicon)]
    clear = [cut for title in join_overlapping(found) if (cut := _outside(title, names)) is not None]
    return [title for title in clear if doc[title.start : title.end].text.strip()]


def _listed(doc: Doc, lexicon: Lexicon) -> Iterator[Name]:
    words = [token.text for token in doc]
    at = 0
    while at < len(words):
        length = lexicon.title_length(words[at : at + LONGEST]) if _may_begin(doc[at]) else 0
        if length and doc[at + length - 1].pos_ in ("NOUN", "PROPN") and not doc[at : at + length].text.isspace():
            yield Name(at, at + length, "TITLE")
        at += length or 1


def _may_begin(token: Token) -> bool:
    """Whether a title may begin here: with a letter, and not as an hour ("5 p.m.")."""
    return token.text[:1].isalpha() and not (token.is_lower and "." in token.text)


def _outside(title: Name, names: list[Name]) -> Name | None:
    """The part of the title after leading names and before a name that it runs into; None when nothing is left."""
    start, end = title.start, title.end
    for name in sorted(names):
        if name.start <= start < name.end:
            start = name.end if name.label in LEADING or name.end < end else end
        elif start < name.start < end and (name.label == "PERSON" or name.end > end):
            end = name.start
    return Name(start, end, title.label) if start < end else None


def _is_honorific(word: str, lexicon: Lexicon) -> bool:
    return word_key(word.replace(".", "")) in lexicon.honorifics
