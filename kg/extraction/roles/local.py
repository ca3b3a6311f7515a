"""Which city, region or state does a local post belong to, when the phrase does not say ("the deputy mayor", "the regional governor")?"""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Token

from kg.extraction.chains import fold
from kg.extraction.datelines import state_behind, town_and_region
from kg.extraction.forces import force_of
from kg.extraction.references import renamed
from kg.extraction.roles.bodies import is_chamber, is_public_body, kinds_of
from kg.extraction.roles.companies import most_named
from kg.extraction.roles.kinds import kind_of_title
from kg.extraction.roles.nations import Context, seat_row
from kg.extraction.roles.owners import place_nouns
from kg.extraction.roles.seats import territories
from kg.extraction.roles.statements import Statement
from kg.extraction.story import Story
from kg.lexicon import word_key
from kg.model import Mention

GOVERNMENTS = frozenset({"administration", "assembly", "cabinet", "council", "government", "governorate", "legislature", "parliament"})
CITY = "city"
OF_CITIES = frozenset({"government", "legislature"})  # kinds of bodies that a city has
SETTING = frozenset({"in", "on"})
NATIONAL = frozenset({"president", "prime minister"})


def local(statement: Statement, kind: str, context: Context) -> Mention | None:
    """The city or region whose other posts the article names, else the town of the dateline, or the place named most.

    That is one in the countries that the article names, if any.
    """
    story, codes = context.story, {s.code for s in context.places if s.code}
    scene = scene_of(statement, kind, story)
    if scene is not None:
        return scene
    known = owners(kind, context)
    if known:
        return known[0] if len({m.chain for m in known}) == 1 else None
    home = town(statement, story) if kind == CITY else state_of_dateline(statement, story)
    if home is not None:
        return home
    found = [
        place
        for m in story.mentions
        if not is_home_of_firm(m, story) and not is_left(m, context)
        for place in [as_place(m, kind, story) or in_body(m, kind, story)]
        if place is not None and fits(place, kind, story)
    ] or (territories(story) if kind == "state" else [])
    found = found or [m for m in unlisted(story) if kind == CITY]
    places = [(m, story.lexicon.place(m.text)) for m in found]
    return most_named(statement, [m for m, p in places if p is None or not codes or p.country in codes], story)


def scene_of(statement: Statement, kind: str, story: Story) -> Mention | None:
    """The place that opens the sentence of a post, or the one before it in a paragraph: "In Ohio, where two died, the governor said"."""
    here = story.doc[statement.token].sent
    for sent in (here, story.doc[here.start - 1].sent if here.start else here):
        between = story.article.text[sent.end_char : max(sent.end_char, here.start_char)]
        first = story.mention(story.doc[sent.start + 1]) if len(sent) > 1 and sent[0].lower_ in SETTING and "\n" not in between else None
        if (
            first is None
            or first.kind != "Place"
            or story.span(first).start != sent.start + 1
            or first.end > story.doc[statement.token].idx
        ):
            continue
        unlisted = story.lexicon.place(first.text) is None
        if (unlisted or fits(first, kind, story)) and opens_clause(story.doc[story.span(first).end]):
            return first
    return None


def opens_clause(token: Token) -> bool:
    """Whether a clause begins at a token behind a place, with or without a comma: "In Turku | the decision was postponed"."""
    return token.text == "," or token.pos_ in ("DET", "PRON")


def state_of_dateline(statement: Statement, story: Story) -> Mention | None:
    """The state behind the town that a story begins with: "TOLEDO, Ohio (AP) - The governor said"."""
    place = state_behind(story)
    if place is None:
        return None
    named = next((m for m in story.mentions if m.kind == "Place" and story.lexicon.place(m.text) == place), None)
    return named or at_title(statement, place.name, story)


def is_of_states(statement: Statement, country: Mention | None, context: Context) -> bool:
    """Whether a premier heads a state or province, as in countries whose own head is called prime minister: in Canada, "Premier X"."""
    home = context.story.lexicon.country(country.meant or country.text) if country is not None else None
    alone = word_key(statement.post.title) == "premier" and statement.post.title[0].isupper()
    return alone and home is not None and home.code in context.rows["state premier"].many("countries")


def in_body(mention: Mention, kind: str, story: Story) -> Mention | None:
    """The state or city whose name begins that of a public body: "Ohio" for the "Ohio State Police"."""
    kinds = kinds_of(mention, story)
    public = bool(kinds & OF_CITIES) if kind == CITY else is_public_body(mention, story) or "government" in kinds
    if mention.kind != "Organization" or not public:
        return None
    span = story.span(mention)
    for front in (story.doc[span.start : span.start + 2], story.doc[span.start : span.start + 1]):
        place = story.lexicon.place(front.text)
        if place is not None and (place.kind == CITY) == (kind == CITY) and front.end < span.end:
            return renamed(story.make(front.start_char, front.end_char, "Place"), story, "Place")
    return None


def is_left(mention: Mention, context: Context) -> bool:
    """Whether a place is only named for a post that somebody once had: "a former mayor of South Bend, Indiana"."""
    start = context.story.span(mention).start
    return any(p.status == "former" and p.begin <= start <= p.end + 1 for p in context.posts)


def town(statement: Statement, story: Story) -> Mention | None:
    """The town that a story begins with, if no capital, where any news may come from: "THUNDER BAY - The mayor said"."""
    place = town_and_region(story)[0]
    if not place or any(story.lexicon.country(p) or story.lexicon.country_by_capital(p) for p in (place, place.title())):
        return None
    region = story.lexicon.place(place) or story.lexicon.place(place.title())
    if region is not None and region.kind != CITY:
        return None
    named = next((m for m in story.mentions if m.kind == "Place" and fold(m.text) == fold(place)), None)
    return named or at_title(statement, place.title() if place.isupper() else place, story)


def at_title(statement: Statement, name: str, story: Story) -> Mention:
    """A place that only the dateline names, as meant by the words of a title."""
    words = story.doc[statement.post.words.start : statement.post.words.end]
    made = renamed(story.make(words.start_char, words.end_char, "Place", named=False), story, "Place")
    return replace(made, meant=name)


def is_home_of_firm(mention: Mention, story: Story) -> bool:
    """Whether a place only tells where an organization is from: "Winnipeg's New Flyer"."""
    end = story.span(mention).end
    end += end < len(story.doc) and story.doc[end].tag_ == "POS"
    after = story.mention(story.doc[end]) if end < len(story.doc) else None
    return after is not None and after.kind == "Organization" and force_of(after.text, story) is None and not is_chamber(after, story)


def unlisted(story: Story) -> list[Mention]:
    """The one place that no list has and that things happen in: "the market in Bobo-Dioulasso"; none for several."""
    found = [m for m in story.mentions if m.kind == "Place" and story.lexicon.place(m.text) is None]
    inside = [m for m in found if (start := story.span(m).start) > 0 and story.doc[start - 1].lower_ == "in"]
    return inside if len({m.chain for m in found}) == 1 else []


def as_place(mention: Mention, kind: str, story: Story) -> Mention | None:
    """The mention of a place; a capital that was taken for its state as the city it is, where one is asked for."""
    if mention.kind == "Place":
        return mention
    capital = mention.kind == "Country" and story.lexicon.country_by_capital(mention.text) is not None
    named = story.lexicon.country_by_name(mention.text) is not None
    return renamed(mention, story, "Place") if kind == CITY and capital and not named else None


def owners(kind: str, context: Context) -> list[Mention]:
    """The places that own posts of the same kind by their own words: "the mayor of Eger" tells whose "the deputy mayor" is."""
    story = context.story
    posts = [p for p in context.posts if p.owner is not None and p.owner.kind == "Place"]
    posts = [p for p in posts if p.owner is not None and (story.lexicon.place(p.owner.text) is None or fits(p.owner, kind, story))]
    found = [(seat_row(p.title, context), p.owner) for p in posts]
    return [owner for row, owner in found if row is not None and row["place"] == kind and owner is not None]


def regional(context: Context) -> Mention | None:
    """The state or province whose government an article is about: "the minister of works of Nova Scotia", "the state government of Assam".

    None where a country has a government post there, or several regions have, or its first sentence names a head of state or
    government, or a prime minister is named before any region.
    """
    story = context.story
    if leads_with_head(context):
        return None
    posts = [(kind_of_title(p.title, story), p.owner) for p in context.posts if p.owner is not None and p.status != "former"]
    owned = [owner for row, owner in posts if row is not None and row.kind == "government" and owner is not None]
    if any(m.kind == "Country" for m in owned):
        return None
    found = [m for m in owned if m.kind == "Place" and is_region(m, story)]
    found += [m for m in story.mentions if m.kind == "Place" and is_region(m, story) and has_government(m, story)]
    if any(is_national(s, story) and story.doc[s.token].idx < m.start for s in context.statements for m in found[:1]):
        return None
    return found[0] if len({m.chain for m in found}) == 1 else None


def leads_with_head(context: Context) -> bool:
    """Whether the first sentence names somebody in a post that no region has: "President X placed the police minister on leave"."""
    story = context.story
    end = next(story.doc.sents).end
    return any(
        s.token < end and s.post.owner is None and s.rule == "role.title.before" and story.lexicon.title_variants(s.post.title) in NATIONAL
        for s in context.statements
    )


def is_national(statement: Statement, story: Story) -> bool:
    """Whether a statement names somebody as the head of a state's government, who has the ministers: "Prime Minister X"."""
    named = story.lexicon.title_variants(statement.post.title) == "prime minister" and statement.rule == "role.title.before"
    return named and (statement.post.owner is None or statement.post.owner.kind == "Country")


def is_region(mention: Mention, story: Story) -> bool:
    """Whether a place is a state, province or territory, as far as is known."""
    place = story.lexicon.place(mention.text)
    return place is not None and place.kind in ("state", "territory")


def has_government(mention: Mention, story: Story) -> bool:
    """Whether the words beside a place tell of its government: "the government of Assam", "Assam's cabinet"."""
    span, doc = story.span(mention), story.doc
    if span.start > 1 and doc[span.start - 1].lower_ == "of":
        return doc[span.start - 2].lower_ in GOVERNMENTS
    end = span.end + 1 if span.end < len(doc) and doc[span.end].tag_ == "POS" else span.end
    return end < len(doc) and doc[end].lower_ in GOVERNMENTS


def fits(mention: Mention, kind: str, story: Story) -> bool:
    """Whether a place is a city, or a state or territory; a place that no list has by the words beside it ("the council of Nineveh")."""
    place = story.lexicon.place(mention.text)
    if place is not None:
        return place.kind == kind or (kind == "state" and place.kind == "territory")
    if kind == CITY:
        return story.lexicon.country_by_capital(mention.text) is not None
    return has_government(mention, story) or is_called_region(mention, story)


def is_called_region(mention: Mention, story: Story) -> bool:
    """Whether a noun for a kind of region stands with a place: "Rize province", "the state of Pahang"."""
    span, doc = story.span(mention), story.doc
    nouns = place_nouns(story) - {"city", "town", "capital", "village", "country", "kingdom", "republic"}
    behind = span.end < len(doc) and doc[span.end].lower_ in nouns
    return behind or (span.start > 1 and doc[span.start - 1].lower_ == "of" and doc[span.start - 2].lower_ in nouns)
