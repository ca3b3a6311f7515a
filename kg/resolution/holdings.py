"""Which claims say that one person holds one role?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from kg.model import Claim, Mention
from kg.resolution.accounts import Wording, World, place_of
from kg.resolution.nodes import NodeKey
from kg.resolution.words import Words

Holding = tuple[NodeKey, str, NodeKey | None]


def holdings(claims: Iterable[Claim], world: World, words: Words) -> dict[Holding, list[Claim]]:
    """Claims by holder, canonical title and owner of the post.

    A claim without an owner joins the one with the same holder and title in its article, or, if there is none, the only one
    anywhere; it stays by itself where several fit.
    """
    ordered = sorted(claims, key=lambda c: (place_of(c), Wording(c)))
    found: dict[Holding, list[Claim]] = defaultdict(list)
    open_claims: list[tuple[NodeKey, str, Claim]] = []
    for claim in ordered:
        holder, title, owner = _parts(claim, world, words)
        if holder is None or not title:
            continue
        if owner is None:
            open_claims.append((holder, title, claim))
        else:
            found[(holder, title, owner)].append(claim)
    owners: dict[tuple[NodeKey, str], dict[NodeKey, set[str]]] = defaultdict(dict)
    for (holder, title, owner), members in found.items():
        if owner is not None:
            owners[(holder, title)][owner] = {c.evidence.article for c in members}
    for holder, title, claim in open_claims:
        found[(holder, title, _owner(owners.get((holder, title), {}), claim.evidence.article))].append(claim)
    return {key: sorted(found[key], key=lambda c: (place_of(c), Wording(c))) for key in sorted(found, key=repr)}


def _owner(owners: dict[NodeKey, set[str]], article: str) -> NodeKey | None:
    here = [owner for owner, articles in owners.items() if article in articles]
    if len(here) == 1:
        return here[0]
    return next(iter(owners)) if not here and len(owners) == 1 else None


def _parts(claim: Claim, world: World, words: Words) -> tuple[NodeKey | None, str, NodeKey | None]:
    """Holder, canonical title and owner of the post, None for what is not said."""
    holder = next((world.cluster(v) for v in claim.values("holder") if isinstance(v, Mention)), None)
    owner = next((world.cluster(v) for v in claim.values("of") if isinstance(v, Mention)), None)
    title = next((words.title(v) for v in claim.values("title") if isinstance(v, str) and v.strip()), "")
    return holder, title, owner
