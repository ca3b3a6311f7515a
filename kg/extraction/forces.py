"""Which state does a part of its forces belong to, where only the story says it ("the brigade", "the 3rd Ship Flotilla")?"""

from __future__ import annotations

from spacy.tokens import Span, Token

from kg.extraction.bodies import country_in_name, country_within
from kg.extraction.chains import singular
from kg.extraction.datelines import written_from
from kg.extraction.story import Story
from kg.extraction.subjects import is_subject_word
from kg.lexicon import Country, StateBody
from kg.model import Mention

STATE = "state"
# Sentences at the front of a story, headline included, that tell of whom it is.
LEAD = 3


def is_force(noun: Token, story: Story) -> bool:
    """Whether a noun is a part of a state's forces, or a base of them ("the 18th Mechanised Division", "Beja Air Base")."""
    words = story.words.force_nouns
    return noun.lower_ in words or singular(noun.lower_) in words


def force_state(noun: Token, story: Story) -> Mention | None:
    """The country of a part of some forces: the one its phrase names, else that of the story, None when it has several."""
    return country_within(noun, story) or home(story, noun.sent)


def home(story: Story, sentence: Span, *, apart: frozenset[int] = frozenset()) -> Mention | None:
    """The only country of a story, or the only one of which it names a force or ministry ("the Czech Air Force") if it was not written in
    another that it names, or that of its dateline, where the sentence that asks names no other.

    apart: chains of countries that are not meant, such as those that the goods come from.
    """
    countries = [m for m in story.mentions if m.kind == "Country" and m.chain not in apart]
    if len({m.chain for m in countries}) == 1:
        return countries[0]
    named = [c for m in story.mentions if m.kind == "Organization" and (c := country_of_body(m, story)) is not None]
    owners = {m.chain: m for m in countries if story.lexicon.country(m.text) in named or owns_body(m, story)}
    code = written_from(story)
    elsewhere = code in {code_of(m, story) for m in countries} - {"", *(code_of(m, story) for m in owners.values())}  # written in Ankara
    if len(owners) == 1 and not elsewhere:
        return next(iter(owners.values()))
    here = {code_of(m, story) for m in countries if sentence.start_char <= m.start < sentence.end_char}
    if code:
        return next((m for m in countries if code == code_of(m, story) and here <= {code}), None)
    lead = leading(story, apart)
    return (
        lead
        if lead is not None and here <= {code_of(lead, story), *(code_of(m, story) for m in story.mentions if m.chain in apart)}
        else None
    )


def leading(story: Story, apart: frozenset[int]) -> Mention | None:
    """The only country that acts in the first sentences of a story, itself or by a part of it ("Chad has jets again"), None for several."""
    lead = [s for _, s in zip(range(LEAD), story.doc.sents, strict=False)]
    acting: dict[int, Mention] = {}
    for m in story.mentions:
        root = story.span(m).root
        noun = root.head if root.dep_ in ("nmod:poss", "amod", "compound") else root
        part = noun is root or force_of(noun.text, story) is not None
        if m.kind == "Country" and m.chain not in apart and part and is_subject_word(noun) and m.start < lead[-1].end_char:
            acting.setdefault(m.chain, m)
    return next(iter(acting.values())) if len(acting) == 1 else None


def code_of(country: Mention, story: Story) -> str:
    """ISO code of a mention of a country, "" for another."""
    found = story.lexicon.country(country.text)
    return found.code if found is not None else ""


def force_of(text: str, story: Story) -> StateBody | None:
    """The part of a state ("army", "Ministry of Defence") that the last words of a phrase are."""
    words = text.split()
    return next((b for i in range(len(words)) if (b := story.lexicon.state_body(" ".join(words[i:]))) is not None), None)


def is_state(party: Mention, story: Story) -> bool:
    """Whether a party is a country or a part of one ("the Ministry of Defence"), which buys from a firm."""
    return party.kind == "Country" or force_of(party.text, story) is not None


def country_of_body(organization: Mention, story: Story) -> Country | None:
    """The country of a force or ministry that its name or the lexicon tells ("Royal Thai Navy", "Royal Air Force"), None for others."""
    body = force_of(organization.text, story)
    if body is None:
        return None
    return country_in_name(organization.text, story) or story.lexicon.country_by_code(body.country)


def owns_body(country: Mention, story: Story) -> bool:
    """Whether a ministry or force is named right behind a country ("Slovakia's Ministry of Defence", "the Greek navy")."""
    span = story.span(country)
    words = [t.text for t in story.doc[span.end : span.end + 5] if t.lower_ not in ("'s", "’s", "'", "’")]
    runs = (" ".join(words[:n]) for n in range(1, 4))
    return any(story.lexicon.state_body(run) is not None for run in runs if run.lower() != STATE)  # not "Spanish state-owned Navantia"


def tail(name: str) -> str:
    """The last two words of a name ("Air Force" of "Royal Netherlands Air Force"), all of a shorter one."""
    return " ".join(name.split()[-2:])
