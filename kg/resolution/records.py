"""How is a judgement told: between which names or sentences of which articles, with which score and sentences?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, combinations, product

from kg.model import Claim, Decision, Entity, Fact, Ref, Ruling, Side
from kg.resolution.accounts import Account, Wording
from kg.resolution.deals import DEAL_KINDS
from kg.resolution.identity import KINDS, Identity
from kg.resolution.judging import SAME, VETO, Judgement
from kg.resolution.names import tidy
from kg.resolution.nodes import Node, NodeKey, fullest
from kg.resolution.pointing import claim_name
from kg.resolution.profiles import Profile
from kg.resolution.rulings import Found
from kg.resolution.systems import in_singular
from kg.resolution.variants import Link

AROUND = 80  # characters shown before and after a name or quote
SURE = 1.25  # total weight from which a merge by comparison needs no second look; 1.0 is what it takes


@dataclass(frozen=True)
class Telling:
    """All that is needed to say what was decided. texts: article to its text; facts: events with the ids that they got; held: posts."""

    texts: Mapping[str, str]
    nodes: Mapping[NodeKey, Node]
    entities: Mapping[NodeKey, Entity]
    identity: Identity
    facts: Sequence[Fact]
    held: Sequence[Fact]

    def decisions(
        self,
        events: Iterable[Judgement[Account]],
        of_entities: Iterable[Found[NodeKey]],
        of_facts: Iterable[Found[Claim]],
        links: Iterable[Link],
    ) -> tuple[Decision, ...]:
        """Every merge of two differently named things, every rejected near-merge, judgement of a person and variant, sorted, each once.

        Where two became one, both sides have its id, and the right side is the name or article merged into it.
        """
        found = [d for j in self.identity.judgements if (d := self._of_names(j)) is not None]
        told = {(d.left.id, d.right.name) for d in found if d.same}
        of_forms = (d for d in self._of_forms() if (d.left.id, d.right.name) not in told)
        of_events = (d for j in events if (d := self._of_events(j)) is not None)
        judged = [self._of_a_person(f.ruling, self._named(f.left[0]), self._named(f.right[0])) for f in of_entities]
        judged += [self._of_a_person(f.ruling, self._quoted(f.left[0]), self._quoted(f.right[0])) for f in of_facts]
        judged += [Decision("System", self._named(v), self._named(f), False, 0.0, why) for v, f, why in links]
        best: dict[tuple[object, ...], Decision] = {}
        for d in chain(found, of_forms, of_events, self._of_namesakes()):
            merged = (d.right.name if d.kind in KINDS else d.right.article) if d.same else ""
            key = (d.kind, d.left.id, d.right.id, d.same, merged)
            best[key] = d if key not in best else min(best[key], d, key=lambda d: (*_places(d), -d.score, Wording(d)))
        return tuple(sorted((*best.values(), *judged), key=lambda d: (*_places(d), Wording(d))))

    def _of_names(self, j: Judgement[Profile]) -> Decision | None:
        left, right = (self._named(self._node(p)) for p in (j.left, j.right))
        label = self._entity(j.left.key).label
        if left.id == right.id:
            if not j.same:
                return None
            left, right = (right, left) if left.name != label and right.name == label else (left, right)
        elif right.id < left.id:
            left, right = right, left
        return self._decision(j, self.nodes[j.left.key].kind, left, right)

    def _of_forms(self) -> Iterator[Decision]:
        """Names of other articles that were joined without comparison, because nothing is left to tell them apart."""
        first: dict[str, NodeKey] = {}
        for key in sorted(self.identity.cluster_of):
            entity = self._entity(key)
            if _shown(self.nodes[key]) == entity.label:
                first.setdefault(entity.id, key)
        for key in sorted(self.identity.cluster_of):
            entity, node = self._entity(key), self.nodes[key]
            name = fullest(node)
            if _shown(node) != entity.label and node.named:
                why = self._why(entity)
                left = self._named(first[entity.id]) if entity.id in first else Side(entity.id, entity.label, "")
                yield Decision(node.kind, left, self._named(key), True, 1.0, f"“{name}” {why} “{entity.label}”")

    def _why(self, entity: Entity) -> str:
        if entity.ids and not entity.code and entity.kind != "Place":
            return "is, by the table of known entities, a name of"
        return "is a name of" if entity.code else "has, but for spelling, titles and words of its kind, the name of"

    def _of_namesakes(self) -> Iterator[Decision]:
        """Persons joined by their full name who hold posts of one country in some articles, of another in others: perhaps two."""
        serves: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
        for fact in self.held:
            for holder, owner in product(fact.values("holder"), fact.values("of")):
                if isinstance(holder, Ref) and isinstance(owner, Ref) and owner.id in self._countries:
                    serves[holder.id][owner.id] |= {c.evidence.article for c in fact.claims}
        nodes = {(self._entity(key).id, key[0]): key for key in sorted(self.identity.cluster_of, reverse=True)}
        for person, countries in sorted(serves.items()):
            for (one, here), (other, there) in combinations(sorted(countries.items()), 2):
                keys = [nodes.get((person, min(articles))) for articles in (here, there)]
                if not here & there and keys[0] is not None and keys[1] is not None:
                    left, right = (self._named(key) for key in keys if key is not None)
                    why = f"one name, but posts of {self._countries[one]} there and of {self._countries[other]} here"
                    yield Decision("Person", left, right, True, 1.0, why, uncertain=True)

    @cached_property
    def _countries(self) -> Mapping[str, str]:
        return {e.id: e.label for e in self.entities.values() if e.kind == "Country"}

    def _of_events(self, j: Judgement[Account]) -> Decision | None:
        left, right = sorted((self._quoted(a.claims[0]) for a in (j.left, j.right)), key=lambda s: (s.id, s.article, s.name))
        kind = "Deal" if j.left.kinds & DEAL_KINDS else min(j.left.kinds)
        if left.id == right.id and (not j.same or j.left.articles == j.right.articles):
            return None
        return self._decision(j, kind, left, right)

    def _decision(self, j: Judgement[Profile] | Judgement[Account], kind: str, left: Side, right: Side) -> Decision:
        same = left.id == right.id
        narrow = j.score < SURE if same else (j.doubtful or not j.vetoed)
        findings = tuple(f"{'veto' if weight == VETO else f'{weight:+.2f}'} {sentence}" for weight, sentence in j.findings)
        return Decision(kind, left, right, same, min(j.score, SAME), j.reason, findings, uncertain=narrow)

    def _of_a_person(self, ruling: Ruling, left: Side, right: Side) -> Decision:
        who = f"{ruling.by or 'a person'} judged so"
        reason = f"{who}: {ruling.note}" if ruling.note else who
        return Decision(ruling.kind, left, right, ruling.same, 1.0 if ruling.same else 0.0, reason, by=ruling.by or "a person")

    def _entity(self, node: NodeKey) -> Entity:
        return self.entities[self.identity.cluster_of[node]]

    def _node(self, profile: Profile) -> NodeKey:
        """The node that a profile has its name from."""
        return next((n for n in profile.nodes if fullest(self.nodes[n]) == profile.written), profile.key)

    def _named(self, key: NodeKey) -> Side:
        if key not in self._sides:
            node = self.nodes[key]
            name = fullest(node)
            mention = next((m for m in node.mentions if tidy(m.text) == name), node.mentions[0])
            self._sides[key] = Side(self._entity(key).id, name, node.article, self._words(node.article, mention.start, mention.end))
        return self._sides[key]

    def _quoted(self, claim: Claim) -> Side:
        if id(claim) not in self._sides:
            e = claim.evidence
            self._sides[id(claim)] = Side(self._fact_of[claim], claim_name(claim), e.article, self._words(e.article, e.start, e.end))
        return self._sides[id(claim)]

    @cached_property
    def _sides(self) -> dict[object, Side]:
        """Those told so far, since one thing is compared with many: by node, or by the claim's identity, which is quick to look up."""
        return {}

    @cached_property
    def _fact_of(self) -> Mapping[Claim, str]:
        return {c: f.id for f in self.facts for c in f.claims}

    def _words(self, article: str, start: int, end: int) -> str:
        """The words from start to end and those around them, on one line, cut between words."""
        text = self.texts.get(article, "")
        first, last = max(0, start - AROUND), min(len(text), end + AROUND)
        before, after = text[first:start], text[end:last]
        before = before.partition(" ")[2] if first else before
        after = after.rpartition(" ")[0] if last < len(text) else after
        return f"{'…' if first else ''}{tidy(before + text[start:end] + after)}{'…' if last < len(text) else ''}"


def _shown(node: Node) -> str:
    """A node's fullest name, as one of its kind is called: "F-16s" is no other name than "F-16"."""
    return in_singular(fullest(node)) if node.kind == "System" and node.named else fullest(node)


def _places(d: Decision) -> tuple[object, ...]:
    return (d.left.id, d.right.id, d.right.name, d.same, d.left.article, d.right.article)
