"""Which stretches are posts, ranks and jobs? The model's and the lexicon's, put together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.tokens import Doc, Token

from kg.language.spans import Name, join_overlapping
from kg.language.trimming import POSSESSIVE
from kg.lexicon import Lexicon

BEFORE = frozenset({"CCONJ", "DET", "PUNCT", "SPACE"})  # parts of speech that no title begins with
AFTER = BEFORE | {"ADP", "AUX"}  # ... and ends with
FINITE = frozenset({"VBD", "VBP", "VBZ"})
JOINING = "-‑'’"
LONGEST = 12  # tokens of a title, hyphens included
LEADING = frozenset({"GPE", "NORP", "ORG", "LOC"})


def mark_titles(doc: Doc, guessed: Iterable[Name], names: list[Name], lexicon: Lexicon) -> list[Name]:
    """Titles by the model and by the lexicon, joined where they overlap, without countries and bodies before them.

    A listed title counts where its last word is a noun outside every name ("a general election" has none), a plural only
    before a name ("Presidents Ray and Berg"). "Air Force commander Maj. Gen." are two titles.
    """
    persons = {name.start for name in names if name.label == "PERSON"}
    found = join_overlapping([*guessed, *_listed(doc, persons, lexicon)])
    parts = [part for title in found for part in _split(doc, title, lexicon)]
    cut = [outside for part in parts if (outside := _outside(part, names)) is not None]
    return [title for part in cut if (title := _without_ends(doc, part)) is not None]


def bodies_before_titles(doc: Doc, guessed: Iterable[Name], names: list[Name], lexicon: Lexicon) -> list[Name]:
    """Names with companies that the model took into a title after a country: "Russia's Norexport Director General".

    Only before listed corporate titles: before "Minister" the words are a field ("Norway's Fisheries Minister").
    """
    taken = {i for name in names for i in range(name.start, name.end)}
    found = []
    for title in guessed:
        owned = title.start > 1 and (doc[title.start - 1].text in POSSESSIVE or title.start - 1 in taken)
        for at in range(title.start + 1, title.end if owned else title.start):
            row = lexicon.title(" ".join(_words(doc, at)[: title.end - at]))
            front = doc[title.start : at]
            if row is not None and row.kind == "corporate":
                if all(t.text[0].isupper() and t.i not in taken and not lexicon.is_title(t.text) for t in front):
                    found.append(Name(title.start, at, "ORG"))
                break
    return sorted([*names, *found])


def _listed(doc: Doc, persons: set[int], lexicon: Lexicon) -> Iterator[Name]:
    at = 0
    while at < len(doc):
        begins = _may_begin(doc[at]) and lexicon.title_words.may_begin(doc[at].text)
        length = lexicon.title_length(_words(doc, at)) if begins else 0
        if not length:
            at += 1
            continue
        last = doc[at + length - 1]
        singular = last.tag_ not in ("NNS", "NNPS") or at + length in persons
        if last.pos_ in ("NOUN", "PROPN") and singular:
            yield Name(at, at + length, "TITLE")
        at += length


def _words(doc: Doc, start: int) -> list[str]:
    """The words from start on that may be one title: to the end of the sentence, without punctuation but hyphens and apostrophes."""
    words = []
    for token in doc[start : start + LONGEST]:
        if (token.i > start and token.is_sent_start) or not any(c.isalnum() or c in JOINING for c in token.text):
            break
        words.append(token.text)
    return words


def _split(doc: Doc, title: Name, lexicon: Lexicon) -> Iterator[Name]:
    """The title, or two where a rank follows a post: "army chief", "Gen."."""
    if lexicon.title_length(_words(doc, title.start)) >= title.end - title.start:
        yield title
        return
    for at in range(title.start + 1, title.end):
        rank = " ".join(token.text for token in doc[at : title.end])
        row = lexicon.title(rank) if lexicon.is_title(doc[at - 1].text) else None
        joined = lexicon.title(doc[at - 1 : title.end].text)
        if joined is not None and joined.kind != "military":
            continue  # "director general" ends no post with a rank
        if row is not None and row.kind == "military":
            yield title._replace(end=at)
            yield title._replace(start=at)
            return
    yield title


def _without_ends(doc: Doc, title: Name) -> Name | None:
    """The title without small words, verbs and punctuation at its ends; None when nothing is left."""
    start, end = title.start, title.end
    while start < end and doc[start].pos_ in BEFORE:
        start += 1
    while start < end and (doc[end - 1].pos_ in AFTER or doc[end - 1].tag_ in FINITE):
        end -= 1
    return Name(start, end, title.label) if start < end else None


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
