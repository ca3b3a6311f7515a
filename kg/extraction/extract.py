"""In which order are mentions and claims taken from a parsed article?"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from spacy.tokens import Doc

from kg.extraction.chains import chained
from kg.extraction.confidence import likely, weighed
from kg.extraction.deals import deal_claims
from kg.extraction.frames.claims import frame_claims
from kg.extraction.learned import Network, heard
from kg.extraction.mentions import name_mentions
from kg.extraction.roles import recast, role_claims, stated_posts
from kg.extraction.story import Story, claim_order
from kg.extraction.words import Words
from kg.lexicon import Lexicon
from kg.model import Article, Claim, Extraction, Mention

# Besides posts. Every extractor is a function Story -> claims; a new one is a line here.
EXTRACTORS: tuple[Callable[[Story], Iterator[Claim]], ...] = (deal_claims, frame_claims)


def extract(doc: Doc, article: Article, lexicon: Lexicon, network: Network | None = None, *, least: float | None = None) -> Extraction:
    """Take the mentions and claims of one article.

    doc: the article's text, annotated by kg.language. network: asked about what no rule tells of deals, deliveries and owners of posts.
    least: how likely a claim must be right to be told, 0 for all; None for what kg.extraction.confidence says.
    Mentions come sorted by start, claims in reading order; a mention that only a claim made (a common noun as a system, a pronoun as a
    party) is among the mentions too.
    """
    story = story_of(doc, article, lexicon)
    posts, claims = stated_posts(story), weighed(event_claims(story), story)
    if network is not None:
        posts, claims = heard(story, posts, claims, network)
    claims = in_order(likely([*weighed(list(role_claims(posts, story)), story), *claims], story, least))
    mentions = dict.fromkeys(story.mentions) | {a.value: None for c in claims for a in c.arguments if isinstance(a.value, Mention)}
    ordered = sorted(mentions, key=lambda m: (m.start, m.end, m.kind, m.chain))
    return Extraction(article, tuple(ordered), tuple(claims))


def story_of(doc: Doc, article: Article, lexicon: Lexicon) -> Story:
    """An annotated article with its names, as the extractors see it."""
    words = Words.of(lexicon)
    found = Story.of(doc, article, lexicon, tuple(name_mentions(doc, article, lexicon, words)), words)
    return Story.of(doc, article, lexicon, chained(recast(found), article.text, lexicon, words.goods_nouns), words)


def rule_claims(story: Story) -> list[Claim]:
    """What the rules read, in reading order."""
    return in_order([*role_claims(stated_posts(story), story), *event_claims(story)])


def event_claims(story: Story) -> list[Claim]:
    """What the rules read besides posts, in reading order."""
    return in_order(c for extractor in EXTRACTORS for c in extractor(story))


def in_order(claims: Iterable[Claim]) -> list[Claim]:
    """Claims in reading order, each once."""
    return sorted(dict.fromkeys(claims), key=claim_order)
