"""Which facts do the claims of all articles state, and under which ids?"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from kg.model import Argument, Claim, Entity, Fact, Mention, Ref
from kg.resolution.accounts import Account, Wording, World, account
from kg.resolution.clusters import Join, join
from kg.resolution.deals import DEAL_KINDS
from kg.resolution.disagreement import conflicts
from kg.resolution.history import steps
from kg.resolution.holdings import Holding, holdings
from kg.resolution.ids import distinct, joined_slug
from kg.resolution.judging import Judgement, Policy
from kg.resolution.nodes import NodeKey
from kg.resolution.policy import all_deals, all_deliveries, all_others
from kg.resolution.role_facts import role_facts
from kg.resolution.rulings import Rulings
from kg.resolution.slots import merged_arguments
from kg.resolution.words import Words
from kg.values import Date, Money


@dataclass(frozen=True)
class Grouped:
    """Claims joined into events and role holdings, and the judgements behind it."""

    events: tuple[Account, ...]
    roles: Mapping[Holding, Sequence[Claim]]
    judgements: tuple[Judgement[Account], ...]


def family_of(words: Words) -> Callable[[str], str]:
    """What the facts of one kind are compared with: all deals are one family; a kind without a frame is its own."""
    families = {frame.fact: frame.family for frame in words.lexicon.frames}
    return lambda kind: families.get(kind, kind)


def grouped(claims: Iterable[Claim], world: World, words: Words, rulings: Rulings[Claim], join: Join = join) -> Grouped:
    """Join the claims of one role holding, deal, delivery or other fact; what people judged goes before the policies."""
    family = family_of(words)
    by_kind: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        by_kind[family(claim.kind)].append(claim)
    events: list[Account] = []
    judgements: list[Judgement[Account]] = []
    for kind in sorted(set(by_kind) - {"RoleHolding"}):
        policy = all_deals if kind == "Deal" else all_deliveries if kind == "Delivery" else all_others
        articles: dict[str, list[Account]] = defaultdict(list)
        for claim in by_kind[kind]:
            articles[claim.evidence.article].append(account([claim], world))
        joining = _Joining(world, rulings, judgements, join)
        within = [a for article in sorted(articles) for a in joining.joined(articles[article], policy(world, one_article=True))]
        events += [united(group, world) for group in rulings.gathered(joining.joined(within, policy(world, one_article=False)), _claims)]
    roles = holdings(by_kind["RoleHolding"], world, words)
    return Grouped(tuple(sorted(events, key=lambda a: a.place)), roles, tuple(judgements))


@dataclass(frozen=True)
class _Joining:
    """How accounts of one event become one account. judgements: those made so far."""

    world: World
    rulings: Rulings[Claim]
    judgements: list[Judgement[Account]]
    join: Join

    def joined(self, accounts: Sequence[Account], policy: Policy[Account]) -> list[Account]:
        """The accounts, those that the policy takes for one as one; what a person told apart stays apart."""
        foes = partial(self.rulings.foes, parts=_claims)
        groups, found = self.join(accounts, policy, lambda a: (a.place, Wording(a.claims)), foes)
        self.judgements.extend(found)
        return [united(group, self.world) for group in groups]


def _claims(a: Account) -> tuple[Claim, ...]:
    return a.claims


def united(group: Sequence[Account], world: World) -> Account:
    """Several accounts as one."""
    return group[0] if len(group) == 1 else account((c for a in group for c in a.claims), world)


def stated(groups: Grouped, world: World, entities: Mapping[NodeKey, Entity]) -> tuple[list[Fact], list[Fact], list[Entity]]:
    """Facts of the events, role holdings, and the roles that these hold."""

    def link(mention: Mention) -> Ref | None:
        cluster = world.cluster(mention)
        return Ref(entities[cluster].id) if cluster is not None and cluster in entities else None

    accounts = [account(a.claims, world) for a in groups.events]
    labels = {e.id: e.label for e in entities.values()}
    events = {i: _event(a, world, entities, link, labels) for i, a in enumerate(accounts)}
    ids = distinct({i: f.id for i, f in events.items()}, {i: a.place[:2] for i, a in enumerate(accounts)})
    held, roles = role_facts(groups.roles, world, entities, link)
    return [replace(f, id=ids[i]) for i, f in events.items()], held, roles


def with_speakers(facts: Iterable[Fact], world: World, entities: Mapping[NodeKey, Entity]) -> list[Fact]:
    """The facts, each claim with its own speakers as entities; a speaker that is no entity (a pronoun nobody explained) is left out."""

    def speaker(argument: Argument) -> Argument | None:
        if argument.property != "attributedTo" or not isinstance(argument.value, Mention):
            return argument
        cluster = world.cluster(argument.value)
        return Argument("attributedTo", Ref(entities[cluster].id)) if cluster is not None and cluster in entities else None

    def told(claim: Claim) -> Claim:
        found = (speaker(a) for a in claim.arguments)
        return replace(claim, arguments=tuple(dict.fromkeys(a for a in found if a is not None)))

    def of(fact: Fact) -> Fact:
        claims = {c: told(c) for c in fact.claims}

        def also(group: tuple[Claim, ...]) -> tuple[Claim, ...]:
            return tuple(claims[c] for c in group)

        return replace(
            fact,
            claims=also(fact.claims),
            history=tuple(replace(s, claims=also(s.claims)) for s in fact.history),
            conflicts=tuple(replace(c, stated=tuple(replace(s, claims=also(s.claims)) for s in c.stated)) for c in fact.conflicts),
        )

    return [of(f) for f in facts]


def _event(
    a: Account, world: World, entities: Mapping[NodeKey, Entity], link: Callable[[Mention], Ref | None], labels: Mapping[str, str]
) -> Fact:
    arguments = merged_arguments(a.claims, link, world.published)
    if any(s not in world.phrases for s in a.of("system")):
        unnamed = {entities[s].id for s in a.of("system") if s in world.phrases}
        arguments = tuple(x for x in arguments if not (x.property == "system" and isinstance(x.value, Ref) and x.value.id in unnamed))
    wider = {entities[f].id for s in a.of("system") for f in world.lines([s]) - {s} if f in entities}  # "F-35" beside "F-35A"
    arguments = tuple(x for x in arguments if not (x.property == "system" and isinstance(x.value, Ref) and x.value.id in wider))
    arguments = _without_itself(arguments)
    counts = Counter(c.kind for c in a.claims)
    kind = min(counts, key=lambda k: (k == "Deal", -counts[k], k))
    id = _event_id(kind, arguments, labels)
    return Fact(id, kind, arguments, a.claims, steps(a.claims, world.published), conflicts(a.claims, arguments))


def _without_itself(arguments: tuple[Argument, ...]) -> tuple[Argument, ...]:
    """What is bought does not sell or make itself; what buys is not what is bought, and does not sell, if anything else is or does."""
    named = {p: {a.value for a in arguments if a.property == p and isinstance(a.value, Ref)} for p in ("buyer", "seller", "system")}
    bought = named["system"] - named["buyer"] or named["system"]
    sells = named["seller"] - named["buyer"] - bought or named["seller"] - bought
    kept = {"seller": sells, "system": bought}
    return tuple(
        a
        for a in arguments
        if not (a.property == "maker" and a.value in bought)
        and not (a.property in kept and isinstance(a.value, Ref) and a.value not in kept[a.property])
    )


def _event_id(kind: str, arguments: Sequence[Argument], labels: Mapping[str, str]) -> str:
    """ "deal-turkey-s-400-2017": who buys or gets what, and when."""
    first: dict[str, str] = {}
    for argument in arguments:
        if isinstance(argument.value, Ref):
            first.setdefault(argument.property, labels[argument.value.id])
        elif isinstance(argument.value, Date):
            first.setdefault(argument.property, str(argument.value.year))
        elif isinstance(argument.value, Money):
            first.setdefault(argument.property, f"{argument.value.currency} {argument.value.amount:f}")
    stem = "deal" if kind in DEAL_KINDS else re.sub(r"(?<=[a-z0-9])(?=[A-Z])", " ", kind)
    dates = {a.property for a in arguments if isinstance(a.value, Date)}
    party = first.get("buyer") or first.get("to") or first.get("seller") or first.get("from") or ""
    what = first.get("system") or first.get("hasValue") or ""
    if not party:
        what = " ".join(v for p, v in sorted(first.items()) if p not in dates) if kind not in DEAL_KINDS or not what else what
    when = next((first[p] for p in ("hasDate", "start", "end", *sorted(dates)) if p in first), "")
    return joined_slug([stem, party, what, when])
