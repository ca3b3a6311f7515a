"""Who is called a deal's buyer or seller by the noun for such a party ("The buyer of its unit is Verano", "Kestrel is the supplier of")?"""

from __future__ import annotations

from spacy.tokens import Token

from kg.extraction.clauses import pooled
from kg.extraction.frames.drafts import Draft
from kg.extraction.frames.nouns import NOUN_CONFIDENCE
from kg.extraction.frames.slots import fill_slot
from kg.extraction.parties import parties
from kg.extraction.references import is_definite
from kg.extraction.status import standing
from kg.extraction.story import Story
from kg.extraction.syntax import child, children


def agent_draft(token: Token, lemma: str, story: Story) -> Draft | None:
    """The draft of a clause that says who the buyer or the seller is, None for any other word.

    With an adjective ("the likely buyer", "the biggest supplier") nothing is told of one deal.
    """
    side = "buyer" if lemma in story.words.buyer_nouns else "seller" if lemma in story.words.seller_nouns else ""
    if not side or token.tag_ != "NN" or not is_definite(token) or children(token, "amod", "compound"):
        return None
    copular = child(token, "cop")
    named = child(token, "nsubj") if copular is not None else token.head if token.dep_ == "nsubj" and child(token.head, "cop") else None
    named = named or child(token, "appos")
    if named is None:
        return None
    who = parties(named, story)
    stand = standing(token if copular is not None else named, "Purchase", "signed", story)
    if not who or not stand.status:
        return None
    top = named if copular is None and named.head.i != token.i else token.head if named.head.i == token.i and copular is None else token
    draft = Draft(token, "Purchase", stand.status, f"deal.{lemma}.told", NOUN_CONFIDENCE, top, company_kind="Acquisition", hedge=stand.hedge)
    draft.carrier = True
    draft.fill(side, who)
    for p, noun in pooled(token):
        if p in ("of", "for"):
            fill_slot(draft, "system", noun, story)
    return draft
