"""In which order is a graph built on a cluster? As kg.pipeline does, with the engine in the place of processes and of loops."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Collection, Sequence
from pathlib import Path

from kg import pipeline
from kg.cluster.engine import Engine
from kg.cluster.joining import LEAST, ClusterJoin
from kg.graph import KnowledgeGraph
from kg.model import Article, Extraction
from kg.reading import Desk

TABLE = ".parquet"
Read = Callable[[Article], Extraction | pipeline.Failure]

_workers: dict[str, pipeline.Worker] = {}  # of this process, by settings: the model is loaded once for all parts that it is given


def build(
    inputs: Sequence[Path],
    settings: pipeline.Settings,
    engine: Engine,
    progress: pipeline.Progress = lambda stage, done, total: None,
    least: int = LEAST,
) -> pipeline.Build:
    """The graph of all articles in files, folders and tables (.parquet), the same as kg.pipeline.build gives.

    least: things of fewer are compared on the spot. Raises what kg.pipeline.build raises.
    """
    return pipeline.finished(lambda: merge(inputs, settings, engine, progress, least), settings, progress)


def merge(
    inputs: Sequence[Path], settings: pipeline.Settings, engine: Engine, progress: pipeline.Progress, least: int = LEAST
) -> pipeline.Merged:
    """What all articles state, as kg.pipeline.merge gives it."""
    lexicon = pipeline.ready(settings)
    with tempfile.TemporaryDirectory(prefix="kg-") as name:
        files = [rows_of(path, Path(name) / str(n), engine) if path.suffix == TABLE else path for n, path in enumerate(inputs)]
        reading = pipeline.read_all(files, Desk(lexicon, settings.fields, bool(settings.file_times)), progress)
    extractions, failures = extract_all(reading.articles, settings, engine, progress)
    return pipeline.merged(extractions, reading, failures, settings, progress, ClusterJoin(engine, least))


def rows_of(table: Path, folder: Path, engine: Engine) -> Path:
    """The rows of a table, a file or a folder of files, as records in JSON Lines below a folder; dates as ISO days."""
    engine.session.read.parquet(str(table)).write.json(str(folder), timestampFormat="yyyy-MM-dd'T'HH:mm:ss", dateFormat="yyyy-MM-dd")
    for part in sorted(folder.glob("part-*.json")):
        part.rename(part.with_suffix(".jsonl"))
    for other in [*folder.glob(".*"), *folder.glob("_*")]:
        other.unlink()
    return folder


def extract_all(
    articles: Collection[Article], settings: pipeline.Settings, engine: Engine, progress: pipeline.Progress
) -> tuple[list[Extraction], list[pipeline.Failure]]:
    """What each article states, in the order of the articles."""
    extractions: list[Extraction] = []
    failures: list[pipeline.Failure] = []
    for done, found in enumerate(engine.map(lambda: reader(settings), list(articles)), 1):
        if isinstance(found, Extraction):
            extractions.append(found)
        else:
            failures.append(found)
        progress("reading", done, len(articles))
    return extractions, failures


def reader(settings: pipeline.Settings) -> Read:
    """What reads an article in this process; its model is loaded when it is first asked for."""
    key = repr(settings)
    if key not in _workers:
        _workers[key] = pipeline.Worker(settings)
    return _workers[key].extract


def write_parts(graph: KnowledgeGraph, out: Path, engine: Engine) -> list[Path]:
    """Write the graph as parts, for what takes them in at once: N-Quads as text, and rows of four terms as Parquet.

    Each is a folder, which replaces an earlier one. The lines of all parts, in the order of their names, are those of graph.nq.
    """
    lines, rows = out / "quads.nq", out / "quads.parquet"
    quads = engine.rdd([(str(q.subject), str(q.predicate), str(q.object), _name(str(q.graph_name))) for q in graph.quads()])
    for folder in (lines, rows):
        shutil.rmtree(folder, ignore_errors=True)
    quads.map(lambda q: " ".join((*filter(None, q), "."))).saveAsTextFile(str(lines))
    engine.session.createDataFrame(quads, "subject string, predicate string, object string, graph string").write.parquet(str(rows))
    return [lines, rows]


def _name(graph: str) -> str:
    """The graph of a quad, "" for the default graph."""
    return "" if graph == "DEFAULT" else graph
