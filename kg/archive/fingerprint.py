"""Would an article be read today as it was read then? One digest of everything that reading depends on."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from pathlib import Path

LEFT_OUT = frozenset({"__pycache__", "training", "models"})  # folders with no part in reading; the model that reads is named itself


def fingerprint(parts: Iterable[str | Path]) -> str:
    """A digest of words (names and versions) and of the files and folders given, wherever these lie. Raises OSError."""
    whole = hashlib.sha256()
    for part in parts:
        for line in [part] if isinstance(part, str) else _contents(part):
            whole.update(line.encode("utf-8", "surrogateescape") + b"\n")
    return whole.hexdigest()


def _contents(path: Path) -> Iterator[str]:
    """Name and digest of a file, or of every file below a folder, sorted."""
    if path.is_file():
        yield f"{path.name} {hashlib.sha256(path.read_bytes()).hexdigest()}"
        return
    for file in sorted(p for p in path.rglob("*") if p.is_file()):
        inner = file.relative_to(path)
        if LEFT_OUT.isdisjoint(inner.parts):
            yield f"{inner.as_posix()} {hashlib.sha256(file.read_bytes()).hexdigest()}"
