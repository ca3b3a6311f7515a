"""exports/ holds the graph and the page of the sample stories as the program makes them now."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from kg.cli import main
from tests.exporters.pages import DATA, data_of

EXPORTS = Path(__file__).resolve().parents[1] / "exports"
STALE = "run `kg demo` in the checkout, and `python -m tests.picture` for the picture"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("exports")
    done = CliRunner().invoke(main, ["demo", "--quiet", "--out", str(folder)], catch_exceptions=False)
    assert done.exit_code == 0
    return folder


def told(page: Path) -> tuple[str, Any]:
    """The page without its data, and the data without the places of the dots, which processors may round to another pixel."""
    text = page.read_bytes().decode("utf-8")
    data = data_of(text)
    return DATA.sub("", text), {**data, "n": {k: v for k, v in data["n"].items() if k not in ("x", "y")}}


def test_the_turtle_is_current(made: Path) -> None:
    assert (EXPORTS / "graph.ttl").read_bytes() == (made / "graph.ttl").read_bytes(), STALE


def test_the_page_is_current(made: Path) -> None:
    assert told(EXPORTS / "graph.html") == told(made / "graph.html"), STALE
