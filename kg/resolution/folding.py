"""How are the tables of the lexicon folded, so that the words of a name are found in them?"""

from __future__ import annotations

from collections import defaultdict

from kg.lexicon import KnownEntity, Lexicon
from kg.resolution.names import Form, fold, tokens


def without_suffix(form: Form, suffixes: frozenset[Form]) -> Form:
    """A company's name without "Inc", "Co Ltd" at its end; never empty."""
    for size in (3, 2, 1):
        if len(form) > size and form[-size:] in suffixes:
            return without_suffix(form[:-size], suffixes)
    return form


def without_the(form: Form) -> Form:
    """A name without "the" before it; never empty."""
    return form[1:] if len(form) > 1 and form[0] == "the" else form


def known_entities(lexicon: Lexicon, suffixes: frozenset[Form]) -> dict[tuple[str, Form], KnownEntity]:
    """The user's entities by kind and name, organizations also without "Inc" where that is not another's name."""
    names = [(e, without_the(tokens(n))) for e in lexicon.known.entities for n in (e.name, *e.names)]
    found = {(e.kind, form): e for e, form in names if form}
    bare: dict[tuple[str, Form], set[KnownEntity]] = {}
    for e, form in names:
        if e.kind == "Organization" and (e.kind, without_suffix(form, suffixes)) not in found:
            bare.setdefault((e.kind, without_suffix(form, suffixes)), set()).add(e)
    return found | {key: next(iter(those)) for key, those in bare.items() if len(those) == 1}


def formal_names(lexicon: Lexicon) -> dict[str, frozenset[str]]:
    """Given names, folded, to the formal ones they may stand for: "bill" to "william", which stands for itself, too."""
    found: dict[str, set[str]] = defaultdict(set)
    for row in lexicon.table("nicknames"):
        for name in row.many("names"):
            found[fold(name)].add(fold(row.many("names")[0]))
    return {name: frozenset(formal) for name, formal in found.items()}
