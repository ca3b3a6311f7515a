"""How many of the deals that the network adds to passages are right, and how many do the rules leave to it?"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from spacy.language import Language

from kg.extraction.extract import event_claims, story_of
from kg.extraction.learned import Network, heard
from kg.extraction.learned.asked import Span, spans_of
from kg.extraction.roles import stated_posts
from kg.language import annotate
from kg.lexicon import Lexicon
from kg.model import Article, Claim, Mention
from kg.training.examples import DAY
from kg.training.labels import Facts, Labels, labels_of


@dataclass
class Added:
    """Counts over passages: deals written down, claims of rules on deals, claims of the network, and its pairs of system and buyer
    that are written down.
    """

    passages: int = 0
    deals: int = 0
    by_rules: int = 0
    by_network: int = 0
    right: int = 0


def added(passages: Iterable[tuple[Facts, str]], nlp: Language, lexicon: Lexicon, network: Network) -> Added:
    """What the network adds to passages, against their facts."""
    found = Added()
    for facts, text in passages:
        article = Article(facts["id"], text, published=DAY)
        doc = annotate(article, nlp, lexicon)
        story = story_of(doc, article, lexicon)
        posts, claims = stated_posts(story), event_claims(story)
        spans = spans_of(story, posts)[1]
        labels, _ = labels_of(facts, spans, doc)
        new = heard(story, posts, claims, network)[1][len(claims) :]
        found.passages += 1
        found.deals += len(facts["deals"])
        found.by_rules += sum(c.kind in story.words.deal_kinds for c in claims)
        found.by_network += len(new)
        found.right += sum(pair_of(c) in pairs(labels, spans) for c in new)
    return found


def pairs(labels: Labels, spans: tuple[Span, ...]) -> set[tuple[int, int]]:
    """(system, buyer) of all deals, by their chains."""
    return {(spans[thing][3], spans[filler][3]) for thing, filler, slot in labels.slots if slot == "buyer" and thing in labels.deals}


def pair_of(claim: Claim) -> tuple[int, int]:
    """(system, buyer) of a claim of the network, by their chains."""
    system, buyer = claim.values("system")[0], claim.values("buyer")[0]
    assert isinstance(system, Mention) and isinstance(buyer, Mention)
    return system.chain, buyer.chain
