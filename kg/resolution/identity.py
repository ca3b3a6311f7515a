"""Which nodes of all articles are one entity? Kinds are joined in an order in which each can lean on those before it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from kg.model import Claim
from kg.resolution.clusters import Join, join
from kg.resolution.judging import Finding, Judgement, Policy
from kg.resolution.names import Form
from kg.resolution.nodes import Node, NodeKey
from kg.resolution.policy import all_systems, organizations_of_all_articles, people_of_all_articles, people_of_one_article
from kg.resolution.portraits import Portraits, posts
from kg.resolution.profiles import Profile, combined
from kg.resolution.rulings import Rulings
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


def identify(
    nodes: Mapping[NodeKey, Node], claims: Iterable[Claim], words: Words, rulings: Rulings[NodeKey], join: Join = join
) -> Identity:
    """Join the nodes, kind by kind; persons last, since their posts name countries and organizations.

    What people judged goes before the policies: nodes they told apart stay apart at every step, those they joined are joined last.
    """
    cluster_of: dict[NodeKey, NodeKey] = {}
    forms: dict[NodeKey, Form] = {}
    portraits = Portraits.of(nodes.values(), words)
    joining = _Joining(portraits, rulings, [], join)
    holdings = [c for c in claims if c.kind == "RoleHolding"]
    others = sorted({n.kind for n in nodes.values()} - set(KINDS))
    for kind in (*others, *KINDS):
        if kind == "Person":
            joining = replace(joining, portraits=replace(portraits, posts=posts(holdings, cluster_of, forms, words)))
        profiles = [joining.portraits.profile(node) for node in nodes.values() if node.kind == kind]
        for profile in joining.joined(kind, profiles):
            cluster_of |= dict.fromkeys(profile.nodes, profile.key)
            forms[profile.key] = profile.form
    return Identity(cluster_of, forms, tuple(joining.judgements))


@dataclass(frozen=True)
class _Joining:
    """How profiles become one for each thing. judgements: those made so far."""

    portraits: Portraits
    rulings: Rulings[NodeKey]
    judgements: list[Judgement[Profile]]
    join: Join

    def joined(self, kind: str, profiles: Sequence[Profile]) -> Sequence[Profile]:
        """One profile for each thing: within each article by comparison, then by identical names, then by comparison, then by people."""
        words, company = self.portraits.words, self.portraits.company
        fullness: Callable[[Form], int] = telling if kind == "System" else len
        if kind == "Person":
            profiles = self._same_names(self._within(profiles, people_of_one_article(words), len), len)
            profiles = self._compared(profiles, people_of_all_articles(words, company, profiles), len)
        elif kind == "Organization":
            profiles = self._compared(self._same_names(profiles, len), organizations_of_all_articles(words, company), len)
        elif kind == "System":
            policy = all_systems(company)
            profiles = self._compared(self._same_names(self._within(profiles, policy, telling), telling), policy, telling)
        else:
            profiles = self._same_names(profiles, len)
            profiles = self._compared(profiles, BY_NAME, len) if self.rulings.apart else profiles
        return [combined(group, fullness) for group in self.rulings.gathered(profiles, _nodes)]

    def _within(self, profiles: Iterable[Profile], policy: Policy[Profile], fullness: Callable[[Form], int]) -> list[Profile]:
        """Joined within each article."""
        by_article: dict[str, list[Profile]] = defaultdict(list)
        for profile in profiles:
            by_article[profile.key[0]].append(profile)
        return [p for article in sorted(by_article) for p in self._compared(by_article[article], policy, fullness)]

    def _same_names(self, profiles: Iterable[Profile], fullness: Callable[[Form], int]) -> list[Profile]:
        """Joined where the names are the same; a person called by one word, and a name that a person has told apart, needs more."""
        by_form: dict[Form, list[Profile]] = defaultdict(list)
        for profile in profiles:
            alone = profile.kind == "Person" and len(profile.form) == 1
            by_form[(*profile.form, f"@{profile.key}") if alone else profile.form].append(profile)
        groups = [by_form[form] for form in sorted(by_form)]
        return [p for g in groups for p in (g if self._divided(g) else [combined(g, fullness)])]

    def _divided(self, group: Iterable[Profile]) -> bool:
        return self.rulings.divides(node for profile in group for node in profile.nodes)

    def _compared(self, profiles: Iterable[Profile], policy: Policy[Profile], fullness: Callable[[Form], int]) -> list[Profile]:
        """Joined by the policy; what only its own article can tell apart is left as it is."""
        profiles = tuple(profiles)
        foes = partial(self.rulings.foes, parts=_nodes)
        groups, found = self.join([p for p in profiles if not p.local], policy, lambda p: (p.form, p.key), foes)
        self.judgements.extend(found)
        return [p for p in profiles if p.local] + [combined(group, fullness) for group in groups]


def _nodes(profile: Profile) -> tuple[NodeKey, ...]:
    return profile.nodes


def _same_form(a: Profile, b: Profile) -> Finding | None:
    return Finding(1.0, f"both are called “{a.written}”") if a.form == b.form else None


BY_NAME: Policy[Profile] = Policy(blocks=lambda p: (p.form,), comparisons=((_same_form, 1.0),))  # kinds that are joined by names alone
