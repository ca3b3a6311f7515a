"""Which company is meant by "the chief executive", when the phrase does not say?"""

from __future__ import annotations

from spacy.tokens import Token

from kg.extraction.firms import is_firm
from kg.extraction.roles.bodies import is_own_board, is_public_body, kinds_of
from kg.extraction.roles.kinds import kind_of_title
from kg.extraction.roles.pairs import only_paired
from kg.extraction.roles.sources import is_source
from kg.extraction.roles.statements import Statement, item_of
from kg.extraction.roles.verbs import post_verbs
from kg.extraction.story import Story
from kg.extraction.subjects import is_subject
from kg.extraction.syntax import preposition
from kg.model import Mention

# What speaks for an organization, beside 1 for each mention: that it is the first of the story, that a mention is a subject, and against
# it that a mention stands behind the post. Rounded from what a choice among the organizations of the project's passages learned.
FIRST, SUBJECT, LATER = 1.0, 0.7, 1.0
BESIDE = 2.5  # for a mention before the post in its sentence, unless another firm deals with it there
DEALT_WITH = frozenset({"against", "from", "to", "with"})
SPOKEN_OF = 1.0  # for a subject of the sentence before
AT = 4.0  # for "At Acme, chief designer X": where the sentence begins by saying so
PREVIOUS = 2.0  # for the same, in one paragraph with others before it
INDEXES = frozenset({"average", "composite", "index"})
FRONT = 2  # words before such a name: "At the"
ONCE = 1.6  # votes of an organization that is named only behind the post's sentence, once


def company(statement: Statement, story: Story, *, near_only: bool, others: frozenset[int] = frozenset()) -> Mention | None:
    """The organization that the article is about where the post is named: votes by mention, the first and subjects counted more.

    others: chains of organizations that are somebody else's. Behind "its" only those named before are meant.
    """
    if is_anothers(statement, story):
        return None
    token = story.doc[statement.token]
    pointed = story.doc[statement.post.begin].lower_ == "its"
    if not pointed and sits_there(statement, story):
        return None
    votes: dict[int, float] = {}
    first: dict[int, Mention] = {}
    begin, end = item_of(statement.token, story)
    last = story.doc[token.sent.start - 1].sent.start_char if token.sent.start else token.sent.start_char
    opens = next((m.chain for m in story.mentions if m.kind == "Organization" and begin <= m.start < end), None)
    for m in story.mentions:
        if not begin <= m.start < end:
            continue
        if m.kind != "Organization" or m.chain in others or is_source(m, story) or is_goods(m, story) or is_left(m, story):
            continue
        if is_no_employer(m, statement, story):
            continue
        near = token.sent.start_char <= m.start < token.idx
        if (near_only and not near) or (pointed and m.start > token.idx):
            continue
        weight = 1.0 + (SUBJECT if is_subject(story, m) else 0.0) - (LATER if m.start > token.idx else 0.0)
        weight += BESIDE if near and preposition(story.span(m).root) not in DEALT_WITH else 0.0
        weight += SPOKEN_OF if last <= m.start < token.sent.start_char and is_subject(story, m) else 0.0
        weight += PREVIOUS if is_just_spoken_of(m, token, story) else 0.0
        weight += AT if near and is_fronted(m, story) else 0.0
        votes[m.chain] = votes.get(m.chain, FIRST if m.chain == opens else 0.0) + weight
        first.setdefault(m.chain, m)
    if not votes and others:
        return only_employer(others, statement, story)
    best = max(votes, key=lambda c: (votes[c], -first[c].start), default=None)
    passing = best is not None and votes[best] < ONCE and first[best].start > token.sent.end_char
    even = best is not None and only_paired(story.chain(best), story)
    return None if best is None or passing or even else first[best]


def is_just_spoken_of(mention: Mention, token: Token, story: Story) -> bool:
    """Whether a mention is the subject of the sentence before a token's, in one paragraph, where another paragraph goes before it."""
    start = token.sent.start_char
    text = story.article.text
    begin = text.rfind("\n", 0, start)
    before = story.doc[token.sent.start - 1].sent.start_char if token.sent.start else start
    return (
        begin > 0
        and max(before, begin) <= mention.start < start
        and "\n" not in text[mention.start : start].rstrip()
        and is_subject(story, mention)
    )


def is_fronted(mention: Mention, story: Story) -> bool:
    """Whether a sentence begins with where it happened: "At Acme,"."""
    span = story.span(mention)
    before = story.doc[span.sent.start : span.start]
    return preposition(span.root) == "at" and len(before) <= FRONT


def only_employer(others: frozenset[int], statement: Statement, story: Story) -> Mention | None:
    """The organization that owns somebody else's post, where the article names no other: "Burberry's director" beside "the chairman"."""
    named = [m for m in story.mentions if m.kind == "Organization" and m.named and not is_no_employer(m, statement, story)]
    row = kind_of_title(statement.post.title, story)
    if row is None or row.kind != "corporate":
        return None
    alone = len({m.chain for m in named}) == 1 and named[0].chain in others
    return named[0] if alone and is_firm(named[0], story) else None


def is_anothers(statement: Statement, story: Story) -> bool:
    """Whether the phrase says whose the post is, by a noun that nothing is known of: "the festival's director", "whose director"."""
    return any(t.tag_ in ("POS", "WP$") for t in story.doc[statement.post.begin : statement.post.words.start])


def is_no_employer(mention: Mention, statement: Statement, story: Story) -> bool:
    """Whether an organization has no such post: a force has no chief executive, a court no chairman, a commission has a chairman only."""
    judging = "court" in statement.post.title.lower()  # "president of the court"
    court = not judging and ("court" in mention.text.lower().split() or "court" in kinds_of(mention, story))
    if is_index(mention, story) or is_own_board(mention):
        return True
    if not chairs(statement, story):
        return is_public_body(mention, story) or court
    return court or (is_public_body(mention, story) and not is_council(mention, story))


def is_index(mention: Mention, story: Story) -> bool:
    """Whether a name is called an index of shares: "the Nikkei 225 index"."""
    names = [story.span(m) for m in story.chain(mention.chain)]
    return any(t.lower_ in INDEXES for span in names for t in story.doc[span.start : span.end + 2])


def chairs(statement: Statement, story: Story) -> bool:
    """Whether a post is that of who chairs a board or commission."""
    return story.lexicon.title_variants(statement.post.title.replace("-", " ")).split()[-1:] == ["chair"]


def sits_there(statement: Statement, story: Story) -> bool:
    """Whether a chair without an owner may be that of a body in plain words before it: "the panel met. The chairman, X, said"."""
    doc, here = story.doc, story.doc[statement.token].sent
    start = doc[here.start - 1].sent.start if here.start else 0
    near = doc[doc[start - 1].sent.start if start else 0 : statement.post.begin]
    bodies = {row["words"] for row in story.lexicon.table("member_bodies")} - {"board"}
    return chairs(statement, story) and any(t.lower_ in bodies and t.is_lower and story.mention(t) is None for t in near)


def is_council(mention: Mention, story: Story) -> bool:
    """Whether the last word of a name is that of a body of members with a chair: "Securities Commission"."""
    return any(row["words"] == mention.text.split()[-1].lower() for row in story.lexicon.table("member_bodies"))


def is_left(mention: Mention, story: Story) -> bool:
    """Whether a name is that of the employer somebody comes from: "joins from Maersk", "hired X from ABB"."""
    root = story.span(mention).root
    return preposition(root) == "from" and root.head.lemma_.lower() in {r.lemma for r in post_verbs(story.lexicon)}


def is_goods(mention: Mention, story: Story) -> bool:
    """Whether an apposition says that a name is that of goods: "the Kestrel 5, a light tank"."""
    root = story.span(mention).root
    return any(c.dep_ == "appos" and c.lemma_.lower() in story.words.goods_nouns for c in root.children)


def most_named(statement: Statement, found: list[Mention], story: Story) -> Mention | None:
    """The mention whose chain occurs most, the first of equals."""
    counts = {m.chain: sum(n.chain == m.chain for n in found) for m in found}
    return max(found, key=lambda m: (counts[m.chain], -m.start), default=None)
