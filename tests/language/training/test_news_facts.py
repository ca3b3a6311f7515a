"""The facts written down for the news passages: each stands in its passage, and their kinds and statuses are the ontology's."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from kg.language.training.names import PASSAGES
from kg.ontology import load

FACTS = sorted((PASSAGES.parent / "news-facts").glob("*.jsonl"))
MARK = re.compile(r"\[[A-Z]+\|([^\[\]|]+)\]")
NO_TEXT = ("kind", "status")


def rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def texts(fact: dict[str, Any]) -> Iterator[str]:
    for key, value in fact.items():
        if key not in NO_TEXT:
            yield from filter(None, value if isinstance(value, list) else [value])


@pytest.mark.parametrize("path", FACTS, ids=lambda p: p.stem)
def test_every_part_of_a_fact_stands_in_its_passage(path: Path) -> None:
    beside = path.with_suffix(".txt")
    lines = (beside if beside.exists() else PASSAGES / beside.name).read_text(encoding="utf-8").splitlines()
    passages = [MARK.sub(r"\1", line) for line in lines]
    found = rows(path)
    assert [r["id"] for r in found] == sorted({r["id"] for r in found})
    for row in found:
        passage = passages[int(row["id"].rpartition("-")[2]) - 1]
        missing = [t for kind in ("roles", "deals", "deliveries") for fact in row[kind] for t in texts(fact) if t not in passage]
        assert not missing, (row["id"], missing)


@pytest.mark.parametrize("path", FACTS, ids=lambda p: p.stem)
def test_kinds_and_statuses_are_those_of_the_ontology(path: Path) -> None:
    ontology = load()
    statuses = {re.sub(r"[A-Z]", lambda m: "-" + m[0].lower(), name) for name in ontology.statuses}
    for row in rows(path):
        assert {d["kind"].capitalize() for d in row["deals"]} <= set(ontology.subclasses("Deal"))
        assert {fact["status"] for kind in ("roles", "deals", "deliveries") for fact in row[kind]} <= statuses


def test_the_table_in_the_readme_counts_them() -> None:
    told = (FACTS[0].parent / "README.md").read_text(encoding="utf-8")
    for path in FACTS:
        found = rows(path)
        counts = " | ".join(str(sum(len(r[kind]) for r in found)) for kind in ("roles", "deals", "deliveries"))
        assert f"| `{path.name}` | {len(found)} | {counts} |" in told
