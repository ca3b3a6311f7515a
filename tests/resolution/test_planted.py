"""A hundred planted namesakes give no merge; of a hundred planted aliases nearly all are found."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from kg.lexicon import Lexicon
from kg.resolution import resolve
from tests.resolution.build import Story, extractions, of_kind

GIVEN = ("Anna", "Boris", "Carla", "Dmitri", "Elena", "Farid", "Greta", "Hassan", "Ingrid", "Jorge", "Katrin", "Leonid", "Marta", "Nikolai")
SURNAMES = ("Kowalczyk", "Haddad", "Petrescu", "Lindqvist", "Okonkwo", "Yilmaz", "Tanaka", "Ferreira", "Nowak", "Ivanov")
COMPANIES = ("Aerospace", "Shipyards", "Telecom", "Steelworks", "Airlines", "Insurance", "Motors", "Bank", "Energy", "Foods")
SPELLINGS = (
    ("Kowalczyk", "Kowalczÿk"),
    ("Yilmaz", "Yılmaz"),
    ("Mikheev", "Mikheyev"),
    ("Zelensky", "Zelenskiy"),
    ("Cavusoglu", "Çavuşoğlu"),
)
ALIASES_FOUND = 95


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
    for other in ("Harbour Trust", "Polar Institute", "Civic Forum") if others else ():
        story.organization(other)
    return story


def test_namesakes_stay_apart_even_with_one_post_in_one_story(lexicon: Lexicon) -> None:
    pairs = list(namesakes())
    assert len(pairs) == 100
    merged = []
    for kind, left, right in pairs:
        stories = [told(kind, left, "a", others=True), told(kind, right, "b", others=True)]
        names = [e.names for e in of_kind(resolve(extractions(stories), lexicon), kind)]
        merged += [(left, right)] if any({left, right} <= set(n) for n in names) else []
    assert merged == []


def test_namesakes_stay_apart_in_one_big_corpus(lexicon: Lexicon) -> None:
    names = sorted({(kind, name) for kind, *both in namesakes() for name in both})
    stories = [told(kind, name, f"a{i:03d}", others=False) for i, (kind, name) in enumerate(names)]
    resolution = resolve(extractions(stories), lexicon)
    assert len([e for e in resolution.entities if e.kind in ("Person", "Organization")]) == len(names)


def aliases() -> Iterator[tuple[str, str, str]]:
    """Kind and two names of one thing."""
    for i, given_name in enumerate(GIVEN * 2):
        surname = SURNAMES[i % len(SURNAMES)]
        yield "Person", f"{given_name} {surname}", f"{given_name} {'K. ' if i % 2 else 'Maria '}{surname}"
    for i, given_name in enumerate(GIVEN + GIVEN[:8]):
        left, right = SPELLINGS[i % len(SPELLINGS)]
        yield "Person", f"{given_name} {left}", f"{given_name} {right}"
    for i, suffix in enumerate(("Inc", "Corp.", "plc", "AG", "Ltd") * 5):
        name = f"{SURNAMES[i % len(SURNAMES)]} {COMPANIES[(i * 3) % len(COMPANIES)]}"
        yield "Organization", name, f"{name} {suffix}"
    for i in range(25):
        letter, number = "FSTKM"[i % 5], 100 + 7 * i
        yield "System", f"{letter}-{number}", (f"{letter}{number}", f"{letter}-{number} missiles", f"{letter}-{number}s")[i % 3]


def test_aliases_are_found(lexicon: Lexicon) -> None:
    pairs = list(aliases())
    assert len(pairs) == 100
    missed = []
    for kind, left, right in pairs:
        stories = [Story("a"), Story("b")]
        stories[0].chain(kind, left)
        stories[1].chain(kind, right)
        missed += [(left, right)] if len(of_kind(resolve(extractions(stories), lexicon), kind)) > 1 else []
    assert len(missed) <= len(pairs) - ALIASES_FOUND, missed


@settings(max_examples=30, deadline=None)
@given(st.lists(st.sampled_from([name for _, *both in namesakes() for name in both][:40]), min_size=2, max_size=8), st.booleans())
def test_entities_never_mix_given_names(lexicon: Lexicon, names: list[str], others: bool) -> None:
    stories = [told("Person", name, f"s{i}", others=others) for i, name in enumerate(names)]
    people = of_kind(resolve(extractions(stories), lexicon), "Person")
    assert sorted(e.names for e in people) == sorted((n,) for n in set(names))
