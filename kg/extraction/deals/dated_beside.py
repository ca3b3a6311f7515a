"""On which day was a deal made that the sentence before or one after dates ("The two sides signed the papers in Oslo on 30 January")?"""

from __future__ import annotations

from spacy.tokens import Span, Token

from kg.extraction.clauses import clause_of
from kg.extraction.doers import surface_subject
from kg.extraction.frames.drafts import Draft
from kg.extraction.goods.unnamed import GENERIC
from kg.extraction.parties import parties
from kg.extraction.references import is_definite
from kg.extraction.story import Story
from kg.extraction.syntax import base, child, preposition
from kg.values import Date

# How many sentences behind a deal its papers may be signed.
REACH = 15
SIGNING = "signing"
DASHES = frozenset({"-", "–", "—", "--"})


def date_beside(draft: Draft, drafts: list[Draft], story: Story) -> None:
    """Give a deal without a date of its own that of its signing, told later, or of the announcement of its goods right before it."""
    if draft.kind == "Delivery" or draft.acquisition or not (draft.date is None or draft.announced):
        return
    sentences = list(story.doc.sents)
    at = next(i for i, s in enumerate(sentences) if s.start <= draft.anchor.i < s.end)
    mine = {s.chain for s in draft.systems}
    later = [d for d in drafts if d.kind != "Delivery" and d.anchor.i > draft.anchor.i and tells_goods(d)]
    others = [d for d in later if not mine & {s.chain for s in d.systems}]
    if draft.status == "signed":
        for sent in sentences[at + 1 : at + 1 + REACH]:
            if any(d.anchor.i < sent.end for d in others):
                break  # which of the two was signed is open
            day = next((d for t in sent if is_signing(t, story) and (d := day_at(t, sent, story)) is not None), None)
            if day is not None:
                draft.date, draft.announced = day, False
                return
    if draft.date is None and at and (day := made_known(sentences[at - 1], draft, story)) is not None:
        draft.date, draft.announced = day, True
    if draft.date is None and at < 2 and (day := released(story)) is not None:
        draft.date, draft.announced = day, True


def tells_goods(draft: Draft) -> bool:
    """Whether a draft is of named or counted goods, not of some ("enables the army to buy more missiles")."""
    return any(s.chain < GENERIC for s in draft.systems) or any(g.quantity and g.system is not None for g in draft.goods)


def date_by_end(draft: Draft, drafts: list[Draft]) -> None:
    """Give a completed deal the day of its end where the story tells no other ("In April Norway completed its purchase of 54 tanks").

    No takeover: other stories date it by its announcement, often a year before.
    """
    mine = {s.chain for s in draft.systems}
    dated = any(d.date and mine & {s.chain for s in d.systems} for d in drafts if d.kind != "Delivery")
    takeover = draft.acquisition or draft.kind == "Acquisition"
    if draft.status == "signed" and draft.date is None and not dated and not takeover:
        draft.date = draft.done


def released(story: Story) -> Date | None:
    """The full date that a press release opens with ("AUSTIN, Texas — April 10, 2026 — Verano has won"); wire stories give no year."""
    if story.article.released is not None:
        return story.article.released
    for span, value in story.values("dates", next(story.doc.sents)):
        if not isinstance(value, Date) or value.precision != "day" or str(value.year) not in span.text:
            continue
        behind = story.doc[span.end].text if span.end < len(story.doc) else ""
        if behind in DASHES and not any(t.pos_ in ("VERB", "AUX") for t in story.doc[: span.start]):
            return value
    return None


def is_signing(token: Token, story: Story) -> bool:
    """Whether a word tells that papers known to the story were signed: "signed the papers", "the signing took place"."""
    if token.pos_ == "VERB" and token.lemma_ == "sign":
        signed = clause_of(token).object
        return signed is not None and is_definite(signed) and signed.lemma_.lower() in story.words.verb_classes["document"]
    ceremony = token.pos_ == "NOUN" and (token.lower_ == SIGNING or ((c := child(token, "compound")) is not None and c.lower_ == SIGNING))
    return ceremony and base(token.dep_) == "nsubj" and token.head.tag_ in ("VBD", "VBN") and token.head.pos_ == "VERB"


def day_at(token: Token, sent: Span, story: Story) -> Date | None:
    """The day or month that stands right below the verb of a word."""
    verb = token if token.pos_ == "VERB" else token.head
    published = story.article.published
    for span, value in story.values("dates", sent):
        if isinstance(value, Date) and value.precision != "year" and span.root.head.i == verb.i:
            return value if published is None or value <= published or value.covers(published) else None
    return None


def made_known(before: Span, draft: Draft, story: Story) -> Date | None:
    """When a party of the deal announced something of its goods in the sentence before: "Airbus this week announced its first order"."""
    mine = {m.chain for m in (*draft.buyer, *draft.seller)}
    named = any(before.start_char <= m.start < before.end_char for s in draft.systems for m in story.chain(s.chain))
    for verb in before:
        if (
            not named
            or verb.pos_ != "VERB"
            or verb.lemma_.lower() not in story.words.verb_classes["announce"]
            or child(verb, "obj") is None
        ):
            continue
        subject = surface_subject(verb)
        told = {p.chain for p in parties(subject, story)} if subject is not None else set()
        for span, value in story.values("dates", before):
            near = span.root.head.i == verb.i and preposition(span.root) != "by"
            if (told & mine or (told and not draft.seller)) and near and isinstance(value, Date) and value.precision != "year":
                return value
    return None
