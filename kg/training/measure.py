"""How much of what the network adds to passages is right, and how much do the rules leave to it?"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from spacy.language import Language

from kg.extraction.extract import event_claims, story_of
from kg.extraction.learned import Network, heard
from kg.extraction.learned.asked import Span, at_mention, spans_of, title_at
from kg.extraction.roles import stated_posts
from kg.extraction.story import Story
from kg.language import annotate
from kg.lexicon import Lexicon
from kg.model import Claim, Mention
from kg.training.judged import is_right
from kg.training.labels import Facts, Labels, labels_of
from kg.training.passages import article_of, behind_dateline


@dataclass
class Counted:
    """Facts of one kind over passages: told, written down; by_rules, claims; by_network, added to them; right, of these."""

    told: int = 0
    by_rules: int = 0
    by_network: int = 0
    right: int = 0


@dataclass
class Added:
    """Counts over passages. A deal is right with its system and buyer, a delivery with its system and receiver, an owner with its title.

    filled: deals of the rules in which the network fills a slot, right as other deals are.
    """

    passages: int = 0
    deals: Counted = field(default_factory=Counted)
    deliveries: Counted = field(default_factory=Counted)
    owners: Counted = field(default_factory=Counted)
    filled: Counted = field(default_factory=Counted)


def added(passages: Iterable[tuple[Facts, str]], nlp: Language, lexicon: Lexicon, network: Network) -> Added:
    """What the network adds to passages, against their facts."""
    found = Added()
    for facts, text in passages:
        article = article_of(facts, text, lexicon)
        doc = annotate(article, nlp, lexicon)
        story = story_of(doc, article, lexicon)
        posts, claims = stated_posts(story), event_claims(story)
        spans = spans_of(story, posts)[1]
        labels, _ = labels_of(behind_dateline(facts, text, article.text), spans, doc)
        owned, more = heard(story, posts, claims, network)
        found.passages += 1
        for count, side, delivered in ((found.deals, "buyer", False), (found.deliveries, "to", True)):
            new = [c for c in more[len(claims) :] if (c.kind == "Delivery") == delivered]
            count.told += len(facts["deliveries" if delivered else "deals"])
            count.by_rules += sum(c.kind == "Delivery" if delivered else c.kind in story.words.deal_kinds for c in claims)
            count.by_network += len(new)
            count.right += sum(pair_of(c, side) in pairs(labels, spans, side) for c in new)
        whole = [after for before, after in zip(claims, more, strict=False) if len(after.arguments) > len(before.arguments)]
        found.filled.by_network += len(whole)
        found.filled.right += sum(is_right(c, facts, story) for c in whole)
        found.owners.told += sum(role["of"] is not None for role in facts["roles"])
        found.owners.by_rules += sum(p.post.owner is not None for p in posts)
        for before, after in zip(posts, owned, strict=True):
            if before.post.owner is None and after.post.owner is not None:
                found.owners.by_network += 1
                found.owners.right += is_owner(after.post.owner, title_at(after, spans), labels, spans, story)
    return found


def pairs(labels: Labels, spans: tuple[Span, ...], side: str) -> set[tuple[int, int]]:
    """(system, party) of all deals or deliveries by one of their sides, "buyer" or "to", by their chains."""
    things = labels.deliveries if side == "to" else labels.deals
    return {(spans[thing][3], spans[filler][3]) for thing, filler, slot in labels.slots if slot == side and thing in things}


def pair_of(claim: Claim, side: str) -> tuple[int, int]:
    """(system, party) of a claim of the network, by their chains."""
    system, party = claim.values("system")[0], claim.values(side)[0]
    assert isinstance(system, Mention) and isinstance(party, Mention)
    return system.chain, party.chain


def is_owner(owner: Mention, title: int | None, labels: Labels, spans: tuple[Span, ...], story: Story) -> bool:
    """Whether a post is written down as this one's."""
    number = at_mention(owner, spans, story)
    told = [filler for thing, filler, slot in labels.slots if thing == title and slot == "of"]
    return any(filler == number or spans[filler][3] == owner.chain for filler in told)
