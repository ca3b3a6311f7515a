"""Who is called a customer for goods ("The launch customer for the Gripen E is Brazil", "Customers for the Boxer include")?"""

from __future__ import annotations

from spacy.tokens import Token

from kg.extraction.attachments import attached
from kg.extraction.clauses import clause_of
from kg.extraction.deals.agents import who_is
from kg.extraction.frames.drafts import Draft
from kg.extraction.frames.nouns import NOUN_CONFIDENCE
from kg.extraction.frames.slots import fill_slot
from kg.extraction.parties import parties
from kg.extraction.references import is_definite
from kg.extraction.status import standing
from kg.extraction.story import Story
from kg.extraction.syntax import base, child, children


def customer_draft(token: Token, lemma: str, story: Story) -> Draft | None:
    """The signed purchases of those whom a noun for customers of named goods names, one for each; None for any other word.

    A customer of whom only a wish is told ("potential customers") has bought nothing.
    """
    if lemma not in story.words.customer_nouns or any(story.words.status.get(c.lower_) for c in children(token, "amod")):
        return None
    named = told_customers(token)
    found = parties(named, story) if named is not None else []
    if named is None or not found:
        return None
    stand = standing(token if named.i > token.i else named, "Purchase", "signed", story)
    rule = f"deal.{lemma}.named"
    draft = Draft(token, "Purchase", stand.status, rule, NOUN_CONFIDENCE, token, hedge=stand.hedge, carrier=True)
    for p, noun in attached(token):
        if p in ("for", "of"):
            fill_slot(draft, "system", noun, story)
    draft.fill("buyer", found)
    known = is_definite(token) and token.tag_ == "NN" and named.i != token.i  # "The customer is": of what was told before
    return draft if stand.status and (draft.systems or (known and not children(token, "nmod", "amod"))) else None


def told_customers(noun: Token) -> Token | None:
    """Who is said to be the customers: "The customer is", "became the customer", "customers include", "customers such as"."""
    if base(noun.dep_) in ("xcomp", "obj") and noun.head.lemma_ == "become":
        return clause_of(noun.head).subject
    if noun.dep_ == "nsubj" and noun.head.lemma_ == "include":
        return child(noun.head, "obj")
    listed = [n for p, n in attached(noun) if p in ("such as", "including", "like")]
    return listed[0] if listed else who_is(noun)
