"""Who would sell by an offer of goods ("a proposal by Lockheed Martin for the F-16")? Who bids for a company would buy it."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from kg.extraction.attachments import attached
from kg.extraction.callings import calling
from kg.extraction.chains import singular
from kg.extraction.clauses import clause_of
from kg.extraction.deals.retold import is_bid
from kg.extraction.forces import is_state
from kg.extraction.frames.drafts import Draft
from kg.extraction.goods.goods import Goods
from kg.extraction.parties import parties
from kg.extraction.story import Story

ASKED = frozenset({"by", "to"})  # before whom an offer is made to, or who looks at it


def turn_offer(draft: Draft, story: Story) -> None:
    """Make firms that bid with goods the sellers, and who is asked to buy them the buyer."""
    goods = [g for g in draft.goods if g.system is not None]
    firms = all(b.kind == "Organization" and not is_state(b, story) and calling(b, story) != "buyer" for b in draft.buyer)
    sells = offers_to_sell(draft, story)
    if draft.anchor.pos_ != "NOUN" or not (is_bid(draft) or draft.status == "cancelled" or sells):
        return
    if not sells and (draft.kind != "Acquisition" or not firms):
        return
    if not goods or not all(is_ware(g, story) for g in goods):
        return
    draft.kind, draft.seller, draft.buyer = "Purchase", draft.buyer, []
    draft.fill("buyer", [p for head in asked(draft) for p in parties(head, story) if is_state(p, story)])


def offers_to_sell(draft: Draft, story: Story) -> bool:
    """Whether an offer is one to do what a seller does, also by a state: "Sweden's offer to supply 24 jets"."""
    row = story.words.deal_nouns.get(draft.anchor.lemma_.lower())
    verbs = [r for t in draft.inner if t.tag_ == "VB" for r in story.words.deal_verbs.get(t.lemma_.lower(), ())]
    bids = row is not None and row.kind == "Acquisition" and not draft.seller
    return bids and any(r.roles.get("subject") == "seller" and r.roles.get("object") == "system" for r in verbs)


def is_ware(goods: Goods, story: Story) -> bool:
    """Whether goods are a named system, or have a class among arms and vehicles; not "the former Acme works"."""
    if goods.system is None or goods.is_company:
        return False
    root = story.span(goods.system).root
    head = root.head if root.dep_ == "compound" else root
    known = singular(head.lower_) in {*story.lexicon.weapon_classes, *story.words.goods_nouns}
    return known or (goods.system.kind == "System" and head is root)


def asked(draft: Draft) -> Iterator[Token]:
    """Who an offer is made to, or decides on it: "Canada rejected an offer", "made an offer to Peru", "is examined by Greece"."""
    clause = clause_of(draft.top)
    if clause.subject is not None and clause.subject.i != draft.anchor.i:
        yield clause.subject
    yield from (n for p, n in (*clause.prepositions, *attached(draft.anchor)) if p in ASKED)
