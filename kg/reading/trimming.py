"""Which words of a paragraph come from the newsroom or an advertising slot, and are cut out of it?"""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.reading.furniture import Furniture
from kg.reading.judgement import Kind, judge
from kg.reading.strand import Strand, join

OPENERS = (Kind.SECTION, Kind.INLINE, Kind.CLOSE, Kind.END)  # tell what the paragraphs after them are
CLOSING = ".,;:!?)”"
_MAIL = re.compile(r"(?:^|(?<=[.!?”\"]))\s*[(\[]?[\w.+-]+@[\w.-]+\.\w+[)\]]?\s*(?:\(END\))?\s*$|\s*\(END\)\s*$")
_SENDER = re.compile(r"(?<=[.!?”\"])\s*[-–—(]{1,3}\s*([A-Za-z][\w /-]*?)\)?$")


def trimmed(kept: Sequence[Strand], furniture: Furniture) -> list[Strand]:
    """The paragraphs without advertising slots, each cut where credits, addresses and notes of the newsroom begin."""
    result = []
    for paragraph in (_without_inserts(p, furniture) for p in kept):
        found = furniture.tail.search(paragraph.text)
        cut = paragraph.cut(0, found.start()) if found else paragraph
        sender = _SENDER.search(cut.text, max(0, len(cut.text) - 60))
        if sender and all(part.casefold() in furniture.agencies for part in sender[1].split("/")):
            cut = cut.cut(0, sender.start())
        mail = _MAIL.search(cut.text, max(0, len(cut.text) - 200))
        cut = cut.cut(0, mail.start()) if mail else cut
        if cut.text or judge(paragraph.text, furniture) in OPENERS:
            result.append(cut if cut.text else paragraph)
    return result


def _without_inserts(paragraph: Strand, furniture: Furniture) -> Strand:
    """A paragraph without the words of advertising slots in its middle; one that is nothing else stays, to be judged."""
    parts = []
    start = 0
    for found in furniture.insert.finditer(paragraph.text):
        parts.append(paragraph.cut(start, found.start()))
        start = found.end()
    parts = [p for p in (*parts, paragraph.cut(start)) if p.text]
    if not start or not parts:
        return paragraph
    whole = parts[0]
    for part in parts[1:]:
        whole = join((whole, part), "" if part.text[0] in CLOSING else " ")
    return whole
