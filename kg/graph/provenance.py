"""Where does each fact come from: which words of which article, by which rule, and which decisions joined them?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from pyoxigraph import NamedNode, Triple

from kg.graph.articles import article_iri
from kg.graph.terms import Terms, digest
from kg.graph.wording import value_text
from kg.model import Claim, Decision, Ref

POLICY = "policy"  # who decided, where no person did
_CONFIDENCE_STEP = Decimal("0.0001")


def evidence_iri(terms: Terms, fact: str, claim: Claim) -> NamedNode:
    """The IRI of what one claim gives as evidence for a fact, made from the fact, the place and what was stated."""
    e = claim.evidence
    stated = (f"{a.property}={value_text(a.value)}" for a in claim.arguments)
    return terms.data(f"evidence-{e.article}-{e.start}-{e.end}-{digest(fact, e.article, e.rule, str(e.confidence), claim.kind, *stated)}")


def evidence_rows(terms: Terms, fact: str, claim: Claim, labels: Mapping[str, str]) -> Iterator[Triple]:
    """The quoted words, their place, the rule, its confidence, and what this article stated.

    A value that lost against another article's stays readable here, and nowhere else: one skos:note, a line for each value
    ("hasDate: 2017").
    """
    node, e = evidence_iri(terms, fact, claim), claim.evidence
    yield terms.row(node, "rdf:type", terms.name("kg:Evidence"))
    yield terms.row(node, "prov:wasDerivedFrom", article_iri(terms, e.article))
    yield terms.row(node, "oa:exact", terms.text(e.text))
    yield terms.row(node, "oa:start", terms.integer(e.start))
    yield terms.row(node, "oa:end", terms.integer(e.end))
    yield terms.row(node, "kg:rule", terms.text(e.rule))
    confidence = Decimal(str(e.confidence)).quantize(_CONFIDENCE_STEP)
    yield terms.row(node, "kg:confidence", terms.decimal(confidence))
    for a in claim.arguments:
        if a.property == "hedge" and isinstance(a.value, str):
            yield terms.row(node, "kg:hedge", terms.text(a.value))
        if a.property == "attributedTo" and isinstance(a.value, Ref):
            yield terms.row(node, "kg:attributedTo", terms.data(a.value.id))
    if claim.arguments:
        stated = {f"{a.property}: {value_text(a.value, labels)}" for a in claim.arguments}
        yield terms.row(node, "skos:note", terms.lines(sorted(stated)))


def decision_rows(terms: Terms, decision: Decision) -> Iterator[Triple]:
    """Why two things were, or were not, taken for one: both sides as they stand in their articles, and who decided."""
    node = terms.data(f"decision-{digest(repr(decision))}")
    yield terms.row(node, "rdf:type", terms.name("kg:Decision"))
    yield terms.row(node, "kg:compared", terms.name(f"kg:{decision.kind}"))
    for name, side in (("left", decision.left), ("right", decision.right)):
        yield terms.row(node, f"kg:{name}", terms.data(side.id))
        yield terms.row(node, f"kg:{name}Name", terms.text(side.name))
        if side.article:
            yield terms.row(node, f"kg:{name}In", article_iri(terms, side.article))
        if side.words:
            yield terms.row(node, f"kg:{name}Words", terms.text(side.words))
    yield terms.row(node, "kg:same", terms.boolean(decision.same))
    yield terms.row(node, "kg:score", terms.decimal(Decimal(str(decision.score)).quantize(_CONFIDENCE_STEP)))
    yield terms.row(node, "kg:reason", terms.text(decision.reason))
    yield terms.row(node, "kg:uncertain", terms.boolean(decision.uncertain))
    yield terms.row(node, "kg:decidedBy", terms.text(decision.by or POLICY))
    if decision.findings:
        yield terms.row(node, "kg:finding", terms.lines(sorted(set(decision.findings), key=strength)))


def strength(finding: str) -> tuple[float, str]:
    """Vetoes first, then by weight, whether for or against."""
    weight = finding.partition(" ")[0]
    return (float("-inf") if weight == "veto" else -abs(float(weight)), finding)
