"""Which state is a story of deliveries about, so that goods which come somewhere come to it ("BOGOTÁ - ... 17 jets arrive from 2028")?"""

from __future__ import annotations

from kg.extraction.datelines import written_from
from kg.extraction.firms import home_of
from kg.extraction.forces import code_of, country_of_body, home, owns_body
from kg.extraction.frames.drafts import Draft
from kg.extraction.goods.unnamed import GENERIC
from kg.extraction.parties import opens_dateline
from kg.extraction.references import renamed
from kg.extraction.story import Story
from kg.extraction.syntax import SUBJECTS, preposition
from kg.model import Mention


def homeland(draft: Draft, drafts: list[Draft], story: Story) -> Mention | None:
    """The one state that the story is of, apart from those that the goods come from: the only one, the one whose forces it names, or
    the one in whose capital it was written. Who only sells such goods in the story receives none.
    """
    if not is_open(draft):
        return None
    deals = [d for d in drafts if d.kind != "Delivery"]
    own, alike = givers(draft, story), [d for d in deals if is_alike(d, draft)]
    return state_of(own | only_sell(deals), draft, story) or state_of(own | only_sell(alike), draft, story)


def state_of(apart: frozenset[int], draft: Draft, story: Story) -> Mention | None:
    """The one state that a story is of apart from some, for what is delivered in it."""
    found = home(story, draft.sentence, apart=apart)
    if found is not None and not is_told_of(found, story):
        return None
    if found is None and (written := dateline(story)) is not None and written.chain not in apart:
        found = written
    return next((m for m in story.chain(found.chain) if story.lexicon.country_by_name(m.text)), found) if found is not None else None


def stricken(drafts: list[Draft], story: Story) -> Mention | None:
    """The state that a story of aid was written from and tells of ("KATHMANDU - ... Nepal asked for help ... Norway pledged 5 million")."""
    code = written_from(story)
    told = [m for m in story.mentions if m.kind == "Country" and code and code_of(m, story) == code]
    gives = {m.chain for d in drafts if d.kind == "Donation" for m in d.seller}
    return told[0] if told and told[0].chain not in gives else None


def only_sell(deals: list[Draft]) -> frozenset[int]:
    """Who sells in deals, and buys in none of them."""
    return frozenset({m.chain for d in deals for m in d.seller} - {m.chain for d in deals for m in d.buyer})


def is_alike(deal: Draft, delivery: Draft) -> bool:
    """Whether a deal and a delivery are of one type, though by names of variants ("F-16", "F-16Vs")."""
    pairs = [(a.text.lower(), b.text.lower()) for a in deal.systems for b in delivery.systems if a.chain < GENERIC > b.chain]
    return any(a.startswith(b) or b.startswith(a) for a, b in pairs)


def is_open(draft: Draft) -> bool:
    """Whether a delivery may be to whom the story is of: of named goods, or of one out of a row ("the first jet", "the last of 44")."""
    named = any(s.chain < GENERIC for s in draft.systems)
    return named or any(g.picked or g.partial for g in draft.goods)


def is_told_of(country: Mention, story: Story) -> bool:
    """Whether a story is of a state: it acts or owns there, a force of it is named, its capital is the dateline; not "asked France",
    "thanked German instructors".
    """
    for m in story.chain(country.chain):
        root = story.span(m).root
        acts = root.dep_ in SUBJECTS or root.dep_ == "nmod:poss" or preposition(root) == "of"
        if opens_dateline(m, story) or owns_body(m, story) or (acts and story.lexicon.country_by_demonym(m.text) is None):
            return True
    return any((c := country_of_body(m, story)) is not None and c == story.lexicon.country(country.text) for m in story.mentions)


def givers(draft: Draft, story: Story) -> frozenset[int]:
    """The states that the goods of a delivery come from: who gives them, the home of the firm that does, where they were made."""
    chains = {m.chain for m in draft.seller} | {g.origin.chain for g in draft.goods if g.origin is not None}
    homes = {c.code for m in draft.seller if m.kind == "Organization" and (c := home_of(m, story)) is not None}
    for m in story.mentions:
        country = story.lexicon.country(m.text) if m.kind == "Country" else None
        if country is not None and country.code in homes:
            chains.add(m.chain)
    return frozenset(chains)


def dateline(story: Story) -> Mention | None:
    """The state in whose capital a story was written ("BOGOTÁ -", "CAIRO (MENA) -"), None for another town."""
    first = next((m for m in story.mentions if opens_dateline(m, story)), None)
    place = first.text if first is not None else story.article.place.partition(",")[0]
    country = story.lexicon.country_by_capital(place) or story.lexicon.country_by_capital(place.title())
    told = (m for m in story.mentions if m.kind == "Country" and country and story.lexicon.country(m.text) == country)
    named = next(told, None)
    return named if named is not None or first is None or country is None else renamed(first, story, "Country")
