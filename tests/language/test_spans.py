from __future__ import annotations

from kg.language.spans import Name, add_longer, join_overlapping


def test_a_longer_find_replaces_what_lies_within_and_nothing_else() -> None:
    names = [Name(0, 1, "GPE"), Name(3, 6, "ORG")]
    assert add_longer(names, [Name(0, 2, "GPE")]) == [Name(0, 2, "GPE"), Name(3, 6, "ORG")]
    assert add_longer(names, [Name(4, 5, "NORP")]) == names
    assert add_longer(names, [Name(5, 8, "GPE")]) == names
    assert add_longer(names, [Name(3, 6, "GPE")]) == names
    assert add_longer(names, [Name(7, 8, "GPE")]) == [*names, Name(7, 8, "GPE")]


def test_overlapping_names_are_joined_and_touching_ones_are_not() -> None:
    assert join_overlapping([Name(0, 2, "T"), Name(1, 4, "T"), Name(4, 5, "T")]) == [Name(0, 4, "T"), Name(4, 5, "T")]
