"""In which order do the rooms work? From files to a written graph: read, annotate, extract, resolve, assemble, infer, export."""

from __future__ import annotations

import logging
from collections import Counter, deque
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TypeAlias

from kg import judgements
from kg.exporters import export
from kg.extraction import extract
from kg.graph import Finding, KnowledgeGraph, assemble, validate
from kg.language import annotate, load
from kg.language.slots import SlotNetwork
from kg.lexicon import FrameNoun, FramePhrase, FrameVerb, Lexicon, PostVerb
from kg.lexicon import load as load_lexicon
from kg.model import Article, Extraction, Resolution, Ruling
from kg.ontology import Ontology, layers
from kg.ontology import load as load_ontology
from kg.reading import Desk, Intake, Shelf, Tally, TooSlow, gather, time_limit
from kg.reasoning import RULES, Rule, infer, load_rules
from kg.resolution import Contradiction, Join, resolve
from kg.values import Date

log = logging.getLogger("kg.pipeline")
REPORT = "This is a fault of the program; please report it with the article."
EXAMPLE_DAY = Date(2024, 3, 14)  # the day on which the examples of frames are read as published
TOO_LONG = "Split it into its articles, one a file."
SECONDS = 120  # for the sentences of one article; a long one takes two
WAITING = 8  # articles handed out for each process, so that those to come stay on the disk
Progress: TypeAlias = Callable[[str, int, int], None]


class UnusableVocabulary(RuntimeError):
    """The ontology folder lacks something or has an error; the message names the file and what is wrong."""


class UnusableJudgements(RuntimeError):
    """The file of judgements has an error, or its judgements contradict each other; the message names the lines."""


@dataclass(frozen=True)
class Failure:
    """One article that was left out. name: its file or id; why: what is wrong; mend: what to do about it."""

    name: str
    why: str
    mend: str


@dataclass(frozen=True)
class Settings:
    """How to build. model: a spaCy pipeline's name or folder, "" for the shipped one. ontology: a folder that extends the
    shipped ontology or takes its place (kg.ontology.layers).

    base: prefix of all data IRIs, "" for the default. processes: how many read at once; it never changes the result.
    least_sure: how likely a claim must be right to be told, 0 to 1; None for what kg.extraction.confidence says.
    judgements: a file of what people judged to be one or not (kg.judgements). fields: a record's field to its name in the
    inputs (kg.reading.mapping_of). file_times: whether a story without any other day gets that of its file;
    None where nothing is said.
    """

    model: str = ""
    ontology: Path | None = None
    base: str = ""
    processes: int = 1
    judgements: Path | None = None
    least_sure: float | None = None
    fields: Mapping[str, str] = field(default_factory=dict)
    file_times: bool | None = None


@dataclass(frozen=True)
class Reading:
    """What the reading of all inputs gave: articles, sorted by id; failures, as many as are told one by one, and how many in all.

    skipped: (reason, count) of files passed over; repeated: (left out, kept) ids; tallies: what became of each form.
    """

    articles: Collection[Article]
    failures: tuple[Failure, ...]
    skipped: tuple[tuple[str, int], ...]
    repeated: tuple[tuple[str, str], ...]
    tallies: tuple[Tally, ...] = ()
    failed: int = 0


@dataclass(frozen=True)
class Trial:
    """Whether one row of a frame states a fact on its example, as it must, and on its counter, as it must not."""

    fact: str
    lemma: str
    on_example: bool
    on_counter: bool


@dataclass(frozen=True)
class Merged:
    """What all articles state, one by one and together, before it is a graph. failures: articles that were left out, and why."""

    extractions: tuple[Extraction, ...]
    resolution: Resolution
    reading: Reading
    failures: tuple[Failure, ...]


@dataclass(frozen=True)
class Told:
    """How much the articles told. articles: built; copies: of them, those of a story that another told first; undated: without a day.

    facts: kind to number; judged: decisions by people; unused: their judgements that found nothing to judge, each with the reason.
    """

    articles: int
    copies: int
    undated: int
    claims: int
    entities: int
    facts: Mapping[str, int]
    judged: int
    unused: tuple[tuple[Ruling, str], ...]

    @classmethod
    def of(cls, merged: Merged) -> Told:
        """Count what was merged."""
        articles, resolution = [e.article for e in merged.extractions], merged.resolution
        return cls(
            articles=len(articles),
            copies=sum(bool(a.copy_of) for a in articles),
            undated=sum(a.published is None for a in articles),
            claims=sum(len(e.claims) for e in merged.extractions),
            entities=sum(e.kind != "Role" for e in resolution.entities),
            facts=Counter(f.kind for f in resolution.facts),
            judged=sum(bool(d.by) for d in resolution.decisions),
            unused=resolution.unused,
        )


@dataclass(frozen=True)
class Build:
    """A finished graph, and what is to be said of how it came about."""

    graph: KnowledgeGraph
    told: Told
    reading: Reading
    failures: tuple[Failure, ...]
    findings: tuple[Finding, ...]


def build(inputs: Sequence[Path], settings: Settings, progress: Progress = lambda stage, done, total: None) -> Build:
    """Build the graph of all articles in the given files and folders.

    An article that fails is left out and told in `failures`; the others are built. progress is called with a stage's
    name, the number done and the number in all. Raises NoModel and UnusableVocabulary for what the program itself lacks,
    UnusableJudgements for an error in what people judged.
    """
    return finished(lambda: merge(inputs, settings, progress), settings, progress)


def merge(inputs: Sequence[Path], settings: Settings, progress: Progress = lambda stage, done, total: None) -> Merged:
    """What the articles in files and folders state, merged across all of them. Raises what `build` does."""
    lexicon = ready(settings)
    reading = read_all(inputs, Desk(lexicon, settings.fields, bool(settings.file_times)), progress)
    extractions, failures = extract_all(reading.articles, settings, progress)
    return merged(extractions, reading, failures, settings, progress)


def ready(settings: Settings) -> Lexicon:
    """The lexicon, when all that a run works with is without fault: what is wrong with it is told before the long part."""
    _, lexicon = vocabulary(settings)
    rules_of(settings)
    judged_in(settings)
    return lexicon


def merged(
    extractions: Sequence[Extraction],
    reading: Reading,
    failures: Iterable[Failure],
    settings: Settings,
    progress: Progress,
    join: Join | None = None,
) -> Merged:
    """What was taken from all articles, resolved. join: kg.resolution's by default."""
    lexicon, judged = vocabulary(settings)[1], judged_in(settings)
    progress("merging", 0, 1)
    try:
        resolution = resolve(extractions, lexicon, judged, **({"join": join} if join else {}))
    except Contradiction as error:
        raise UnusableJudgements(str(error)) from error
    return Merged(tuple(extractions), resolution, reading, (*reading.failures, *failures))


def finished(merge: Callable[[], Merged], settings: Settings, progress: Progress = lambda stage, done, total: None) -> Build:
    """The graph of what was merged: assembled, inferred and checked. merge gives it, so that it is held no longer than it is needed."""
    ontology, rules, found = vocabulary(settings)[0], rules_of(settings), merge()
    told, reading, failures = Told.of(found), found.reading, found.failures
    graph = assemble(found.resolution, [e.article for e in found.extractions], ontology)
    del found  # of a long row of articles as large as the graph; the rules need its room
    graph = infer(graph, ontology, rules)
    progress("checking", 0, 1)
    return Build(graph, told, reading, failures, validate(graph, ontology))


def write(built: Build, out: Path, formats: Sequence[str]) -> list[Path]:
    """Write the graph in the given formats below a folder; the files written, in the order of the formats."""
    return list(export(built.graph, out, formats))


def vocabulary(settings: Settings) -> tuple[Ontology, Lexicon]:
    """The ontology and the lexicon that a run works with. Raises UnusableVocabulary."""
    extra = {"base": settings.base} if settings.base else {}
    try:
        return load_ontology(settings.ontology, **extra), load_lexicon(settings.ontology)
    except (OSError, ValueError) as error:
        raise UnusableVocabulary(str(error)) from error


def rules_of(settings: Settings) -> tuple[Rule, ...]:
    """The rules of inference that a run works with. Raises UnusableVocabulary."""
    try:
        first, *more = (layer / RULES for layer in layers(settings.ontology))
        return load_rules(first, *(folder for folder in more if folder.is_dir()))
    except (OSError, ValueError) as error:
        raise UnusableVocabulary(str(error)) from error


def judged_in(settings: Settings) -> tuple[Ruling, ...]:
    """What people judged, by the file that a run is given. Raises UnusableJudgements."""
    try:
        return judgements.read(settings.judgements) if settings.judgements else ()
    except judgements.BadJudgements as error:
        raise UnusableJudgements(str(error)) from error


def read_all(inputs: Sequence[Path], desk: Desk, progress: Progress = lambda stage, done, total: None) -> Reading:
    """Read every file below the inputs; unreadable pieces become failures, repeated texts are read once."""
    shelf = Shelf()
    found = gather(inputs, desk, lambda path, article: shelf.put(article), lambda done: progress("opening", done, 0))
    shelf.settle()
    return reading_of(shelf, found)


def reading_of(shelf: Shelf, found: Intake) -> Reading:
    """What the reading of all inputs gave: articles that are settled, and what became of each piece."""
    failures = tuple(Failure(o.name, o.why, o.mend) for o in found.failures)
    return Reading(shelf, failures, found.skipped, shelf.repeated, found.tallies, found.failed)


def try_rows(settings: Settings) -> Iterator[Trial]:
    """Read the example and the counter of every row of every frame, in the order of the files, however sure what they give is."""
    worker = Worker(replace(settings, least_sure=0.0))
    for frame in worker.lexicon.frames:
        for row in frame.rows:
            yield Trial(frame.fact, row.lemma, worker.states(row.example, row), bool(row.counter) and worker.states(row.counter, row))


def extract_all(articles: Collection[Article], settings: Settings, progress: Progress) -> tuple[list[Extraction], list[Failure]]:
    """What each article states, in the order of the articles, whatever the number of processes."""
    extractions, failures, total = [], [], len(articles)
    for done, outcome in enumerate(outcomes(articles, settings), 1):
        if isinstance(outcome, Extraction):
            extractions.append(outcome)
        else:
            failures.append(outcome)
        progress("reading", done, total)
    return extractions, failures


def outcomes(articles: Collection[Article], settings: Settings) -> Iterator[Extraction | Failure]:
    """The extraction, or the failure, of each article in order."""
    count = len(articles)
    if settings.processes <= 1 or count < 2:
        worker = Worker(settings)
        yield from map(worker.extract, articles)
        return
    with ProcessPoolExecutor(min(settings.processes, count), initializer=start_worker, initargs=(settings,)) as pool:
        waiting: deque[Future[Extraction | Failure]] = deque()
        for article in articles:
            if len(waiting) >= WAITING * settings.processes:
                yield waiting.popleft().result()
            waiting.append(pool.submit(extract_in_worker, article))
        while waiting:
            yield waiting.popleft().result()


class Worker:
    """Holds the language model and the lexicon, loaded once, and reads one article after the other."""

    def __init__(self, settings: Settings) -> None:
        self.nlp = load(settings.model)
        self.lexicon = load_lexicon(settings.ontology)
        self.network = SlotNetwork()
        self.least = settings.least_sure

    def extract(self, article: Article) -> Extraction | Failure:
        """What one article states, without the page it stood on; an error in it costs only this article."""
        if len(article.text) > self.nlp.max_length:
            return Failure(article.id, f"the story has {len(article.text):,} characters, more than {self.nlp.max_length:,}", TOO_LONG)
        try:
            with time_limit(SECONDS):
                doc = annotate(article, self.nlp, self.lexicon)
                return extract(doc, replace(article, original="", segments=()), self.lexicon, self.network, least=self.least)
        except TooSlow:
            return Failure(article.id, f"its sentences take more than {SECONDS} seconds", TOO_LONG)
        except Exception as error:
            log.debug("article %s failed", article.id, exc_info=True)
            return Failure(article.id, f"{type(error).__name__}: {error}", REPORT)

    def states(self, sentence: str, row: FrameVerb | FrameNoun | FramePhrase | PostVerb) -> bool:
        """Whether a sentence gives a fact by a rule that names the row's word; for posts, one of the row's status."""
        read = self.extract(Article("example", sentence, published=EXAMPLE_DAY))
        claims = read.claims if isinstance(read, Extraction) else ()
        if isinstance(row, PostVerb):
            held = [c for c in claims if c.kind == "RoleHolding"]
            return any({row.status, row.past, row.present, row.future} & set(c.values("status")) for c in held)
        return any(row.lemma in c.evidence.rule.split(".") for c in claims)


_worker: list[Worker] = []  # one per process: the pool's initializer fills it, since a model cannot be sent between processes


def start_worker(settings: Settings) -> None:
    """Load the model in a new worker process."""
    _worker[:] = [Worker(settings)]


def extract_in_worker(article: Article) -> Extraction | Failure:
    """Read one article in a worker process."""
    return _worker[0].extract(article)
