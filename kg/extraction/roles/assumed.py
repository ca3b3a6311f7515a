"""Whose is a post of which no words say it? The country, place, force, school, body or company that stands out around it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from kg.extraction.roles.chambers import chamber_near, named_most, plain_chamber
from kg.extraction.roles.companies import company, most_named
from kg.extraction.roles.courts import court, is_judge
from kg.extraction.roles.fellows import of_group
from kg.extraction.roles.forces import force, police
from kg.extraction.roles.institutes import house, ministry
from kg.extraction.roles.kinds import Kind, kind_of_title
from kg.extraction.roles.local import is_of_states, local, regional
from kg.extraction.roles.nations import Context, seat_row, taken
from kg.extraction.roles.owners import unnamed_before
from kg.extraction.roles.posts import HEADS
from kg.extraction.roles.schools import UNIVERSITY, school
from kg.extraction.roles.seats import of_country
from kg.extraction.roles.signs import here
from kg.extraction.roles.statements import Statement
from kg.extraction.roles.states import country
from kg.extraction.roles.statesmen import is_in_office
from kg.extraction.roles.successions import of_office
from kg.extraction.story import Story
from kg.lexicon import word_key
from kg.model import Mention

PUBLIC = frozenset({"diplomatic", "government", "judicial", "legislature", "monarchy"})
# Kinds of posts whose employer the text says if it tells it: of those that it was guessed for in the passages, less than half were right.
EMPLOYED = frozenset({"academic", "job", "media", "party", "police", "religious", "sport"})
NATIONAL = frozenset({"defence", "defense", "federal", "foreign"})  # words of posts that no state or province has
CHAMBERS = frozenset({"assembly", "chamber", "house", "parliament", "senate"})  # "president of the chamber"
BODIES = frozenset({"agency", "alliance"})
Chooser: TypeAlias = Callable[[Statement, Context], Mention | None]
OF_A_PART = "president of "  # begins titles that with a field of work are a firm's
PHRASE = 6  # tokens between the heads of two posts of one phrase


def assumed(statement: Statement, context: Context, choose: Chooser = country) -> Mention | None:
    """The country or place for a public post, the force for a rank, the organization for a corporate post, that stands out around it."""
    story = context.story
    row = kind_of_title(statement.post.title, story)
    seat, own_school = seat_row(statement.post.title, context), school(statement, context)
    if own_school is not None or (seat is not None and seat["place"] == UNIVERSITY):
        return own_school
    if seat is not None and seat["place"]:
        return statement.post.origin or local(statement, seat["place"], context)
    if row is None or row.scope == "none":
        return None
    if serves_head(statement, story):
        return choose(statement, context)
    if row.kind in PUBLIC and row.scope != "organization" and is_in_office(statement, story):
        return choose(statement, context)
    beside = police(statement, context.statements, story) if row.kind in ("military", "police") else None
    if beside is not None:
        return beside
    fellow = of_group(story.span(statement.holder).root, story) if statement.holder.named else None
    if fellow is not None and (fellow.kind != "Country" or row.kind in PUBLIC or row.kind == "military"):
        return fellow
    if row.kind in EMPLOYED:
        return house(statement, story)
    office = of_office(statement, context.statements, story) if row.scope != "country" else None
    if office is not None:
        return office
    own = (
        row.kind == "government" and row.scope == "country" and seat is None and not NATIONAL & set(word_key(statement.post.title).split())
    )
    region = regional(context) if own else None
    if region is not None:
        return region
    if statement.post.origin is not None and row.kind in PUBLIC:
        return of_origin(statement, statement.post.origin, row.kind, context)
    pointing = story.doc[statement.post.begin]
    if pointing.lower_ == "its":  # whose, the text knows and we do not
        unnamed = row.scope == "country" or unnamed_before(pointing, story) is not None
        return None if unnamed else company(statement, story, others=employers(statement, context), near_only=False)
    if row.kind == "judicial" and is_judge(statement.post.title):
        return court(statement, story)
    if row.kind == "military" and is_team_captain(statement, row.scope, story):
        return company(statement, story, others=frozenset(), near_only=True)
    if row.kind == "military":
        state = choose(statement, context)
        return force(statement, context.statements, story, state) or state
    officer = next((o for o in context.statements if is_rank_of(o, statement, story)), None)
    if officer is not None and row.kind not in PUBLIC:
        return officer.post.owner or assumed(officer, context, choose)
    if row.kind in PUBLIC and row.scope == "either" and beside_firm(statement, context):
        return company(statement, story, others=employers(statement, context), near_only=False)
    office = ministry(statement, story) if row.kind == "government" else None
    if office is not None:
        return office
    if row.kind in PUBLIC and row.scope == "country":
        found = choose(statement, context)
        return local(statement, "state", context) if is_of_states(statement, found, context) else found
    if row.kind in PUBLIC and row.scope == "either":
        return of_either(statement, row, context, choose)
    if row.kind == "government":
        return known_body(statement, story)
    if row.kind == "legislature":
        near = plain_chamber(story, story.doc[statement.token].sent.start, statement.token)
        return near or named_most(statement, story) or plain_chamber(story)
    return company(statement, story, others=employers(statement, context), near_only=row.scope != "organization")


def of_either(statement: Statement, row: Kind, context: Context, choose: Chooser) -> Mention | None:
    """Whose is a public post that bodies have as well as states ("president", "secretary")? row: what is known of its title."""
    story = context.story
    if word_key(statement.post.title).split()[-1] in CHAMBERS:
        return named_most(statement, story)
    if statement.post.title.lower() == "leader":
        return company(statement, story, others=employers(statement, context), near_only=True)
    chamber = chamber_near(statement, story) if statement.post.title.islower() and not row.field else None
    if chamber is not None:
        return chamber
    bare = statement.rule == "role.apposition.after" and statement.post.begin == statement.post.words.start
    near = (
        company(statement, story, others=employers(statement, context), near_only=not (row.field or bare))
        if row.field or statement.post.title.islower()
        else None
    )
    if row.field and word_key(statement.post.title).startswith(OF_A_PART):
        return near  # "president of land systems": no state has one
    return near or choose(statement, context)


def serves_head(statement: Statement, story: Story) -> bool:
    """Whether a post is on the staff of a head of state or government: "the prime minister's | spokesman"."""
    front = story.doc[statement.post.begin : statement.post.words.start]
    served = [story.doc[front.start : t.i] for t in front if t.tag_ == "POS"]
    return any(story.lexicon.title_variants(s[i:].text) in HEADS for s in served for i in range(len(s)))


def is_team_captain(statement: Statement, scope: str, story: Story) -> bool:
    """Whether a rank that ships and clubs have too is written small before a name, as that of an officer is not: "captain X"."""
    words = statement.post.words
    return scope == "either" and statement.rule == "role.title.before" and story.doc[words.start : words.end].text.islower()


def of_origin(statement: Statement, origin: Mention, kind: str, context: Context) -> Mention | None:
    """Whose post is that of somebody from a place: a monarch's is the place's, others' the country's that it lies in, if it stands out.

    A legislator from a state sits for its country: "Sen. X of Ohio".
    """
    if kind == "monarchy":
        return origin
    place = context.story.lexicon.place(origin.text)
    if kind == "legislature" and place is not None and place.kind == "state":
        named = (seat.mention for seat in of_country(origin, place.country, context.story))
        return next(named, None) or next((c.mention for c in here(place.country, statement, context.story)), None)
    found = country(statement, context)
    if place is None:  # in a country that the article is about, as far as is known
        return found
    code = context.story.lexicon.country(found.text) if found is not None and found.kind == "Country" else None
    if found is None and place is not None and place.kind == "state":
        return origin
    return found if place is not None and code is not None and code.code == place.country else None


def known_body(statement: Statement, story: Story) -> Mention | None:
    """The alliance or agency that the article names most: a "commissioner" is nobody else's."""
    names = {n for row in story.lexicon.table("organizations") if row["kind"] in BODIES for n in (row["name"], *row.many("names"))}
    end = story.doc[statement.token].sent.end_char
    return most_named(statement, [m for m in story.mentions if m.kind == "Organization" and m.text in names and m.start < end], story)


def employers(statement: Statement, context: Context) -> frozenset[int]:
    """Chains of the organizations that the article names only once, as owner of another's post, or of which others have the same post."""
    story = context.story
    owners = {o.post.owner.chain for o in context.statements if o.post.owner is not None and o.holder.chain != statement.holder.chain}
    once = frozenset(c for c in owners if sum(m.named for m in story.chain(c)) == 1)
    phrase = (o for o in context.statements if o.holder == statement.holder and abs(o.token - statement.token) <= PHRASE)
    return once.union(*(taken(o, context) for o in phrase))


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
