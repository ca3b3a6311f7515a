"""A hundred planted namesakes give no merge; of a hundred planted aliases nearly all are found."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.lexicon import Lexicon
from kg.resolution import resolve
from tests.resolution.build import Story, extractions, of_kind
from tests.resolution.planted import OTHERS, Pair, are_one, pairs

GIVEN = ("Anna", "Boris", "Carla", "Dmitri", "Elena", "Farid", "Greta", "Hassan", "Ingrid", "Jorge", "Katrin", "Leonid", "Marta", "Nikolai")
SURNAMES = ("Kowalczyk", "Haddad", "Petrescu", "Lindqvist", "Okonkwo", "Yilmaz", "Tanaka", "Ferreira", "Nowak", "Ivanov")
COMPANIES = ("Aerospace", "Shipyards", "Telecom", "Steelworks", "Airlines", "Insurance", "Motors", "Bank", "Energy", "Foods")
ALIASES_FOUND = 99  # the issue asks for 95


def namesakes() -> Iterator[tuple[str, str, str]]:
    """Kind and two names of two things."""
    for i, (left, right) in enumerate(list(combinations(GIVEN, 2))[:60]):
        surname = SURNAMES[i % len(SURNAMES)]
        yield "Person", f"{left} {surname}", f"{right} {surname}"
    for i, (left, right) in enumerate(list(combinations(COMPANIES, 2))[:40]):
        yield "Organization", f"{SURNAMES[i % len(SURNAMES)]} {left}", f"{SURNAMES[i % len(SURNAMES)]} {right}"


def told(kind: str, name: str, id: str, *, others: bool) -> Story:
    """A story of one thing; the others in it are the same in all stories, so that these look like one story."""
    story = Story(id, "2020-02-03")
    thing = story.chain(kind, name)
    if kind == "Person":
        story.holds(thing, "minister", story.country("Norway"))
    for other in OTHERS if others else ():
        story.organization(other)
    return story


@pytest.mark.parametrize("pair", list(pairs("namesakes")), ids=str)
def test_namesakes_stay_two(lexicon: Lexicon, pair: Pair) -> None:
    assert not are_one(pair, lexicon)


def test_aliases_become_one(lexicon: Lexicon) -> None:
    missed = [str(pair) for pair in pairs("aliases") if not are_one(pair, lexicon)]
    assert len(missed) <= len(list(pairs("aliases"))) - ALIASES_FOUND, missed


@pytest.mark.parametrize("table", ["namesakes", "aliases"])
def test_a_table_holds_a_hundred_different_pairs(table: str) -> None:
    rows = list(pairs(table))
    assert len(set(rows)) == len(rows) == 100
    assert [(p.about, p.kinds, p.names) for p in rows] == sorted((p.about, p.kinds, p.names) for p in rows)


def test_namesakes_stay_apart_in_one_big_corpus(lexicon: Lexicon) -> None:
    names = sorted({(kind, name) for kind, *both in namesakes() for name in both})
    stories = [told(kind, name, f"a{i:03d}", others=False) for i, (kind, name) in enumerate(names)]
    resolution = resolve(extractions(stories), lexicon)
    assert len([e for e in resolution.entities if e.kind in ("Person", "Organization")]) == len(names)


@settings(max_examples=30, deadline=None)
@given(st.lists(st.sampled_from([name for _, *both in namesakes() for name in both][:40]), min_size=2, max_size=8), st.booleans())
def test_entities_never_mix_given_names(lexicon: Lexicon, names: list[str], others: bool) -> None:
    stories = [told("Person", name, f"s{i}", others=others) for i, name in enumerate(names)]
    people = of_kind(resolve(extractions(stories), lexicon), "Person")
    assert sorted(e.names for e in people) == sorted((n,) for n in set(names))
