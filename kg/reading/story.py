"""Which paragraphs of a page are the story, by what stands before and after them?"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from kg.reading.furniture import Furniture
from kg.reading.judgement import Kind, bullet_end, is_continuation, judge
from kg.reading.strand import Strand

SAID = (Kind.PROSE, Kind.SENTENCE)
TITLES = (Kind.TITLE, Kind.SENTENCE)
ITEMS = (Kind.BULLET, Kind.TITLE)
STORY_BEGUN = 2  # kept paragraphs after which a closing heading ("Comments") closes the story
BIO_CHARACTERS = 450
STRANGE = (
    3  # paragraphs from which a block that is mostly titles and links is a box beside the story, where that stands in paragraphs apart
)
CLOSE = 2  # entries without an empty line between them after which a list of other stories ends at the next empty line
CAPTION = 100  # characters from which a caption says enough to stand for a story, where there is nothing else
_NAME = re.compile(r"[A-ZÀ-Þ][\w'’-]{2,}")
_LONG_WORD = re.compile(r"[^\W\d_]{5,}")
_PERSON_IS = re.compile(r"^(?:\W|by )?(?:[A-ZÀ-Þ][\w.'’-]*\s+){1,4}(?:is|was|are|covers|reports|writes|has (?:covered|reported|written))\b")
_ASIDE = re.compile(r"\([^()]*\)$")
_LETTERS = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class _Place:
    """Whether a paragraph opens its block, is alone in it, and whether the block is mostly no prose."""

    opens: bool
    alone: bool
    strange: bool


def story(
    paragraphs: Sequence[Strand],
    headline: str,
    furniture: Furniture,
    *,
    apart: Sequence[bool] = (),
    headings: Collection[str] = (),
) -> list[Strand]:
    """The paragraphs of the story, in order, each once, without bylines, captions, lists of other stories and the like.

    apart: for each whether an empty line stands before it; () where that tells nothing. headings: texts that a page marks as
    headings within its story; one stays where the story goes on below it.
    """
    kinds = [judge(p.text, furniture) for p in paragraphs]
    blocks = list(_blocks(kinds, apart or [True] * len(kinds)))
    kept: list[Strand] = []
    names = set(_names(headline, furniture))
    words = set(_words(headline, furniture))
    section: Kind | None = None
    heading: Strand | None = None
    opener = entries = alone = 0
    for at, (paragraph, kind, block) in enumerate(zip(paragraphs, kinds, blocks, strict=True)):
        if kind is Kind.END and len(kept) >= STORY_BEGUN:
            break
        entries += section is not None and not block.opens
        if kind is Kind.CLOSE:
            section = None
        elif kind in (Kind.SECTION, Kind.INLINE):
            section, entries = (kind if section is not Kind.SECTION else section), 0
        elif paragraph.text in headings and kind in TITLES and section is None and kept:
            heading = paragraph
        elif kind in SAID:
            tied = not kept or not words.isdisjoint(_words(paragraph.text, furniture))
            over = section in (None, Kind.INLINE) or (block.opens and entries >= CLOSE and kind is Kind.PROSE and tied)
            if (over or _resumes(at, paragraphs, kinds, names if kept else None)) and (
                tied or not (_ASIDE.match(paragraph.text) or (block.strange and alone >= STORY_BEGUN))
            ):
                section = None
                kept.extend([heading, paragraph] if heading else [paragraph])
                heading = None
                alone += block.alone
                names.update(_names(paragraph.text, furniture))
                words.update(_words(paragraph.text, furniture))
        elif kind in ITEMS and section is None and _lists(paragraphs[opener].text, kinds[opener], paragraph.text, kind):
            kept.append(paragraph.cut(bullet_end(paragraph.text)))
        opener = opener if kind in ITEMS else at
    captions = [p for p, kind in zip(paragraphs, kinds, strict=True) if kind is Kind.CREDIT and len(p.text) > CAPTION]
    return _without_bios(kept, furniture) or captions


def _blocks(kinds: Sequence[Kind], apart: Sequence[bool]) -> Iterator[_Place]:
    """The place of each paragraph among those without an empty line between them."""
    start = 0
    while start < len(kinds):
        end = next((i for i in range(start + 1, len(kinds)) if apart[i]), len(kinds))
        said = sum(kind in SAID for kind in kinds[start:end])
        strange = end - start >= STRANGE and 2 * said < end - start
        for at in range(start, end):
            yield _Place(at == start, end - start == 1, strange)
        start = end


def _words(text: str, furniture: Furniture) -> Iterable[str]:
    """The words of some length in a text, small letters."""
    return (w for w in map(str.casefold, _LONG_WORD.findall(text)) if w not in furniture.prose)


def _names(text: str, furniture: Furniture) -> Iterable[str]:
    return (n for n in _NAME.findall(text) if n.casefold() not in furniture.common)


def _resumes(at: int, paragraphs: Sequence[Strand], kinds: Sequence[Kind], names: set[str] | None) -> bool:
    """Whether the story goes on after a list of others, and this is no summary of one of them.

    names: of the story so far, None before it has begun. Prose goes on with it that opens like a continuation or shares
    a name, itself or its next paragraph; under a title of its own and above another, only the first counts.
    """
    if kinds[at] is not Kind.PROSE and not paragraphs[at].text.endswith((".", '."', ".”")):
        return False
    following = paragraphs[at + 1].text if at + 1 < len(kinds) and kinds[at + 1] in SAID else ""
    if is_continuation(paragraphs[at].text):
        return True
    if kinds[at - 1] is Kind.TITLE and not following:
        return False
    return names is None or not names.isdisjoint(_NAME.findall(f"{paragraphs[at].text} {following}"))


def _lists(opener: str, opened: Kind, text: str, kind: Kind) -> bool:
    """Whether an item belongs to a list that the story opens with a colon, or is, with its sign, a sentence."""
    listed = opened in SAID and opener.endswith(":")
    return listed or (kind is Kind.BULLET and text.endswith((".", "!", "?", ";", "”", '"')))


def _without_bios(kept: list[Strand], furniture: Furniture) -> list[Strand]:
    """Leave out closing paragraphs that say who the writer is: a name of no one in the story, with a journalist's job."""
    while len(kept) > 1 and _is_bio(kept[-1].text, [p.text for p in kept[:-1]], furniture):
        kept = kept[:-1]
    return kept


def _is_bio(text: str, before: Sequence[str], furniture: Furniture) -> bool:
    if len(text) > BIO_CHARACTERS:
        return False
    if furniture.bios.match(text):
        return True
    found = _PERSON_IS.match(text)
    if not found or not furniture.bios.search(text, 0, found.end() + 100):
        return False
    surname = _NAME.findall(found.group())
    return bool(surname) and not any(surname[-1] in p for p in before)


def letters(text: str) -> str:
    """Only the letters and digits of a text, small: two texts with the same letters say the same words."""
    return _LETTERS.sub("", text.casefold())
