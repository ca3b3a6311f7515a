"""Which entities and facts do all articles together speak of?"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from kg.lexicon import Lexicon
from kg.model import Extraction, Resolution, Ruling, Variant
from kg.resolution.accounts import Wording, World
from kg.resolution.clusters import Join, join
from kg.resolution.entities import named
from kg.resolution.facts import Grouped, family_of, grouped, stated, with_speakers
from kg.resolution.identity import KINDS as ENTITIES
from kg.resolution.identity import Identity, identify
from kg.resolution.kinds import settled
from kg.resolution.nodes import Node, NodeKey, gather
from kg.resolution.partings import parted
from kg.resolution.pointing import judged_entities, judged_facts, split
from kg.resolution.portraits import nameless
from kg.resolution.records import Telling
from kg.resolution.rulings import Rulings
from kg.resolution.systems import class_words, phrase_form
from kg.resolution.variants import families, variant_links
from kg.resolution.words import Words


def resolve(extractions: Iterable[Extraction], lexicon: Lexicon, judged: Sequence[Ruling] = (), join: Join = join) -> Resolution:
    """Join mentions to entities and claims to facts, across all articles. join: how things are compared and joined, here by default.

    judged: what people judged of pairs; it goes before the policy, and without it everything is as if it had never been there.
    The outcome does not depend on the order of the extractions or judgements; an extraction given twice counts once. Mentions
    that are only pronouns, and slots filled by them, are left out. Raises Contradiction for judgements that cannot all hold.
    """
    words = Words.of(lexicon)
    judged = sorted(dict.fromkeys(judged), key=repr)
    ordered = sorted(dict.fromkeys(extractions), key=lambda e: (e.article.id, Wording(e.claims)))
    told = [split(parted(e, words), judged) for e in ordered]
    claims = tuple(dict.fromkeys(c for e in told for c in e.claims))
    nodes = settled(gather(told, words), claims, words)
    of_facts = [r for r in judged if r.kind not in ENTITIES]
    on_entities, without_entity = judged_entities((r for r in judged if r.kind in ENTITIES), nodes)
    on_facts, without_fact = judged_facts(of_facts, (c for c in claims if c.kind != "RoleHolding"), family_of(words))
    identity = identify(nodes, claims, words, Rulings.of(on_entities), join)
    published = {e.article.id: e.article.published.iso if e.article.published else "" for e in told}
    world = _world(identity, nodes, published, words)
    groups = grouped(claims, world, words, Rulings.of(on_facts), join)
    identity = _with_goods(identity, groups, world)
    world = _world(identity, nodes, published, words)
    entities = named({c: [nodes[n] for n in members] for c, members in identity.members().items()}, identity.forms, words)
    events, held, roles = stated(groups, world, entities)
    facts = sorted(with_speakers((*events, *held), world, entities), key=lambda f: f.id)
    links = variant_links(world.families, entities)
    telling = Telling({e.article.id: e.article.text for e in told}, nodes, entities, identity, events, held)
    return Resolution(
        entities=tuple(sorted((*entities.values(), *roles), key=lambda e: e.id)),
        facts=tuple(facts),
        decisions=telling.decisions(groups.judgements, on_entities, on_facts, links),
        unused=tuple(sorted((*without_entity, *without_fact), key=repr)),
        variants=tuple(sorted((Variant(entities[v].id, entities[f].id, why) for v, f, why in links), key=lambda v: v.variant)),
    )


def _world(identity: Identity, nodes: Mapping[NodeKey, Node], published: Mapping[str, str], words: Words) -> World:
    """What the joining of facts needs to know of the entities."""
    clusters = set(identity.cluster_of.values())
    goods = {c for c in clusters if nodes[c].kind == "System" and nameless(nodes[c], words)}
    systems = {c: members for c, members in identity.members().items() if nodes[c].kind == "System" and c not in goods}
    called = {c: [name for n in members for name, _ in nodes[n].names] for c, members in systems.items()}
    return World(
        families=families({c: identity.forms[c] for c in systems}),
        classes={c: frozenset(word for name in names for word in class_words(name, words)) for c, names in called.items()},
        cluster_of=identity.cluster_of,
        phrases={c: " ".join(phrase_form(nodes[c].names[0][0])) or nodes[c].names[0][0] for c in sorted(goods)},
        companies=frozenset(c for c in clusters if nodes[c].kind == "Organization" and nodes[c].named),
        countries=frozenset(c for c in clusters if nodes[c].kind == "Country"),
        state_of={c: identity.forms[c][-1][1:] for c in sorted(clusters) if identity.forms[c][-1].startswith("=")},
        published=published,
    )


def _with_goods(identity: Identity, groups: Grouped, world: World) -> Identity:
    """Goods of one description in one deal become one entity, which no name would have told."""
    into: dict[NodeKey, NodeKey] = {}
    joined: dict[NodeKey, list[NodeKey]] = {}  # the same from the other side
    for event in groups.events:
        for phrase in sorted(event.phrases):
            same = sorted(c for c in event.of("system") if world.phrases.get(c) == phrase)
            heads = sorted({into.get(c, c) for c in same})
            for old in heads[1:]:
                moved = [old, *joined.pop(old, ())]
                into |= dict.fromkeys(moved, heads[0])
                joined.setdefault(heads[0], []).extend(moved)
    cluster_of = {node: into.get(cluster, cluster) for node, cluster in identity.cluster_of.items()}
    return Identity(cluster_of, identity.forms, identity.judgements)
