"""What do the project's own passages mark? Text and spans out of `[LABEL|words]`, and copies of them with other names."""

from __future__ import annotations

import random
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

MARK = re.compile(r"\[([A-Z]+)\|([^\[\]|]+)\]")
DEV_EVERY = 10
SWAPPED = ("GPE", "ORG", "PERSON", "SYSTEM")
SWAP_CHANCE = 0.6


@dataclass(frozen=True, slots=True)
class Marked:
    """A text with names in it.

    spans: (start, end, label) in characters, sorted, not overlapping. unknown: (start, end) where nothing is known
    about names; outside both, there is no name.
    """

    text: str
    spans: tuple[tuple[int, int, str], ...]
    unknown: tuple[tuple[int, int], ...] = ()


def read_passages(folder: Path, dev: bool) -> Iterator[Marked]:
    """The passages of all *.txt files in folder: every tenth line of a file if dev, else the other nine."""
    for path in sorted(folder.glob("*.txt")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
            if line.strip() and (number % DEV_EVERY == 0) == dev:
                yield parse_passage(line)


def parse_passage(line: str) -> Marked:
    """One passage without its marks, and where they stood."""
    return _assemble(m for m in _pieces(line))


def named(passage: Marked) -> Marked:
    """The passage without bodies that have no name ("the defence ministry"): they are marked, but are not what we look for."""
    text = passage.text
    return Marked(text, tuple(s for s in passage.spans if s[2] == "TITLE" or text[s[0] : s[1]] != text[s[0] : s[1]].lower()))


def _pieces(line: str) -> Iterator[tuple[str, str]]:
    """(text, label) runs of a marked line; label "" outside marks."""
    at = 0
    for match in MARK.finditer(line):
        yield line[at : match.start()], ""
        yield match.group(2), match.group(1)
        at = match.end()
    yield line[at:], ""


def _assemble(pieces: Iterable[tuple[str, str]]) -> Marked:
    text, spans = "", list[tuple[int, int, str]]()
    for words, label in pieces:
        if label:
            spans.append((len(text), len(text) + len(words), label))
        text += words
    return Marked(text, tuple(spans))


def name_pool(passages: Iterable[Marked]) -> dict[str, list[str]]:
    """Every name of the labels that may be swapped, sorted; persons with at least two words."""
    pool: dict[str, set[str]] = {label: set() for label in SWAPPED}
    for passage in passages:
        for start, end, label in passage.spans:
            name = passage.text[start:end]
            if label in pool and (label != "PERSON" or " " in name) and not name.islower():
                pool[label].add(name)
    return {label: sorted(names) for label, names in pool.items()}


def swap_names(passage: Marked, pool: dict[str, list[str]], rng: random.Random) -> Marked:
    """The passage with some of its names replaced by others of the same label, each name the same way throughout.

    A surname standing alone follows its full name: "Anna Berg ... Berg" becomes "Ivo Maric ... Maric".
    """
    swaps: dict[str, str] = {}
    pieces = list(_cut(passage))
    for name, label in pieces:
        if label in pool and name not in swaps and rng.random() < SWAP_CHANCE and not name.islower():
            if label == "PERSON" and " " not in name:
                continue
            other = rng.choice(pool[label])
            swaps[name] = other.upper() if name.isupper() and label == "GPE" else other
            if label == "PERSON":
                swaps.setdefault(name.split()[-1], other.split()[-1])
                swaps.setdefault(name.split()[0], other.split()[0])
    return _assemble((swaps.get(name, name) if label in pool else name, label) for name, label in pieces)


def _cut(passage: Marked) -> Iterator[tuple[str, str]]:
    at = 0
    for start, end, label in passage.spans:
        yield passage.text[at:start], ""
        yield passage.text[start:end], label
        at = end
    yield passage.text[at:], ""
