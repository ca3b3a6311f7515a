"""Which stretches are posts, ranks and jobs? The model's, the lexicon's, and those cut from the front of a name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.tokens import Doc, Token

from kg.language.cues import cue_words
from kg.language.spans import Name, join_overlapping
from kg.lexicon import Lexicon, word_key

BEFORE = frozenset({"CCONJ", "DET", "PUNCT", "SPACE"})  # parts of speech that no title begins with
AFTER = BEFORE | {"ADP", "AUX"}  # ... and ends with
FINITE = frozenset({"VBD", "VBP", "VBZ"})
JOINING = "-‑'’"
LONGEST = 12  # tokens of a title, hyphens included
LEADING = frozenset({"GPE", "NORP", "ORG", "LOC"})


def cut_titles(doc: Doc, names: Iterable[Name], lexicon: Lexicon) -> list[Name]:
    """Names without titles and honorifics; one of titles only is dropped.

    "Foreign Minister Ada Ray" becomes "Ada Ray", a small word left over ("of") goes too. A name that begins with an honorific
    is a person, whatever the model says. "Norhaven Director General" becomes "Norhaven", but "Council of Ministers" stays.
    """
    result = []
    for name in names:
        if name.end - name.start > 1 and _names_person(doc, name, lexicon):
            name = name._replace(label="PERSON")
        if name.label == "PERSON":
            name = name._replace(start=_after_titles(doc, name, lexicon))
        elif name.label == "ORG":
            name = name._replace(end=_before_title(doc, name, lexicon))
        if name.start < name.end:
            result.append(name)
    return result


def _names_person(doc: Doc, name: Name, lexicon: Lexicon) -> bool:
    """Whether the first word is an honorific, or a post before at least two words that may be a person's."""
    words = [token.text for token in doc[name.start : name.end]]
    if _is_honorific(words[0], lexicon) and words[0][0].isupper():
        return True
    length = lexicon.title_length(words)
    row = lexicon.title(" ".join(words[:length])) if length else None
    rest = words[length:]
    return (
        row is not None
        and row.kind in ("government", "legislature", "diplomatic")
        and len(rest) > 1
        and all(word.isalpha() and word[0].isupper() and word not in cue_words(lexicon) for word in rest)
    )


def _after_titles(doc: Doc, name: Name, lexicon: Lexicon) -> int:
    """Where the name of a person begins, after titles, honorifics and small words between them."""
    start = name.start
    while start < name.end:
        words = [token.text for token in doc[start : name.end]]
        length = lexicon.title_length(words) or int(_is_honorific(words[0], lexicon))
        if not length and start > name.start and doc[start].is_lower and start + 1 < name.end:
            length = int(doc[start].pos_ in ("ADP", "CCONJ", "PUNCT"))
        if not length:
            break
        start += length
    return start


def _before_title(doc: Doc, name: Name, lexicon: Lexicon) -> int:
    """Where the name of a body ends, before a title that the model took into it; after "of" a title is part of the name."""
    for at in range(name.start, name.end):
        linked = at > name.start and doc[at - 1].pos_ in ("ADP", "CCONJ", "DET", "PUNCT")
        singular = doc[name.end - 1].tag_ not in ("NNS", "NNPS")
        if not linked and singular and lexicon.title_length([token.text for token in doc[at : name.end]]) == name.end - at:
            return at
    return name.end


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


def _listed(doc: Doc, persons: set[int], lexicon: Lexicon) -> Iterator[Name]:
    at = 0
    while at < len(doc):
        length = lexicon.title_length(_words(doc, at)) if _may_begin(doc[at]) else 0
        last = doc[at + length - 1]
        singular = last.tag_ not in ("NNS", "NNPS") or at + length in persons
        if length and last.pos_ in ("NOUN", "PROPN") and singular:
            yield Name(at, at + length, "TITLE")
        at += length or 1


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


def _is_honorific(word: str, lexicon: Lexicon) -> bool:
    return word_key(word.replace(".", "")) in lexicon.honorifics
