"""Where does a story state a deal or a delivery? At its deal verbs and deal nouns, each a draft of its own."""

from __future__ import annotations

from spacy.tokens import Token

from kg.extraction.deals.drafts import Draft
from kg.extraction.deals.light_verbs import NOMINAL, VERBAL
from kg.extraction.deals.nouns import NOUN_CONFIDENCE, noun_draft, talks_draft
from kg.extraction.deals.verbs import verb_draft, verb_row
from kg.extraction.story import Story
from kg.extraction.syntax import child


def drafts(story: Story) -> list[Draft]:
    """Every deal and delivery the story's words state, one draft per anchor, in reading order, not yet joined."""
    found: list[Draft] = []
    for token in story.doc:
        draft = draft_at(token, story)
        if draft is not None:
            found.append(draft)
    return found


def draft_at(token: Token, story: Story) -> Draft | None:
    """The draft of one token, None where it anchors nothing."""
    if story.mention(token) is not None:
        return None
    lemma = lemma_of(token, story)
    if token.pos_ in VERBAL or (token.tag_ in ("VBN", "VBG", "VBD") and token.dep_ in ("acl", "acl:relcl", "ROOT", "conj", "advcl")):
        for rows in (story.words.deal_verbs, story.words.delivery_verbs):
            row = verb_row(token, rows.get(lemma, ()))
            if row is not None:
                return verb_draft(token, row, story)
    if not story.words.slots and lemma in ("worth", "value") and is_worth_clause(token):
        return Draft(token, "Purchase", "signed", f"deal.{lemma}.pronoun", NOUN_CONFIDENCE, token, company_kind="Acquisition", carrier=True)
    if token.pos_ in NOMINAL and lemma in story.words.deal_nouns:
        if token.dep_ == "compound" and token.head.lemma_.lower() in story.words.verb_classes["talk"]:
            return talks_draft(token, story.words.deal_nouns[lemma], story)
        if token.dep_ == "compound" and token.head.lemma_.lower() in story.words.verb_classes["paper"]:
            return noun_draft(token.head, story.words.deal_nouns[lemma], story)  # "a contract action"
        return noun_draft(token, story.words.deal_nouns[lemma], story)
    return None


def lemma_of(token: Token, story: Story) -> str:
    """The lemma of a word, with what a hyphen joins to it where a frame lists the whole ("test-fired": "test-fire")."""
    lemma: str = token.lemma_.lower()
    doc, i = token.doc, token.i
    if i < 2 or doc[i - 1].text != "-" or doc[i - 1].whitespace_ or doc[i - 2].whitespace_:
        return lemma
    whole = f"{doc[i - 2].lower_}-{lemma}"
    return whole if whole in story.words.deal_verbs or whole in story.words.delivery_verbs else lemma


def is_worth_clause(token: Token) -> bool:
    """Whether a pronoun is said to be worth something ("It is worth $3 billion", "It was valued at"): the deal told before."""
    subject = child(token, "nsubj", "nsubj:pass")
    return subject is not None and subject.lower_ in ("it", "this", "that") and child(token, "cop", "aux:pass") is not None
