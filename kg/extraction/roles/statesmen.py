"""Of which state is a well-known holder of high office? The table of them tells; it chooses among what the article names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeVar

from kg.extraction.chains import fold
from kg.extraction.roles.statements import Statement
from kg.extraction.story import Story
from kg.lexicon import Lexicon

Key = TypeVar("Key")


def states_of(statement: Statement, story: Story) -> frozenset[str]:
    """ISO codes of the states that had somebody of the holder's name in office; none for a holder whom the table does not have.

    The whole name will do for any post; where the article has no more than a surname, the post must be the same.
    Source: ontology/lexicon/statesmen.tsv
    """
    table, names = _table(story.lexicon), names_of(statement, story)
    whole = frozenset(n for n in names if " " in n)
    if not whole:
        title = story.lexicon.title_variants(statement.post.title)
        return _union(table.by_surname, ((n, title) for n in names))
    return _union(table.by_name, whole)


def is_in_office(statement: Statement, story: Story) -> bool:
    """Whether the table has somebody of the holder's whole name in this very post."""
    title = story.lexicon.title_variants(statement.post.title)
    return any((n, title) in _table(story.lexicon).offices for n in names_of(statement, story))


def is_given_name(word: str, lexicon: Lexicon) -> bool:
    """Whether somebody in the table has a word as first name ("Dean")."""
    return fold(word) in _table(lexicon).given


def names_of(statement: Statement, story: Story) -> frozenset[str]:
    """How the article names a holder, folded."""
    named = {m.text for m in story.chain(statement.holder.chain) if m.named and m.kind == "Person"}
    return frozenset(fold(n) for n in named | ({statement.holder.text} if statement.holder.named else set()))


@dataclass(frozen=True)
class _Table:
    """by_name: whole name -> states. by_surname: (surname, canonical title) -> states. offices: (whole name, canonical title).

    given: first names.
    """

    by_name: Mapping[str, frozenset[str]]
    by_surname: Mapping[tuple[str, str], frozenset[str]]
    offices: frozenset[tuple[str, str]]
    given: frozenset[str]


@lru_cache(maxsize=4)
def _table(lexicon: Lexicon) -> _Table:
    """The table, read once for each lexicon."""
    by_name, by_surname = defaultdict[str, set[str]](set), defaultdict[tuple[str, str], set[str]](set)
    offices = set[tuple[str, str]]()
    for row in lexicon.table("statesmen"):
        title = lexicon.title_variants(row["post"])
        for name in map(fold, row.many("names")):
            by_name[name].add(row["country"])
            offices.add((name, title))
        for name in row.many("surnames"):
            by_surname[fold(name), title].add(row["country"])
    return _Table(_frozen(by_name), _frozen(by_surname), frozenset(offices), frozenset(name.split()[0] for name in by_name))


def _frozen(found: Mapping[Key, set[str]]) -> Mapping[Key, frozenset[str]]:
    return {key: frozenset(codes) for key, codes in found.items()}


def _union(found: Mapping[Key, frozenset[str]], keys: Iterable[Key]) -> frozenset[str]:
    return frozenset(code for key in keys for code in found.get(key, ()))
