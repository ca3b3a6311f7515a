"""On which day was a deal made known, where the deal has no date of its own ("said on Wednesday it has won")?"""

from __future__ import annotations

from spacy.tokens import Span, Token

from kg.extraction.doers import surface_subject
from kg.extraction.frames.drafts import Draft
from kg.extraction.parties import parties
from kg.extraction.status import is_speech
from kg.extraction.story import Story
from kg.extraction.syntax import auxiliaries, base, child, children, preposition
from kg.values import Date


def announced(draft: Draft, sent: Span, story: Story) -> Date | None:
    """The day on which a deal was made known: "said on Wednesday it has won", for deals told as news, not as background."""
    head = draft.top.head
    news = head.lemma_.lower() in story.words.verb_classes["announce"]  # "announced today that it bought"
    if draft.top.tag_ == "VBD" and base(draft.top.dep_) != "xcomp" and not news and not is_fronted(draft.top, story):
        return None
    token = draft.top
    while token.head.i != token.i:
        below, label, token = token, base(token.dep_), token.head
        if label == "obj" and token.lemma_.lower() in story.words.verb_classes["announce"]:
            return None if is_outsider(token, draft, story) else day_of(token, sent, story)  # "today announced the award of a contract"
        if label == "nmod" and preposition(below) in ("of", "") and token.pos_ == "NOUN":
            continue
        if label in ("acl", "nmod", "appos"):
            return None
        if is_speech(token, story) and label in ("ccomp", "parataxis", "xcomp"):
            day = None if is_outsider(token, draft, story) else day_of(token, sent, story)
            made = token.lemma_.lower() in story.words.verb_classes["announce"]  # not "said in May that Kenya had bought"
            return day if day is None or day.day or made or "had" not in auxiliaries(draft.top) else None
    for clause in children(draft.top, "advcl"):  # "as the minister announced today, Norway will buy"
        mark = child(clause, "mark")
        if mark is not None and mark.lower_ == "as" and is_speech(clause, story):
            return day_of(clause, sent, story)
    told = [
        c for c in children(draft.top, "conj", "parataxis") if c.i > draft.top.i and is_speech(c, story) and child(c, "nsubj") is not None
    ]
    return day_of(told[0], sent, story) if told else None


def is_fronted(verb: Token, story: Story) -> bool:
    """Whether a clause is the news itself, with who tells it behind ("Norway ordered six jets, the ministry said on Friday")."""
    teller = verb.head
    return is_speech(teller, story) and base(verb.dep_) in ("ccomp", "parataxis") and verb.i < teller.i


def is_outsider(verb: Token, draft: Draft, story: Story) -> bool:
    """Whether the press or a state with no part in the deal tells it ("The Times reported on Monday that Verano bid for Kestrel").

    The day of such a report is not that of the deal. Persons and companies speak for one of the parties.
    """
    subject = surface_subject(verb)
    if subject is None or verb.lemma_.lower() in story.words.verb_classes["press"]:
        return verb.lemma_.lower() in story.words.verb_classes["press"]
    if draft.kind == "Purchase" and not (draft.buyer or draft.party):
        return False  # the buyer may be who tells it ("the Pentagon said on Monday that Verano won a contract")
    speakers = parties(subject, story)
    told = {m.chain for slot in ("buyer", "seller", "maker", "party") for m in getattr(draft, slot)}
    return bool(speakers) and all(m.kind == "Country" and m.chain not in told for m in speakers)


def day_of(verb: Token, sent: Span, story: Story) -> Date | None:
    """The day that dates a verb of speech, directly or over a noun beside it ("told reporters on Tuesday"), or the month right below it."""
    for span, value in story.values("dates", sent):
        head = span.root.head
        if not isinstance(value, Date) or value.precision == "year":
            continue
        if head.i == verb.i or (value.precision == "day" and head.head.i == verb.i):
            return value
    return None
