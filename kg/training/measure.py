"""How much of what the network adds to passages is right, and how much do the rules leave to it?"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from spacy.language import Language

from kg.extraction.extract import rule_claims, story_of
from kg.extraction.learned import Network, heard
from kg.extraction.learned.asked import Span, asked_of, title_at
from kg.extraction.learned.deals import RULE as DEAL
from kg.extraction.learned.deliveries import RULE as DELIVERY
from kg.extraction.learned.owners import RULE as OWNER
from kg.extraction.story import Story
from kg.language import annotate
from kg.lexicon import Lexicon
from kg.model import Article, Claim, Mention
from kg.training.examples import DAY
from kg.training.labels import Facts, Labels, labels_of


@dataclass
class Told:
    """How many facts of a type are written down, how many claims rules make, how many the network adds, and how many of these are right."""

    written: int = 0
    by_rules: int = 0
    by_network: int = 0
    right: int = 0


@dataclass
class Added:
    """Counts over passages. A deal is right with its system and buyer, a delivery with its system and receiver.

    owners: of posts that the network gives another owner than the rules; owners_right: how many are right now; owners_were: how many
    were right before.
    """

    passages: int = 0
    deals: Told = field(default_factory=Told)
    deliveries: Told = field(default_factory=Told)
    owners: int = 0
    owners_right: int = 0
    owners_were: int = 0


def added(passages: Iterable[tuple[Facts, str]], nlp: Language, lexicon: Lexicon, network: Network) -> Added:
    """What the network adds to passages, against their facts."""
    found = Added()
    for facts, text in passages:
        article = Article(facts["id"], text, published=DAY)
        doc = annotate(article, nlp, lexicon)
        story = story_of(doc, article, lexicon)
        claims = rule_claims(story)
        spans = asked_of(story, claims, ()).spans
        labels, _ = labels_of(facts, spans, doc)
        new = heard(story, claims, network)
        found.passages += 1
        _count(found.deals, len(facts["deals"]), [c for c in claims if c.kind in story.words.deal_kinds], new, DEAL, labels, spans)
        _count(found.deliveries, len(facts["deliveries"]), [c for c in claims if c.kind == "Delivery"], new, DELIVERY, labels, spans)
        _count_owners(found, claims, new, labels, spans, story)
    return found


def _count(
    told: Told, written: int, by_rules: Sequence[Claim], new: Sequence[Claim], rule: str, labels: Labels, spans: tuple[Span, ...]
) -> None:
    by_network = [c for c in new if c.evidence.rule == rule]
    slot, things = ("buyer", labels.deals) if rule == DEAL else ("to", labels.deliveries)
    right = {(spans[thing][3], spans[filler][3]) for thing, filler, s in labels.slots if s == slot and thing in things}
    told.written += written
    told.by_rules += len(by_rules)
    told.by_network += len(by_network)
    told.right += sum(pair_of(c, slot) in right for c in by_network)


def _count_owners(
    found: Added, claims: Sequence[Claim], new: Sequence[Claim], labels: Labels, spans: tuple[Span, ...], story: Story
) -> None:
    right = {(thing, spans[filler][3]) for thing, filler, s in labels.slots if s == "of" and thing in labels.posts}
    before = {(c.evidence.start, c.values("holder"), c.values("title")): c for c in claims if "of" in c.assumed}
    for claim in new:
        if claim.evidence.rule != OWNER:
            continue
        old = before[claim.evidence.start, claim.values("holder"), claim.values("title")]
        title = title_at(claim, spans, story)
        if title in labels.posts:
            found.owners += 1
            found.owners_right += (title, chain(claim, "of")) in right
            found.owners_were += (title, chain(old, "of")) in right


def pair_of(claim: Claim, slot: str) -> tuple[int, int]:
    """(system, buyer or receiver) of a claim, by their chains."""
    return chain(claim, "system"), chain(claim, slot)


def chain(claim: Claim, slot: str) -> int:
    """The chain of what stands in a slot, -1 for an open one."""
    value = next(iter(claim.values(slot)), None)
    return value.chain if isinstance(value, Mention) else -1
