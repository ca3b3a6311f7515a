"""Which deals and deliveries are told by words that no frame can list: a price, "due", "on order"?"""

from __future__ import annotations

from spacy.tokens import Token

from kg.extraction.attachments import attached
from kg.extraction.deals.agents import agent_draft
from kg.extraction.deals.customers import customer_draft
from kg.extraction.deals.due import due_draft, way_draft
from kg.extraction.deals.late import late_draft
from kg.extraction.deals.on_order import is_on_order, on_order_draft
from kg.extraction.frames.drafts import Draft
from kg.extraction.frames.nouns import NOUN_CONFIDENCE
from kg.extraction.goods.goods import is_goods
from kg.extraction.references import is_definite
from kg.extraction.story import Story
from kg.extraction.syntax import base, child, children, preposition

EACH = frozenset({"each", "apiece"})


def special_draft(token: Token, lemma: str, story: Story) -> tuple[Draft | None, bool]:
    """The draft of one token, None for none, and whether the token needs no other reading."""
    told = price_told(token, lemma, story)
    if told is not None:
        return told, True
    if token.dep_ == "compound" and is_price(token.head, story):
        return None, True
    agent = agent_draft(token, lemma, story) or customer_draft(token, lemma, story)
    if agent is not None:
        return agent, True
    if lemma == "due" and token.pos_ == "ADJ":
        return due_draft(token, story), True
    if lemma == "way" and child(token, "cop") is not None:
        return way_draft(token, story), True
    late = late_draft(token, lemma, story)
    if late is not None:
        return late, True
    if lemma == "order" and is_on_order(token):
        return on_order_draft(token, story), True
    return None, False


def price_told(token: Token, lemma: str, story: Story) -> Draft | None:
    """The draft of the price of a deal told before: "It is worth $3 billion", "The sale price was"."""
    if lemma in ("worth", "value") and is_worth_clause(token, story):
        return price_draft(token, token, f"deal.{lemma}.pronoun")
    if lemma in ("cost", "total") and token.pos_ == "VERB" and costs_all(token, story):
        return price_draft(token, token, f"deal.{lemma}.pronoun")
    if base(token.dep_) == "obj" and is_set(token, story):
        return price_draft(token, token.head, f"deal.{lemma}.told")
    if is_price(token, story):
        return price_draft(token, token.head if base(token.dep_) == "nsubj" else token, f"deal.{lemma}.told")
    return None


def costs_all(verb: Token, story: Story) -> bool:
    """Whether a pronoun or "the jets" is said to cost a sum, all of it ("They will cost $6 billion", not "$6 million each")."""
    subject = child(verb, "nsubj")
    known = subject is not None and (
        subject.lower_ in ("it", "they", "this", "these") or (is_definite(subject) and is_goods(subject, story))
    )
    single = any(t.lower_ in EACH for t in verb.sent) or child(verb, "iobj") is not None
    return known and not single and not children(verb, "obl") and child(verb, "obj", "obl:unmarked") is not None


def price_draft(token: Token, top: Token, rule: str) -> Draft:
    """The draft of what a deal told before is worth."""
    return Draft(token, "Purchase", "signed", rule, NOUN_CONFIDENCE, top, company_kind="Acquisition", carrier=True)


def is_price(token: Token, story: Story) -> bool:
    """Whether a noun of value belongs to a deal told before: "the sale price", "the value of the contract", "the deal's cost"."""
    if token.pos_ != "NOUN" or story.words.value_words.get(token.lemma_.lower()) != "value" or not is_definite(token):
        return False
    owners = [c for c in children(token, "compound", "nmod:poss", "nmod") if c.dep_ != "nmod" or preposition(c) == "of"]
    rows = [story.words.deal_nouns.get(c.lemma_.lower()) for c in owners]
    whole = all(not children(c, "nmod") and (c.dep_ != "nmod" or row is not None) for c, row in zip(owners, rows, strict=True))
    return whole and any(row is not None and row.kind != "Delivery" for row in rows)  # no "sale price of a tank"


def is_worth_clause(token: Token, story: Story) -> bool:
    """Whether a pronoun or goods told before are said to be worth something ("It is worth $3 billion", "The jets are worth")."""
    subject = child(token, "nsubj", "nsubj:pass")
    if subject is None or child(token, "cop", "aux:pass") is None or any(t.lower_ in EACH for t in token.sent):
        return False
    several = subject.tag_ == "NNS" and is_definite(subject) and is_goods(subject, story) and child(subject, "amod", "nmod") is None
    return subject.lower_ in ("it", "this", "that") or several


def is_set(noun: Token, story: Story) -> bool:
    """Whether somebody says how much the price of what was told is: "An official put the price at 950 million euros"."""
    plain = is_definite(noun) and child(noun, "amod", "compound") is None and all(p == "at" for p, _ in attached(noun))
    worth = story.words.value_words.get(noun.lemma_.lower()) == "value"
    told = any(p == "at" for token in (noun, noun.head) for p, _ in attached(token))
    return plain and worth and told and noun.head.lemma_.lower() in story.words.verb_classes["appraise"]
