"""Are two weapon systems one, going by their designators and names?"""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable
from functools import lru_cache

from anyascii import anyascii

from kg.lexicon import SystemName
from kg.resolution.judging import Finding
from kg.resolution.names import REMEMBERED, Form, is_within, singular
from kg.resolution.profiles import Profile
from kg.resolution.words import Words

ROMAN = re.compile(r"(?:i{1,3}|iv|vi{0,3}|ix|x)(?:-?[a-z0-9])?")
PLURAL = re.compile(r"(?<=[0-9A-Z])s\b")  # of a designation: "F-35As"; the S of a MiG-29S is a capital
VARIANT_LETTERS = 4  # "MSE", "SLM", "MRTT": a word in capitals of up to so many letters after the name is a variant
PREFIX_LETTERS = 3  # "Su 30", "Do 228": so few letters before a number belong to it
VARIANT = "+"  # marks such a word in a form
DROPPED = frozenset({"class", "type", "the", "a", "an", "new", "of"})


@lru_cache(maxsize=REMEMBERED)
def system_form(name: str, words: Words) -> Form:
    """Designators and names of a system in order: "S-400 air defence system" gives ("s400",), "Leopard 2A7" ("leopard", "2a7").

    Words that only say what it is are dropped, if anything else is left. A name that the lexicon lists under another one
    gives that other one's form, unless it has a designator of its own (a variant); a number that all its names share is none.
    """
    form = _parsed(name, words)
    known = words.lexicon.system(name)
    if known is None:
        return form
    family = _parsed(known.name, words)
    return family if _numbered(form) == _numbered(family) or (not _numbered(family) and _one_number(known, words)) else form


def _one_number(system: SystemName, words: Words) -> bool:
    """Whether the lexicon knows a system by one designator only: "HIMARS" is the M142, but "Black Hawk" is the UH-60M or S-70i."""
    return len({frozenset(marks) for name in system.names if (marks := _numbered(_parsed(name, words)))}) == 1


def _numbered(form: Form) -> set[str]:
    """The designators but for Roman numbers, which belong to nicknames as well ("Lightning II")."""
    return {t for t in designators(form) if not ROMAN.fullmatch(t)}


def _parsed(name: str, words: Words) -> Form:
    said = [t for t in re.split(r"[\s/,]+", re.sub(r"['’]s\b|[()\"“”]", " ", anyascii(name))) if re.search(r"\w", t)]
    raw = [t for t in said if is_name_word(t)] or said
    parts: list[str] = []
    for before, token in zip(["", *raw], raw, strict=False):
        plain = re.sub(r"(?i)-class$", "", token)
        joined = re.sub(r"[^a-z0-9]", "", plain.lower())
        if re.search(r"\d", joined) and joined.endswith("s") and plain.endswith("s") and re.search(r"\d+[A-Z]?s$", plain):
            joined = joined[:-1]  # "F-16s"
        if parts and joined[:1].isdigit() and parts[-1].isalpha() and len(parts[-1]) <= PREFIX_LETTERS and before[:1].isupper():
            parts[-1] += joined
        elif joined:
            capitals = re.fullmatch(rf"[A-Z]{{2,{VARIANT_LETTERS}}}", token) is not None
            variant = bool(parts) and capitals and joined not in words.class_words and not ROMAN.fullmatch(joined)
            parts.append(VARIANT + joined if variant else joined)
    kept = [p for p in parts if p not in DROPPED and not _demonym(p, words)] or parts
    return words.without_class((*kept[:-1], singular(kept[-1]) if kept[-1].isalpha() else kept[-1])) if kept else ()


def in_singular(name: str) -> str:
    """A system's name for one of its kind: "F-16 Block 70s" gives "F-16 Block 70", "Caesar Mk IIs" "Caesar Mk II".

    Names that are words ("Rafales") stay as written, since many end so in the singular ("Hercules").
    """
    return PLURAL.sub("", name)


@lru_cache(maxsize=REMEMBERED)
def class_words(name: str, words: Words) -> Form:
    """The words of a system's name that say what it is, in the singular; those that the lexicon lists for it, too."""
    known = words.lexicon.system(name)
    parts = phrase_form(name) + (phrase_form(known.weapon_class)[-1:] if known is not None else ())
    return tuple(singular(p) for p in parts if p in words.class_words)


def is_name_word(token: str) -> bool:
    """Whether a word can be part of a name: with a capital, or a bare number; not "launcher", "80-kilometer-range"."""
    return re.search(r"[A-Z]", token) is not None or (re.search(r"\d", token) is not None and re.search(r"[a-z]{2}", token) is None)


def is_common(names: Iterable[str], words: Words) -> bool:
    """Whether none of the names is one: "protective masks", "155 mm shells", but not "737-800" or "767 tankers"."""
    return not any(_has_name(anyascii(name).split(), words) for name in names)


def _has_name(parts: list[str], words: Words) -> bool:
    if any(re.search(r"[A-Z]", p) for p in parts):
        return True
    numbered = bool(parts) and re.fullmatch(r"\d{3}(-\d{3}\w*)?", parts[0]) is not None
    return numbered and all(p in words.class_words for p in parts[1:])


def phrase_form(name: str) -> Form:
    """The words of goods without a name, the last in the singular: "gas masks" gives ("gas", "mask")."""
    parts = re.sub(r"[^a-z0-9]+", " ", anyascii(name).lower()).split()
    return (*parts[:-1], singular(parts[-1])) if parts else ()


def _demonym(token: str, words: Words) -> bool:
    return token.isalpha() and len(token) > 3 and words.lexicon.country_by_demonym(token.capitalize()) is not None


@lru_cache(maxsize=REMEMBERED)
def designators(form: Form) -> Form:
    """The parts that tell one type from another: with a digit, single letters, Roman numbers."""
    return tuple(t for i, t in enumerate(form) if re.search(r"\d", t) or t[:1] == VARIANT or (i and (len(t) == 1 or ROMAN.fullmatch(t))))


@lru_cache(maxsize=REMEMBERED)
def number(form: Form) -> str:
    """The designators as one word: "Type 212 CD" and "Type 212CD" have one."""
    return plain(designators(form))


def plain(form: Form) -> str:
    """A form as one word."""
    return "".join(form).replace(VARIANT, "")


def is_sure(mark: str) -> bool:
    """Whether a designator tells a system without the name beside it: "f35", but not "2" or "e"."""
    return (re.search(r"[a-z]", mark) is not None and re.search(r"\d", mark) is not None) or len(mark) >= PREFIX_LETTERS + 2


def is_mark_of_variant(token: str) -> bool:
    """Whether a word behind a name marks a variant: a single letter, or capitals ("Gripen E", "Patriot MSE")."""
    return token[:1] == VARIANT or (len(token) == 1 and token.isalpha())


def telling(form: Form) -> int:
    """How much a form says: its words, designators twice."""
    return len(form) + len(designators(form))


def bare_names(form: Form) -> Form:
    """The other words."""
    marks = set(designators(form))
    return tuple(t for t in form if t not in marks)


def same_designator(a: Profile, b: Profile) -> Finding | None:
    """ "S-400" and "S-400 Triumf"; of two names one must be a part of the other."""
    marks = designators(a.form)
    if not marks or number(a.form) != number(b.form):
        return None
    ours, theirs = set(bare_names(a.form)), set(bare_names(b.form))
    if not (ours <= theirs or theirs <= ours) or (ours != theirs and not any(is_sure(m) for m in marks)):
        return Finding(0.5, f"“{a.written}” and “{b.written}” share a number, but not the name")
    return Finding(1.0, f"“{a.written}” and “{b.written}” have one designator")


def written_together(a: Profile, b: Profile) -> Finding | None:
    """ "Blackhawk" and "Black Hawk"."""
    if plain(a.form) != plain(b.form):
        return None
    how = "are two names of one" if a.form == b.form else "differ in spaces only"
    return Finding(1.0, f"“{a.written}” and “{b.written}” {how}")


def known_name(a: Profile, b: Profile) -> Finding | None:
    """An article calls one by the other's name, which has no designator of its own."""
    for short, long in ((a, b), (b, a)):
        others = [f for f in long.forms if f != short.form]
        part = any(is_within(short.form, f) for f in others)
        if short.form != long.form and short.form in long.forms and not designators(short.form) and not part:
            return Finding(1.0, f"“{long.written}” is also called “{short.written}” in an article")
    return None


def name_after_designator(a: Profile, b: Profile) -> Finding | None:
    """ "Black Hawk" and "UH-60M Black Hawk"; not "Leopard" and "Leopard 2A7"."""
    for short, long in ((a, b), (b, a)):
        if len(short.form) < len(long.form) and not designators(short.form) and long.form[-len(short.form) :] == short.form:
            return Finding(1.0, f"“{long.written}” bears the name “{short.written}”")
    return None


def designators_differ(a: Profile, b: Profile) -> Finding | None:
    """ "F-35" and "F-35C", "Leopard 2" and "Leopard 2A7"."""
    ours, theirs = number(a.form), number(b.form)
    if ours and theirs and ours != theirs:
        return Finding(1.0, f"different designators: “{a.written}” / “{b.written}”")
    return None


def system_blocks(p: Profile) -> Iterable[Hashable]:
    """Its designators, its names, and its last words."""
    if marks := number(p.form):
        yield ("designators", marks)
    yield ("together", plain(p.form))
    yield from (("name", form) for form in p.forms)
    yield from (("name", p.form[i:]) for i in range(1, len(p.form)))
