"""Entities and facts as RDF, each fact with its evidence; and the doors to load, query, view, validate and explain a graph."""

from kg.graph.assembly import assemble
from kg.graph.conversion import to_rdflib
from kg.graph.decisions import decided
from kg.graph.embedded import NoGraph, is_kept, keep, opened, state
from kg.graph.explanation import Explanation, UnknownNode, explain
from kg.graph.knowledge_graph import Inference, KnowledgeGraph
from kg.graph.queries import NamedQuery, named_queries
from kg.graph.store import GraphError, load, query
from kg.graph.triples import Triples
from kg.graph.validation import Finding, validate
from kg.graph.view import (
    ArticleView,
    ConflictView,
    DecisionView,
    EntityView,
    EvidenceView,
    FactView,
    RelationView,
    SideView,
    Slot,
    SlotValue,
    StatedView,
    StepView,
    View,
)
from kg.graph.viewing import view

__all__ = [
    "ArticleView",
    "ConflictView",
    "DecisionView",
    "EntityView",
    "EvidenceView",
    "Explanation",
    "FactView",
    "Finding",
    "GraphError",
    "Inference",
    "KnowledgeGraph",
    "NamedQuery",
    "NoGraph",
    "RelationView",
    "SideView",
    "Slot",
    "SlotValue",
    "StatedView",
    "StepView",
    "Triples",
    "UnknownNode",
    "View",
    "assemble",
    "decided",
    "explain",
    "is_kept",
    "keep",
    "load",
    "named_queries",
    "opened",
    "query",
    "state",
    "to_rdflib",
    "validate",
    "view",
]
