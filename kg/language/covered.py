"""Which characters of a text are already spoken for?"""

from __future__ import annotations

from collections.abc import Iterable


class Covered:
    """Spans of a text, asked in time that depends only on the span asked about, however many there are."""

    def __init__(self, length: int, spans: Iterable[tuple[int, int]]) -> None:
        """length: of the text, in characters. spans: half-open, in any order, also overlapping."""
        self._marks = bytearray(length)
        for start, end in spans:
            self._marks[start:end] = b"\1" * (min(end, length) - start)

    def touches(self, start: int, end: int) -> bool:
        """Whether any character of the span is covered."""
        return any(self._marks[start:end])

    def holds(self, start: int, end: int) -> bool:
        """Whether all of the span is covered."""
        return all(self._marks[start:end])
