"""What does an article tell of each thing it names: in which forms, with which posts, in which company?"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from kg.model import Claim, Mention
from kg.resolution.known import known_entity, known_form
from kg.resolution.names import Form
from kg.resolution.nodes import Node, NodeKey, fullest, key_of
from kg.resolution.organizations import Home, body_form, organization_form
from kg.resolution.people import person_form
from kg.resolution.places import country_form, country_of, place_form
from kg.resolution.profiles import Post, Profile, sign
from kg.resolution.systems import designators, is_common, phrase_form, system_form
from kg.resolution.words import Words

COMMONPLACE = 20  # a name in more articles than this and in more than a tenth of all says nothing about the story
TELLING_KINDS = frozenset({"Person", "Organization", "System"})  # countries are everywhere


@dataclass(frozen=True)
class Portraits:
    """Makes profiles of nodes.

    homes: article to where it is at home; company: article to the telling names in it.
    """

    words: Words
    homes: Mapping[str, Home]
    company: Mapping[str, frozenset[str]]
    posts: Mapping[NodeKey, frozenset[Post]] = field(default_factory=dict)

    @classmethod
    def of(cls, nodes: Iterable[Node], words: Words) -> Portraits:
        """What the articles' own countries and names are."""
        nodes = tuple(nodes)
        return cls(words, _homes(nodes, words), _company(nodes, words))

    def profile(self, node: Node) -> Profile:
        """What is known of one node."""
        forms = {self.form(node, name) for name, _ in node.names} - {()}
        form = self.form(node, fullest(node)) or ("?", f"@{node.key}")
        known = known_entity(node, self.words)
        if known is not None:
            form = known_form(known, self.words)
            forms = {form} if node.kind == "System" else forms | {form}
        elif nameless(node, self.words):
            form = (*phrase_form(fullest(node)), f"@{node.article}")
            forms = {form}
        elif node.kind == "System":
            form = self.main_system(node) or form
            forms = {f for f in forms if not designators(f) or designators(f) == designators(form)} | {form}
        return Profile(
            key=node.key,
            kind=node.kind,
            nodes=(node.key,),
            form=form,
            forms=frozenset(forms),
            written=fullest(node),
            posts=self.posts.get(node.key, frozenset()),
            local=form[-1].startswith("@"),
            known=frozenset() if known is None else frozenset({known.name}),
        )

    def main_system(self, node: Node) -> Form:
        """The form a system is first called by, or a fuller one: with a maker or designator before it ("UH-60M Black Hawk").

        A variant ("Leopard 2A8" after "Leopard") is it only if the article speaks of the variant as often.
        """
        counts: dict[Form, int] = {}
        for mention in node.mentions:
            if mention.named and (form := system_form(mention.text, self.words)):
                counts[form] = counts.get(form, 0) + 1
        main: Form = ()
        for form in counts:
            fuller = len(form) > len(main) and (form[len(form) - len(main) :] == main or form[: len(main)] == main)
            if fuller and (form[: len(main)] != main or not main or counts[form] >= counts[main]):
                main = form
        return main

    def form(self, node: Node, name: str) -> Form:
        """The form in which one name of a node is compared."""
        match node.kind:
            case "Country":
                return country_form(node, self.words)
            case "Person":
                return person_form(name, self.words)
            case "Organization":
                return body_form(name, self.words, self.homes.get(node.article, Home(node.article)))
            case "System":
                return system_form(name, self.words)
            case _:
                return place_form(name, self.words)


def nameless(node: Node, words: Words) -> bool:
    """Whether a node is only described: goods without a name, or what a claim says without naming it."""
    return not node.named or (node.kind == "System" and is_common((name for name, _ in node.names), words))


def posts(
    claims: Iterable[Claim], cluster_of: Mapping[NodeKey, NodeKey], forms: Mapping[NodeKey, Form], words: Words
) -> dict[NodeKey, frozenset[Post]]:
    """Node of a person to the posts that its article gives it. cluster_of, forms: of countries and organizations.

    A country is told by the form of its code ("=TR"), all else by its cluster.
    """
    found: dict[NodeKey, set[Post]] = defaultdict(set)
    for claim in claims:
        owners = [cluster_of.get(key_of(v)) for v in claim.values("of") if isinstance(v, Mention)]
        owner = next((_identity(o, forms[o]) for o in owners if o is not None), "")
        for holder in claim.values("holder"):
            if isinstance(holder, Mention):
                found[key_of(holder)] |= {(words.title(t), owner) for t in claim.values("title") if isinstance(t, str)}
    return {key: frozenset(held) for key, held in found.items()}


def _identity(cluster: NodeKey, form: Form) -> str:
    return form[0] if len(form) == 1 and form[0].startswith("=") else repr(cluster)


def _homes(nodes: Iterable[Node], words: Words) -> dict[str, Home]:
    """Article to where it is at home."""
    countries: dict[str, Counter[str]] = defaultdict(Counter)
    both: dict[str, Counter[str]] = defaultdict(Counter)
    for node in nodes:
        if node.kind == "Country" and (country := country_of(node, words)) is not None:
            countries[node.article][country.code] += len(node.mentions)
            both[node.article][country.code] += len(node.mentions)
        if node.kind == "Place" and (region := words.territory(fullest(node))) is not None:
            both[node.article][region] += len(node.mentions)
    first = {article: _ahead(votes) for article, votes in both.items()}
    return {
        article: Home(article, frozenset(countries[article]), _ahead(countries[article]), "" if top in countries[article] else top)
        for article, top in sorted(first.items())
    }


def _ahead(votes: Counter[str]) -> str:
    """What has more votes than all others, "" where there is none."""
    top = votes.most_common(2)
    return top[0][0] if len(top) == 1 or (top and top[0][1] > top[1][1]) else ""


def _company(nodes: Iterable[Node], words: Words) -> dict[str, frozenset[str]]:
    """Article to the names of persons in full, organizations and systems in it, without those that are everywhere."""
    found: dict[str, set[str]] = defaultdict(set)
    for node in nodes:
        if nameless(node, words) or node.kind not in TELLING_KINDS:
            continue
        name = fullest(node)
        by_kind = {"Person": person_form, "Organization": organization_form, "System": system_form}
        form = by_kind[node.kind](name, words)
        if node.kind != "Person" or len(form) > 1:
            found[node.article].add(sign(node.kind, form))
    spread = Counter(one for signs in found.values() for one in signs)
    limit = max(COMMONPLACE, len(found) // 10)
    return {article: frozenset(s for s in signs if 1 < spread[s] <= limit) for article, signs in found.items()}
