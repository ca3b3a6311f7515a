"""Which countries does an article say that a person goes to, so that the person's post is hardly theirs ("visited Poland")?"""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Token

from kg.extraction.clauses import clause_of
from kg.extraction.references import described, renamed
from kg.extraction.roles.statements import Statement
from kg.extraction.story import Story
from kg.extraction.syntax import base, child, children, prepositional
from kg.model import Mention

PLACES = frozenset({"Country", "Place"})
DESTINATIONS = frozenset({"in", "to"})
VISITOR = frozenset({"by", "of"})  # before who comes: "the visit of Ada Berg to Rome"


def visited(story: Story, statements: Iterable[Statement]) -> dict[int, frozenset[int]]:
    """Chain of a person to the chains of the countries visited, by that person or somebody on the person's staff."""
    verbs = {row["lemma"] for row in story.lexicon.table("travel_words") if row["speech"] == "verb"}
    nouns = {row["lemma"] for row in story.lexicon.table("travel_words") if row["speech"] == "noun"}
    found: dict[int, set[int]] = {}
    for token in story.doc:
        lemma = token.lemma_.lower()
        if token.pos_ == "VERB" and lemma in verbs:
            traveller = clause_of(token).subject
        elif token.pos_ == "NOUN" and lemma in nouns:
            traveller = child(token, "nmod:poss") or next((n for p, n in prepositional(token) if p in VISITOR), None)
        else:
            continue
        person = person_at(traveller, story)
        if person is not None:
            behind = traveller is not None and token.pos_ == "NOUN" and traveller.i > token.i  # "the visit of X | to Rome", by the parse
            going = [*destinations(token, story), *(destinations(traveller, story) if behind and traveller is not None else ())]
            found.setdefault(person.chain, set()).update(m.chain for m in going)
    for m in story.mentions:
        host = (
            described(story.doc[i], story) if m.kind == "Country" and (i := story.span(m).start - 1) >= 0 and is_owning(i, story) else None
        )
        if host is not None and host.kind == "Person":
            found.setdefault(host.chain, set()).add(m.chain)
    for s in statements:
        if s.post.possessor is not None and s.holder.chain in found:
            found.setdefault(s.post.possessor.chain, set()).update(found[s.holder.chain])
    return {chain: frozenset(countries) for chain, countries in found.items()}


def is_owning(index: int, story: Story) -> bool:
    """Whether a token is "his" or "her", behind which a nationality is another's: "his Indian host"."""
    return story.doc[index].tag_ == "PRP$" and story.doc[index].lower_ in ("his", "her")


def destinations(token: Token, story: Story) -> list[Mention]:
    """The countries that a word of travel goes to: its object, or behind "to"."""
    nouns = [n for p, n in prepositional(token) if p in DESTINATIONS]
    nouns += children(token, "obj")
    named = [m for n in nouns for m in [story.mention(n)] if m is not None]
    return [renamed(m, story, "Country") if story.lexicon.country_by_capital(m.text) else m for m in named if m.kind in PLACES]


def person_at(token: Token | None, story: Story) -> Mention | None:
    """The person a noun or pronoun names, also through the name beside a title."""
    if token is None:
        return None
    for t in (token, *(c for c in token.children if base(c.dep_) in ("appos", "flat", "compound"))):
        m = story.mention(t)
        if m is not None and m.kind == "Person":
            return m
    found = described(token, story)
    return found if found is not None and found.kind == "Person" else None
