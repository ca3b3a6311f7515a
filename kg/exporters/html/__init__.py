"""One HTML file with the whole graph as an interactive picture, every fact with its sentences and sources."""

from __future__ import annotations

from pathlib import Path

from kg.exporters.html.page import TITLE, document
from kg.graph import KnowledgeGraph, view

__all__ = ["render", "write_html"]


def render(graph: KnowledgeGraph, title: str = TITLE) -> str:
    """The HTML document as text; it needs no network and no other file."""
    return document(view(graph), title)


def write_html(graph: KnowledgeGraph, path: Path, title: str = TITLE) -> None:
    """Write the page in UTF-8 with plain line ends, whatever the locale and the system; OSError when it cannot be written."""
    path.write_bytes(render(graph, title).encode("utf-8"))
