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
from kg.model import Mention

Key = TypeVar("Key")
Told = TypeVar("Told")
HEADS = frozenset({"chancellor", "king", "leader", "president", "prime minister", "queen", "supreme leader", "taoiseach"})


def states_of(statement: Statement, story: Story) -> frozenset[str]:
    """ISO codes of the states that had somebody of the holder's name in office; none for a holder whom the table does not have.

    The whole name will do for any post; where the article has no more than a surname, the post must be the same.
    Source: ontology/lexicon/statesmen.tsv
    """
    table, names = _table(story.lexicon), names_of(statement.holder, story)
    whole = frozenset(n for n in names if " " in n)
    if not whole:
        title = story.lexicon.title_variants(statement.post.title)
        return _union(table.by_surname, ((n, title) for n in names))
    return _union(table.by_name, whole)


def is_in_office(statement: Statement, story: Story) -> bool:
    """Whether the table has somebody of the holder's whole name in this very post."""
    title = story.lexicon.title_variants(statement.post.title)
    return any((n, title) in _table(story.lexicon).terms for n in names_of(statement.holder, story))


def has_left(holder: Mention, title: str, year: int, story: Story) -> bool:
    """Whether the table has somebody of a whole name in a post of one state, and all terms in it ended before a year.

    The ends of ministers' terms are less well known than those of heads: they must lie a year further back.
    """
    offices = _table(story.lexicon).terms
    canonical = story.lexicon.title_variants(title)
    found = [t for n in names_of(holder, story) if " " in n for t in offices.get((n, canonical), ())]
    ends = [int(end) if end else year for _, years in found for term in years.split("|") for end in (term.split("-")[1],)]
    return bool(ends) and len({state for state, _ in found}) == 1 and max(ends) < year - (canonical not in HEADS)


def is_first_name(word: str, lexicon: Lexicon) -> bool:
    """Whether somebody in the table has a word as first name ("Dean")."""
    return fold(word) in _table(lexicon).given


def home_of_head(person: Mention, story: Story) -> frozenset[str]:
    """ISO codes of the states that somebody was at the head of whom the article may name without a title: "Putin's spokesman".

    A surname alone will do if nobody of another state has it in the table.
    """
    table, names = _table(story.lexicon), names_of(person, story)
    whole = frozenset(n for n in names if " " in n)
    found = _union(table.heads, whole or names)
    return found if whole or len(_union(table.surnames, names)) == 1 else frozenset()


def names_of(person: Mention, story: Story) -> frozenset[str]:
    """How the article names a person, folded."""
    named = {m.text for m in story.chain(person.chain) if m.named and m.kind == "Person"}
    return frozenset(fold(n) for n in named | ({person.text} if person.named else set()))


@dataclass(frozen=True)
class _Table:
    """by_name: whole name -> states. by_surname: (surname, canonical title) -> states. terms:

    (whole name, canonical title) -> (state, years) of each row. given: first names. heads: whole name or surname of a head of state or
    government -> states; surnames: of all -> states.
    """

    by_name: Mapping[str, frozenset[str]]
    by_surname: Mapping[tuple[str, str], frozenset[str]]
    terms: Mapping[tuple[str, str], frozenset[tuple[str, str]]]
    given: frozenset[str]
    heads: Mapping[str, frozenset[str]]
    surnames: Mapping[str, frozenset[str]]


@lru_cache(maxsize=4)
def _table(lexicon: Lexicon) -> _Table:
    """The table, read once for each lexicon."""
    by_name, by_surname = defaultdict[str, set[str]](set), defaultdict[tuple[str, str], set[str]](set)
    heads, surnames = defaultdict[str, set[str]](set), defaultdict[str, set[str]](set)
    terms = defaultdict[tuple[str, str], set[tuple[str, str]]](set)
    for row in lexicon.table("statesmen"):
        title = lexicon.title_variants(row["post"])
        for name in map(fold, row.many("names")):
            by_name[name].add(row["country"])
            terms[name, title].add((row["country"], row["years"]))
        for name in row.many("surnames"):
            by_surname[fold(name), title].add(row["country"])
            surnames[fold(name)].add(row["country"])
        if title in HEADS:
            for name in map(fold, (*row.many("names"), *row.many("surnames"))):
                heads[name].add(row["country"])
    given = frozenset(name.split()[0] for name in by_name)
    return _Table(_frozen(by_name), _frozen(by_surname), _frozen(terms), given, _frozen(heads), _frozen(surnames))


def _frozen(found: Mapping[Key, set[Told]]) -> Mapping[Key, frozenset[Told]]:
    return {key: frozenset(told) for key, told in found.items()}


def _union(found: Mapping[Key, frozenset[str]], keys: Iterable[Key]) -> frozenset[str]:
    return frozenset(code for key in keys for code in found.get(key, ()))
