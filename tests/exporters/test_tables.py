import csv
import json
from pathlib import Path

import pytest

from kg.exporters import export
from kg.graph import KnowledgeGraph, assemble
from kg.ontology import load
from kg.reasoning import infer
from tests.graph.sample import hostile_resolution, sample_articles, sample_graph

ONTOLOGY = load()


@pytest.fixture(scope="module")
def graph() -> KnowledgeGraph:
    return sample_graph()


def tables(graph: KnowledgeGraph, folder: Path, format: str = "csv") -> dict[str, list[dict[str, str]]]:
    return {p.stem: list(csv.DictReader(p.open(encoding="utf-8", newline=""))) for p in export(graph, folder, [format])}


def test_there_is_a_table_for_each_kind_of_thing(graph: KnowledgeGraph, tmp_path: Path) -> None:
    found = tables(graph, tmp_path)
    assert {name: len(rows) for name, rows in found.items()} == {"entities": 9, "roles": 2, "deals": 2, "deliveries": 1, "evidence": 6}


def test_a_deal_has_names_ids_and_plain_numbers(graph: KnowledgeGraph, tmp_path: Path) -> None:
    [deal] = [row for row in tables(graph, tmp_path)["deals"] if row["buyer"] == "Turkey"]
    assert (deal["seller"], deal["system"], deal["quantity"], deal["unit"]) == ("Russia", "S-400", "4", "battery")
    assert (deal["amount"], deal["currency"], deal["approximate"], deal["date"]) == ("2500000000", "USD", "false", "2017-12")
    assert (deal["kind"], deal["status"], deal["buyer_id"]) == ("Purchase", "signed", "country-turkey")
    assert deal["articles"] == "first-story | second story"


def test_roles_deliveries_and_entities_tell_what_is_known_and_leave_open_what_is_not(graph: KnowledgeGraph, tmp_path: Path) -> None:
    found = tables(graph, tmp_path)
    carter, minister = found["roles"]
    assert (carter["holder"], carter["of"], carter["status"]) == ("Ash Carter", "", "former")
    assert (minister["holder"], minister["title"], minister["of"]) == ("Mevlut Cavusoglu", "Foreign Minister", "Turkey")
    assert (found["deliveries"][0]["to"], found["deliveries"][0]["start"], found["deliveries"][0]["from"]) == ("Turkey", "2019-07", "")
    [turkey] = [e for e in found["entities"] if e["label"] == "Turkey"]
    assert (turkey["names"], turkey["code"]) == ("Turkey | Ankara", "TR")


def test_each_sentence_stands_at_its_offsets(graph: KnowledgeGraph, tmp_path: Path) -> None:
    texts = {a.id: a.text for a in sample_articles()}
    for row in tables(graph, tmp_path)["evidence"]:
        assert texts[row["article"]][int(row["start"]) : int(row["end"])] == row["sentence"]


@pytest.mark.parametrize("label", ["=cmd|' /C calc'!A0", "+1", "@SUM(1)", "-2+3", "\t=1", 'a "quoted", text\nof two lines'])
def test_no_cell_is_a_formula_and_no_text_breaks_the_table(label: str, tmp_path: Path) -> None:
    graph = infer(assemble(hostile_resolution(label), sample_articles(), ONTOLOGY), ONTOLOGY)
    found = tables(graph, tmp_path)
    assert {name: len(rows) for name, rows in found.items()} == {"entities": 9, "roles": 2, "deals": 2, "deliveries": 1, "evidence": 6}
    for rows in found.values():
        for cell in (c for row in rows for c in row.values()):
            assert not cell.startswith(("=", "+", "-", "@", "\t"))


def test_neo4j_edges_lead_from_node_to_node(graph: KnowledgeGraph, tmp_path: Path) -> None:
    found = tables(graph, tmp_path, "neo4j")
    nodes = {row["iri:ID"]: row for row in found["neo4j-nodes"]}
    assert all(row[":START_ID"] in nodes and row[":END_ID"] in nodes for row in found["neo4j-edges"])
    deal, turkey = (ONTOLOGY.base + id for id in ("deal-turkey-s-400", "country-turkey"))
    assert {"Purchase", "Deal"} <= set(nodes[deal][":LABEL"].split("\x1f")) and nodes[deal]["status:string[]"] == "signed"
    edges = {(row[":START_ID"], row[":END_ID"], row[":TYPE"]): row["rule"] for row in found["neo4j-edges"]}
    assert edges[deal, turkey, "BUYER"] == ""
    assert edges[turkey, ONTOLOGY.base + "system-s-400", "PURCHASES"] == "purchases"


def ftm(graph: KnowledgeGraph, folder: Path) -> dict[str, dict[str, object]]:
    [path] = export(graph, folder, ["ftm"])
    records = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    assert [r["id"] for r in records] == sorted(r["id"] for r in records)
    return {r["id"]: {"schema": r["schema"], **r["properties"]} for r in records}


def test_followthemoney_has_posts_their_holders_and_contracts_with_awards(graph: KnowledgeGraph, tmp_path: Path) -> None:
    found = ftm(graph, tmp_path)
    assert (found["country-turkey"]["schema"], found["country-turkey"]["country"]) == ("PublicBody", ["tr"])
    held = found["holding-cavusoglu"]
    assert (held["schema"], held["holder"], held["post"]) == (
        "Occupancy",
        ["person-mevlut-cavusoglu"],
        ["role-foreign-minister-country-turkey"],
    )
    deal = found["deal-turkey-s-400"]
    assert (deal["schema"], deal["authority"], deal["amount"], deal["currency"]) == (
        "Contract",
        ["country-turkey"],
        ["2500000000"],
        ["USD"],
    )
    award = found["deal-turkey-s-400-award-country-russia"]
    assert (award["schema"], award["supplier"], award["contract"]) == ("ContractAward", ["country-russia"], ["deal-turkey-s-400"])


def test_followthemoney_refers_to_nothing_that_it_does_not_have(graph: KnowledgeGraph, tmp_path: Path) -> None:
    found = ftm(graph, tmp_path)
    for record in found.values():
        for name in ("holder", "post", "authority", "supplier", "contract", "owner", "asset", "organization"):
            assert all(id in found for id in record.get(name, ()))  # type: ignore[attr-defined]
