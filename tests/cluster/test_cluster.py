"""Does a build shared out to workers give what one process gives, even when a worker dies?"""

from __future__ import annotations

import os
import shutil
import signal
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import kg
from kg import pipeline
from kg.cluster import Engine, build, started, write_parts
from kg.cluster.build import merge
from kg.cluster.joining import ClusterJoin, connected
from kg.exporters import export
from kg.lexicon import load
from kg.resolution import resolve
from tests.benchmarks.news import news

pytest.importorskip("pyspark", reason="needs the extra spark")
if shutil.which("java") is None and "JAVA_HOME" not in os.environ:
    pytest.skip("Spark needs Java", allow_module_level=True)

pytestmark = pytest.mark.slow
SAMPLES = Path(kg.__file__).parent / "samples"
LEAST = 20  # so that everything but what stands in one article is compared by the workers


@pytest.fixture(scope="module")
def engine() -> Iterator[Engine]:
    """Two workers on this machine."""
    with started("local[2,4]", slices=2) as running:
        yield running


@pytest.fixture(scope="module")
def shared_out(engine: Engine) -> pipeline.Build:
    """The sample stories, built by the workers."""
    return build([SAMPLES], pipeline.Settings(), engine, least=LEAST)


def test_the_workers_give_the_same_bytes_as_one_process(shared_out: pipeline.Build, tmp_path: Path) -> None:
    alone = pipeline.build([SAMPLES], pipeline.Settings())
    for name, built in (("alone", alone), ("shared", shared_out)):
        list(export(built.graph, tmp_path / name, ["turtle", "html"]))
    for file in ("graph.ttl", "graph.html"):
        assert (tmp_path / "shared" / file).read_bytes() == (tmp_path / "alone" / file).read_bytes()


def test_merging_on_the_workers_decides_as_merging_here(engine: Engine) -> None:
    lexicon = load()
    told = list(news(1_500, lexicon))
    assert resolve(told, lexicon, join=ClusterJoin(engine, least=60)) == resolve(told, lexicon)


def test_things_that_edges_connect_have_the_smallest_as_label(engine: Engine) -> None:
    chain = [(n, n + 1) for n in range(5)]
    labels = connected(engine.rdd([*chain, (20, 22), (21, 22)]), 3).collect()
    assert dict(labels) == {**dict.fromkeys(range(6), 0), 20: 20, 21: 20, 22: 20}


def test_a_worker_that_is_killed_in_the_middle_changes_nothing(engine: Engine, tmp_path: Path) -> None:
    died = tmp_path / "died"

    def deadly() -> Callable[[int], int]:
        def double(number: int) -> int:
            if number == 17 and not died.exists():
                died.touch()
                os.kill(os.getpid(), signal.SIGKILL)
            return 2 * number

        return double

    assert list(engine.map(deadly, list(range(40)))) == [2 * n for n in range(40)]
    assert died.exists()


def test_the_parts_hold_what_the_one_file_holds(engine: Engine, shared_out: pipeline.Build, tmp_path: Path) -> None:
    lines, rows = write_parts(shared_out.graph, tmp_path, engine)
    list(export(shared_out.graph, tmp_path, ["nquads"]))
    parts = sorted(lines.glob("part-*"))
    assert len(parts) > 1
    assert b"".join(p.read_bytes() for p in parts) == (tmp_path / "graph.nq").read_bytes()
    assert engine.session.read.parquet(str(rows)).count() == len(list(shared_out.graph.quads()))


def test_articles_come_out_of_a_table(engine: Engine, tmp_path: Path) -> None:
    text = (SAMPLES / "poland-abrams.txt").read_text(encoding="utf-8")
    rows = [("one", "2022-04-05", "Poland signs for tanks", text.split("\n", 3)[3])]
    table = tmp_path / "news.parquet"
    engine.session.createDataFrame(rows, "id string, date string, headline string, text string").write.parquet(str(table))
    merged = merge([table], pipeline.Settings(), engine, lambda stage, done, total: None)
    assert [(e.article.id, str(e.article.published.iso if e.article.published else "")) for e in merged.extractions] == [
        ("one", "2022-04-05")
    ]
    assert merged.resolution.facts
