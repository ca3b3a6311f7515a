"""The shipped models must not become worse unnoticed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kg import language
from kg.language.loading import MODELS, SHIPPED
from kg.language.training import floor
from kg.language.training.constructions import misread
from kg.language.training.evaluate import evaluate
from kg.lexicon import Lexicon

SCORES = {
    "trees": {"dep_las": 85.0},
    "names": {"passages": {"ents_f": 90.0, "labels": {"TITLE": {"p": 1.0, "f": 90.0}, "LOC": {"f": 70.0}}}},
    "speed": {"all": 9},
}


def test_only_a_fall_beyond_rounding_counts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(floor, "FLOOR", tmp_path / "floor.json")
    floor.keep("news", SCORES, "abc")
    assert floor.fallen("news", SCORES, "abc") == []
    worse = json.loads(json.dumps(SCORES))
    worse["trees"]["dep_las"] = 84.9
    worse["speed"]["all"] = 1
    worse["names"]["passages"]["labels"]["LOC"]["f"] = 1.0
    assert floor.fallen("news", worse, "abc") == []
    worse["trees"]["dep_las"] = 84.0
    assert floor.fallen("news", worse, "abc") == ["news: trees dep_las fell from 85.0 to 84.0"]


def test_other_data_and_a_model_without_a_floor_are_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(floor, "FLOOR", tmp_path / "floor.json")
    assert "no floor yet" in floor.fallen("news", SCORES, "abc")[0]
    floor.keep("news", SCORES, "abc")
    assert "other data" in floor.fallen("news", SCORES, "xyz")[0]


@pytest.mark.parametrize("model", SHIPPED)
def test_the_card_shows_the_kept_scores(model: str) -> None:
    card = (MODELS / model / "README.md").read_text(encoding="utf-8")
    kept = floor.read_floors()[model]["scores"]
    assert f"| LAS | {kept['trees dep_las']} |" in card
    assert f"| passages | {kept['names passages ents_p']} | {kept['names passages ents_r']} | {kept['names passages ents_f']} |" in card
    assert f"Constructions read right: {kept['constructions']} of 40." in card


def test_constructions_of_news_are_read(words: Lexicon) -> None:
    wrong = misread(language.load("news"), words)
    assert len(wrong) <= 40 - floor.read_floors()["news"]["scores"]["constructions"], wrong


@pytest.mark.slow
def test_the_shipped_model_is_as_good_as_its_floor(shared: Path) -> None:
    data = shared / "data"
    scores = evaluate(language.load("news"), data) | {"constructions": 40}
    assert floor.fallen("news", scores, floor.digest(data)) == []
