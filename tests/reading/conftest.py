from collections.abc import Callable
from pathlib import PurePosixPath

import pytest

from kg import lexicon as words
from kg.lexicon import Lexicon
from kg.reading import Desk, Outcome
from kg.reading.door import outcomes
from kg.reading.limits import stream_of
from kg.reading.source import Source

ReadBytes = Callable[..., list[Outcome]]


@pytest.fixture(scope="session")
def lexicon() -> Lexicon:
    return words.load()


@pytest.fixture(scope="session")
def read_bytes(lexicon: Lexicon) -> ReadBytes:
    """Reads bytes as a file of a name: read_bytes("a.html", b"...", fields={...})."""

    def given(name: str, content: bytes, **desk: object) -> list[Outcome]:
        path = PurePosixPath(name)
        source = Source(name, path.stem, path.suffix.lower(), stream_of(content), size=len(content))
        return list(outcomes(source, Desk(lexicon, **desk)))  # type: ignore[arg-type]

    return given
