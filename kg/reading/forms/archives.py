"""Which files do zip and tar archives and single compressed files hold? Nothing is unpacked onto the disk."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import stat
import tarfile
import zipfile
import zlib
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import PurePosixPath
from typing import IO, BinaryIO, cast

from kg.reading.decoding import Unreadable
from kg.reading.limits import DEEPEST, LARGEST_TABLE, MOST_MEMBERS, Metered, broken_off, content
from kg.reading.source import Desk, Known, NotWanted, Source
from kg.values import Date

BROKEN = (zipfile.BadZipFile, tarfile.TarError, zlib.error, lzma.LZMAError, EOFError, OSError, NotImplementedError, ValueError)
AGAIN = "Pack it again; was it cut off?"
HIDDEN = "hidden"
OUTSIDE = "its name leads out of the archive"


class Swelling(io.RawIOBase):
    """What comes out of an archive, held against the archive's size while it is read."""

    def __init__(self, inner: IO[bytes], meter: Metered) -> None:
        self.take = getattr(inner, "read1", inner.read)  # read would lose what came before a break
        self.meter, self.broken, self.untold, self.given = meter, False, "", 0

    def readable(self) -> bool:
        """It is."""
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        """Fill the buffer. What is damaged ends there, and untold tells why. Raises Unreadable for an archive that swells without end."""
        try:
            taken = b"" if self.broken else self.take(len(buffer))
        except (*BROKEN, RuntimeError) as error:
            taken, self.broken, self.untold = b"", True, str(error)[:100] or type(error).__name__
        self.meter.take(len(taken))
        self.given += len(taken)
        buffer[: len(taken)] = taken
        return len(taken)


def read_zip(source: Source, desk: Desk) -> Iterator[Source | Unreadable]:
    """The files in a zip archive, in the order of their names."""
    seekable = source.stream if source.stream.seekable() else io.BytesIO(content(source.stream, source.name, LARGEST_TABLE))
    meter = Metered(source.name, source.size, source.stream)
    try:
        archive = zipfile.ZipFile(seekable)
        members = sorted(archive.infolist(), key=lambda m: m.filename)
    except BROKEN as error:
        raise Unreadable(source.name, f"this is no whole zip archive ({str(error)[:100]})", AGAIN) from None
    if any(m.filename == "[Content_Types].xml" for m in members):
        raise Unreadable(source.name, "this is an office file, not text", "Save the story as plain UTF-8 text.")
    for member in members[:MOST_MEMBERS]:
        name = f"{source.name}/{member.filename}"
        mode = member.external_attr >> 16
        if member.is_dir():
            continue
        if refused := _refused(member.filename, name, is_link=stat.S_ISLNK(mode), is_file=not stat.S_IFMT(mode) or stat.S_ISREG(mode)):
            yield refused
        elif member.flag_bits & 1:
            yield Unreadable(name, "it is encrypted", "Pack it without a password.")
        else:
            try:
                inner = archive.open(member)
            except BROKEN as error:
                yield Unreadable(name, f"it cannot be unpacked ({str(error)[:100]})", AGAIN)
                continue
            with inner:
                yield from _opened(_member(source, desk, name, inner, meter, _day(*member.date_time[:3])))


def read_tar(source: Source, desk: Desk) -> Iterator[Source | Unreadable]:
    """The files in a tar archive, plain or compressed, in the order in which it has them."""
    meter = Metered(source.name, source.size, source.stream)
    try:
        with tarfile.open(fileobj=source.stream, mode="r|*") as archive:
            for count, member in enumerate(archive):
                archive.members = []  # type: ignore[attr-defined]  # it keeps all that went by, so memory would grow
                name = f"{source.name}/{member.name}"
                if member.isdir():
                    continue
                if count >= MOST_MEMBERS:
                    raise Unreadable(source.name, f"it has more than {MOST_MEMBERS:,} files", "Split it.")
                if refused := _refused(member.name, name, is_link=member.issym() or member.islnk(), is_file=member.isfile()):
                    meter.take(max(member.size, 0))
                    yield refused
                    continue
                inner = archive.extractfile(member)
                if inner is not None:
                    before = meter.taken
                    yield from _opened(_member(source, desk, name, inner, meter, _time(member.mtime)))
                    meter.take(max(0, member.size - (meter.taken - before)))  # what was not read is unpacked all the same
    except BROKEN as error:
        raise Unreadable(source.name, f"the archive breaks off or is damaged ({str(error)[:100]})", AGAIN) from None


def read_compressed(source: Source, desk: Desk) -> Iterator[Source | Unreadable]:
    """The one file in a .gz, .bz2 or .xz, called like it without that ending."""
    head = source.stream.peek(6)  # type: ignore[attr-defined]
    opener = gzip.open if head.startswith(b"\x1f\x8b") else bz2.open if head.startswith(b"BZh") else lzma.open
    opened = cast("IO[bytes]", opener(source.stream, "rb"))
    name = source.name.removesuffix(source.ending) if source.ending in (".gz", ".bz2", ".xz") else source.name
    yield from _opened(_member(source, desk, name, opened, Metered(source.name, source.size, source.stream), None))


def _opened(member: Source) -> Iterator[Source | Unreadable]:
    """A member, and after it why it could not be read to its end."""
    yield member
    if broken := broken_off(member.stream):
        yield Unreadable(member.name, f"it breaks off ({broken}); what came before was read", AGAIN)


def _refused(member: str, name: str, *, is_link: bool, is_file: bool) -> Unreadable | None:
    """Why a member is not opened, None when it is."""
    path = PurePosixPath(member.replace("\\", "/"))
    if ".." in path.parts or path.is_absolute() or member[1:2] == ":" or "\x00" in member:
        return Unreadable(name, OUTSIDE, "Archives that people pack have no such names; leave it out.")
    if is_link:
        return NotWanted(name, "a link in an archive", "")
    if not is_file:
        return NotWanted(name, "a device or pipe in an archive", "")
    return NotWanted(name, HIDDEN, "") if any(part.startswith(".") or part == "__MACOSX" for part in path.parts) else None


def _member(source: Source, desk: Desk, name: str, inner: IO[bytes], meter: Metered, day: Date | None) -> Source:
    if source.depth >= DEEPEST:
        raise Unreadable(name, f"more than {DEEPEST} archives stand inside each other", "Unpack the outer ones.")
    path = PurePosixPath(name)
    known = Known(last=day, last_from="file time") if day and desk.file_times else Known()
    stream: BinaryIO = io.BufferedReader(Swelling(inner, meter), 1 << 16)
    return Source(name, path.stem, path.suffix.lower(), stream, source.depth + 1, 0, known)


def _day(year: int, month: int, day: int) -> Date | None:
    try:
        return Date(year, month, day) if year > 1980 else None
    except ValueError:
        return None


def _time(seconds: float) -> Date | None:
    try:
        moment = datetime.fromtimestamp(seconds, UTC)
    except (ValueError, OverflowError, OSError):
        return None
    return _day(moment.year, moment.month, moment.day)
