"""Which paragraphs of a story say again what another says?"""

from __future__ import annotations

from collections.abc import Sequence

from kg.reading.story import letters
from kg.reading.strand import Strand

REPEATED = 25  # letters from which two equal paragraphs are no chance; "He declined to comment." may come twice
SUMMARY_REACH = 5  # paragraphs at the top among which a summary may repeat the lead, whole or cut off


def once(kept: Sequence[Strand]) -> list[Strand]:
    """The paragraphs without those that repeat another, or that are contained in another at the top."""
    seen: set[str] = set()
    result: list[Strand] = []
    top = [letters(p.text) for p in kept[:SUMMARY_REACH]]
    for i, paragraph in enumerate(kept):
        key = letters(paragraph.text)
        contained = i < SUMMARY_REACH and any(key in other for j, other in enumerate(top) if j != i and len(other) > len(key))
        if len(key) >= REPEATED and (key in seen or contained):
            continue
        seen.add(key)
        result.append(paragraph)
    return result
