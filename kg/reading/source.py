"""What does a reader start from, and what does it give: a stretch of bytes with a name, and what became of it?"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import BinaryIO, TypeAlias

from kg.lexicon import Lexicon
from kg.model import Article
from kg.reading.decoding import Unreadable
from kg.values import Date


class NotWanted(Unreadable):
    """A piece that is in order, but no English news story: it is skipped, and counted by its reason."""


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a story from outside its text: a page's metadata, a record's fields, the archive around it.

    "" and None: not known. language: ISO 639-1 code. last, last_from: a day to fall back on (a crawl, a file's time), and what it is.
    """

    id: str = ""
    headline: str = ""
    publisher: str = ""
    url: str = ""
    author: str = ""
    language: str = ""
    published: Date | None = None
    last: Date | None = None
    last_from: str = ""


@dataclass(frozen=True, slots=True)
class Source:
    """A stretch of bytes to read once, from its start.

    name: how a person finds it ("dump.zip/2019/a.html"). stem: the id of its story, when that has none of its own.
    ending: of the file's name, small, with its dot. stream: has peek. depth: how many archives are around it.
    size: of the stretch on the disk, 0 when it is not known; what comes out of an archive is held against it.
    known: from outside. charset: the encoding that a sender declared, "" for none.
    """

    name: str
    stem: str
    ending: str
    stream: BinaryIO
    depth: int = 0
    size: int = 0
    known: Known = field(default_factory=Known)
    charset: str = ""


@dataclass(frozen=True, slots=True)
class Desk:
    """What all readers share. fields: record field to the name it has in the user's files, before those that are known anyway.

    file_times: whether a story without any other day gets that of its file.
    """

    lexicon: Lexicon
    fields: Mapping[str, str] = field(default_factory=dict)
    file_times: bool = False


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one piece: its article, or why there is none and what to do about it. skipped: it was no fault."""

    form: str
    name: str
    article: Article | None = None
    why: str = ""
    mend: str = ""
    skipped: bool = False


Piece: TypeAlias = Article | Source | Unreadable
Reader: TypeAlias = Callable[[Source, Desk], Iterator[Piece]]
