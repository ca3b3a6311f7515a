"""Which lines of a page belong to one paragraph?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from kg.reading.strand import Strand, join

WRAP_WIDEST = 100  # mail, wires and terminals break at 65 to 80 columns; a longer line is a paragraph of its own
WRAP_NARROWEST = 50  # below this, lines that seem to be filled are lists of names and titles
CONTINUED_SHARE = 0.4  # of the lines after the first of a wrapped paragraph, most begin inside a sentence, with a small letter
BROKEN = 30  # a shorter line before one with a small letter is a heading or a link rather than a broken sentence

TERMINAL = re.compile(r"[.!?…。؟۔:]['\"”’»)\]]*$")
_GLUED = re.compile(r"""(?<=[\w)%"”][.!?])(["”’]?)(?=["“]?[A-Z][a-z]*[ ,'’-])|(?<=[.!?]["”])(?=["“]?[A-Z][a-z]*[ ,'’-])""")
_GLUED_ITEM = re.compile(r"(?<=[.;:!?]) (?=[•▪‣►] ?\w)")
_CAPTION_GLUED = re.compile(r"^[^.!?]{5,250}\([^().]{3,60}\)(?=[A-Z]\w)")
_BRACKETED = re.compile(r"\([^()]*\)$")
_ITEM = re.compile(r"(?:[-–—*•·▪‣►]|\(?\d{1,2}[.)]) ")
_LAST_WORD = re.compile(r"([^\W_]+)[.!?][\"”’]?$")
_NEXT_WORD = re.compile(r"[\"“]?(\w+)")
SHORT_NAME = 4  # "Capt.Smith", "Corp.": a capitalised word as short as this may be abbreviated


def paragraphs(lines: list[tuple[Strand, bool]], prose_words: frozenset[str]) -> Iterator[Strand]:
    """Paragraphs in order, from lines and whether each is indented.

    Lines broken at a column are joined by a space; lines that are whole paragraphs stay apart; sentences that a lost
    line break has glued together ("in Poland.The deal") are parted. The first line, the headline, stays alone.
    """
    block: list[tuple[Strand, bool]] = []
    first = True
    for line, indented in [*lines, (Strand("", ()), False)]:
        if line.text:
            block.append((line, indented))
            continue
        if block and first:
            lead = _headline_lines(block)
            yield join((s for s, _ in block[:lead]), " ")
            block, first = block[lead:], False
        for part in _by_indent(block):
            for paragraph in _joined(part):
                yield from _parted(paragraph, prose_words)
        block = []


def _by_indent(block: list[tuple[Strand, bool]]) -> Iterator[list[tuple[Strand, bool]]]:
    """The block parted before each indented line, where indents mark paragraphs: each is then wrapped or not by its own lines."""
    part: list[tuple[Strand, bool]] = []
    parts = not all(indented for _, indented in block)
    for line, indented in block:
        if part and indented and parts:
            yield part
            part = []
        part.append((line, indented))
    if part:
        yield part


def _headline_lines(block: list[tuple[Strand, bool]]) -> int:
    """How many lines of the first block are the headline: more than one only when it is broken within a phrase."""
    if 1 < len(block) <= 3 and all(s.text[0].islower() and not TERMINAL.search(s.text) for s, _ in block[1:]):
        return len(block)
    return 1


def _joined(block: list[tuple[Strand, bool]]) -> Iterator[Strand]:
    texts = [s.text for s, _ in block]
    wrapped = _is_wrapped(texts)
    widest = max(map(len, texts), default=0)
    held: list[Strand] = []
    for line, indented in block:
        if held and not _continues(held[-1].text, line.text, widest if wrapped else None, indented):
            yield join(held, " ")
            held = []
        held.append(line)
    if held:
        yield join(held, " ")


def _is_wrapped(texts: list[str]) -> bool:
    """Whether lines were broken where the next word did not fit: all of them, or most of them inside sentences."""
    widest = max(map(len, texts), default=0)
    if len(texts) < 2 or not WRAP_NARROWEST <= widest <= WRAP_WIDEST:
        return False
    inside = sum(not t[0].isupper() and not _ITEM.match(t) for t in texts[1:])
    if inside >= CONTINUED_SHARE * (len(texts) - 1):
        return True
    full = all(_is_full(a, b, widest) for a, b in pairwise(texts))
    return full and bool(TERMINAL.search(texts[-1])) and not all(TERMINAL.search(t) for t in texts)


def _is_full(line: str, following: str, width: int) -> bool:
    """Whether the first word of the following line would not have fitted."""
    return len(line) + 1 + len(following.split(" ", 1)[0]) > width


def _continues(before: str, line: str, width: int | None, indented: bool) -> bool:
    """Whether a line goes on with the paragraph of the line before. width: of the widest line, None when unwrapped."""
    if _ITEM.match(line) or _BRACKETED.match(before):
        return False
    if width is not None:
        return not indented and _is_full(before, line, width)
    return line[0].islower() and len(before) >= BROKEN and not TERMINAL.search(before)


def _parted(paragraph: Strand, prose_words: frozenset[str]) -> Iterator[Strand]:
    text = paragraph.text
    start = 0
    caption = _CAPTION_GLUED.match(text)
    if caption:
        yield paragraph.cut(0, caption.end())
        start = caption.end()
    breaks = [f.end() for f in _GLUED_ITEM.finditer(text, start)]
    for found in _GLUED.finditer(text, start):
        end = found.end()
        if _is_sentence_break(text[max(start, end - 40) : end], text[end : end + 40], prose_words):
            breaks.append(end)
    for end in sorted(breaks):
        yield paragraph.cut(start, end)
        start = end
    yield paragraph.cut(start)


def _is_sentence_break(before: str, after: str, prose_words: frozenset[str]) -> bool:
    """Whether glued text ends a sentence, and is no abbreviation or address ("Capt.Smith", "Booking.Com")."""
    last, following = _LAST_WORD.search(before), _NEXT_WORD.match(after)
    if following and following.group(1).casefold() in prose_words:
        return True
    if last is None:
        return True
    word = last.group(1)
    return len(word) > SHORT_NAME if word[0].isupper() else len(word) > 2 and following is not None and len(following.group(1)) > SHORT_NAME
