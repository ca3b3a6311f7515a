"""Which of a sentence's amounts of money and dates belong to which deal?"""

from __future__ import annotations

from spacy.tokens import Span, Token

from kg.extraction.assertion import is_deferred
from kg.extraction.frames.announcements import announced
from kg.extraction.frames.bare_amounts import bare_amounts
from kg.extraction.frames.drafts import Draft
from kg.extraction.story import Story
from kg.extraction.syntax import base, children, preposition
from kg.values import Date, Money

# Clauses that tell of something else, unless their verb says what the deal is worth.
FOREIGN = frozenset({"acl", "advcl", "ccomp", "parataxis", "conj"})
# Where the tree shows no way, a value this many words off still belongs to the only deal of its sentence.
NEAR, FAR = 15, 99
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
RANGE = frozenset({"between", "from"})
BACKWARD = frozenset({"by", "until", "till", "before", "through"})


def distance(token: Token, top: Token, story: Story, others: frozenset[int]) -> int | None:
    """Steps from a value up the tree to the deal's top word, None when another deal or a foreign clause lies between."""
    steps = 0
    while token.i != top.i:
        if token.i in others or token.head.i == token.i:
            return None
        own = says_value(token, story) or (token.head.i == top.i and makes_deal(token, story))
        if base(token.dep_) in FOREIGN and token.pos_ in ("VERB", "AUX") and not own:
            return None
        token = token.head
        steps += 1
    return steps


def says_value(token: Token, story: Story) -> bool:
    """Whether a word says what a deal is worth ("valued at", "worth")."""
    return story.words.value_words.get(token.lemma_.lower()) == "value"


def makes_deal(token: Token, story: Story) -> bool:
    """Whether a participle behind a deal noun tells of its making ("the purchase, agreed in 2017")."""
    made = story.words.deal_phrases.get(token.lemma_.lower()) or token.lemma_.lower() in story.words.verb_classes["announce"]
    return token.dep_ == "acl" and token.tag_ == "VBN" and bool(made)


def is_other_amount(span: Span, value: Money, story: Story) -> bool:
    """Whether the amount's own noun says that it is no deal value ("a $212 million loan", "profits of $2bn"), or a price per piece."""
    if value.per or is_sum(span.root, story):
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


def reach(draft: Draft, token: Token, drafts: list[Draft], story: Story) -> int | None:
    """The nearest way from a value to any word of the draft, None when there is none."""
    mine = {t.i for t in draft.heads}
    others = frozenset(i for d in drafts if d is not draft for i in (d.top.i, d.anchor.i) if i not in mine)
    ways = [distance(token, t, story, others) for t in draft.heads]
    way = min((w for w in ways if w is not None), default=None)
    return FAR if way is None and len(drafts) == 1 and is_beside(token, draft) else way


def is_beside(token: Token, draft: Draft) -> bool:
    """Whether only the draft's own clause lies between a value and its anchor: no other finite verb, no semicolon, few words."""
    if is_of_other(token, draft):
        return False  # "Under a contract awarded in 2022, Verano shipped"
    low, high = sorted((token.i, draft.anchor.i))
    between = draft.anchor.doc[low + 1 : high]
    own = {t.i for t in draft.heads}
    verb = next((a for a in token.ancestors if a.pos_ in ("VERB", "AUX")), None)
    if verb is not None and verb.tag_ in FINITE and verb.i > max(token.i, draft.anchor.i) and verb.i not in own:
        return False  # "With the purchase Verano expects growth and, at a cost of $1bn, intends to"
    return len(between) <= NEAR and not any((t.tag_ in FINITE and t.i not in own) or t.text in ";:" for t in between)


def is_of_other(token: Token, draft: Draft) -> bool:
    """Whether a value stands right below a participle that tells of another noun than the draft's ("a contract awarded in 2022")."""
    verb = next((a for a in token.ancestors if a.pos_ in ("VERB", "AUX")), None)
    own = {t.i for t in draft.heads}
    told = verb is not None and verb.dep_ == "acl" and verb.tag_ == "VBN" and not {verb.i, verb.head.i} & own
    return told and draft.anchor.pos_ == "VERB"


def place_money(drafts: list[Draft], sent: Span, story: Story) -> None:
    """Deal values of one sentence; an amount in brackets after another is its conversion and goes with it."""
    previous: tuple[Span, Draft] | None = None
    told = [*story.values("money", sent), *bare_amounts(sent, story)]
    for span, value in sorted(told, key=lambda t: t[0].start):
        if not isinstance(value, Money) or is_other_amount(span, value, story):
            continue
        between = story.doc[previous[0].end : span.start].text.strip() if previous and previous[0].end <= span.start else None
        if previous and between is not None and between.strip("(,;:/ ") in ("", "or", "about", "US") and currency_new(previous[1], value):
            previous[1].value.append(value)
            previous[1].amounts.append((span.start_char, value))
            previous = (span, previous[1])
            continue
        ways = [(w, i) for i, d in enumerate(drafts) if d.kind != "Delivery" and (w := reach(d, span.root, drafts, story)) is not None]
        if ways:
            draft = drafts[min(ways)[1]]
            draft.amounts.append((span.start_char, value))
            if currency_new(draft, value):
                draft.value.append(value)
            previous = (span, draft)


def currency_new(draft: Draft, value: Money) -> bool:
    """Whether the draft has no amount in this currency yet: a second one is something else."""
    return all(v.currency != value.currency for v in draft.value)


def place_dates(drafts: list[Draft], sent: Span, story: Story) -> None:
    """Event dates of one sentence; the day of an announcement where the event has none of its own."""
    for span, value in story.values("dates", sent):
        if not isinstance(value, Date) or is_part_due(span, story):
            continue
        ways = [(w, i) for i, d in enumerate(drafts) if (w := reach(d, span.root, drafts, story)) is not None]
        if ways:
            give_date(drafts[min(ways)[1]], span, value, story)
    for draft in drafts:
        if draft.date is None and draft.kind != "Delivery" and not completes(draft, story):
            draft.date = announced(draft, sent, story)
            draft.announced = draft.date is not None


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
    if case == "since" and draft.kind == "Delivery":
        draft.start = draft.start or value
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
                draft.status = "expected"  # "will supply two ships, delivered from 2027 to 2029"
            place_delivery_date(draft, value, case)
    elif draft.date is None and not (completes(draft, story) and not is_within(span.root, draft.anchor)):
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


def place_delivery_date(draft: Draft, value: Date, case: str) -> None:
    """Start or end of a delivery: "by 2029" and what is completed end, everything else starts; a second, later date ends.

    What does not come "before 2031" starts then.
    """
    if case in BACKWARD and draft.status == "expected" and any(is_deferred(t) for t in draft.heads):
        draft.start = draft.start or value
    elif draft.start is not None and draft.end is None and draft.start < value:
        draft.end = value
    elif case in RANGE and draft.start is None and draft.end is None:
        draft.start = value  # "delivered between 2023 and 2025"
    elif case in BACKWARD or draft.status == "completed" or draft.ends:
        draft.end = draft.end or value
    elif draft.start is None:
        draft.start = value
