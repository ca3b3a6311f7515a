"""Which classes, properties and statuses are there, and which IRI does each have?

Reads ontology/kg.ttl and ontology/shapes.ttl, and the .ttl files of a folder that extends them. The only module that spells an
IRI: the prefixes come from the head of kg.ttl, all other code asks by local name ("hasValue") or by prefixed name ("oa:exact").
"""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote

from rdflib import Graph, URIRef

DATA_BASE = "https://w3id.org/newskg/id/"
SCHEMA_FILE = "kg.ttl"
SHAPES_FILE = "shapes.ttl"


PARTS = ("frames", "lexicon", "rules")  # sub-folders of an ontology folder
TERM_TYPES = ("owl:Class", "owl:ObjectProperty", "owl:DatatypeProperty", "kg:Status")


class UnknownTerm(KeyError):
    """A class, property or status was asked for that the ontology does not have."""

    def __str__(self) -> str:
        return str(self.args[0])


def data_dir() -> Path:
    """The folder that holds kg.ttl, shapes.ttl, rules/ and lexicon/.

    In an installed wheel kg/_ontology, in a checkout ontology/ beside kg/. Raises FileNotFoundError naming both.
    """
    package = Path(__file__).resolve().parent
    places = (package / "_ontology", package.parent / "ontology")
    for place in places:
        if (place / SCHEMA_FILE).is_file():
            return place
    raise FileNotFoundError(f"no {SCHEMA_FILE} in {' or '.join(str(p) for p in places)}; is the installation complete?")


def layers(folder: Path | None = None) -> tuple[Path, ...]:
    """The folders that an ontology is read from, the shipped one first.

    folder: one with a kg.ttl of its own stands alone; one without extends the shipped ontology by what is in it (terms in
    .ttl files, frames/, rules/, lexicon/, shapes.ttl). None: the shipped one. Raises FileNotFoundError for one with nothing of that.
    """
    if folder is None:
        return (data_dir(),)
    if not any(p.suffix == ".ttl" or p.name in PARTS for p in (folder.iterdir() if folder.is_dir() else ())):
        raise FileNotFoundError(f"{folder} holds no {SCHEMA_FILE} and nothing that extends the shipped one: .ttl files, {', '.join(PARTS)}")
    return (folder,) if (folder / SCHEMA_FILE).is_file() else (data_dir(), folder)


@dataclass(frozen=True, slots=True)
class Term:
    """One class, property or individual of the ontology.

    name: local name ("hasValue"), also of a term that an extension declares in a namespace of its own. parents: direct
    super-classes or super-properties, as local names where they are ours and prefixed names where not ("org:Role").
    domain, range: local or prefixed names, any of them; empty when open.
    """

    name: str
    iri: URIRef
    label: str
    comment: str
    parents: tuple[str, ...] = ()
    domain: tuple[str, ...] = ()
    range: tuple[str, ...] = ()


@dataclass(frozen=True, eq=False)
class Ontology:
    """The vocabulary of the graph. Everything in it is sorted, nothing in it changes.

    classes, properties, statuses: by local name. names: their IRIs to local names. prefixes: prefix to namespace, as kg.ttl declares them.
    inverses: IRI of a property to that of its inverse, each pair in the direction that the file declares.
    base: under which the IRIs of data are made. graph, shapes: the two files, parsed; do not write to them.
    rules: the rules of inference by name, each in words ("If ... then ...").
    """

    classes: Mapping[str, Term]
    properties: Mapping[str, Term]
    statuses: Mapping[str, Term]
    status_of: Mapping[str, tuple[str, ...]]
    names: Mapping[str, str]
    prefixes: Mapping[str, str]
    inverses: Mapping[str, str] = field(default_factory=dict)
    base: str = DATA_BASE
    graph: Graph = field(default_factory=Graph, repr=False)
    shapes: Graph = field(default_factory=Graph, repr=False)
    rules: Mapping[str, str] = field(default_factory=dict)

    def cls(self, name: str) -> URIRef:
        """The IRI of one of our classes. Raises UnknownTerm with the nearest names."""
        return _find(name, self.classes, "class").iri

    def prop(self, name: str) -> URIRef:
        """The IRI of one of our properties. Raises UnknownTerm with the nearest names."""
        return _find(name, self.properties, "property").iri

    def status(self, name: str) -> URIRef:
        """The IRI of a status ("signed", "current"). Raises UnknownTerm with the nearest names."""
        return _find(name, self.statuses, "status").iri

    def term(self, name: str) -> URIRef:
        """The IRI of a prefixed name of any vocabulary kg.ttl has a prefix for ("oa:exact", "kg:buyer").

        Names of our own vocabulary must exist. Raises UnknownTerm for an unknown prefix or own name.
        """
        prefix, _, local = name.partition(":")
        if prefix not in self.prefixes:
            raise UnknownTerm(f"unknown prefix in {name!r}; {SCHEMA_FILE} declares {', '.join(self.prefixes)}")
        if prefix == "kg":
            return _find(local, {**self.classes, **self.properties, **self.statuses}, "term").iri
        return URIRef(self.prefixes[prefix] + local)

    def data(self, id: str) -> URIRef:
        """The IRI of an entity, fact, article or evidence with this id; slashes stay, what an IRI cannot hold is escaped."""
        return URIRef(self.base + quote(id, safe="/-._~!$'()*+,;=:@"))

    def short(self, iri: str) -> str:
        """A prefixed name for reading ("kg:buyer", "skos:prefLabel", "id:country-tr"), the IRI itself where no prefix fits."""
        known = {**self.prefixes, "id": self.base}
        prefix, namespace = max(known.items(), key=lambda pair: (str(iri).startswith(pair[1]), len(pair[1])))
        return f"{prefix}:{iri[len(namespace) :]}" if iri.startswith(namespace) else str(iri)

    def local(self, iri: str) -> str:
        """The local name of one of our terms, "" for any other IRI."""
        return self.names.get(iri, "")

    def superclasses(self, name: str) -> frozenset[str]:
        """The class itself and all classes above it, ours by local name, others by prefixed name."""
        self.cls(name)
        return _closure(name, lambda n: self.classes[n].parents if n in self.classes else ())

    def subclasses(self, name: str) -> frozenset[str]:
        """The class itself and all our classes below it, by local name."""
        self.cls(name)
        return frozenset(n for n in self.classes if name in self.superclasses(n))

    def superproperties(self, name: str) -> frozenset[str]:
        """The property itself and all properties above it, ours by local name, others by prefixed name."""
        self.prop(name)
        return _closure(name, lambda n: self.properties[n].parents if n in self.properties else ())

    def is_a(self, name: str, ancestor: str) -> bool:
        """Whether the first class is the second or below it: is_a("Purchase", "Deal")."""
        return ancestor in self.superclasses(name)

    def domain(self, property: str) -> tuple[str, ...]:
        """Classes that may carry the property (any one of them); empty when open."""
        return _find(property, self.properties, "property").domain

    def range(self, property: str) -> tuple[str, ...]:
        """Classes or datatypes of the property's values (any one of them); empty when open."""
        return _find(property, self.properties, "property").range

    def statuses_for(self, name: str) -> tuple[str, ...]:
        """The statuses a fact of this class may have, by local name: statuses_for("Purchase") holds "signed"."""
        return tuple(s for c in sorted(self.superclasses(name)) for s in self.status_of.get(c, ()))

    def properties_of(self, name: str) -> tuple[str, ...]:
        """Our properties whose domain takes this class or one above it, sorted."""
        above = self.superclasses(name)
        return tuple(p for p, term in self.properties.items() if above & set(term.domain))


def load(folder: Path | None = None, *, base: str = DATA_BASE) -> Ontology:
    """Read the ontology. folder: as in layers(); base: under which IRIs of data are made; must end in "/" or "#".

    Raises FileNotFoundError or ValueError, the latter also for a term of an extension that takes the name of another.
    """
    if not base.endswith(("/", "#")):
        raise ValueError(f"the base of data IRIs must end in '/' or '#': {base!r}")
    first, *more = layers(folder)
    graph, shapes = _parse(first / SCHEMA_FILE), _parse(first / SHAPES_FILE)
    prefixes = _prefixes(graph)
    if "kg" not in prefixes:
        raise ValueError(f"{first / SCHEMA_FILE} declares no prefix kg:")
    names = _declared(graph, prefixes, first / SCHEMA_FILE, {})
    for path in (p for layer in (first, *more) for p in sorted(layer.glob("*.ttl"))):
        if path in (first / SCHEMA_FILE, first / SHAPES_FILE):
            continue
        added = _parse(path)
        prefixes = _joined(prefixes, _prefixes(added), path)
        if path.name == SHAPES_FILE:
            shapes += added
        else:
            names |= _declared(added, prefixes, path, names)
            graph += added
    read = _Reader(graph, prefixes, names)
    return Ontology(
        classes=read.terms(["owl:Class"], "rdfs:subClassOf"),
        properties=read.terms(["owl:ObjectProperty", "owl:DatatypeProperty"], "rdfs:subPropertyOf"),
        statuses=read.terms(["kg:Status"], "skos:broader"),
        status_of=read.status_of(),
        names=names,
        prefixes=prefixes,
        inverses=read.inverses(),
        base=base,
        graph=graph,
        shapes=shapes,
        rules={path.stem: _opening(path) for layer in (first, *more) for path in sorted((layer / "rules").glob("*.rq"))},
    )


def _opening(path: Path) -> str:
    """The first line of a rule, which says in words what it does."""
    return path.read_text(encoding="utf-8").partition("\n")[0].strip("# \r")


def _parse(path: Path) -> Graph:
    if not path.is_file():
        raise FileNotFoundError(f"no {path.name} in {path.parent}; an ontology folder holds {SCHEMA_FILE}, {SHAPES_FILE} and lexicon/")
    try:
        return Graph(bind_namespaces="none").parse(path, format="turtle")
    except Exception as error:
        raise ValueError(f"{path} is not Turtle: {error}") from error


def _prefixes(graph: Graph) -> dict[str, str]:
    return {str(p): str(n) for p, n in sorted(graph.namespaces())}


def _joined(prefixes: Mapping[str, str], more: Mapping[str, str], path: Path) -> dict[str, str]:
    """The prefixes of both; one prefix cannot stand for two namespaces."""
    for prefix in sorted(prefixes.keys() & more.keys()):
        if prefixes[prefix] != more[prefix]:
            raise ValueError(f"{path} gives the prefix {prefix}: to {more[prefix]}; it stands for {prefixes[prefix]}")
    return dict(sorted({**prefixes, **more}.items()))


def _declared(graph: Graph, prefixes: Mapping[str, str], path: Path, known: Mapping[str, str]) -> dict[str, str]:
    """IRI to local name of every term that a file declares, in a namespace it has a prefix for."""
    read = _Reader(graph, prefixes, {})
    iris = sorted({s for t in TERM_TYPES for s in graph.subjects(read.iri("rdf:type"), read.iri(t)) if isinstance(s, URIRef)})
    found: dict[str, str] = {}
    for iri in iris:
        namespace = max((n for n in prefixes.values() if iri.startswith(n)), key=len, default="")
        if not namespace:
            raise ValueError(f"{path} declares {iri}, but no prefix for its namespace")
        name = iri[len(namespace) :]
        if any(n == name and i != iri for i, n in {**known, **found}.items()):
            raise ValueError(f"{path} declares {iri}, but there is another term {name}; give it a name of its own")
        found[str(iri)] = name
    return found


@dataclass(frozen=True)
class _Reader:
    """Reads terms out of parsed files. own: IRI to local name of all terms of ours."""

    graph: Graph
    prefixes: Mapping[str, str]
    own: Mapping[str, str]

    def iri(self, name: str) -> URIRef:
        prefix, _, local = name.partition(":")
        return URIRef(self.prefixes[prefix] + local)

    def name(self, iri: str) -> str:
        """Local name where the term is ours, prefixed name where a prefix fits."""
        if iri in self.own:
            return self.own[iri]
        for prefix, namespace in sorted(self.prefixes.items(), key=lambda pair: -len(pair[1])):
            if iri.startswith(namespace):
                return iri[len(namespace) :] if prefix == "kg" else f"{prefix}:{iri[len(namespace) :]}"
        return iri

    def names(self, subject: URIRef, *properties: str) -> tuple[str, ...]:
        found = {o for p in properties for o in self.graph.objects(subject, self.iri(p))}
        return tuple(sorted(self.name(str(o)) for o in found if isinstance(o, URIRef)))

    def text(self, subject: URIRef, property: str) -> str:
        return " ".join(sorted(str(o) for o in self.graph.objects(subject, self.iri(property))))

    def terms(self, types: Iterable[str], parent: str) -> dict[str, Term]:
        """Our own terms of these types, by local name, sorted."""
        found = {s for t in types for s in self.graph.subjects(self.iri("rdf:type"), self.iri(t))}
        iris = sorted((s for s in found if isinstance(s, URIRef) and str(s) in self.own), key=lambda s: self.own[str(s)])
        return {
            self.own[str(s)]: Term(
                name=self.own[str(s)],
                iri=s,
                label=self.text(s, "rdfs:label"),
                comment=self.text(s, "rdfs:comment"),
                parents=self.names(s, parent),
                domain=self.names(s, "rdfs:domain", "schema:domainIncludes"),
                range=self.names(s, "rdfs:range", "schema:rangeIncludes"),
            )
            for s in iris
        }

    def status_of(self) -> dict[str, tuple[str, ...]]:
        """Class to the statuses that say kg:statusOf it."""
        pairs = sorted((self.name(str(o)), self.name(str(s))) for s, o in self.graph.subject_objects(self.iri("kg:statusOf")))
        return {c: tuple(s for c2, s in pairs if c2 == c) for c, _ in pairs}

    def inverses(self) -> dict[str, str]:
        """A property to its inverse; no property stands in two pairs."""
        pairs = sorted((str(s), str(o)) for s, o in self.graph.subject_objects(self.iri("owl:inverseOf")) if isinstance(o, URIRef))
        found: dict[str, str] = {}
        for one, other in pairs:
            if one != other and not {one, other} & {*found, *found.values()}:
                found[one] = other
        return found


def _find(name: str, among: Mapping[str, Term], what: str) -> Term:
    if name in among:
        return among[name]
    near = difflib.get_close_matches(name, among, n=3) or sorted(among)
    raise UnknownTerm(f"the ontology has no {what} {name!r}; nearest: {', '.join(near)}")


def _closure(name: str, parents: Callable[[str], Iterable[str]]) -> frozenset[str]:
    seen: set[str] = set()
    waiting = [name]
    while waiting:
        current = waiting.pop()
        if current not in seen:
            seen.add(current)
            waiting.extend(parents(current))
    return frozenset(seen)
