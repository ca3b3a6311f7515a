"""How is the graph written for network programs (Gephi, Cytoscape, yEd, networkx)?

Nodes are entities, edges are the lines a reader sees (`kg.graph.view`): one for each fact and pair of parties, and one for
each inferred shortcut.
"""

from __future__ import annotations

import re
from pathlib import Path

import networkx as nx

from kg.graph import KnowledgeGraph, view

# Text of ours cannot look like this: "<" is escaped in it.
_DATED_HEAD = re.compile(r"<meta lastmodifieddate=\"[^\"]*\">")


def write_gexf(graph: KnowledgeGraph, path: Path) -> None:
    """GEXF 1.2, without the date that networkx puts in its head."""
    text = "\n".join(nx.generate_gexf(_network(graph), encoding="utf-8"))
    path.write_text(_DATED_HEAD.sub("<meta>", text, count=1) + "\n", encoding="utf-8", newline="\n")


def write_graphml(graph: KnowledgeGraph, path: Path) -> None:
    """GraphML."""
    nx.write_graphml_xml(_network(graph), path, encoding="utf-8")


def _network(graph: KnowledgeGraph) -> nx.MultiDiGraph[str]:
    seen = view(graph)
    network: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for e in seen.entities:
        network.add_node(e.id, label=e.label, kind=e.kind, names=" | ".join(e.names), articles=len(e.articles), iri=e.iri)
    for number, r in enumerate(seen.relations):
        sentence = r.evidence[0].quote if r.evidence else ""
        network.add_edge(
            r.subject, r.target, key=str(number), label=r.label, property=r.property, fact=r.fact, status=r.status,
            date=r.date, details=" | ".join(r.literals), inferred=r.inferred, sentence=sentence,
            articles=len({e.article.id for e in r.evidence}),
        )  # fmt: skip
    return network
