"""How is a judgement told: between which ids, with which score and sentence?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from kg.model import Decision, Entity, Fact
from kg.resolution.accounts import Account
from kg.resolution.identity import Identity
from kg.resolution.judging import Judgement
from kg.resolution.nodes import Node, NodeKey, fullest
from kg.resolution.profiles import Profile


def decisions(
    identity: Identity,
    nodes: Mapping[NodeKey, Node],
    entities: Mapping[NodeKey, Entity],
    judgements: Iterable[Judgement[Account]],
    facts: Iterable[Fact],
) -> tuple[Decision, ...]:
    """Every merge of two differently named things and every rejected near-merge, sorted, each said once.

    left is the id of an entity or fact; right is the other's id, or, where the two became one, the name or article merged into it.
    """
    found = {_of_names(j, identity, entities) for j in identity.judgements}
    told = {(d.left, d.right) for d in found if d is not None and d.same}
    found |= {d for d in _of_forms(identity, nodes, entities) if (d.left, d.right) not in told}
    place = {(c.evidence.article, repr(c)): f.id for f in facts for c in f.claims}
    found |= {_of_events(j, place) for j in judgements}
    best: dict[tuple[str, str, bool], Decision] = {}
    for decision in sorted((d for d in found if d is not None), key=lambda d: (d.left, d.right, d.same, -d.score, d.reason)):
        best.setdefault((decision.left, decision.right, decision.same), decision)
    return tuple(best[key] for key in sorted(best))


def _of_names(j: Judgement[Profile], identity: Identity, entities: Mapping[NodeKey, Entity]) -> Decision | None:
    left, right = (entities.get(identity.cluster_of[p.key]) for p in (j.left, j.right))
    if left is None or right is None:
        return None
    if left.id == right.id:
        merged = next((p.written for p in (j.left, j.right) if p.written != left.label), left.label)
        return Decision(left.id, merged, True, min(j.score, 1.0), j.reason) if j.same else None
    low, high = sorted((left.id, right.id))
    return Decision(low, high, False, min(j.score, 1.0), j.reason)


def _of_forms(identity: Identity, nodes: Mapping[NodeKey, Node], entities: Mapping[NodeKey, Entity]) -> Iterator[Decision]:
    """Names of other articles that were joined without comparison, because nothing is left to tell them apart."""
    for key, cluster in identity.cluster_of.items():
        entity, name = entities[cluster], fullest(nodes[key])
        if name != entity.label and nodes[key].named:
            why = "is a name of" if entity.code else "has, but for spelling, titles and words of its kind, the name of"
            yield Decision(entity.id, name, True, 1.0, f"“{name}” {why} “{entity.label}”")


def _of_events(j: Judgement[Account], place: Mapping[tuple[str, str], str]) -> Decision | None:
    left, right = (place[(a.claims[0].evidence.article, repr(a.claims[0]))] for a in (j.left, j.right))
    if left == right:
        article = max(j.left.claims[0].evidence.article, j.right.claims[0].evidence.article)
        crossed = j.left.articles != j.right.articles
        return Decision(left, article, True, min(j.score, 1.0), j.reason) if j.same and crossed else None
    low, high = sorted((left, right))
    return Decision(low, high, False, min(j.score, 1.0), j.reason)
