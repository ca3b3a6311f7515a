"""For which state does an official act who orders, promises or receives ("French President Emmanuel Macron pledged 12 howitzers")?"""

from __future__ import annotations

from spacy.tokens import Span, Token

from kg.extraction.bodies import country_of_story, country_within
from kg.extraction.roles.statesmen import home_of_head
from kg.extraction.story import Story
from kg.extraction.syntax import CLAUSES, subtree
from kg.lexicon import Title
from kg.model import Mention

RULING = frozenset({"government", "monarchy"})


def state_acted_for(noun: Token, story: Story, *, signs: bool) -> Mention | None:
    """The state whose head or minister a noun phrase names: by its own words, the official's name or the forces of the story.

    signs: whether a contract or the like is told, for which "the minister" need be no more; what he "bought" may be his own.
    None for who is no longer in office, and for who heads something else ("the president of Verano", "the club's president").
    """
    person = story.mention(noun)
    person = person if person is not None and person.kind == "Person" else None
    post = post_of(person, story) if person is not None else post_at(noun, story)
    if post is None or is_of_other(noun, story):
        return None
    within = country_within(noun, story)
    if within is not None or (person is None and not (signs and post.scope == "country")):
        return within
    codes = home_of_head(person, story) if person is not None else frozenset()
    told = [m for m in story.mentions if m.kind == "Country" and (c := story.lexicon.country(m.text)) is not None and c.code in codes]
    if len({m.chain for m in told}) == 1:
        return told[0]
    return state_of_story(noun, story) if post.scope == "country" and not codes else None


def state_of_story(noun: Token, story: Story) -> Mention | None:
    """The state that a story is of, or the only one it names, where the noun's sentence does not name it: a visitor is of another."""
    countries = {m.chain: m for m in story.mentions if m.kind == "Country"}
    own, sent = country_of_story(story), noun.sent
    found = [m for m in countries.values() if own is not None and story.lexicon.country(m.text) == own]
    found = found or (list(countries.values()) if own is None else [])
    here = {m.chain for m in story.mentions if sent.start_char <= m.start < sent.end_char}
    return found[0] if len(found) == 1 and found[0].chain not in here else None


def post_of(person: Mention, story: Story) -> Title | None:
    """The high office that stands before a person's name here ("Defence Minister Ann Lee")."""
    start = story.span(person).start
    return next((post for s in story.doc.spans.get("titles", ()) if s.end == start and (post := ruling(s, story)) is not None), None)


def post_at(noun: Token, story: Story) -> Title | None:
    """The high office that a noun without a name tells of ("the defence minister")."""
    return next((p for s in story.doc.spans.get("titles", ()) if s.root.i == noun.i and (p := ruling(s, story)) is not None), None)


def ruling(title: Span, story: Story) -> Title | None:
    """The row of a title by which a state acts."""
    row = story.lexicon.title(title.text.lower())
    return row if row is not None and row.kind in RULING and row.scope in ("country", "either") else None


def is_of_other(noun: Token, story: Story) -> bool:
    """Whether the phrase names a body beside the office, or says that it is not held ("former President Obama", not "then President")."""
    words = list(subtree(noun, stop=CLAUSES | {"conj", "appos", "obl"}))
    bodies = any((m := story.mention(t)) is not None and m.kind == "Organization" for t in words)
    return bodies or any(t.lower_ != "then" and story.lexicon.title_status(t.lower_) in ("former", "elect") for t in words)
