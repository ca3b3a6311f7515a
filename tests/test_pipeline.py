"""From files to a graph, the whole way: what a user may rely on whatever the files are called and however they are read."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from decimal import Decimal
from pathlib import Path
from typing import Any

import pyoxigraph
import pytest
import rdflib

from kg import pipeline
from kg.model import Article, Mention, Ref
from kg.reading import time_limit
from tests.reading import mixed
from tests.stories import AGAIN, PLAIN, TANKS

STORIES = {"tanks": TANKS, "again": AGAIN, "plain": PLAIN}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of three stories."""
    where = tmp_path_factory.mktemp("stories")
    for name, text in STORIES.items():
        (where / f"{name}.txt").write_text(text, encoding="utf-8")
    return where


@pytest.fixture(scope="module")
def merged(folder: Path) -> pipeline.Merged:
    """What the three stories state."""
    return pipeline.merge([folder], pipeline.Settings())


@pytest.fixture(scope="module")
def built(merged: pipeline.Merged) -> pipeline.Build:
    """The graph of the three stories."""
    return pipeline.finished(lambda: merged, pipeline.Settings())


def test_two_stories_of_one_purchase_give_one_deal(merged: pipeline.Merged) -> None:
    deals = [f for f in merged.resolution.facts if f.kind == "Purchase"]
    assert len(deals) == 1
    deal = deals[0]
    assert deal.values("buyer") == (Ref("country-poland"),)
    assert [q.number for q in deal.values("quantity")] == [Decimal(180)]  # type: ignore[union-attr]
    assert {c.evidence.article for c in deal.claims} == {"tanks", "again"}


def test_the_minister_of_two_stories_is_one_person_with_one_post(merged: pipeline.Merged) -> None:
    people = [e for e in merged.resolution.entities if e.kind == "Person" and "Blaszczak" in e.label]
    assert [p.label for p in people] == ["Mariusz Blaszczak"]
    posts = [f for f in merged.resolution.facts if f.kind == "RoleHolding" and Ref(people[0].id) in f.values("holder")]
    assert [(f.values("title"), f.values("of")) for f in posts] == [(("Defence Minister",), (Ref("country-poland"),))]


def test_nothing_comes_from_the_furniture_of_a_page(merged: pipeline.Merged) -> None:
    labels = " ".join(e.label for e in merged.resolution.entities)
    assert "Peru" not in labels
    assert not [f for f in merged.resolution.facts if "plain" in {c.evidence.article for c in f.claims}]


def test_every_quote_stands_in_the_cleaned_text_where_its_offsets_say(merged: pipeline.Merged) -> None:
    texts = {e.article.id: e.article.text for e in merged.extractions}
    quotes = [c.evidence for f in merged.resolution.facts for c in f.claims]
    assert quotes
    for e in quotes:
        assert texts[e.article][e.start : e.end] == e.text
    for extraction in merged.extractions:
        for m in extraction.mentions:
            assert texts[m.article][m.start : m.end] == m.text
        for claim in extraction.claims:
            for value in (a.value for a in claim.arguments if isinstance(a.value, Mention)):
                assert value in extraction.mentions


def test_the_graph_keeps_to_its_shapes(built: pipeline.Build) -> None:
    assert built.findings == ()


def turtle(inputs: list[Path], out: Path, seed: str, processes: int = 1) -> bytes:
    """The Turtle of a build in a process of its own, with a hash seed."""
    command = [sys.executable, "-m", "kg.cli", "build", *map(str, inputs), "--out", str(out), "--processes", str(processes), "--quiet"]
    subprocess.run(command, check=True, env={**os.environ, "PYTHONHASHSEED": seed})
    return (out / "graph.ttl").read_bytes() + (out / "graph.html").read_bytes()


@pytest.mark.slow
def test_order_of_files_hash_seed_and_processes_never_reach_the_bytes(folder: Path, tmp_path: Path) -> None:
    files = sorted(folder.glob("*.txt"))
    shuffled = random.Random(3).sample(files, len(files))
    first = turtle([folder], tmp_path / "a", "0")
    assert turtle(shuffled, tmp_path / "b", "1") == first
    assert turtle(files[::-1], tmp_path / "c", "42", processes=2) == first


@pytest.mark.slow
def test_a_mixed_folder_gives_the_same_bytes_in_any_order(tmp_path: Path) -> None:
    inputs = sorted(p for p in mixed.make(tmp_path / "in").iterdir() if p.is_dir())
    assert turtle(inputs, tmp_path / "a", "0") == turtle(inputs[::-1], tmp_path / "b", "7", processes=2)


def test_an_article_whose_sentences_take_forever_costs_only_itself(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    annotate = pipeline.annotate

    def endless(article: Article, *rest: Any) -> Any:
        while article.id == "plain":
            try:
                sum(range(1000))
            except Exception:  # as a library might
                continue
        return annotate(article, *rest)

    monkeypatch.setattr(pipeline, "annotate", endless)
    monkeypatch.setattr(pipeline, "time_limit", lambda seconds: time_limit(seconds / 40))
    merged = pipeline.merge([folder], pipeline.Settings())
    assert {e.article.id for e in merged.extractions} == {"again", "tanks"}
    assert [(f.name, "seconds" in f.why) for f in merged.failures] == [("plain", True)]


def test_syndicated_copies_give_two_sources_and_one_voice(tmp_path: Path) -> None:
    filler = " ".join(f"Ship {n} of the navy will carry {n * 3} sailors and {n + 2} boats, the statement said." for n in range(2, 14))
    for name, publisher in (("wire", "Northern Wire"), ("post", "Harbour Post"), ("other", "Bergen Daily")):
        story = "Norway ordered five frigates from Fjordline for 3.1 billion euros on Tuesday, the defence ministry said."
        body = f"{story} {filler}" if name != "other" else story
        (tmp_path / f"{name}.txt").write_text(f"date 2023-05-09 {publisher}\nNorway orders frigates\n\n{body}\n", encoding="utf-8")
    merged = pipeline.merge([tmp_path], pipeline.Settings())
    assert {e.article.id: e.article.copy_of for e in merged.extractions} == {"other": "", "post": "", "wire": "post"}
    (deal,) = [f for f in merged.resolution.facts if f.kind == "Purchase"]
    assert {c.evidence.article for c in deal.claims} == {"other", "post", "wire"}
    assert {c.evidence.told_by for c in deal.claims} == {"other", "post"}


def test_the_turtle_reads_alike_in_two_parsers(built: pipeline.Build, tmp_path: Path) -> None:
    path = pipeline.write(built, tmp_path, ["turtle"])[0]
    graph = rdflib.Graph().parse(path)
    other = list(pyoxigraph.parse(path=str(path)))
    assert len(graph) == len(set(other)) > 50


def test_no_page_text_reaches_the_html_unescaped(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    hostile = TANKS.replace("Hyundai Rotem", "Rotem</script><script>alert(1)</script>")
    (tmp_path / "in" / "x.txt").write_text(hostile, encoding="utf-8")
    built = pipeline.build([tmp_path / "in"], pipeline.Settings())
    page = pipeline.write(built, tmp_path / "out", ["html"])[0].read_text(encoding="utf-8")
    assert "<script>alert(1)" not in page
