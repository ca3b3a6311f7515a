"""Of which kind is a name that some articles take for a person and others for an organization?"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace

from kg.model import Claim, Mention
from kg.resolution.known import known_entity
from kg.resolution.nodes import Node, NodeKey, fullest, key_of
from kg.resolution.organizations import organization_form
from kg.resolution.words import Words

CONFUSED = frozenset({"Person", "Organization", "Place", "System"})
LEAD = 2  # times as many articles must take the name for one kind as for another


def settled(nodes: Mapping[NodeKey, Node], claims: Iterable[Claim], words: Words) -> dict[NodeKey, Node]:
    """The nodes, each of the kind that by far the most articles give to its name.

    A person said to hold a post stays one: a surname may be a company's name. So does what the user's table knows under this kind.
    """
    holders = {key_of(v) for c in claims for v in c.values("holder") if isinstance(v, Mention)}
    names = {key: organization_form(fullest(node), words) for key, node in nodes.items() if node.named and node.kind in CONFUSED}
    votes: dict[tuple[str, ...], Counter[str]] = defaultdict(Counter)
    for key, name in names.items():
        votes[name][nodes[key].kind] += 1
    changed: dict[NodeKey, Node] = {}
    for key, name in names.items():
        (kind, most), *_ = sorted(votes[name].items(), key=lambda vote: (-vote[1], vote[0]))
        settled_by_user = known_entity(nodes[key], words) is not None
        if nodes[key].kind != kind and not settled_by_user and key not in holders and most >= LEAD * votes[name][nodes[key].kind]:
            changed[key] = replace(nodes[key], kind=kind)
    return {**nodes, **changed}
