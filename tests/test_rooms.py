"""Who may know whom: the room plan, read off the imports."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import kg

PACKAGE = Path(kg.__file__).parent
COMMON = {"model", "values", "lexicon", "ontology"}
ROOMS = {"reading", "language", "extraction", "resolution", "graph", "reasoning", "exporters"}
ALLOWED = {
    **{room: COMMON | {room} for room in ROOMS},
    "reasoning": COMMON | {"reasoning", "graph"},
    "exporters": COMMON | {"exporters", "graph"},
    "model": {"values"},
    "values": set(),
    "lexicon": {"lexicon", "ontology", "values"},
    "ontology": set(),
    "archive": COMMON | {"archive"},  # keeps what was read; knows no room, as the rooms know nothing of it
    "judgements": {"model", "lexicon"},
    "pipeline": COMMON | ROOMS | {"judgements"},
    "upkeep": COMMON | ROOMS | {"pipeline", "archive"},  # the order of the rooms for a graph that lives
    "training": COMMON | {"training", "reading", "language", "extraction"},  # makes what extraction asks; nothing imports it
    "cluster": COMMON | ROOMS | {"pipeline", "cluster"},  # the order of the rooms on many machines
    "terminal": COMMON | {"graph"},
    "cli": COMMON | ROOMS | {"cli", "judgements", "pipeline", "terminal", "upkeep", "archive", "cluster", "limits", "remote", "serve"},
    "limits": set(),
    "remote": COMMON | {"graph"},  # speaks HTTP to a store elsewhere
    "serve": COMMON | {"serve", "graph", "exporters", "limits"},  # HTTP over a graph; the explorer is an export
    "samples": set(),
    "__init__": set(),
}
FILES = sorted(p for p in PACKAGE.rglob("*.py") if "_ontology" not in p.parts)


def modules_of(path: Path) -> set[str]:
    """Parts of kg that a file imports, by the first name after "kg."."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.split(".")[0] == "kg":
            parts = node.module.split(".")[1:]
            found |= {parts[0]} if parts else {alias.name for alias in node.names}
        elif isinstance(node, ast.Import):
            found |= {alias.name.split(".")[1] for alias in node.names if alias.name.startswith("kg.")}
    return found - {"__version__"}


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.relative_to(PACKAGE).as_posix())
def test_every_import_follows_the_room_plan(path: Path) -> None:
    part = path.relative_to(PACKAGE).parts[0].removesuffix(".py")
    wrong = modules_of(path) - ALLOWED[part]
    assert not wrong, f"{path.relative_to(PACKAGE)} may not import {sorted(wrong)}; allowed: {sorted(ALLOWED[part])}"


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.relative_to(PACKAGE).as_posix())
def test_every_module_opens_with_the_question_it_answers(path: Path) -> None:
    assert ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))), f"{path} has no opening paragraph"
