"""Where in the original does each character of a cleaned stretch of text come from?"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kg.model import Segment

# Controls, format characters (soft hyphen, zero-width, direction marks, tags) and noncharacters: they carry no word.
_INVISIBLE = (
    "\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u0600-\u0605\u061c\u06dd\u070f\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f"
    "\ufeff\ufff9-\ufffb\ufffe\uffff\ud800-\udfff\U000e0000-\U000e007f"
)
_ODD = re.compile(rf"(?:  |[^\S ]|[{_INVISIBLE}])[\s{_INVISIBLE}]*")
_BREAK = "(?:\r\n|[\n\r\x0b\x0c\x85\u2028\u2029])"
_BREAKS = re.compile(rf"({_BREAK})(?:[ \t]*{_BREAK})*")


@dataclass(frozen=True, slots=True)
class Strand:
    """Cleaned text with its runs: segments whose characters stand in the original; the rest was put in."""

    text: str
    runs: tuple[Segment, ...]

    def cut(self, start: int, end: int | None = None) -> Strand:
        """The strand from start to end, without white space at its ends."""
        end = len(self.text) if end is None else end
        while start < end and self.text[start].isspace():
            start += 1
        while end > start and self.text[end - 1].isspace():
            end -= 1
        runs = []
        for run in self.runs:
            first, last = max(run.start, start), min(run.start + run.length, end)
            if first < last:
                runs.append(Segment(first - start, run.original + first - run.start, last - first))
        return Strand(self.text[start:end], tuple(runs))

    @property
    def offset(self) -> int:
        """Where it begins in the original, -1 when it is empty."""
        return self.runs[0].original if self.runs else -1


def strands(original: str) -> Iterator[tuple[Strand, bool]]:
    """The lines of a text, cleaned, each with whether it was indented; one empty strand for any number of empty lines.

    Invisible characters go; any white space between two words becomes one plain space.
    """
    start = 0
    for found in _BREAKS.finditer(original):
        yield _line(original, start, found.start())
        if found.end() > found.end(1):
            yield Strand("", ()), False
        start = found.end()
    yield _line(original, start, len(original))


def _line(original: str, start: int, end: int) -> tuple[Strand, bool]:
    pieces: list[str] = []
    runs: list[Segment] = []
    at = 0
    position = start
    while position < end:
        odd = _ODD.search(original, position, end)
        stop, resume = (odd.start(), odd.end()) if odd else (end, end)
        if stop > position:
            pieces.append(original[position:stop])
            runs.append(Segment(at, position, stop - position))
            at += stop - position
        if odd and pieces and not pieces[-1].endswith(" ") and any(c.isspace() for c in odd.group()):
            pieces.append(" ")
            at += 1
        position = resume
    indented = end - start > 2 and original[start : start + 2].isspace()
    return Strand("".join(pieces), tuple(runs)).cut(0), indented


def join(parts: Iterable[Strand], between: str) -> Strand:
    """The parts one after the other with the same text, of no origin, between them."""
    texts: list[str] = []
    runs: list[Segment] = []
    at = 0
    for part in parts:
        if texts:
            at += len(between)
        texts.append(part.text)
        runs.extend(Segment(run.start + at, run.original, run.length) for run in part.runs)
        at += len(part.text)
    return Strand(between.join(texts), _merged(runs))


def _merged(runs: list[Segment]) -> tuple[Segment, ...]:
    """Neighbouring runs without a gap on either side made one."""
    merged: list[Segment] = []
    for run in runs:
        last = merged[-1] if merged else None
        if last and last.start + last.length == run.start and last.original + last.length == run.original:
            merged[-1] = Segment(last.start, last.original, last.length + run.length)
        else:
            merged.append(run)
    return tuple(merged)
