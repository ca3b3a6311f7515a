"""How much faster than plain rdflib is the graph loaded, written and asked? Prints ratios of processor time.

    python -m tests.benchmarks.store --triples 100000

Both get the same Turtle of a made-up world, on the same machine in one run. Each task has a process of its own: for loading a new one,
whose imports are not counted; for all else one that has the graph already. Processor time is compared, since other work on the machine
changes it less. A query that rdflib has not answered in --patience seconds counts as that long; one that it has must give as many rows.
"""

from __future__ import annotations

import json
import multiprocessing
import signal
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from pathlib import Path

import click
import pyoxigraph
import rdflib

from kg.exporters import export
from kg.graph import KnowledgeGraph, assemble, keep, load, named_queries, opened, query
from kg.limits import TooLong, within
from kg.model import Argument, Article, Claim, Decision, Entity, Evidence, Fact, Ref, Resolution, Side, Step, Value
from kg.ontology import load as load_ontology
from kg.values import Date, Money, Quantity

ONTOLOGY = load_ontology()
TRIPLES_PER_STORY = 94  # about
COUNTRIES, SYSTEMS = 150, 400
LEAST = 1e-4  # seconds; less cannot be told apart
RUNS = 3


def world(stories: int) -> KnowledgeGraph:
    """Each story tells of a purchase, a delivery and who holds a post; every tenth one has a decision."""
    entities = [Entity(f"country-{n}", "Country", f"Country {n}", (f"Country {n}", f"Land {n}")) for n in range(COUNTRIES)]
    entities += [Entity(f"system-{n}", "System", f"System {n}", (f"System {n}",)) for n in range(SYSTEMS)]
    entities += [Entity(f"role-{n}", "Role", f"Minister of Country {n}", (f"Minister of Country {n}",)) for n in range(COUNTRIES)]
    entities += [Entity(f"person-{n}", "Person", f"Person {n}", (f"Person {n}",)) for n in range(stories // 3 + 1)]
    articles = [Article(f"a{n}", "x", f"Headline {n}", _day(n), publisher="Wire") for n in range(stories)]
    facts = [fact for n in range(stories) for fact in _facts(n, stories)]
    decisions = tuple(_decision(n) for n in range(0, stories - 1, 10))
    return assemble(Resolution(tuple(entities), tuple(facts), decisions), articles, ONTOLOGY)


def _day(n: int) -> Date:
    return Date(2000 + n % 25, 1 + n % 12, 1 + n % 28)


def _facts(n: int, stories: int) -> Iterator[Fact]:
    buyer, seller, system = Ref(f"country-{n % COUNTRIES}"), Ref(f"country-{(n * 7 + 1) % COUNTRIES}"), Ref(f"system-{n % SYSTEMS}")
    money = Money(Decimal(1000003 * (n % 900 + 1)), "USD" if n % 3 else "EUR")
    sold = {
        "buyer": buyer,
        "seller": seller,
        "system": system,
        "hasValue": money,
        "hasDate": _day(n),
        "quantity": Quantity(Decimal(n % 90 + 1)),
    }
    yield _fact(f"deal-{n}", "Purchase", n, "signed" if n % 4 else "planned", **sold)
    came = {"to": buyer, "from": seller, "system": system, "start": _day(n + 500), "quantity": Quantity(Decimal(n % 9 + 1))}
    yield _fact(f"delivery-{n}", "Delivery", n, "started" if n % 2 else "expected", **came)
    held = {"holder": Ref(f"person-{n % (stories // 3 + 1)}"), "role": Ref(f"role-{n % COUNTRIES}"), "of": buyer, "title": "Minister"}
    yield _fact(f"holding-{n}", "RoleHolding", n, "current" if n % 5 else "former", **held)


def _fact(id: str, kind: str, n: int, status: str, **slots: Value) -> Fact:
    arguments = (*(Argument(p, v) for p, v in slots.items()), Argument("status", status))
    claims = tuple(Claim(kind, arguments, Evidence(f"a{n}", s * 90, s * 90 + 80, f"Sentence {s} of {n}", "bench", 0.9)) for s in range(1))
    return Fact(id, kind, arguments, claims, (Step(status, _day(n), _day(n).iso, claims),))


def _decision(n: int) -> Decision:
    left, right = (Side(f"deal-{m}", f"Sentence 0 of {m}", f"a{m}") for m in (n, n + 1))
    return Decision("Deal", left, right, False, 0.4, "different systems", ("-0.5 different systems",), n % 50 == 0)


def spent(work: Callable[..., object], *given: object) -> float:
    """Processor seconds of a task, without what it takes to throw away what it made."""
    before = time.process_time()
    made = work(*given)
    took = time.process_time() - before
    del made
    return took


def loaded(path: Path) -> rdflib.Graph:
    return rdflib.Graph(bind_namespaces="none").parse(path, format="turtle")


def written(graph: rdflib.Graph, path: Path) -> None:
    graph.serialize(path, format="turtle")


def asked(source: pyoxigraph.Store | Path, sparql: str) -> bytes:
    """The answer as JSON, from a store in memory or from one on the disk, which is opened for it."""
    store = opened(source) if isinstance(source, Path) else source
    found = store.query(sparql, prefixes=dict(ONTOLOGY.prefixes))
    return found.serialize(format=pyoxigraph.QueryResultsFormat.JSON) or b""  # type: ignore[union-attr,call-overload,no-any-return]


def asked_rdflib(graph: rdflib.Graph, sparql: str) -> bytes:
    """The answer as JSON, from a graph that is in memory."""
    return graph.query(sparql, initNs=dict(ONTOLOGY.prefixes)).serialize(format="json") or b""


def answered(work: Callable[..., bytes], *given: object) -> tuple[float, int]:
    """Processor seconds of a query, and how many rows it gave."""
    before = time.process_time()
    answer = work(*given)
    return time.process_time() - before, len(json.loads(answer)["results"]["bindings"])


def freshly(work: Callable[..., object], *given: object) -> float:
    """Processor seconds of a task, the least of three runs, each in a new process that holds nothing else."""
    with multiprocessing.get_context("spawn").Pool(1, maxtasksperchild=1) as pool:
        return min(pool.apply(spent, (work, *given)) for _ in range(RUNS))


@click.command()
@click.option("--triples", default=100_000, show_default=True)
@click.option("--patience", default=60.0, show_default=True, help="Processor seconds after which a query of rdflib is given up.")
def main(triples: int, patience: float) -> None:
    """Print the ratios."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        graph = world(triples // TRIPLES_PER_STORY)
        [path] = export(graph, folder, ["turtle"])
        size = path.stat().st_size / 1e6
        click.echo(f"{len(graph.triples()):,} triples, {size:.0f} MB of Turtle; processor seconds: ours, rdflib, ratio")
        loading = freshly(loaded, path)
        told("load, to be asked", freshly(asked_once, path), loading)
        told("load onto the disk", freshly(keep_file, path), loading)
        told("load, inferences apart", freshly(taken_apart, path), loading)
        plain = loaded(path)
        writing = within(3600, spent, written, plain, folder / "r.ttl")
        told("write Turtle", within(3600, spent, export, graph, folder / "again", ["turtle"]), writing)
        keep(graph, folder / "store")
        theirs = {name: patiently(patience, plain, kept.sparql) for name, kept in named_queries().items()}
        for where, source in (("in memory", graph.store()), ("on the disk", folder / "store")):
            ours = {name: within(3600, answered, asked, source, kept.sparql) for name, kept in named_queries().items()}
            compared(f"queries {where}", ours, theirs, patience)
        compared("queries on the disk, rdflib loading first", ours, theirs, patience, loading)


def asked_once(path: Path) -> object:
    return query(path, "SELECT * {} ", ONTOLOGY)  # holds the store


def taken_apart(path: Path) -> object:
    return load(path, ONTOLOGY)


def keep_file(path: Path) -> None:
    """Turtle into an embedded store on the disk."""
    with tempfile.TemporaryDirectory() as folder:
        store = pyoxigraph.Store(folder)
        store.bulk_load(path=str(path), format=pyoxigraph.RdfFormat.TURTLE)
        store.flush()


def patiently(patience: float, plain: rdflib.Graph, sparql: str) -> tuple[float, int] | None:
    """What a query takes rdflib, and its rows; None where it takes too much of the processor."""
    try:
        return within(100 * patience, answered_within, patience, plain, sparql)
    except TooLong:
        return None


def answered_within(patience: float, plain: rdflib.Graph, sparql: str) -> tuple[float, int]:
    """Raises TooLong after so many seconds of the processor; those of the clock would tell of other work on the machine."""
    signal.signal(signal.SIGPROF, _give_up)
    signal.setitimer(signal.ITIMER_PROF, patience)
    return answered(asked_rdflib, plain, sparql)


def _give_up(*_: object) -> None:
    raise TooLong("too many seconds of the processor")


def compared(
    what: str, ours: Mapping[str, tuple[float, int]], theirs: Mapping[str, tuple[float, int] | None], patience: float, before: float = 0
) -> None:
    """A line for each query, or only their medians with `before`: seconds that rdflib needs first. Both must give as many rows."""
    click.echo(what)
    pairs = {}
    for name, (seconds, rows) in ours.items():
        there = theirs[name]
        pairs[name] = (seconds, (there[0] if there else patience) + before)
        if not before:
            told(f"  {name}", *pairs[name], there is None)
        if there and there[1] != rows:
            raise click.ClickException(f"{name}: {rows} rows here, {there[1]} in rdflib")
    told("  median", statistics.median(a for a, _ in pairs.values()), statistics.median(b for _, b in pairs.values()))
    ratios = [b / max(a, LEAST) for a, b in pairs.values()]
    click.echo(f"  median of {len(ratios)} ratios {statistics.median(ratios):.1f}x, smallest {min(ratios):.1f}x")


def told(what: str, ours: float, theirs: float, late: bool = False) -> None:
    click.echo(f"{what:24} {ours:9.3f} {theirs:9.3f} {'>' if late else ' '}{theirs / max(ours, LEAST):7.1f}x")


if __name__ == "__main__":
    main()
