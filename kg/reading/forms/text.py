"""How does a plain text become an article?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.model import Article
from kg.reading.article import compose
from kg.reading.decoding import decode
from kg.reading.forms.fields import names_of, plain, value_of
from kg.reading.forms.html import both
from kg.reading.forms.mending import mended
from kg.reading.forms.records import known_of_record
from kg.reading.limits import content
from kg.reading.source import Desk, Known, Source

_FRONT = re.compile(r"\s*---[ \t]*\r?\n(?P<fields>(?:[A-Za-z][\w -]{0,30}:[^\n]*\n|[ \t-][^\n]*\n){1,40})---[ \t]*(?:\r?\n|$)")


def read_text(source: Source, desk: Desk) -> Iterator[Article]:
    """The story of a text as it was saved, by the rules for plain-text articles: one file, one article."""
    original = mended(decode(content(source.stream, source.name), source.name, source.charset))
    stated = _FRONT.match(original)
    known = both(source.known, _known(stated["fields"], desk)) if stated else source.known
    yield compose(original[stated.end() :] if stated else original, source.name, source.stem, desk.lexicon, known)


def _known(fields: str, desk: Desk) -> Known:
    """What the lines "name: value" above a text state, as blogs and archives in Markdown have them."""
    record = {plain(name): value.strip(" \t\"'") for name, _, value in (line.partition(":") for line in fields.splitlines())}
    return known_of_record(lambda field: value_of(record, field, names_of(desk.lexicon), {}), desk)
