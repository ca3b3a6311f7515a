"""How does a graph that lives take in new and changed articles, and let go of withdrawn ones?

Only what was not read before is read; the merging is done anew over all that the store holds, which is what makes the graph the same as
one built at once from the articles that are left, in whatever order they came and went.
"""

from __future__ import annotations

import importlib.metadata
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import count
from pathlib import Path

import kg
from kg.archive import Archive, ArchiveError, Source, fingerprint, key_of, read_alike, renamed
from kg.graph import keep
from kg.language import folder_of
from kg.model import Article, Extraction
from kg.ontology import layers
from kg.pipeline import (
    Build,
    Failure,
    Progress,
    Settings,
    UnusableVocabulary,
    finished,
    judged_in,
    merged,
    outcomes,
    reading_of,
    rules_of,
    vocabulary,
)
from kg.reading import STANDARD_INPUT, Desk, Intake, Shelf, gather, shelved

READERS = ("reading", "language", "extraction", "lexicon", "model.py", "values.py")  # parts of this program on which a reading depends
SHOWN = 8  # ids that a message names
LEAST_SURE = "least_sure"  # by which a store remembers that setting
FIELDS, FILE_TIMES = "--fields", "--file-times"  # options of reading, by the names that a store keeps and a message tells
LIBRARIES = ("spacy", "numpy", "onnxruntime", "tokenizers", "trafilatura", "resiliparse", "ftfy", "py3langid", "pypdf", "feedparser")


@dataclass(frozen=True)
class Updated:
    """A finished graph, and how many articles were read for it or were in the store as they are. retracted: ids taken out."""

    build: Build
    read: int
    kept: int
    retracted: tuple[str, ...] = ()


def update(folder: Path, inputs: Sequence[Path], settings: Settings, progress: Progress = lambda stage, done, total: None) -> Updated:
    """Take the articles of files and folders into a store, and make its graph anew.

    A file that was read before and has changed takes the place of what it gave; one that cannot be read now leaves it. The store
    remembers settings and judgements: they hold until others are given. Raises what `pipeline.build` does, and ArchiveError.
    """
    with Archive.opened(folder) as archive:
        settled = _settled(archive, settings)
        found = _taken_in(archive, inputs, settled)
        return _rebuilt(archive, settled, found, progress)


def retract(folder: Path, ids: Iterable[str], settings: Settings, progress: Progress = lambda stage, done, total: None) -> Updated:
    """Take articles out of a store by their ids in the graph, with everything that only they support. Raises as `update` does."""
    if not folder.is_dir():
        raise ArchiveError(f"there is no store {folder}")
    with Archive.opened(folder) as archive:
        settled = _settled(archive, settings)
        gone = {source: id for id in ids for source in _sources_of(id, archive)}
        for source in gone:
            archive.remove(source)
        updated = _rebuilt(archive, settled, Intake((), (), (), 0), progress)
        return replace(updated, retracted=tuple(sorted(set(gone.values()))))


def _settled(archive: Archive, settings: Settings) -> Settings:
    """The settings, with what the store remembers where nothing is given. What is wrong with them is told before any change."""
    old = archive.remembered
    ontology = settings.ontology or (Path(old["ontology"]) if old.get("ontology") else None)
    judged = settings.judgements or (archive.judgements if archive.judgements.exists() else None)
    model, base = settings.model or old.get("model", ""), settings.base or old.get("base", "")
    fields = settings.fields or json.loads(old.get(FIELDS, "{}"))
    times = FILE_TIMES in old if settings.file_times is None else settings.file_times
    least = float(old[LEAST_SURE]) if settings.least_sure is None and LEAST_SURE in old else settings.least_sure
    settled = replace(settings, model=model, ontology=ontology, base=base, judgements=judged, least_sure=least)
    settled = replace(settled, fields=fields, file_times=times)
    vocabulary(settled)
    rules_of(settled)
    judged_in(settled)
    return settled


def _options_of_reading(settings: Settings) -> dict[str, str]:
    """The options on which it depends what a file gives, by name."""
    fields = json.dumps(dict(sorted(settings.fields.items()))) if settings.fields else ""
    return {FIELDS: fields, FILE_TIMES: "yes" if settings.file_times else ""}


def _taken_in(archive: Archive, inputs: Sequence[Path], settings: Settings) -> Intake:
    """Put each article that the inputs give into the store, without its claims where these are not known yet."""
    given: dict[Source, str] = {}

    def take(path: Path, article: Article) -> None:
        key = key_of(article)
        place = f"-{key}" if path == STANDARD_INPUT else str(path.resolve())  # what was piped in once is not taken back by the next
        nth = next(n for n in count() if given.get(Source(place, article.id, n), key) == key)
        given[Source(place, article.id, nth)] = key
        if not archive.holds(key):
            archive.keep(Extraction(article, (), ()), "")

    found = gather(inputs, Desk(vocabulary(settings)[1], settings.fields, bool(settings.file_times)), take)
    places = {source.place for source in given}
    with read_alike(archive, _options_of_reading(settings), places):
        for source, key in given.items():
            archive.add(source, key)
        for source in [s for s in archive.sources if s.place in places and s not in given]:
            archive.remove(source)  # the file gave it once and does so no more
    return found


def _rebuilt(archive: Archive, settings: Settings, found: Intake, progress: Progress) -> Updated:
    """Read what was not read so, merge all, and put the graph in place; only then what the store remembers is changed."""
    reader = fingerprint(_readers(settings))
    shelf = _shelved(archive)
    articles = {key_of(a): a for a in shelf}
    current = {}
    for key in articles:
        if archive.holds(key) and (kept := archive.kept(key)).fingerprint == reader:
            current[key] = kept.extraction
    before = len(current)
    reading, failures = reading_of(shelf, found), []
    for key, outcome in _read({key: a for key, a in articles.items() if key not in current}, settings, progress):
        if isinstance(outcome, Extraction):
            archive.keep(outcome, reader)
            current[key] = outcome
        else:
            failures.append(outcome)
    now = len(current)
    extractions = [renamed(current.pop(key), a.id, a.copy_of) for key, a in articles.items() if key in current]
    build = finished(lambda: merged(extractions, reading, failures, settings, progress), settings, progress)
    keep(build.graph, archive.folder)
    _remembered(archive, settings)
    archive.tidy(articles)
    return Updated(build, now - before, before)


def _remembered(archive: Archive, settings: Settings) -> None:
    options = {"model": settings.model, "base": settings.base, "ontology": str(settings.ontology.resolve()) if settings.ontology else ""}
    options[LEAST_SURE] = "" if settings.least_sure is None else f"{settings.least_sure:g}"
    told = {name: value for name, value in {**archive.remembered, **options, **_options_of_reading(settings)}.items() if value}
    if told != archive.remembered:
        archive.remember(told)
    if settings.judgements and settings.judgements != archive.judgements:
        archive.judge(settings.judgements.read_bytes())


def _read(waiting: Mapping[str, Article], settings: Settings, progress: Progress) -> Iterator[tuple[str, Extraction | Failure]]:
    """What each article that waits states, as soon as it is read."""
    if waiting:
        for done, (key, outcome) in enumerate(zip(waiting, outcomes(list(waiting.values()), settings), strict=True), 1):
            progress("reading", done, len(waiting))
            yield key, outcome


def _shelved(archive: Archive) -> Shelf:
    """The articles of the store as all of them together make them, as for files that are read at once: names, repeats, copies."""
    return shelved(replace(archive.kept(key).extraction.article, id=source.id) for source, key in sorted(archive.sources.items()))


def _sources_of(id: str, archive: Archive) -> list[Source]:
    """The sources of an article: all that gave its text for an id in the graph, one for a repeat. Raises ArchiveError for neither."""
    shelf = _shelved(archive)
    texts = {a.id: a for a in shelf}
    if id in texts:
        return [s for s, key in archive.sources.items() if _gives(archive.kept(key).extraction.article, texts[id])]
    if any(id == repeat for repeat, _ in shelf.repeated):
        return [s for s in archive.sources if s.id == id]
    near = [name for name in texts if name.startswith(id)] or sorted(texts)
    hint = f"; there is {', '.join(near[:SHOWN])}{', ...' if len(near) > SHOWN else ''}" if near else ", it is empty"
    raise ArchiveError(f"the store {archive.folder} has no article {id}{hint}")


def _gives(read: Article, article: Article) -> bool:
    """Whether what was read is the article, from the same publisher; a refrain of its site may have been cut from it."""
    same_sender = (read.publisher, read.url) == (article.publisher, article.url) or not article.publisher
    return same_sender and (read.text == article.text or (article.text in read.text and read.headline == article.headline))


def _readers(settings: Settings) -> Iterator[str | Path]:
    """Everything that decides how an article is read."""
    yield kg.__version__
    yield f"least sure {settings.least_sure}"
    yield from (f"{name} {importlib.metadata.version(name)}" for name in LIBRARIES)
    yield from (Path(kg.__file__).parent / part for part in READERS)
    yield folder_of(settings.model) or settings.model
    try:
        for layer in layers(settings.ontology):
            yield from (layer / part for part in ("lexicon", "frames"))
            yield from sorted(layer.glob("*.ttl"))
    except OSError as error:
        raise UnusableVocabulary(str(error)) from error
