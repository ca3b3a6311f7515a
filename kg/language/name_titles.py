"""Which titles did the model take into a name? They are cut off: a name holds neither posts nor honorifics."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.tokens import Doc

from kg.language.cues import cue_words
from kg.language.spans import Name
from kg.lexicon import Lexicon, word_key

BEFORE_PERSONS = frozenset({"corporate", "diplomatic", "government", "legislature"})  # kinds of titles that tell a person behind them
LINKING = frozenset({"ADP", "CCONJ", "DET", "PUNCT"})


def cut_titles(doc: Doc, names: Iterable[Name], lexicon: Lexicon) -> list[Name]:
    """Names without titles and honorifics; one of titles only is dropped.

    "Foreign Minister Ada Ray" becomes "Ada Ray", a small word left over ("of") goes too. A name that begins with an honorific
    is a person, whatever the model says. "Norhaven Director General" becomes "Norhaven", "Norhaven Chief Executive Ada Ray" two
    names, "Ada Ray OBE" becomes "Ada Ray"; "Council of Ministers" stays; "Syrian President" is no person.
    """
    result = []
    for name in (part for whole in names for part in _parted(doc, whole, lexicon)):
        if name.label == "PERSON":
            name = name._replace(start=_after_titles(doc, name, lexicon), end=_before_letters(doc, name, lexicon))
        elif name.label == "ORG":
            name = name._replace(end=_before_title(doc, name, lexicon))
        if name.start < name.end:
            result.append(name)
    return result


def _parted(doc: Doc, name: Name, lexicon: Lexicon) -> Iterator[Name]:
    """The name; or a person alone, or a body and a person, where a title within tells so."""
    if name.end - name.start > 1 and _is_honorific(doc[name.start].text, lexicon) and doc[name.start].text[0].isupper():
        yield name._replace(label="PERSON")
        return
    country = _country_before_title(doc, name, lexicon)
    if country is not None:
        yield country
        return
    for at in range(name.start, name.end - 2 if name.label not in ("PERSON", "SYSTEM") else name.start):
        length = _title_before_person(doc, at, name.end, lexicon)
        if length:
            if at > name.start:
                yield name._replace(end=at)
            yield Name(at + length, name.end, "PERSON")
            return
    yield name


def _country_before_title(doc: Doc, name: Name, lexicon: Lexicon) -> Name | None:
    """The country or people of a person that is none ("Syrian President", "U.S. President"): nothing but titles follows it."""
    for at in range(name.start + 1, name.end if name.label == "PERSON" else name.start):
        country = doc[name.start : at].text
        words = [token.text for token in doc[at : name.end]]
        if lexicon.country(country) is not None and lexicon.title_length(words) == len(words):
            return Name(name.start, at, "NORP" if lexicon.country_by_demonym(country) else "GPE")
    return None


def _title_before_person(doc: Doc, at: int, end: int, lexicon: Lexicon) -> int:
    """Length of a listed, capitalised title at this token with two words or more behind it that may be a person's; else 0."""
    words = [token.text for token in doc[at:end]]
    length = lexicon.title_length(words) if words[0][0].isupper() else 0
    row = lexicon.title(" ".join(words[:length])) if length else None
    rest = words[length:]
    if length and doc[at + length - 1].dep_ == "amod":
        return 0  # "Official Information Act"
    if row is None or row.kind not in BEFORE_PERSONS or len(rest) < 2:
        return 0
    return length if all(word.isalpha() and word[0].isupper() and word not in cue_words(lexicon) for word in rest) else 0


def _after_titles(doc: Doc, name: Name, lexicon: Lexicon) -> int:
    """Where the name of a person begins, after titles, honorifics and small words between them."""
    start = name.start
    while start < name.end:
        words = [token.text for token in doc[start : name.end]]
        length = lexicon.title_length(words) or _honorific_length(words, lexicon)
        row = lexicon.title(words[0]) if length == 1 and len(words) == 2 else None
        if row is not None and row.kind == "job":
            break  # "Baker Hughes", "Mason Berg"
        if not length and start > name.start and doc[start].is_lower and start + 1 < name.end:
            length = int(doc[start].pos_ in LINKING)
        if not length:
            break
        start += length
    return start


def _before_letters(doc: Doc, name: Name, lexicon: Lexicon) -> int:
    """Where the name of a person ends, before letters of honour: "Ada Ray OBE"; two words are left."""
    end = name.end
    while end > name.start + 2 and lexicon.is_post_nominal(doc[end - 1].text):
        end -= 1
    return end


def _before_title(doc: Doc, name: Name, lexicon: Lexicon) -> int:
    """Where the name of a body ends, before a title that the model took into it; after "of" a title is part of the name."""
    for at in range(name.start, name.end):
        linked = at > name.start and doc[at - 1].pos_ in LINKING
        singular = doc[name.end - 1].tag_ not in ("NNS", "NNPS")
        if not linked and singular and lexicon.title_length([token.text for token in doc[at : name.end]]) == name.end - at:
            return at
    return name.end


def _honorific_length(words: list[str], lexicon: Lexicon) -> int:
    """How many words of a form of address a name begins with: 2 for "Datuk Seri Ada Ray", 0 for none."""
    if len(words) > 2 and _is_honorific(" ".join(words[:2]), lexicon):
        return 2
    return int(_is_honorific(words[0], lexicon))


def _is_honorific(word: str, lexicon: Lexicon) -> bool:
    return word_key(word.replace(".", "")) in lexicon.honorifics
