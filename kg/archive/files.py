"""How does a file reach the disk whole or not at all, even when the power fails?"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

DRAFT = ".draft-"  # how the names of files begin that were not finished


class ArchiveError(Exception):
    """A store cannot be opened, read or written; the message names it, says why and what to do."""


def write_whole(path: Path, content: bytes) -> None:
    """Put a file in place of the one there in a single step, after its content is on the disk. Raises OSError."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=DRAFT)
    draft = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(path)
    except BaseException:
        draft.unlink(missing_ok=True)
        raise
    sync_folder(path.parent)


def append_line(path: Path, line: bytes) -> None:
    """Add one line to a file. A line that an earlier process did not finish is cut off first. Raises OSError."""
    with path.open("ab+") as file:
        size = file.seek(0, os.SEEK_END)
        whole = _whole_lines(file.fileno(), size)
        if whole != size:
            file.truncate(whole)
        file.write(line + b"\n")
        file.flush()
        os.fsync(file.fileno())


def _whole_lines(handle: int, size: int) -> int:
    """Up to which byte a file consists of whole lines; read from its end, a block at a time."""
    end = size
    while end > 0:
        start = max(0, end - 4096)
        cut = os.pread(handle, end - start, start).rfind(b"\n")
        if cut >= 0:
            return start + cut + 1
        end = start
    return 0


def sync_folder(folder: Path) -> None:
    """Have the names in a folder on the disk too. Raises OSError."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


@contextmanager
def told(folder: Path) -> Iterator[None]:
    """Says of what the system refuses which store it was, and that nothing is lost."""
    try:
        yield
    except OSError as error:
        why = error.strerror or str(error)
        raise ArchiveError(f"the store {folder} cannot be used: {why}; what it held before is as it was") from error
