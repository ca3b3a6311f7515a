"""Which country or territory do the mentions around a public post vote for, when its phrase does not say whose it is?"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from kg.extraction.chains import singular
from kg.extraction.datelines import written_from
from kg.extraction.forces import force_of
from kg.extraction.references import is_definite
from kg.extraction.roles.bodies import kinds_of
from kg.extraction.roles.kinds import core_words
from kg.extraction.roles.pairs import only_paired, paired
from kg.extraction.roles.posts import Phrase, Post
from kg.extraction.roles.scenes import PLACING, is_scene
from kg.extraction.roles.seats import Seat, cities, seats
from kg.extraction.roles.statements import Statement, item_of
from kg.extraction.roles.travel import visited
from kg.extraction.story import Story
from kg.extraction.subjects import is_subject
from kg.extraction.syntax import SUBJECTS, base, children, preposition
from kg.lexicon import Row, word_key
from kg.model import Mention

PUBLIC_BODIES = frozenset({"court", "force", "government", "legislature"})
SHARED_POSTS = frozenset({"diplomatic", "judicial", "legislature", "military"})  # kinds of posts that many hold at a time
NEAR = 8.0  # what the subject of the post's sentence counts, against 1 for a mention elsewhere
BEFORE = 4.0  # ... and the subject of an earlier sentence of its paragraph
OVERLORD = 0.5  # what the state that a territory belongs to counts beside it
WEAK = 0.5  # a country with fewer votes is not taken: one ambiguous name, "Georgia", is no sign
HOME = 4.0  # added for the country of the dateline, whose officials the local press names without it
NAMED = 6.0  # ... for a country whose holder of this post is spoken of without a name ("the Maltese president")
SEEN = 2.0  # votes needed by a country that is named only behind the post
CLEAR = 4.0  # votes needed where the country of the dateline is never named: it may be that one's post
OWN = 50.0  # added where only some states have the post and this is one of them


@dataclass(frozen=True)
class Context:
    """A story with what its statements say of owners.

    places: its countries and territories; cities: signs of countries that it does not name.
    unheld: (canonical title, owner's chain) of posts that it names without a holder ("the Maltese president").
    posts: all that its words name, held or not.
    """

    story: Story
    statements: tuple[Statement, ...]
    places: tuple[Seat, ...]
    cities: tuple[Seat, ...]
    rows: dict[str, Row]
    visits: dict[int, frozenset[int]]
    unheld: tuple[tuple[str, int], ...]
    posts: tuple[Post, ...]

    @classmethod
    def of(cls, story: Story, statements: Iterable[Statement], phrases: Iterable[Phrase]) -> Context:
        """The countries and territories of a story, and the table of posts with a seat."""
        rows = {row["words"]: row for row in story.lexicon.table("title_seats")}
        known = tuple(statements)
        held = {s.post.words.start for s in known}
        read = tuple(phrases)
        unheld = tuple(
            (story.lexicon.title_variants(p.title), p.owner.chain)
            for phrase in read for p in phrase.posts if p.owner is not None and p.words.start not in held
        )  # fmt: skip
        named = tuple(seats(story))
        others = tuple(cities(story, {s.code for s in named}))
        return cls(story, known, named, others, rows, visited(story, known), unheld, tuple(p for phrase in read for p in phrase.posts))


def voted(statement: Statement, context: Context) -> Mention | None:
    """The country, or territory with a government of its own, that has most votes and whose post is not known to be another's."""
    story = context.story
    row, title = seat_row(statement.post.title, context), story.lexicon.title_variants(statement.post.title)
    codes = row.many("countries") if row is not None else ()
    others, home = taken(statement, context) | context.visits.get(statement.holder.chain, frozenset()), written_from(story)
    others |= addressed(statement, story)
    overlords = {p.country for s in context.places if s.code == "" and (p := story.lexicon.place(s.mention.text)) is not None}
    votes: dict[int, float] = {}
    first: dict[int, Mention] = {}
    begin, end = item_of(statement.token, story)
    for seat in context.places:
        chain = seat.mention.chain
        if not begin <= seat.mention.start < end:
            continue
        if chain in others:
            continue
        near = nearness(seat, statement, story)
        bonus = OWN if chain not in votes and seat.code in codes and seat.code not in overlords else 0.0
        bonus += NAMED * context.unheld.count((title, chain)) if chain not in votes else 0.0
        bonus += HOME if chain not in votes and seat.code and seat.code == home else 0.0
        weight = seat.weight * near * (OVERLORD if seat.code in overlords else 1.0)
        votes[chain] = votes.get(chain, 0.0) + weight + bonus
        if chain not in first or (is_country_name(seat.mention, story) and not is_country_name(first[chain], story)):
            first[chain] = seat.mention
    ranked = sorted(votes, key=lambda c: (-votes[c], first[c].start))
    thin = [c for c in ranked if votes[c] < WEAK or is_thin(c, votes[c], statement, context)]
    best = next((c for c in ranked if c not in thin and (ranked[0] not in thin or votes[c] >= CLEAR)), None)
    return None if best is None or is_even(best, votes[best], context) else first[best]


def addressed(statement: Statement, story: Story) -> frozenset[int]:
    """The country that the holder turns to as somebody else's: "thanked Poland"; any, where which one is meant is not sure.

    "Prime Minister X congratulated the country" leaves the owner open.
    """
    head = story.span(statement.holder).root
    while base(head.dep_) in ("flat", "appos", "compound") or head.dep_ == "nmod:desc":
        head = head.head
    verb = head.head
    if head.dep_ not in SUBJECTS or verb.lemma_.lower() not in story.words.verb_classes["address"]:
        return frozenset()
    objects = children(verb, "obj")
    if any(singular(o.lower_) in story.words.country_nouns and is_definite(o) for o in objects):
        return frozenset(m.chain for m in story.mentions if m.kind == "Country")
    return frozenset(m.chain for o in objects if (m := story.mention(o)) is not None and m.kind == "Country")


def is_even(chain: int, votes: float, context: Context) -> bool:
    """Whether a country is only named beside its equals, so that the post may be theirs: "Peru and Chile met"."""
    return votes < OWN and only_paired((s.mention for s in context.places if s.mention.chain == chain), context.story)


def is_thin(chain: int, votes: float, statement: Statement, context: Context) -> bool:
    """Whether too little speaks for a country: it is only named behind the post's sentence, or the dateline is another's."""
    home = written_from(context.story)
    if home and all(s.code != home for s in context.places) and votes < CLEAR:
        return True
    if (
        statement.status == "former"
        and votes < SEEN
        and all(is_whereabouts(s, statement, context.story) for s in context.places if s.mention.chain == chain)
    ):
        return True
    at = context.story.doc[statement.token].sent.end_char
    return votes < SEEN and all(s.mention.start > at for s in context.places if s.mention.chain == chain)


def is_whereabouts(seat: Seat, statement: Statement, story: Story) -> bool:
    """Whether a city behind a post in its sentence only says where its holder is: "X, fired as minister, lives in Madrid"."""
    root, token = story.span(seat.mention).root, story.doc[statement.token]
    city = not is_country_name(seat.mention, story)
    return city and token.i < root.i < token.sent.end and preposition(root) in PLACING


def nearness(seat: Seat, statement: Statement, story: Story) -> float:
    """How much a mention counts for a post: more for the subject of its sentence, or of one before it in the paragraph.

    What the post's own phrase names is where it works, not whose it is: "envoy for Libya".
    """
    mention, token, post = seat.mention, story.doc[statement.token], statement.post
    if story.doc[post.words.end - 1].idx < mention.start and mention.end <= story.doc[post.end - 1].idx + len(story.doc[post.end - 1]):
        return 0.0
    if is_scene(mention, token, story):
        return BEFORE
    if paired(mention, story):
        return 1.0
    if not (seat.acts and mention.start < token.idx and (is_subject(story, mention) or is_body_subject(mention, story))):
        return 1.0
    if mention.start >= token.sent.start_char:
        return NEAR
    return 1.0 if "\n" in story.article.text[mention.start : token.idx] else BEFORE


def is_body_subject(mention: Mention, story: Story) -> bool:
    """Whether a country stands before a part of its state that is a subject: "the Georgian foreign ministry said"."""
    root = story.span(mention).root
    head = root.head
    if root.dep_ not in ("amod", "compound", "nmod:poss") or head.i <= root.i or head.dep_ not in SUBJECTS:
        return False
    name = story.mention(head)
    public = name is not None and name.kind == "Organization" and bool(kinds_of(name, story) & PUBLIC_BODIES)
    return public or force_of(story.doc[root.i + 1 : head.i + 1].text, story) is not None


def seat_row(title: str, context: Context) -> Row | None:
    """The row of title_seats.tsv for a title, or for its last words before a preposition ("outgoing state governor")."""
    core = core_words(word_key(title).split())
    forms = (title, *(" ".join(core[i:]) for i in range(len(core))))
    keys = (key for form in forms for key in (word_key(form), context.story.lexicon.title_variants(form)))
    return next((row for key in keys if (row := context.rows.get(key)) is not None), None)


def is_country_name(mention: Mention, story: Story) -> bool:
    """Whether a mention is a country's name or adjective, not its capital or a city."""
    named = story.lexicon.country_by_name(mention.text) or story.lexicon.country_by_demonym(mention.text)
    return mention.kind == "Place" or named is not None


def taken(statement: Statement, context: Context) -> frozenset[int]:
    """Chains of the countries of which the article names somebody else as the holder of this post."""
    story = context.story
    row = story.lexicon.title(statement.post.title)
    follows = row is not None and row.scope == "organization" and statement.status in ("acting", "appointed")
    if row is None or row.kind in SHARED_POSTS or statement.status == "former" or follows:
        return frozenset()  # "Duterte was president then; today Marcos is": both are the same country's
    title = story.lexicon.title_variants(statement.post.title)
    return frozenset(
        o.post.owner.chain
        for o in context.statements
        if o.post.owner is not None and o.holder.chain != statement.holder.chain and o.status in ("", "current")
        and story.lexicon.title_variants(o.post.title) == title
    )  # fmt: skip
