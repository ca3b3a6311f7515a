"""How does a name, a number, a date or an id become an RDF term?

Every term is safe to write in any RDF or XML syntax: control characters are gone, IRIs are escaped, and numbers have one
spelling each, so that a store that normalises numbers gives back what was written.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal
from sys import intern
from typing import TypeAlias
from urllib.parse import unquote, urlsplit

from pyoxigraph import Literal, NamedNode, Triple

from kg.ontology import Ontology
from kg.values import Date

Node: TypeAlias = NamedNode | Literal

# Not allowed in XML 1.0, and of no use in a label: controls but tab and line ends, lone surrogates, two non-characters.
_ILLEGAL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_DATATYPE_OF_PRECISION = {"year": "xsd:gYear", "month": "xsd:gYearMonth", "day": "xsd:date"}
_DIGEST_LENGTH = 10


def clean(text: str) -> str:
    """The text without characters that RDF or XML cannot carry; right-to-left marks and emoji stay."""
    return _ILLEGAL.sub("", text)


def digest(*parts: str) -> str:
    """A short name for content: the same parts give the same ten hexadecimal digits on every machine."""
    joined = "\x1f".join(parts).encode("utf-8", "surrogatepass")
    return hashlib.sha256(joined).hexdigest()[:_DIGEST_LENGTH]


def plain_number(number: Decimal) -> str:
    """The shortest spelling without exponent: Decimal("2.50E+9") gives "2500000000", Decimal("0.50") gives "0.5"."""
    written = format(number, "f")
    return written.rstrip("0").rstrip(".") if "." in written else written


def web_address(url: str) -> str:
    """The address when it is one a reader may follow (http or https), "" otherwise."""
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return ""
    return clean(url.strip()) if parts.scheme in ("http", "https") and parts.netloc else ""


@dataclass(frozen=True)
class Terms:
    """Makes the terms of one graph. All IRIs come from the ontology it holds."""

    ontology: Ontology
    _known: dict[str, NamedNode] = field(default_factory=dict, repr=False, compare=False)

    def name(self, prefixed: str) -> NamedNode:
        """The IRI of a prefixed name ("kg:buyer", "oa:exact"). Raises kg.ontology.UnknownTerm."""
        if prefixed not in self._known:
            self._known[prefixed] = NamedNode(str(self.ontology.term(prefixed)))
        return self._known[prefixed]

    def data(self, id: str) -> NamedNode:
        """The IRI of a thing of ours. The local name holds no slash ("~1" stands for it), so that it fits after a prefix."""
        return NamedNode(str(self.ontology.data(clean(id).replace("~", "~0").replace("/", "~1"))))

    def id(self, iri: str) -> str:
        """The id that `data` made this IRI from; the IRI itself when it is not one of ours. Equal ids are one string."""
        base = self.ontology.base
        if not iri.startswith(base):
            return iri
        return intern(unquote(iri[len(base) :]).replace("~1", "/").replace("~0", "~"))

    def row(self, subject: NamedNode, property: str, value: Node) -> Triple:
        """One triple; property as a prefixed name."""
        return Triple(subject, self.name(property), value)

    def typed(self, text: str, datatype: str) -> Literal:
        """A literal with a datatype, given as a prefixed name."""
        return Literal(clean(text), datatype=self.name(datatype))

    def text(self, text: str) -> Literal:
        """A plain string."""
        return Literal(clean(text))

    def lines(self, texts: Iterable[str]) -> Literal:
        """Several texts as one, a line for each."""
        return self.text("\n".join(" ".join(text.split()) for text in texts))

    def decimal(self, number: Decimal) -> Literal:
        """An xsd:decimal, in full."""
        return self.typed(plain_number(number), "xsd:decimal")

    def integer(self, number: int) -> Literal:
        """An xsd:integer."""
        return self.typed(str(number), "xsd:integer")

    def boolean(self, value: bool) -> Literal:
        """An xsd:boolean."""
        return self.typed("true" if value else "false", "xsd:boolean")

    def date(self, date: Date) -> Literal:
        """xsd:date, xsd:gYearMonth or xsd:gYear, as precise as stated."""
        return self.typed(date.iso, _DATATYPE_OF_PRECISION[date.precision])
