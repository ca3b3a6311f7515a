"""Which named goods does a delivery mean that only tells their class ("took possession of the first of its new jets ... The F-16s")?"""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Token

from kg.extraction.chains import singular
from kg.extraction.deals.taken_up import head_of
from kg.extraction.frames.drafts import Draft
from kg.extraction.goods.goods import Goods
from kg.extraction.goods.unnamed import GENERIC
from kg.extraction.references import GENERAL, covers, is_carrier, is_definite, nouns_of
from kg.extraction.story import Story
from kg.extraction.syntax import child, children, preposition
from kg.model import Mention

# A claim on goods that are named elsewhere is surer than a guess, less sure than its own words.
BORROWED = 0.8
# How many sentences before some of them goods may have been named.
NEAR = 2


def name_class(draft: Draft, drafts: list[Draft], story: Story) -> None:
    """Give goods of a delivery told by their class the name of the only system of the story that they can be.

    Goods that are set apart by a word of contrast ("older boats"), that another deal tells by the same words, or whose name the
    story has sold to somebody else stay as they are.
    """
    if draft.kind != "Delivery" or len(draft.goods) != 1 or not (draft.start or draft.end or draft.goods[0].quantity):
        return  # "must be disarmed before transfer" tells of no delivery, whatever is meant
    system = draft.goods[0].system
    if system is None or system.chain < GENERIC or system.kind != "System":
        return
    head = head_of(system, story)
    if is_contrasted(head, story) or any(d.kind != "Delivery" and system.chain in {s.chain for s in d.systems} for d in drafts):
        return
    named = only_of_class(head, draft.goods[0], story)
    if named is not None and not is_of_others(named, draft, drafts):
        draft.goods = [replace(draft.goods[0], system=replace(system, chain=named.chain, named=False))]
        draft.confidence = round(draft.confidence * BORROWED, 3)


def name_bare(draft: Draft, drafts: list[Draft], story: Story) -> None:
    """Let counted goods of a deal that only a bare noun tells ("Niger bought four aircraft in 2024") be the only system that fits and that
    the story has named before; not those of a seller whom the story does not tell to sell it.
    """
    if draft.kind not in ("Purchase", "Donation") or draft.acquisition or len(draft.goods) != 1 or draft.goods[0].quantity is None:
        return
    system = draft.goods[0].system
    if system is None or system.chain < GENERIC or system.kind != "System" or " " in system.text:
        return
    head = head_of(system, story)
    named = only_of_class(head, draft.goods[0], story)
    if named is None or named.start > draft.anchor.idx or is_contrasted(head, story) or children(head, "amod", "compound", "nmod"):
        return
    sellers = {m.chain for d in drafts if named.chain in {s.chain for s in d.systems} for m in d.seller}
    if all(m.chain in sellers for m in draft.seller):
        draft.goods = [replace(draft.goods[0], system=replace(system, chain=named.chain, named=False))]
        draft.confidence = round(draft.confidence * BORROWED, 3)


def name_some_of(draft: Draft, story: Story) -> None:
    """Let some of goods that are told of as known ("It bought 14 of the submarine hunters") be the only system named last before them.

    Not where their noun is for goods of another class, or tells more of them.
    """
    if draft.kind == "Delivery" or draft.acquisition or len(draft.goods) != 1 or draft.goods[0].quantity is None:
        return
    system = draft.goods[0].system
    if system is None or system.chain < GENERIC or system.kind != "System":
        return
    head = head_of(system, story)
    if preposition(head) != "of" or not is_definite(head) or is_contrasted(head, story) or children(head, "acl", "acl:relcl", "nmod"):
        return
    named = last_named(head, story)
    if named is not None and not is_of_other_class(head, named, story):
        draft.goods = [replace(draft.goods[0], system=replace(system, chain=named.chain, named=False))]
        draft.confidence = round(draft.confidence * BORROWED, 3)


def last_named(token: Token, story: Story) -> Mention | None:
    """The system that the nearest sentence before a token, or its own, names; None for two of them, or where no near one names any."""
    for sentence in reversed([s for s in story.doc.sents if s.start <= token.i][-NEAR - 1 :]):
        end = min(sentence.end_char, token.idx)
        told = {m.chain: m for m in story.mentions if m.kind == "System" and m.named and sentence.start_char <= m.start < end}
        if told:
            return next(iter(told.values())) if len(told) == 1 and not any(is_carrier(m, story) for m in told.values()) else None
    return None


def is_of_other_class(head: Token, system: Mention, story: Story) -> bool:
    """Whether a noun is for goods of a class that is known to be another than that of a system ("tanks" for a jet)."""
    noun, called = singular(head.lower_), nouns_of(system, story)
    fits = noun in called or noun in GENERAL or covers(noun, called, story) or any(covers(c, {noun}, story) for c in called)
    return bool(called) and noun in story.lexicon.weapon_classes and not fits


def is_contrasted(noun: Token, story: Story) -> bool:
    """Whether a word says that goods are others than those told of: "older boats", "similar jets"."""
    return any(c.lemma_.lower() in story.words.verb_classes["contrast"] or c.tag_ in ("JJR", "RBR") for c in children(noun, "amod"))


def only_of_class(head: Token, told: Goods, story: Story) -> Mention | None:
    """The only named system of the story that a noun can stand for, by what the story and the lexicon call it; None for several.

    Where neither gives a system a noun, it may be anything: then it must be the only one, and the words must point to goods
    that are known ("the first jets", "its boats").
    """
    noun = singular(head.lower_)
    told_of = [m for m in reversed(story.mentions) if m.kind == "System" and m.chain < GENERIC and not is_carrier(m, story)]
    systems = {m.chain: m for m in told_of}
    nouns = {chain: nouns_of(m, story) for chain, m in systems.items()}
    found = [m for c, m in systems.items() if not nouns[c] or noun in nouns[c] or covers(noun, nouns[c], story)]
    if len(found) != 1 or noun in GENERAL:
        return None
    return found[0] if nouns[found[0].chain] or points_back(head, told) else None


def points_back(head: Token, told: Goods) -> bool:
    """Whether words point to goods that are told elsewhere and say no more of them: "the first jets", "its boats"."""
    known = is_definite(head) or child(head, "nmod:poss") is not None or told.picked or told.partial or bool(told.ordinal)
    return known and child(head, "acl", "acl:relcl", "nmod", "compound") is None


def is_of_others(system: Mention, draft: Draft, drafts: list[Draft]) -> bool:
    """Whether the story tells of a named system only as somebody else's."""
    mine = {b.chain for b in draft.buyer}
    others = [{b.chain for b in d.buyer} for d in drafts if d is not draft and d.buyer and system.chain in {s.chain for s in d.systems}]
    return bool(mine and others) and not any(mine & o for o in others)
