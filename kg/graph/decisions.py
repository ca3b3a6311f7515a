"""What was decided about what is one thing and what is not, by whom and why, as the graph tells it?"""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import NamedNode

from kg.graph.index import Index
from kg.graph.knowledge_graph import KnowledgeGraph
from kg.graph.view import DecisionView, SideView


def decided(graph: KnowledgeGraph) -> tuple[DecisionView, ...]:
    """All decisions of a graph."""
    return tuple(decisions(Index(graph, graph.asserted)))


def decisions(index: Index) -> Iterator[DecisionView]:
    """All decisions of a graph, in the order of their nodes."""
    for node in index.members("kg:Decision"):
        kinds = [index.graph.ontology.local(kind.value) for kind in index.nodes(node, "kg:compared")]
        yield DecisionView(
            kind=kinds[0] if kinds else "",
            left=_side(index, node, "left"),
            right=_side(index, node, "right"),
            same=index.text(node, "kg:same") == "true",
            score=float(index.text(node, "kg:score") or 0),
            reason=index.text(node, "kg:reason"),
            findings=index.lines(node, "kg:finding"),
            uncertain=index.text(node, "kg:uncertain") == "true",
            by=index.text(node, "kg:decidedBy"),
        )


def _side(index: Index, node: NamedNode, side: str) -> SideView:
    of = next(iter(index.nodes(node, f"kg:{side}")), None)
    articles = index.nodes(node, f"kg:{side}In")
    return SideView(
        id=index.terms.id(of.value) if of else "",
        label=(index.text(of, "skos:prefLabel") or index.text(of, "rdfs:label")) if of else "",
        name=index.text(node, f"kg:{side}Name"),
        article=index.text(articles[0], "dcterms:identifier") if articles else "",
        words=index.text(node, f"kg:{side}Words"),
    )
