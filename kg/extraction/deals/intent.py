"""Which purchases are only meant ("Denmark will buy 16 jets"), where no price says that the terms are settled?

A company that says "will buy" announces a deal. A state announces what it will then negotiate, ask bids for or put to parliament.
"""

from __future__ import annotations

from spacy.tokens import Token

from kg.extraction.attachments import attached
from kg.extraction.forces import is_state
from kg.extraction.frames.conditions import is_ahead
from kg.extraction.frames.drafts import Draft
from kg.extraction.frames.joining import is_choice_made
from kg.extraction.status import is_tentative
from kg.extraction.story import Story
from kg.extraction.syntax import auxiliaries, base


def keep_open(drafts: list[Draft], story: Story) -> None:
    """Make planned what a state says that it will buy or lease, where neither a price nor a contract is told with it."""
    for draft in drafts:
        settled = draft.value or draft.carrier or draft.acquisition or any(t.pos_ == "NOUN" for t in draft.inner)
        states = bool(draft.buyer) and all(is_state(b, story) for b in draft.buyer)
        over = draft.anchor.head if base(draft.anchor.dep_) == "acl" else None
        settled = settled or (over is not None and over.lemma_.lower() in story.words.deal_nouns)  # "a contract under which it will buy"
        if (
            draft.kind in ("Purchase", "Lease")
            and draft.status == "signed"
            and draft.buys
            and states
            and not settled
            and is_meant(draft.anchor)
        ):
            draft.status = "planned"


def keep_unsold(drafts: list[Draft], story: Story) -> None:
    """Make planned what somebody says to be going to sell, where neither who buys nor a price is told ("would sell its oldest jets")."""
    for draft in drafts:
        sells = draft.anchor.lemma_.lower() in story.words.verb_classes["sell"] and not (draft.buyer or draft.value)
        if sells and draft.seller and draft.status == "signed" and is_meant(draft.anchor):
            draft.status = "planned"


def settle_choices(drafts: list[Draft], story: Story) -> None:
    """Take for signed the choice of goods that is told with its price ("selected the Patroller in 2023 for 55 million euros")."""
    for draft in drafts:
        chosen = is_choice_made(draft.anchor, story) or is_choice_made(draft.top, story)
        if chosen and draft.status == "planned" and draft.value and not draft.hedge and not any(t.lower_ == "no" for t in draft.sentence):
            draft.status = "signed"


def settle_papers(drafts: list[Draft], story: Story) -> None:
    """Take for signed what a firm is to supply under a contract ("will supply 44 tanks under a deal worth $9m"), which is made then."""
    for draft in drafts:
        firms = bool(draft.seller) and all(s.kind == "Organization" and not is_state(s, story) for s in draft.seller)
        papers = [(story.words.deal_nouns.get(n.lemma_.lower()), n) for p, n in attached(draft.anchor) if p == "under"]
        made = any(row is not None and row.carrier and row.status == "signed" and not is_tentative(n, story) for row, n in papers)
        if firms and made and draft.status == "planned" and not draft.hedge:
            draft.status = "signed"


def is_meant(verb: Token) -> bool:
    """Whether a verb tells what will be done: "will buy", "is to buy", "will be bought", "said it would buy"; not "is buying"."""
    helpers = auxiliaries(verb)
    told = base(verb.dep_) in ("ROOT", "ccomp", "conj", "parataxis") or verb.dep_ == "acl:relcl"
    under_way = verb.tag_ == "VBG" or "being" in helpers
    return told and not under_way and (is_ahead(verb) or "would" in helpers)
