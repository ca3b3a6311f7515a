"""Which queries are kept by name? Each is one file ontology/queries/NAME.rq, which opens with the question it answers."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from kg.ontology import layers

QUERIES = "queries"  # sub-folder of an ontology folder


@dataclass(frozen=True, slots=True)
class NamedQuery:
    """One kept query. name: the file's; question: what it answers, in a sentence."""

    name: str
    question: str
    sparql: str


def named_queries(folder: Path | None = None) -> dict[str, NamedQuery]:
    """Name to query, sorted; a query of the user's folder goes before a shipped one of its name. Raises OSError."""
    paths = {path.stem: path for layer in layers(folder) for path in (layer / QUERIES).glob("*.rq")}
    return {name: _read(name, path) for name, path in sorted(paths.items())}


def _read(name: str, path: Path) -> NamedQuery:
    text = path.read_text(encoding="utf-8")
    return NamedQuery(name, text.partition("\n")[0].lstrip("# "), text)
