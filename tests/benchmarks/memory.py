"""How much memory does a build hold after each stage, and how much at most?

    python -m tests.benchmarks.memory                            200, 1,000 and 3,000 articles
    python -m tests.benchmarks.memory --articles 10000 --processes 2

Articles are read by other processes, each of which holds the language model and no more, whatever their number. The figures are those of
the process that merges and writes; each size has a process of its own.
"""

from __future__ import annotations

import argparse
import resource
import tempfile
from collections.abc import Iterator
from pathlib import Path

from kg import pipeline
from kg.exporters import export
from kg.graph import assemble, validate
from kg.model import Extraction
from kg.reading import Desk
from kg.reasoning import infer
from kg.resolution import resolve
from tests.benchmarks.endtoend import alone
from tests.benchmarks.stories import written

SIZES = (200, 1_000, 3_000)


def held() -> int:
    """Memory of this process now, in MB."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * resource.getpagesize() // 2**20


def measured(count: int, processes: int) -> list[tuple[str, int, int]]:
    """(stage, MB held after it, MB held at most until then) of a build of generated articles, as `kg build` does it."""
    return list(stages(count, processes))


def stages(count: int, processes: int) -> Iterator[tuple[str, int, int]]:
    """See above, as soon as each stage is over."""
    settings = pipeline.Settings(processes=processes)
    ontology, lexicon = pipeline.vocabulary(settings)

    def after(stage: str) -> tuple[str, int, int]:
        return stage, held(), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024

    yield after("start")
    with tempfile.TemporaryDirectory() as name:
        articles = pipeline.read_all([written(count, Path(name) / "in")], Desk(lexicon)).articles
        extractions = [found for found in pipeline.outcomes(articles, settings) if isinstance(found, Extraction)]
        yield after("reading")
        resolution = resolve(extractions, lexicon)
        yield after("merging")
        graph = assemble(resolution, [e.article for e in extractions], ontology)
        yield after("graph")
        graph = infer(graph, ontology, pipeline.rules_of(settings))
        yield after("reasoning")
        validate(graph, ontology)
        yield after("checking")
        del extractions, resolution
        for form in ("turtle", "html"):
            export(graph, Path(name) / "out", [form])
            yield after(form)


def main() -> None:
    """Print the figures of each size."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, nargs="+", default=SIZES)
    parser.add_argument("--processes", type=int, default=2)
    options = parser.parse_args()
    for count in options.articles:
        print(f"\n{count:,} articles\n              MB after   at most")
        for stage, now, most in alone(measured, count, options.processes):
            print(f"  {stage:<12}{now:10,}{most:10,}")


if __name__ == "__main__":
    main()
