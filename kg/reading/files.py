"""Which files do the named files and folders hold?"""

from __future__ import annotations

import logging
import os
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from kg.reading.forms import ENDINGS

log = logging.getLogger("kg.reading")

UNKNOWN_FORM = "of a kind that is not read"
LONGEST_ENDING = 8  # characters; a longer one is no ending of a kind of file
PARTS = "part of a saved page"
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

    A folder is walked with all its folders; hidden files and folders, files whose ending is of a kind that is not read,
    and the folders in which browsers keep the parts of a saved page are passed over.
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
    """Files of known forms below a folder; the folders still to open are kept in a list, so that depth costs no stack."""
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
                if _is_of_page(name, names):
                    skipped[PARTS] += 1
                else:
                    waiting.append(path)
            elif path.suffix.lower() not in ENDINGS:
                skipped[_unknown(path.suffix.lower())] += 1
            else:
                yield path


def _unknown(ending: str) -> str:
    """The reason for passing over a file, with its ending where that is one."""
    return f"{UNKNOWN_FORM} ({ending})" if 1 < len(ending) <= LONGEST_ENDING and ending[1:].isalnum() else UNKNOWN_FORM


def _is_of_page(folder: str, names: Sequence[str]) -> bool:
    """Whether a browser made a folder for a page saved beside it ("Story_files" for "Story.html")."""
    page = folder.removesuffix("_files")
    return page != folder and not {f"{page}.html", f"{page}.htm"}.isdisjoint(names)
