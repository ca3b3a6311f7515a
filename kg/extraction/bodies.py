"""Which country does a ministry, a force or a parliament act for ("the U.S. Army", "the defence ministry", "the ACC")?"""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Token

from kg.extraction.chains import shortens_organization
from kg.extraction.datelines import written_from
from kg.extraction.references import renamed
from kg.extraction.story import Story
from kg.extraction.syntax import CLAUSES, base, subtree
from kg.lexicon import Country, StateBody
from kg.model import Mention


def phrase(noun: Token) -> str:
    """The words of a noun phrase without clauses and its own preposition, as one string."""
    inside = subtree(noun, stop=CLAUSES | {"conj", "cc", "appos", "obl"})
    words = [t for t in inside if base(t.dep_) != "det" and not (t.dep_ == "case" and t.head == noun)]
    return " ".join(t.text for t in words)


def body_of(text: str, story: Story) -> StateBody | None:
    """The part of a state that a phrase ends or begins with: "Indian Ministry of Defence", "the navy of Chad"."""
    words = text.split()
    runs = [words[i:] for i in range(len(words))] + [words[:i] for i in range(len(words) - 1, 0, -1)]
    return next((b for run in runs if (b := story.lexicon.state_body(" ".join(run))) is not None), None)


def state_of(organization: Mention, noun: Token, story: Story) -> Mention | None:
    """The country an organization acts for: a ministry, a force, an embassy. None for companies and agencies with a name of their own."""
    name = in_full(organization, story)
    body = body_of(name, story) or story.lexicon.title_body(name)
    if body is None:
        return None
    within = country_within(noun, story)
    if within is not None:
        return within
    country = story.lexicon.country_by_code(body.country) or country_in_name(name, story)
    country = country or country_of_fuller(organization, story) or country_of_story(story)
    if country is None:
        return None
    return acting_for(country, organization, story)


def acting_for(country: Country, organization: Mention, story: Story) -> Mention:
    """A country as the party for which an organization acts, named there or elsewhere in the story or only meant."""
    for m in story.mentions:
        if m.kind == "Country" and story.lexicon.country(m.text) == country:
            return story.make(organization.start, organization.end, "Country", m.chain, named=False)
    state = renamed(name_within(organization, country, story) or organization, story, "Country")
    return state if story.lexicon.country(state.text) == country else replace(state, meant=country.name, named=False)


def in_full(organization: Mention, story: Story) -> str:
    """The name of an organization, in full where it is named by its initials ("ACC" of "the Army Contracting Command (ACC)")."""
    name = organization.text
    written = (m.text for m in story.chain(organization.chain) if m.named) if name.isupper() and " " not in name else ()
    return next((w for w in written if " " in w and shortens_organization(name.lower(), w.lower())), name)


def name_within(organization: Mention, country: Country, story: Story) -> Mention | None:
    """The country's own name inside that of its body ("U.S." in "U.S. Army"), so that the body's name is not taken for the country's."""
    words = organization.text.split()
    runs = (" ".join(words[i:j]) for i in range(len(words)) for j in range(len(words), i, -1))
    name = next((r for r in runs if story.lexicon.country_by_name(r) == country), None)
    at = organization.text.find(name) if name is not None else -1
    return story.make(organization.start + at, organization.start + at + len(name), "Country") if name is not None and at >= 0 else None


def country_in_name(text: str, story: Story) -> Country | None:
    """The country that a body's own name carries: "U.S. Army", "Royal Norwegian Navy", "Ministry of Defence of Chad"."""
    words = text.split()
    runs = (" ".join(words[i:j]) for i in range(len(words)) for j in range(len(words), i, -1))
    return next((c for r in runs if (c := story.lexicon.country_by_name(r) or story.lexicon.country_by_demonym(r))), None)


def country_of_fuller(organization: Mention, story: Story) -> Country | None:
    """The country of "the Army", where the story has named one "U.S. Army" and no other."""
    tail = organization.text.split()[0].lower()
    fuller = [m.text for m in story.mentions if m.kind == "Organization" and tail in m.text.lower().split()]
    found = {c.code: c for t in fuller if (c := country_in_name(t, story))}
    return next(iter(found.values())) if len(found) == 1 else None


def country_of_story(story: Story) -> Country | None:
    """The only country that the forces and ministries of a story carry in their names, or else that of its dateline."""
    bodies = [m for m in story.mentions if m.kind == "Organization" and body_of(m.text, story) is not None]
    found = {c.code: c for m in bodies if (c := country_in_name(m.text, story)) is not None}
    if len(found) == 1:
        return next(iter(found.values()))
    home = written_from(story)
    return story.lexicon.country_by_code(home) if not found or home in found else None


def country_within(noun: Token, story: Story) -> Mention | None:
    """A country named inside a noun phrase: "the Indian navy", "Poland's government", "the army of Chad"."""
    for t in subtree(noun, stop=CLAUSES | {"conj", "appos", "obl"}):
        m = story.mention(t)
        if m is not None and m.kind == "Country":
            return m
    return None
