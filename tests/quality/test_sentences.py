"""Sentences that no rule was written for are read at least as well as they were: a fall fails, a new floor is written on purpose."""

from __future__ import annotations

import pytest

from kg.lexicon import Lexicon
from kg.model import Entity
from kg.training.confidence import bands
from kg.values import Date
from tests.quality.floors import fallen
from tests.quality.matching import same
from tests.quality.sentences import BESIDE, FLOOR, SLOTS, Counts, digest, entries, floor_figures, measured


@pytest.fixture(scope="module")
def counts() -> Counts:
    """All sentences read once."""
    return measured()


@pytest.mark.slow
def test_no_figure_falls_below_its_floor(counts: Counts) -> None:
    below = fallen(FLOOR, digest(), floor_figures(counts), "python -m tests.quality.sentences")
    assert not below, f"(floor, now): {below}"


@pytest.mark.slow
@pytest.mark.parametrize("kind", SLOTS)
def test_facts_are_right_at_least_as_often_as_their_confidence_says(kind: str, counts: Counts) -> None:
    """In each band of ten facts or more; these sentences are easier than the passages from which confidence was learned."""
    assert all(band.right / band.claims >= band.stated - 0.05 for band in bands(counts.stated[kind]) if band.claims >= 10)


def test_every_sentence_is_annotated_in_known_terms() -> None:
    ids = [e["id"] for e in entries()]
    assert len(ids) == len(set(ids))
    for entry in entries():
        assert set(entry) == {"id", "category", "published", "text", "facts", "file"}, entry["id"]
        assert Date.parse(str(entry["published"])).day
        for fact in entry["facts"]:
            ((kind, slots),) = fact.items()
            assert set(slots) <= {*SLOTS[kind], *BESIDE[kind], "maybe"}, entry["id"]
            assert "status" in slots, entry["id"]


@pytest.mark.parametrize(
    ("slot", "wanted", "names", "code", "right"),
    [
        ("of", "Turkey", ("Ankara", "Turkey"), "TR", True),
        ("of", "Bank of Turkey", ("Turkey",), "TR", False),
        ("buyer", "Turkey", ("Bank of Turkey",), "", False),
        ("seller", "Thales", ("Thales Group",), "", True),
        ("seller", "Thales Alenia", ("Alenia Aermacchi",), "", False),
        ("system", "electric bus", ("electric buses",), "", True),
        ("to", "Navy|-", ("Coast Guard",), "", False),
    ],
)
def test_names_agree(slot: str, wanted: str, names: tuple[str, ...], code: str, right: bool, words: Lexicon) -> None:
    assert same(slot, wanted, Entity("x", "Organization", names[0], names, code=code), words) is right


@pytest.mark.parametrize(
    ("slot", "wanted", "found", "right"),
    [
        ("title", "deputy head", "deputy head of trams", True),
        ("title", "head", "deputy head of foreign trade", False),
        ("status", "deceased-in-office", "deceasedInOffice", True),
        ("status", "signed|approved", "approved", True),
        ("status", "signed", "planned", False),
        ("unit", "jet", "fighter jets", True),
    ],
)
def test_words_agree(slot: str, wanted: str, found: str, right: bool, words: Lexicon) -> None:
    assert same(slot, wanted, found, words) is right


def test_a_date_agrees_with_a_less_precise_one(words: Lexicon) -> None:
    assert same("date", "2026-03", Date(2026, 3, 2), words)
    assert not same("date", "2026-04", Date(2026, 3, 2), words)
