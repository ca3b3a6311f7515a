"""How is an entity called and identified, when its nodes are known?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from anyascii import anyascii

from kg.lexicon import Country, KnownEntity
from kg.model import Entity, Mention
from kg.resolution.ids import distinct, joined_slug
from kg.resolution.known import known_entity
from kg.resolution.names import Form, tidy, tokens
from kg.resolution.nodes import Node, NodeKey, fullest
from kg.resolution.organizations import organization_form, plain_form
from kg.resolution.places import country_of
from kg.resolution.systems import in_singular
from kg.resolution.words import Words


def named(clusters: Mapping[NodeKey, Sequence[Node]], forms: Mapping[NodeKey, Form], words: Words) -> dict[NodeKey, Entity]:
    """An entity for each cluster of nodes. forms: of the clusters, which tell whose army and whose senate it is."""
    drafts = {key: _draft(nodes, forms[key], words) for key, nodes in clusters.items()}
    origin = {key: (nodes[0].article, nodes[0].mentions[0].start) for key, nodes in clusters.items()}
    ids = distinct({key: draft.id for key, draft in drafts.items()}, origin)
    return {key: replace(draft, id=ids[key]) for key, draft in sorted(drafts.items())}


def _draft(nodes: Sequence[Node], form: Form, words: Words) -> Entity:
    """The entity with the id it asks for."""
    kind, country = nodes[0].kind, _country(nodes, words)
    known = _known(nodes, words)
    best = country.name if country is not None else known.name if known is not None else label(nodes, words)
    parts = [*plain_form(best, words)] if kind == "Organization" else [best]  # one id with and without "Inc"
    if kind == "Organization" and known is None and (owner := _owner(form, words)):
        parts = [*form[:-1], owner]
        best = best if words.split_owner(best)[0] else f"{best} ({owner})"
    forms = sorted({name for node in nodes for name, _ in node.names} - {best})
    mentions: tuple[Mention, ...] = tuple(sorted((m for n in nodes for m in n.mentions), key=lambda m: (m.article, m.start, m.end, m.text)))
    id = f"{kind.lower()}-{joined_slug(parts) or 'unnamed'}"
    code = country.code if country is not None else ""
    ids = words.lexicon.known.ids_of(kind, best) if known is not None or kind == "Place" or country is not None else ()
    return Entity(id, kind, best, (best, *forms), mentions, code, ids)


def _known(nodes: Sequence[Node], words: Words) -> KnownEntity | None:
    """The one entity of the user's table that the nodes are, None where there is none or more than one."""
    found = {known.name: known for node in nodes if (known := known_entity(node, words)) is not None}
    return next(iter(found.values())) if len(found) == 1 else None


def _owner(form: Form, words: Words) -> str:
    """The country or region that a form says a body belongs to, "" for none."""
    owner = form[-1][1:] if form[-1].startswith("=") else ""
    country = words.lexicon.country_by_code(owner)
    return country.name if country is not None else owner


def _country(nodes: Sequence[Node], words: Words) -> Country | None:
    return country_of(nodes[0], words) if nodes[0].kind == "Country" else None


def label(nodes: Sequence[Node], words: Words) -> str:
    """The name to show: each article votes with its fullest, for systems with all; then the fuller, the better spelled one.

    A company is shown as it is mostly written, with or without "Inc".
    """
    votes = Counter(_shown(fullest(node), node, words) for node in nodes)
    written = Counter(_shown(name, node, words) for node in nodes for name, count in node.names for _ in range(count))
    if nodes[0].kind == "System":
        votes = written
    if nodes[0].kind == "Organization":
        forms = Counter(organization_form(fullest(node), words) for node in nodes)
        full = min(forms, key=lambda form: (-forms[form], -len(form), form))
        plain = Counter({name: count for name, count in written.items() if plain_form(name, words) == full})
        votes = plain or Counter({name: count for name, count in written.items() if organization_form(name, words) == full}) or votes

    def order(name: str) -> tuple[int, int, int, bool, int, str]:
        fuller = 1 if nodes[0].kind == "Organization" else -1  # of a company's names, all of one form here, the one without "Inc"
        return (-_rank(name, nodes, words), -votes[name], fuller * len(tokens(name)), anyascii(name) == name, fuller * len(name), name)

    return min(votes, key=order)


def _rank(name: str, nodes: Sequence[Node], words: Words) -> int:
    """What comes first: full names of persons, without initials; systems without words for their class; bodies that say of which state."""
    parts = tokens(name)
    if nodes[0].kind == "System":
        return -sum(p in words.class_words for p in parts) if nodes[0].named else 0
    if nodes[0].kind == "Organization":
        owner, rest = words.split_owner(name)
        return int(bool(owner) and words.is_body(rest))
    return int(nodes[0].kind == "Person" and len(parts) > 1 and all(len(p) > 1 for p in (parts[0], parts[-1])))


def _shown(name: str, node: Node, words: Words) -> str:
    """A name as a label: no honorific, post or "the" before it; the plain name of a known place, one "F-16" for "F-16s"."""
    if node.kind == "Person":
        return words.without_post(name)
    if node.kind == "System" and node.named:
        return in_singular(tidy(name))
    if node.kind == "Place" and (place := words.lexicon.place(name)) is not None:
        return place.name
    first, _, rest = tidy(name).partition(" ")
    return rest if rest and first.lower() == "the" else tidy(name)
