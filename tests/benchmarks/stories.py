"""A corpus of news as long as asked for: the project's own passages and sample stories, told of other people, firms and systems.

An article has some paragraphs of one subject, each with names put in place of its own, so that few texts are alike and merging
has work to do. The same number gives the same articles on every machine, and the first of many are the same as few.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from random import Random

import kg
from kg.language.training.passages import Marked, name_pool, parse_passage, swap_names

PASSAGES = Path(kg.__file__).parent / "language" / "training" / "news-passages"
SAMPLES = Path(kg.__file__).parent / "samples"
PUBLISHERS = ("Baltic Daily", "Northern Wire", "Harbour Post", "Morning Ledger", "City Gazette", "Evening Star")
PARAGRAPHS = (3, 4, 5, 6)
SEED = 20261


def stories(count: int) -> Iterator[tuple[str, str]]:
    """(name, text) of so many plain-text articles."""
    by_subject = subjects()
    pool = name_pool(p for passages in by_subject for p in passages)
    for number in range(count):
        random = Random(SEED + number)
        passages = random.choice(by_subject)
        told = [swap_names(p, pool, random).text for p in random.sample(passages, random.choice(PARAGRAPHS))]
        day = f"{random.randrange(2010, 2026)}-{random.randrange(1, 13):02}-{random.randrange(1, 29):02}"
        headline = " ".join(told[0].split()[:8]).rstrip(".,;:")
        yield f"story-{number:06}", f"date {day} {random.choice(PUBLISHERS)}\n{headline}\n\n" + "\n\n".join(told) + "\n"


def subjects() -> list[list[Marked]]:
    """Passages by subject, a list for each file, and the sample stories."""
    files = sorted(PASSAGES.glob("*.txt"))
    marked = [[parse_passage(line) for line in f.read_text(encoding="utf-8").splitlines() if line.strip()] for f in files]
    samples = [parse_passage(" ".join(p.read_text(encoding="utf-8").split("\n", 2)[2].split())) for p in sorted(SAMPLES.glob("*.txt"))]
    return [*marked, samples]


def written(count: int, folder: Path) -> Path:
    """The articles as files in a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in stories(count):
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    return folder
