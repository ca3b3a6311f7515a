"""How is the graph written as tables: entities, roles, deals, deliveries, and the sentences behind them?

UTF-8, comma-separated, a head line. Several values of one cell are parted by " | ". Text of an article that a spreadsheet would take
for a formula has an apostrophe before it.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TypeAlias

from kg.exporters.plain import Plain
from kg.graph import FactView, KnowledgeGraph

Row: TypeAlias = Sequence[str | Iterable[str]]

BETWEEN = " | "
FORMULA = ("=", "+", "-", "@", "\t", "\r")  # what makes a spreadsheet take a cell for a formula

ENTITIES = ("id", "kind", "label", "names", "code", "same_as", "articles")
ROLES = ("id", "holder", "title", "of", "holder_id", "role_id", "of_id", "status", "start", "end", "hedge", "articles")
DEALS = (
    "id", "kind", "buyer", "seller", "maker", "system", "quantity", "unit", "amount", "currency", "approximate", "date", "status",
    "hedge", "buyer_id", "seller_id", "maker_id", "system_id", "articles",
)  # fmt: skip
DELIVERIES = (
    "id", "system", "to", "from", "quantity", "unit", "start", "end", "status", "hedge", "system_id", "to_id", "from_id", "articles",
)  # fmt: skip
EVIDENCE = (
    "fact", "fact_label", "article", "published", "publisher", "url", "start", "end", "sentence", "rule", "confidence", "said_by", "hedge",
)  # fmt: skip


def write_entities(graph: KnowledgeGraph, path: Path) -> None:
    """One row for each person, organization, country, place, system and role."""
    plain = Plain(graph)
    rows = ((e.id, e.kind, e.label, e.names, plain.texts(e.id, "code"), plain.links(e.id), e.articles) for e in plain.view.entities)
    write_table(path, ENTITIES, rows)


def write_roles(graph: KnowledgeGraph, path: Path) -> None:
    """One row for each role holding."""
    plain = Plain(graph)
    write_table(path, ROLES, (_cells(plain, f, ROLES) for f in plain.facts("RoleHolding")))


def write_deals(graph: KnowledgeGraph, path: Path) -> None:
    """One row for each deal."""
    plain = Plain(graph)
    write_table(path, DEALS, (_cells(plain, f, DEALS) for f in plain.facts("Deal")))


def write_deliveries(graph: KnowledgeGraph, path: Path) -> None:
    """One row for each delivery."""
    plain = Plain(graph)
    write_table(path, DELIVERIES, (_cells(plain, f, DELIVERIES) for f in plain.facts("Delivery")))


def write_evidence(graph: KnowledgeGraph, path: Path) -> None:
    """One row for each sentence behind a fact, with its offsets in the story's text."""
    write_table(path, EVIDENCE, _evidence(Plain(graph)))


def write_table(path: Path, head: Sequence[str], rows: Iterable[Row]) -> None:
    """Write rows of texts, or of several texts a cell."""
    with path.open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file, lineterminator="\n")
        table.writerow(head)
        table.writerows([_safe(c if isinstance(c, str) else BETWEEN.join(c)) for c in row] for row in rows)


def _cells(plain: Plain, fact: FactView, columns: Sequence[str]) -> list[str | Iterable[str]]:
    """One fact under the given columns: what a fact is by name, else what its slots hold."""
    money = plain.money(fact.id)
    told: Mapping[str, str | Iterable[str]] = {
        "id": fact.id, "kind": fact.kind, "status": fact.status, "date": plain.texts(fact.id, "hasDate"), "hedge": fact.hedge,
        "amount": [m[0] for m in money], "currency": [m[1] for m in money], "approximate": [m[2] for m in money],
        "articles": plain.articles(fact),
    }  # fmt: skip
    return [told[c] if c in told else _slot(plain, fact.id, c) for c in columns]


def _slot(plain: Plain, id: str, column: str) -> tuple[str, ...]:
    """buyer: the names there; buyer_id: their ids; quantity: the number."""
    if column.endswith("_id"):
        return plain.ids(id, column.removesuffix("_id"))
    return plain.names(id, column) or plain.texts(id, column)


def _evidence(plain: Plain) -> Iterator[Row]:
    for fact in plain.view.facts:
        for e in fact.evidence:
            a = e.article
            yield (
                fact.id, fact.label, a.id, a.date, a.publisher, a.url, str(e.start), str(e.end), e.quote, e.rule, f"{e.confidence:g}",
                e.said_by, e.hedge,
            )  # fmt: skip


def _safe(text: str) -> str:
    return f"'{text}" if text.startswith(FORMULA) else text
