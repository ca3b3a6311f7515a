"""How does a page of text become an article: its story, headline, day and publisher?"""

from __future__ import annotations

import os
import re
from collections.abc import Collection, Sequence
from pathlib import Path

from kg.lexicon import Lexicon
from kg.model import Article
from kg.reading.dateline import Dateline, read_dateline
from kg.reading.dates import find_date
from kg.reading.decoding import Unreadable, load
from kg.reading.furniture import Furniture
from kg.reading.headline import NAME_WORDS
from kg.reading.judgement import Kind, judge
from kg.reading.layout import UNKNOWN, Layout, furniture_of, laid_out
from kg.reading.published import chosen
from kg.reading.repeats import once
from kg.reading.source import Known
from kg.reading.story import letters
from kg.reading.strand import Strand, join
from kg.values import Date

DATELINE_REACH = 3  # paragraphs of the story among which the dateline stands, a summary may come first
STAMPS_ABOVE = 20  # lines from the top among which a day is that of the story
_RIGHTS = re.compile(r"©|\(c\)|\bcopyright\b|\ball rights reserved\b", re.IGNORECASE)


def read_text(path: Path, lexicon: Lexicon) -> Article:
    """The story in a text file, by the rules for plain-text articles. Raises Unreadable for a file that holds no text or no story."""
    return compose(load(path), path, os.fsencode(path.stem).decode("utf-8", errors="replace"), lexicon)


def compose(
    original: str, path: Path | str, stem: str, lexicon: Lexicon, known: Known = UNKNOWN, headings: Collection[str] = ()
) -> Article:
    """The one story in a text: first line, headline, story amid its page. path: for messages; stem: the id, when known has none.

    known: goes before what the text says; a headline known stands above the story, and is no part of it where it comes again.
    headings: lines that are known to be subheadings, and stay where the story goes on below them.
    Paragraphs are parted by one blank line; every other character stands in the original, at the place its segment
    tells, except a space put in for other white space. Warnings (a bad date, odd characters) go to the log.
    Raises Unreadable for a text without a story.
    """
    return composed(laid_out(original, path, lexicon, known, headings), original, path, stem, lexicon, known)


def composed(layout: Layout, original: str, path: Path | str, stem: str, lexicon: Lexicon, known: Known) -> Article:
    """The story of a text that was laid out. Raises Unreadable for one without a story."""
    furniture = furniture_of(lexicon)
    stamped = _stamped(layout.blocks, furniture)
    day = known.published or layout.page.published or stamped or known.last
    kept, dateline = _without_dateline(list(layout.kept), furniture, lexicon, day.year if day else None)
    kept = once(kept)
    if not kept:
        why = "there is a headline, but no story below it" if layout.headline else "there is no story in it, only page furniture"
        raise Unreadable(path, why, "Check that the whole story was saved, in sentences.")
    text = join(kept, "\n\n")
    published, found_in = chosen(path, known, layout.page.published, dateline.published, layout.url, stamped)
    return Article(
        id=known.id or stem,
        text=text.text,
        headline=layout.headline,
        published=published,
        published_from=found_in,
        publisher=layout.publisher or dateline.agency or _site(layout.blocks, max(layout.at, 0), furniture),
        url=layout.url,
        place=dateline.place,
        original=original,
        segments=text.runs,
        author=known.author,
        language=known.language,
        released=dateline.released,
    )


def without_dateline(text: str, lexicon: Lexicon) -> tuple[str, str]:
    """A story in one paragraph without the dateline that opens it, and the place that this names, "" for none."""
    found = read_dateline(text, furniture_of(lexicon), lexicon, None)
    return (text[found.end :], found.place) if found is not None and found.end < len(text) else (text, "")


def _site(blocks: Sequence[Strand], at: int, furniture: Furniture) -> str:
    """The site's name, where it stands on a line of its own above the headline, and is a newspaper's or comes again in a line on rights."""
    above = (p.text for p in blocks[:at] if len(p.text.split()) <= NAME_WORDS and p.text.replace(" ", "").replace(".", "").isalpha())
    names = [name for name in above if judge(name, furniture) is Kind.TITLE]
    rights = " ".join(letters(p.text) for p in blocks[at:] if names and _RIGHTS.search(p.text))
    return next((n for n in names if letters(n) in rights or (n.istitle() and not furniture.papers.isdisjoint(n.casefold().split()))), "")


def _stamped(blocks: Sequence[Strand], furniture: Furniture) -> Date | None:
    """The day in a byline or time stamp near the top, or in a line that says when the story was published."""
    for i, paragraph in enumerate(blocks):
        text = paragraph.text
        if len(text) > 200 or (i >= STAMPS_ABOVE and not furniture.start.match(text)) or judge(text, furniture) is not Kind.LINE:
            continue
        if found := find_date(text, furniture.months):
            return found
    return None


def _without_dateline(kept: list[Strand], furniture: Furniture, lexicon: Lexicon, year: int | None) -> tuple[list[Strand], Dateline]:
    for i, paragraph in enumerate(kept[:DATELINE_REACH]):
        found = read_dateline(paragraph.text, furniture, lexicon, year)
        if found and found.end < len(paragraph.text):
            lead = paragraph.cut(found.end)
            others = [p for j, p in enumerate(kept) if j != i and letters(p.text) != letters(lead.text)]
            return [*others[:i], lead, *others[i:]] if len(others) == len(kept) - 1 else [lead, *others], found
    return kept, Dateline("", "", None, 0)
