"""Whose minister is "the foreign minister", when the phrase does not say? The country or company the article is about there."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import TypeAlias

from kg.extraction.roles.bodies import is_chamber, kinds_of
from kg.extraction.roles.companies import company, most_named
from kg.extraction.roles.courts import court, is_judge
from kg.extraction.roles.fellows import of_group
from kg.extraction.roles.forces import force, police, with_full_name
from kg.extraction.roles.kinds import kind_of_title
from kg.extraction.roles.local import is_of_states, local, regional
from kg.extraction.roles.merge import alike, completed, is_public
from kg.extraction.roles.nations import Context, seat_row, taken
from kg.extraction.roles.owners import plain_body
from kg.extraction.roles.posts import HEADS, Phrase
from kg.extraction.roles.schools import UNIVERSITY, school
from kg.extraction.roles.seats import of_country
from kg.extraction.roles.signs import here, standing
from kg.extraction.roles.statements import NATION, Statement
from kg.extraction.roles.states import country
from kg.extraction.roles.statesmen import home_of_head, is_in_office
from kg.extraction.roles.successions import of_office, with_successors
from kg.extraction.story import Story
from kg.lexicon import word_key
from kg.model import Mention

PUBLIC = frozenset({"diplomatic", "government", "judicial", "legislature", "monarchy"})
# Kinds of posts whose employer the text says if it tells it: of those that it was guessed for in the passages, less than half were right.
EMPLOYED = frozenset({"academic", "job", "media", "party", "police", "religious", "sport"})
NATIONAL = frozenset({"defence", "defense", "federal", "foreign"})  # words of posts that no state or province has
CHAMBERS = frozenset({"assembly", "chamber", "house", "parliament", "senate"})  # "president of the chamber"
BODIES = frozenset({"agency", "alliance"})
REIGNING = frozenset({"emir", "khan", "king", "pope", "shah", "sultan"})
Chooser: TypeAlias = Callable[[Statement, Context], Mention | None]
PHRASE = 6  # tokens between the heads of two posts of one phrase


def placed(statements: Iterable[Statement], phrases: Iterable[Phrase], story: Story, choose: Chooser = country) -> list[Statement]:
    """Statements whose post must belong to somebody, with the owner a reader would take. choose: which country, where it is a country's."""
    context = Context.of(story, [with_full_name(s, story) for s in statements], phrases)
    done = [
        without_origin(without_party(s, story), story)
        for s in context.statements
        if not (is_party_member(s, story) or is_loose_member(s, story))
    ]
    for i, s in enumerate(done):
        nowhere = s.peer not in ("", "same") and s.apart is None  # elsewhere than a post of which it is not known where it is
        nowhere = nowhere or is_unknown_ones(s, story)
        if s.post.owner is None and s.post.possessor is None and not nowhere:
            other = told_elsewhere(s, done, story)
            owner = assumed(s, context, choose) if other is None else other.post.owner
            if owner is not None and owner.chain != s.apart:
                done[i] = replace(s, post=replace(s.post, owner=owner), assumed=other is None or other.assumed)
    placed_others = replace(context, statements=tuple(done))
    done = [with_counterparts_country(s, placed_others, choose) for s in done]
    done = [with_successors(s, done, story) for s in done]
    told = (with_served(s, context) for s in completed(done, story, last=True))
    return [s for s in told if not is_given_name(s, done, story)]


def with_counterparts_country(statement: Statement, context: Context, choose: Chooser) -> Statement:
    """The statement of somebody's counterpart with the country that is left where the other's was found last."""
    if statement.peer != NATION or statement.apart is not None or statement.post.owner is not None:
        return statement
    owner = choose(statement, context) if taken(statement, context) else None
    return statement if owner is None else replace(statement, post=replace(statement.post, owner=owner), assumed=True)


def with_served(statement: Statement, context: Context) -> Statement:
    """The statement with the state of whom the holder serves, where that is a well-known head of it: "Putin's spokesman X"."""
    served, story = statement.post.possessor, context.story
    if statement.post.owner is not None or served is None or not is_public(statement, story):
        return statement
    codes = home_of_head(served, story)
    named = [seat for seat in context.places if seat.code in codes]
    if len({seat.code for seat in named}) != 1:
        return statement
    return replace(statement, post=replace(statement.post, owner=standing(named, story)), assumed=True)


def is_unknown_ones(statement: Statement, story: Story) -> bool:
    """Whether the phrase says whose the post is, by a noun of which nothing is known and that is no post: "the court's president"."""
    doc, post = story.doc, statement.post
    owners = [doc[i - 1] for i in range(post.begin + 1, post.words.start) if doc[i].tag_ == "POS"]
    return any(kind_of_title(t.text, story) is None and t.lower_ not in story.words.country_nouns for t in owners)


def is_given_name(statement: Statement, statements: Iterable[Statement], story: Story) -> bool:
    """Whether a reigning title is but the first name of somebody with a lesser post: "Sultan X was made ambassador"."""
    words = story.doc[statement.post.words.start : statement.post.words.end]
    if not statement.assumed or words.text.lower() not in REIGNING:
        return False
    others = [kind_of_title(o.post.title, story) for o in statements if o.holder.chain == statement.holder.chain and o is not statement]
    return any(row is not None and row.kind != "monarchy" for row in others)


def is_party_member(statement: Statement, story: Story) -> bool:
    """Whether the post is mere membership of a party, which is none."""
    owner = statement.post.owner
    if owner is None or story.lexicon.title_variants(statement.post.title) != "member":
        return False
    last = word_key(owner.text.split()[-1])
    return any(row["words"] == last and row["kind"] == "party" for row in story.lexicon.table("org_words"))


def is_loose_member(statement: Statement, story: Story) -> bool:
    """Whether the post is membership of what is no body with seats: "a member of the Miwok nation"."""
    words = word_key(statement.post.title).split()
    if statement.post.owner is not None or words[:2] != ["member", "of"] or words[2:3] == ["parliament"]:
        return False
    return not any(row["words"] == words[-1] for row in story.lexicon.table("member_bodies"))


def without_party(statement: Statement, story: Story) -> Statement:
    """The statement without the party beside a legislator's title ("a Labour MP", "a senator of N-VA"), which does not own the seat."""
    owner, row = statement.post.owner, kind_of_title(statement.post.title, story)
    seat = row is not None and row.kind == "legislature" and row.scope != "organization"
    unknown = owner is not None and owner.kind == "Place" and story.lexicon.place(owner.text) is None
    if not seat or owner is None or (owner.kind != "Organization" and not unknown):
        return statement
    behind = owner.start > story.doc[statement.post.words.start].idx
    kept = is_chamber(owner, story) if behind else story.lexicon.title_body(owner.text) is not None
    unnamed = behind and not owner.named and "party" not in kinds_of(owner, story)
    return statement if kept or unnamed else replace(statement, post=replace(statement.post, owner=None))


def without_origin(statement: Statement, story: Story) -> Statement:
    """The statement without the nationality before a job of one's own, which employs nobody: "the Norwegian journalist X".

    A title in small letters of which nothing is known is taken for such a job.
    """
    owner, row = statement.post.owner, kind_of_title(statement.post.title, story)
    job = row.scope == "none" if row is not None else statement.post.title.islower()
    if not job or owner is None or owner.start > story.doc[statement.post.words.start].idx:
        return statement
    national = owner.kind == "Country" and story.lexicon.country_by_demonym(owner.text) is not None
    return replace(statement, post=replace(statement.post, owner=None)) if national else statement


def told_elsewhere(statement: Statement, statements: Iterable[Statement], story: Story) -> Statement | None:
    """The statement of the same person and title with an owner in another place of the article."""
    for other in statements:
        same_person = other.holder.chain == statement.holder.chain and other.post.owner is not None
        if same_person and alike(other.post.title, statement.post.title, story):
            return other
    return None


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
        return None
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
    if story.doc[statement.post.begin].lower_ == "its":  # whose, the text knows and we do not
        return None if row.scope == "country" else company(statement, story, others=employers(statement, context), near_only=False)
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
    if row.kind in PUBLIC and row.scope == "country":
        found = choose(statement, context)
        return local(statement, "state", context) if is_of_states(statement, found, context) else found
    if row.kind in PUBLIC and row.scope == "either":
        if word_key(statement.post.title).split()[-1] in CHAMBERS:
            return most_named(statement, [m for m in story.mentions if is_chamber(m, story)], story)
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
        return near or choose(statement, context)
    if row.kind == "government":
        return known_body(statement, story)
    if row.kind == "legislature":
        near = plain_chamber(story, story.doc[statement.token].sent.start, statement.token)
        return near or most_named(statement, [m for m in story.mentions if is_chamber(m, story)], story) or plain_chamber(story)
    return company(statement, story, others=employers(statement, context), near_only=row.scope != "organization")


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


def chamber_near(statement: Statement, story: Story) -> Mention | None:
    """The assembly named before a post in its sentence: "At the Seabed Assembly X was elected president"."""
    token = story.doc[statement.token]
    found = [m for m in story.mentions if token.sent.start_char <= m.start < token.idx and is_chamber(m, story)]
    return found[-1] if found else None


def plain_chamber(story: Story, start: int = 0, end: int | None = None) -> Mention | None:
    """The one assembly that some tokens of a story name in small letters ("parliament chose a speaker"), None where there are several."""
    found = [m for t in story.doc[start:end] for m in [plain_body(t, story)] if m is not None and "legislature" in kinds_of(m, story)]
    found = [m for m in found if m.text[:1].isupper()] or found  # "Norway's parliament", then "parliament"
    return found[0] if len({m.chain for m in found}) == 1 else None


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
