"""Which of a sentence's dates belong to which deal or delivery, as its day, its start or its end?"""

from __future__ import annotations

from spacy.tokens import Span, Token

from kg.extraction.assertion import is_deferred
from kg.extraction.frames.announcements import announced
from kg.extraction.frames.drafts import Draft
from kg.extraction.frames.reach import makes_deal, reach
from kg.extraction.story import Story
from kg.extraction.syntax import base, children, preposition
from kg.values import Date

WHEN = "when"
RANGE = frozenset({"between", "from"})
BACKWARD = frozenset({"by", "until", "till", "before", "through"})


def place_dates(drafts: list[Draft], sent: Span, story: Story) -> None:
    """Event dates of one sentence; the day of an announcement where the event has none of its own.

    What needs a price and has none ("kept spending on") is no event.
    """
    drafts = [d for d in drafts if d.value or not d.paid_for]
    for span, value in story.values("dates", sent):
        if not isinstance(value, Date) or is_part_due(span, story):
            continue
        ways = [(w, i) for i, d in enumerate(drafts) if (w := reach(d, span.root, drafts, story)) is not None]
        if ways:
            give_date(drafts[min(ways)[1]], span, value, story)
    for draft in drafts:
        if draft.date is None and draft.kind != "Delivery":
            draft.date = date_around(draft, sent, story)
        if draft.date is None and draft.kind != "Delivery" and not completes(draft, story):
            draft.date = announced(draft, sent, story)
            draft.announced = draft.date is not None


def date_around(draft: Draft, sent: Span, story: Story) -> Date | None:
    """The date of what a deal is told with: "In May Chad became the first buyer, ordering 24 jets", "since 2017, when Chad signed",
    "an agreement announced on Sunday under which Chad will buy".
    """
    published, verb = story.article.published, draft.anchor
    over = told_with(verb)
    paper = verb.head if verb.dep_ == "acl:relcl" and verb.head.lemma_.lower() in story.words.deal_nouns else None
    made = {c.i for c in (children(paper, "acl") if paper is not None else []) if makes_deal(c, story)}
    whens = [c for t in draft.heads for c in children(t, "advmod") if c.lower_ == WHEN and draft.status != "planned"]
    for span, value in story.values("dates", sent):
        if not isinstance(value, Date) or (published is not None and published < value and not value.covers(published)):
            continue
        beside = over is not None and span.root.head.i == over.i and preposition(span.root) in ("", "in", "on")
        if beside or span.root.head.i in made or any(span.end <= w.i <= span.end + 1 for w in whens):
            return value
    return None


def told_with(verb: Token) -> Token | None:
    """The past verb that a participle goes with: "became the first to buy the jet, ordering 24", "came to Peru in 2004 by buying";
    None for "after ordering".
    """
    free = all(c.lower_ == "by" for c in children(verb, "mark", "aux"))
    told = verb.tag_ == "VBG" and base(verb.dep_) == "advcl" and free
    over = verb.head
    while told and over.tag_ != "VBD" and base(over.dep_) in ("acl", "xcomp"):
        over = over.head
    return over if told and over.tag_ == "VBD" and over.i < verb.i else None


def is_part_due(span: Span, story: Story) -> bool:
    """Whether a date is that of a payment ("with a first instalment of $9 million due in May"), not of the deal."""
    for token in span.root.ancestors:
        if token.pos_ in ("VERB", "AUX") or token.lemma_.lower() in story.words.deal_nouns:
            return False
        if token.pos_ == "NOUN" and story.words.value_words.get(token.lemma_.lower()) == "other":
            return True
    return False


def completes(draft: Draft, story: Story) -> bool:
    """Whether the words tell the end of a deal that was made before: "completed its purchase of Activision on Friday".

    A contract that is concluded is made then.
    """
    lemma = draft.top.lemma_.lower()
    made = draft.carrier and lemma not in story.words.verb_classes["finish"]
    return draft.top.i != draft.anchor.i and not made and lemma in story.words.verb_classes["end"] | story.words.verb_classes["finish"]


def is_within(token: Token, noun: Token) -> bool:
    """Whether a date stands below a deal noun with a verb of its own between ("the purchase, agreed in May")."""
    above = list(token.ancestors)
    return noun in above and any(a.pos_ == "VERB" for a in above[: above.index(noun)])


def give_date(draft: Draft, span: Span, value: Date, story: Story) -> None:
    """Put a date into the slot it fits; a deal that was signed cannot have a date after its publication."""
    case = preposition(span.root)
    if case in ("", "of"):  # "before the end of this year"
        case = preposition(span.root.head) or case
    case = span[0].lower_ if span[0].lower_ in BACKWARD else case  # "before the year is out"
    if case == "since" and draft.kind == "Delivery":  # who "has waited since 2010" has got nothing then
        draft.start = draft.start if draft.status == "expected" else draft.start or value
        return
    if case == "since":  # what was bought or given "since 2012" is a sum
        draft.total = True
        return
    published = story.article.published
    if draft.within is not None and (published is None or value < published) and draft.within.date is None:
        draft = draft.within  # "a deal for the delivery of four batteries in December 2017": what is past is the deal
    if draft.kind == "Delivery":
        if draft.status != "expected" or published is None or published < value or value.covers(published):
            if draft.status == "completed" and published is not None and published < value and not value.covers(published):
                if draft.anchor.tag_ == "VBD" and span[-1].lower_ == "later":
                    return  # "A month later Chad handed over", counted from a day that is not known
                draft.status = "expected"  # "will supply two ships, delivered from 2027 to 2029"
            if draft.status == "started" and draft.start is None and case not in BACKWARD and published is not None and value > published:
                draft.status = draft.status if value.covers(published) else "expected"  # "with deliveries starting in 2031"
            place_delivery_date(draft, value, case, joined=span.root.dep_ == "conj")
    elif completes(draft, story) and not is_within(span.root, draft.anchor):
        draft.done = draft.done or (value if published is None or value <= published or value.covers(published) else None)
    elif draft.date is None:
        published = story.article.published
        if (
            draft.status in ("signed", "approved", "delivered", "cancelled")
            and published is not None
            and published < value
            and not value.covers(published)
        ):
            draft.due = draft.due or (value, case)
            return
        if case in BACKWARD and draft.status == "planned":
            return
        draft.date = value


def place_delivery_date(draft: Draft, value: Date, case: str, *, joined: bool = False) -> None:
    """Start or end of a delivery: "by 2029" and what is completed end, everything else starts; a second, later date ends.

    joined: whether "and" joins the date to the one before ("received two frigates in 2020 and 2021").

    What does not come "before 2031" starts then, and so does what is to begin by then.
    """
    several = joined or any(g.whole for g in draft.goods)
    if several and draft.status == "completed" and draft.end is not None and draft.end < value:
        draft.start, draft.end = draft.start or draft.end, value  # "the first arrived in 2022 and the last in 2024"
    elif case in BACKWARD and draft.status == "expected" and draft.start is None and (draft.begins or any(map(is_deferred, draft.heads))):
        draft.start = value
    elif draft.start is not None and draft.end is None and draft.start < value:
        draft.end = value
    elif case in RANGE and draft.start is None and draft.end is None:
        draft.start = value  # "delivered between 2023 and 2025"
    elif case in BACKWARD or draft.status == "completed" or draft.ends:
        draft.end = draft.end or value
    elif draft.start is None:
        draft.start = value
