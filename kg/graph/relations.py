"""Which lines between two entities does a reader see: facts from the side of their parties, inferred shortcuts, variants of systems?

The table LINES says which pair of slots makes a line for which facts; of one group, only the first line
that has both its ends is drawn, so that a deal without a named buyer still joins its seller to what is sold. Facts of a kind
that a user's frame added get lines from their first slot to the others.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from kg.graph.knowledge_graph import Inference, KnowledgeGraph
from kg.graph.view import FactView, RelationView


@dataclass(frozen=True, slots=True)
class Line:
    """One kind of line. family: class of the fact; subject, target: its slots; group: of one group one line is drawn."""

    family: str
    subject: str
    target: str
    label: str
    group: str = ""


LINES = (
    Line("RoleHolding", "holder", "of", "holds post in", "post"),
    Line("RoleHolding", "holder", "role", "holds post", "post"),
    Line("Purchase", "buyer", "system", "buys", "object"),
    Line("Acquisition", "buyer", "system", "acquires", "object"),
    Line("Contract", "buyer", "system", "contracts for", "object"),
    Line("Lease", "buyer", "system", "leases", "object"),
    Line("Donation", "buyer", "system", "receives", "object"),
    Line("Deal", "buyer", "system", "deals for", "object"),
    Line("Deal", "seller", "buyer", "sells to", "sale"),
    Line("Deal", "seller", "system", "sells", "sale"),
    Line("Deal", "maker", "system", "makes"),
    Line("Delivery", "from", "to", "delivers to"),
    Line("Delivery", "to", "system", "takes delivery of"),
)
# Inferred triples that are lines; their inverses would draw every line twice.
SHORTCUTS = ("holdsRole", "inOfficeAfter", "purchases", "supplies")
# Slots whose text a reader wants on the line.
_SHOWN = ("title", "quantity", "unit", "hasValue", "hedge")


def relations(graph: KnowledgeGraph, facts: Iterable[FactView]) -> tuple[RelationView, ...]:
    """All lines, sorted by subject, property, target and fact."""
    facts = list(facts)
    by_iri = {f.iri: f for f in facts}
    found = [r for f in facts for r in _drawn(graph, f)]
    found += [r for i in graph.inferences for r in _shortcut(graph, i, by_iri)]
    found += _variants(graph)
    return tuple(sorted(found, key=lambda r: (r.subject, r.property, r.target, r.fact, r.inferred)))


def _drawn(graph: KnowledgeGraph, fact: FactView) -> Iterator[RelationView]:
    drawn: set[str] = set()
    found = False
    ends = {s.property: [v.entity for v in s.values if v.entity] for s in fact.slots}
    for line in LINES:
        if line.group in drawn or not graph.ontology.is_a(fact.kind, line.family):
            continue
        found = True
        pairs = [(s, t) for s in ends.get(line.subject, ()) for t in ends.get(line.target, ()) if s != t]
        if line.group and pairs:
            drawn.add(line.group)
        for subject, target in pairs:
            yield _relation(fact, subject, f"{line.subject}-{line.target}", line.label, target)
    if not found and len(ends) > 1:
        yield from _from_first(fact, {p: e for p, e in ends.items() if e})


def _from_first(fact: FactView, ends: Mapping[str, Sequence[str]]) -> Iterator[RelationView]:
    """A kind of fact that the table does not know: lines from its first slot to all others, called by the kind."""
    first, *others = ends
    for target in others:
        for s, t in ((s, t) for s in ends[first] for t in ends[target] if s != t):
            yield _relation(fact, s, f"{first}-{target}", fact.kind_label, t)


def _shortcut(graph: KnowledgeGraph, inference: Inference, facts: dict[str, FactView]) -> Iterator[RelationView]:
    """The lines of an inferred triple between two entities, one for each fact it follows from that the first of them is a party of."""
    triple, terms = inference.triple, graph.terms
    name = graph.ontology.local(triple.predicate.value)
    if name not in SHORTCUTS:
        return
    label = graph.ontology.properties[name].label
    subject, target = (terms.id(getattr(t, "value", "")) for t in (triple.subject, triple.object))
    for premise in inference.premises:
        fact = facts.get(premise.value)
        if fact is not None and any(v.entity == subject for s in fact.slots for v in s.values):
            yield replace(
                _relation(fact, subject, name, label, target),
                inferred=True,
                rule=inference.rule,
                because=graph.ontology.rules.get(inference.rule, ""),
            )


def _variants(graph: KnowledgeGraph) -> Iterator[RelationView]:
    """A line from each system to the one it is a variant of; no fact is behind it."""
    property, label = graph.terms.name("kg:variantOf"), graph.ontology.properties["variantOf"].label
    for triple in graph.asserted.of(property):
        ends = [graph.terms.id(getattr(t, "value", "")) for t in (triple.subject, triple.object)]
        yield RelationView(ends[0], "variantOf", label, ends[1], "", "", "", (), False, "", ())


def _relation(fact: FactView, subject: str, property: str, label: str, target: str) -> RelationView:
    texts = {s.property: ", ".join(v.text for v in s.values) for s in fact.slots}
    return RelationView(
        subject=subject,
        property=property,
        label=label,
        target=target,
        fact=fact.id,
        status=fact.status,
        date=fact.date,
        literals=tuple(texts[p] for p in _SHOWN if p in texts),
        inferred=False,
        rule="",
        evidence=fact.evidence,
    )
