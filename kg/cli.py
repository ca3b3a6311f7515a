"""What can be typed at the prompt, and what is answered? One verb, one function; messages and exit codes live here."""

from __future__ import annotations

import importlib
import logging
import os
import sys
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import click

import kg

UNUSABLE = 2  # exit code for arguments or input that cannot be used at all
FORMATS = (
    "turtle",
    "html",
    "ntriples",
    "trig",
    "nquads",
    "jsonld",
    "gexf",
    "graphml",
    "csv",
    "ftm",
    "neo4j",
)  # as kg.exporters has them; a test compares
MOST_TOLD = 20  # failures of one reason that are told one by one
MOST_REASONS = 4  # that are told of each form
DEALS = frozenset({"Deal", "Purchase", "Acquisition", "Contract", "Lease", "Donation"})
RESULTS = ("table", "csv", "tsv", "json", "xml")


def late(module: str) -> Any:
    """A room, imported when a verb needs it, so that `kg --help` answers at once: spaCy alone takes seconds to import."""
    return importlib.import_module(f"kg.{module}")


class Printable(logging.Formatter):
    """Log lines without control characters: file names come from outside."""

    def format(self, record: logging.LogRecord) -> str:
        """The line of one record."""
        return printable(super().format(record))


class Stop(click.ClickException):
    """An error told in one sentence; exit code 2."""

    exit_code = UNUSABLE


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(kg.__version__, prog_name="kg")
def main() -> None:
    """Build a knowledge graph of roles, deals and deliveries from news articles.

    \b
    kg demo                          build the bundled sample stories into exports/
    kg build stories/                build your own: pages, texts, feeds, mail, PDF, JSON, CSV, WARC, zip, tar
    kg query exports/graph.ttl "SELECT ?who ?what { ?who kg:purchases ?what }"
    kg explain exports/graph.ttl "Turkey"
    """
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(Printable("%(message)s"))
    logging.basicConfig(level=logging.WARNING, handlers=[handler])


OUT = "Folder to write to."
FORMAT = "What to write; may be given again. [default: turtle, html]"
MODEL = '"news", "fast" (quicker, less exact), or another English spaCy pipeline by name or folder. [default: news]'
ONTOLOGY = "A folder that adds to the shipped ontology, or with a kg.ttl of its own takes its place."
BASE = "Prefix of the IRIs of your data. [default: https://w3id.org/newskg/id/]"
JUDGEMENTS = "A file of what people judged to be one or not; `kg review` makes it."
FIELDS = "Where JSON and CSV keep a field: FIELD=NAME, or a YAML file of them; may be given again. FIELD is text, html, headline, \
date, publisher, url, author, id or language."
FILE_TIMES = "Give a story without any other date that of its file; marked as such, and changed by copying."
PROCESSES = "Articles read at once; the result is the same."
BUILD_OPTIONS = (
    click.option("--out", type=click.Path(path_type=Path), default=Path("exports"), show_default=True, help=OUT),
    click.option("--format", "formats", multiple=True, type=click.Choice(FORMATS), help=FORMAT),
    click.option("--model", default="", help=MODEL),
    click.option("--ontology", type=click.Path(exists=True, file_okay=False, path_type=Path), help=ONTOLOGY),
    click.option("--base", default="", help=BASE),
    click.option("--judgements", type=click.Path(exists=True, dir_okay=False, path_type=Path), help=JUDGEMENTS),
    click.option("--fields", multiple=True, help=FIELDS),
    click.option("--file-times/--no-file-times", default=None, help=FILE_TIMES),
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
    store remembers --model, --ontology, --base, --judgements, --fields and --file-times; the last two change only when all its
    files are given again. Without INPUT the files are written from the store as it is.

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
    for ruling, why in built.resolution.unused:
        click.echo(f"judgement without effect, {printable(ruling.where)}: {printable(why)}", err=True)
    if not built.extractions and not retracted:
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
        return built, cluster.write_parts(built.graph, out, engine) if out and built.extractions else ()


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


def summary(built: Any) -> str:
    """What was built, in a few lines."""
    reading, resolution = built.reading, built.resolution
    kinds = [f.kind for f in resolution.facts]
    roles, deliveries, deals = kinds.count("RoleHolding"), kinds.count("Delivery"), sum(kind in DEALS for kind in kinds)
    others = len(kinds) - roles - deliveries - deals
    claims = sum(len(e.claims) for e in built.extractions)
    entities = sum(e.kind != "Role" for e in resolution.entities)
    lines = [
        f"articles  {len(built.extractions)} built, {failed(built)} failed, {len(reading.repeated)} repeated",
        f"claims    {claims}",
        f"entities  {entities}",
        f"facts     {roles} roles, {deals} deals, {deliveries} deliveries" + (f", {others} others" if others else ""),
    ]
    judged = sum(1 for d in resolution.decisions if d.by)
    if judged or resolution.unused:
        lines.append(f"judged    {judged} by people, {len(resolution.unused)} without effect")
    if copies := sum(bool(e.article.copy_of) for e in built.extractions):
        lines.append(f"copies    {copies} of a story that another article told first")
    if undated := sum(e.article.published is None for e in built.extractions):
        lines.append(f'undated   {undated}: days such as "on Friday" stay open there')
    if len(reading.tallies) > 1 or any(t.skipped or t.failed for t in reading.tallies):
        lines += [f"{'form':<18}{'read':>7}{'skipped':>9}{'failed':>8}  why", *(form_line(t) for t in reading.tallies)]
    if reading.skipped:
        lines.append("skipped   " + ", ".join(f"{n} {reason}" for reason, n in reading.skipped))
    if built.findings:
        lines.append(f"shapes    {len(built.findings)} findings; kg validate lists them")
    return "\n".join(lines)


def failed(built: Any) -> int:
    """How many pieces and articles failed, told one by one or not."""
    return int(len(built.failures) + max(0, built.reading.failed - len(built.reading.failures)))


def form_line(tally: Any) -> str:
    """What became of one form: read, skipped, failed, and the most frequent reasons."""
    skipped, failed = (sum(n for _, n in reasons) for reasons in (tally.skipped, tally.failed))
    reasons = sorted((*tally.skipped, *tally.failed), key=lambda each: -each[1])
    why = [printable(reason) + (f" ({n:,} times)" if n > 1 else "") for reason, n in reasons[:MOST_REASONS]]
    why += [f"{len(reasons) - MOST_REASONS:,} other reasons"] if len(reasons) > MOST_REASONS else []
    return f"  {tally.form:<16}{tally.read:>7,}{skipped:>9,}{failed:>8,}  {'; '.join(why)}".rstrip()


@main.command()
@click.argument("graph", type=click.Path(exists=True, path_type=Path))
@click.argument("sparql", metavar="QUERY")
@click.option("--format", "form", type=click.Choice(RESULTS), default="table", show_default=True, help="How to print rows.")
@click.option("--set", "values", multiple=True, metavar="NAME=VALUE", help="What a variable must be; may be given again.")
@click.option("--seconds", type=click.FloatRange(min=0, min_open=True), help="Give up after this long. [default: never]")
@click.option("--ontology", type=click.Path(exists=True, file_okay=False, path_type=Path), help=ONTOLOGY)
def query(graph: Path, sparql: str, form: str, values: tuple[str, ...], seconds: float | None, ontology: Path | None) -> None:
    """Ask a graph in SPARQL 1.1.

    QUERY is the query itself, a file that holds it, or the name of a kept one: `kg queries` lists these. The prefixes kg:,
    id:, skos:, schema:, prov:, oa:, dcterms: and the others of the ontology need not be declared. CONSTRUCT and DESCRIBE
    print Turtle. GRAPH is a file, or the folder of a store.

    --set says what a variable must be: `kg query GRAPH holders --set date=2022-06-30`, `--set buyer=Poland`,
    `--set fact=id:deal-poland-k2`. A value is a day, a whole number, <an IRI>, a name with a prefix, or text.
    """
    terminal, limits = late("terminal"), late("limits")
    given = dict(v.split("=", 1) for v in values if "=" in v)
    if len(given) < len(values):
        raise Stop("--set takes NAME=VALUE, each NAME once")
    try:
        asked = (graph, terminal.query_text(sparql, ontology), form, ontology, given)
        click.echo(limits.within(seconds, terminal.ask, *asked) if seconds else terminal.ask(*asked), nl=False)
    except limits.TooLong as error:
        raise Stop(f"{error}; narrow the query, or give it more --seconds") from error
    except (late("graph").GraphError, OSError, ValueError) as error:
        raise Stop(str(error)) from error


@main.command()
@click.option("--ontology", type=click.Path(exists=True, file_okay=False, path_type=Path), help=ONTOLOGY)
def queries(ontology: Path | None) -> None:
    """List the kept queries, each with the question that it answers.

    Ask one with `kg query GRAPH NAME`. Files NAME.rq in the folder queries/ of --ontology join them.
    """
    for kept in late("graph").named_queries(ontology).values():
        click.echo(f"{kept.name}\n    {printable(kept.question)}")


@main.command()
@click.argument("graph", type=click.Path(exists=True, path_type=Path))
@click.argument("url")
@click.option("--graph", "named", default="", metavar="IRI", help="The named graph to write. [default: the default graph]")
@click.option("--add", is_flag=True, help="Keep what the graph holds; otherwise it is replaced.")
@click.option("--batch", type=click.IntRange(min=1), default=50_000, show_default=True, help="Triples a request.")
@click.option("--digest", is_flag=True, help="Prove the password by digest, as Virtuoso asks for.")
@click.option("--ontology", type=click.Path(exists=True, file_okay=False, path_type=Path), help=ONTOLOGY)
def load(graph: Path, url: str, named: str, add: bool, batch: int, digest: bool, ontology: Path | None) -> None:
    """Put a graph into a triple store through its Graph Store Protocol.

    \b
    kg load exports/graph.ttl http://127.0.0.1:7878/store --graph https://example.org/news
    kg load news.kg http://127.0.0.1:8890/sparql-graph-crud-auth --graph https://example.org/news --digest

    Name and password are taken from the variables KG_USER and KG_PASSWORD, or a token from KG_TOKEN, never from the URL.
    A request that fails for the moment is tried again; in the end the triples are counted.
    """
    remote, graphs = late("remote"), late("graph")
    place = remote.Remote(url, named, digest)
    try:
        if warning := remote.check(place, os.environ):
            click.echo(f"warning: {warning}", err=True)
        triples = graphs.load(graph, late("ontology").load(ontology)).triples()
        found = remote.load(triples, place, os.environ, add=add, batch=batch)
    except (remote.NotLoaded, graphs.GraphError, OSError, ValueError) as error:
        raise Stop(printable(str(error))) from error
    click.echo(f"{len(triples)} triples sent, {found} in the graph", err=True)


LOOPBACK = frozenset({"localhost", "127.0.0.1", "[::1]"})


@main.command()
@click.argument("graph", type=click.Path(exists=True, path_type=Path))
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen at; 0.0.0.0 lets the whole network ask.")
@click.option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help="0 for any that is free.")
@click.option("--seconds", type=click.FloatRange(min=0, min_open=True), default=30, show_default=True, help="What a query may take.")
@click.option("--megabytes", type=click.IntRange(min=1), default=50, show_default=True, help="What an answer may hold.")
@click.option("--ontology", type=click.Path(exists=True, file_okay=False, path_type=Path), help=ONTOLOGY)
def serve(graph: Path, host: str, port: int, seconds: float, megabytes: int, ontology: Path | None) -> None:
    """Serve a graph over HTTP, for reading.

    \b
    http://127.0.0.1:8000/               the explorer
    http://127.0.0.1:8000/sparql         the SPARQL 1.1 Protocol
    http://127.0.0.1:8000/id/NAME        one thing, as a page, Turtle or JSON-LD

    GRAPH is a file, or the folder of a store; after a build of the store its new graph is served. Only this machine can ask
    unless --host says otherwise. Needs the extra `serve`: pip install 'newskg[serve]'.
    """
    serving, graphs = late("serve"), late("graph")
    limits = serving.Limits(seconds, megabytes * 1_000_000)
    shown = f"[{host}]" if ":" in host else host
    hosts = LOOPBACK if shown in LOOPBACK else frozenset()
    try:
        with serving.app_of(graph, ontology, limits, hosts) as app:
            serving.run(app, host, port, lambda at: click.echo(f"http://{shown}:{at}/", err=True))
    except (serving.NoServer, graphs.GraphError, graphs.NoGraph, OSError, ValueError) as error:
        raise Stop(str(error)) from error


@main.command()
@click.argument("graph", type=click.Path(exists=True, path_type=Path))
@click.argument("node")
@click.option("--ontology", type=click.Path(exists=True, file_okay=False, path_type=Path), help=ONTOLOGY)
def explain(graph: Path, node: str, ontology: Path | None) -> None:
    """Show what is known of NODE and why: its facts, their sentences, rules and sources, and how names were merged.

    NODE is an IRI, an id ("country-turkey") or a name ("Turkey").
    """
    terminal, graphs = late("terminal"), late("graph")
    try:
        click.echo(terminal.explained(graph, node, ontology), nl=False)
    except (graphs.GraphError, graphs.UnknownNode, OSError, ValueError) as error:
        raise Stop(str(error)) from error


@main.command()
@click.argument("graph", type=click.Path(exists=True, path_type=Path))
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), default=Path("graph.html"), show_default=True, help="The file.")
@click.option("--around", default="", metavar="NODE", help="Only this entity, by id or name, and what two steps from it lead to.")
@click.option("--since", default="", metavar="DAY", help="Only what articles since this day, month or year tell.")
@click.option("--top", type=click.IntRange(min=1), help="At most so many entities, the most connected.")
@click.option("--ontology", type=click.Path(exists=True, file_okay=False, path_type=Path), help=ONTOLOGY)
def page(graph: Path, out: Path, ontology: Path | None, **asked: Any) -> None:
    """Write the page of a graph, or of a part of it: the one that `build` writes holds the whole.

    \b
    kg page exports/graph.ttl --around Turkey --out turkey.html
    kg page news.kg --since 2024-06 --top 500
    """
    exporters, graphs = late("exporters"), late("graph")
    try:
        loaded = graphs.load(graph, late("ontology").load(ontology))
        exporters.write_page(loaded, out, **asked)
    except (graphs.GraphError, graphs.UnknownNode, OSError, ValueError) as error:
        raise Stop(printable(str(error))) from error
    click.echo(out)


@main.command()
@click.argument("graph", type=click.Path(exists=True, path_type=Path))
@click.option("--ontology", type=click.Path(exists=True, file_okay=False, path_type=Path), help=ONTOLOGY)
def validate(graph: Path, ontology: Path | None) -> None:
    """Check a graph against the shapes of the ontology; exit code 1 when it breaks one."""
    terminal = late("terminal")
    try:
        findings = terminal.findings(graph, ontology)
    except (late("graph").GraphError, OSError, ValueError) as error:
        raise Stop(str(error)) from error
    for line in findings:
        click.echo(line)
    if findings:
        sys.exit(1)
    click.echo(f"{graph} keeps to all shapes")


@main.command()
@click.argument("graph", type=click.Path(exists=True, path_type=Path))
@click.option(
    "--judgements", type=click.Path(dir_okay=False, path_type=Path), help="A file to add the pairs to; those in it are not shown."
)
@click.option("--ask", is_flag=True, help="Ask for a verdict on each pair, and write it to the file.")
@click.option("--by", default="", help="Who judges; kept with each verdict.")
@click.option("--ontology", type=click.Path(exists=True, file_okay=False, path_type=Path), help=ONTOLOGY)
def review(graph: Path, judgements: Path | None, ask: bool, by: str, ontology: Path | None) -> None:
    """List the pairs that were narrowly taken for one or kept apart, with their sentences, for a person to judge.

    With --judgements FILE each pair gets a line there, marked "?"; write "same" or "different" in its place, keep the file in
    git, and give it to `kg build --judgements FILE`. A line taken away takes its judgement back.
    """
    if ask and judgements is None:
        raise Stop("--ask needs a file to write to; give one with --judgements")
    terminal, told = late("terminal"), late("judgements")
    try:
        pairs = terminal.uncertain(graph, ontology)
        known = told.pairs(judgements) if judgements and judgements.exists() else set()
        pairs = [d for d in pairs if told.pair(terminal.as_ruling(d)) not in known]
        for number, decision in enumerate(pairs, 1):
            click.echo(terminal.question(number, len(pairs), decision) + "\n")
            if ask and not verdict_asked(judgements, terminal, decision, by):
                return
        if judgements is not None and not ask:
            told.write(judgements, told.with_open(judgements, [terminal.as_ruling(d, by=by) for d in pairs]))
    except (late("graph").GraphError, told.BadJudgements, OSError, ValueError) as error:
        raise Stop(str(error)) from error
    where = f", added to {judgements}" if judgements and not ask and pairs else ""
    click.echo(f"{len(pairs)} pair{'' if len(pairs) == 1 else 's'} to judge{where}", err=True)


def verdict_asked(path: Path | None, terminal: Any, decision: Any, by: str) -> bool:
    """Ask for one verdict and write it; whether to go on."""
    told = late("judgements")
    answer = click.prompt("same, different, later or quit", type=click.Choice(["s", "d", "l", "q"]), default="l")
    if path is not None and answer in ("s", "d"):
        ruling = terminal.as_ruling(decision, same=answer == "s", by=by)
        told.write(path, told.with_verdict(told.with_open(path, [ruling]), ruling))
    return answer != "q"


@main.command()
@click.option("--model", default="", help=MODEL)
@click.option("--ontology", type=click.Path(exists=True, file_okay=False, path_type=Path), help=ONTOLOGY)
def frames(**settings: Any) -> None:
    """Check the frames, which say how each type of fact is worded: every row on its example and its counter.

    Exit code 1 when a row finds nothing in its example, or something in its counter.
    """
    pipeline = late("pipeline")
    try:
        trials = list(pipeline.try_rows(pipeline.Settings(**settings)))
    except (late("language").NoModel, pipeline.UnusableVocabulary) as error:
        raise Stop(str(error)) from error
    for fact in dict.fromkeys(t.fact for t in trials):
        click.echo(f"{fact}: {sum(t.fact == fact for t in trials)} rows")
    wrong = [t for t in trials if t.on_counter or not t.on_example]
    for t in wrong:
        fault = "states something in its counter" if t.on_counter else "finds nothing in its example"
        click.echo(f"{t.fact}: {printable(t.lemma)} {fault}")
    if wrong:
        sys.exit(1)


def printable(text: str) -> str:
    """Text from outside without control characters, so that it cannot steer a terminal."""
    return "".join(c if c.isprintable() else "?" for c in text)


if __name__ == "__main__":
    main()
