"""The graph as files: Turtle and other RDF, network formats, and the page for readers.

A new format is one function `(graph, path) -> None` and one line in FORMATS.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from kg.exporters.files import ExportError, write_whole
from kg.exporters.html import write_html
from kg.exporters.network import write_gexf, write_graphml
from kg.exporters.rdf import write_jsonld, write_ntriples, write_trig, write_turtle
from kg.graph import KnowledgeGraph

__all__ = ["FORMATS", "ExportError", "Format", "export"]


@dataclass(frozen=True, slots=True)
class Format:
    """One export format. name: as given to --format; file: the name of what is written."""

    name: str
    file: str
    write: Callable[[KnowledgeGraph, Path], None]


FORMATS = (
    Format("turtle", "graph.ttl", write_turtle),
    Format("html", "graph.html", write_html),
    Format("ntriples", "graph.nt", write_ntriples),
    Format("trig", "graph.trig", write_trig),
    Format("jsonld", "graph.jsonld", write_jsonld),
    Format("gexf", "graph.gexf", write_gexf),
    Format("graphml", "graph.graphml", write_graphml),
)


def export(graph: KnowledgeGraph, directory: Path, formats: Iterable[str] = ("turtle", "html")) -> tuple[Path, ...]:
    """Write the graph in each format into the folder, which is made if need be; returns the files in the order asked for.

    Files of an earlier run stay as they are until all new ones are whole. Raises ExportError (folder not writable, disk full),
    and before anything is written ValueError (unknown format).
    """
    known = {f.name: f for f in FORMATS}
    names = tuple(dict.fromkeys(formats))
    if unknown := [name for name in names if name not in known]:
        raise ValueError(f"unknown format {', '.join(unknown)}; there are {', '.join(known)}")
    chosen = [known[name] for name in names]
    write_whole((directory / format.file, partial(format.write, graph)) for format in chosen)
    return tuple(directory / format.file for format in chosen)
