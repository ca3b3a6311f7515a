"""Which files do the named files and folders hold?"""

from __future__ import annotations

import logging
import os
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

log = logging.getLogger("kg.reading")

NOT_TEXT = "not a .txt file"
HIDDEN = "hidden"
TWICE = "named twice"
CLOSED = "folder cannot be opened"
SEEN = "folder reached twice"


@dataclass(frozen=True, slots=True)
class Found:
    """The files to read, sorted by path, and how many were passed over, by reason, sorted by reason."""

    files: tuple[Path, ...]
    skipped: tuple[tuple[str, int], ...]


def find(inputs: Iterable[Path]) -> Found:
    """Files to read below the given files and folders, in an order that does not depend on the order of the inputs.

    A folder is walked with all its folders; hidden files and folders and files not ending in .txt are passed over.
    A file that is named itself is taken whatever its name, even when it is missing: reading it tells what is wrong.
    One file reached by two names is taken once, by the smallest name. Links in a circle are followed once.
    """
    skipped: Counter[str] = Counter()
    candidates: list[Path] = []
    visited: set[str] = set()
    for given in sorted({Path(p) for p in inputs}, key=str):
        candidates.extend(_walk(given, visited, skipped) if given.is_dir() else [given])
    files: dict[str, Path] = {}
    for path in sorted(candidates, key=str):
        if files.setdefault(os.path.realpath(path), path) is not path:
            skipped[TWICE] += 1
    return Found(tuple(files.values()), tuple(sorted(skipped.items())))


def _walk(folder: Path, visited: set[str], skipped: Counter[str]) -> Iterator[Path]:
    """Text files below a folder; the folders still to open are kept in a list, so that depth costs no stack."""
    waiting = [folder]
    while waiting:
        here = waiting.pop()
        real = os.path.realpath(here)
        if real in visited:
            skipped[SEEN] += 1
            continue
        visited.add(real)
        try:
            names = sorted(os.listdir(here))  # noqa: PTH208 - names are compared as names, not as paths
        except OSError as error:
            log.warning("%s: folder cannot be opened (%s)", here, error.strerror)
            skipped[CLOSED] += 1
            continue
        for name in names:
            path = here / name
            if name.startswith("."):
                skipped[HIDDEN] += 1
            elif path.is_dir():
                waiting.append(path)
            elif path.suffix.lower() != ".txt":
                skipped[NOT_TEXT] += 1
            else:
                yield path
