"""What the README shows is true: its commands, what they print, and that nothing is left untold."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from kg.cli import main
from tests.readme import README, blocks, printed

ROOT = README.parent


def test_the_ci_runs_both_commands_of_the_readme() -> None:
    ci = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    commands = re.findall(r"```sh\n(python3 -m venv [^\n]*)\n```", README.read_text(encoding="utf-8"))
    assert len(commands) == 2
    for command in commands:
        assert f"\n{command}\n" in ci


@pytest.mark.slow
def test_the_commands_print_what_the_readme_shows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    shown = list(blocks())
    assert len(shown) >= 4
    for command, output in shown:
        assert printed(command) == output, f"{command}: run python -m tests.readme to write the README anew"


@pytest.mark.parametrize("verb", sorted(main.commands))
def test_every_verb_is_told_in_the_readme(verb: str) -> None:
    assert f"kg {verb}" in README.read_text(encoding="utf-8")


def test_what_the_readme_names_is_there() -> None:
    text = README.read_text(encoding="utf-8")
    for path in re.findall(r"`((?:kg|ontology|exports|tests)/[\w./-]*)`", text):
        assert (ROOT / path).exists(), path
    for path in re.findall(r"\]\(([\w./-]+)\)", text):
        assert (ROOT / path).exists(), path
