"""Which triples say a fact: a role holding, a deal or a delivery?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from pyoxigraph import Literal, NamedNode, Triple

from kg.graph.articles import article_iri
from kg.graph.provenance import evidence_iri, evidence_rows
from kg.graph.terms import Terms, clean, digest, plain_number
from kg.graph.wording import fact_label, value_text
from kg.model import Conflict, Fact, Mention, Ref, Step, Value
from kg.ontology import Ontology
from kg.values import Date, Money, Quantity

# Where the words of a slot's value go, and the mark that they make it approximate.
_WRITTEN = {
    "hasDate": ("kg:dateText", "kg:approximateDate"),
    "start": ("kg:startText", "kg:approximateDate"),
    "end": ("kg:endText", "kg:approximateDate"),
    "quantity": ("kg:quantityText", "kg:approximateQuantity"),
}


def fact_rows(terms: Terms, fact: Fact, labels: Mapping[str, str]) -> Iterator[Triple]:
    """A fact's type, slots, articles and evidence. labels: names of entities by id, for the fact's own label."""
    node = terms.data(fact.id)
    kind = terms.ontology.classes[fact.kind].label if fact.kind in terms.ontology.classes else fact.kind
    for name in _classes(terms.ontology, fact.kind):
        yield terms.row(node, "rdf:type", terms.name(f"kg:{name}"))
    yield terms.row(node, "rdfs:label", terms.text(fact_label(fact, kind.lower(), labels)))
    for argument in fact.arguments:
        yield from _slot_rows(terms, node, argument.property, argument.value)
    yield from _role_rows(terms, fact)
    for article in sorted({c.evidence.article for c in fact.claims}):
        yield terms.row(node, "kg:mentionedIn", article_iri(terms, article))
    for claim in fact.claims:
        yield terms.row(node, "kg:supportedBy", evidence_iri(terms, fact.id, claim))
        yield from evidence_rows(terms, fact.id, claim, labels)
    for position, step in enumerate(fact.history, 1):
        yield from _step_rows(terms, fact, step, position)
    for conflict in fact.conflicts:
        yield from _conflict_rows(terms, fact, conflict)


def _classes(ontology: Ontology, kind: str) -> list[str]:
    """The class of a fact and the kinds of fact above it: a purchase is a deal, too. Raises kg.ontology.UnknownTerm."""
    above = [c for c in ontology.superclasses(kind) if c in ontology.classes and c != "Fact" and ontology.is_a(c, "Fact")]
    return sorted({kind, *above})


def _step_rows(terms: Terms, fact: Fact, step: Step, position: int) -> Iterator[Triple]:
    """One status that the fact has had: its day, the day it was first told, and the words that tell it."""
    node, step_node = terms.data(fact.id), terms.data(f"step-{fact.id}-{step.status}")
    yield terms.row(node, "kg:history", step_node)
    yield terms.row(step_node, "rdf:type", terms.name("kg:Step"))
    yield terms.row(step_node, "kg:position", terms.integer(position))
    yield from _slot_rows(terms, step_node, "status", step.status)
    if step.date is not None:
        yield terms.row(step_node, "kg:date", terms.date(step.date))
    if reported := Date.parse(step.reported) if step.reported else None:
        yield terms.row(step_node, "kg:reported", terms.date(reported))
    for claim in step.claims:
        yield terms.row(step_node, "kg:toldBy", evidence_iri(terms, fact.id, claim))


def _conflict_rows(terms: Terms, fact: Fact, conflict: Conflict) -> Iterator[Triple]:
    """Values that cannot all be true, each with the words that state it, and which one the fact shows."""
    node = terms.data(f"conflict-{fact.id}-{conflict.property}-{digest(*(value_text(s.value) for s in conflict.stated))}")
    yield terms.row(node, "rdf:type", terms.name("kg:Conflict"))
    yield terms.row(node, "kg:about", terms.data(fact.id))
    yield terms.row(node, "kg:onProperty", terms.name(f"kg:{conflict.property}"))
    for stated in conflict.stated:
        said = terms.data(f"{terms.id(node.value)}-{digest(value_text(stated.value))}")
        yield terms.row(node, "kg:states", said)
        yield terms.row(said, "rdf:type", terms.name("kg:StatedValue"))
        yield from _slot_rows(terms, said, conflict.property, stated.value)
        yield terms.row(said, "kg:text", terms.text(value_text(stated.value)))
        yield terms.row(said, "kg:preferred", terms.boolean(stated.preferred))
        for claim in stated.claims:
            yield terms.row(said, "kg:toldBy", evidence_iri(terms, fact.id, claim))


def _role_rows(terms: Terms, fact: Fact) -> Iterator[Triple]:
    """What a role holding says of the role itself: its title, and what it belongs to."""
    for role in fact.values("role"):
        if isinstance(role, Ref):
            for property in ("title", "of"):
                for value in fact.values(property):
                    yield from _slot_rows(terms, terms.data(role.id), property, value)


def _slot_rows(terms: Terms, node: NamedNode, property: str, value: Value) -> Iterator[Triple]:
    """One filled slot.

    What cannot be said in the ontology's terms gives nothing: a mention that was not resolved to an entity, words in the
    place of an entity, a number that is none. The evidence still tells it (skos:note).
    """
    name = f"kg:{property}"
    match value:
        case Ref(id=id):
            yield terms.row(node, name, terms.data(id))
        case Date():
            yield terms.row(node, name, terms.date(value))
            yield from _as_written(terms, node, property, value)
        case Money() if value.amount.is_finite():
            yield from _money_rows(terms, node, name, value)
        case Quantity() if value.number.is_finite():
            yield terms.row(node, name, _number(terms, value.number))
            if value.unit:
                yield terms.row(node, "kg:unit", terms.text(value.unit))
            yield from _as_written(terms, node, property, value)
        case str() if property == "status":
            yield terms.row(node, name, NamedNode(str(terms.ontology.status(value))))
        case str() if clean(value) and _takes_text(terms, property):
            yield terms.row(node, name, terms.text(value))
        case Mention() | Money() | Quantity() | str():
            return


def _as_written(terms: Terms, node: NamedNode, property: str, value: Date | Quantity) -> Iterator[Triple]:
    """The words a date or quantity was read from, and whether they make it approximate."""
    words, approximate = _WRITTEN.get(property, ("", ""))
    if not words:
        return  # a property of the user's own: the evidence keeps the words
    if value.text:
        yield terms.row(node, words, terms.text(value.text))
    if value.approximate:
        yield terms.row(node, approximate, terms.boolean(True))


def _money_rows(terms: Terms, node: NamedNode, property: str, money: Money) -> Iterator[Triple]:
    """The amount as a node of its own; the same amount in the same words is the same node."""
    amount = plain_number(money.amount)
    value = terms.data(f"value-{money.currency.lower()}-{amount}-{digest(money.text, str(money.approximate))}")
    yield terms.row(node, property, value)
    yield terms.row(value, "rdf:type", terms.name("kg:MonetaryValue"))
    yield terms.row(value, "kg:amount", terms.decimal(money.amount))
    yield terms.row(value, "kg:currency", terms.text(money.currency))
    yield terms.row(value, "kg:approximate", terms.boolean(money.approximate))
    if money.text:
        yield terms.row(value, "kg:text", terms.text(money.text))


def _takes_text(terms: Terms, property: str) -> bool:
    """Whether the property leads to a literal. Raises kg.ontology.UnknownTerm."""
    return any(range.startswith(("xsd:", "rdfs:Literal")) for range in terms.ontology.range(property))


def _number(terms: Terms, number: Decimal) -> Literal:
    return terms.integer(int(number)) if number == number.to_integral_value() else terms.decimal(number)
