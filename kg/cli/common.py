"""What all verbs share: rooms imported late, errors in one sentence, options and arguments with one meaning."""

from __future__ import annotations

import importlib
from pathlib import Path
from typing import Any

import click

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

MODEL = '"news", "fast" (quicker, less exact), or another English spaCy pipeline by name or folder. [default: news]'
GRAPH = click.argument("graph", type=click.Path(exists=True, path_type=Path))
ONTOLOGY = click.option(
    "--ontology",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="A folder that adds to the shipped ontology, or with a kg.ttl of its own takes its place.",
)


def late(module: str) -> Any:
    """A room, imported when a verb needs it, so that `kg --help` answers at once: spaCy alone takes seconds to import."""
    return importlib.import_module(f"kg.{module}")


class Stop(click.ClickException):
    """An error told in one sentence; exit code 2."""

    exit_code = UNUSABLE


def printable(text: str) -> str:
    """Text from outside without control characters, so that it cannot steer a terminal."""
    return "".join(c if c.isprintable() else "?" for c in text)
