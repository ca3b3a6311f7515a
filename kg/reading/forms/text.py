"""How does a plain text become an article?"""

from __future__ import annotations

from collections.abc import Iterator

import ftfy
from ftfy.badness import is_bad

from kg.model import Article
from kg.reading.decoding import decode
from kg.reading.items import stories
from kg.reading.limits import content
from kg.reading.source import Desk, Source

MENDER = ftfy.TextFixerConfig(
    uncurl_quotes=False,
    fix_latin_ligatures=False,
    fix_character_width=False,
    unescape_html=False,
    normalization=None,
    fix_line_breaks=False,
)


def read_text(source: Source, desk: Desk) -> Iterator[Article]:
    """The story of a text as it was saved, by the rules for plain-text articles; of a digest each."""
    original = mended(decode(content(source.stream, source.name), source.name, source.charset))
    yield from stories(original, source.name, source.stem, desk.lexicon, source.known)


def mended(text: str) -> str:
    """The text with its characters put right where UTF-8 was once read as something else ("â€œ"); others are left alone."""
    return ftfy.fix_encoding(text, MENDER) if is_bad(text) else text
