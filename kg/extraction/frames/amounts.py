"""Which of a sentence's amounts of money belong to which deal?"""

from __future__ import annotations

from spacy.tokens import Span, Token

from kg.extraction.frames.bare_amounts import bare_amounts
from kg.extraction.frames.dates import place_dates
from kg.extraction.frames.drafts import Draft
from kg.extraction.frames.reach import reach
from kg.extraction.goods.stakes import is_share
from kg.extraction.story import Story
from kg.extraction.syntax import base, child, children, preposition
from kg.values import Money

# What may stand between an amount and what it is in another currency.
CONVERTING = frozenset({"", "or", "about", "US"})


def is_other_amount(span: Span, value: Money, story: Story) -> bool:
    """Whether the amount's own noun says that it is no deal value ("a $212 million loan", "profits of $2bn"), or a price per piece."""
    if value.per or is_sum(span.root, story) or is_change(span.root):
        return True
    token = span.root
    if any(preposition(c) == "in" and story.words.value_words.get(c.lemma_.lower()) == "other" for c in children(token, "nmod")):
        return True  # "$2 billion in loans"
    for _ in range(3):
        if base(token.dep_) not in ("compound", "nmod", "nummod", "appos", "obl", "amod", "flat"):
            return False
        token = token.head
        sold = token.tag_ == "NN" and token.lemma_.lower() in story.words.deal_nouns  # "the sale of jets for $8 billion", unlike "sales of"
        if story.words.value_words.get(token.lemma_.lower()) == "other" and token.pos_ == "NOUN" and not sold:
            return True
        if token.pos_ in ("VERB", "AUX"):
            return False
    return False


def is_change(money: Token) -> bool:
    """Whether the amount is only by how much another one differs: "raised its bid by $700 million to $13.6 billion"."""
    return base(money.dep_) in ("obl", "nmod") and preposition(money) == "by"


def is_sum(money: Token, story: Story) -> bool:
    """Whether the amount is what something grows to ("bringing the total to $5bn"); a bid that is raised is worth the new amount."""
    verb = money.head
    if base(money.dep_) != "obl" or preposition(money) != "to" or verb.lemma_.lower() not in story.words.verb_classes["grow"]:
        return False
    grown = children(verb, "obj", "nsubj:pass")
    return not any(o.lemma_.lower() in story.words.deal_nouns for o in grown)


def place_values(drafts: list[Draft], story: Story) -> None:
    """Give every draft the money and the date that stand nearest to it, each value to one draft only."""
    for sent in story.doc.sents:
        here = [d for d in drafts if sent.start <= d.anchor.i < sent.end]
        if not here:
            continue
        place_money(here, sent, story)
        place_dates(here, sent, story)


def place_money(drafts: list[Draft], sent: Span, story: Story) -> None:
    """Deal values of one sentence; an amount in brackets after another is its conversion and goes with it."""
    previous: tuple[Span, Draft] | None = None
    told = [*story.values("money", sent), *bare_amounts(sent, story)]
    for span, value in sorted(told, key=lambda t: t[0].start):
        if not isinstance(value, Money) or is_other_amount(span, value, story):
            continue
        between = story.doc[previous[0].end : span.start].text.strip() if previous and previous[0].end <= span.start else None
        if previous and between is not None and between.strip("(,;:/ ") in CONVERTING and currency_new(previous[1], value):
            previous[1].value.append(value)
            previous[1].amounts.append((span.start_char, value))
            previous = (span, previous[1])
            continue
        whole = values_whole(span.root, story)
        open_to = [(i, d) for i, d in enumerate(drafts) if d.kind != "Delivery" and not (whole and any(g.quantity for g in d.goods))]
        ways = [(w, i) for i, d in open_to if (w := reach(d, span.root, drafts, story)) is not None]
        if ways:
            draft = drafts[min(ways)[1]]
            draft.amounts.append((span.start_char, value))
            if currency_new(draft, value):
                draft.value.append(value)
            previous = (span, draft)


def values_whole(money: Token, story: Story) -> bool:
    """Whether an amount is what a whole company is valued at, so that a part of it costs less ("a deal that values the firm at $9bn")."""
    verb = money.head
    told = child(verb, "obj") if verb.lemma_ == "value" and verb.pos_ == "VERB" else None
    return told is not None and not is_share(told, story) and told.lemma_.lower() not in story.words.deal_nouns


def converted(span: Span, story: Story) -> list[Money]:
    """The same amount in another currency, in brackets right behind it: "14 billion euros ($15.8 billion)"."""
    own = span._.value
    for other, value in story.values("money", story.doc[span.end : span.sent.end]):
        between = story.doc[span.end : other.start].text.strip()
        if isinstance(value, Money) and between[:1] == "(" and between.strip("( ") in CONVERTING and value.currency != own.currency:
            return [value]
    return []


def currency_new(draft: Draft, value: Money) -> bool:
    """Whether the draft has no amount in this currency yet: a second one is something else."""
    return all(v.currency != value.currency for v in draft.value)
