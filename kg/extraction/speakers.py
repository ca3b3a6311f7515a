"""Which person, organization or country speaks, when a noun is the subject of a verb of speech?"""

from __future__ import annotations

from spacy.tokens import Token

from kg.extraction.parties import party_of
from kg.extraction.references import PERSON_PRONOUNS, THING_PRONOUNS, described, is_definite
from kg.extraction.story import Story
from kg.extraction.subjects import is_subject
from kg.extraction.syntax import base, children, conjuncts, preposition
from kg.model import Mention

SPEAKING = frozenset({"Person", "Organization", "Country", "Place"})
# Prepositions behind which an official is said to belong to somebody ("a spokesman for Saab", "an official at the ministry").
BELONGING = frozenset({"for", "of", "from", "at", "with", "in", "by"})
# Relations between a name and the noun that introduces it ("Defence Minister Ann Lee", "the minister, Ann Lee").
INTRODUCING = frozenset({"flat", "appos", "nmod", "compound", "conj"})


def speakers_of(noun: Token, story: Story) -> list[Mention]:
    """The speakers that a noun and all coordinated with it name, each chain once."""
    found: list[Mention] = []
    for n in conjuncts(noun):
        speaker = speaker_of(n, story)
        if speaker is not None and all(speaker.chain != f.chain for f in found):
            found.append(speaker)
    return found


def speaker_of(noun: Token, story: Story) -> Mention | None:
    """The speaker of one noun phrase: by name, by what it refers to, or by whom it speaks for ("a Saab spokesman": Saab)."""
    named = name_of(noun, story)
    if named is not None:
        return party_of(noun, story) or named if named.kind == "Place" else named
    if noun.lower_ in PERSON_PRONOUNS | THING_PRONOUNS:
        return described(noun, story)
    titled = by_title(noun, story)
    if titled is not None:
        return titled
    if noun.lemma_.lower() in story.words.speaker_nouns or is_title(noun, story):
        return principal(noun, story)
    party = party_of(noun, story) if noun.pos_ in ("NOUN", "PROPN") and noun.tag_ != "NNS" else None
    return party if party is not None and (party.named or not is_bystander(party, story)) else None


def is_bystander(described: Mention, story: Story) -> bool:
    """Whether a description was taken for one of several companies, named only in its own sentence and not as the one who acts.

    "It will buy trains from Alstom, the operator said": not Alstom.
    """
    earlier = [m for m in story.mentions if m.chain == described.chain and m.named and m.end <= described.start]
    if not earlier or described.kind != "Organization" or is_subject(story, earlier[-1]):
        return False
    if len({m.chain for m in story.mentions if m.kind == "Organization" and m.named and m.end <= described.start}) == 1:
        return False
    here, there = (story.span(m).sent.start for m in (described, earlier[-1]))
    return here == there and len(earlier) == 1


def name_of(noun: Token, story: Story) -> Mention | None:
    """The name that a noun phrase has at its head, or behind it as the name of a person ("Defence Minister Ann Lee")."""
    here = story.mention(noun)
    if here is not None and here.kind == "Person":
        return here
    for c in children(noun, "flat", "appos", "nmod:desc", "compound"):
        m = story.mention(c)
        if m is not None and m.kind == "Person" and c.i > noun.i:
            return m
    return here if here is not None and here.kind in SPEAKING and here.named else None


def by_title(noun: Token, story: Story) -> Mention | None:
    """The person that "the minister" is, where the story has so far introduced one person by this noun and all its modifiers."""
    if not is_definite(noun) or noun.pos_ not in ("NOUN", "PROPN"):
        return None
    words = {noun.lemma_.lower()} | {c.lemma_.lower() for c in children(noun, "compound", "amod")}
    called = [m for m in story.mentions if m.kind == "Person" and m.end <= noun.idx and words <= introduction(m, story)]
    if len({m.chain for m in called}) != 1 or children(noun, "nmod", "acl"):
        return None
    return story.make(noun.idx, noun.idx + len(noun), "Person", called[-1].chain, named=False)


def introduction(person: Mention, story: Story) -> frozenset[str]:
    """The words that a person's name is introduced with, as lemmas."""
    root = story.span(person).root
    nouns = [*children(root, "compound", "nmod:desc", "flat", "appos", "amod")]
    if base(root.dep_) in INTRODUCING - {"conj"}:
        nouns.append(root.head)
    parts = [t for n in nouns for t in (n, *children(n, "compound", "amod", "flat"))]
    return frozenset(t.lemma_.lower() for t in parts if story.mention(t) is None)


def is_title(noun: Token, story: Story) -> bool:
    """Whether the noun is that of a post ("minister", "director")."""
    return story.lexicon.title(noun.lemma_.lower()) is not None


def principal(noun: Token, story: Story) -> Mention | None:
    """Whom an official without a name speaks for: "a Polish official", "the company's spokesman", "a source at Saab"."""
    for c in children(noun, "nmod:poss", "compound", "amod", "nmod"):
        if base(c.dep_) == "nmod" and c.dep_ != "nmod:poss" and preposition(c) not in BELONGING:
            continue
        m = story.mention(c)
        if m is not None and m.kind in ("Organization", "Country"):
            return m
        party = party_of(c, story) if c.pos_ in ("NOUN", "PROPN", "PRON") and c.dep_ != "compound" else None
        if party is not None:
            return party
    return next((m for c in children(noun, "compound", "amod") if (m := state_in(c, story)) is not None), None)


def state_in(modifier: Token, story: Story) -> Mention | None:
    """The state named before a modifier: "a Polish defence ministry official", where the name hangs on "ministry"."""
    found = (story.mention(c) for c in children(modifier, "amod", "compound", "nmod:poss"))
    return next((m for m in found if m is not None and m.kind in ("Organization", "Country")), None)
