"""What does an input of any form hold? One door for all: each piece gives its article, or why there is none, and costs only itself."""

from __future__ import annotations

import io
import logging
import os
import stat
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO, cast

from kg.model import Article
from kg.reading.decoding import Unreadable, unreadable
from kg.reading.english import other_language
from kg.reading.forms import COMPRESSED, form_of
from kg.reading.limits import SECONDS, TooSlow, broken_off, time_limit
from kg.reading.source import Desk, Known, NotWanted, Outcome, Source
from kg.values import Date

log = logging.getLogger("kg.reading")

STANDARD_INPUT = Path("-")
UNOPENED = "file"  # the form of what cannot even be opened
REPORT = "It is left out; please report it if it looks sound."


def read(path: Path, desk: Desk) -> Iterator[Outcome]:
    """What became of each piece in a file, or of standard input for "-": read, skipped or failed. Never raises for what it is given.

    Pieces come one by one, in the order of the file, and none is held.
    """
    try:
        source = opened(path, desk)
    except Unreadable as error:
        yield Outcome(UNOPENED, str(error.path), why=error.why, mend=error.mend)
        return
    try:
        yield from outcomes(source, desk)
    finally:
        if path != STANDARD_INPUT:
            source.stream.close()


def opened(path: Path, desk: Desk) -> Source:
    """A file, ready to be read once. Raises Unreadable for what is missing, closed or no plain file."""
    if path == STANDARD_INPUT:
        given = sys.stdin.buffer
        return Source("-", "stdin", "", cast("BinaryIO", given if hasattr(given, "peek") else io.BufferedReader(given)))
    try:
        found = path.stat()
        if not stat.S_ISREG(found.st_mode):
            raise unreadable(path, found.st_mode)
        stream = path.open("rb")
    except (OSError, ValueError) as error:
        raise unreadable(path, error) from None
    known = Known()
    if desk.file_times:
        moment = datetime.fromtimestamp(found.st_mtime, UTC)
        known = Known(last=Date(moment.year, moment.month, moment.day), last_from="file time")
    stem = os.fsencode(path.stem).decode("utf-8", errors="replace")
    return Source(str(path), stem, path.suffix.lower(), cast("BinaryIO", stream), size=found.st_size, known=known)


def outcomes(source: Source, desk: Desk, around: str = "") -> Iterator[Outcome]:
    """What became of each piece in a source. around: the form of the outermost archive, "" for none."""
    name = UNOPENED
    try:
        with time_limit():
            form = form_of(source)
            name = form.name
            if not source.stream.peek(1):  # type: ignore[attr-defined]
                broken = broken_off(source.stream)
                why = f"it cannot be unpacked ({broken})" if broken else "the file is empty"
                raise Unreadable(source.name, why, "Leave it out, or fetch the story again.")
        pieces = form.read(source, desk)
        while True:
            with time_limit():
                piece = next(pieces, None)
            if piece is None:
                return
            if isinstance(piece, Source):
                yield from outcomes(piece, desk, around or ("" if name == COMPRESSED else name))
            else:
                yield _judged(piece, _in(name, around), source, desk)
    except (Unreadable, TooSlow, Exception) as error:
        yield _told(error, _in(name, around), source.name)


def _in(form: str, around: str) -> str:
    return f"{form} in {around}" if around else form


def _judged(piece: Article | Unreadable, form: str, source: Source, desk: Desk) -> Outcome:
    """What became of a piece that was read: an article in English, or none."""
    if not isinstance(piece, Article):
        return _told(piece, form, source.name)
    with time_limit():
        language = other_language(piece.text, piece.language, desk)
    if language:
        return Outcome(form, source.name, why=f"not in English ({language})", skipped=True)
    return Outcome(form, source.name, piece)


def _told(error: BaseException, form: str, name: str) -> Outcome:
    match error:
        case NotWanted():
            return Outcome(form, str(error.path), why=error.why, skipped=True)
        case Unreadable():
            return Outcome(form, str(error.path), why=error.why, mend=error.mend)
        case TooSlow():
            return Outcome(form, name, why=f"reading it takes more than {SECONDS} seconds", mend="It may be made to; leave it out.")
        case MemoryError() | RecursionError():
            return Outcome(form, name, why=f"it is too large or too deep ({type(error).__name__})", mend="Leave it out, or split it.")
    log.debug("%s failed", name, exc_info=error)
    return Outcome(form, name, why=f"it cannot be read ({type(error).__name__}: {str(error)[:200]})", mend=REPORT)
