"""Whose minister is "the foreign minister", when the phrase does not say? The country or company the article is about there."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from spacy.tokens import Token

from kg.extraction.references import is_subject
from kg.extraction.roles.companies import company, is_chamber, most_named
from kg.extraction.roles.forces import force
from kg.extraction.roles.kinds import core_words, kind_of_title
from kg.extraction.roles.merge import alike, completed
from kg.extraction.roles.seats import Seat, seats, territories
from kg.extraction.roles.statements import Statement
from kg.extraction.roles.travel import visited
from kg.extraction.story import Story
from kg.lexicon import Row, word_key
from kg.model import Mention

PUBLIC = frozenset({"diplomatic", "government", "judicial", "legislature", "monarchy"})
SHARED_POSTS = frozenset({"diplomatic", "judicial", "legislature", "military"})  # kinds of posts that many hold at a time
NEAR = 8.0  # what the subject of the post's sentence counts, against 1 for a mention elsewhere
BEFORE = 4.0  # ... and the subject of an earlier sentence of its paragraph
OVERLORD = 0.5  # what the state that a territory belongs to counts beside it
PHRASE = 6  # tokens between the heads of two posts of one phrase
WEAK = 0.5  # a country with fewer votes is not taken: one ambiguous name, "Georgia", is no sign
HOME = 4.0  # added for the country of the dateline, whose officials the local press names without it
OWN = 50.0  # added where only some states have the post and this is one of them


@dataclass(frozen=True)
class Context:
    """A story with what its statements say of owners."""

    story: Story
    statements: tuple[Statement, ...]
    places: tuple[Seat, ...]
    rows: dict[str, Row]
    visits: dict[int, frozenset[int]]

    @classmethod
    def of(cls, story: Story, statements: Iterable[Statement]) -> Context:
        """The countries and territories of a story, and the table of posts with a seat."""
        rows = {row["words"]: row for row in story.lexicon.table("title_seats")}
        known = tuple(statements)
        return cls(story, known, tuple(seats(story)), rows, visited(story, known))


def placed(statements: Iterable[Statement], story: Story) -> list[Statement]:
    """Statements whose post must belong to somebody, with the owner a reader would take."""
    context = Context.of(story, statements)
    done = [without_party(s, story) for s in context.statements if not is_party_member(s, story)]
    for i, s in enumerate(done):
        if s.post.owner is None and s.post.possessor is None:
            said = said_elsewhere(s, done, story)
            owner = said or assumed(s, context)
            if owner is not None:
                done[i] = replace(s, post=replace(s.post, owner=owner), assumed=said is None)
    return completed(done, story)


def is_party_member(statement: Statement, story: Story) -> bool:
    """Whether the post is mere membership of a party, which is none."""
    owner = statement.post.owner
    if owner is None or story.lexicon.title_variants(statement.post.title) != "member":
        return False
    last = word_key(owner.text.split()[-1])
    return any(row["words"] == last and row["kind"] == "party" for row in story.lexicon.table("org_words"))


def without_party(statement: Statement, story: Story) -> Statement:
    """The statement without the party before a legislator's title ("a Labour MP"), which does not own the seat."""
    owner, row = statement.post.owner, kind_of_title(statement.post.title, story)
    seat = row is not None and row.kind == "legislature" and row.scope != "organization"
    if not seat or owner is None or owner.kind != "Organization" or owner.start > story.doc[statement.post.words.start].idx:
        return statement
    return statement if story.lexicon.title_body(owner.text) else replace(statement, post=replace(statement.post, owner=None))


def said_elsewhere(statement: Statement, statements: Iterable[Statement], story: Story) -> Mention | None:
    """The owner that the article names with the same person and title in another place."""
    for other in statements:
        same_person = other.holder.chain == statement.holder.chain and other.post.owner is not None
        if same_person and alike(other.post.title, statement.post.title, story):
            return other.post.owner
    return None


def assumed(statement: Statement, context: Context) -> Mention | None:
    """The country or place for a public post, the force for a rank, the organization for a corporate post, that stands out around it."""
    story = context.story
    row = kind_of_title(statement.post.title, story)
    seat = seat_row(statement.post.title, context)
    if seat is not None and seat["place"]:
        return local(statement, seat["place"], story)
    if row is None or row.scope == "none":
        return None
    if row.kind == "military":
        return force(statement, context.statements, story) or country(statement, context)
    officer = next((o for o in context.statements if is_rank_of(o, statement, story)), None)
    if officer is not None and row.kind not in PUBLIC:
        return officer.post.owner or assumed(officer, context)
    if row.kind in PUBLIC and row.scope == "either" and beside_firm(statement, context):
        return company(statement, story, near_only=False)
    if row.kind in PUBLIC and row.scope == "country":
        return country(statement, context)
    if row.kind in PUBLIC and row.scope == "either":
        near = company(statement, story, near_only=not row.field) if row.field or statement.post.title.islower() else None
        return near or country(statement, context)
    if row.kind == "legislature":
        return most_named(statement, [m for m in story.mentions if is_chamber(m, story)], story)
    return company(statement, story, near_only=row.scope != "organization")


def is_rank_of(other: Statement, statement: Statement, story: Story) -> bool:
    """Whether another statement is the military rank of the same person."""
    row = kind_of_title(other.post.title, story) if other.holder.chain == statement.holder.chain and other is not statement else None
    return row is not None and row.kind == "military"


def beside_firm(statement: Statement, context: Context) -> bool:
    """Whether the post is named in one phrase with one of a company: "President and Chief Executive"."""
    for other in context.statements:
        close = other.holder == statement.holder and 0 < abs(other.token - statement.token) <= PHRASE
        row = kind_of_title(other.post.title, context.story) if close else None
        if row is not None and row.kind == "corporate" and row.scope == "organization":
            return True
    return False


def country(statement: Statement, context: Context) -> Mention | None:
    """The country, or territory with a government of its own, that has most votes and whose post is not known to be another's."""
    story, token = context.story, context.story.doc[statement.token]
    row = seat_row(statement.post.title, context)
    codes = row.many("countries") if row is not None else ()
    others, home = taken(statement, context) | context.visits.get(statement.holder.chain, frozenset()), home_of(story)
    overlords = {p.country for s in context.places if s.code == "" and (p := story.lexicon.place(s.mention.text)) is not None}
    votes: dict[int, float] = {}
    first: dict[int, Mention] = {}
    for seat in context.places:
        chain = seat.mention.chain
        if chain in others:
            continue
        near = nearness(seat.mention, token, story)
        bonus = OWN if chain not in votes and seat.code in codes and seat.code not in overlords else 0.0
        bonus += HOME if chain not in votes and seat.code and seat.code == home else 0.0
        weight = seat.weight * near * (OVERLORD if seat.code in overlords else 1.0)
        votes[chain] = votes.get(chain, 0.0) + weight + bonus
        if chain not in first or not is_country_name(first[chain], story):
            first[chain] = seat.mention
    best = max(votes, key=lambda c: (votes[c], -first[c].start), default=None)
    return None if best is None or votes[best] < WEAK else first[best]


def nearness(mention: Mention, token: Token, story: Story) -> float:
    """How much a mention counts for a post at a token: more for the subject of its sentence, or of one before it in the paragraph."""
    if not (mention.start < token.idx and is_subject(story, mention)):
        return 1.0
    if mention.start >= token.sent.start_char:
        return NEAR
    return 1.0 if "\n" in story.article.text[mention.start : token.idx] else BEFORE


def seat_row(title: str, context: Context) -> Row | None:
    """The row of title_seats.tsv for a title, or for its last words before a preposition ("outgoing state governor")."""
    core = core_words(word_key(title).split())
    forms = (title, *(" ".join(core[i:]) for i in range(len(core))))
    return next((row for form in forms if (row := context.rows.get(context.story.lexicon.title_variants(form))) is not None), None)


def is_country_name(mention: Mention, story: Story) -> bool:
    """Whether a mention is a country's name or adjective, not its capital or a city."""
    named = story.lexicon.country_by_name(mention.text) or story.lexicon.country_by_demonym(mention.text)
    return mention.kind == "Place" or named is not None


def home_of(story: Story) -> str:
    """ISO code of the country that the article is written from, by its dateline; "" for none."""
    place = story.article.place
    capital = story.lexicon.country_by_capital(place) if place else None
    city = story.lexicon.place(place) if place else None
    return capital.code if capital else city.country if city else ""


def taken(statement: Statement, context: Context) -> frozenset[int]:
    """Chains of the countries of which the article names somebody else as the holder of this post."""
    story = context.story
    row = story.lexicon.title(statement.post.title)
    if row is None or row.kind in SHARED_POSTS or statement.status == "former":
        return frozenset()  # "Duterte was president then; today Marcos is": both are the same country's
    title = story.lexicon.title_variants(statement.post.title)
    return frozenset(
        o.post.owner.chain
        for o in context.statements
        if o.post.owner is not None and o.holder.chain != statement.holder.chain and o.status in ("", "current")
        and story.lexicon.title_variants(o.post.title) == title
    )  # fmt: skip


def local(statement: Statement, kind: str, story: Story) -> Mention | None:
    """The city or region that the article names most."""
    found = [m for m in story.mentions if m.kind == "Place" and fits(m, kind, story)] or (territories(story) if kind == "state" else [])
    return most_named(statement, found, story)


def fits(mention: Mention, kind: str, story: Story) -> bool:
    """Whether a place is a city, or a state or territory."""
    place = story.lexicon.place(mention.text)
    return place is not None and (place.kind == kind or (kind == "state" and place.kind == "territory"))
