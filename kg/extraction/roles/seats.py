"""Which states, and territories with a government of their own, does an article speak of, by name, capital or body?"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace

from kg.extraction.datelines import written_from
from kg.extraction.forces import force_of
from kg.extraction.references import renamed
from kg.extraction.story import Story
from kg.model import Mention

# Votes of a country's or capital's name; of its adjective; of a body's name that has the country's within, or of another city.
WHOLE, ADJECTIVE, PART = 1.0, 0.8, 0.5
DOUBTFUL, BODY = 0.4, 0.1  # of a name with other meanings ("Georgia"); of a body ("Senate") where a territory may have it too


@dataclass(frozen=True, slots=True)
class Seat:
    """One sign of a country: a mention of it, how much it counts, and the country's ISO code ("" for a territory).

    acts: whether the state acts where this is the subject; a company with the country's name is not the state.
    """

    mention: Mention
    weight: float
    code: str
    acts: bool = True


def seats(story: Story) -> Iterator[Seat]:
    """Every sign of a state or territory, in reading order."""
    places = [story.lexicon.place(m.text) for m in story.mentions if m.kind == "Place"]
    local = any(p is not None and p.kind == "territory" for p in places)
    for m in story.mentions:
        if m.kind == "Country" and not is_language(m, story) and not is_of_money(m, story):
            country = story.lexicon.country(m.text)
            doubtful = story.lexicon.is_ambiguous(m.text) and story.span(m)[-1].pos_ != "ADJ"
            plain = ADJECTIVE if story.span(m)[-1].pos_ == "ADJ" else WHOLE
            yield Seat(m, DOUBTFUL if doubtful else plain, country.code if country else "", acts=not before_firm(m, story))
        elif m.kind == "Place":
            capital = story.lexicon.country_by_capital(m.text)
            place = story.lexicon.place(m.text)
            if place is not None and place.kind == "territory":
                yield Seat(main_mention(m, story), WHOLE, "")
            elif capital is not None:
                yield Seat(renamed(m, story, "Country"), WHOLE, capital.code)
            elif place is not None:
                yield from of_country(m, place.country, story)
        elif m.kind == "Organization":
            yield from list(within(m, BODY if local else PART, story)) or of_body(m, story)


def cities(story: Story, known: Collection[str]) -> Iterator[Seat]:
    """Cities and states in countries that the article does not name, each as a sign of its country. known: codes of those it names."""
    chains: dict[str, int] = {}
    for m in story.mentions:
        place = story.lexicon.place(m.text) if m.kind == "Place" else None
        if place is None or place.kind == "territory" or not place.country or place.country in known:
            continue
        named = story.lexicon.country_by_code(place.country)
        chain = chains.setdefault(place.country, renamed(m, story, "Country").chain)
        if named is not None:
            yield Seat(replace(m, kind="Country", chain=chain, named=False, meant=named.name), PART, place.country)


def is_language(mention: Mention, story: Story) -> bool:
    """Whether an adjective of nationality is that of a language: "spoke in Portuguese"."""
    root = story.span(mention).root
    alone = root.dep_ not in ("amod", "compound", "nmod:poss") and story.lexicon.country_by_demonym(mention.text) is not None
    return alone and root.i > 0 and story.doc[root.i - 1].lower_ == "in"


def is_of_money(mention: Mention, story: Story) -> bool:
    """Whether a country's letters only tell which dollars are meant: "US$85 million", "$US4 billion"."""
    text = story.article.text
    return text[mention.end : mention.end + 1] == "$" or text[max(0, mention.start - 1) : mention.start] == "$"


def before_firm(mention: Mention, story: Story) -> bool:
    """Whether an adjective of nationality stands right before an organization's name: "Finnish Lojer Medic" is no act of Finland's."""
    end = story.span(mention).end
    after = story.mention(story.doc[end]) if end < len(story.doc) else None
    return after is not None and after.kind == "Organization" and force_of(after.text, story) is None


def main_mention(mention: Mention, story: Story) -> Mention:
    """The mention that stands for a territory: one by its name, where this is its adjective ("Puerto Rican")."""
    place = story.lexicon.place(mention.text)
    same = [m for m in story.mentions if m.kind == "Place" and story.lexicon.place(m.text) == place]
    return next((m for m in same if place is not None and m.text == place.name), mention)


def within(mention: Mention, weight: float, story: Story) -> Iterator[Seat]:
    """The country in an organization's name ("United States House of Representatives"), or of the body it is ("Senate").

    weight: of a body without its country's name.
    """
    span, public = story.span(mention), force_of(mention.text, story) is not None or story.lexicon.title_body(mention.text) is not None
    for length in (3, 2, 1):
        for start in range(span.start, span.end - length + 1):
            part = story.doc[start : start + length]
            country = story.lexicon.country_by_name(part.text) or story.lexicon.country_by_demonym(part.text)
            if country is not None:
                inner = story.make(part.start_char, part.end_char, "Country", named=True)
                yield Seat(renamed(inner, story, "Country"), PART, country.code, acts=public)
                return
    body = story.lexicon.title_body(mention.text)
    if body is not None and body.country:
        yield from of_country(mention, body.country_in(written_from(story)), story, weight)


def of_body(mention: Mention, story: Story) -> Iterator[Seat]:
    """The country of a part of a state with a name of its own, also where the article names no country: "Royal Navy"."""
    part = story.lexicon.state_body(mention.text)
    if part is None or not part.country or any(story.mention(t) is not mention for t in story.span(mention)):
        return
    known = list(of_country(mention, part.country, story, PART))
    yield from known or [Seat(replace(renamed(mention, story, "Country"), named=False), PART, part.country)]


def of_country(mention: Mention, code: str, story: Story, weight: float = PART) -> Iterator[Seat]:
    """A vote for the country with an ISO code, if the article names it, at the place of a mention."""
    for m in story.mentions:
        named = story.lexicon.country(m.text) if m.kind == "Country" else None
        if named is not None and named.code == code:
            yield Seat(replace(mention, kind="Country", chain=m.chain, named=False), weight, code)
            return


def territories(story: Story) -> list[Mention]:
    """Mentions of territories."""
    return [s.mention for s in seats(story) if s.code == "" and s.mention.kind == "Place"]
