"""Which country's are posts whose phrase names none: by the dateline, by a city, by what the text says around them?"""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.language import Language

from kg.extraction import extract
from kg.language import annotate
from kg.lexicon import Lexicon
from kg.model import Article, Claim, Extraction, Mention
from kg.resolution import resolve

Read = Callable[..., Extraction]

OWNERS = [
    # the dateline's, which no words of the story name
    ("LONDON", "Prime Minister Ada Berg resigned on Monday. She gave no reason.", "United Kingdom"),
    # ... not the country that others come from
    ("Lima", "Defence Minister Ada Berg thanked the crew of two Chinese boats. She gave no date.", "Peru"),
    # a city in a country that is never named
    ("", "Defence Minister Ada Berg opened the yard in Rotterdam on Monday.", "Netherlands"),
    # where somebody is abroad is not whose the post is
    ("", "Hungary will buy four jets. In Brussels, Prime Minister Ada Berg said so.", "Hungary"),
    ("", "The Netherlands sent jets to Ukraine. Defence Minister Ada Berg was at Eindhoven.", "Netherlands"),
    # where a former post was held
    ("", "The contract with Vietnam was signed by Ada Berg, then trade minister in Prague.", "Czech"),
    # of a well-known holder the state that had one of that name, though another is spoken of more
    ("", "Afghanistan and Pakistan blame each other. Afghanistan closed its border. President Musharraf was calm.", "Pakistan"),
    ("", "India and China met. India was content. Foreign Minister Wang Yi smiled.", "China"),
    # who serves the head of a state, of whom the story does not say it
    ("", "Kyiv was hit again. Russia denied it. Putin's spokesman Dmitry Peskov declined to comment.", "Russia"),
    # a name like those of a state's statesmen
    ("", "Italy signed with Indonesia. Italy will deliver. Defence Minister Bambang Sutrisno came.", "Indonesia"),
    # a title of one state, which the story does not name
    ("", "Syria and Iraq have suffered. Foreign Secretary Ada Berg said so.", "United Kingdom"),
    ("", "Syria and Iraq have suffered. Defense Secretary Ada Berg said so.", "United States"),
    # ... or of another that has such a one, too
    ("", "India and Nepal agreed. Foreign Secretary Ada Berg said so.", "India"),
]
OPEN = [
    # an envoy is not the host's, and nothing says whose
    ("Lima", "Ambassador Ada Berg presented her credentials on Monday."),
    # no country anywhere
    ("", "Prime Minister Ada Berg resigned on Monday. She gave no reason."),
    # a surname that statesmen of several states have, and a private job
    ("", "Britain was calm. Johnson's spokesman Karl Roth declined to comment."),
    ("", "Russia denied it. Putin's lawyer Karl Roth declined to comment."),
    # a well-known holder whose state the story does not name
    ("", "Poland and Hungary met on Monday. President Vladimir Putin was not asked."),
]


@pytest.fixture(scope="module")
def read_from(nlp: Language, words: Lexicon) -> Read:
    """What the rules take from a text written at a place."""

    def read(place: str, text: str, id: str = "story") -> Extraction:
        article = Article(id, text, place=place)
        return extract(annotate(article, nlp, words), article, words, least=0.0)

    return read


def owners(found: Extraction) -> list[Mention]:
    """The owners of the posts."""
    return [o for c in found.claims if c.kind == "RoleHolding" for o in c.values("of") if isinstance(o, Mention)]


def holdings(found: Extraction) -> list[Claim]:
    """The claims of posts."""
    return [c for c in found.claims if c.kind == "RoleHolding"]


@pytest.mark.parametrize(("place", "text", "country"), OWNERS)
def test_a_post_belongs_to_the_country_that_a_reader_would_take(
    read_from: Read, words: Lexicon, place: str, text: str, country: str
) -> None:
    (owner,) = {words.country(o.meant or o.text) for o in owners(read_from(place, text))}
    assert owner == words.country(country)


@pytest.mark.parametrize(("place", "text"), OPEN)
def test_a_post_stays_open_where_nothing_tells_its_country(read_from: Read, place: str, text: str) -> None:
    found = read_from(place, text)
    assert holdings(found) and not owners(found)


def test_what_is_meant_stands_at_words_of_the_story(read_from: Read) -> None:
    """A country that only a dateline tells is pointed at by the title, one told by a city by the city."""
    for place, text, words in ((OWNERS[0][0], OWNERS[0][1], "Prime Minister"), (OWNERS[2][0], OWNERS[2][1], "Rotterdam")):
        (owner,) = set(owners(read_from(place, text)))
        assert (owner.text, text[owner.start : owner.end], owner.named) == (words, words, False)


def test_the_country_of_a_dateline_is_that_of_other_stories(read_from: Read, words: Lexicon) -> None:
    """One country, under its name, whether a story names it or only comes from there; no title and no city becomes a name."""
    stories = [
        read_from("LONDON", OWNERS[0][1], "one"),
        read_from("", "British Prime Minister Ada Berg resigned on Monday.", "two"),
    ]
    countries = [e for e in resolve(stories, words).entities if e.kind == "Country"]
    assert [e.label for e in countries] == ["United Kingdom"]
    assert not {"Prime Minister", "LONDON"} & {name for e in countries for name in (e.label, *e.names)}


def test_a_city_alone_makes_no_country_without_a_post(read_from: Read, words: Lexicon) -> None:
    entities = resolve([read_from("", "The yard in Rotterdam opened on Monday.")], words).entities
    assert "Country" not in {e.kind for e in entities}
