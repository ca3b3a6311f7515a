"""The command itself, before any verb."""

from __future__ import annotations

import logging
import sys

import click

import kg
from kg.cli.common import printable


class Printable(logging.Formatter):
    """Log lines without control characters: file names come from outside."""

    def format(self, record: logging.LogRecord) -> str:
        """The line of one record."""
        return printable(super().format(record))


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
