"""Whose parliament does a committee belong to that has its say in a deal ("the Bundestag's budget committee approved the purchase")?"""

from __future__ import annotations

from spacy.tokens import Token

from kg.extraction.bodies import acting_for, country_within, state_of
from kg.extraction.chains import singular
from kg.extraction.story import Story
from kg.extraction.syntax import children
from kg.model import Mention

COMMITTEES = frozenset({"committee", "panel", "subcommittee"})


def state_of_committee(noun: Token, story: Story) -> Mention | None:
    """The state of a committee, by its own name ("the Bundestag budget committee") or what its phrase names; None for other nouns.

    A name that several parliaments share ("the Senate") tells of none.
    """
    if singular(noun.lower_) not in COMMITTEES:
        return None
    named = [m for c in (noun, *children(noun, "nmod:poss", "nmod", "compound")) if (m := story.mention(c)) is not None]
    bodies = [m for m in named if m.kind == "Organization"]
    if not bodies:
        return country_within(noun, story)
    return next((state for m in bodies if (state := state_of_parliament(m, story)) is not None), None)


def state_of_parliament(named: Mention, story: Story) -> Mention | None:
    """The state of a parliament or of the parliament that a name begins with."""
    words = named.text.split()
    runs = (" ".join(words[:i]) for i in range(len(words), 0, -1))
    chamber = next((b for run in runs if (b := story.lexicon.title_body(run)) is not None), None)
    alone = chamber is not None and not chamber.others
    country = story.lexicon.country_by_code(chamber.country) if chamber is not None and alone else None
    return acting_for(country, named, story) if country is not None else state_of(named, story.span(named).root, story)
