"""How do exports reach the disk whole or not at all?"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path


class ExportError(OSError):
    """An export could not be written; the message names the file, the reason and what to do."""


def write_whole(files: Iterable[tuple[Path, Callable[[Path], None]]]) -> None:
    """Have each file filled beside its place by its function, then put all of them in place.

    Nothing that stood there is touched before every new file is whole. Raises ExportError.
    """
    with ExitStack() as drafts:
        ready = [(drafts.enter_context(_draft(path, write)), path) for path, write in files]
        for draft, path in ready:
            try:
                draft.replace(path)
            except OSError as error:
                raise _failed(path, error) from error


@contextmanager
def _draft(path: Path, write: Callable[[Path], None]) -> Iterator[Path]:
    """A new file beside the path, filled; gone at the end unless it was moved."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.stem}-", suffix=path.suffix)
        os.close(handle)
    except OSError as error:
        raise _failed(path, error) from error
    draft = Path(name)
    try:
        _fill(draft, path, write)
        yield draft
    finally:
        draft.unlink(missing_ok=True)


def _fill(draft: Path, path: Path, write: Callable[[Path], None]) -> None:
    try:
        write(draft)
        draft.chmod(0o666 & ~_umask())
    except OSError as error:
        if error.filename not in (None, str(draft), draft):
            raise  # a file of ours could not be read: no fault of the folder
        raise _failed(path, error) from error


def _umask() -> int:
    """The bits that new files of this process must not have."""
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _failed(path: Path, error: OSError) -> ExportError:
    reason = error.strerror or str(error)
    return ExportError(f"{path} could not be written: {reason}; choose another folder with --out, or make room there")
