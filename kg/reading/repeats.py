"""Which paragraphs of a story say again what another says, and where do they end in a note of the newsroom?"""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.reading.furniture import Furniture
from kg.reading.story import letters
from kg.reading.strand import Strand

REPEATED = 25  # letters from which two equal paragraphs are no chance; "He declined to comment." may come twice
SUMMARY_REACH = 5  # paragraphs at the top among which a summary may repeat the lead, whole or cut off
_MAIL = re.compile(r"\s*[(\[]?\S+@[\w.-]+\.\w+[)\]]?\s*(?:\(END\))?\s*$|\s*\(END\)\s*$")

_SENDER = re.compile(r"(?<=[.!?”\"])\s*[-–—(]{1,3}\s*([A-Za-z][\w /-]*?)\)?$")


def once(kept: Sequence[Strand], furniture: Furniture) -> list[Strand]:
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


def without_tails(kept: Sequence[Strand], furniture: Furniture) -> list[Strand]:
    """The paragraphs cut where credits, addresses and notes on the making of the text begin."""
    result = []
    for paragraph in kept:
        found = furniture.tail.search(paragraph.text)
        cut = paragraph.cut(0, found.start()) if found else paragraph
        sender = _SENDER.search(cut.text, max(0, len(cut.text) - 60))
        if sender and all(part.casefold() in furniture.agencies for part in sender[1].split("/")):
            cut = cut.cut(0, sender.start())
        mail = _MAIL.search(cut.text, max(0, len(cut.text) - 200))
        cut = cut.cut(0, mail.start()) if mail else cut
        if cut.text:
            result.append(cut)
    return result
