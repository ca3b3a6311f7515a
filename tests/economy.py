"""How many triples of a graph say where it comes from, for each that says something of the world?

    python -m tests.economy exports/graph.ttl

Counted as provenance: every triple about an article, a piece of evidence, a decision or the record of an inference, and every triple
that leads to an article or to evidence. All others, asserted or inferred, are facts.
"""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from collections.abc import Iterable

from pyoxigraph import Triple, parse

from kg.graph.terms import Terms
from kg.ontology import load as load_ontology

RECORDS = ("Article", "Decision", "Evidence", "Inference")
LEADING = ("mentionedIn", "supportedBy", "toldBy")


def counted(triples: Iterable[Triple], terms: Terms) -> Counter[tuple[bool, str, str]]:
    """Triples by (whether they are provenance, class of the subject, property)."""
    triples = list(triples)
    kinds = defaultdict(set)
    for t in triples:
        if t.predicate == terms.name("rdf:type"):
            kinds[t.subject].add(terms.ontology.short(getattr(t.object, "value", "")))
    records = {f"kg:{r}" for r in RECORDS}
    leading = {terms.name(f"kg:{p}") for p in LEADING}

    def kind(t: Triple) -> tuple[bool, str, str]:
        told = kinds[t.subject]
        return bool(told & records) or t.predicate in leading, "+".join(sorted(told)), terms.ontology.short(t.predicate.value)

    return Counter(map(kind, triples))


def ratio(found: Counter[tuple[bool, str, str]]) -> float:
    """Provenance triples for each fact triple."""
    provenance = sum(n for (is_provenance, *_), n in found.items() if is_provenance)
    return provenance / (found.total() - provenance)


if __name__ == "__main__":
    found = counted((q.triple for q in parse(path=sys.argv[1])), Terms(load_ontology()))  # as it stands in the file
    for is_provenance in (True, False):
        print(f"{sum(n for k, n in found.items() if k[0] is is_provenance):,} {'provenance' if is_provenance else 'fact'} triples")
        by_kind: Counter[str] = Counter()
        for (told, kind, property), n in found.items():
            if told is is_provenance:
                by_kind[kind if told and property not in {f"kg:{p}" for p in LEADING} else property if told else kind] += n
        for kind, n in by_kind.most_common():
            print(f"  {n:6,} {kind}")
    print(f"{ratio(found):.2f} provenance triples for each fact triple")
