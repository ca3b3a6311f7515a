"""What is learned of the signs of right claims: which claims are right by the facts of their text, and weights that tell them."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner
from spacy.language import Language

from kg.extraction.confidence.weights import ANY, weights_of
from kg.lexicon import Lexicon
from kg.training import confidence
from kg.training.__main__ import main
from kg.training.confidence import Band, Judged, bands, in_words, learned, of_articles, of_passages, reliability, written
from kg.training.matching import same_title, within
from kg.training.matching import words as words_of

TEXT = (
    "OSLO (NTB) - Norway ordered 54 Leopard 2A8 tanks from KNDS on Monday. Defence Minister Ada Berg thanked Chile. "
    "It ordered six boats from Damen."
)
ROLE = {"person": "Ada Berg", "title": "Defence Minister", "of": "Norway", "status": "current"}
DEAL = {"kind": "purchase", "buyer": ["Norway"], "seller": ["KNDS"], "system": ["Leopard 2A8"]}
FACTS = {"id": "own-001", "roles": [ROLE], "deals": [DEAL], "deliveries": []}


def told(found: list[Judged], family: str) -> list[bool]:
    return [j.right for j in found if j.family == family]


def test_a_claim_is_right_if_a_fact_of_its_passage_has_its_person_title_and_owner_or_its_system_and_buyer(
    nlp: Language, words: Lexicon
) -> None:
    found = list(of_passages([(FACTS, TEXT)], nlp, words))
    assert told(found, "role") == [True]
    assert told(found, "deal")[0] and not all(told(found, "deal")[1:])
    other = {**FACTS, "roles": [{**ROLE, "of": "Chile"}], "deals": [{**DEAL, "buyer": ["Chile"]}]}
    assert True not in told(list(of_passages([(other, TEXT)], nlp, words)), "role")
    assert not told(list(of_passages([(other, TEXT)], nlp, words)), "deal")[0]


def test_articles_are_judged_by_the_names_of_their_entities(nlp: Language, words: Lexicon, tmp_path: Path) -> None:
    """An article without a text is left out."""
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "a.txt").write_text("date 2026-03-02\nTanks for Norway\n\n" + TEXT, encoding="utf-8")
    role, deal = {**ROLE, "person": "P:berg", "of": "C:norway"}, {**DEAL, "buyer": ["C:norway"], "seller": ["O:knds"], "system": ["S:leo"]}
    rows = [{"id": id, "roles": [role], "deals": [deal], "deliveries": []} for id in ("a", "b")]
    (tmp_path / "articles.jsonl").write_text("\n".join(map(json.dumps, rows)) + "\n", encoding="utf-8")
    named = {"P:berg": "Ada Berg", "C:norway": "Norway", "O:knds": "KNDS", "S:leo": "Leopard 2A8 tanks"}
    (tmp_path / "entities.json").write_text(json.dumps({k: {"label": v, "names": []} for k, v in named.items()}), encoding="utf-8")
    found = list(of_articles(tmp_path, nlp, words))
    assert {j.text for j in found} == {"a"} and told(found, "role") == [True] and told(found, "deal")[0]


def test_what_is_mostly_right_counts_for_and_what_is_mostly_wrong_against() -> None:
    found = [Judged("own-1", "deal", {"good": 1.0}, n % 10 > 0) for n in range(100)]
    found += [Judged("own-1", "deal", {"bad": 1.0}, n % 10 == 0) for n in range(100)]
    found += [Judged("own-1", "deal", {"rare": 1.0}, False) for _ in range(3)]
    weights = learned(found)
    assert weights["good"] > 0 > weights["bad"] and "rare" not in weights and ANY in weights
    assert learned(found[::-1]) == weights


def test_the_table_keeps_its_comments_and_tells_how_often_a_sign_was_right() -> None:
    found = [Judged("own-1", "role", {"good": 1.0}, True), Judged("own-1", "role", {}, False)]
    made = written("# what\nfact\tsign\nold\trow\n", found, {"role": {ANY: -0.5, "good": 1.25}})
    assert made == "# what\nfact\tsign\tweight\tclaims\tright\nrole\tany\t-0.5\t2\t0.50\nrole\tgood\t1.25\t1\t1.00\n"


def test_reliability_sets_what_was_stated_beside_what_is_right() -> None:
    assert bands([(0.95, True), (0.93, False), (0.1, False)]) == [Band(1, 0.1, 0), Band(2, 0.94, 1)]
    assert in_words([Band(2, 0.94, 1)]) == "0.94: 0.50 of 2"
    found = [Judged("own-1", "role", {"good": 1.0}, True)]
    assert reliability(found, {"role": {ANY: 0.0, "good": 9.0}, "deal": {ANY: 0.0}}) == {"role": [Band(1, 0.99, 1)], "deal": []}


def test_names_and_titles_are_compared_by_their_words() -> None:
    assert words_of("The Dash 8-400s") == ["dash", "8", "400"]
    assert within(["saab"], ["saab", "ab"]) and not within([], ["saab"]) and not within(["saab", "kockums"], ["saab", "ab"])
    assert same_title("Minister of Defence", "defence minister") and not same_title("minister", "deputy prime minister of works")


def test_the_command_learns_from_what_is_not_kept_back_and_prints_how_reliable_it_is(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, words: Lexicon
) -> None:
    head = "".join(
        line + "\n" for line in (words.folder / "claim_signs.tsv").read_text(encoding="utf-8").splitlines() if line.startswith("#")
    )
    (tmp_path / "claim_signs.tsv").write_text(head, encoding="utf-8")
    some = [Judged(f"{file}-001", family, {}, True) for file in ("own", "kept") for family in weights_of(words)]
    monkeypatch.setattr("kg.lexicon.load", lambda: replace(words, folder=tmp_path))
    monkeypatch.setattr("kg.language.load", lambda: None)
    monkeypatch.setattr(confidence, "of_passages", lambda *given: iter(some))
    told = CliRunner().invoke(main, ["confidence", "--without", "kept"], catch_exceptions=False).output
    assert "learned from, role: " in told and "kept back, delivery: " in told and told.count("1.00 of 1") == 6
    assert (tmp_path / "claim_signs.tsv").read_text(encoding="utf-8").startswith(head + "fact\tsign\tweight\tclaims\tright\ndeal\tany\t")
    before = (tmp_path / "claim_signs.tsv").read_bytes()
    CliRunner().invoke(main, ["confidence", "--keep"], catch_exceptions=False)
    assert (tmp_path / "claim_signs.tsv").read_bytes() == before
