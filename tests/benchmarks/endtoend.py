"""What does a build cost beside the language model alone, stage by stage, and how does it grow?

    python -m tests.benchmarks.endtoend                            100, 1,000 and 10,000 articles
    python -m tests.benchmarks.endtoend --articles 1000            one size
    python -m tests.benchmarks.endtoend --articles 200 --processes 2     and how much two processes read at once

Seconds are of one processor. The reference is `nlp.pipe` of the same model over the same texts, in turns with the build, so that
both have the same machine. Loading the model is in neither. Each size runs in a process of its own; its peak memory is the build's and
counts the model.
"""

from __future__ import annotations

import argparse
import math
import os
import resource
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from itertools import islice
from multiprocessing import get_context
from pathlib import Path
from typing import TypeVar

from spacy.tokens import Doc

from kg import pipeline
from kg.exporters import export
from kg.extraction import extract
from kg.graph import assemble, validate
from kg.language import annotate
from kg.language.slots import Answer, SlotNetwork
from kg.language.slots.network import Asked
from kg.model import Article, Extraction
from kg.reading import Desk
from kg.reasoning import infer
from kg.resolution import resolve
from tests.benchmarks.stories import written

T = TypeVar("T")
SIZES = (100, 1_000, 10_000)
TURN = 25  # articles that the model alone, then the build, reads before it is the other's turn
STAGES = ("reading", "language", "extraction", "network", "merging", "graph", "reasoning", "checking", "turtle", "html")


@dataclass
class Measured:
    """What one size took. seconds: of the processor, by stage and for the reference "nlp.pipe"; peak: MB."""

    articles: int
    words: int = 0
    facts: int = 0
    peak: int = 0
    seconds: Counter[str] = field(default_factory=Counter)

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Processor seconds of what is done while this is open."""
        start = time.process_time()
        yield
        self.seconds[name] += time.process_time() - start  # type: ignore[assignment]

    @property
    def total(self) -> float:
        """All stages of the build."""
        return sum(self.seconds[s] for s in STAGES)


@dataclass(frozen=True)
class Clocked:
    """The network of slots, with its time told apart from that of the rules which ask it."""

    network: SlotNetwork
    found: Measured

    def answers(self, doc: Doc, asked: Asked) -> dict[int, Answer]:
        """What the network answers."""
        with self.found.stage("network"):
            return self.network.answers(doc, asked)


def measured(count: int, model: str) -> Measured:
    """Build generated articles as `kg build` does."""
    found = Measured(count)
    settings = pipeline.Settings(model=model)
    ontology, lexicon = pipeline.vocabulary(settings)
    rules, worker = pipeline.rules_of(settings), pipeline.Worker(settings)
    with tempfile.TemporaryDirectory() as name:
        inputs = written(count, Path(name) / "in")
        with found.stage("reading"):
            articles = iter(pipeline.read_all([inputs], Desk(lexicon)).articles)
            some = list(islice(articles, TURN))
        warm(some, worker)
        network = Clocked(worker.network, found)
        extractions: list[Extraction] = []
        while some:
            with found.stage("nlp.pipe"):
                found.words += sum(len(doc) for doc in worker.nlp.pipe([a.text for a in some]))
            with found.stage("language"):
                docs = [annotate(a, worker.nlp, lexicon) for a in some]
            with found.stage("extraction"):
                some = [replace(a, original="", segments=()) for a in some]
                extractions += [extract(doc, a, lexicon, network) for doc, a in zip(docs, some, strict=True)]
            with found.stage("reading"):
                some = list(islice(articles, TURN))
        found.seconds["extraction"] -= found.seconds["network"]  # type: ignore[assignment]
        del worker, network, docs
        with found.stage("merging"):
            resolution = resolve(extractions, lexicon)
        with found.stage("graph"):
            graph = assemble(resolution, [e.article for e in extractions], ontology)
        with found.stage("reasoning"):
            graph = infer(graph, ontology, rules)
        with found.stage("checking"):
            validate(graph, ontology)
        found.facts = len(resolution.facts)
        del resolution, extractions
        for form in ("turtle", "html"):
            with found.stage(form):
                export(graph, Path(name) / "out", [form])
    found.peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    return found


def warm(articles: Sequence[Article], worker: pipeline.Worker) -> None:
    """Fill what the model and the rules fill when they are first used."""
    list(worker.nlp.pipe([a.text for a in articles]))
    for article in articles[:5]:
        worker.extract(article)


def throughput(count: int, processes: int, model: str) -> tuple[float, float]:
    """Articles a second by the clock, and processor seconds an article, of so many processes; their start is not in the former."""
    settings = pipeline.Settings(model=model, processes=processes)
    _, lexicon = pipeline.vocabulary(settings)
    with tempfile.TemporaryDirectory() as name:
        articles = list(pipeline.read_all([written(count, Path(name))], Desk(lexicon)).articles)
    before = spent()
    moments = []
    for _ in pipeline.outcomes(articles, settings):
        moments.append(time.perf_counter())
    first = len(moments) // 4  # by then all have loaded their model
    return (len(moments) - 1 - first) / (moments[-1] - moments[first]), (spent() - before) / count


def spent() -> float:
    """Processor seconds of this process and of those that it has waited for."""
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system


def alone(function: Callable[..., T], *given: object) -> T:
    """The outcome of a function, run in a process of its own."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        return pool.submit(function, *given).result()


def told(found: Measured) -> None:
    """One size, as text."""
    bare = found.seconds["nlp.pipe"]
    print(f"\n{found.articles:,} articles, {found.words:,} words, {found.facts:,} facts, peak {found.peak:,} MB")
    print("               seconds   ms/article   share   / nlp.pipe")
    for stage in STAGES:
        seconds = found.seconds[stage]
        print(f"  {stage:<11}{seconds:10.2f}{seconds / found.articles * 1000:13.2f}{seconds / found.total:8.0%}{seconds / bare:13.3f}")
    print(f"  end to end {found.total:10.2f}{found.total / found.articles * 1000:13.2f}{1:8.0%}{found.total / bare:13.3f}")
    print(f"  nlp.pipe   {bare:10.2f}{bare / found.articles * 1000:13.2f}")


def main() -> None:
    """Print the figures of each size."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, nargs="+", default=SIZES)
    parser.add_argument("--model", default="")
    parser.add_argument("--processes", type=int, default=1)
    options = parser.parse_args()
    before: Measured | None = None
    for count in options.articles:
        found = alone(measured, count, options.model)
        told(found)
        if before is not None:
            times = found.total / before.total
            doubling = times ** (1 / math.log2(count / before.articles))
            print(f"  {count / before.articles:.0f} times the articles: {times:.2f} times the time, {doubling:.2f} a doubling")
        before = found
    if options.processes > 1:
        (one, alone_spent), (many, shared_spent) = (
            alone(throughput, options.articles[0], n, options.model) for n in (1, options.processes)
        )
        print(f"\none process {one:.2f} articles/s, {options.processes} processes {many:.2f}: {many / one:.2f} times by the clock")
        ratio = shared_spent / alone_spent
        print(f"processor seconds an article {alone_spent:.3f} and {shared_spent:.3f}: {options.processes / ratio:.2f} times on idle cores")


if __name__ == "__main__":
    main()
