"""How is the graph written for network programs (Gephi, Cytoscape, yEd, networkx)?

Nodes are entities, edges are the lines a reader sees (`kg.graph.view`): one for each fact and pair of parties, and one for
each inferred shortcut.
"""

from __future__ import annotations

import re
from pathlib import Path

import networkx as nx

from kg.exporters.html.network import network as picture
from kg.graph import KnowledgeGraph, View, view

# Text of ours cannot look like this: "<" is escaped in it.
_DATED_HEAD = re.compile(r"<meta lastmodifieddate=\"[^\"]*\">")


def write_gexf(graph: KnowledgeGraph, path: Path) -> None:
    """GEXF 1.2 with the places, sizes and colours of the page, without the date that networkx puts in its head."""
    seen = view(graph)
    network = _network(seen)
    for dot in picture(seen).nodes:
        red, green, blue = (int(dot["color"][at : at + 2], 16) for at in (1, 3, 5))
        place = {"x": float(dot["x"]), "y": -float(dot["y"]), "z": 0.0}  # there y grows upwards
        network.nodes[dot["id"]]["viz"] = {"position": place, "color": {"r": red, "g": green, "b": blue, "a": 1.0}, "size": dot["size"]}
    text = "\n".join(nx.generate_gexf(network, encoding="utf-8"))
    path.write_text(_DATED_HEAD.sub("<meta>", text, count=1) + "\n", encoding="utf-8", newline="\n")


def write_graphml(graph: KnowledgeGraph, path: Path) -> None:
    """GraphML."""
    nx.write_graphml_xml(_network(view(graph)), path, encoding="utf-8")


def _network(seen: View) -> nx.MultiDiGraph[str]:
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
