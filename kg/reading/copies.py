"""Do two articles tell one story in nearly the same words: a syndicated copy, an update, the same text on two sites?"""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator

from rensa import RMinHash

WORDS = 4  # in a shingle
SEED = 42  # of the hashes; any number does, but always the same
BANDS, ROWS = 20, 6  # finds 92 of 100 pairs that share 0.7 of their shingles, and one in 80 of those that share 0.3
SAME = 0.6  # share of common shingles from which it is one story; follow-ups that repeat the background share 0.1 to 0.4
FEWEST = 25  # shingles; shorter texts of one template ("X won the toss") are alike without being one story
READ = 20_000  # characters
_WORD = re.compile(r"\w+")


def shingles(text: str) -> frozenset[str]:
    """All runs of four words in a text, small letters."""
    words = _WORD.findall(text[:READ].casefold())
    return frozenset(" ".join(words[i : i + WORDS]) for i in range(len(words) - WORDS + 1))


def bands(text: str) -> Iterator[bytes]:
    """Keys of which two texts that are nearly the same have at least one in common; none for a short text."""
    found = shingles(text)
    if len(found) < FEWEST:
        return
    sketch = RMinHash(num_perm=BANDS * ROWS, seed=SEED)
    sketch.update(sorted(found))
    hashes = sketch.digest()
    for band in range(BANDS):
        yield struct.pack(f"<B{ROWS}Q", band, *hashes[band * ROWS : (band + 1) * ROWS])


def same_story(a: str, b: str) -> bool:
    """Whether two texts share most of their shingles."""
    first, second = shingles(a), shingles(b)
    return len(first & second) >= SAME * len(first | second)
