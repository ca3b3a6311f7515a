"""What follows from a graph by the rules, and from which facts?

The rules run on a copy of the graph, together with the ontology, until none gives anything new. A rule may say what a triple
follows from by constructing `?fact rdf:reifies <<( subject predicate object )>>`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import islice
from tempfile import TemporaryDirectory

from pyoxigraph import NamedNode, Quad, QueryTriples, RdfFormat, Store, Triple, parse

from kg.graph import Inference, KnowledgeGraph
from kg.ontology import Ontology
from kg.reasoning.rules import Rule, load_rules

MOST_IN_MEMORY = 1_000_000  # triples, of 330 bytes each; with more the rules work on the disk, which takes twice as long
AT_ONCE = 20_000  # triples that go into the store together


def infer(graph: KnowledgeGraph, ontology: Ontology, rules: Sequence[Rule] | None = None) -> KnowledgeGraph:
    """The same assertions, with everything that follows from them by the rules (by default the shipped ones).

    Earlier inferences are dropped and made anew, so that inferring twice changes nothing. What is asserted is never listed as
    inferred; what several rules give is listed under each. Raises ValueError naming the rule that is not SPARQL.
    """
    rules = load_rules() if rules is None else rules
    with TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        found = _closed(graph, ontology, rules, Store() if len(graph.asserted) <= MOST_IN_MEMORY else Store(folder))
    return graph.with_inferences(i for i in found if i.triple not in graph.asserted)


def _closed(graph: KnowledgeGraph, ontology: Ontology, rules: Sequence[Rule], store: Store) -> list[Inference]:
    """What the rules give when none of them gives anything new, worked out in an empty store."""
    prefixes = {**ontology.prefixes, "id": ontology.base}
    store.bulk_extend(parse(ontology.graph.serialize(format="nt"), format=RdfFormat.N_TRIPLES))
    _extend(store, graph.asserted)
    while True:
        before, found = len(store), list[Inference]()
        for rule in rules:
            given = _inferences(graph, rule, _run(rule, store, prefixes))
            _extend(store, (i.triple for i in given))
            found += given
        if len(store) == before:
            return found


def _extend(store: Store, triples: Iterable[Triple]) -> None:
    """Add triples, some at a time, so that they need not all be in memory."""
    waiting = (Quad(t.subject, t.predicate, t.object) for t in triples)
    while some := list(islice(waiting, AT_ONCE)):
        store.bulk_extend(some)


def _run(rule: Rule, store: Store, prefixes: Mapping[str, str]) -> QueryTriples:
    try:
        found = store.query(rule.sparql, prefixes=dict(prefixes))
    except SyntaxError as error:
        raise ValueError(f"the rule {rule.name} is not SPARQL: {error}") from error
    if not isinstance(found, QueryTriples):
        raise ValueError(f"the rule {rule.name} is no CONSTRUCT")
    return found


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
