"""Asking a graph: queries, explanations, its shapes."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from kg.cli.common import GRAPH, ONTOLOGY, Stop, late, printable
from kg.cli.group import main

RESULTS = ("table", "csv", "tsv", "json", "xml")


@main.command()
@GRAPH
@click.argument("sparql", metavar="QUERY")
@click.option("--format", "form", type=click.Choice(RESULTS), default="table", show_default=True, help="How to print rows.")
@click.option("--set", "values", multiple=True, metavar="NAME=VALUE", help="What a variable must be; may be given again.")
@click.option("--seconds", type=click.FloatRange(min=0, min_open=True), help="Give up after this long. [default: never]")
@ONTOLOGY
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
@ONTOLOGY
def queries(ontology: Path | None) -> None:
    """List the kept queries, each with the question that it answers.

    Ask one with `kg query GRAPH NAME`. Files NAME.rq in the folder queries/ of --ontology join them.
    """
    for kept in late("graph").named_queries(ontology).values():
        click.echo(f"{kept.name}\n    {printable(kept.question)}")


@main.command()
@GRAPH
@click.argument("node")
@ONTOLOGY
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
@GRAPH
@ONTOLOGY
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
