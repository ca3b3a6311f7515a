"""Which nodes of all articles are one entity? Kinds are joined in an order in which each can lean on those before it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from kg.model import Claim, Mention
from kg.resolution.clusters import join
from kg.resolution.judging import Judgement, Policy
from kg.resolution.names import Form
from kg.resolution.nodes import Node, NodeKey, key_of
from kg.resolution.organizations import organization_form, organization_policy
from kg.resolution.people import person_form, person_policy
from kg.resolution.places import country_form, country_of, fullest, place_form
from kg.resolution.profiles import Post, Profile, combined
from kg.resolution.systems import designators, is_common, phrase_form, system_form, system_policy
from kg.resolution.words import Words

COMMONPLACE = 20  # a name in more articles than this and in more than a tenth of all says nothing about the story


@dataclass(frozen=True)
class Identity:
    """Which node belongs to which cluster. clusters: nodes of each, by its smallest node; judgements: why, by kind."""

    cluster_of: Mapping[NodeKey, NodeKey]
    judgements: tuple[Judgement[Profile], ...]

    def members(self) -> dict[NodeKey, list[NodeKey]]:
        """Cluster to its nodes, both sorted."""
        found: dict[NodeKey, list[NodeKey]] = defaultdict(list)
        for node in sorted(self.cluster_of):
            found[self.cluster_of[node]].append(node)
        return dict(sorted(found.items()))


def identify(nodes: Mapping[NodeKey, Node], claims: Iterable[Claim], words: Words) -> Identity:
    """Join the nodes, kind by kind."""
    cluster_of: dict[NodeKey, NodeKey] = {}
    judgements: list[Judgement[Profile]] = []
    company = _company(nodes, words)
    home = _home(nodes, words)
    held: list[Claim] = [c for c in claims if c.kind == "RoleHolding"]
    kinds = ("Country", "Place", "Organization", "System", "Person")
    for kind in (*kinds, *sorted({n.kind for n in nodes.values()} - set(kinds))):
        posts = _posts(held, cluster_of, words) if kind == "Person" else {}
        profiles = [
            _profile(node, words, home, company, posts.get(node.key, frozenset())) for node in nodes.values() if node.kind == kind
        ]
        for group, found in _joined(kind, profiles, words):
            judgements.extend(found)
            for profile in group:
                cluster_of |= dict.fromkeys(profile.nodes, profile.key)
    return Identity(cluster_of, tuple(judgements))


def _joined(kind: str, profiles: list[Profile], words: Words) -> Iterable[tuple[list[Profile], list[Judgement[Profile]]]]:
    """Clusters as one profile each: within each article, then identical names, then by comparison."""
    judgements: list[Judgement[Profile]] = []
    fullness: Callable[[Form], int] = _fullness if kind == "System" else len
    if (policy := _policy(kind, words, one_article=True)) is not None:
        by_article: dict[str, list[Profile]] = defaultdict(list)
        for profile in profiles:
            by_article[profile.key[0]].append(profile)
        profiles = [p for article in sorted(by_article) for p in _compared(by_article[article], policy, fullness, judgements)]
    by_form: dict[Form, list[Profile]] = defaultdict(list)
    for profile in profiles:
        alone = (*profile.form, f"@{profile.key}") if kind == "Person" and len(profile.form) == 1 else profile.form
        by_form[alone].append(profile)
    profiles = [combined(by_form[form], fullness) for form in sorted(by_form)]
    if (policy := _policy(kind, words, one_article=False)) is not None:
        fixed = [p for p in profiles if p.local]
        profiles = fixed + _compared([p for p in profiles if not p.local], policy, fullness, judgements)
    yield profiles, judgements


def _compared(
    profiles: list[Profile], policy: Policy[Profile], fullness: Callable[[Form], int], judgements: list[Judgement[Profile]]
) -> list[Profile]:
    groups, found = join(profiles, policy, lambda p: (p.form, p.key))
    judgements.extend(found)
    return [combined(group, fullness) for group in groups]


def _policy(kind: str, words: Words, *, one_article: bool) -> Policy[Profile] | None:
    if kind == "Person":
        return person_policy(words, one_article=one_article)
    if kind == "Organization" and not one_article:
        return organization_policy(words)
    return system_policy() if kind == "System" else None


def _fullness(form: Form) -> int:
    return 2 * len(form) + len(designators(form))


def _profile(node: Node, words: Words, home: Mapping[str, str], company: Mapping[str, frozenset[str]], posts: frozenset[Post]) -> Profile:
    """What is known of one node."""
    forms = {_form(node, name, words, home) for name, _ in node.names} - {()}
    common = not node.named or (node.kind == "System" and is_common(name for name, _ in node.names))
    form = _form(node, fullest(node), words, home) or ("?",)
    if common:
        form = (*phrase_form(fullest(node)), f"@{node.article}")
    elif node.kind == "System":
        form = max(sorted(forms), key=_fullness, default=form)
    others = company.get(node.article, frozenset()) - {_sign(node.kind, f) for f in forms}
    return Profile(
        key=node.key,
        nodes=(node.key,),
        form=form,
        forms=frozenset(forms) if not common else frozenset({form}),
        written=fullest(node),
        posts=posts,
        company=others,
        local=common or form[-1].startswith("@"),
    )


def _form(node: Node, name: str, words: Words, home: Mapping[str, str]) -> Form:
    if node.kind == "Country":
        return country_form(node, words)
    if node.kind == "Person":
        return person_form(name, words)
    if node.kind == "Organization":
        return _body_form(node, name, words, home)
    return system_form(name, words) if node.kind == "System" else place_form(name)


def _body_form(node: Node, name: str, words: Words, home: Mapping[str, str]) -> Form:
    """An organization's form; "the army", "the Senate" get the country of their story, so that two states' armies stay two."""
    form = organization_form(name, words)
    country = next((words.lexicon.country(t) for t in name.replace("'s", "").split() if t[:1].isupper() and words.lexicon.country(t)), None)
    bare = " ".join(t for t in name.split() if words.lexicon.country(t.replace("'s", "")) is None) if country else name
    body = words.lexicon.state_body(bare) or words.lexicon.title_body(bare)
    if body is None or (body.country and not country):
        return form
    code = country.code if country else home.get(node.article, "")
    return (*organization_form(bare, words), f"={code}" if code else f"@{node.article}")


def _home(nodes: Mapping[NodeKey, Node], words: Words) -> dict[str, str]:
    """Article to the code of the country it names most, where one is ahead of all others."""
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for node in nodes.values():
        if node.kind == "Country" and (country := country_of(node, words)) is not None:
            votes[node.article][country.code] += len(node.mentions)
    ahead = {article: counts.most_common(2) for article, counts in votes.items()}
    return {article: top[0][0] for article, top in ahead.items() if len(top) == 1 or top[0][1] > top[1][1]}


def _company(nodes: Mapping[NodeKey, Node], words: Words) -> dict[str, frozenset[str]]:
    """Article to the names of persons in full, organizations and systems in it, without those that are everywhere."""
    found: dict[str, set[str]] = defaultdict(set)
    for node in nodes.values():
        if not node.named or node.kind not in ("Person", "Organization", "System"):
            continue
        form = _form(node, fullest(node), words, {})
        if node.kind != "Person" or len(form) > 1:
            found[node.article].add(_sign(node.kind, form))
    spread = Counter(sign for signs in found.values() for sign in signs)
    limit = max(COMMONPLACE, len(found) // 10)
    return {article: frozenset(s for s in signs if 1 < spread[s] <= limit) for article, signs in found.items()}


def _sign(kind: str, form: Form) -> str:
    return f"{kind}:{' '.join(form)}"


def _posts(held: list[Claim], cluster_of: Mapping[NodeKey, NodeKey], words: Words) -> dict[NodeKey, frozenset[Post]]:
    """Node of a person to the posts that its article gives it."""
    found: dict[NodeKey, set[Post]] = defaultdict(set)
    for claim in held:
        owners = [cluster_of.get(key_of(v)) for v in claim.values("of") if isinstance(v, Mention)]
        owner = next((repr(o) for o in owners if o is not None), "")
        for holder in claim.values("holder"):
            if isinstance(holder, Mention):
                found[key_of(holder)] |= {(words.title(t), owner) for t in claim.values("title") if isinstance(t, str)}
    return {key: frozenset(posts) for key, posts in found.items()}


