"""Which mentions of one article name the same thing ("Recep Tayyip Erdogan", "Erdogan")?

Only names are joined here, by their form; pronouns and descriptions are in references.py.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import lru_cache

from anyascii import anyascii

from kg.lexicon import Lexicon
from kg.model import Mention

PLURAL_DESIGNATION = re.compile(r"(?<=[0-9A-Z])s\b")  # "the first F-35As"; the S of a MiG-29S is a capital
ACRONYM_IN_BRACKETS = re.compile(r"\s*\(\s*(?:the\s+)?[\"“‘']?$")


def chained(mentions: Iterable[Mention], text: str, lexicon: Lexicon, goods_nouns: frozenset[str]) -> tuple[Mention, ...]:
    """The mentions, sorted by start, with chain numbers in order of first appearance."""
    ordered = sorted(mentions, key=lambda m: (m.start, -m.end))
    keys: list[tuple[str, str]] = []
    for m in ordered:
        keys.append((m.kind, key_of(m, lexicon, goods_nouns)))
    aliases = bracketed_acronyms(ordered, text)
    links: dict[tuple[str, str], tuple[str, str]] = {}
    for full, acronym in aliases:
        links[keys[acronym]] = keys[full]
    first = {key: i for i, key in reversed(list(enumerate(keys)))}
    for kind, test in SHORT_FORMS.items():
        forms = list(dict.fromkeys(k for k in keys if k[0] == kind))
        for form in forms:
            fuller = [f for f in forms if f != form and test(form[1], f[1])]
            if kind == "Organization" and not ordered[first[form]].text.isupper():
                fuller = [f for f in fuller if first[f] < first[form]]  # "Microsoft", named before "Microsoft Gaming", is not short for it
            fuller = [f for f in fuller if not any(g != f and test(f[1], g[1]) for g in fuller)]
            if kind == "Person" and len(fuller) > 1:  # a surname alone is that of its bearer introduced first, before it
                fuller = [f for f in fuller if introduced(f, forms, first) < first[form]]
            if len(fuller) == 1 and form not in links:
                links[form] = fuller[0]
    numbers: dict[tuple[str, str], int] = {}
    return tuple(replace(m, chain=numbers.setdefault(root(k, links), len(numbers))) for m, k in zip(ordered, keys, strict=True))


def introduced(full: tuple[str, str], forms: list[tuple[str, str]], first: dict[tuple[str, str], int]) -> int:
    """Where a person is first named in full, by this form or a shorter one of several words ("Ann Lee" for "Ann Mary Lee")."""
    return min(first[f] for f in forms if f == full or (" " in f[1] and shortens_person(f[1], full[1])))


def root(key: tuple[str, str], links: dict[tuple[str, str], tuple[str, str]]) -> tuple[str, str]:
    """Follow the links from a short form to the fullest one."""
    seen = {key}
    while key in links and links[key] not in seen:
        key = links[key]
        seen.add(key)
    return key


def key_of(mention: Mention, lexicon: Lexicon, goods_nouns: frozenset[str]) -> str:
    """What two mentions must share to be one by name alone."""
    text = mention.text
    if mention.kind == "Country":
        country = lexicon.country(text)
        return country.code if country else fold(text)
    if mention.kind == "Person":
        words = [w for w in fold(text).split() if w not in lexicon.honorifics]
        return " ".join(words) or fold(text)
    if mention.kind == "Organization":
        words = fold(text).split()
        while len(words) > 1 and words[-1] in lexicon.company_suffixes:
            words.pop()
        return " ".join(words)
    if mention.kind == "System":
        words = fold(PLURAL_DESIGNATION.sub("", text)).replace("-", "").split()
        core = [w for w in words if singular(w) not in goods_nouns]
        return " ".join(core or words)
    return fold(text)


@lru_cache(maxsize=1 << 16)
def fold(text: str) -> str:
    """Lower case, no accents, single spaces, no dots, leading article or possessive."""
    text = re.sub(r"['’]s?$", "", anyascii(text).lower().strip())
    text = re.sub(r"[.,\"]", "", text)
    return re.sub(r"\s+", " ", re.sub(r"^the ", "", text)).strip()


def singular(word: str) -> str:
    """A rough singular, good enough to look a class word up."""
    return word[:-1] if word.endswith("s") and not word.endswith("ss") and len(word) > 3 else word


def shortens_person(short: str, full: str) -> bool:
    """ "erdogan" or "tayyip erdogan" for "recep tayyip erdogan": the last words of a longer name; or its first and last."""
    s, f = short.split(), full.split()
    return len(s) < len(f) and (f[-len(s) :] == s or (len(s) == 2 and (s[0], s[-1]) == (f[0], f[-1])) or (len(s) == 1 and s[0] in f))


def shortens_organization(short: str, full: str) -> bool:
    """ "hanwha" for "hanwha aerospace", or the initials of a name of three words and more."""
    s, f = short.split(), full.split()
    if len(s) < len(f) and f[: len(s)] == s:
        return True
    initials = "".join(w[0] for w in f if w not in ("of", "for", "and", "the"))
    return len(s) == 1 and len(short) >= 3 and short == initials


def shortens_system(short: str, full: str) -> bool:
    """ "s400" for "s400 triumf", "chunmoo" for "k239 chunmoo", "rafales" for "rafale"; never "leopard 2" for "leopard 2a7"."""
    s, f = short.split(), full.split()
    if len(s) == len(f) and short == full + "s":
        return True
    return len(s) < len(f) and (f[: len(s)] == s or f[-len(s) :] == s)


SHORT_FORMS: dict[str, Callable[[str, str], bool]] = {
    "Person": shortens_person,
    "Organization": shortens_organization,
    "System": shortens_system,
}


def bracketed_acronyms(mentions: list[Mention], text: str) -> list[tuple[int, int]]:
    """Pairs (long, short) of neighbours written as "Polish Armament Agency (PAA)"; not "the Army (Logistics and Technology, North)"."""
    pairs = []
    for i in range(len(mentions) - 1):
        a, b = mentions[i], mentions[i + 1]
        between = text[a.end : b.start]
        if (
            a.kind == b.kind
            and a.kind in ("Organization", "System")
            and ACRONYM_IN_BRACKETS.fullmatch(between)
            and text[b.end : b.end + 1] == ")"
            and "," not in b.text
        ):
            pairs.append((i, i + 1))
    return pairs
