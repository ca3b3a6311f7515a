"""Judging: pairs that a person should look at, and the frames of an ontology of one's own."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click

from kg.cli.common import GRAPH, MODEL, ONTOLOGY, Stop, late, printable
from kg.cli.group import main


@main.command()
@GRAPH
@click.option(
    "--judgements", type=click.Path(dir_okay=False, path_type=Path), help="A file to add the pairs to; those in it are not shown."
)
@click.option("--ask", is_flag=True, help="Ask for a verdict on each pair, and write it to the file.")
@click.option("--by", default="", help="Who judges; kept with each verdict.")
@ONTOLOGY
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
@ONTOLOGY
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
