"""Who is called a deal's buyer or seller by the noun for such a party ("The buyer of its unit is Verano", "Kestrel is the supplier of")?"""

from __future__ import annotations

from spacy.tokens import Token

from kg.extraction.attachments import pooled
from kg.extraction.frames.drafts import Draft
from kg.extraction.frames.nouns import NOUN_CONFIDENCE
from kg.extraction.frames.slots import fill_slot
from kg.extraction.parties import parties
from kg.extraction.references import is_definite
from kg.extraction.status import standing
from kg.extraction.story import Story
from kg.extraction.syntax import child, children


def agent_draft(token: Token, lemma: str, story: Story) -> Draft | None:
    """The draft of words that say who the buyer or the seller is, None for any other word.

    With an adjective ("the likely buyer", "the biggest supplier") nothing is told of one deal.
    """
    side = "buyer" if lemma in story.words.buyer_nouns else "seller" if lemma in story.words.seller_nouns else ""
    if not side or token.tag_ != "NN" or not is_definite(token) or children(token, "amod", "compound"):
        return None
    named = who_is(token)
    found = parties(named, story) if named is not None else []
    if named is None or not found:
        return None
    top = token.head if named.dep_ == "appos" else token if named.i < token.i else named
    stand = standing(top, "Purchase", "signed", story)
    if not stand.status:
        return None
    rule = f"deal.{lemma}.named"
    draft = Draft(token, "Purchase", stand.status, rule, NOUN_CONFIDENCE, top, company_kind="Acquisition", hedge=stand.hedge, carrier=True)
    draft.fill(side, found)
    for p, noun in pooled(token):
        if p in ("of", "for"):
            fill_slot(draft, "system", noun, story)
    return draft


def who_is(noun: Token) -> Token | None:
    """Who is said to be the buyer: "The buyer is Verano", "Verano is the buyer", "The buyer, Verano,"; None where nobody is."""
    if child(noun, "cop") is not None:
        return child(noun, "nsubj")
    if noun.dep_ == "nsubj" and child(noun.head, "cop") is not None:
        return noun.head
    if noun.dep_ == "nsubj" and noun.head.lemma_ == "be":  # "The buyer of its unit there is Verano", where "there is" was read
        return next((c for c in children(noun.head, "nsubj") if c.i > noun.head.i), None)
    return child(noun, "appos")
