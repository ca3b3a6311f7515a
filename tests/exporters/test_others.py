"""Do programs that are not ours read what is exported, and take it for what it is?"""

from __future__ import annotations

import csv
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.exporters import export
from kg.graph import KnowledgeGraph, assemble
from kg.lexicon import load as load_lexicon
from kg.ontology import load
from kg.reasoning import infer
from kg.resolution import resolve
from tests.exporters.test_rdf import HOSTILE, canonical_hash
from tests.graph.sample import hostile_resolution, sample_articles
from tests.resolution.build import Story, extractions

ONTOLOGY = load()
FTM = Path(__file__).with_name("ftm_check.py")
FTM_PLACE = "KG_FOLLOWTHEMONEY"  # a folder where it is installed, since its requirements contradict ours
# What `neo4j-admin database import` takes as the type of a column.
NEO4J_TYPES = {
    "int", "long", "float", "double", "boolean", "byte", "short", "char", "string", "point", "date", "localtime", "time", "localdatetime",
    "datetime", "duration",
}  # fmt: skip


def hostile_graph(label: str) -> KnowledgeGraph:
    return infer(assemble(hostile_resolution(label), sample_articles(), ONTOLOGY), ONTOLOGY)


@pytest.mark.parametrize("label", ["Turkey", *HOSTILE])
@pytest.mark.parametrize(("format", "parser"), [("turtle", "turtle"), ("ntriples", "ntriples"), ("trig", "trig"), ("nquads", "nquads")])
def test_raptor_reads_the_same_graph(label: str, format: str, parser: str, tmp_path: Path) -> None:
    rapper = shutil.which("rapper") or pytest.skip("needs the parser raptor: apt-get install raptor2-utils")
    graph = hostile_graph(label)
    [path] = export(graph, tmp_path, [format])
    read = subprocess.run([rapper, "-q", "-i", parser, "-o", "ntriples", path], capture_output=True, check=True).stdout
    assert canonical_hash(q.triple for q in ox.parse(read, format=ox.RdfFormat.N_TRIPLES)) == canonical_hash(graph.triples())


@pytest.fixture(scope="module")
def ftm_environment() -> dict[str, str]:
    """An environment in which FollowTheMoney can be imported; the test is skipped where there is none."""
    environment = {**os.environ, "PYTHONPATH": os.environ.get(FTM_PLACE, "")}
    if subprocess.run([sys.executable, "-c", "import followthemoney"], env=environment, capture_output=True).returncode:
        pytest.skip(f"needs FollowTheMoney in a folder of its own, named by {FTM_PLACE}: pip install --target DIR followthemoney==3.8.2")
    return environment


@pytest.mark.parametrize("label", ["Turkey", 'a "b" & <c>', "Çağ 中国"])
def test_followthemoney_takes_each_entity_as_it_is(label: str, ftm_environment: dict[str, str], tmp_path: Path) -> None:
    [path] = export(hostile_graph(label), tmp_path, ["ftm"])
    done = subprocess.run([sys.executable, str(FTM), str(path)], env=ftm_environment, capture_output=True, text=True)
    assert (done.returncode, done.stdout) == (0, ""), done.stderr


def test_followthemoney_takes_an_acquisition_for_ownership_of_a_company(ftm_environment: dict[str, str], tmp_path: Path) -> None:
    story = Story("s", "2022-01-18")
    buyer, firm = story.organization("Rheinmetall"), story.organization("Expal Systems")
    story.claim("Acquisition", buyer=buyer, seller=story.organization("MaxamCorp Holding"), system=firm, status="signed")
    told = extractions([story])
    [path] = export(assemble(resolve(told, load_lexicon()), [e.article for e in told], ONTOLOGY), tmp_path, ["ftm"])
    done = subprocess.run([sys.executable, str(FTM), str(path)], env=ftm_environment, capture_output=True, text=True)
    assert (done.returncode, done.stdout) == (0, ""), done.stderr
    assert '"schema": "Ownership"' in path.read_text(encoding="utf-8")


@pytest.mark.parametrize("label", ["Turkey", *HOSTILE, "two\nlines\r\n", "unit \x1f separator"])
def test_neo4j_can_import_the_tables(label: str, tmp_path: Path) -> None:
    """The rules of neo4j-admin database import for heads, ids and fields, with --array-delimiter=U+001F."""
    nodes, edges = (
        list(csv.reader(p.open(encoding="utf-8", newline=""), strict=True)) for p in export(hostile_graph(label), tmp_path, ["neo4j"])
    )
    for (head, *rows), keys in ((nodes, (":ID", ":LABEL")), (edges, (":START_ID", ":END_ID", ":TYPE"))):
        columns = [re.fullmatch(r"(?P<name>\w*)(?::(?P<type>\w+)(?P<list>\[\])?)?", column) for column in head]
        assert all(columns) and len({c["name"] for c in columns if c and c["name"]}) == sum(bool(c and c["name"]) for c in columns)
        kinds = [c["type"] for c in columns if c]
        assert [kinds.count(key.removeprefix(":")) for key in keys] == [1] * len(keys)
        assert {k for k in kinds if k} <= {k.removeprefix(":") for k in keys} | NEO4J_TYPES
        assert all(len(row) == len(head) for row in rows)
        assert not any("\n" in cell or "\r" in cell for row in rows for cell in row)  # without --multiline-fields
    ids = [row[0] for row in nodes[1:]]
    assert len(ids) == len(set(ids)) and all(ids)
    assert all(re.fullmatch(r"\w+", label) for row in nodes[1:] for label in row[1].split("\x1f"))
    assert all(start in set(ids) and end in set(ids) and re.fullmatch(r"\w+", kind) for start, end, kind, _ in edges[1:])
