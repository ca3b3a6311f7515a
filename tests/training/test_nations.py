"""What is learned of the signs by which the country of a post is chosen: each choice as the rules meet it, and weights that tell them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner
from spacy.language import Language

from kg.extraction.roles import weights_of
from kg.lexicon import Lexicon
from kg.training import nations
from kg.training.__main__ import main
from kg.training.nations import KNOWN, Choice, choices, hits, learned, written

TEXT = "LIMA (Andina) - Peru received two boats from China on Monday. Defence Minister Ada Berg thanked the crew. Ivo Maric, a cook, slept."
ROLE = {"person": "Ada Berg", "title": "Defence Minister", "of": "Lima", "status": "current", "evidence": "Defence Minister Ada Berg"}
FACTS = {"id": "own-001", "roles": [ROLE], "deals": [], "deliveries": []}
NAMES = ("first", "last", "own")


def test_a_post_that_is_written_down_is_a_choice_among_the_countries_of_its_passage(nlp: Language, words: Lexicon) -> None:
    """The dateline is read off; the owner is known by its capital; other persons' posts are no choice."""
    (choice,) = choices([(FACTS, TEXT)], nlp, words)
    assert choice.right == (True, False)
    assert choice.signs[0]["home"] == 1.0 and "home" not in choice.signs[1]


def test_what_tells_the_right_country_counts_and_what_is_known_is_kept() -> None:
    found = [Choice("own-001", ({"first": 1.0}, {"last": 1.0}), (True, False))] * 40
    weights = learned(found, NAMES)
    assert weights["first"] > 0 > weights["last"] and weights["own"] == KNOWN["own"]
    assert hits(found, weights) == (40, 40)
    assert hits(found, dict.fromkeys(NAMES, 0.0), sure=0.6) == (0, 0)


def test_only_the_weights_of_the_table_are_written_anew(words: Lexicon) -> None:
    table = (words.folder / "owner_signs.tsv").read_text(encoding="utf-8")
    assert written(table, weights_of(words)) == table
    changed = written(table, {"home": 9.5})
    assert [(a, b) for a, b in zip(table.splitlines(), changed.splitlines(), strict=True) if a != b] == [
        (row, "\t".join(("home", "9.5", row.split("\t")[2]))) for row in table.splitlines() if row.startswith("home\t")
    ]


def test_signs_that_a_story_has_are_those_of_the_table(nlp: Language, words: Lexicon) -> None:
    for choice in choices([(FACTS, TEXT)], nlp, words):
        assert {name for signs in choice.signs for name in signs} <= set(weights_of(words))


def test_the_command_tells_how_many_it_gets_right(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, words: Lexicon) -> None:
    """It learns from what is not kept back, writes the table and counts both."""
    (tmp_path / "owner_signs.tsv").write_text((words.folder / "owner_signs.tsv").read_text(encoding="utf-8"), encoding="utf-8")
    some = [Choice(f"{file}-1", ({"first": 1.0, "voted": 1.0}, {"last": 1.0}), (True, False)) for file in ("own", "kept")]
    monkeypatch.setattr("kg.lexicon.load", lambda: replace(words, folder=tmp_path))
    monkeypatch.setattr("kg.language.load", lambda: None)
    monkeypatch.setattr(nations, "choices", lambda *given: iter(some))
    told = CliRunner().invoke(main, ["nations", "--without", "kept"], catch_exceptions=False).output
    assert "learned from: 1 posts, 1 given a country, 1 the right one (1 by votes alone)" in told
    assert "kept back: 1 posts, 1 given a country, 1 the right one (1 by votes alone)" in told
    assert "first\t" in (tmp_path / "owner_signs.tsv").read_text(encoding="utf-8")
