"""One HTML file with the whole graph as an interactive picture, every fact with its sentences and sources."""

from __future__ import annotations

from pathlib import Path
from typing import Unpack

from pyvis.network import Network

from kg.exporters.html.limits import Part, part
from kg.exporters.html.network import network, with_names
from kg.exporters.html.page import TITLE, document
from kg.graph import KnowledgeGraph, view

__all__ = ["Part", "render", "to_pyvis", "write_html"]


def render(graph: KnowledgeGraph, title: str = TITLE, **asked: Unpack[Part]) -> str:
    """The HTML document as text; it needs no network and no other file.

    asked: top, around, since, for a part of the graph, see Part. Raises UnknownNode when nothing goes by the name `around`.
    """
    return document(view(graph), title, **asked)


def write_html(graph: KnowledgeGraph, path: Path, title: str = TITLE, **asked: Unpack[Part]) -> None:
    """Write the page in UTF-8 with plain line ends, whatever the locale and the system; OSError when it cannot be written."""
    path.write_bytes(render(graph, title, **asked).encode("utf-8"))


def to_pyvis(graph: KnowledgeGraph, **asked: Unpack[Part]) -> Network:
    """A plain pyvis network of the graph or a part of it, for those who want pyvis's own page or mean to change it first.

    Names stand on dots and lines, places are given, physics is off. There are no tooltips: pyvis may run script from one.
    """
    seen = part(view(graph), **asked)
    return with_names(network(seen), seen)
