"""In which country was a story written, by the town that it begins with?"""

from __future__ import annotations

from kg.extraction.story import Story
from kg.lexicon import Place

DATELINE = 60  # tokens of headline and lead in which a dateline may stand
SHORT = 3  # letters of an acronym ("USA")
DASHES = frozenset({"-", "–", "—", "--"})
MARKS = DASHES | {"(", ",", ":"}  # what follows the place of a dateline


def written_from(story: Story) -> str:
    """ISO code of the country in which the town of the dateline lies, by the state or country behind it if any; "" for none."""
    place, region = town_and_region(story)
    state, named = story.lexicon.place(region) if region else None, story.lexicon.country_by_name(region) if region else None
    if state is not None or named is not None:
        return state.country if state is not None else named.code if named is not None else ""
    capital = story.lexicon.country_by_capital(place) or story.lexicon.country_by_capital(place.title()) if place else None
    city = story.lexicon.place(place) if place else None
    return capital.code if capital else city.country if city else ""


def town_and_region(story: Story) -> tuple[str, str]:
    """The town that a story begins with, and the state or country behind it: "TOLEDO, Ohio (AP)"; "" for what is not said."""
    town, _, region = (story.article.place or inner_dateline(story)).partition(", ")
    return town, region


def is_local(story: Story) -> bool:
    """Whether a story is written from a part of a country by its dateline ("ELM CREEK, Ont."): its captains may be the town's."""
    return state_behind(story) is not None


def state_behind(story: Story) -> Place | None:
    """The state or province behind the town that a story begins with."""
    region = town_and_region(story)[1]
    place = story.lexicon.place(region) if region else None
    return place if place is not None and place.kind != "city" else None


def inner_dateline(story: Story) -> str:
    """The place of a dateline that stands behind a headline in the running text: "Deal signed. MANILA - Two ships"."""
    for m in story.mentions:
        span = story.span(m)
        if span.start > DATELINE:
            break
        after = story.doc[span.end].text if span.end < len(story.doc) else ""
        if span.start == 0 and not m.text.isupper() and opens(span.end, story):  # capitals are read with the article
            return m.text
        if m.text.isupper() and len(m.text) > SHORT and 0 < span.start == span.sent.start and after in MARKS:
            return m.text
    return ""


def opens(index: int, story: Story) -> bool:
    """Whether a dash, a date before it passed over, follows the place at the very front of an article: "Rome, 15 May - Two"."""
    dated = {t.i for span in story.doc.spans.get("dates", ()) for t in span}
    while index < len(story.doc) and (index in dated or story.doc[index].text in (",", ".")):
        index += 1
    return index < len(story.doc) and story.doc[index].text in DASHES
