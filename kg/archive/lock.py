"""How are two processes kept from changing one store at the same time?

The lock is one that the system holds for a process and takes back when the process ends, however it ends: one that a dead process
left is none. Processes that a build starts to read articles do not inherit it.
"""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kg.archive.files import ArchiveError

LOCK = "lock"


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Hold the store for this process. Raises ArchiveError when another one holds it, naming that one."""
    handle = os.open(folder / LOCK, os.O_RDWR | os.O_CREAT, 0o666)
    try:
        try:
            fcntl.lockf(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except (BlockingIOError, PermissionError) as error:
            holder = os.pread(handle, 20, 0).decode("ascii", errors="replace").strip()
            who = f"process {holder}" if holder.isdigit() else "another process"
            raise ArchiveError(f"the store {folder} is being changed by {who}; try again when it has ended") from error
        os.ftruncate(handle, 0)
        os.pwrite(handle, f"{os.getpid()}\n".encode(), 0)
        yield
    finally:
        os.close(handle)
