"""A variant and its family stay two, and are linked; a family that no story names is not made up."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.lexicon import Lexicon
from kg.model import Variant
from kg.resolution import resolve
from tests.resolution.build import Story, extractions, of_kind

LINKED = [
    ("F-35C", "F-35"),
    ("F-16V", "F-16"),
    ("F-16 Block 70", "F-16"),
    ("Leopard 2A7", "Leopard 2"),
    ("PAC-3 MSE", "PAC-3"),
    ("Gripen E", "Gripen"),
    ("Su-30MKI", "Su-30"),
    ("CH-47F Chinook", "CH-47"),
    ("Type 212CD", "Type 212"),
    ("K9A2", "K9"),
]
NOT_LINKED = [
    ("S-300", "S-400"),
    ("S-30", "S-300"),
    ("F-35C", "F-35A"),
    ("Leopard 2A7", "Abrams 2"),
    ("M1A2 Abrams", "M1 Garand"),
    ("Type 212CD", "Type 214"),
    ("Leopard 2", "Challenger 2E"),
    ("Gripen E/F", "Gripen E"),
    ("Bayraktar TB2", "Bayraktar"),
    ("Sea Hawk", "Black Hawk"),
]


def told(*names: str) -> list[Story]:
    stories = []
    for i, name in enumerate(names):
        stories.append(Story(f"s{i}"))
        stories[-1].system(name)
    return stories


def linked(lexicon: Lexicon, *names: str) -> list[tuple[str, str]]:
    """Labels of variants and their families."""
    resolution = resolve(extractions(told(*names)), lexicon)
    label = {e.id: e.label for e in resolution.entities}
    return [(label[v.variant], label[v.family]) for v in resolution.variants]


@pytest.mark.parametrize(("variant", "family"), LINKED)
def test_a_variant_is_linked_to_its_family_and_stays_another(lexicon: Lexicon, variant: str, family: str) -> None:
    assert linked(lexicon, variant, family) == linked(lexicon, family, variant) == [(variant, family)]


@pytest.mark.parametrize(("left", "right"), NOT_LINKED)
def test_what_is_no_variant_is_not_linked(lexicon: Lexicon, left: str, right: str) -> None:
    assert linked(lexicon, left, right) == []


def test_the_link_goes_to_the_nearest_family(lexicon: Lexicon) -> None:
    assert linked(lexicon, "F-16", "F-16V", "F-16V Block 70") == [("F-16V", "F-16"), ("F-16V Block 70", "F-16V")]


def test_a_family_that_nobody_names_is_not_made_up(lexicon: Lexicon) -> None:
    resolution = resolve(extractions(told("F-35A", "F-35C")), lexicon)
    assert resolution.variants == ()
    assert [e.id for e in of_kind(resolution, "System")] == ["system-f-35a", "system-f-35c"]


def test_a_link_has_its_sentence_and_its_record(lexicon: Lexicon) -> None:
    resolution = resolve(extractions(told("F-35", "F-35C")), lexicon)
    why = "“F-35C” is a variant of “F-35”: it has the same designator and more"
    assert resolution.variants == (Variant("system-f-35c", "system-f-35", why),)
    (record,) = [d for d in resolution.decisions if d.reason == why]
    assert (record.left.id, record.right.id, record.same, record.left.article) == ("system-f-35c", "system-f-35", False, "s1")


def test_nothing_is_a_variant_of_what_is_only_described(lexicon: Lexicon) -> None:
    assert linked(lexicon, "masks", "masks E") == []


@settings(max_examples=25, deadline=None)
@given(st.permutations([name for pair in LINKED[:6] for name in pair]))
def test_links_do_not_depend_on_the_order_of_stories(lexicon: Lexicon, names: list[str]) -> None:
    assert dict(linked(lexicon, *names)) == dict(LINKED[:6])
