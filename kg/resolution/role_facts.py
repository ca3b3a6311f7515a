"""Which role holdings, and which roles, do the claims of all articles state, and under which ids?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from kg.model import Argument, Claim, Entity, Fact, Mention, Ref
from kg.resolution.accounts import World, place_of
from kg.resolution.disagreement import conflicts
from kg.resolution.history import steps
from kg.resolution.holdings import Holding
from kg.resolution.ids import distinct, joined_slug
from kg.resolution.nodes import NodeKey
from kg.resolution.slots import merged_arguments

SMALL_WORDS = frozenset({"a", "an", "and", "for", "in", "of", "on", "the", "to", "with"})


def role_facts(
    roles: Mapping[Holding, Sequence[Claim]],
    world: World,
    entities: Mapping[NodeKey, Entity],
    link: Callable[[Mention], Ref | None],
) -> tuple[list[Fact], list[Entity]]:
    """Role holdings, each with the role it holds."""
    posts: dict[tuple[str, NodeKey | None], set[str]] = defaultdict(set)
    for (_, title, owner), claims in roles.items():
        posts[(title, owner)] |= {str(t) for c in claims for t in c.values("title")}
    made = {post: _role(post, titles, entities) for post, titles in posts.items()}
    ids = distinct({p: e.id for p, e in made.items()}, {p: (repr(p), 0) for p in made})
    made = {post: replace(role, id=ids[post]) for post, role in made.items()}
    facts = {key: _holding(key, claims, made[key[1:]], world, entities, link) for key, claims in roles.items()}
    fact_ids = distinct({k: f.id for k, f in facts.items()}, {k: place_of(roles[k][0])[:2] for k in facts})
    return [replace(f, id=fact_ids[k]) for k, f in facts.items()], list(made.values())


def _role(post: tuple[str, NodeKey | None], titles: set[str], entities: Mapping[NodeKey, Entity]) -> Entity:
    title = " ".join(w if i and w in SMALL_WORDS else w[:1].upper() + w[1:] for i, w in enumerate(post[0].split()))
    owner = f" of {entities[post[1]].label}" if post[1] is not None and post[1] in entities else ""
    names = sorted({" ".join(t.split()) + owner for t in titles} - {title + owner})
    return Entity(f"role-{joined_slug([title + owner])}", "Role", title + owner, (title + owner, *names))


def _holding(
    key: Holding,
    claims: Sequence[Claim],
    role: Entity,
    world: World,
    entities: Mapping[NodeKey, Entity],
    link: Callable[[Mention], Ref | None],
) -> Fact:
    arguments = (*merged_arguments(claims, link, world.published), Argument("role", Ref(role.id)))
    id = joined_slug(["holding", entities[key[0]].label, role.label])
    shown = tuple(sorted(arguments, key=lambda a: (a.property, repr(a.value))))
    return Fact(id, "RoleHolding", shown, tuple(claims), steps(claims, world.published), conflicts(claims, arguments))
