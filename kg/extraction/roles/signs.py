"""What speaks for a country as the one whose post it is, and what against it? Signs are read off here, and weighed elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kg.extraction.datelines import is_local, written_from
from kg.extraction.forces import force_of
from kg.extraction.roles.kinds import kind_of_title
from kg.extraction.roles.nations import Context, is_body_subject, is_country_name, seat_row
from kg.extraction.roles.nations import voted as most_voted
from kg.extraction.roles.origins import origins
from kg.extraction.roles.pairs import only_paired, paired
from kg.extraction.roles.parties import party_states
from kg.extraction.roles.scenes import PLACING
from kg.extraction.roles.seats import Seat
from kg.extraction.roles.statements import Statement, item_of
from kg.extraction.story import Story
from kg.extraction.subjects import is_subject
from kg.extraction.syntax import base, preposition
from kg.model import Mention

ENVOY = "diplomatic"
OPENING = PLACING | {"from"}
PARTNERS = frozenset({"against", "for", "from", "to", "with"})  # before a country that others act upon: "a gift from Japan"


@dataclass(frozen=True)
class Candidate:
    """A country or territory that a post may belong to: its signs in the article, none where only the dateline tells it.

    mention: that which stands for it; code: ISO code, "" for a territory. only: whether the title alone tells it, since the article
    names no state that has such a post: "Foreign Secretary X".
    """

    seats: tuple[Seat, ...]
    mention: Mention
    code: str
    only: bool = False

    @property
    def chain(self) -> int:
        """The number of its chain."""
        return self.mention.chain


def candidates(statement: Statement, context: Context) -> list[Candidate]:
    """Every country and territory that the article, or the brief that the post stands in, names or points to, in reading order."""
    story = context.story
    begin, end = item_of(statement.token, story)
    found: dict[int, list[Seat]] = {}
    for seat in (*context.places, *context.cities):
        if begin <= seat.mention.start < end:
            found.setdefault(seat.mention.chain, []).append(seat)
    made = [Candidate(tuple(seats), standing(seats, story), seats[0].code) for seats in found.values()]
    home, row = written_from(story), kind_of_title(statement.post.title, story)
    envoy = row is not None and row.kind == ENVOY  # who is where the story is written from as somebody else's
    national = row is not None and row.scope == "country" and row.kind != "military"
    if home and not envoy and (national or not is_local(story)) and all(c.code != home for c in made):
        made += here(home, statement, story)
    post = statement.post
    for code in sorted(party_states(post.title, post.words.start, story) - {c.code for c in made}):
        made += here(code, statement, story, only=True)
    own = seat_row(statement.post.title, context)
    if own is not None and own["else"] and not any(c.code in own.many("countries") for c in made):
        made += here(own["else"], statement, story, only=True)
    return sorted(made, key=lambda c: (bool(c.seats), c.seats[0].mention.start if c.seats else 0))


def standing(seats: list[Seat], story: Story) -> Mention:
    """The mention that stands for a country: the first by its name, else the first."""
    return next((s.mention for s in seats if is_country_name(s.mention, story)), seats[0].mention)


def here(code: str, statement: Statement, story: Story, *, only: bool = False) -> Iterator[Candidate]:
    """A country that no words name, at the place of the title: the dateline's ("LONDON - Prime Minister X"), or what the title tells."""
    country = story.lexicon.country_by_code(code)
    if country is not None:
        words = story.doc[statement.post.words.start : statement.post.words.end]
        made = max((m.chain for m in story.mentions), default=-1) + 1 + len(story.article.text)  # so many at most, one for each place
        chain = made + int(code, 36)
        mention = Mention(story.article.id, words.start_char, words.end_char, words.text, "Country", chain, False, country.name)
        yield Candidate((), mention, code, only)


def signs(statement: Statement, context: Context) -> Iterator[tuple[Candidate, dict[str, float]]]:
    """Each candidate with its signs, by the names that ontology/lexicon/owner_signs.tsv explains; those that are nil are left out."""
    reader = Reader(statement, context, candidates(statement, context))
    for candidate in reader.candidates:
        read = {**reader.of_article(candidate), **reader.of_sentence(candidate), **reader.of_post(candidate)}
        yield candidate, {name: float(value) for name, value in read.items() if value}


class Reader:
    """Reads the signs of the candidates for one post."""

    def __init__(self, statement: Statement, context: Context, found: list[Candidate]) -> None:
        """found: the candidates, in reading order."""
        self.statement, self.context, self.story, self.candidates = statement, context, context.story, found
        self.token = self.story.doc[statement.token]
        row = kind_of_title(statement.post.title, self.story)
        self.kind = row.kind if row is not None else ""
        self.names = [self.name_of(s) for s in context.statements if s.post.words == statement.post.words] or [self.name_of(statement)]
        self.home, self.vote = written_from(self.story), most_voted(statement, context)
        self.votes = sum(s.weight for c in found for s in c.seats) or 1.0
        before = [s.mention for c in found for s in c.seats if s.mention.end <= self.story.doc[statement.post.begin].idx]
        self.last = max(before, key=lambda m: m.start).chain if before else None

    def name_of(self, statement: Statement) -> str:
        """The longest name that the article has for a holder."""
        return max((m.text for m in self.story.chain(statement.holder.chain) if m.named and m.kind == "Person"), key=len, default="")

    def likeness(self, code: str) -> float:
        """By how much the holder's name is at home in a country; of "Senators X and Y", the names of all, since they are of one."""
        return sum(origins(self.story.lexicon).likeness(name, code) for name in self.names) / len(self.names)

    def of_article(self, candidate: Candidate) -> dict[str, float]:
        """Signs in the article as a whole: where it is written, which country comes first, which acts."""
        story, seats = self.story, candidate.seats
        sentence, here = next(story.doc.sents), self.token.sent.start_char
        paragraph = story.article.text.rfind("\n", 0, self.token.idx)
        home, first = bool(self.home) and candidate.code == self.home, candidate is self.candidates[0]
        envoy, voted = self.kind == ENVOY, self.vote is not None and candidate.chain == self.vote.chain
        return {
            "voted": voted,
            "home": home,
            "first": first,
            "envoy_home": home and envoy,
            "envoy_first": first and envoy,
            "lead": any(s.mention.start < sentence.end_char for s in seats),
            "share": sum(s.weight for s in seats) / self.votes,
            "last": candidate.chain == self.last,
            "paragraph": voted and paragraph >= 0 and any(self.acts(s) for s in seats if paragraph < s.mention.start < here),
            "city": bool(seats) and bool(seats[0].mention.meant),
            "partner": bool(seats) and all(self.is_partner(s.mention) for s in seats),
            "paired": only_paired((s.mention for s in seats), story),
            "adjective": sum(self.is_of_goods(s.mention) for s in seats) / max(1, len(seats)),
        }

    def of_sentence(self, candidate: Candidate) -> dict[str, float]:
        """Signs in the sentence of the post, and whether the country is only named behind it."""
        sent, seats = self.token.sent, candidate.seats
        inside = [s for s in seats if sent.start_char <= s.mention.start < sent.end_char and not self.is_field(s.mention)]
        before = [s for s in inside if s.mention.start < self.token.idx]
        return {
            "before": bool(before),
            "behind": any(s.mention.start > self.token.idx for s in inside),
            "subject": any(self.acts(s) and not paired(s.mention, self.story) for s in before),
            "scene": any(self.opens(s.mention) for s in before),
            "in_capital": any(self.is_city(s.mention) and preposition(self.story.span(s.mention).root) in PLACING for s in before),
            "seat_behind": self.kind != ENVOY and any(self.is_seat_behind(s.mention) for s in seats),
            "later": bool(seats) and all(s.mention.start > sent.end_char for s in seats),
        }

    def of_post(self, candidate: Candidate) -> dict[str, float]:
        """What is known of the post and of its holder: whether some states alone have such a one, and where such names are common."""
        context = self.context
        row = seat_row(self.statement.post.title, context)
        codes = row.many("countries") if row is not None else ()
        overlords = {p.country for s in context.places if s.code == "" and (p := self.story.lexicon.place(s.mention.text)) is not None}
        return {
            "name": self.likeness(candidate.code) if candidate.code else 0.0,
            "own": 0.0 if not codes else 1.0 if candidate.code in codes and candidate.code not in overlords else -1.0,
        }

    def is_field(self, mention: Mention) -> bool:
        """Whether the post's own phrase names the country as its field: "envoy for Libya"."""
        doc, post = self.story.doc, self.statement.post
        end = doc[post.end - 1]
        return doc[post.words.end - 1].idx < mention.start and mention.end <= end.idx + len(end)

    def acts(self, seat: Seat) -> bool:
        """Whether the state does something there: it, or a body of it, is a subject."""
        return seat.acts and (is_subject(self.story, seat.mention) or is_body_subject(seat.mention, self.story))

    def is_city(self, mention: Mention) -> bool:
        """Whether the country is told by its capital or another city."""
        return not is_country_name(mention, self.story)

    def opens(self, mention: Mention) -> bool:
        """Whether a city opens the sentence of the post: "In Rome, Undersecretary X", "From Tbilisi, Minister Y joined"."""
        span, doc = self.story.span(mention), self.story.doc
        front = span.start == self.token.sent.start + 1 and doc[span.start - 1].lower_ in OPENING
        return front and self.is_city(mention) and span.end < len(doc) and doc[span.end].text == ","

    def is_seat_behind(self, mention: Mention) -> bool:
        """Whether a city right behind the title says where it is held: "then trade minister in Prague"."""
        start, post = self.story.span(mention).start, self.statement.post
        near = start in (post.end + 1, post.words.end + 1) and self.story.doc[start - 1].lower_ in PLACING
        return near and self.is_city(mention)

    def is_partner(self, mention: Mention) -> bool:
        """Whether a country is only whom others act upon: "sold to Peru", "talks with Chile"."""
        return preposition(self.story.span(mention).root) in PARTNERS and not self.is_city(mention)

    def is_of_goods(self, mention: Mention) -> bool:
        """Whether the country stands before a noun that is no part of its state: "Chinese boats", not "the Chinese army"."""
        root = self.story.span(mention).root
        head = root.head
        if base(root.dep_) not in ("amod", "compound") or head.i <= root.i or self.story.mention(head) is not None:
            return False
        body = force_of(self.story.doc[head.left_edge.i : head.i + 1].text, self.story) is not None
        return not body and head.lemma_.lower() not in self.story.words.agency_nouns and not self.story.lexicon.is_title(head.lemma_)
