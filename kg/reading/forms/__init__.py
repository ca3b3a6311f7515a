"""In which forms does news arrive? One row for each: its name, how a file of it is known, and what reads it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.reading.forms.archives import read_compressed, read_tar, read_zip
from kg.reading.forms.feeds import read_feed
from kg.reading.forms.html import read_html
from kg.reading.forms.mail import read_mail
from kg.reading.forms.mailbox import read_mailbox
from kg.reading.forms.pdf import read_pdf
from kg.reading.forms.tables import read_csv, read_json, read_json_lines
from kg.reading.forms.text import read_text
from kg.reading.forms.warc import read_warc
from kg.reading.source import Reader, Source

COMPRESSED = "compressed"
HEAD = 2_000  # bytes at a file's start by which its form is known


@dataclass(frozen=True, slots=True)
class Form:
    """One form of input. endings: of file names. opens: pattern for the first bytes, None to go by the ending alone."""

    name: str
    endings: tuple[str, ...]
    opens: re.Pattern[bytes] | None
    read: Reader


def _opens(pattern: bytes) -> re.Pattern[bytes]:
    return re.compile(pattern, re.IGNORECASE | re.DOTALL)


_SPACE = rb"(?:\xef\xbb\xbf)?\s*"
_XML = _SPACE + rb"(?:<\?xml[^>]*>\s*)?(?:<!--.{0,900}?-->\s*|<\?[^>]*>\s*)*"

# The first whose pattern fits is taken; where none does, the one with the file's ending, and else text.
FORMS = (
    Form("pdf", (".pdf",), _opens(rb"%PDF-"), read_pdf),
    Form("zip", (".zip",), _opens(rb"PK(?:\x03\x04|\x05\x06)"), read_zip),
    Form("warc", (".warc", ".wet"), _opens(rb"WARC/\d"), read_warc),
    Form("tar", (".tar", ".tgz", ".tbz2", ".txz"), _opens(rb".{257}ustar"), read_tar),
    Form(COMPRESSED, (".gz", ".bz2", ".xz"), _opens(rb"\x1f\x8b\x08|BZh[1-9]1AY|\xfd7zXZ\x00"), read_compressed),
    Form("feed", (".rss", ".atom", ".xml", ".rdf"), _opens(_XML + rb"(?:<!DOCTYPE[^>]*>\s*)?<(?:rss|feed|rdf:RDF)\b"), read_feed),
    Form("html", (".html", ".htm", ".xhtml", ".shtml"), _opens(_XML + rb"<(?:!DOCTYPE\s+html|html|head|body)\b"), read_html),
    Form("jsonl", (".jsonl", ".ndjson", ".jl"), None, read_json_lines),
    Form("json", (".json",), None, read_json),
    Form("csv", (".csv", ".tsv"), None, read_csv),
    Form("mailbox", (".mbox", ".mbx"), _opens(rb"From [^\r\n]{3,200}\d{4}[^\r\n]{0,20}\r?\n[\w-]+:"), read_mailbox),
    Form("mail", (".eml", ".mht", ".mhtml"), None, read_mail),
    Form("text", (".txt", ".text", ".md"), None, read_text),
)
ENDINGS = frozenset(ending for form in FORMS for ending in form.endings)
_JSON = _opens(_SPACE + rb"[\[{]\s*[\"{\]}]")
_MAIL = _opens(rb"(?:From |(?:Return-Path|Delivered-To|Received|From|MIME-Version|Message-ID|Date|Subject):).{0,900}\n[\w-]+:")


def form_of(source: Source) -> Form:
    """The form of a file: by its first bytes, else by its name's ending; a stream without a name may also be JSON or a mail."""
    head: bytes = source.stream.peek(HEAD)[:HEAD]  # type: ignore[attr-defined]
    for form in FORMS:
        if form.opens and form.opens.match(head):
            return form
    for form in FORMS:
        if source.ending in form.endings:
            return form
    name = "json" if _JSON.match(head) else "mail" if _MAIL.match(head) else "text"
    return next(f for f in FORMS if f.name == name)
