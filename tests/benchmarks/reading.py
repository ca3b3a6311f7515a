"""Does memory grow with the number of articles that are read? python -m tests.benchmarks.reading [--articles N]

Short made-up stories in one packed file of JSON Lines are read and stand on the shelf until all are there, as in a build before
anything is extracted. Each size is read by a process of its own, whose peak memory is told.
"""

from __future__ import annotations

import argparse
import gzip
import json
import logging
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

SIZES = (1_000, 10_000, 100_000)
WORDS = (
    *("army", "navy", "minister", "parliament", "company", "yard", "contract", "delivery", "aircraft", "frigate", "radar", "vehicle"),
    *("budget", "union", "court", "harbour", "city", "river", "mayor", "border", "election", "strike", "price", "engine", "school"),
)
SAID = ("said", "told reporters", "announced", "promised", "denied", "added")


def stories(count: int, chance: random.Random) -> Iterator[dict[str, str]]:
    """Records of made-up stories, each with words of its own, so that none is a copy; some are in every tenth place told again."""
    kept: dict[str, str] = {}
    for number in range(count):
        record = {
            "title": f"The {chance.choice(WORDS)} and the {chance.choice(WORDS)}, part {number}",
            "date": f"2023-{number % 12 + 1:02d}-{number % 28 + 1:02d}",
            "text": "\n\n".join(_sentence(number, chance) for _ in range(6)),
            "publisher": f"Paper {number % 40}",
            "url": f"https://paper{number % 40}.example/{number}",
        }
        if number % 10 == 9:
            record["text"] = kept["text"]
        kept = record if number % 7 == 0 or not kept else kept
        yield record


def _sentence(number: int, chance: random.Random) -> str:
    first, second, third = chance.sample(WORDS, 3)
    where, many = f"Town{chance.randrange(10_000)}", chance.randrange(2, 900)
    return f"The {first} of {where} needs {many} new parts for the {second}, the head of the {third} {chance.choice(SAID)} on day {number}."


def read(path: Path) -> tuple[int, int, float, int]:
    """Articles on the shelf, those of them that are copies, processor seconds, and peak kilobytes of this process."""
    from kg import lexicon
    from kg.reading import Desk, Shelf, gather

    logging.disable(logging.CRITICAL)
    shelf = Shelf()
    gather([path], Desk(lexicon.load()), lambda _, article: shelf.put(article))
    shelf.settle()
    copies = sum(bool(article.copy_of) for article in shelf)
    return len(shelf), copies, time.process_time(), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def main() -> None:
    """Print one line for each size."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--articles", type=int, action="append", help="one size instead of three; may be given again")
    parser.add_argument("--read", type=Path, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.read:
        print(json.dumps(read(given.read)))
        return
    print(f"{'articles':>9}{'on the shelf':>14}{'copies':>10}{'seconds':>9}{'peak MB':>9}")
    for size in given.articles or SIZES:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "stories.jsonl.gz"
            with gzip.open(path, "wt", encoding="utf-8") as out:
                out.writelines(json.dumps(record) + "\n" for record in stories(size, random.Random(size)))
            done = subprocess.run([sys.executable, "-m", "tests.benchmarks.reading", "--read", path], capture_output=True, check=True)
        shelved, copies, seconds, kilobytes = json.loads(done.stdout)
        print(f"{size:>9,}{shelved:>14,}{copies:>10,}{seconds:>9.0f}{kilobytes / 1024:>9.0f}", flush=True)


if __name__ == "__main__":
    main()
