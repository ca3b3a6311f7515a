"""Which pages does a WARC file hold, as crawlers and Common Crawl write it?

Read by warcio: fastwarc is twice as fast, but ends the whole program on a stream that cannot be wound back, as those out of archives.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import redirect_stderr
from dataclasses import replace
from typing import Any

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed

from kg.reading.decoding import Unreadable
from kg.reading.forms.fields import usable_id
from kg.reading.forms.html import LARGEST_PAGE
from kg.reading.limits import stream_of
from kg.reading.published import stated_day
from kg.reading.source import Desk, Known, NotWanted, Source

PAGES = ("text/html", "application/xhtml+xml", "text/plain")
WITH_PAGES = ("response", "resource", "conversion")
BROKEN = (ArchiveLoadFailed, EOFError, ValueError, OSError, AttributeError, KeyError, TypeError)  # what it raises for broken headers


def read_warc(source: Source, desk: Desk) -> Iterator[Source | Unreadable]:
    """The pages of a crawl, each with its address and the day it was fetched; a file that was cut off gives what is whole."""
    number = 0
    try:
        for record in _records(source):
            if record.rec_type in WITH_PAGES:
                number += 1
                yield _page(record, number, source)
    except BROKEN as error:
        yield Unreadable(source.name, f"it breaks off or is damaged after {number} pages ({str(error)[:100]})", "Fetch the file again.")
        return
    if not number:
        raise Unreadable(source.name, "there is no page in it", "Check that it is a WARC file with responses.")


def _records(source: Source) -> Iterator[Any]:
    """The records of a file, without what the library writes about broken ones to standard error."""
    silent = io.StringIO()
    with redirect_stderr(silent):
        records = iter(ArchiveIterator(source.stream))
    while True:
        with redirect_stderr(silent):
            record = next(records, None)
        if record is None:
            return
        yield record
        silent.truncate(0)


def _page(record: Any, number: int, source: Source) -> Source | Unreadable:
    name = f"{source.name}:{number}"
    status = record.http_headers.get_statuscode() if record.http_headers and record.rec_type == "response" else "200"
    if status != "200":
        return NotWanted(name, f"an answer other than a page (HTTP {''.join(filter(str.isalnum, str(status)))[:5]})", "")
    stated = _header(record, "WARC-Identified-Payload-Type") or _http(record, "Content-Type") or _header(record, "Content-Type")
    kind = stated.split(";")[0].strip().lower()
    if kind not in PAGES:
        return NotWanted(name, f"not a page but {kind[:60] or 'of no stated kind'}", "")
    page = record.content_stream().read(LARGEST_PAGE + 1)
    if len(page) > LARGEST_PAGE:
        return Unreadable(name, f"the page has more than {LARGEST_PAGE:,} bytes", "No story is that long; leave it out.")
    if _is_cut_off(record):
        return Unreadable(name, "the page breaks off", "Fetch the file again.")
    day = stated_day(_header(record, "WARC-Date"), {"january": 1})
    _, _, charset = _http(record, "Content-Type").lower().partition("charset=")
    known = Known(
        id=usable_id(_header(record, "WARC-Record-ID").removeprefix("urn:uuid:")),
        url=_header(record, "WARC-Target-URI"),
        last=day,
        last_from="crawl date" if day else "",
    )
    ending = ".txt" if kind == "text/plain" else ".html"
    inner = replace(source, name=name, stem=f"{source.stem}-{number}", ending=ending, stream=stream_of(page), size=len(page))
    return replace(inner, depth=source.depth + 1, known=known, charset=charset.split(";")[0].strip(" \"'"))


def _is_cut_off(record: Any) -> bool:
    """Whether the file ended before the record did."""
    record.raw_stream.read()
    return bool(getattr(record.raw_stream, "limit", 0))


def _header(record: Any, name: str) -> str:
    return str(record.rec_headers.get_header(name) or "").strip("<> \t")


def _http(record: Any, name: str) -> str:
    return str(record.http_headers.get_header(name) or "") if record.http_headers else ""
