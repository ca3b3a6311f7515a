"""How much of its deal do the words of a delivery tell: all of it, one batch, or nothing but its name?"""

from __future__ import annotations

from kg.extraction.attachments import attached
from kg.extraction.forces import is_state
from kg.extraction.frames.drafts import Draft
from kg.extraction.goods.counts import is_of_whole
from kg.extraction.goods.unnamed import GENERIC
from kg.extraction.story import Story
from kg.extraction.syntax import auxiliaries, base, child, children, is_passive, preposition
from kg.values import Date


def tells_all(draft: Draft) -> bool:
    """Whether a delivery is of all goods of its deal ("deliveries start in 2027", "they arrived"), not of some ("first deliveries")."""
    if draft.anchor.pos_ == "VERB" and not draft.goods and any(c.lower_ == "they" for c in children(draft.anchor, "nsubj")):
        return True  # "gave Fiji eight fire engines; they arrived"
    if draft.anchor.pos_ == "VERB" and not draft.goods and draft.status == "expected" and is_passive(draft.anchor):
        return child(draft.anchor, "nsubj") is None  # "a contract for 44 tanks, to be delivered by 2029"
    words = {c.lower_ for c in draft.anchor.children if c.dep_ in ("amod", "det", "nummod")}
    if any(c.lower_ in ("which", "that") for c in children(draft.anchor, "nsubj")):
        return not draft.goods  # "a contract for 44 tanks, which will be delivered"
    timed = {"due", "expected", "planned", "scheduled"}
    return draft.status == "expected" and draft.anchor.pos_ == "NOUN" and not draft.goods and not words - {"the", "all"} - timed


def is_background(draft: Draft) -> bool:
    """Whether a clause on a noun only mentions a deal ("engines for 97 fighters ordered in 2025"), which is not what the story is about."""
    return base(draft.anchor.dep_) == "acl" and draft.top.i == draft.anchor.i


def is_sent_off(draft: Draft, story: Story) -> bool:
    """Whether goods of a deal have left for their buyer: from the firm that made them, or one or some out of a row."""
    departs = draft.anchor.lemma_.lower() in story.words.verb_classes["depart"] and bool(draft.buyer)
    row = any(g.picked or g.partial for g in draft.goods)
    return departs and draft.lent and (comes_from_firm(draft) or row)


def is_further(draft: Draft, story: Story) -> bool:
    """Whether a counted part of what a deal or delivery told before is to come, at whatever time ("the other nine will follow")."""
    comes = draft.anchor.lemma_.lower() in story.words.verb_classes["further"]
    return comes and draft.lent and draft.status == "expected" and any(g.quantity for g in draft.goods) and bool(draft.buyer)


def goes_to_state(draft: Draft) -> bool:
    """Whether named or counted goods went to a state for good: "the MiG-29s went to Ukraine in 2023", not "for an exercise"."""
    told = draft.sentence
    named = any(m.kind == "Country" and told.start_char <= m.start < told.end_char for m in draft.buyer)
    known = any(g.quantity for g in draft.goods) or all(s.chain < GENERIC for s in draft.systems)
    why = any(p not in ("to", "in", "from", "by", "on") for p, _ in attached(draft.anchor)) or child(draft.anchor, "advcl", "xcomp")
    return draft.anchor.lemma_ == "go" and named and known and bool(draft.systems) and not why and draft.landing is None


def came_long_ago(draft: Draft, story: Story) -> bool:
    """Whether named goods came from one state to another in an earlier year; what came lately may be there for an exercise."""
    told, when, today = draft.sentence, draft.end or draft.start, story.article.published
    comes = draft.anchor.lemma_.lower() in story.words.verb_classes["come"] and draft.status == "completed"
    named = bool(draft.systems) and all(s.chain < GENERIC for s in draft.systems)
    abroad = any(m.kind == "Country" and told.start_char <= m.start < told.end_char for m in draft.seller)
    return comes and named and abroad and when is not None and today is not None and when.year < today.year


def is_batch(draft: Draft, story: Story) -> bool:
    """Whether goods that came somewhere are told as one batch of several ("the second batch arrived"), so that they were not just moved."""
    if (draft.meant and draft.came) or (draft.buyer and comes_from_firm(draft)):
        return True  # "the last two Typhoons for Oman landed", "17 trams from Stadler arrive in May"
    if draft.buyer and (
        is_years_off(draft, story.article.published) or is_some_of(draft) or goes_to_state(draft) or came_long_ago(draft, story)
    ):
        return True  # "17 Gripens arrive from 2028", "of which 11 have arrived"
    lot = any(c.lemma_.lower() in story.words.verb_classes["lot"] for c in children(draft.anchor, "nsubj"))  # "the final batch of"
    if draft.landing is not None and all(s.chain >= GENERIC for s in draft.systems) and not lot:
        return False  # "Canada's second frigate reached Halifax", home from a patrol
    row = any(g.ordinal and g.ordinal != "additional" for g in draft.goods)
    several = any(g.picked and g.quantity is not None and g.quantity.number > 1 for g in draft.goods)  # "the first ten tanks"
    told = row or several or any(g.partial for g in draft.goods)
    whole = any(g.picked and is_of_whole(c) for g in draft.goods for c in children(draft.anchor, "nsubj"))  # "the last of the 31 tanks"
    return (told or whole) and bool(draft.buyer) and (whole or bool(draft.start or draft.end))


def is_takeover(draft: Draft, story: Story) -> bool:
    """Whether a firm took over a firm or a line of its goods ("Leonardo took over the AW09"), which nobody delivered to it."""
    takes = draft.anchor.lemma_ == "take" and draft.anchor.pos_ == "VERB" and not draft.moves
    firm = bool(draft.buyer) and not any(is_state(b, story) for b in draft.buyer)
    return takes and firm and not (draft.seller or any(g.quantity or g.picked or g.partial for g in draft.goods))


def is_bearer(draft: Draft, story: Story) -> bool:
    """Whether what came only brings goods, and no deal tells of it: "Two Chinese transport aircraft landed", "cargo ships docked"."""
    words = story.words.verb_classes["bearer"]
    moved = [c for c in children(draft.anchor, "nsubj") if any(s.start <= c.idx < s.end for s in draft.systems)]
    bears = any(c.lower_ in words for m in moved for c in (m, *children(m, "compound")))
    return bears and not draft.lent and all(s.chain >= GENERIC for s in draft.systems)


def is_years_off(draft: Draft, published: Date | None) -> bool:
    """Whether named goods are to come in a later year; what visits or exercises comes sooner."""
    when = draft.start or draft.end
    named = bool(draft.systems) and (draft.systems[0].chain < GENERIC or any(g.picked or g.partial for g in draft.goods))
    return named and when is not None and published is not None and when.year > published.year


def is_some_of(draft: Draft) -> bool:
    """Whether it is told how many of a known number have come: "of which 11 have arrived", "15 of 34 have reached the north"."""
    subjects = [c for c in children(draft.anchor, "nsubj") if c.tag_ == "CD"]
    wholes = [n for c in subjects for n in [*children(c, "nmod"), *children(draft.anchor, "obl")] if preposition(n) == "of"]
    return bool(auxiliaries(draft.anchor) & {"has", "have"}) and any(w.lower_ == "which" or child(w, "nummod", "det") for w in wholes)


def comes_from_firm(draft: Draft) -> bool:
    """Whether the words of a delivery name the firm that the goods come from, which has no other reason to let them go."""
    told = draft.sentence
    return any(m.kind == "Organization" and m.named and told.start_char <= m.start < told.end_char for m in draft.seller)


def is_sent(draft: Draft) -> bool:
    """Whether counted goods are on their way from one party to another, so that they are not just moved."""
    return draft.anchor.pos_ == "NOUN" and bool(draft.seller and draft.buyer) and any(g.quantity for g in draft.goods)


def is_only_named(draft: Draft) -> bool:
    """Whether a delivery noun says nothing of the delivery itself ("must be disarmed before transfer")."""
    dated = draft.start or draft.end or draft.timed
    if not dated and preposition(draft.anchor) in ("before", "until", "pending"):
        return True
    if not dated and base(draft.anchor.dep_) == "obl" and draft.anchor.head.lower_ == "ahead":
        return True  # "well ahead of the arrival of the first boat"
    told = dated or any(g.quantity for g in draft.goods)
    return not told and next(attached(draft.anchor), None) is None and child(draft.anchor, "nmod:poss", "compound") is None
