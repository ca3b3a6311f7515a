"""How does a saved mail, or a page saved as one file (MHTML), become an article?"""

from __future__ import annotations

import email
import email.header
import email.message
import email.policy
import re
from collections.abc import Iterator
from dataclasses import replace
from email.utils import parseaddr

from kg.model import Article
from kg.reading.decoding import Unreadable, decode
from kg.reading.forms.html import both, stories_of
from kg.reading.forms.markup import text_of
from kg.reading.forms.mending import mended
from kg.reading.items import stories
from kg.reading.layout import furniture_of
from kg.reading.limits import content
from kg.reading.published import stated_day
from kg.reading.source import Desk, Known, Source

DEEPEST_PART = 20  # parts within parts; a forwarded newsletter has four or five
MOST_PARTS = 500
NO_TEXT = "Save the mail with its text, not only with its attachments."
_FORWARDED = re.compile(r"^(?:(?:fwd?|re|aw|wg|tr)\s*:\s*)+|^\[[^\]]{1,40}\]\s*", re.IGNORECASE)


def read_mail(source: Source, desk: Desk) -> Iterator[Article]:
    """The story of a mail, or each of those of a newsletter: its text where that has one, else its HTML. Attachments are left alone."""
    raw = content(source.stream, source.name)
    if raw.count(b"multipart/") > DEEPEST_PART:
        raise Unreadable(source.name, f"more than {DEEPEST_PART} parts stand inside each other", "No mail is built so; leave it out.")
    message = email.message_from_bytes(raw.lstrip(), policy=email.policy.compat32)
    known = both(source.known, _known(message, desk))
    texts, pages = _parts(message, source)
    if not texts and not pages:
        raise Unreadable(source.name, "there is no text in the mail", NO_TEXT)
    inner = replace(source, known=known)
    if known.url and pages:  # a page saved as MHTML; a mail has no address of its own, and the date is that on which it was saved
        saved = replace(source.known, url=known.url, last=known.published, last_from="crawl date" if known.published else "")
        yield from stories_of(pages[0], replace(inner, known=saved), desk)
        return
    refused: Unreadable | None = None
    for body in (*texts, *map(text_of, pages)):
        original = mended(f"{known.headline}\n\n{body}" if known.headline else body)
        try:
            yield from stories(original, source.name, source.stem, desk.lexicon, known)
            return
        except Unreadable as error:
            refused = refused or error
    raise refused or Unreadable(source.name, "there is no text in the mail", NO_TEXT)


def _parts(message: email.message.Message, source: Source) -> tuple[list[str], list[str]]:
    """The plain texts and the pages in a message, without attachments."""
    texts: list[str] = []
    pages: list[str] = []
    for number, part in enumerate(message.walk()):
        if number >= MOST_PARTS:
            break
        kind = part.get_content_type()
        if kind not in ("text/plain", "text/html") or "attachment" in str(part.get("Content-Disposition", "")).lower():
            continue
        raw = part.get_payload(decode=True)
        if isinstance(raw, bytes) and raw.strip():
            (texts if kind == "text/plain" else pages).append(decode(raw, source.name, str(part.get_content_charset() or "")))
    return texts, pages


def _known(message: email.message.Message, desk: Desk) -> Known:
    sender, _ = parseaddr(_header(message, "From"))
    address = _header(message, "Snapshot-Content-Location") or _header(message, "Archived-At").strip("<> ")
    return Known(
        headline=_FORWARDED.sub("", _header(message, "Subject")),
        publisher=sender,
        url=address if address.startswith(("http://", "https://")) and "Snapshot-Content-Location" in message else "",
        published=stated_day(_header(message, "Date"), furniture_of(desk.lexicon).months),
    )


def _header(message: email.message.Message, name: str) -> str:
    """A header as text, its encoded words decoded; "" when there is none or it is beyond repair."""
    raw = str(message.get(name, ""))[:2_000]
    try:
        words = email.header.make_header(email.header.decode_header(raw))
        return " ".join(str(words).split())
    except (ValueError, LookupError, UnicodeError):
        return " ".join(raw.split())
