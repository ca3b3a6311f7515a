from pathlib import Path

import pytest

from kg.reasoning import load_rules


def test_the_shipped_rules_are_named_and_said_in_words() -> None:
    assert [r.name for r in load_rules()] == [
        "contradiction-cancelled-delivered", "contradiction-delivered-before-deal", "contradiction-end-before-start",
        "contradiction-two-holders", "holds-role", "in-office-after", "member-of", "purchases", "sole-office", "sub-property", "supplies",
    ]  # fmt: skip
    for rule in load_rules():
        assert rule.sentence.startswith("If ")
        assert "then" in rule.sentence
        assert "CONSTRUCT" in rule.sparql


@pytest.mark.parametrize("opening", ["CONSTRUCT {} WHERE {}", "# a rule", ""])
def test_a_rule_without_its_sentence_is_refused(tmp_path: Path, opening: str) -> None:
    (tmp_path / "odd.rq").write_text(opening + "\n")
    with pytest.raises(ValueError, match=r"odd\.rq.*If"):
        load_rules(tmp_path)


def test_a_folder_that_is_not_there_is_no_empty_set_of_rules(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="no folder of rules"):
        load_rules(tmp_path / "rules")


def test_rules_come_in_the_order_of_their_names(tmp_path: Path) -> None:
    for name in ("b", "a", "c"):
        (tmp_path / f"{name}.rq").write_text("# If x, then y.\nCONSTRUCT {} WHERE {}\n")
    (tmp_path / "notes.txt").write_text("no rule")
    assert [r.name for r in load_rules(tmp_path)] == ["a", "b", "c"]
