"""The graph as files: Turtle and other RDF, network formats, and the page for readers.

A new format is one function `(graph, path) -> None` and one line in FORMATS; one of several files has a line for each.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Unpack

from kg.exporters.files import ExportError, write_whole
from kg.exporters.ftm import write_ftm
from kg.exporters.html import Part, to_pyvis, write_html
from kg.exporters.jsonld import write_context, write_jsonld
from kg.exporters.neo4j import write_edges, write_nodes
from kg.exporters.network import write_gexf, write_graphml
from kg.exporters.rdf import write_nquads, write_ntriples, write_trig, write_turtle
from kg.exporters.tables import write_deals, write_deliveries, write_entities, write_evidence, write_roles
from kg.graph import KnowledgeGraph

__all__ = ["FORMATS", "ExportError", "Format", "export", "to_pyvis", "write_page"]


@dataclass(frozen=True, slots=True)
class Format:
    """One file of an export format. name: as given to --format; file: the name of what is written."""

    name: str
    file: str
    write: Callable[[KnowledgeGraph, Path], None]


FORMATS = (
    Format("turtle", "graph.ttl", write_turtle),
    Format("html", "graph.html", write_html),
    Format("ntriples", "graph.nt", write_ntriples),
    Format("trig", "graph.trig", write_trig),
    Format("nquads", "graph.nq", write_nquads),
    Format("jsonld", "graph.jsonld", write_jsonld),
    Format("jsonld", "context.jsonld", write_context),
    Format("gexf", "graph.gexf", write_gexf),
    Format("graphml", "graph.graphml", write_graphml),
    Format("csv", "entities.csv", write_entities),
    Format("csv", "roles.csv", write_roles),
    Format("csv", "deals.csv", write_deals),
    Format("csv", "deliveries.csv", write_deliveries),
    Format("csv", "evidence.csv", write_evidence),
    Format("ftm", "graph.ftm.json", write_ftm),
    Format("neo4j", "neo4j-nodes.csv", write_nodes),
    Format("neo4j", "neo4j-edges.csv", write_edges),
)


def export(graph: KnowledgeGraph, directory: Path, formats: Iterable[str] = ("turtle", "html")) -> tuple[Path, ...]:
    """Write the graph in each format into the folder, which is made if need be; returns the files in the order asked for.

    Files of an earlier run stay as they are until all new ones are whole. Raises ExportError (folder not writable, disk full),
    and before anything is written ValueError (unknown format).
    """
    known = tuple(dict.fromkeys(f.name for f in FORMATS))
    names = tuple(dict.fromkeys(formats))
    if unknown := [name for name in names if name not in known]:
        raise ValueError(f"unknown format {', '.join(unknown)}; there are {', '.join(known)}")
    chosen = [f for name in names for f in FORMATS if f.name == name]
    write_whole((directory / format.file, partial(format.write, graph)) for format in chosen)
    return tuple(directory / format.file for format in chosen)


def write_page(graph: KnowledgeGraph, path: Path, **asked: Unpack[Part]) -> None:
    """Write the page of the graph, or of the part that is asked for (top, around, since), whole or not at all.

    Raises ExportError, UnknownNode when nothing goes by the name `around`, ValueError when `since` is no date.
    """
    write_whole([(path, partial(write_html, graph, **asked))])
