"""How does an export reach the disk whole or not at all?"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable
from pathlib import Path


class ExportError(Exception):
    """An export could not be written; the message names the file, the reason and what to do."""


def write_whole(path: Path, write: Callable[[Path], None]) -> None:
    """Have `write` fill a new file beside the path, then put it in the path's place in one step.

    Whatever stood there stays until then, and stays when something fails. Raises ExportError.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.stem}-", suffix=path.suffix)
        os.close(handle)
    except OSError as error:
        raise _failed(path, error) from error
    draft = Path(name)
    try:
        write(draft)
        draft.chmod(0o666 & ~_umask())
        draft.replace(path)
    except OSError as error:
        if error.filename not in (None, str(draft), draft, str(path)):
            raise  # a file of ours could not be read: no fault of the folder
        raise _failed(path, error) from error
    finally:
        draft.unlink(missing_ok=True)


def _umask() -> int:
    """The bits that new files of this process must not have."""
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _failed(path: Path, error: OSError) -> ExportError:
    reason = error.strerror or str(error)
    return ExportError(f"{path} could not be written: {reason}; choose another folder with --out, or make room there")
