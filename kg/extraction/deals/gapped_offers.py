"""Who offers other goods in the same way by a name alone ("Saab has offered Peru the Gripen and Boeing its F-15")?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from kg.extraction.deals.gapped import BEFORE, named_with
from kg.extraction.frames.drafts import Draft
from kg.extraction.goods.goods import Goods, goods
from kg.extraction.parties import PARTY_KINDS
from kg.extraction.story import Story
from kg.extraction.syntax import base
from kg.model import Mention

# How many words, such as "its larger" and "six used", may stand between the name and the goods.
NEAR = 4
DESCRIBING = frozenset({"ADJ", "DET", "NOUN", "NUM", "PRON", "PROPN"})


def with_gapped_offers(drafts: list[Draft], story: Story) -> Iterator[Draft]:
    """The drafts, and one for each further name with goods behind those that a verb tells to be offered."""
    for draft in drafts:
        yield draft
        if draft.status != "planned" or draft.kind != "Purchase" or draft.needs != "buyer" or not draft.seller or not draft.goods:
            continue
        for party, offered in further_offers(draft, story):
            own = {g.system.chain for g in offered if g.system is not None}
            draft.goods = [g for g in draft.goods if g.system is None or g.system.chain not in own]
            draft.seller = [m for m in draft.seller if m.chain != party.chain]
            draft.buyer = [m for m in draft.buyer if m.chain != party.chain]
            yield replace(draft, goods=offered, seller=[party], maker=[], value=[], amounts=[], inner=[])


def further_offers(draft: Draft, story: Story) -> Iterator[tuple[Mention, list[Goods]]]:
    """Each name behind the goods of an offer with the named goods right behind it: "and Boeing its F-15"."""
    sent, doc = draft.sentence, story.doc
    own, first = {m.chain for m in (*draft.seller, *draft.buyer[:1])}, min(g.start for g in draft.goods)
    for m in story.mentions:
        if m.chain in own or m.kind not in PARTY_KINDS or not max(first, draft.anchor.idx) < m.start < sent.end_char:
            continue
        span = named_with(m, story)
        if span.start == 0 or doc[span.start - 1].lower_ not in BEFORE:
            continue
        head = goods_behind(span.end, story)
        offered = [g for g in goods(head, story) if g.system is not None and g.system.kind == "System"][:1] if head is not None else []
        if offered:
            yield m, offered


def goods_behind(at: int, story: Story) -> Token | None:
    """The noun of the named goods in the phrase that begins at a word, None where another one begins ("Boeing F-15 jets", "its thanks")."""
    doc = story.doc
    for token in doc[at : at + NEAR + 1]:
        named = story.mention(token)
        if named is not None and named.kind == "System":
            if token.i == at:
                return None  # "Saab Gripens" is one name
            head = story.span(named).root
            while base(head.dep_) == "compound" and head.head.i > head.i:
                head = head.head
            return head
        if token.pos_ not in DESCRIBING or named is not None:
            return None
        if token.i == at and token.pos_ not in ("DET", "NUM", "PRON"):
            return None  # "Boeing F-15 jets" is one phrase
    return None
