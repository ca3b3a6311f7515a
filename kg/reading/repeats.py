"""Which paragraphs of a story say again what another says?"""

from __future__ import annotations

from collections.abc import Sequence

from kg.reading.story import letters
from kg.reading.strand import Strand

REPEATED = 25  # letters from which two equal paragraphs are no chance; "He declined to comment." may come twice
SEARCHED = 100_000  # letters of a long story; in a longer text only the top is searched
SUMMARY_REACH = 5  # paragraphs at the top among which a summary may repeat the lead, whole or cut off


def once(kept: Sequence[Strand]) -> list[Strand]:
    """The paragraphs without those that repeat another, or are contained in another (a summary, a quotation set large)."""
    seen: set[str] = set()
    result: list[Strand] = []
    keys = [letters(p.text) for p in kept]
    everything = " ".join(keys) if sum(map(len, keys)) <= SEARCHED else " ".join(keys[:SUMMARY_REACH])
    for paragraph, key in zip(kept, keys, strict=True):
        if len(key) >= REPEATED and (key in seen or _is_contained(key, keys, everything)):
            continue
        seen.add(key)
        result.append(paragraph)
    return result


def _is_contained(key: str, keys: Sequence[str], everything: str) -> bool:
    """Whether a longer paragraph says the same words and more."""
    return everything.count(key) > 1 and any(key in other and len(other) > len(key) for other in keys)
