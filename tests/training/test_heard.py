"""How likely right is what the network says, alone or beside the rules, is learned from texts that it has not seen."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from click.testing import CliRunner
from spacy.language import Language

from kg.extraction.learned.pairs import FACT
from kg.lexicon import Lexicon
from kg.training import confidence
from kg.training.__main__ import main
from kg.training.confidence import Judged, of_passages
from kg.training.heard import of_story
from tests.training.test_measure import DEAL, TEXT, Naming


def test_a_buyer_of_a_system_is_right_if_a_fact_has_both(nlp: Language, words: Lexicon) -> None:
    passage = ({"id": "p-001", "roles": [], "deals": [DEAL], "deliveries": []}, TEXT)

    def judged(buyer: str) -> list[Judged]:
        return list(of_passages([passage], nlp, words, partial(of_story, network=Naming(buyer))))

    (right,), (wrong,) = judged("Portugal"), judged("Embraer")
    assert (right.right, wrong.right, right.text, right.family) == (True, False, "p-001", FACT)
    assert set(right.signs) == {"sold", "buyer", "buyers"} and right.signs["buyers"] == 0
    assert judged("nobody") == []


def test_what_rules_tell_is_judged_with_what_the_network_says_of_its_buyer(nlp: Language, words: Lexicon) -> None:
    told = "Chile ordered 12 Super Tucano aircraft from Embraer."
    deal = {**DEAL, "buyer": ["Chile"]}

    def judged(facts: list[dict[str, object]]) -> list[Judged]:
        passage = ({"id": "p-001", "roles": [], "deals": facts, "deliveries": []}, told)
        return list(of_passages([passage], nlp, words, partial(of_story, network=Naming("Chile"))))

    ((right,), (wrong,)) = judged([deal]), judged([])
    assert (right.family, right.right, wrong.right) == ("deal", True, False)
    assert set(right.signs) == {"rules", "party"}


def test_the_command_learns_the_table_and_prints_how_reliable(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, words: Lexicon) -> None:
    table = tmp_path / "network_signs.tsv"
    table.write_text("# what\nfact\tsign\tweight\tclaims\tright\nold\trow\t1\t1\t1\n", encoding="utf-8")
    some = [Judged(f"own-{n:03}", FACT, {"sold": float(n % 2)}, n % 2 == 1) for n in range(60)]
    monkeypatch.setattr("kg.lexicon.load", lambda: replace(words, folder=tmp_path))
    monkeypatch.setattr("kg.language.load", lambda: None)
    monkeypatch.setattr(confidence, "of_passages", lambda *given: iter(some))
    monkeypatch.setattr(confidence, "of_articles", lambda *given: iter(some[:1]))
    told = CliRunner().invoke(main, ["heard", "arms-mixed-4", "--articles", str(tmp_path)], catch_exceptions=False).output
    learned = table.read_text(encoding="utf-8")
    assert learned.startswith(f"# what\nfact\tsign\tweight\tclaims\tright\n{FACT}\tany\t-") and f"{FACT}\tsold\t" in learned
    assert f"learned from, {FACT}: " in told and "1.00 of 30" in told and f"{tmp_path.name}, {FACT}: " in told
    CliRunner().invoke(main, ["heard", "arms-mixed-4", "--keep"], catch_exceptions=False)
    assert table.read_text(encoding="utf-8") == learned
    refused = CliRunner().invoke(main, ["heard", "nothing"])
    assert refused.exit_code == 1 and "no facts of nothing" in refused.output
