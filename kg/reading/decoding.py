"""Which characters do the bytes of a file stand for, and when are they no text at all?"""

from __future__ import annotations

import codecs
import logging
import re
import stat
from pathlib import Path

log = logging.getLogger("kg.reading")

LARGEST_BYTES = 20_000_000  # a long news story has 50 kB; anything this large is a dump or an archive, not one article
CONTROL_SHARE = 0.02  # text has none but white space; two in a hundred is far above stray page marks
MULTIBYTE_PER_ERROR = 3  # UTF-8 with a damaged spot has many sound characters per error, cp1252 read as UTF-8 has none

_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_CONTAINERS = (
    (b"%PDF", "a PDF"),
    (b"PK\x03\x04", "a zip or office file"),
    (b"{\\rtf", "an RTF document"),
    (b"\x1f\x8b", "a gzip file"),
    (b"7z\xbc\xaf", "a 7z archive"),
    (b"Rar!", "a RAR archive"),
    (b"\xd0\xcf\x11\xe0", "an Outlook message or an old office file"),
    (b"bplist00", "a Safari archive"),
    (b"PAR1", "a Parquet table"),
    (b"SQLite format 3", "an SQLite database"),
)
NOT_CHARSETS = frozenset({"idna", "punycode", "raw_unicode_escape", "unicode_escape", "undefined", "mbcs", "oem"})  # codecs of Python's own
AS_TEXT = "Save the story as plain UTF-8 text."


class Unreadable(Exception):
    """A piece that gives no article. path: the file, or where in it; why: what is wrong; mend: what the user can do about it."""

    def __init__(self, path: Path | str, why: str, mend: str) -> None:
        super().__init__(path, why, mend)  # all three, so that it survives the way between processes
        self.path, self.why, self.mend = path, why, mend

    def __str__(self) -> str:
        return f"{str(self.path)!r}: {self.why}. {self.mend}"


def load(path: Path) -> str:
    """The file's characters as they stand, without a byte order mark.

    UTF-8, UTF-16 with its mark, else Windows-1252 (told in the log). Raises Unreadable for what is missing, closed,
    no plain file, empty, too large or binary.
    """
    return decode(_bytes(path), path)


def decode(content: bytes, path: Path | str, charset: str = "") -> str:
    """The characters that bytes stand for, without a byte order mark. path: for messages; charset: as their sender declared it.

    Raises Unreadable for what is empty or binary.
    """
    if not content.strip():
        raise Unreadable(path, "the file is empty", "Leave it out, or fetch the story again.")
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return _marked(path, content, encoding)
    for start, name in _CONTAINERS:
        if content.startswith(start):
            raise Unreadable(path, f"this is {name}, not text", AS_TEXT)
    if b"\x00" in content or len(_CONTROL.findall(content)) > CONTROL_SHARE * len(content):
        raise Unreadable(path, "this is binary, not text", AS_TEXT)
    return _declared(content, charset) or _unmarked(path, content)


def _bytes(path: Path) -> bytes:
    """The content of a plain file of bearable size; anything else is Unreadable."""
    try:
        found = path.stat()
        if not stat.S_ISREG(found.st_mode):
            raise unreadable(path, found.st_mode)
        if found.st_size > LARGEST_BYTES:
            why = f"the file has {found.st_size:,} bytes, more than {LARGEST_BYTES:,}"
            raise Unreadable(path, why, "One file is one article: split it.")
        return path.read_bytes()
    except (OSError, ValueError) as error:
        raise unreadable(path, error) from None


def unreadable(path: Path, found: Exception | int) -> Unreadable:
    """Why a path cannot be opened: an error, or the mode of what is no plain file."""
    match found:
        case FileNotFoundError():
            return Unreadable(path, "there is no such file", "Check the spelling of the path.")
        case PermissionError():
            return Unreadable(path, "permission to read it is denied", "Give yourself the right to read it.")
        case int() if stat.S_ISDIR(found):
            return Unreadable(path, "this is a folder, not a file", "Name the folder as an input of its own.")
        case int():
            return Unreadable(path, "this is a device or pipe, not a file", "Copy its content to a file first.")
    return Unreadable(path, f"the file cannot be read ({found})", "Check the disk and the path.")


def _declared(content: bytes, charset: str) -> str:
    """The text in the encoding that was declared, "" when it is none of text or does not fit."""
    try:
        return content.decode(charset) if charset and charset.lower() not in NOT_CHARSETS else ""
    except (LookupError, UnicodeError, ValueError):
        return ""


def _marked(path: Path | str, content: bytes, encoding: str) -> str:
    text = content.decode(encoding, errors="replace")
    if "\ufffd" in text:
        log.warning("%s: some characters are damaged and were replaced by \ufffd", path)
    if not text.strip("\ufeff \r\n\t"):
        raise Unreadable(path, "the file is empty", "Leave it out, or fetch the story again.")
    if text.count("\x00") > CONTROL_SHARE * len(text):
        raise Unreadable(path, "this is binary, not text", AS_TEXT)
    return text


def _unmarked(path: Path | str, content: bytes) -> str:
    """UTF-8, also with a few damaged spots; else Windows-1252, else (for its five unused bytes) Latin-1."""
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        text = content.decode("utf-8", errors="replace")
    errors = text.count("\ufffd")
    multibyte = len(text) - errors - sum(byte < 0x80 for byte in content)
    if multibyte > errors * MULTIBYTE_PER_ERROR:
        log.warning("%s: %d damaged characters were replaced by \ufffd", path, errors)
        return text
    log.warning("%s: not UTF-8, read as Windows-1252; check names with accents", path)
    try:
        return content.decode("cp1252")
    except UnicodeDecodeError:
        return content.decode("latin-1")
