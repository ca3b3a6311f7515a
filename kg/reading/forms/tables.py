"""Which records do JSON, JSON Lines and CSV files hold? Lines are read one by one, so that a file may be of any size."""

from __future__ import annotations

import codecs
import csv
import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from kg.model import Article
from kg.reading.decoding import Unreadable, decode
from kg.reading.forms.fields import in_list, names_of, plain, value_of
from kg.reading.forms.records import MAP, story_of_record
from kg.reading.limits import LARGEST_TABLE, LONGEST_RECORD, content
from kg.reading.source import Desk, Source

NESTED = "No story is written so; leave the record out."
AS_LINES = "Save it as JSON Lines, one object a line."
_MARKS = (b"\xff\xfe", b"\xfe\xff")


def read_json(source: Source, desk: Desk) -> Iterator[Article | Unreadable]:
    """The stories of a JSON file: one object, a list, an object that holds a list, or one object a line whatever the file is called."""
    start = source.stream.readline(LONGEST_RECORD + 1)
    first = _object(start)
    if isinstance(first, Mapping) and source.stream.peek(1):  # type: ignore[attr-defined]
        yield from _of_lines(start, source, desk)
        return
    text = decode(start + content(source.stream, source.name, LARGEST_TABLE), source.name)
    try:
        found = json.loads(text, strict=False)
    except ValueError as error:
        raise Unreadable(source.name, f"this is no JSON ({str(error)[:200]})", "Save it again; was it cut off?") from None
    except RecursionError:
        raise Unreadable(source.name, "its lists and objects stand too deep inside each other", NESTED) from None
    inner = in_list(found, names_of(desk.lexicon)) if isinstance(found, Mapping) and not _is_record(found, source, desk) else None
    if inner is None and isinstance(found, Mapping):
        yield story_of_record(found, source, desk)
        return
    records = inner if inner is not None else found
    if not isinstance(records, list):
        raise Unreadable(source.name, "there is no object and no list in it", AS_LINES)
    for number, item in enumerate(records, 1):
        yield from _one(item, number, source, desk)


def read_json_lines(source: Source, desk: Desk) -> Iterator[Article | Unreadable]:
    """The stories of a file with one JSON object a line."""
    return _of_lines(b"", source, desk)


def read_csv(source: Source, desk: Desk) -> Iterator[Article | Unreadable]:
    """The stories of a file with one row for each, the names of its columns in the first; parted by comma, semicolon or tab."""
    csv.field_size_limit(LONGEST_RECORD)
    lines = (decode(line, source.name) if line.strip() else "\n" for line in _lines(source))
    header = next(lines, "")
    parted = max(",;\t|", key=header.count)
    try:
        names = [name.strip() for name in next(csv.reader([header], delimiter=parted), [])]
    except csv.Error:
        names = []
    if not any(value_of({plain(name): name}, field, names_of(desk.lexicon), desk.fields) for name in names for field in ("text", "html")):
        known = ", ".join(names[:12])
        raise Unreadable(source.name, f"no column with the text is known among those that its first line names ({known[:200]})", MAP)
    rows = enumerate(csv.reader(lines, delimiter=parted), 1)
    while True:
        try:
            number, row = next(rows)
        except StopIteration:
            return
        except csv.Error as error:
            raise Unreadable(
                source.name, f"its rows cannot be told apart ({error})", "Look for a quotation mark that is not closed."
            ) from None
        if any(value.strip() for value in row):
            row = row if len(names) > 1 else [parted.join(row)]  # of one column, whose commas are those of the text
            yield from _one(dict(zip(names, row, strict=False)), number, source, desk)


def _of_lines(start: bytes, source: Source, desk: Desk) -> Iterator[Article | Unreadable]:
    for number, line in enumerate(_lines(source, start), 1):
        if not line.strip():
            continue
        item = _object(line)
        if item is None:
            yield Unreadable(f"{source.name}:{number}", "this line is no JSON", "Each line is one object; was the file cut off?")
        else:
            yield from _one(item, number, source, desk)


def _one(item: Any, number: int, source: Source, desk: Desk) -> Iterator[Article | Unreadable]:
    inner = replace(source, name=f"{source.name}:{number}", stem=f"{source.stem}-{number}")
    try:
        yield story_of_record(item, inner, desk)
    except Unreadable as error:
        yield error


def _lines(source: Source, start: bytes = b"") -> Iterator[bytes]:
    """The lines of a file, none longer than a record may be."""
    stream: Any = source.stream
    if not start and stream.peek(2).startswith(_MARKS):  # as spreadsheets save tables of text
        stream = codecs.EncodedFile(stream, "utf-8", "utf-16", errors="replace")
    line = start or stream.readline(LONGEST_RECORD + 1)
    line = line.removeprefix(b"\xef\xbb\xbf")
    number = 1
    while line:
        if len(line) > LONGEST_RECORD:
            why = f"line {number} has more than {LONGEST_RECORD:,} bytes"
            raise Unreadable(source.name, why, "One line is one story: split it, or leave it out.")
        yield line
        line, number = stream.readline(LONGEST_RECORD + 1), number + 1


def _object(line: bytes) -> Any:
    """What a line of JSON holds, None when it is none."""
    try:
        return json.loads(line.decode("utf-8", errors="replace").lstrip("\ufeff"), strict=False)
    except (ValueError, RecursionError):
        return None


def _is_record(found: Mapping[str, Any], source: Source, desk: Desk) -> bool:
    """Whether an object is a story itself: one with a text of its own."""
    try:
        return bool(story_of_record(found, source, desk))
    except Unreadable:
        return False
