"""How do the triples of a large graph fit into memory? Each term is held once, and a triple is three numbers until it is asked for."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from heapq import merge
from typing import TypeAlias, overload

import numpy as np
from numpy.typing import NDArray
from pyoxigraph import BlankNode, Literal, NamedNode, Triple
from rdflib import RDF

Term: TypeAlias = NamedNode | BlankNode | Literal | Triple
Places: TypeAlias = NDArray[np.int32]

TYPE = NamedNode(str(RDF.type))


class Triples(Sequence[Triple]):
    """Triples without doubles, in the order in which every output has them: by subject, its types first. Nothing in it changes.

    terms: each once, sorted as N-Triples writes them. columns: subjects, predicates and objects; of each triple their places in terms.
    """

    def __init__(self, triples: Iterable[Triple] = (), known: Triples | None = None) -> None:
        """Take triples in whatever order they come, beside those of known."""
        self.terms: list[Term] = known.terms if known else []
        columns, new = self._numbered(triples)
        if known:
            columns = np.concatenate((known.columns, columns), axis=1)
        columns = self._merge(new)[columns]
        self.columns: Places = self._in_order(columns)
        self._starts = np.searchsorted(self.columns[0], np.arange(len(self.terms) + 1, dtype=np.int32)).astype(np.int32)

    def _numbered(self, triples: Iterable[Triple]) -> tuple[Places, list[Term]]:
        """The columns of triples, and their new terms, which are numbered behind the known ones."""
        numbers: dict[Term, int] = {}
        new: list[Term] = []
        columns = array("i"), array("i"), array("i")
        for triple in triples:
            for column, term in zip(columns, triple, strict=True):
                number = numbers.get(term)
                if number is None:
                    number = self.place(term)
                    if number < 0:
                        number = len(self.terms) + len(new)
                        new.append(term)
                    numbers[term] = number
                column.append(number)
        return np.array(columns, dtype=np.int32), new

    def _merge(self, new: list[Term]) -> Places:
        """Put the new terms among the known ones; for each number the place that it has now."""
        count = len(self.terms)
        written = [str(term) for term in new]
        order = sorted(range(len(new)), key=written.__getitem__)
        at = np.array([bisect_left(self.terms, written[i], key=str) for i in order], dtype=np.int32)
        places = np.arange(count + len(new), dtype=np.int32)
        places[:count] += np.searchsorted(at, places[:count], side="right").astype(np.int32)
        places[[count + i for i in order]] = at + np.arange(len(new), dtype=np.int32)
        self.terms = list(merge(self.terms, (new[i] for i in order), key=str))
        return places

    def _in_order(self, columns: Places) -> Places:
        """The columns sorted, each triple once."""
        subjects, predicates, objects = columns
        ordered = columns[:, np.lexsort((objects, predicates, predicates != self.place(TYPE), subjects))]
        fresh = np.ones(len(subjects), dtype=bool)
        fresh[1:] = (ordered[:, 1:] != ordered[:, :-1]).any(axis=0)
        return np.ascontiguousarray(ordered[:, fresh])

    def place(self, term: Term) -> int:
        """The place of a term, -1 when no triple has it."""
        place = bisect_left(self.terms, str(term), key=str)
        return place if place < len(self.terms) and self.terms[place] == term else -1

    def about(self, subject: Term) -> Iterator[tuple[NamedNode, Term]]:
        """Predicate and object of each triple of a subject."""
        term, (first, last) = self.terms.__getitem__, self._rows(subject)
        columns = (map(term, column[first:last].tolist()) for column in self.columns[1:])
        return zip(*columns, strict=True)

    def of(self, predicate: Term) -> Iterator[Triple]:
        """The triples with a predicate."""
        return map(self.__getitem__, np.flatnonzero(self.columns[1] == self.place(predicate)).tolist())

    def subjects_with(self, predicate: Term, object: Term) -> Iterator[Term]:
        """The subjects of the triples with a predicate and an object."""
        return self.subjects_of([(predicate, object)])

    def subjects_of(self, told: Iterable[tuple[Term, Term | None]]) -> Iterator[Term]:
        """The subjects of triples with one of some predicates and its object, any for None; each once, in order."""
        subjects, predicates, objects = self.columns
        found = np.zeros(len(self.terms), dtype=bool)
        for predicate, object in told:
            rows = predicates == self.place(predicate)
            found[subjects[rows if object is None else rows & (objects == self.place(object))]] = True
        return map(self.terms.__getitem__, np.flatnonzero(found).tolist())

    def _rows(self, subject: Term) -> tuple[int, int]:
        """Where the triples of a subject begin and end."""
        place = self.place(subject)
        return (int(self._starts[place]), int(self._starts[place + 1])) if place >= 0 else (0, 0)

    def __len__(self) -> int:
        return len(self.columns[0])

    def __iter__(self) -> Iterator[Triple]:
        term = self.terms.__getitem__
        return map(Triple, *(map(term, memoryview(column)) for column in self.columns))

    @overload
    def __getitem__(self, at: int) -> Triple: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Triple]: ...
    def __getitem__(self, at: int | slice) -> Triple | Sequence[Triple]:
        if isinstance(at, slice):
            return [self[i] for i in range(*at.indices(len(self)))]
        return Triple(*(self.terms[number] for number in self.columns[:, at]))

    def __contains__(self, triple: object) -> bool:
        if not isinstance(triple, Triple):
            return False
        return (triple.predicate, triple.object) in self.about(triple.subject)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and len(self) == len(other) and all(map(Triple.__eq__, self, other))

    __hash__ = None  # type: ignore[assignment]
