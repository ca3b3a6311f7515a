"""Building a graph: of files, in a store, of the samples, here or on a cluster."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import click

import kg
from kg.cli.common import FORMATS, MODEL, ONTOLOGY, Stop, late, printable
from kg.cli.group import main
from kg.cli.summary import summary

MOST_TOLD = 20  # failures of one reason that are told one by one
OUT = "Folder to write to."
FORMAT = "What to write; may be given again. [default: turtle, html]"
BASE = "Prefix of the IRIs of your data. [default: https://w3id.org/newskg/id/]"
JUDGEMENTS = "A file of what people judged to be one or not; `kg review` makes it."
FIELDS = "Where JSON and CSV keep a field: FIELD=NAME, or a YAML file of them; may be given again. FIELD is text, html, headline, \
date, publisher, url, author, id or language."
FILE_TIMES = "Give a story without any other date that of its file; marked as such, and changed by copying."
LEAST_SURE = "How likely a fact must be right to be told, 0 to 1. [default: 0.32 for posts, 0 for deals and deliveries]"
PROCESSES = "Articles read at once; the result is the same."
BUILD_OPTIONS = (
    click.option("--out", type=click.Path(path_type=Path), default=Path("exports"), show_default=True, help=OUT),
    click.option("--format", "formats", multiple=True, type=click.Choice(FORMATS), help=FORMAT),
    click.option("--model", default="", help=MODEL),
    ONTOLOGY,
    click.option("--base", default="", help=BASE),
    click.option("--judgements", type=click.Path(exists=True, dir_okay=False, path_type=Path), help=JUDGEMENTS),
    click.option("--fields", multiple=True, help=FIELDS),
    click.option("--file-times/--no-file-times", default=None, help=FILE_TIMES),
    click.option("--least-sure", type=click.FloatRange(0, 1), default=None, help=LEAST_SURE),
    click.option("--processes", type=click.IntRange(1, 256), default=1, show_default=True, help=PROCESSES),
    click.option("--quiet", is_flag=True, help="No progress and no summary."),
)


def build_options(command: Callable[..., None]) -> Callable[..., None]:
    """The options that `build` and `demo` share."""
    for option in reversed(BUILD_OPTIONS):
        command = option(command)
    return command


ENGINE = 'Who reads and compares: processes of this machine, or Apache Spark (extra "spark"); the result is the same.'
MASTER = 'Where Spark runs: "local[2,4]" (two workers here), "spark://HOST:7077", "yarn". With it parts are written, too.'
STORE = "A folder that remembers what was read: the next build reads only what is new or changed."


@main.command()
@click.argument("inputs", nargs=-1, type=click.Path(path_type=Path))
@click.option("--store", type=click.Path(path_type=Path), help=STORE)
@click.option("--engine", type=click.Choice(["processes", "spark"]), default="processes", show_default=True, help=ENGINE)
@click.option("--master", default="local[2,4]", show_default=True, help=MASTER)
@build_options
def build(inputs: tuple[Path, ...], **options: Any) -> None:
    """Read articles and write the graph.

    INPUT is a file, a folder, or "-" for standard input. Read are web pages (.html, .mhtml), plain text (.txt), JSON, JSON Lines
    and CSV as scrapers write them, RSS and Atom files, mail (.eml, .mbox), PDF with text in it, crawls (.warc, .warc.gz), and zip, tar,
    gz, bz2 and xz of these. What a file is shows in its first bytes, then in its ending.

    In plain text the first line may be "date YYYY-MM-DD source"; the next is the headline. Menus, related links and other
    furniture of the page are left out. The date of publication is the first of: metadata, first line, dateline, address, a time
    stamp on the page, the day of a crawl. Each story of a newsletter, a live page or a page of news in brief is an
    article of its own. Stories in other languages are skipped.

    Writes graph.ttl and graph.html. An article that cannot be read is reported, left out and counted; exit code 2
    only when nothing could be read.

    With --store DIR the articles go into a store, and the graph is that of all articles in it; `kg retract` takes one out. The
    store remembers --model, --ontology, --base, --judgements, --least-sure, --fields and --file-times; the last two change only when all
    its files are given again. Without INPUT the files are written from the store as it is.

    With --engine spark INPUT may be a Parquet table of articles, too (its columns as --fields says), and the graph is also written in
    parts: quads.nq/ (N-Quads) and quads.parquet/.
    """
    if options["engine"] == "spark" and options["store"] is not None:
        raise click.UsageError("--engine spark builds no store; leave out --store")
    if not inputs and options["store"] is None:
        raise click.UsageError("Missing argument 'INPUTS...'.")
    run_build(inputs, **options)


@main.command()
@click.argument("store", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.argument("articles", nargs=-1, required=True)
@click.option("--out", type=click.Path(path_type=Path), help="Folder to write the files to; none are written without it.")
@click.option("--format", "formats", multiple=True, type=click.Choice(FORMATS), help=FORMAT)
@click.option("--quiet", is_flag=True, help="No progress and no summary.")
def retract(store: Path, articles: tuple[str, ...], **options: Any) -> None:
    """Take ARTICLE, by its id in the graph, out of a store, with everything that only it supports.

    The graph is then what it would be had the article never been there. A later build of its file takes it in again.
    """
    run_build((), store=store, retracted=articles, **options)


@main.command()
@build_options
def demo(**options: Any) -> None:
    """Build the sample stories that come with the program."""
    run_build((Path(kg.__file__).parent / "samples",), **options)


def run_build(
    inputs: Sequence[Path],
    *,
    out: Path | None,
    formats: tuple[str, ...],
    quiet: bool,
    store: Path | None = None,
    retracted: Sequence[str] = (),
    engine: str = "processes",
    master: str = "",
    **settings: Any,
) -> None:
    """Build, write and tell. out: None for no files; store: a folder to keep the articles in, and which of them to take out.

    engine, master: as `build` has them.

    settings: the fields of pipeline.Settings.
    """
    for missing in (p for p in inputs if not p.exists() and str(p) != "-"):
        raise Stop(f"there is no file or folder {missing}")
    if out and out.exists() and not out.is_dir():
        raise Stop(f"{out} is a file; give a folder to --out")
    pipeline, reading = late("pipeline"), late("reading")
    progress = silence if quiet else progress_to_stderr
    parts: Sequence[Path] = ()
    try:
        settings["fields"] = reading.mapping_of(settings.get("fields", ()))
        if engine == "spark":
            built, parts = run_cluster(inputs, pipeline.Settings(**settings), out, master, progress)
            kept = ""
        else:
            built, kept = run_rooms(inputs, pipeline.Settings(**settings), store, retracted, progress)
    except (
        late("cluster").NoEngine,
        reading.BadFields,
        late("language").NoModel,
        late("archive").ArchiveError,
        pipeline.UnusableVocabulary,
        pipeline.UnusableJudgements,
    ) as error:
        raise Stop(printable(str(error))) from error
    told: Counter[str] = Counter()
    for failure in built.failures:
        told[failure.why] += 1
        if told[failure.why] <= MOST_TOLD:
            click.echo(f"left out {printable(failure.name)}: {printable(failure.why)}. {printable(failure.mend)}", err=True)
    untold = sum(n - MOST_TOLD for n in told.values() if n > MOST_TOLD) + max(0, built.reading.failed - len(built.reading.failures))
    if untold:
        click.echo(f"left out {untold:,} more for such reasons; the summary counts them", err=True)
    for ruling, why in built.told.unused:
        click.echo(f"judgement without effect, {printable(ruling.where)}: {printable(why)}", err=True)
    if not built.told.articles and not retracted:
        why = f" ({len(built.failures)} failed, see above)" if built.failures else ": no file of a form that is read among the inputs"
        skipped = ", ".join(f"{n} {why}" for t in built.reading.tallies for why, n in t.skipped[:3])
        raise Stop("no article could be read" + (f": {printable(skipped)}" if skipped and not built.failures else why))
    told_of_all, graph = summary(built) + kept, built.graph
    del built  # what was read has had its use; the files need its room
    try:
        written = [*late("exporters").export(graph, out, formats or ("turtle", "html")), *parts] if out else ()
    except OSError as error:
        raise Stop(f"cannot write to {out}: {error.strerror or error}; nothing there was changed") from error
    if not quiet:
        click.echo(told_of_all, err=True)
        for path in written:
            click.echo(str(path))


def run_cluster(inputs: Sequence[Path], settings: Any, out: Path | None, master: str, progress: Any) -> tuple[Any, Sequence[Path]]:
    """The finished graph, built by Spark, and the folders of its parts."""
    cluster = late("cluster")
    with cluster.started(master) as engine:
        built = cluster.build(inputs, settings, engine, progress)
        return built, cluster.write_parts(built.graph, out, engine) if out and built.told.articles else ()


def run_rooms(inputs: Sequence[Path], settings: Any, store: Path | None, retracted: Sequence[str], progress: Any) -> tuple[Any, str]:
    """The finished graph, and what to say of the store it was built in."""
    if store is None:
        return late("pipeline").build(inputs, settings, progress), ""
    upkeep = late("upkeep")
    updated = upkeep.retract(store, retracted, settings, progress) if retracted else upkeep.update(store, inputs, settings, progress)
    taken = f", {printable(', '.join(updated.retracted))} taken out" if updated.retracted else ""
    return updated.build, f"\nstore     {updated.read} read, {updated.kept} known before{taken}"


def silence(stage: str, done: int, total: int) -> None:
    """No progress."""


def progress_to_stderr(stage: str, done: int, total: int) -> None:
    """One line that is written over, on a terminal; nothing in a pipe or a log."""
    if sys.stderr.isatty():
        count = f" {done} of {total}" if total > 1 else ""
        click.echo(f"\r\x1b[K{stage}{count}", err=True, nl=stage == "checking")
