"""Whose is a post by the words before its title ("the Norwegian army's chief", "the firm's chairman")?"""

from __future__ import annotations

from spacy.tokens import Token

from kg.extraction.references import relative_noun
from kg.extraction.roles.field import Before, unmarked_name
from kg.extraction.roles.kinds import kind_of_title
from kg.extraction.roles.owners import (
    OWNER_KINDS,
    bare_force,
    body,
    body_ending,
    by_last_word,
    capital,
    plain_body,
    referent,
    spoken_force,
)
from kg.extraction.roles.scenes import PLACING
from kg.extraction.roles.sorts import is_calling
from kg.extraction.roles.tasks import told_by_task
from kg.extraction.roles.titles import NOUNS, Around, Words, effect
from kg.extraction.story import Story
from kg.extraction.syntax import base
from kg.model import Mention


def take_mention(mention: Mention, found: Before, story: Story, *, possessive: bool, firms: bool) -> bool:
    """Use a name before the title; False where it cannot belong to the phrase."""
    if mention.kind == "Person":
        if possessive:
            found.possessor, found.definite = mention, True
            found.begin = story.span(mention).start
        return False
    if story.lexicon.title_words.effects.get(mention.text.lower()) == "none":
        found.begin = story.span(mention).start
        return True
    if mention.text.lower().startswith("ex-"):
        found.begin, found.status = story.span(mention).start, found.status or "former"
        return True
    if mention.kind not in OWNER_KINDS:
        return False
    last = story.doc[story.span(mention).end - 1]
    if found.owner is None:
        found.owner = (by_last_word(last, story) if last.is_lower else None) or (with_front(mention, story) if firms else mention)
    found.definite = found.definite or possessive
    found.begin = story.span(mention).start
    return True


def with_front(mention: Mention, story: Story) -> Mention:
    """The company whose name ends in a place's, where only that was marked ("Air | India", "Bank of | America")."""
    start = story.span(mention).start
    if mention.kind not in ("Country", "Place") or start == 0 or story.lexicon.country_by_demonym(mention.text):
        return mention
    front = story.doc[start - 1]
    free = story.mention(front) is None and effect(front, story) == "" and front.sent == story.doc[start].sent
    if not free or front.pos_ != "PROPN" or not capital(front) or not front.is_alpha:
        return mention
    return body(front.idx, mention.end, story)


def take_possessive_noun(noun: Token, found: Before, story: Story, *, firms: bool) -> None:
    """Use "the company's" or "the army's", with the words before the noun up to its determiner."""
    found.owner = found.owner or spoken_force(noun, story) or bare_force(noun, story) or plain_body(noun, story)
    if noun.pos_ == "PROPN" and capital(noun) and kind_of_title(noun.text, story) is None:  # not "the Prime Minister's"
        found.owner = found.owner or body(noun.idx, noun.idx + len(noun), story)
    take_reference(noun, found, story, firms=firms)
    whole = told_by_task(noun, story) if found.owner is None else None
    if whole is not None:
        found.owner = body(whole.start_char, whole.end_char, story)
    i = noun.i
    while i - 1 >= noun.sent.start and (
        story.doc[i - 1].pos_ in (*NOUNS, "ADJ", "DET", "PRON") or story.mention(story.doc[i - 1]) is not None
    ):
        i -= 1
        near = story.mention(story.doc[i])
        located = near is not None and near.kind != "Organization" and (noun.lower_ in parts_of_firms(story) or is_calling(noun, story))
        if near is not None and near.kind in OWNER_KINDS and found.owner is None and not located:
            found.owner = near
        if story.doc[i].pos_ in ("DET", "PRON"):
            break
    found.begin = i
    owner = story.mention(story.doc[i - 2]) if i > noun.sent.start + 1 and story.doc[i - 1].tag_ == "POS" else None
    if owner is not None and owner.kind in OWNER_KINDS and found.owner is None:
        found.owner, found.begin = owner, story.span(owner).start


def parts_of_firms(story: Story) -> frozenset[str]:
    """Nouns for a part of a company, whose nationality is no owner: "Acme's Indian subsidiary's director"."""
    parts = {row["word"] for row in story.lexicon.table("part_nouns")}
    return frozenset(parts | story.words.company_nouns)


def owned_by_firms(words: Words, story: Story) -> bool:
    """Whether the post is one that companies and other organizations have, not states ("chief executive")."""
    row = kind_of_title(story.doc[words.start : words.end].text, story)
    following = story.doc[words.end].lower_ if words.end < len(story.doc) else ""
    if row is not None and row.kind == "diplomatic":
        return False
    return row is not None and (row.scope == "organization" or row.kind in ("corporate", "job") or row.field or following == "for")


def take_reference(token: Token, found: Before, story: Story, *, firms: bool) -> None:
    """Use a pronoun or a common noun that owns the post; an unclear one still marks the phrase as definite."""
    found.begin, found.definite = token.i, True
    mention = referent(token, story, firms=firms)
    if mention is None:
        return
    if mention.kind == "Person":
        found.possessor = found.possessor or mention
    elif mention.kind in OWNER_KINDS:
        found.owner = found.owner or mention


def take_whose(token: Token, words: Words, found: Before, story: Story) -> None:
    """Use what "whose" stands for, right before it or before a comma: "the party, whose deputy leader X"."""
    found.begin, found.definite = token.i, True
    i = token.i - 2 if token.i > 1 and story.doc[token.i - 1].text == "," else token.i - 1
    mention = story.mention(story.doc[i]) if i >= token.sent.start else None
    if mention is None:
        mention = described_as(token, story)
    elif not is_of_places(words, story):
        mention = in_front(mention, story)
    if mention is not None and mention.kind == "Person":
        found.possessor = found.possessor or mention
    elif mention is not None and mention.kind in OWNER_KINDS:
        found.owner = found.owner or mention


def is_of_places(words: Words, story: Story) -> bool:
    """Whether a post is one that states, regions or towns have: "minister", "mayor"."""
    row = kind_of_title(story.doc[words.start : words.end].text, story)
    local = any(r["words"] == story.doc[words.end - 1].lower_ and r["place"] for r in story.lexicon.table("title_seats"))
    return local or (row is not None and row.scope == "country")


def in_front(place: Mention, story: Story) -> Mention:
    """The organization that a place only says where to find: "Verano in Gdynia, whose president"; else the mention itself."""
    start = story.span(place).start
    if place.kind == "Organization" or start < 2 or story.doc[start - 1].lower_ not in PLACING:
        return place
    whole = story.mention(story.doc[start - 2])
    return whole if whole is not None and whole.kind == "Organization" else place


def described_as(pronoun: Token, story: Story) -> Mention | None:
    """The organization that "whose" goes back to over other words.

    By the noun that describes it ("Verano, a family concern whose chief executive"), or another clause ("Verano, which owns it and whose").
    """
    earlier = [t for t in pronoun.sent if t.i < pronoun.i and t.tag_ in ("WDT", "WP", "WP$")]
    joined = pronoun.i > 0 and pronoun.nbor(-1).lower_ == "and" and bool(earlier)
    noun = relative_noun(earlier[-1] if joined else pronoun)
    if noun is None or noun.i >= pronoun.i:
        return None
    named = story.mention(noun) or (story.mention(noun.head) if base(noun.dep_) == "appos" else None)
    return named if named is not None and named.kind == "Organization" else None


def unnamed_owner(token: Token, found: Before, story: Story, near: Around, *, firms: bool) -> Mention | None:
    """The owner that ends at a word outside every marked name: a body that titles name, else a company the model did not see."""
    if capital(token) and token.pos_ in NOUNS:
        named = body_ending(token.i, story)
        if named is not None:
            return named
    plain = plain_body(token, story)
    if plain is not None and story.doc[story.span(plain).start - 1].lower_ not in PLACING:  # "in parliament | Minister X said"
        return plain
    return unmarked_name(token, found, story, near, firms=firms) if token.ent_type_ != "NORP" else None
