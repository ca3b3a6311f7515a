"""Where does a story state a fact? At the verbs and nouns of its frames, each a draft of its own."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from spacy.tokens import Token

from kg.extraction.frames.drafts import Draft
from kg.extraction.frames.light_verbs import NOMINAL, VERBAL
from kg.extraction.frames.nouns import noun_draft
from kg.extraction.frames.talks import talks_about, talks_draft
from kg.extraction.frames.verbs import verb_draft, verb_row
from kg.extraction.story import Story
from kg.extraction.syntax import base, child, children
from kg.lexicon import FrameNoun

# Kinds of deal that a word before "agreement" sets apart from a plain one.
OWN_KINDS = frozenset({"Acquisition", "Lease"})

Special: TypeAlias = Callable[[Token, str, Story], tuple[Draft | None, bool]]


def no_special(token: Token, lemma: str, story: Story) -> tuple[Draft | None, bool]:
    """Nothing is told but by the frames."""
    return None, False


def drafts(story: Story, special: Special = no_special) -> list[Draft]:
    """Everything that the story's words state by their frames, one draft per anchor, in reading order, not yet joined.

    special: reads a token, with its lemma, that is no verb of a frame; gives a draft, and whether the token is done with.
    """
    found: list[Draft] = []
    for token in story.doc:
        draft = draft_at(token, story, special)
        if draft is not None:
            found.append(draft)
    return found


def draft_at(token: Token, story: Story, special: Special) -> Draft | None:
    """The draft of one token, None where it anchors nothing."""
    if story.mention(token) is not None and not is_title_of_paper(token, story):
        return None
    lemma = lemma_of(token, story)
    misread = is_misread_noun(token)
    participle = token.tag_ in ("VBN", "VBG", "VBD") and token.dep_ in ("acl", "acl:relcl", "ROOT", "conj", "advcl")
    if participle or (token.pos_ in VERBAL and not misread):
        rows = (*story.words.deal_verbs.get(lemma, ()), *story.words.delivery_verbs.get(lemma, ()))
        row = verb_row(token, sorted(rows, key=lambda r: (not r.particle, -len(r.when))), story)
        if row is not None:
            return verb_draft(token, row, story)
    other, is_read = special(token, lemma, story)
    if is_read:
        return other
    if (token.pos_ in NOMINAL or misread) and lemma in story.words.deal_nouns:
        talks = talks_about(token, story.words.deal_nouns[lemma], story)
        if talks is not None:
            return talks_draft(token, talks, story.words.deal_nouns[lemma], story)
        if token.dep_ == "compound" and token.head.lemma_.lower() in story.words.verb_classes["paper"]:
            return noun_draft(token.head, story.words.deal_nouns[lemma], story)  # "a contract action"
        return noun_draft(token, agreed(token, story) or story.words.deal_nouns[lemma], story)
    return None


def agreed(noun: Token, story: Story) -> FrameNoun | None:
    """The row of what an agreement is on by its own name ("their merger agreement", "a lease deal"), None where the name tells none."""
    rows = story.words.deal_nouns
    own = rows[lemma_of(noun, story)]
    if not own.carrier or own.status != "signed":  # a takeover offer is none
        return None
    named = (rows.get(c.lemma_.lower()) for c in children(noun, "compound") if c.i + 1 == noun.i)
    return next((r for r in named if r is not None and r.kind in OWN_KINDS), None)


def is_title_of_paper(token: Token, story: Story) -> bool:
    """Whether a name is that of a paper, not of an organization ("was awarded an Indefinite Contract Action")."""
    words = story.words
    last = token.head if token.dep_ == "compound" else token
    paper = last.lemma_.lower() in words.verb_classes["paper"] or last.lemma_.lower() in words.deal_nouns
    article = child(last, "det")
    return paper and token.pos_ in NOMINAL and article is not None and article.lower_ in ("a", "an")


def is_misread_noun(token: Token) -> bool:
    """Whether a word tagged as a verb stands as a noun does ("The $5 billion deal to supply ... was signed")."""
    return token.pos_ == "VERB" and base(token.dep_) in ("nsubj", "obj", "nmod") and child(token, "det", "compound") is not None


def lemma_of(token: Token, story: Story) -> str:
    """The lemma of a word, with what a hyphen joins to it where a frame lists the whole ("test-fired": "test-fire")."""
    lemma: str = token.lemma_.lower()
    doc, i = token.doc, token.i
    if i < 2 or doc[i - 1].text != "-" or doc[i - 1].whitespace_ or doc[i - 2].whitespace_:
        return lemma
    whole = f"{doc[i - 2].lower_}-{lemma}"
    words = story.words
    return whole if whole in words.deal_verbs or whole in words.delivery_verbs or whole in words.deal_nouns else lemma
