"""Which file gave which article, and where is what the article states?"""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from kg.archive.files import DRAFT, ArchiveError, append_line, sync_folder, told, write_whole
from kg.archive.lock import LOCK, locked
from kg.archive.records import Damaged, Kept, key_of, read, written
from kg.model import Extraction

HEAD = "store.json"
SOURCES = "sources.jsonl"
ARTICLES = "articles"
JUDGEMENTS = "judgements.tsv"
FORMAT = 1  # of the folder; what to do with an older one is told in `_checked`
_KEY = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True, order=True)
class Source:
    """Where an article came from. place: the file; id: the article's id as read there; nth: which of those with this id there, from 0."""

    place: str
    id: str
    nth: int = 0


class Archive:
    """The articles of one store, open for change by this process alone. Get one with `Archive.opened`."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.sources: dict[Source, str] = dict(_rows(folder / SOURCES))

    @classmethod
    @contextmanager
    def opened(cls, folder: Path) -> Iterator[Archive]:
        """Open a store, made if there is none, and hold it. Raises ArchiveError."""
        with told(folder):
            _checked(folder)
            folder.mkdir(parents=True, exist_ok=True)
            with locked(folder):
                archive = cls(folder)
                if not (folder / HEAD).exists():
                    archive.remember({})
                (folder / ARTICLES).mkdir(exist_ok=True)
                yield archive

    @property
    def remembered(self) -> dict[str, str]:
        """The options that the store was last built with, by name."""
        told = json.loads((self.folder / HEAD).read_bytes()).get("options", {})
        return {str(k): str(v) for k, v in told.items()}

    def remember(self, options: Mapping[str, str]) -> None:
        """Keep the options that the store was built with."""
        write_whole(self.folder / HEAD, json.dumps({"format": FORMAT, "options": dict(sorted(options.items()))}).encode() + b"\n")

    @property
    def judgements(self) -> Path:
        """The file of what people judged; it need not be there."""
        return self.folder / JUDGEMENTS

    def judge(self, text: bytes) -> None:
        """Keep a file of judgements, in place of the one before."""
        write_whole(self.judgements, text)

    def kept(self, key: str) -> Kept:
        """One article of the store by its key. Raises ArchiveError when its file is damaged or gone."""
        path = self._path(key)
        try:
            return read(path.read_bytes())
        except (Damaged, OSError) as error:
            why = error.strerror if isinstance(error, OSError) else error
            raise ArchiveError(f"{path} is damaged ({why}): delete it and build again from the article's file") from error

    def keep(self, extraction: Extraction, fingerprint: str) -> str:
        """Write what one article states, by the reader with this fingerprint; its key. Nothing leads to it until `add`."""
        key = key_of(extraction.article)
        path = self._path(key)
        if not path.parent.exists():
            path.parent.mkdir()
            sync_folder(path.parent.parent)
        write_whole(path, written(Kept(extraction, fingerprint)))
        return key

    def holds(self, key: str) -> bool:
        """Whether the article is there, by whatever reader."""
        return self._path(key).is_file()

    def add(self, source: Source, key: str) -> None:
        """Have a source give this article from now on; it lasts as soon as this returns."""
        if self.sources.get(source) != key:
            append_line(self.folder / SOURCES, _row(source, key))
            self.sources[source] = key

    def remove(self, source: Source) -> None:
        """Have a source give nothing any more."""
        if source in self.sources:
            append_line(self.folder / SOURCES, _row(source, ""))
            del self.sources[source]

    def tidy(self, also: Collection[str] = ()) -> None:
        """Write the list of sources anew, sorted, and delete what nothing leads to. also: keys of what is kept besides."""
        write_whole(self.folder / SOURCES, b"".join(_row(s, k) + b"\n" for s, k in sorted(self.sources.items())))
        used = {self._path(key) for key in (*self.sources.values(), *also)}
        for path in [*self.folder.glob(f"{DRAFT}*"), *(self.folder / ARTICLES).glob("*/*")]:
            if path not in used:
                path.unlink(missing_ok=True)

    def _path(self, key: str) -> Path:
        return self.folder / ARTICLES / key[:2] / f"{key}.jsonl"


def _checked(folder: Path) -> None:
    """Raises ArchiveError for a folder that is no store, or one of another format."""
    head = folder / HEAD
    if not head.exists():
        if folder.is_dir() and any(p.name != LOCK and not p.name.startswith(DRAFT) for p in folder.iterdir()):
            raise ArchiveError(f"{folder} holds other files and is no store; give an empty or a new folder to --store")
        if folder.exists() and not folder.is_dir():
            raise ArchiveError(f"{folder} is a file; give a folder to --store")
        return
    try:
        format = json.loads(head.read_bytes())["format"]
    except (ValueError, KeyError, TypeError) as error:
        raise ArchiveError(f"{head} is damaged: it does not tell the store's format") from error
    if format != FORMAT:
        age = "an older" if isinstance(format, int) and format < FORMAT else "a newer"
        raise ArchiveError(f"{folder} is a store of format {format}, made by {age} kg; this one knows format {FORMAT}: build it anew")


def _row(source: Source, key: str) -> bytes:
    more = {"nth": source.nth} if source.nth else {}
    return json.dumps({"place": source.place, "id": source.id, **more, "article": key}).encode("ascii")


def _rows(path: Path) -> Iterable[tuple[Source, str]]:
    """Source to key, by the last line of each. A last line that was not finished is as good as not there. Raises ArchiveError."""
    content = path.read_bytes() if path.exists() else b""
    found: dict[Source, str] = {}
    for number, line in enumerate(content[: content.rfind(b"\n") + 1].splitlines(), 1):
        try:
            row = json.loads(line)
            source, key = Source(str(row["place"]), str(row["id"]), int(row.get("nth", 0))), row["article"]
            if key and not _KEY.fullmatch(key):
                raise ValueError("not a key")
        except (ValueError, KeyError, TypeError) as error:
            raise ArchiveError(f"{path} line {number} is damaged ({error})") from error
        if key:
            found[source] = key
        else:
            found.pop(source, None)
    return found.items()
