"""Which nodes of all articles are one entity? Kinds are joined in an order in which each can lean on those before it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from kg.model import Claim
from kg.resolution.clusters import join
from kg.resolution.judging import Judgement, Policy
from kg.resolution.names import Form
from kg.resolution.nodes import Node, NodeKey
from kg.resolution.policy import all_systems, organizations_of_all_articles, people_of_all_articles, people_of_one_article
from kg.resolution.portraits import Portraits, posts
from kg.resolution.profiles import Profile, combined
from kg.resolution.systems import telling
from kg.resolution.words import Words

KINDS = ("Country", "Place", "Organization", "System", "Person")


@dataclass(frozen=True)
class Identity:
    """Which node belongs to which cluster, named by its smallest node; the form of each cluster; the judgements that decided it."""

    cluster_of: Mapping[NodeKey, NodeKey]
    forms: Mapping[NodeKey, Form]
    judgements: tuple[Judgement[Profile], ...]

    def members(self) -> dict[NodeKey, list[NodeKey]]:
        """Cluster to its nodes, both sorted."""
        found: dict[NodeKey, list[NodeKey]] = defaultdict(list)
        for node in sorted(self.cluster_of):
            found[self.cluster_of[node]].append(node)
        return dict(sorted(found.items()))


def identify(nodes: Mapping[NodeKey, Node], claims: Iterable[Claim], words: Words) -> Identity:
    """Join the nodes, kind by kind; persons last, since their posts name countries and organizations."""
    cluster_of: dict[NodeKey, NodeKey] = {}
    forms: dict[NodeKey, Form] = {}
    judgements: list[Judgement[Profile]] = []
    portraits = Portraits.of(nodes.values(), words)
    holdings = [c for c in claims if c.kind == "RoleHolding"]
    others = sorted({n.kind for n in nodes.values()} - set(KINDS))
    for kind in (*others, *KINDS):
        if kind == "Person":
            portraits = replace(portraits, posts=posts(holdings, cluster_of, words))
        profiles = [portraits.profile(node) for node in nodes.values() if node.kind == kind]
        for profile in _joined(kind, profiles, portraits, judgements):
            cluster_of |= dict.fromkeys(profile.nodes, profile.key)
            forms[profile.key] = profile.form
    return Identity(cluster_of, forms, tuple(judgements))


def _joined(kind: str, profiles: Sequence[Profile], portraits: Portraits, judgements: list[Judgement[Profile]]) -> Sequence[Profile]:
    """One profile for each thing: within each article by comparison, then by identical names, then by comparison."""
    words, company = portraits.words, portraits.company
    if kind == "Person":
        profiles = _same_names(_within(profiles, people_of_one_article(words), len, judgements), len)
        return _compared(profiles, people_of_all_articles(words, company, profiles), len, judgements)
    if kind == "Organization":
        return _compared(_same_names(profiles, len), organizations_of_all_articles(words, company), len, judgements)
    if kind == "System":
        policy = all_systems(company)
        return _compared(_same_names(_within(profiles, policy, telling, judgements), telling), policy, telling, judgements)
    return _same_names(profiles, len)


def _within(
    profiles: Iterable[Profile], policy: Policy[Profile], fullness: Callable[[Form], int], judgements: list[Judgement[Profile]]
) -> list[Profile]:
    """Joined within each article."""
    by_article: dict[str, list[Profile]] = defaultdict(list)
    for profile in profiles:
        by_article[profile.key[0]].append(profile)
    return [p for article in sorted(by_article) for p in _compared(by_article[article], policy, fullness, judgements)]


def _same_names(profiles: Iterable[Profile], fullness: Callable[[Form], int]) -> list[Profile]:
    """Joined where the names are the same; a person called by one word needs more than that."""
    by_form: dict[Form, list[Profile]] = defaultdict(list)
    for profile in profiles:
        alone = profile.kind == "Person" and len(profile.form) == 1
        by_form[(*profile.form, f"@{profile.key}") if alone else profile.form].append(profile)
    return [combined(by_form[form], fullness) for form in sorted(by_form)]


def _compared(
    profiles: Iterable[Profile], policy: Policy[Profile], fullness: Callable[[Form], int], judgements: list[Judgement[Profile]]
) -> list[Profile]:
    """Joined by the policy; what only its own article can tell apart is left as it is."""
    profiles = tuple(profiles)
    groups, found = join([p for p in profiles if not p.local], policy, lambda p: (p.form, p.key))
    judgements.extend(found)
    return [p for p in profiles if p.local] + [combined(group, fullness) for group in groups]
