"""Which nodes of a graph may break a shape? A quick look that spares the full check all nodes that surely keep to theirs.

The full check (SHACL by pyshacl) is exact and tells what is wrong, but takes as long as reading the articles. Here each shape
becomes a function that says yes only where the node surely conforms. What such a function cannot judge it leaves to the full check.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Set
from contextlib import suppress
from datetime import date
from decimal import Decimal, InvalidOperation
from functools import lru_cache
from typing import TypeAlias

import rdflib
from pyoxigraph import BlankNode, Literal, NamedNode, Triple
from rdflib import RDF, RDFS, SH, XSD
from rdflib.collection import Collection

from kg.graph.triples import TYPE, Term, Triples

Value: TypeAlias = str | tuple[str, str]  # an IRI, or a literal's text and datatype
Values: TypeAlias = Mapping[str, Set[Value]]  # of one node, by property
Check: TypeAlias = Callable[[Value], bool]

IGNORED = frozenset({RDF.type, RDFS.label, RDFS.comment, SH.message, SH.severity, SH.name, SH.description, SH.path, SH.property})
NUMBERS = frozenset({str(XSD.decimal), str(XSD.integer)})
DEEPEST = 4  # properties that a shape may follow one behind the other
HELD = 2_000  # nodes whose values are at hand, since many shapes ask for the same
SPELLINGS = {
    str(XSD.string): re.compile(r".*", re.DOTALL),
    str(XSD.boolean): re.compile(r"true|false"),
    str(XSD.decimal): re.compile(r"-?\d+(?:\.\d+)?", re.ASCII),
    str(XSD.integer): re.compile(r"-?\d+", re.ASCII),
    str(XSD.gYear): re.compile(r"[12]\d{3}", re.ASCII),
    str(XSD.gYearMonth): re.compile(r"[12]\d{3}-(?:0[1-9]|1[0-2])", re.ASCII),
    str(XSD.date): re.compile(r"[12]\d{3}-\d\d-\d\d", re.ASCII),
}


class Unknown(Exception):
    """A shape has a part that is not judged here."""


def suspects(triples: Triples, shapes: rdflib.Graph, ontology: rdflib.Graph) -> frozenset[str] | None:
    """IRIs of the nodes that the full check must look at; None where it must look at all, because a shape or a node is not understood."""
    if any(isinstance(term, BlankNode) for term in triples.terms[-1:]):  # sorted behind all that has an IRI
        return None
    told = _Told(triples, ontology)
    try:
        return frozenset(node for check, nodes in _checks(shapes, told) for node in nodes if not check(node))
    except (Unknown, RecursionError, re.error):
        return None


def around(nodes: Iterable[str], triples: Triples, shapes: rdflib.Graph) -> list[Triple]:
    """The triples of some nodes, and of their values as deep as a shape looks; of the last values only the classes."""
    found: dict[NamedNode, list[Triple]] = {}
    ring, deep = {NamedNode(node) for node in nodes}, reach(shapes)
    for step in range(deep + 1):
        told = {node: [Triple(node, p, o) for p, o in triples.about(node) if step < deep or p == TYPE] for node in ring}
        found |= told
        ring = {t.object for each in told.values() for t in each if isinstance(t.object, NamedNode)} - found.keys()
    return [t for node in sorted(found, key=str) for t in found[node]]


def reach(shapes: rdflib.Graph) -> int:
    """How many properties a shape follows one behind the other, DEEPEST at most."""

    def deep(shape: rdflib.term.Node, left: int) -> int:
        """The same of one shape, with so many parts within parts to go."""
        parts = [o for p in (SH.property, SH.node, SH["not"]) for o in shapes.objects(shape, p)] if left else []
        parts += [o for p in (SH["or"], SH["and"], SH.xone) for all_of in shapes.objects(shape, p) for o in Collection(shapes, all_of)]
        return max((deep(part, left - 1) for part in parts), default=0) + ((shape, SH.path, None) in shapes)

    return min(DEEPEST, max((deep(s, 2 * DEEPEST) for s in set(shapes.subjects()) if not isinstance(s, rdflib.BNode)), default=0))


class _Told:
    """What the triples and the ontology say of each node."""

    def __init__(self, triples: Triples, ontology: rdflib.Graph) -> None:
        self.triples = triples
        self.ontology: dict[str, dict[str, set[Value]]] = defaultdict(lambda: defaultdict(set))
        for node, predicate, value in ontology:
            told = (str(value), str(value.datatype or XSD.string)) if isinstance(value, rdflib.Literal) else str(value)
            self.ontology[str(node)][str(predicate)].add(told)
        self.of = lru_cache(HELD)(self._of)

    def _of(self, node: str) -> Values:
        """The values of a node by property."""
        found: dict[str, set[Value]] = defaultdict(set, {p: set(values) for p, values in self.ontology.get(node, {}).items()})
        for property, value in self.triples.about(NamedNode(node)) if _is_iri(node) else ():
            found[property.value].add((value.value, value.datatype.value) if isinstance(value, Literal) else _name(value))
        return found

    def targets(self, kinds: Set[str], properties: Set[str]) -> Iterator[str]:
        """The nodes that are told to be of one of some classes or have one of some properties, each once."""
        types = str(RDF.type)
        yield from (n for n, told in self.ontology.items() if kinds & {str(v) for v in told.get(types, ())} or properties & told.keys())
        typed = ((NamedNode(types), NamedNode(kind)) for kind in sorted(kinds) if _is_iri(kind))
        yield from map(_name, self.triples.subjects_of([*typed, *((NamedNode(p), None) for p in sorted(properties))]))

    def having(self, property: str) -> Iterator[tuple[str, Value]]:
        """The nodes that have a property, with each value."""
        yield from ((node, value) for node, told in self.ontology.items() for value in told.get(property, ()))
        yield from ((_name(t.subject), _name(t.object)) for t in self.triples.of(NamedNode(property)))


def _name(term: Term) -> str:
    return term.value if isinstance(term, NamedNode) else str(term)


def _is_iri(node: str) -> bool:
    return ":" in node  # a blank node of the ontology has none


def _checks(shapes: rdflib.Graph, told: _Told) -> Iterator[tuple[Check, Iterable[str]]]:
    """Every shape with targets: its function, and the nodes it is for."""
    compiler = _Compiler(shapes, told)
    ways = (SH.targetClass, SH.targetSubjectsOf)
    strange = {p for p in shapes.predicates(unique=True) if "/shacl#target" in str(p)} - set(ways)
    if strange or any(shapes.subjects(RDF.type, RDFS.Class)):
        raise Unknown
    for shape in sorted({s for way in ways for s in shapes.subjects(way)}, key=str):
        kinds = {kind for target in shapes.objects(shape, SH.targetClass) for kind in compiler.kinds(target)}
        yield compiler.node(shape), told.targets(kinds, {str(p) for p in shapes.objects(shape, SH.targetSubjectsOf)})


class _Compiler:
    """Makes functions of shapes. Raises Unknown for what it does not know."""

    def __init__(self, shapes: rdflib.Graph, told: _Told) -> None:
        self.shapes, self.told, self.depth = shapes, told, 0
        self.narrower: dict[str, set[str]] = defaultdict(set)
        for node, wider in told.having(str(RDFS.subClassOf)):
            self.narrower[str(wider)].add(node)

    def kinds(self, cls: rdflib.term.Node) -> frozenset[str]:
        """A class and all below it."""
        found, waiting = {str(cls)}, [str(cls)]
        while waiting:
            new = self.narrower[waiting.pop()] - found
            found |= new
            waiting += new
        return frozenset(found)

    def node(self, shape: rdflib.term.Node) -> Check:
        """Whether a node keeps to a shape: to its own constraints, and by its values to those of its properties."""
        own = [self.constraint(p, v) for p, v in self.shapes.predicate_objects(shape) if p not in IGNORED and "#target" not in str(p)]
        properties = [self.property(p) for p in self.shapes.objects(shape, SH.property)]
        return lambda value: all(check(value) for check in own) and all(check(value) for check in properties)

    def property(self, shape: rdflib.term.Node) -> Check:
        """Whether the values of a node for one property, or for any of several, keep to a property shape."""
        if self.depth == DEEPEST or (shape, SH.property, None) in self.shapes:  # findings of the latter are on other nodes
            raise Unknown
        self.depth += 1
        paths, of = self.paths(shape), self.told.of
        parts = dict(self.shapes.predicate_objects(shape))
        least = int(str(parts.pop(SH.minCount, 0)))
        most = int(str(parts.pop(SH.maxCount, 1 << 60)))
        after = str(parts.pop(SH.lessThan, ""))
        each = self.node(shape) if len(parts.keys() - IGNORED) else None
        self.depth -= 1

        def check(value: Value) -> bool:
            told = of(value) if isinstance(value, str) else {}
            found: Set[Value] = told.get(paths[0], set()) if len(paths) == 1 else set[Value]().union(*(told.get(p, ()) for p in paths))
            before = not after or all(_less(v, w) for v in found for w in told.get(after, ()))
            return least <= len(found) <= most and before and (each is None or all(each(v) for v in found))

        return check

    def paths(self, shape: rdflib.term.Node) -> list[str]:
        """The property that a property shape is on, or those of which each will do."""
        path = self.shapes.value(shape, SH.path)
        several = None if path is None else self.shapes.value(path, SH.alternativePath)
        found = [path] if several is None else list(Collection(self.shapes, several))
        if not all(isinstance(p, rdflib.URIRef) for p in found):
            raise Unknown
        return [str(p) for p in found]

    def constraint(self, name: rdflib.term.Node, value: rdflib.term.Node) -> Check:
        """One constraint on one value."""
        match str(name).rpartition("#")[2]:
            case "minCount" | "maxCount" | "lessThan":
                return lambda _: True  # seen to in property()
            case "class":
                return self.of_class(value)
            case "datatype":
                return lambda v: isinstance(v, tuple) and v[1] == str(value) and _is_spelled(v)
            case "in":
                allowed = frozenset(str(v) for v in Collection(self.shapes, value) if isinstance(v, rdflib.URIRef))
                return lambda v: v in allowed
            case "nodeKind" if value in (SH.IRI, SH.Literal):
                return lambda v: isinstance(v, tuple) if value == SH.Literal else isinstance(v, str) and ":" in v[1:]
            case "minLength":
                return lambda v: len(v[0] if isinstance(v, tuple) else v) >= int(str(value))
            case "pattern":
                pattern = re.compile(str(value))
                return lambda v: isinstance(v, tuple) and pattern.search(v[0]) is not None
            case "minInclusive":
                return lambda v: (n := _number(v)) is not None and n >= Decimal(str(value))
            case "maxInclusive":
                return lambda v: (n := _number(v)) is not None and n <= Decimal(str(value))
            case "or":
                ways = [self.node(shape) for shape in Collection(self.shapes, value)]
                return lambda v: any(way(v) for way in ways)
            case "node":
                return self.node(value)
            case "not":
                kinds = [self.of_class(cls) for cls in self.only_classes(value)]
                return lambda v: not any(kind(v) for kind in kinds)
        raise Unknown

    def of_class(self, cls: rdflib.term.Node) -> Check:
        """Whether a value is a node of a class; this one is exact, so that it may be turned round."""
        kinds, of, type = self.kinds(cls), self.told.of, str(RDF.type)
        return lambda v: isinstance(v, str) and not kinds.isdisjoint(of(v).get(type, ()))

    def only_classes(self, shape: rdflib.term.Node) -> Iterator[rdflib.term.Node]:
        """The classes of a shape that asks for one of some classes and nothing else."""
        for name, value in self.shapes.predicate_objects(shape):
            if name == SH["class"]:
                yield value
            elif name == SH["or"]:
                for way in Collection(self.shapes, value):
                    if len(list(self.shapes.predicates(way))) != 1:
                        raise Unknown
                    yield from self.only_classes(way)
            else:
                raise Unknown


def _is_spelled(literal: tuple[str, str]) -> bool:
    """Whether the text is surely one of the datatype."""
    text, datatype = literal
    if datatype not in SPELLINGS or not SPELLINGS[datatype].fullmatch(text):
        return False
    if datatype == str(XSD.date):
        with suppress(ValueError):
            return bool(date.fromisoformat(text))
        return False
    return True


def _number(value: Value) -> Decimal | None:
    if isinstance(value, tuple) and value[1] in NUMBERS:
        with suppress(InvalidOperation):
            return Decimal(value[0])
    return None


def _less(left: Value, right: Value) -> bool:
    one, other = _number(left), _number(right)
    return one is not None and other is not None and one < other
