"""How much may hostile input cost: bytes, layers of archives, growth on decompression, time?"""

from __future__ import annotations

import io
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import BinaryIO

from kg.reading.decoding import LARGEST_BYTES, Unreadable

LARGEST_TABLE = 200_000_000  # bytes of a JSON file, which is read whole; JSON Lines and CSV are read line by line
LONGEST_RECORD = 5_000_000  # characters of one record of JSON Lines or CSV: far above any story with its page
DEEPEST = 4  # archives in archives: a .warc.gz in a .tar.gz in a .zip is three
LARGEST_RATIO = 200  # text shrinks to a third or a tenth, a page of one template to a fiftieth
SMALLEST_BOMB = 30_000_000  # bytes that may come out of an archive whatever the ratio
MOST_MEMBERS = 2_000_000  # of one archive; the largest news corpora have fewer
SECONDS = 30  # for one piece; a long page takes a tenth of one
AGAIN = 0.5  # seconds after which a reader that swallowed the first alarm gets the next


class TooSlow(BaseException):
    """The time for one piece is over. No Exception, since libraries catch those and go on."""


@contextmanager
def time_limit(seconds: float = SECONDS) -> Iterator[None]:
    """Raise TooSlow in the block when it takes more seconds of the processor; a busy machine thus never changes what is read.

    Without effect outside the main thread, where no alarm can be had.
    """
    if threading.current_thread() is not threading.main_thread() or not hasattr(signal, "setitimer"):
        yield
        return

    def alarm(number: int, frame: FrameType | None) -> None:
        raise TooSlow

    before = signal.signal(signal.SIGPROF, alarm)
    signal.setitimer(signal.ITIMER_PROF, seconds, AGAIN)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def content(stream: BinaryIO, name: str, largest: int = LARGEST_BYTES) -> bytes:
    """All bytes of a piece. Raises Unreadable for more than the largest number."""
    found = stream.read(largest + 1)
    if broken := broken_off(stream):
        raise Unreadable(name, f"it cannot be unpacked ({broken})", "Pack it again; was it cut off?")
    if len(found) > largest:
        raise Unreadable(name, f"it has more than {largest:,} bytes", "One piece is one article: split it, or leave it out.")
    return found


def broken_off(stream: BinaryIO) -> str:
    """Why what comes out of an archive ended before its end; told once, "" after that and when it did not."""
    raw = getattr(stream, "raw", None)
    why = str(getattr(raw, "untold", ""))
    if raw is not None and why:
        raw.untold = ""
    return why


class Metered:
    """Holds what comes out of an archive against what went in.

    size: bytes of the archive; 0 for one that is read from inside another, where the bytes taken from it so far count.
    taken: bytes that came out so far.
    """

    def __init__(self, name: str, size: int, stream: BinaryIO) -> None:
        self.name, self.size, self.taken = name, size, 0
        self.raw = getattr(stream, "raw", None)

    def take(self, count: int) -> None:
        """Count bytes. Raises Unreadable when more came out than any text gives."""
        self.taken += count
        size = self.size or int(getattr(self.raw, "given", 0)) or SMALLEST_BOMB
        if self.taken > SMALLEST_BOMB and self.taken > LARGEST_RATIO * size:
            why = f"it swells to more than {LARGEST_RATIO} times its {size:,} bytes, as no text does"
            raise Unreadable(self.name, why, "It may be made to fill the memory; leave it out, or unpack it yourself.")


def stream_of(taken: bytes) -> BinaryIO:
    """Bytes as a stream that can be peeked into."""
    return io.BufferedReader(io.BytesIO(taken))  # type: ignore[arg-type, return-value, unused-ignore]
