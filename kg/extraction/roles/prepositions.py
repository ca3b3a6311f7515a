"""Does a phrase behind a title say whose the post is: "at Acme", "in Britain", "with the firm's design office"?"""

from __future__ import annotations

from spacy.tokens import Token

from kg.extraction.roles.bodies import is_site
from kg.extraction.roles.kinds import kind_of_title
from kg.extraction.roles.meant import meant
from kg.extraction.roles.nouns import Noun
from kg.extraction.roles.owners import referent
from kg.extraction.roles.titles import Words
from kg.extraction.story import Story
from kg.model import Mention

OWNING = frozenset({"of", "at", "with", "in", "within", "from"})
HIRED = frozenset({"academic", "corporate", "job", "media"})  # kinds of posts that somebody is employed in
KINDS_ABROAD = frozenset({"diplomatic"})  # titles whose "to" or "for" names where their holder is sent, not who sends them


def hires(prep: Token, words: Words, story: Story) -> bool:
    """Whether "at" names who employs somebody, whose country may stand before the post: "a German economist | at Acme"."""
    row = kind_of_title(story.doc[words.start : words.end].text, story)
    return prep.lower_ in ("at", "with") and row is not None and (row.kind in HIRED or row.scope == "none")


def employer(noun: Noun, story: Story) -> Mention | None:
    """The organization that a phrase behind "with" names by a noun, its own or its owner's: "with the firm's design office"."""
    head = story.doc[noun.tokens[-1]]
    vague = head.lower_ in story.words.company_nouns
    pointed = noun.inner or (meant(head, story) if vague else referent(head, story))
    return pointed if pointed is not None and pointed.kind == "Organization" else None


def is_duration(noun: Noun, story: Story) -> bool:
    """Whether a phrase says how long a post was held: "mayor for eight years"."""
    last = story.doc[noun.tokens[-1]].lemma_.lower()
    return any(row["kind"] == "time" and last == row["unit"] for row in story.lexicon.table("units")) or last == "term"


def names_owner(prep: Token, name: Mention, words: Words, story: Story, *, owned: bool) -> bool:
    """Whether a name behind a preposition owns the post, rather than being its field ("ambassador to Germany", "head of Asia")."""
    row = story.lexicon.title(story.doc[words.start : words.end].text)
    abroad = row is not None and row.kind in KINDS_ABROAD
    if prep.lower_ in OWNING:
        if prep.lower_ == "at" and is_site(name, story):
            return False
        if (
            prep.lower_ == "in"
            and name.kind == "Country"
            and row is not None
            and row.kind == "legislature"
            and is_one_of_many(words, story)
        ):
            return True
        return prep.lower_ == "of" or name.kind == "Organization" or story.lexicon.country_by_metonym(name.text) is not None
    if abroad or prep.lower_ == "on":
        return False
    if prep.lower_ == "to":
        return name.kind == "Organization" and not owned
    known = name.kind != "Place" or story.lexicon.place(name.text) is not None
    return name.kind == "Organization" or not (owned or not known or (row is not None and row.kind == "corporate"))


def is_one_of_many(words: Words, story: Story) -> bool:
    """Whether "a" stands before a title: "a former lawmaker in Britain" is one of Britain's, "the lawmaker in Britain" may be there."""
    first = max(story.doc[words.start].sent.start, words.start - 3)
    return any(t.lower_ in ("a", "an") for t in story.doc[first : words.start])
