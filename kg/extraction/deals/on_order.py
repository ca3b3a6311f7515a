"""What deal does "on order" state ("eight boats are on order", "Finland has 64 jets on order")?"""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Token

from kg.extraction.assertion import denied
from kg.extraction.attachments import attached
from kg.extraction.deals.taken_up import refer_number
from kg.extraction.doers import surface_subject
from kg.extraction.frames.drafts import Draft
from kg.extraction.frames.nouns import NOUN_CONFIDENCE
from kg.extraction.goods.goods import goods
from kg.extraction.parties import parties
from kg.extraction.story import Story
from kg.extraction.syntax import base, child, children, preposition


def is_on_order(noun: Token) -> bool:
    """Whether a noun stands in "on order", without an article."""
    return noun.tag_ == "NN" and preposition(noun) == "on" and child(noun, "det", "nmod:poss", "amod") is None


def on_order_draft(noun: Token, story: Story) -> Draft | None:
    """The signed purchase of goods that are on order; who has them on order buys, else the story must tell."""
    if denied(noun):
        return None
    head = noun.head if base(noun.dep_) in ("nmod", "obl", "advmod") else noun
    subject, owner, top = child(noun, "nsubj"), None, noun
    if subject is None and head.pos_ in ("NOUN", "NUM", "PROPN"):
        subject = head
        if base(head.dep_) == "obj" and head.head.lemma_.lower() in story.words.verb_classes["have"]:
            owner, top = surface_subject(head.head), head.head
    elif subject is None and head.pos_ in ("VERB", "AUX"):
        have = head.lemma_.lower() in story.words.verb_classes["have"]
        subject, owner, top = (child(head, "obj"), surface_subject(head), head) if have else (surface_subject(head), None, noun)
    whole = counted_of(noun, subject)
    offered = goods(subject, story) if subject is not None and not denied(subject) else []
    if whole is not None and offered:
        offered = [replace(g, quantity=offered[0].quantity) for g in goods(whole, story)[:1]]
    if not offered:
        return None
    draft = Draft(noun, "Purchase", "signed", "deal.order.passive", NOUN_CONFIDENCE, top, buys=True, goods=offered)
    if owner is not None:
        draft.fill("buyer", parties(owner, story))
    for p, source in [*attached(noun), *attached(top)]:  # "has 24 jets on order from Saab", where "from" hangs on "has"
        if p in ("at", "from", "with") and source.i > noun.i:
            draft.fill("seller", parties(source, story))
    refer_number(draft, [], story)
    return draft if draft.systems else None


def counted_of(noun: Token, subject: Token | None) -> Token | None:
    """What a relative clause counts some of: "the tanks, of which 250 are on order"; None elsewhere."""
    which = any(
        c.lower_ == "which" and preposition(c) == "of" for t in (noun, subject) if t is not None for c in children(t, "obl", "nmod")
    )
    return noun.head if which and noun.dep_ == "acl:relcl" and subject is not None and subject.tag_ == "CD" else None
