import hashlib
import json
import os
import random
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib
from hypothesis import given, settings
from hypothesis import strategies as st
from rdflib.compare import isomorphic

from kg.exporters import FORMATS, export
from kg.exporters.jsonld import write_jsonld
from kg.exporters.rdf import write_ntriples, write_trig, write_turtle
from kg.graph import KnowledgeGraph, assemble, to_rdflib
from kg.graph.terms import clean
from kg.model import Resolution
from kg.ontology import load
from kg.reasoning import infer
from tests.graph.sample import hostile_resolution, sample_articles, sample_graph, sample_resolution

ONTOLOGY = load()
HOSTILE = [
    "a \"quoted\" 'name'",
    "two\nlines\r\nand\ttabs",
    "</script><script>alert(1)</script>",
    "שלום\u202eevil\u2066",
    "🚀 👩‍👩‍👧 é ß 北京",
    "back\\slash \\u0041 \\n",
    '"""',
    "@prefix kg: <urn:x> .",
    "\n@prefix kg: <urn:x> .\n}",
    "nul\x00bell\x07escape\x1b",
    "<urn:x> & &amp; ]]>",
    "{{ 7*7 }} ${x} %s",
]


@pytest.fixture(scope="module")
def graph() -> KnowledgeGraph:
    return sample_graph()


def turtle(graph: KnowledgeGraph, folder: Path) -> bytes:
    write_turtle(graph, folder / "graph.ttl")
    return (folder / "graph.ttl").read_bytes()


def test_turtle_reads_back_the_same_in_rdflib_and_oxigraph(graph: KnowledgeGraph, tmp_path: Path) -> None:
    written = turtle(graph, tmp_path)
    assert isomorphic(rdflib.Graph().parse(data=written, format="turtle"), to_rdflib(graph.triples(), {}))
    assert {q.triple for q in ox.parse(written, format=ox.RdfFormat.TURTLE)} == set(graph.triples())


@pytest.mark.parametrize(("write", "format"), [(write_ntriples, "nt"), (write_jsonld, "json-ld")])
def test_other_formats_read_back_the_same_in_rdflib(graph: KnowledgeGraph, tmp_path: Path, write, format: str) -> None:  # type: ignore[no-untyped-def]
    write(graph, tmp_path / "graph")
    assert isomorphic(rdflib.Graph().parse(tmp_path / "graph", format=format), to_rdflib(graph.triples(), {}))


def named_graphs(graph: KnowledgeGraph, folder: Path) -> tuple[dict[str, rdflib.Graph], rdflib.Graph]:
    write_trig(graph, folder / "graph.trig")
    data = rdflib.Dataset()
    data.parse(folder / "graph.trig", format="trig")
    default = data.default_graph
    return {str(g.identifier).removeprefix(ONTOLOGY.base): g for g in data.graphs() if g.identifier != default.identifier}, default


def test_trig_has_a_graph_for_each_article_each_rule_and_the_decisions(graph: KnowledgeGraph, tmp_path: Path) -> None:
    named, default = named_graphs(graph, tmp_path)
    rules = {f"rule-{rule}": len(triples) for rule, triples in graph.inferred().items()}
    assert set(named) == {"article-first-story", "article-second%20story", "decisions", *rules}
    assert {name: len(named[name]) for name in rules} == rules
    assert len(named["decisions"]) > 0 and (None, ONTOLOGY.prop("leftName"), None) not in default
    assert (None, ONTOLOGY.prop("purchases"), None) not in default


def test_the_graph_of_an_article_holds_what_it_says_and_nothing_of_another(graph: KnowledgeGraph, tmp_path: Path) -> None:
    named, default = named_graphs(graph, tmp_path)
    for id, other in (("first-story", "second%20story"), ("second%20story", "first-story")):
        mine = named[f"article-{id}"]
        node = rdflib.URIRef(f"{ONTOLOGY.base}article-{id}")
        assert (node, ONTOLOGY.term("schema:headline"), None) in mine
        quotes = list(mine.subject_objects(ONTOLOGY.term("oa:exact")))
        assert quotes and all((e, ONTOLOGY.term("prov:wasDerivedFrom"), node) in mine for e, _ in quotes)
        assert not any(f"article-{other}" in str(t) for t in mine)
    assert (None, ONTOLOGY.prop("mentionedIn"), None) not in default
    assert (None, ONTOLOGY.prop("buyer"), None) in default and (None, ONTOLOGY.prop("supportedBy"), None) in default


RDF_FORMS = {"turtle": "turtle", "ntriples": "nt", "trig": "trig", "nquads": "nquads", "jsonld": "json-ld"}


def canonical_hash(triples: Iterable[ox.Triple]) -> str:
    """One digest for all graphs that are isomorphic (RDFC-1.0)."""
    data = ox.Dataset(ox.Quad(t.subject, t.predicate, t.object) for t in triples)
    data.canonicalize(ox.CanonicalizationAlgorithm.RDFC_1_0)
    return hashlib.sha256("\n".join(sorted(map(str, data))).encode()).hexdigest()


@pytest.mark.parametrize("label", ["Turkey", *HOSTILE])
def test_all_forms_of_rdf_are_one_graph_in_two_parsers(label: str, tmp_path: Path) -> None:
    graph = infer(assemble(hostile_resolution(label), sample_articles(), ONTOLOGY), ONTOLOGY)
    hashes = {canonical_hash(graph.triples())}
    for name, format in RDF_FORMS.items():
        path = export(graph, tmp_path, [name])[0]
        hashes.add(canonical_hash(q.triple for q in ox.parse(path=str(path), format=ox.RdfFormat.from_extension(path.suffix[1:]))))
        data = rdflib.Dataset(default_union=True)
        data.parse(path, format=format)
        plain = rdflib.Graph()
        plain += ((s, p, o) for s, p, o, _ in data.quads((None, None, None, None)))
        hashes.add(canonical_hash(q.triple for q in ox.parse(plain.serialize(format="nt"), format=ox.RdfFormat.N_TRIPLES)))
    assert len(hashes) == 1


def test_trig_and_nquads_have_the_same_named_graphs(graph: KnowledgeGraph, tmp_path: Path) -> None:
    trig, quads = export(graph, tmp_path, ["trig", "nquads"])
    read = [set(ox.parse(path=str(p), format=ox.RdfFormat.from_extension(p.suffix[1:]))) for p in (trig, quads)]
    assert read[0] == read[1] == set(graph.quads())


def test_jsonld_reads_like_json_and_its_context_is_a_file_too(graph: KnowledgeGraph, tmp_path: Path) -> None:
    document, context = (json.loads(p.read_text(encoding="utf-8")) for p in export(graph, tmp_path, ["jsonld"]))
    assert context["@context"] == document["@context"]
    nodes = {node["@id"]: node for node in document["@graph"]}
    deal = nodes["id:deal-turkey-s-400"]
    assert (deal["buyer"], deal["seller"]) == ("id:country-turkey", "id:country-russia") and "Purchase" in deal["@type"]
    assert nodes["id:country-turkey"]["skos:prefLabel"] == "Turkey"


def test_turtle_has_the_shortcuts_and_tells_that_they_are_inferred(graph: KnowledgeGraph, tmp_path: Path) -> None:
    written = rdflib.Graph().parse(data=turtle(graph, tmp_path), format="turtle")
    [(buyer, system)] = written.subject_objects(ONTOLOGY.prop("purchases"))
    [record] = list(written.subjects(rdflib.RDF.predicate, ONTOLOGY.prop("purchases")))
    assert (written.value(record, rdflib.RDF.subject), written.value(record, rdflib.RDF.object)) == (buyer, system)
    assert str(written.value(record, ONTOLOGY.prop("rule"))) == "purchases"


def test_turtle_is_written_for_people(graph: KnowledgeGraph, tmp_path: Path) -> None:
    lines = turtle(graph, tmp_path).decode().splitlines()
    heads = [line for line in lines if line.startswith("@prefix")]
    assert heads == sorted(heads) == lines[: len(heads)]
    assert "id:country-turkey a kg:Country ;" in lines
    assert not [line for line in lines if "<https://w3id.org/newskg" in line and not line.startswith("@prefix")]


def test_shuffled_input_gives_the_same_bytes(graph: KnowledgeGraph, tmp_path: Path) -> None:
    expected, world = turtle(graph, tmp_path), sample_resolution()
    shuffle = random.Random(4)
    for _ in range(5):
        parts = [list(p) for p in (world.entities, world.facts, world.decisions, sample_articles())]
        for part in parts:
            shuffle.shuffle(part)
        mixed = Resolution(*(tuple(p) for p in parts[:3]))
        assert turtle(infer(assemble(mixed, parts[3], ONTOLOGY), ONTOLOGY), tmp_path) == expected


def test_another_hash_seed_gives_the_same_bytes(graph: KnowledgeGraph, tmp_path: Path) -> None:
    program = (
        "import sys; from pathlib import Path; from kg.exporters import FORMATS, export; from tests.graph.sample import sample_graph;"
        "export(sample_graph(), Path(sys.argv[1]), [f.name for f in FORMATS if f.name != 'html'])"
    )
    folders = [tmp_path / seed for seed in ("1", "2")]
    for folder in folders:
        env = {**os.environ, "PYTHONHASHSEED": folder.name, "PYTHONPATH": os.pathsep.join(sys.path)}
        subprocess.run([sys.executable, "-c", program, str(folder)], check=True, env=env)
    files = [{path.name: path.read_bytes() for path in sorted(folder.iterdir())} for folder in folders]
    assert files[0] == files[1]
    assert len(files[0]) == len(FORMATS) - 1
    assert files[0]["graph.ttl"] == turtle(graph, tmp_path)


@pytest.mark.parametrize("label", HOSTILE)
def test_a_hostile_label_survives_every_format(label: str, tmp_path: Path) -> None:
    graph = infer(assemble(hostile_resolution(label), sample_articles(), ONTOLOGY), ONTOLOGY)
    node, prefers = rdflib.URIRef(ONTOLOGY.data("country-turkey")), rdflib.SKOS.prefLabel
    for write, format in ((write_turtle, "turtle"), (write_ntriples, "nt"), (write_jsonld, "json-ld")):
        write(graph, tmp_path / format)
        assert str(rdflib.Graph().parse(tmp_path / format, format=format).value(node, prefers)) == clean(label).strip()


@given(st.text(max_size=60))
@settings(max_examples=60, deadline=None)
def test_any_label_and_title_read_back(tmp_path_factory: pytest.TempPathFactory, label: str) -> None:
    graph = assemble(hostile_resolution(label), sample_articles(), ONTOLOGY)
    written = turtle(graph, tmp_path_factory.getbasetemp())
    assert {q.triple for q in ox.parse(written, format=ox.RdfFormat.TURTLE)} == set(graph.triples())
    assert isomorphic(rdflib.Graph().parse(data=written, format="turtle"), to_rdflib(graph.triples(), {}))


def test_an_empty_graph_is_a_file_too(tmp_path: Path) -> None:
    empty = infer(assemble(Resolution((), (), ()), (), ONTOLOGY), ONTOLOGY)
    assert list(ox.parse(turtle(empty, tmp_path), format=ox.RdfFormat.TURTLE)) == []


def test_the_base_of_data_is_one_setting(tmp_path: Path) -> None:
    elsewhere = load(base="https://example.org/kb/")
    written = turtle(infer(assemble(sample_resolution(), sample_articles(), elsewhere), elsewhere), tmp_path).decode()
    assert "@prefix id: <https://example.org/kb/> ." in written
    assert "newskg/id" not in written
