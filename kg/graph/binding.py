"""How is a query told what one of its variables must be, without pasting a person's words into it?

A variable that the query writes with a dollar sign ($date) is one that it expects to be given: it has the value from the start. Any other
is what the query finds, and only rows where it is that value stay; a row where it is open is no such row.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from pyoxigraph import Literal, NamedNode
from rdflib import XSD

_TYPED = (
    (re.compile(r"-?[0-9]{1,18}"), NamedNode(str(XSD.integer))),
    (re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}"), NamedNode(str(XSD.date))),
)
_TOKEN = re.compile(
    r"""(?P<iri><[^<>"{}|^`\\\s]*>)|(?P<comment>\#[^\n]*)|(?P<text>'{3}.*?'{3}|"{3}.*?"{3}|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*")"""
    r"|(?P<variable>[?$]\w+)|(?P<word>\w+)|(?P<brace>[{}])|.",
    re.DOTALL,
)
_SAFE = re.compile(r"\w+", re.ASCII)


class BadBinding(ValueError):
    """A value cannot be given to a query; the message says why."""


def bound(sparql: str, values: Mapping[str, str], prefixes: Mapping[str, str]) -> str:
    """The query with variables set to values, as a person types both. Raises BadBinding for a variable that it does not have."""
    if not values:
        return sparql
    tokens = [m for m in _TOKEN.finditer(sparql) if m.lastgroup != "comment"]
    variables = {m[0] for m in tokens if m.lastgroup == "variable"}
    told = []
    for name, value in values.items():
        if not _SAFE.fullmatch(name) or not {f"?{name}", f"${name}"} & variables:
            known = ", ".join(sorted({v[1:] for v in variables}))
            raise BadBinding(f"the query has no variable {name}; it has {known}")
        term = typed(value, prefixes)
        told.append(f"VALUES ?{name} {{ {term} }}" if f"${name}" in variables else f"FILTER (?{name} = {term})")
    at = _opening(tokens)
    return f"{sparql[:at]} {' '.join(told)} {sparql[at:]}"


def typed(value: str, prefixes: Mapping[str, str]) -> NamedNode | Literal:
    """The term that a person means: <an IRI>, a name with a known prefix (id:country-turkey), a whole number, a day, else text."""
    prefix, colon, local = value.partition(":")
    try:
        if value.startswith("<") and value.endswith(">"):
            return NamedNode(value[1:-1])
        if colon and prefix in prefixes:
            return NamedNode(prefixes[prefix] + local)
    except ValueError as error:
        raise BadBinding(f"{value} is no IRI: {error}") from error
    for pattern, datatype in _TYPED:
        if pattern.fullmatch(value):
            return Literal(value, datatype=datatype)
    return Literal(value)


def _opening(tokens: list[re.Match[str]]) -> int:
    """Where the query's outermost pattern begins. Raises BadBinding for a query without one."""
    braces = list(_outermost(tokens))
    after_where = [at for word, at in braces if word == "WHERE"]
    template = any(m[0].upper() == "CONSTRUCT" for m in tokens if m.lastgroup == "word")
    places = after_where or [at for _, at in braces][int(template) :]
    if not places:
        raise BadBinding("the query has no pattern whose variables could be set")
    return places[0]


def _outermost(tokens: list[re.Match[str]]) -> Iterator[tuple[str, int]]:
    """Each outermost opening brace: the word before it, and where what it holds begins."""
    depth, word = 0, ""
    for m in tokens:
        if m.lastgroup == "brace":
            if m[0] == "{" and depth == 0:
                yield word, m.end()
            depth += 1 if m[0] == "{" else -1
        elif not m[0].isspace():
            word = m[0].upper()
