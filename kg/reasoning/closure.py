"""What follows from a graph by the rules, and from which facts?

The rules run on a copy of the graph, together with the ontology, until none gives anything new. A rule may say what a triple
follows from by constructing `?fact rdf:reifies <<( subject predicate object )>>`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from pyoxigraph import DefaultGraph, NamedNode, Quad, QueryTriples, RdfFormat, Store, Triple, parse

from kg.graph import Inference, KnowledgeGraph
from kg.ontology import Ontology
from kg.reasoning.rules import Rule, load_rules


def infer(graph: KnowledgeGraph, ontology: Ontology, rules: Sequence[Rule] | None = None) -> KnowledgeGraph:
    """The same assertions, with everything that follows from them by the rules (by default the shipped ones).

    Earlier inferences are dropped and made anew, so that inferring twice changes nothing. What is asserted is never listed as
    inferred; what several rules give is listed under each. Raises ValueError naming the rule that is not SPARQL.
    """
    rules = load_rules() if rules is None else rules
    store = _store(graph, ontology)
    prefixes = {**ontology.prefixes, "id": ontology.base}
    while _extend(store, (t for rule in rules for t in _run(rule, store, prefixes) if not isinstance(t.object, Triple))):
        pass
    found = (i for rule in rules for i in _inferences(graph, rule, _run(rule, store, prefixes)))
    return graph.with_inferences(i for i in found if i.triple not in graph.asserted)


def _store(graph: KnowledgeGraph, ontology: Ontology) -> Store:
    """The asserted triples and the ontology's, as one graph."""
    store = Store()
    axioms = parse(ontology.graph.serialize(format="nt"), format=RdfFormat.N_TRIPLES)
    store.bulk_extend(axioms)
    store.bulk_extend(_quad(t) for t in graph.asserted)
    return store


def _extend(store: Store, triples: Iterable[Triple]) -> bool:
    """Add triples; whether any was new."""
    before = len(store)
    store.extend([_quad(t) for t in triples])
    return len(store) > before


def _run(rule: Rule, store: Store, prefixes: Mapping[str, str]) -> list[Triple]:
    try:
        found = store.query(rule.sparql, prefixes=dict(prefixes))
    except SyntaxError as error:
        raise ValueError(f"the rule {rule.name} is not SPARQL: {error}") from error
    if not isinstance(found, QueryTriples):
        raise ValueError(f"the rule {rule.name} is no CONSTRUCT")
    return list(found)


def _inferences(graph: KnowledgeGraph, rule: Rule, found: Iterable[Triple]) -> list[Inference]:
    """The triples a rule gave, each with the nodes that it says it follows from."""
    reifies = graph.terms.name("rdf:reifies")
    plain: set[Triple] = set()
    premises: dict[Triple, set[NamedNode]] = defaultdict(set)
    for t in found:
        if t.predicate != reifies:
            plain.add(t)
        elif isinstance(t.object, Triple) and isinstance(t.subject, NamedNode):
            premises[t.object].add(t.subject)
    return [Inference(t, rule.name, tuple(sorted(premises[t], key=lambda node: node.value))) for t in plain]


def _quad(triple: Triple) -> Quad:
    return Quad(triple.subject, triple.predicate, triple.object, DefaultGraph())
