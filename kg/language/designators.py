"""Which words are designators of weapons, vehicles and ships ("S-400", "F-16 Block 70", "Type 212CD", "Ada-class")?"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from spacy.tokens import Doc, Span, Token

from kg.language.spans import Name
from kg.lexicon import Lexicon, word_key

HYPHENED = re.compile(r"[A-Z][A-Za-zÀ-ÿ]{0,7}-\d{1,4}[A-Za-z]{0,3}\d?(?:-\d{1,2})?s?")  # S-400, Su-35S, T-72B3, Mi-17V-5
PLAIN = re.compile(r"[A-Z]{1,5}\d{1,4}[A-Z]{0,3}\d?s?")  # K9, A400M, M142; a short one needs a noun like "howitzer" beside it
VARIANT = re.compile(r"(?:\d{1,4}[A-Z]{1,4}\d?|[A-Z]{0,2}\d{1,4}[A-Z]{0,3}\d?|[IVX]{1,4})s?")  # after a name: 2A7, 212CD, 70, II
NUMBERED = re.compile(r"(?:\d|10|\d00)(?:ER|LR|F|X)?s?")  # after the number of a known type and a hyphen: 787-9, 737-800s
SERIES = re.compile(r"(?:Block|Mk|Mk\.|Mark|Batch|Flight|Tranche|Type|Model|Increment|Phase)")
SUFFIX = re.compile(r"[A-Z]{2,5}\+?")  # PAC-3 MSE, IRIS-T SLM, A330 MRTT
NEVER = frozenset({"GPE", "LOC", "PERSON", "SYSTEM"})  # what an exception is not, whatever the model says
LONG = 4  # letters and digits of a plain word that needs no noun beside it: A350, M142, CV90, but not K9
REACH = 4  # tokens to the right in which a weapon noun tells that a plain word is a designator


@dataclass(frozen=True, slots=True)
class Exceptions:
    """Forms that are no designators (words; bodies among them), and words before which a number is none (before), from
    designator_exceptions.tsv.
    """

    words: tuple[re.Pattern[str], ...]
    bodies: tuple[re.Pattern[str], ...]
    before: tuple[re.Pattern[str], ...]

    @classmethod
    def of(cls, lexicon: Lexicon) -> Exceptions:
        """The lexicon's exceptions."""
        rows = lexicon.table("designator_exceptions")
        found = {p: tuple(re.compile(r["pattern"]) for r in rows if r.choice("place", ("before", "word")) == p) for p in ("word", "before")}
        bodies = tuple(re.compile(r["pattern"]) for r in rows if r["body"] and r.choice("body", ("yes",)))
        return cls(found["word"], bodies, found["before"])

    def cover(self, span: Span | Token) -> bool:
        """Whether the words look like a designator and are none."""
        if _matches(self.words, span.text):
            return True
        start = span.start if isinstance(span, Span) else span.i
        return start > 0 and _matches(self.before, span.doc[start - 1].text)

    def forbid(self, name: Name, doc: Doc) -> bool:
        """Whether the model's guess is none: no system, place or person, and no organization unless it may be a body ("G-20")."""
        span = name.span(doc)
        if name.label == "ORG":
            return self.cover(span) and not any(pattern.fullmatch(span.text) for pattern in self.bodies)
        return name.label in NEVER and self.cover(span)


@lru_cache(maxsize=1 << 16)
def _matches(patterns: tuple[re.Pattern[str], ...], text: str) -> bool:
    return any(pattern.fullmatch(text) for pattern in patterns)


@lru_cache(maxsize=4)
def _exceptions(lexicon: Lexicon) -> Exceptions:
    return Exceptions.of(lexicon)


TICKER = 8  # tokens from a bracket to the last share named in it


def mark_designators(doc: Doc, names: Iterable[Name], lexicon: Lexicon) -> list[Name]:
    """Names with systems found by their form: new ones added, wrong labels replaced, pieces of one designation joined.

    A designator within a longer name of another kind ("F-35 Program Office") stays part of it. Words of
    designator_exceptions.tsv ("COVID-19", "G-20") are never systems; alone, and labelled so by the model, they are no names.
    """
    exceptions = _exceptions(lexicon)
    kept = [name for name in names if not exceptions.forbid(name, doc)]
    for core in _cores(doc, kept, lexicon, exceptions):
        new = _grown(doc, core, kept)
        touching = [old for old in kept if old.overlaps(new)]
        if any(old.label != "SYSTEM" and ((old.covers(new) and old[:2] != new[:2]) or not new.covers(old)) for old in touching):
            continue
        start, end = min([new.start, *(o.start for o in touching)]), max([new.end, *(o.end for o in touching)])
        kept = sorted([old for old in kept if old not in touching] + [Name(start, end, "SYSTEM")])
    return kept


def _cores(doc: Doc, names: list[Name], lexicon: Lexicon, exceptions: Exceptions) -> Iterator[Name]:
    """Single designators, before they grow over the words around them."""
    systems = [name for name in names if name.label == "SYSTEM"]
    for token in doc:
        yield from _ship_class(doc, token, exceptions)
        yield from _numbered_type(doc, token, lexicon)
        if not any(c.isdigit() for c in token.text) or exceptions.cover(token):
            continue
        here = Name(token.i, token.i + 1, "SYSTEM")
        if _is_ticker(token):
            continue
        if any(system.overlaps(here) for system in systems) or _is_designator(token, systems, lexicon):
            yield here


def _is_ticker(token: Token) -> bool:
    """Whether the word is a share's name at an exchange: "(NYSE: ERJ; B3: EMBR3)"."""
    before = token.doc[max(0, token.i - TICKER) : token.i]
    return len(before) > 1 and before[-1].text == ":" and before[-2].text.isupper() and any(t.text == "(" for t in before)


def _is_designator(token: Token, systems: list[Name], lexicon: Lexicon) -> bool:
    """Whether the word's form, with its neighbours where the form is not enough, says that it names a system."""
    if HYPHENED.fullmatch(token.text):
        return True
    if PLAIN.fullmatch(token.text) and (len(token.text) >= LONG or lexicon.system(token.text) or _before_weapon(token, lexicon)):
        return True
    return bool(token.i and VARIANT.fullmatch(token.text)) and _follows_model_name(token, systems, lexicon)


def _ship_class(doc: Doc, token: Token, exceptions: Exceptions) -> Iterator[Name]:
    """ "Ada-class": a capitalised word, a hyphen and "class", without spaces."""
    i = token.i
    if token.lower_ != "class" or i < 2 or doc[i - 1].text not in ("-", "‑", "–") or doc[i - 2].whitespace_ or doc[i - 1].whitespace_:
        return
    if doc[i - 2].text[0].isupper() and not exceptions.cover(doc[i - 2 : i + 1]):
        yield Name(i - 2, i + 1, "SYSTEM")


def _numbered_type(doc: Doc, token: Token, lexicon: Lexicon) -> Iterator[Name]:
    """ "787-9": the number by which the lexicon knows a type, a hyphen and that of a version, without spaces."""
    i = token.i
    if not token.text.isdigit() or i + 2 >= len(doc) or token.whitespace_ or doc[i + 1].text not in "-‑" or doc[i + 1].whitespace_:
        return
    if NUMBERED.fullmatch(doc[i + 2].text) and lexicon.system(token.text) is not None:
        yield Name(i, i + 3, "SYSTEM")


def _follows_model_name(token: Token, systems: list[Name], lexicon: Lexicon) -> bool:
    """Whether the token continues a system's name: "Leopard 2A7", "Type 212CD", "Boeing 737" where the lexicon knows the words."""
    before = token.nbor(-1)
    if before.whitespace_ == "" or not before.text[0].isupper():
        return False
    mixed = any(c.isalpha() for c in token.text)
    if any(system.end == token.i for system in systems):
        return mixed or _before_weapon(token, lexicon)
    return lexicon.system(before.text) is not None or (before.text == "Type" and mixed)


def _before_weapon(token: Token, lexicon: Lexicon) -> bool:
    """Whether a weapon noun ("howitzers", "fighter jets") follows within a few words of the same phrase."""
    for step in range(1, REACH + 1):
        if token.i + step >= len(token.doc):
            return False
        after = token.nbor(step)
        if (after.is_punct and after.text != "-") or after.pos_ in ("VERB", "AUX", "ADP", "CCONJ", "SCONJ"):
            return False
        if word_key(after.lemma_) in lexicon.weapon_classes or word_key(after.text) in lexicon.weapon_classes:
            return True
    return False


def _grown(doc: Doc, core: Name, names: list[Name]) -> Name:
    """The core with the name before it ("Patriot PAC-3", "Type 212CD") and series or suffix after it ("Block 70", "MSE")."""
    start, end = core.start, core.end
    labelled = {i: name for name in names for i in range(name.start, name.end)}
    before = labelled.get(start - 1)
    if before is not None and before.label == "SYSTEM" and before.end == start:
        start = before.start
    elif start and _continues(doc, start, labelled) and (SERIES.fullmatch(doc[start - 1].text) or VARIANT.fullmatch(doc[core.start].text)):
        start -= 1
    while start - 1 in labelled and doc[start - 1 : start + 1].text.endswith("-" + doc[start].text):
        start = labelled[start - 1].start
    if doc[end - 1].lower_ == "class":
        inside = labelled.get(start)
        return Name(min(start, inside.start) if inside and doc[start].text[0].isupper() else start, end, core.label)
    if end + 1 < len(doc) and SERIES.fullmatch(doc[end].text) and VARIANT.fullmatch(doc[end + 1].text):
        end += 2
    elif end < len(doc) and SUFFIX.fullmatch(doc[end].text) and doc[end - 1].whitespace_ and end not in labelled:
        end += 1
    return Name(start, end, core.label)


def _continues(doc: Doc, start: int, labelled: dict[int, Name]) -> bool:
    """Whether the word before is a capitalised one of no other name, in the same sentence."""
    before = doc[start - 1]
    return before.text[:1].isupper() and start - 1 not in labelled and before.pos_ == "PROPN" and not doc[start].is_sent_start
