"""Which company is meant by "the chief executive", when the phrase does not say?"""

from __future__ import annotations

from kg.extraction.roles.bodies import is_public_body
from kg.extraction.roles.pairs import only_paired
from kg.extraction.roles.statements import Statement
from kg.extraction.roles.verbs import post_verbs
from kg.extraction.story import Story
from kg.extraction.subjects import is_subject
from kg.extraction.syntax import preposition
from kg.model import Mention

SUBJECT, CLOSE, LATER = 1.0, 2.0, 0.5  # for organizations: what a subject and one in the post's sentence count more, a later one less
ONCE = 1.6  # votes of an organization that is named only behind the post's sentence, once
DASHES = frozenset({"-", "–", "—", "--"})


def company(statement: Statement, story: Story, *, near_only: bool, others: frozenset[int] = frozenset()) -> Mention | None:
    """The organization that the article is about where the post is named: votes by mention, subjects and near ones counted more.

    others: chains of organizations that are somebody else's. Behind "its" only those named before are meant.
    """
    token = story.doc[statement.token]
    pointed = story.doc[statement.post.begin].lower_ == "its"
    votes: dict[int, float] = {}
    first: dict[int, Mention] = {}
    for m in story.mentions:
        if m.kind != "Organization" or m.chain in others or is_public_body(m, story) or is_source(m, story) or is_goods(m, story):
            continue
        if is_left(m, story):
            continue
        near = token.sent.start_char <= m.start < token.idx
        if (near_only and not near) or (pointed and m.start > token.idx):
            continue
        weight = 1.0 + (SUBJECT if is_subject(story, m) else 0.0) + (CLOSE if near else 0.0) - (LATER if m.start > token.idx else 0.0)
        votes[m.chain] = votes.get(m.chain, 0.0) + weight
        first.setdefault(m.chain, m)
    best = max(votes, key=lambda c: (votes[c], -first[c].start), default=None)
    passing = best is not None and votes[best] < ONCE and first[best].start > token.sent.end_char
    even = best is not None and only_paired(story.chain(best), story)
    return None if best is None or passing or even else first[best]


def is_source(mention: Mention, story: Story) -> bool:
    """Whether a name is that of a medium which only tells the news: "The Herald reported", "told the Herald", "OSLO (NTB) -"."""
    if in_dateline(mention, story):
        return True
    head = story.span(mention).root
    media = {row["words"] for row in story.lexicon.table("org_words") if row["kind"] == "media"}
    if head.dep_ == "appos" and head.head.lemma_.lower() in media:
        return True
    if head.dep_ == "nsubj":
        return head.head.lemma_.lower() == "report" and not any(c.dep_ == "obj" for c in head.head.children)
    return head.dep_ in ("obj", "iobj") and head.head.lemma_.lower() == "tell"


def is_left(mention: Mention, story: Story) -> bool:
    """Whether a name is that of the employer somebody comes from: "joins from Maersk", "hired X from ABB"."""
    root = story.span(mention).root
    return preposition(root) == "from" and root.head.lemma_.lower() in {r.lemma for r in post_verbs(story.lexicon)}


def in_dateline(mention: Mention, story: Story) -> bool:
    """Whether a name is that of the agency in a dateline: "OSLO (NTB) - "."""
    doc, span = story.doc, story.span(mention)
    if span.start == 0 or span.end + 1 >= len(doc):
        return False
    return doc[span.start - 1].text == "(" and doc[span.end].text == ")" and doc[span.end + 1].text in DASHES


def is_goods(mention: Mention, story: Story) -> bool:
    """Whether an apposition says that a name is that of goods: "the Kestrel 5, a light tank"."""
    root = story.span(mention).root
    return any(c.dep_ == "appos" and c.lemma_.lower() in story.words.goods_nouns for c in root.children)


def most_named(statement: Statement, found: list[Mention], story: Story) -> Mention | None:
    """The mention whose chain occurs most, the first of equals."""
    counts = {m.chain: sum(n.chain == m.chain for n in found) for m in found}
    return max(found, key=lambda m: (counts[m.chain], -m.start), default=None)
