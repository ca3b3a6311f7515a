"""How do query results, explanations and findings read on a terminal?"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import pyoxigraph as ox
from pyoxigraph import Literal, NamedNode

from kg.graph import (
    ArticleView,
    DecisionView,
    Explanation,
    FactView,
    Finding,
    SideView,
    StepView,
    decided,
    explain,
    load,
    named_queries,
    query,
    validate,
)
from kg.graph.provenance import POLICY
from kg.model import Ruling
from kg.ontology import Ontology
from kg.ontology import load as load_ontology

FORMATS = {
    "csv": ox.QueryResultsFormat.CSV,
    "tsv": ox.QueryResultsFormat.TSV,
    "json": ox.QueryResultsFormat.JSON,
    "xml": ox.QueryResultsFormat.XML,
}

LONG_NAME = 60  # characters from which a name is a whole sentence, which needs no words around it


def printable(text: str) -> str:
    """Text from outside without control characters, so that it cannot steer a terminal."""
    return "".join(c if c.isprintable() else " " for c in text)


def query_text(given: str, folder: Path | None = None) -> str:
    """The query that is meant by a name, a file or the query itself. Raises OSError and, for a single word that is none, ValueError."""
    kept = named_queries(folder)
    if given in kept:
        return kept[given].sparql
    if given.endswith((".rq", ".sparql")) and Path(given).is_file():
        return Path(given).read_text(encoding="utf-8")
    if re.fullmatch(r"[\w.-]+", given):
        raise ValueError(f"there is no query {printable(given)}; kept are {', '.join(kept)}")
    return given


def ask(graph: Path, sparql: str, form: str, folder: Path | None = None, values: Mapping[str, str] | None = None) -> str:
    """Answer a SPARQL query over a written graph: a table, or one of the W3C result formats; Turtle for CONSTRUCT and DESCRIBE.

    values: what variables must be, by name.
    """
    ontology = load_ontology(folder)
    results = query(graph, sparql, ontology, values)
    if isinstance(results, ox.QueryTriples):
        prefixes = {**ontology.prefixes, "id": ontology.base}
        out = io.BytesIO()
        ox.serialize(sorted(results, key=str), out, format=ox.RdfFormat.TURTLE, prefixes=prefixes)
        return out.getvalue().decode()
    if form in FORMATS:
        out = io.BytesIO()
        results.serialize(out, format=FORMATS[form])
        text = out.getvalue().decode()
        return text if text.endswith("\n") else text + "\n"
    if isinstance(results, ox.QueryBoolean):
        return f"{'yes' if results else 'no'}\n"
    names = [v.value for v in results.variables]
    return table(names, [[cell(row[v], ontology) for v in results.variables] for row in results])


def cell(term: object, ontology: Ontology) -> str:
    """One value of a row: a short name for an IRI, the bare text of a literal, "" for nothing."""
    if isinstance(term, NamedNode):
        return ontology.short(term.value)
    return printable(term.value) if isinstance(term, Literal) else "" if term is None else str(term)


def table(names: list[str], rows: list[list[str]]) -> str:
    """Rows under their names, columns as wide as their longest value, then the number of rows."""
    widths = [max([len(n), *(len(r[i]) for r in rows)]) for i, n in enumerate(names)]
    lines = ["  ".join(v.ljust(w) for v, w in zip(r, widths, strict=True)).rstrip() for r in [names, ["-" * w for w in widths], *rows]]
    return "\n".join([*lines, f"{len(rows)} row{'' if len(rows) == 1 else 's'}", ""])


def explained(path: Path, node: str, folder: Path | None = None) -> str:
    """What the graph knows of a node, as paragraphs of text."""
    return "\n".join(explanation_lines(explain(load(path, load_ontology(folder)), node))) + "\n"


def explanation_lines(found: Explanation) -> Iterator[str]:
    """The lines of an explanation: names, facts with their sentences, what follows from them, merge decisions."""
    yield f"{printable(found.label)}  ({', '.join(found.kinds)}, {found.short})"
    others = [n for n in found.names if n != found.label]
    if others:
        yield f"  also written: {printable(', '.join(others))}"
    if found.stories:
        yield printable(f"  told in: {', '.join(a.id + (f' (a copy of {a.copy_of})' if a.copy_of else '') for a in found.stories)}")
    if found.links:
        yield f"  same as: {', '.join(map(printable, found.links))}"
    for name, value in found.other:
        yield f"  {name}: {printable(value)}"
    for article in found.elsewhere:
        yield f"  also told in: {source(article)}"
    for fact in found.facts:
        yield ""
        yield from fact_lines(fact)
    if found.inferred:
        yield ""
        yield "follows by rule:"
        for i in found.inferred:
            yield f"  {printable(i.subject)} {i.property} {printable(i.target)}  [{i.rule}]"
    if found.decisions:
        yield ""
        yield f"{len(found.decisions)} decisions on what is one and what is not (a score adds up what was found; 1 is what it takes):"
        for d in found.decisions:
            yield from decision_lines(d)


def decision_lines(d: DecisionView) -> Iterator[str]:
    """The lines of one decision: the outcome and who decided, what was compared, and what each comparison found."""
    who = f"score {d.score:.2f}" if d.by == POLICY else f"judged by {printable(d.by)}"
    yield f"  {'taken for one' if d.same else 'kept apart'}, {who}:"
    yield f"    {side(d.left)}"
    yield f"    {side(d.right)}"
    yield from (f"      {printable(f)}" for f in d.findings or (d.reason,))


def side(s: SideView) -> str:
    """A name, or a fact's quoted words, and the article it stands in."""
    return printable(f"“{s.name}”" + (f" ({s.article})" if s.article else ""))


def uncertain(path: Path, folder: Path | None = None) -> list[DecisionView]:
    """The decisions of a written graph that a person should look at; first those nearest to the other outcome."""
    found = [d for d in decided(load(path, load_ontology(folder))) if d.uncertain]
    return sorted(found, key=lambda d: (d.same, -d.score, d.kind, d.left.label, d.left.name, d.right.name, d.right.article))


def as_ruling(d: DecisionView, same: bool = False, by: str = "") -> Ruling:
    """What a person judges of the two that a decision compared."""
    return Ruling(d.kind, d.left.name, d.left.article, d.right.name, d.right.article, same, by)


def question(number: int, of: int, d: DecisionView) -> str:
    """One uncertain decision with its evidence, as a few lines."""
    lines = [f"{number} of {of}  {d.kind}: {'taken for one' if d.same else 'kept apart'}, score {d.score:.2f}"]
    for s in (d.left, d.right):
        lines += [f"  {side(s)}", *([f"      {printable(s.words)}"] if s.words and len(s.name) < LONG_NAME else [])]
    lines += [f"    {printable(f)}" for f in d.findings or (d.reason,)]
    return "\n".join(lines)


def fact_lines(fact: FactView) -> Iterator[str]:
    """The lines of one fact: its slots, then every sentence that supports it."""
    yield f"{fact.kind_label}  {fact.id}"
    for slot in fact.slots:
        yield f"  {slot.label}: {printable('; '.join(v.text for v in slot.values))}"
    if len(fact.history) > 1:
        yield f"  history: {printable('; '.join(map(step, fact.history)))}"
    for conflict in fact.conflicts:
        said = (f"{s.text} in {' and '.join(s.articles)}" for s in conflict.stated)
        yield f"  sources disagree on {conflict.label}: {printable('; '.join(said))}"
    for sentence in fact.contradictions:
        yield f"  contradicted: {printable(sentence)}"
    quoted = ""
    for e in fact.evidence:
        if e.quote != quoted:  # copies of a story say the same words, which are shown once
            yield f"  “{printable(e.quote)}”"
        quoted = e.quote
        yield f"    {source(e.article)} [{e.start}:{e.end}] rule {e.rule}, confidence {e.confidence:g}"
        if e.said_by or e.hedge:
            yield "    " + printable("; ".join([*(f"said by {name}" for name in e.said_by), *([f"hedged: {e.hedge}"] if e.hedge else [])]))


def step(s: StepView) -> str:
    """One status that a fact has had, with its day or the day it was first told of."""
    when = s.date or (f"told {s.reported}" if s.reported else "")
    return f"{s.status} ({when})" if when else s.status


def source(article: ArticleView) -> str:
    """Where a sentence stands: publisher, date, id and author of its article, and whose copy that is, as far as known."""
    author = f"by {article.author}" if article.author else ""
    copy = f"a copy of {article.copy_of}" if article.copy_of else ""
    return printable(", ".join(x for x in (article.publisher, article.date, article.id, author, copy) if x))


def findings(path: Path, folder: Path | None = None) -> list[str]:
    """One line for each breach of the ontology's shapes; empty for a sound graph."""
    ontology = load_ontology(folder)
    return [finding_line(f) for f in validate(load(path, ontology), ontology)]


def finding_line(finding: Finding) -> str:
    """One breach as a line."""
    return printable(f"{finding.severity.lower()}: {finding.node} {finding.path} {finding.value}: {finding.message}")
