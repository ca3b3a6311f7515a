"""Which word sets do the extractors ask for again and again? Derived once from the lexicon's tables."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from functools import cached_property, lru_cache
from typing import TypeVar

from kg.lexicon import Frame, FrameNoun, FramePhrase, FrameVerb, Lexicon, StatusWord, word_key

DEALS = ("Deal", "Delivery")  # families told by one and the same sentences, which help each other to their parties


@dataclass(frozen=True)
class Words:
    """Word sets by lemma. Sets hold lower-case singulars; mappings go from lemma to the rows that begin with it.

    goods_nouns: last words of classes of systems; trade_nouns: what else is made and traded.
    deal_sides: words in names and descriptions of companies to the side on which they stand ("airline": buyer).
    fractions: words for a part to its percentage; measure_nouns: units and bundles of other goods ("tonne", "cargo").
    row_words: words that pick one of a row ("second", "last"). sets: nouns that are numbers themselves ("pair", "dozen").
    rates: words that say how often ("a month", "every year").
    deal_kinds: classes of the facts that frames of deals tell.
    slots: properties of a fact that is no deal, with their ranges; empty where deals are read.
    """

    company_nouns: frozenset[str]
    buyer_nouns: frozenset[str]
    seller_nouns: frozenset[str]
    firm_nouns: frozenset[str]
    customer_nouns: frozenset[str]
    contractor_nouns: frozenset[str]
    board_nouns: frozenset[str]
    country_nouns: frozenset[str]
    unit_nouns: frozenset[str]
    site_nouns: frozenset[str]
    works_nouns: frozenset[str]
    share_nouns: frozenset[str]
    union_nouns: frozenset[str]
    town_nouns: frozenset[str]
    class_nouns: frozenset[str]
    agency_nouns: frozenset[str]
    force_nouns: frozenset[str]
    speaker_nouns: frozenset[str]
    goods_nouns: frozenset[str]
    general_goods: Mapping[str, frozenset[str]]
    trade_nouns: frozenset[str]
    ordinals: Mapping[str, str]
    row_words: frozenset[str]
    cardinals: Mapping[str, str]
    sets: Mapping[str, int]
    deal_sides: Mapping[str, str]
    fractions: Mapping[str, int]
    measure_nouns: frozenset[str]
    value_words: Mapping[str, str]
    doubts: frozenset[str]
    verb_classes: Mapping[str, frozenset[str]]
    rates: frozenset[str]
    deal_kinds: frozenset[str]
    deal_verbs: Mapping[str, tuple[FrameVerb, ...]]
    delivery_verbs: Mapping[str, tuple[FrameVerb, ...]]
    deal_nouns: Mapping[str, FrameNoun]
    deal_phrases: Mapping[str, tuple[FramePhrase, ...]]
    status: Mapping[str, tuple[StatusWord, ...]]
    slots: Mapping[str, frozenset[str]] = field(default_factory=dict)

    @classmethod
    @lru_cache(maxsize=4)  # made once for a lexicon, not once for a story
    def of(cls, lexicon: Lexicon) -> Words:
        """The sets of a lexicon."""
        pointers = lexicon.table("reference_nouns")
        verbs = lexicon.table("verb_classes")
        phrases = frozenset(word_key(w) for w in lexicon.weapon_classes)
        deals = [f for f in lexicon.frames if f.family in DEALS]
        return cls(
            company_nouns=frozenset(r["word"] for r in pointers if r["kind"] == "Organization"),
            buyer_nouns=frozenset(r["word"] for r in pointers if r["kind"] == "Buyer"),
            seller_nouns=frozenset(r["word"] for r in pointers if r["kind"] == "Seller"),
            firm_nouns=frozenset(r["word"] for r in pointers if r["kind"] == "Firm"),
            contractor_nouns=frozenset(r["word"] for r in pointers if r["kind"] == "Seller")
            | {r["word"] for r in lexicon.table("deal_sides") if r["side"] == "seller"},
            customer_nouns=frozenset(r["word"] for r in pointers if r["kind"] == "Customer"),
            board_nouns=frozenset(r["word"] for r in pointers if r["kind"] == "Board"),
            country_nouns=frozenset(r["word"] for r in pointers if r["kind"] == "Country"),
            unit_nouns=frozenset(r["word"] for r in pointers if r["kind"] == "Unit"),
            site_nouns=frozenset(r["word"] for r in pointers if r["kind"] == "Site"),
            works_nouns=frozenset(r["word"] for r in pointers if r["kind"] == "Works"),
            share_nouns=frozenset(r["word"] for r in pointers if r["kind"] == "Share"),
            union_nouns=frozenset(r["word"] for r in pointers if r["kind"] == "Union"),
            town_nouns=frozenset(r["word"] for r in pointers if r["kind"] == "Town"),
            class_nouns=frozenset(r["word"] for r in pointers if r["kind"] == "Class"),
            speaker_nouns=frozenset(r["word"] for r in pointers if r["kind"] == "Speaker"),
            agency_nouns=frozenset(r["word"] for r in pointers if r["kind"] == "Agency"),
            force_nouns=frozenset(r["word"] for r in pointers if r["kind"] == "Force"),
            goods_nouns=frozenset(p.split()[-1] for p in phrases),
            trade_nouns=frozenset(r["word"] for r in lexicon.table("goods")),
            general_goods={r["word"]: frozenset(r.many("classes")) for r in lexicon.table("general_goods")},
            doubts=frozenset(r["form"].lower() for r in lexicon.table("hedges") if r["kind"] == "doubt"),
            value_words={r["word"]: r["reading"] for r in lexicon.table("value_words")},
            verb_classes={c: frozenset(r["word"] for r in verbs if r["class"] == c) for c in sorted({r["class"] for r in verbs})},
            rates=frozenset(r["form"] for r in lexicon.table("rates") if r["kind"] == "after" and r["per"] == "year"),
            ordinals={r["word"]: r["ordinal"] for r in lexicon.table("ordinals")},
            row_words=frozenset(r["word"] for r in lexicon.table("number_words") if r["kind"] == "ordinal")
            | {r["word"] for r in lexicon.table("ordinals") if not r["ordinal"] and "-" not in r["word"]},
            cardinals={r["word"]: r["value"] for r in lexicon.table("number_words") if r["kind"] in ("unit", "teen", "ten")},
            sets={r["word"]: int(r["value"]) for r in lexicon.table("number_words") if r["kind"] == "set"}
            | {f: 12 for r in lexicon.table("magnitudes") if r["value"] == "12" for f in r.many("forms")},
            deal_sides={r["word"]: r["side"] for r in lexicon.table("deal_sides")},
            fractions=fractions(lexicon),
            measure_nouns=frozenset(r["unit"] for r in lexicon.table("units") if r["kind"] in ("measure", "group")),
            deal_kinds=frozenset(f.fact for f in deals if f.family == "Deal"),
            deal_verbs=by_lemma(v for f in deals for v in f.verbs if f.family == "Deal"),
            delivery_verbs=by_lemma(v for f in deals for v in f.verbs if f.family == "Delivery"),
            deal_nouns={n.lemma: n for f in deals for n in f.nouns},
            deal_phrases=by_lemma(p for f in deals for p in f.phrases),
            status=by_lemma(lexicon.status_words),
        )

    def of_frame(self, frame: Frame) -> Words:
        """The same sets, but with one frame's words in the place of those of deals."""
        if id(frame) not in self._of_frames:
            self._of_frames[id(frame)] = (frame, self._with_frame(frame))
        return self._of_frames[id(frame)][1]

    @cached_property
    def _of_frames(self) -> dict[int, tuple[Frame, Words]]:
        """Those made so far, with their frames, so that no other frame can come to have the id of one."""
        return {}

    def _with_frame(self, frame: Frame) -> Words:
        return replace(
            self,
            deal_verbs=by_lemma(frame.verbs),
            delivery_verbs={},
            deal_nouns={n.lemma: n for n in frame.nouns},
            deal_phrases=by_lemma(frame.phrases),
            slots=frame.slots,
        )


def fractions(lexicon: Lexicon) -> dict[str, int]:
    """Words for a part of a whole with the percentage they stand for ("tenth": 10), 0 where it is no whole number ("third")."""
    found = {}
    for row in lexicon.table("number_words"):
        if row["kind"] not in ("part", "share") or row["word"].endswith(("s", "ves")):
            continue
        value = Decimal(row["value"])
        percent = 100 * value if row["kind"] == "part" else 100 / value
        found[row["word"]] = int(percent) if percent == int(percent) else 0
    return found


Entry = TypeVar("Entry", FrameVerb, FramePhrase, StatusWord)


def by_lemma(rows: Iterable[Entry]) -> dict[str, tuple[Entry, ...]]:
    """Rows grouped by lemma, those with a particle first, then those with more conditions."""
    found: dict[str, list[Entry]] = {}
    for row in sorted(rows, key=lambda r: (r.lemma, not r.particle, -len(getattr(r, "when", ())))):
        found.setdefault(row.lemma, []).append(row)
    return {lemma: tuple(group) for lemma, group in found.items()}
