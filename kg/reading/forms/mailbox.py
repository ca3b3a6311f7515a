"""Which mails does a mailbox hold, as mail programs export them (mbox)? They are read one by one, so that it may be of any size."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from kg.reading.decoding import LARGEST_BYTES, Unreadable
from kg.reading.limits import stream_of
from kg.reading.source import Desk, Source

_OPENS = re.compile(rb"From [^\r\n]*\d{4}")
_KEPT = re.compile(rb">+From ")


def read_mailbox(source: Source, desk: Desk) -> Iterator[Source | Unreadable]:
    """The mails of a mailbox, each opened by a line "From ... 2023" at its start or after an empty line."""
    for number, lines in enumerate(_mails(source), 1):
        name = f"{source.name}:{number}"
        mail = b"".join(lines)
        if len(mail) > LARGEST_BYTES:
            yield Unreadable(name, f"the mail has more than {LARGEST_BYTES:,} bytes", "No story is that long; leave it out.")
            continue
        inner = replace(source, name=name, stem=f"{source.stem}-{number}", ending=".eml", stream=stream_of(mail), size=len(mail))
        yield replace(inner, depth=source.depth + 1)


def _mails(source: Source) -> Iterator[list[bytes]]:
    """The lines of each mail; of one that is too long no more than tells so."""
    lines: list[bytes] = []
    size, empty = 0, True
    while line := source.stream.readline(LARGEST_BYTES):
        if empty and _OPENS.match(line):
            if lines:
                yield lines
            lines, size, empty = [], 0, False
            continue
        empty = not line.strip()
        if size <= LARGEST_BYTES:
            lines.append(line[1:] if _KEPT.match(line) else line)
            size += len(line)
    if lines:
        yield lines
