"""What people judge goes before the policy, says so, and leaves nothing behind when it is taken back."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.lexicon import Lexicon
from kg.model import Extraction, Resolution, Ruling
from kg.resolution import Contradiction, resolve
from tests.resolution.build import Story, count, extractions, facts, of_kind
from tests.resolution.test_invariants import stories


def ruling(kind: str, left: tuple[str, str], right: tuple[str, str], *, same: bool) -> Ruling:
    return Ruling(kind, *left, *right, same, by="Ann", note="I asked", where="judgements.tsv line 9")


def groups(resolution: Resolution, kind: str) -> set[frozenset[str]]:
    """Entities as the sets of articles that name them."""
    return {frozenset(m.article for m in e.mentions) for e in of_kind(resolution, kind)}


def people(*names: str) -> list[Extraction]:
    """Story a, b, c ... with one person each."""
    told = [Story("abcdef"[i], "2020-02-03") for i in range(len(names))]
    for story, name in zip(told, names, strict=True):
        story.person(name)
    return extractions(told)


def test_two_names_are_one_when_a_person_says_so(lexicon: Lexicon) -> None:
    told = people("Joan Smith", "Maria Petrova", "Joan Smith")
    judged = [ruling("Person", ("Joan Smith", ""), ("Maria Petrova", "b"), same=True)]
    assert groups(resolve(told, lexicon), "Person") == {frozenset("ac"), frozenset("b")}
    resolution = resolve(told, lexicon, judged)
    assert groups(resolution, "Person") == {frozenset("abc")}
    [decision] = [d for d in resolution.decisions if d.by]
    assert (decision.by, decision.same, decision.reason) == ("Ann", True, "Ann judged so: I asked")
    assert (decision.left.name, decision.right.name, decision.right.article) == ("Joan Smith", "Maria Petrova", "b")


def test_namesakes_in_full_are_two_when_a_person_says_so(lexicon: Lexicon) -> None:
    told = people("Joan Smith", "Joan Smith")
    assert groups(resolve(told, lexicon), "Person") == {frozenset("ab")}
    judged = [ruling("Person", ("Joan Smith", "a"), ("Joan Smith", "b"), same=False)]
    resolution = resolve(told, lexicon, judged)
    assert groups(resolution, "Person") == {frozenset("a"), frozenset("b")}
    assert [(d.by, d.same) for d in resolution.decisions if d.by] == [("Ann", False)]


def test_a_third_namesake_goes_to_neither_of_two_that_were_told_apart(lexicon: Lexicon) -> None:
    judged = [ruling("Person", ("Joan Smith", "a"), ("Joan Smith", "b"), same=False)]
    assert groups(resolve(people(*["Joan Smith"] * 3), lexicon, judged), "Person") == {frozenset("a"), frozenset("b"), frozenset("c")}


def test_what_is_one_with_a_thing_is_apart_from_what_that_is_apart_from(lexicon: Lexicon) -> None:
    told = people("Joan Smith", "Joan Smith", "Maria Petrova")
    judged = [
        ruling("Person", ("Joan Smith", "b"), ("Maria Petrova", "c"), same=True),
        ruling("Person", ("Joan Smith", "a"), ("Maria Petrova", "c"), same=False),
    ]
    assert groups(resolve(told, lexicon, judged), "Person") == {frozenset("a"), frozenset("bc")}


@pytest.mark.parametrize("kind", ["Country", "Place", "Organization", "System"])
def test_every_kind_can_be_told_apart_and_joined(lexicon: Lexicon, kind: str) -> None:
    names = {"Country": "Georgia", "Place": "Springfield", "Organization": "Delta Works", "System": "Lynx"}
    told = [Story(id) for id in "abc"]
    for story, name in zip(told, (names[kind], names[kind], "Quillmark"), strict=True):
        story.chain(kind, name)
    judged = [
        ruling(kind, (names[kind], "a"), (names[kind], "b"), same=False),
        ruling(kind, (names[kind], "b"), ("Quillmark", "c"), same=True),
    ]
    assert groups(resolve(extractions(told), lexicon, judged), kind) == {frozenset("a"), frozenset("bc")}


def test_names_that_one_article_joined_can_be_told_apart(lexicon: Lexicon) -> None:
    story = Story("a")
    first = story.person("Joan Smith", "Smith")
    story.holds(first, "mayor")
    judged = [ruling("Person", ("Joan Smith", "a"), ("Smith", "a"), same=False)]
    resolution = resolve([story.told()], lexicon, judged)
    assert {e.names for e in of_kind(resolution, "Person")} == {("Joan Smith",), ("Smith",)}


def deals(*numbers: int) -> list[Extraction]:
    """Stories a, b ... of Poland buying so many F-35s."""
    told = [Story("abcdef"[i], "2020-02-03") for i in range(len(numbers))]
    for story, number in zip(told, numbers, strict=True):
        buyer, system = story.country("Poland"), story.system("F-35")
        story.claim("Purchase", buyer=buyer, system=system, quantity=count(number, "jet"), status="signed")
    return extractions(told)


def test_deals_are_joined_and_told_apart_by_their_quoted_words(lexicon: Lexicon) -> None:
    words = "sentence 0. [F-35]"
    joined = [ruling("Deal", (words, "a"), (words, "b"), same=True)]
    assert len(facts(resolve(deals(32, 48), lexicon), "Purchase")) == 2
    [deal] = facts(resolve(deals(32, 48), lexicon, joined), "Purchase")
    assert [c.evidence.article for c in deal.claims] == ["a", "b"]
    apart = [ruling("Deal", (words, "a"), (words, "b"), same=False)]
    assert len(facts(resolve(deals(32, 32), lexicon), "Purchase")) == 1
    assert len(facts(resolve(deals(32, 32), lexicon, apart), "Purchase")) == 2


@pytest.mark.parametrize(
    ("judged", "why"),
    [
        (ruling("Person", ("Nobody", "a"), ("Joan Smith", "a"), same=True), "no Person “Nobody” in article a"),
        (ruling("Deal", ("no such words", ""), ("nor these", "b"), same=False), "no Deal “no such words” in these words in any article"),
        (ruling("Person", ("Joan Smith", "a"), ("Joan Smith", "a"), same=False), "cannot be told apart there"),
    ],
)
def test_a_judgement_of_nothing_is_told_and_changes_nothing(lexicon: Lexicon, judged: Ruling, why: str) -> None:
    told = people("Joan Smith")
    resolution = resolve(told, lexicon, [judged])
    [(unused, reason)] = resolution.unused
    assert unused == judged and why in reason
    assert (resolution.entities, resolution.decisions) == (resolve(told, lexicon).entities, resolve(told, lexicon).decisions)


def test_judgements_that_cannot_all_hold_are_refused_by_name(lexicon: Lexicon) -> None:
    told = people("Joan Smith", "Maria Petrova")
    both = [ruling("Person", ("Joan Smith", "a"), ("Maria Petrova", "b"), same=same) for same in (True, False)]
    with pytest.raises(Contradiction, match=r"judgements\.tsv line 9 says that “Joan Smith” is not “Maria Petrova”"):
        resolve(told, lexicon, both)


NAMES = ("Erdogan", "Recep Tayyip Erdogan", "Turkey", "Ankara", "S-400", "S-400 Triumf", "Boeing Co", "U.S. Army", "Army")
KINDS = ("Person", "Organization", "Country", "System", "Place")
rulings = st.builds(
    lambda kind, left, right, places, same: Ruling(kind, left, places[0], right, places[1], same),
    st.sampled_from(KINDS),
    st.sampled_from(NAMES),
    st.sampled_from(NAMES),
    st.sampled_from([("s0", "s1"), ("", "s1"), ("s1", "s2"), ("s0", "")]),
    st.booleans(),
)


@settings(max_examples=100, deadline=None)
@given(stories(), st.lists(rulings, min_size=1, max_size=4))
def test_judgements_hold_and_can_be_taken_back(lexicon: Lexicon, told: list[Extraction], judged: Sequence[Ruling]) -> None:
    before = resolve(told, lexicon)
    try:
        resolution = resolve(told, lexicon, judged)
    except Contradiction:
        return
    assert resolve(list(reversed(told)), lexicon, list(reversed(judged))) == resolution
    used = [r for r in judged if r not in [unused for unused, _ in resolution.unused]]
    decided = [d for d in resolution.decisions if d.by]
    assert all(d.same == (d.left.id == d.right.id) for d in decided)
    assert len(decided) == len(set(used))
    assert resolve(told, lexicon) == before
