"""How do the triples of a graph become the records of `kg.graph.view`?"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from functools import cached_property

from pyoxigraph import Literal, NamedNode

from kg.graph.contradictions import contradictions
from kg.graph.decisions import decisions
from kg.graph.index import Index
from kg.graph.knowledge_graph import KnowledgeGraph
from kg.graph.relations import relations
from kg.graph.terms import plain_number, web_address
from kg.graph.view import ArticleView, ConflictView, EntityView, EvidenceView, FactView, Slot, SlotValue, StatedView, StepView, View

ENTITY_KINDS = ("Country", "Organization", "Person", "Place", "Role", "System")
# The order in which a reader wants the slots of any fact; what is not named here follows by name.
SLOT_ORDER = (
    "holder", "title", "role", "of", "buyer", "seller", "maker", "to", "from", "system", "quantity", "unit",
    "hasValue", "hasDate", "start", "end", "status", "attributedTo", "hedge",
)  # fmt: skip
# Properties of a fact that are no slots of it.
_NOT_SLOTS = (
    "mentionedIn", "supportedBy", "text", "dateText", "startText", "endText", "quantityText", "approximateQuantity",
    "approximateDate", "history",
)  # fmt: skip
# Where the words of a slot's value stand, and the mark that they make it approximate.
_WRITTEN = {
    "hasDate": ("kg:dateText", "kg:approximateDate"),
    "start": ("kg:startText", "kg:approximateDate"),
    "end": ("kg:endText", "kg:approximateDate"),
    "quantity": ("kg:quantityText", "kg:approximateQuantity"),
}
_DATES = ("hasDate", "start", "end")


def view(graph: KnowledgeGraph) -> View:
    """Everything in the graph as plain records. Works on a graph just built and on one read from a file."""
    reader = _Reader(graph)
    articles = [reader.article(n) for n in reader.index.members("kg:Article")]
    entities = [reader.entity(n, kind) for kind in ENTITY_KINDS for n in reader.index.members(f"kg:{kind}")]
    facts = sorted(reader.facts(), key=lambda f: f.id)
    return View(
        entities=tuple(sorted(entities, key=lambda e: e.id)),
        facts=tuple(facts),
        relations=relations(graph, facts),
        articles=tuple(sorted(articles, key=lambda a: a.id)),
        decisions=tuple(decisions(reader.index)),
    )


class _Reader:
    """Reads records out of the asserted triples; each article and evidence is made once."""

    def __init__(self, graph: KnowledgeGraph) -> None:
        self.graph = graph
        self.ontology = graph.ontology
        self.index = Index(graph, graph.asserted)
        self.clashes = contradictions(graph)
        self._articles: dict[str, ArticleView] = {}

    def article(self, node: NamedNode) -> ArticleView:
        text = self.index.text
        if node.value not in self._articles:
            self._articles[node.value] = ArticleView(
                id=text(node, "dcterms:identifier"),
                iri=node.value,
                headline=text(node, "schema:headline"),
                publisher=text(node, "schema:publisher"),
                date=text(node, "schema:datePublished"),
                url=text(node, "schema:url"),
                author=text(node, "schema:author"),
                copy_of=next((text(n, "dcterms:identifier") for n in self.index.nodes(node, "kg:copyOf")), ""),
            )
        return self._articles[node.value]

    def entity(self, node: NamedNode, kind: str) -> EntityView:
        label = self.index.text(node, "skos:prefLabel")
        names = (label, *sorted(self.index.texts(node, "skos:altLabel")))
        articles = sorted(self.article(a).id for a in self.index.nodes(node, "kg:mentionedIn"))
        links = sorted(filter(None, map(web_address, self.index.texts(node, "owl:sameAs"))))
        return EntityView(self.graph.terms.id(node.value), node.value, kind, label, names, tuple(articles), tuple(links))

    def facts(self) -> Iterator[FactView]:
        """Each fact by the narrowest of its classes; one of two that are not above each other is seen as both."""
        above = {kind: self.ontology.superclasses(kind) - {kind} for kind in self.ontology.subclasses("Fact")}
        kinds: dict[NamedNode, set[str]] = {}
        for kind in sorted(above):
            for node in self.index.members(f"kg:{kind}"):
                kinds.setdefault(node, set()).add(kind)
        for node, told in kinds.items():
            for kind in sorted(told - {wider for k in told for wider in above[k]}):
                yield self.fact(node, kind)

    def fact(self, node: NamedNode, kind: str) -> FactView:
        text = self.index.text
        evidence = [self.evidence(e) for e in self.index.nodes(node, "kg:supportedBy")]
        doubts = {e.hedge for e in evidence}
        return FactView(
            id=self.graph.terms.id(node.value),
            iri=node.value,
            kind=kind,
            kind_label=self.ontology.classes[kind].label,
            label=text(node, "rdfs:label"),
            slots=tuple(self.slots(node)),
            status=self._local(text(node, "kg:status")),
            date=next((d for p in _DATES if (d := text(node, f"kg:{p}"))), ""),
            hedge=", ".join(sorted(self.index.texts(node, "kg:hedge") or (doubts if all(doubts) else ()))),
            evidence=tuple(sorted(evidence, key=lambda e: (e.article.id, e.start, e.end, e.iri))),
            history=tuple(self.step(n) for n in sorted(self.index.nodes(node, "kg:history"), key=self._position)),
            conflicts=tuple(self.conflict(c) for c in self._conflicts.get(node.value, ())),
            contradictions=self.clashes.get(node.value, ()),
        )

    @cached_property
    def _conflicts(self) -> dict[str, list[NamedNode]]:
        """Fact to its conflicts."""
        found: dict[str, list[NamedNode]] = {}
        for node in self.index.members("kg:Conflict"):
            for fact in self.index.nodes(node, "kg:about"):
                found.setdefault(fact.value, []).append(node)
        return found

    def _position(self, step: NamedNode) -> int:
        return int(self.index.text(step, "kg:position") or 0)

    def step(self, node: NamedNode) -> StepView:
        text = self.index.text
        status = self._local(text(node, "kg:status"))
        return StepView(status, text(node, "kg:date"), text(node, "kg:reported"), self._tellers(node))

    def conflict(self, node: NamedNode) -> ConflictView:
        text = self.index.text
        property = self._local(text(node, "kg:onProperty"))
        label = self.ontology.properties[property].label if property in self.ontology.properties else property
        said = [
            StatedView(text(n, "kg:text"), text(n, "kg:preferred") == "true", self._tellers(n)) for n in self.index.nodes(node, "kg:states")
        ]
        return ConflictView(property, label, tuple(sorted(said, key=lambda s: (not s.preferred, -len(s.articles), s.text))))

    def _tellers(self, node: NamedNode) -> tuple[str, ...]:
        """Identifiers of the articles whose words tell of it."""
        told = [a for e in self.index.nodes(node, "kg:toldBy") for a in self.index.nodes(e, "prov:wasDerivedFrom")]
        return tuple(sorted({self.article(a).id for a in told}))

    def slots(self, node: NamedNode) -> Iterator[Slot]:
        for name in self._slots:
            if values := self.index.values(node, f"kg:{name}"):
                shown = tuple(self.value(node, name, v) for v in values)
                yield Slot(name, self.ontology.properties[name].label, shown)

    @cached_property
    def _slots(self) -> list[str]:
        """The properties that are slots, in the order in which they are told."""
        order = {name: i for i, name in enumerate(SLOT_ORDER)}
        return sorted((p for p in self.ontology.properties if p not in _NOT_SLOTS), key=lambda p: (order.get(p, len(order)), p))

    def value(self, node: NamedNode, property: str, value: NamedNode | Literal) -> SlotValue:
        if isinstance(value, Literal):
            return self._plain(node, property, value.value)
        if amount := self.index.text(value, "kg:amount"):
            return SlotValue(self._money(value, amount), written=self.index.text(value, "kg:text"))
        if label := self.index.text(value, "skos:prefLabel"):
            return SlotValue(label, self.graph.terms.id(value.value))
        local = self._local(value.value)
        return SlotValue(self.ontology.statuses[local].label if local in self.ontology.statuses else local)

    def evidence(self, node: NamedNode) -> EvidenceView:
        text = self.index.text
        articles = self.index.nodes(node, "prov:wasDerivedFrom")
        return EvidenceView(
            iri=node.value,
            article=self.article(articles[0]) if articles else ArticleView("", "", "", "", "", ""),
            quote=text(node, "oa:exact"),
            start=int(text(node, "oa:start") or 0),
            end=int(text(node, "oa:end") or 0),
            rule=text(node, "kg:rule"),
            confidence=float(text(node, "kg:confidence") or 0),
            stated=self.index.lines(node, "skos:note"),
            said_by=tuple(sorted(text(n, "skos:prefLabel") for n in self.index.nodes(node, "kg:attributedTo"))),
            hedge=", ".join(sorted(self.index.texts(node, "kg:hedge"))),
        )

    def _plain(self, node: NamedNode, property: str, text: str) -> SlotValue:
        if property not in _WRITTEN:
            return SlotValue(text)
        words, approximate = _WRITTEN[property]
        about = "about " if self.index.text(node, approximate) == "true" else ""
        return SlotValue(about + text, written=self.index.text(node, words))

    def _money(self, node: NamedNode, amount: str) -> str:
        about = "about " if self.index.text(node, "kg:approximate") == "true" else ""
        whole, _, rest = plain_number(Decimal(amount)).partition(".")
        return f"{about}{int(whole):,}{'.' + rest if rest else ''} {self.index.text(node, 'kg:currency')}"

    def _local(self, iri: str) -> str:
        return self.ontology.local(iri) or self.ontology.short(iri)
