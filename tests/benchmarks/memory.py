"""How much memory and time does a build take from merging on, stage by stage, and how do they grow with the number of articles?

    python -m tests.benchmarks.memory                              1,000, 2,000 and 4,000 articles
    python -m tests.benchmarks.memory --articles 1000 10000 --kept FILE      the bars; a second run reads no article again

What was taken from the articles is written into a file first, which --kept keeps: reading 10,000 takes half an hour of one processor. A
file that holds fewer than asked for is added to. Each size then has a process of its own, which merges and writes as `kg build` does with
several processes: those that read hold the language model and no more, whatever the number of articles. Seconds are of one
processor. Those of reading are counted on a hundred articles, in the same run, since each article is read by itself.
"""

from __future__ import annotations

import argparse
import math
import pickle
import resource
import tempfile
import time
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import IO

from kg import pipeline
from kg.exporters import export
from kg.graph import assemble, validate
from kg.model import Extraction
from kg.reading import Desk
from kg.reasoning import infer
from kg.resolution import resolve
from tests.benchmarks.endtoend import alone, spent
from tests.benchmarks.stories import written

SIZES = (1_000, 2_000, 4_000)
FIRST, SAMPLE = 10, 100  # articles that pay for the loading of the model, and those on which the seconds of reading are counted
Stage = tuple[str, float, int, int]  # its name, processor seconds, MB held after it, MB held at most until then


def held() -> int:
    """Memory of this process now, in MB."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * resource.getpagesize() // 2**20


def read(count: int, processes: int, file: Path) -> float:
    """Append what the articles state to the file, as far as it does not hold so many yet; processor seconds that it took."""
    before = spent()
    settings = pipeline.Settings(processes=processes)
    _, lexicon = pipeline.vocabulary(settings)
    known = list(islice(ends(file), count))
    if len(known) == count:
        return spent() - before
    with tempfile.TemporaryDirectory() as name, file.open("r+b" if file.exists() else "wb") as kept:
        kept.truncate(known[-1] if known else 0)
        kept.seek(0, 2)
        articles = pipeline.read_all([written(count, Path(name) / "in")], Desk(lexicon)).articles
        for outcome in pipeline.outcomes(list(articles)[len(known) :], settings):
            pickle.dump(outcome, kept, pickle.HIGHEST_PROTOCOL)
    return spent() - before


def ends(file: Path) -> Iterator[int]:
    """Where the record of each article ends in the file, as far as it was written."""
    with file.open("rb") if file.exists() else tempfile.TemporaryFile() as kept:
        while _next(kept) is not None:
            yield kept.tell()


def extractions(file: Path, count: int) -> list[Extraction]:
    """What the first articles state, without those that failed."""
    with file.open("rb") as kept:
        return [found for found in islice(iter(lambda: _next(kept), None), count) if isinstance(found, Extraction)]


def _next(kept: IO[bytes]) -> object:
    """The next record, None where the file ends or was left off within one."""
    try:
        return pickle.load(kept)
    except (EOFError, pickle.UnpicklingError):
        return None


def measured(file: Path, count: int) -> list[Stage]:
    """The stages of a build of the first articles in the file."""
    return list(stages(file, count))


def stages(file: Path, count: int) -> Iterator[Stage]:
    """See above, as soon as each stage is over."""
    settings = pipeline.Settings()
    ontology, lexicon = pipeline.vocabulary(settings)
    rules = pipeline.rules_of(settings)
    start = time.process_time()

    def after(stage: str) -> Stage:
        nonlocal start
        seconds, start = time.process_time() - start, time.process_time()
        return stage, seconds, held(), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024

    yield after("start")
    found = extractions(file, count)
    yield after("reading")
    resolution = resolve(found, lexicon)
    yield after("merging")
    graph = assemble(resolution, [e.article for e in found], ontology)
    del found, resolution
    yield after("graph")
    graph = infer(graph, ontology, rules)
    yield after("reasoning")
    validate(graph, ontology)
    yield after("checking")
    with tempfile.TemporaryDirectory() as out:
        for form in ("turtle", "html"):
            export(graph, Path(out), [form])
            yield after(form)


def main() -> None:
    """Print the figures of each size, and how much they grow when the articles double."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, nargs="+", default=SIZES)
    parser.add_argument("--processes", type=int, default=2)
    parser.add_argument("--kept", type=Path)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        file = options.kept or Path(name) / "kept"
        alone(read, max(options.articles), options.processes, file)
        few, more = (alone(read, n, 1, Path(name) / str(n)) for n in (FIRST, FIRST + SAMPLE))
        reading = (more - few) / SAMPLE
        before: tuple[int, list[tuple[str, float]]] | None = None
        for count in sorted(options.articles):
            rows = alone(measured, file, count)
            taken = [(s, reading * count if s == "reading" else t) for s, t, _, _ in rows[1:]]
            taken += [("all but reading", sum(t for _, t in taken[1:])), ("all", sum(t for _, t in taken))]
            print(f"\n{count:,} articles         MB after   at most   seconds" + ("  a doubling" if before else ""))
            figures = {s: f"{now:10,}{most:10,}" for s, _, now, most in rows}
            print(f"  {'start':<20}{figures['start']}")
            for at, (stage, seconds) in enumerate(taken):
                growth = f"{(seconds / before[1][at][1]) ** (1 / math.log2(count / before[0])):12.2f}" if before else ""
                print(f"  {stage:<20}{figures.get(stage, ''):<20}{seconds:10.1f}{growth}")
            before = (count, taken)


if __name__ == "__main__":
    main()
