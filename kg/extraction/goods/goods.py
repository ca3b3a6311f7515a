"""What is bought, and how many: which systems, companies or goods does a noun phrase name?"""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal

from spacy.tokens import Token

from kg.extraction.chains import singular
from kg.extraction.goods.counts import PARTS, bare_number, is_partial, ordinal_of, origin_of, quantity_of, share_of
from kg.extraction.goods.names import OF, named_behind, named_over, named_system
from kg.extraction.goods.parts import company_behind, is_part, site_of, unit_of, whole_of_named
from kg.extraction.goods.shorthand import is_lot, is_picked, is_rest, is_single, is_some, set_number
from kg.extraction.goods.stakes import company_of_stake, fraction_of, holder_of, name_before
from kg.extraction.goods.unnamed import GENERIC, generic_system
from kg.extraction.parties import name_in, party_of
from kg.extraction.references import GENERAL, described, described_goods, is_definite, relative_noun
from kg.extraction.story import Story
from kg.extraction.syntax import base, child, children, conjuncts, preposition
from kg.model import Mention
from kg.values import Quantity

# The class of what only counts or bundles other goods ("battery", "squadron").
COUNTED = "military unit"
# Words that count more of goods without naming them.
MORE = frozenset({"more", "others"})
# Verbs that tell of several ("the first are to arrive").
PLURAL = frozenset({"are", "were", "have"})


@dataclass(frozen=True)
class Goods:
    """One thing bought or delivered. system: the mention; quantity: how many; ordinal: "second", "additional"; origin: "Russian-made";
    owner: whose part it is ("Starwood's vacation business"); partial: only a first part of uncounted goods ("the first launchers").
    at: offset of the number that tells it where its name stands before another count, -1 elsewhere. coming: the next of a row
    ("its next ship"). lot: the word that bundles goods which it does not name ("the first squadron"). picked: one of a row, or
    the first or last of it. single: "a" stands before it.
    """

    system: Mention | None
    quantity: Quantity | None = None
    ordinal: str = ""
    origin: Mention | None = None
    is_company: bool = False
    owner: Mention | None = None
    partial: bool = False
    at: int = -1
    coming: bool = False
    lot: str = ""
    picked: bool = False
    single: bool = False
    whole: bool = False

    @property
    def start(self) -> int:
        """Where it is told: at its name, or at a bare number ("90 buses from Verano and 30 from Kestrel")."""
        return self.at if self.at >= 0 or self.system is None else self.system.start


def goods(head: Token, story: Story) -> list[Goods]:
    """Everything a noun phrase offers as a deal's object, coordinated goods one by one; [] where nothing fits."""
    named = company_behind(head, story)
    found = [
        replace(
            one,
            partial=is_partial(noun, one.quantity),
            coming=any(c.lower_ == "next" for c in children(noun, "amod")),
            picked=is_picked(noun, story) or noun.lower_ in story.words.row_words,
            single=any(c.lower_ in ("a", "an") for c in children(noun, "det")),
        )
        for noun in [*conjuncts(named or head), *behind_again(head), *named_with(head, story)]
        if not is_some_of(noun)
        and not is_one_phrase(named or head, noun, story)
        and not is_plus(noun)
        and (one := one_of(noun, story)) is not None
    ]
    if not any(g.system for g in found) and head.dep_ == "obj":
        others = [o for o in children(head.head, "obj") if o.i > head.i]  # a second object is the parser's slip
        found += [one for o in others if (one := one_of(o, story)) is not None]
    return found


def named_with(head: Token, story: Story) -> list[Token]:
    """The further companies that a plural is told by: "the brands Kestrel, Orion and Verano"."""
    first = child(head, "appos", "flat") if head.tag_ == "NNS" else None
    named = story.mention(first) if first is not None and first.i > head.i else None
    return [c for c in conjuncts(first) if c is not first] if first is not None and named is not None and named.kind != "System" else []


def is_one_phrase(first: Token, noun: Token, story: Story) -> bool:
    """Whether one count is of two nouns together, which the parser took for two things: "four A-29 light attack and training aircraft"."""
    named = (m := story.mention(noun)) is not None and m.kind == "System"
    return first.i < noun.i and not named and any(s.start <= first.i and noun.i < s.end for s in story.doc.spans.get("quantities", ()))


def is_some_of(noun: Token) -> bool:
    """Whether a number behind a comma only counts some of the goods before it: "36 jets, 15 of them to be built in Brazil"."""
    inside = child(noun, "nmod") if noun.dep_ == "conj" and noun.tag_ == "CD" and child(noun, "cc") is None else None
    return inside is not None and inside.lower_ in ("them", "these", "which") and child(noun, "obl", "orphan") is None


def is_plus(noun: Token) -> bool:
    """Whether a noun only adds to the count before it: "50 percent plus one share of Kestrel"."""
    return noun.dep_ == "conj" and any(c.lower_ == "plus" for c in children(noun, "cc"))


def behind_again(head: Token) -> list[Token]:
    """What the same preposition leads to once more behind "and": "the sale of 108 tanks, for $2 billion, and of 250 missiles"."""
    function = preposition(head)
    others = children(head.head, "conj") if function and base(head.dep_) == "nmod" else []
    return [c for c in others if c.i > head.i and preposition(c) == function and child(c, "nummod") is not None]


def one_of(noun: Token, story: Story) -> Goods | None:
    """The goods one noun names: a named system, a company or a stake in one, or goods of a known class."""
    ordinal, origin = ordinal_of(noun, story), origin_of(noun, story)
    whole_of = measured(noun, story) if noun.lower_ in PARTS else None
    share = share_of(noun, quantity_of(whole_of, story)) if whole_of is not None else None
    uncounted = noun.lower_ in PARTS or noun.lower_ in story.words.verb_classes["rest"]
    quantity = share if uncounted else quantity_of(noun, story) or bare_number(noun, story)
    if noun.lower_ in story.words.row_words and is_definite(noun) and measured(noun, story) is not None:
        quantity = None if is_told_of_several(noun) else Quantity(Decimal(1), text=noun.text)  # "the last of the 36 jets was"
    stake = company_of_stake(noun, story)
    if stake is not None:
        quantity = quantity or fraction_of(noun, story)
        ordinal = "" if noun.lower_ in story.words.fractions else ordinal  # "a third of Verano"
        part = next((t for t in noun.subtree if is_part(t, story)), None) if stake.chain >= GENERIC else None
        holder = child(part, "nmod:poss") if part is not None else None
        owner = party_of(holder, story) if holder is not None else holder_of(noun, story)
        return Goods(stake, quantity, ordinal, origin, True, owner)
    if noun.lower_ in ("it", "they", "them", "these", "those"):
        reference = described_goods(noun, story)
        if reference is None:
            return None
        quantity = quantity or (count_of(reference, noun, story) if noun.lower_ != "it" else None)
        return Goods(reference, quantity, is_company=reference.kind == "Organization")
    named = named_system(noun, story)
    if named is not None and not (named.start > noun.idx and is_part(noun, story)):  # "its snacks business, including the Kestrel brand"
        return Goods(named, quantity, ordinal, origin)
    company = name_in(noun, story) or name_before(noun, story)
    if company is not None and is_goods(noun, story) and company.start > noun.idx and story.article.text[company.start - 1] == "(":
        company = None  # "combat management systems (CMS)"
    if company is not None and company.kind == "Organization" and story.lexicon.state_body(company.text) is None:
        return Goods(company, quantity, ordinal, origin, True, whole_of_named(noun, company, story))
    if (site := site_of(noun, story)) is not None:
        whose = child(noun, "nmod:poss")
        return Goods(site, quantity, ordinal, origin, True, party_of(whose, story) if whose is not None else None)
    if is_part(noun, story):
        unit = unit_of(noun, generic_system(noun, story), story)
        owner = party_of(child(noun, "nmod:poss") or measured(noun, story) or noun, story)
        return Goods(replace(unit, kind="Organization"), quantity, ordinal, origin, True, owner)
    if is_single(noun, story) and ((number := set_number(noun, story)) is not None or is_some(noun, story)):
        return Goods(None, number, ordinal, origin)  # "18 units", "the final ones"
    if is_goods(noun, story):
        reference = described(noun, story) or named_behind(noun, story) or named_over(noun, story)
        if reference is not None and reference.kind == "System":
            return Goods(reference, quantity, ordinal, origin)
        inner = measured(noun, story)
        below = one_of(inner, story) if inner is not None else None
        is_named = below is not None and below.system is not None and below.system.chain < GENERIC
        counted = below is not None and below.system is not None and (is_named or same_class(noun, inner, story) or is_measure(noun, story))
        if below is not None and counted and not below.is_company:
            return Goods(below.system, quantity or below.quantity, ordinal, origin or below.origin)  # "three batteries of the missile"
        lot = singular(noun.lower_) if is_lot(noun, story) else ""
        return Goods(generic_system(noun, story), quantity, ordinal, origin, lot=lot)
    inner = measured(noun, story)
    if inner is not None:
        below = one_of(inner, story)
        if below is not None and (below.system is not None):
            picked = noun.lower_ in story.words.ordinals or is_partial(noun, None)  # "the last of the 36 jets"
            picked = picked or noun.lower_ in story.words.verb_classes["rest"]
            whole = None if picked else below.quantity
            return Goods(below.system, quantity or whole, ordinal or below.ordinal, origin or below.origin, below.is_company, below.owner)
    if noun.lower_ in story.words.row_words and noun.pos_ != "ADV" and child(noun, "det", "nmod:poss") is not None:
        if inner is not None and bare_number(inner, story) is None:
            return None
        number = None if is_told_of_several(noun) else Quantity(Decimal(1), text=noun.text)
        beside = named_beside(noun)
        told = one_of(beside, story) if beside is not None else None
        return Goods(None, number, ordinal) if told is None or told.is_company else replace(told, quantity=number, ordinal=ordinal)
    number = set_number(noun, story)
    if number is None and is_lot(noun, story) and inner is not None:
        number = bare_number(inner, story)  # "the first batch of 24"
    if number is not None or is_lot(noun, story) or is_rest(noun, story):
        return Goods(None, number, ordinal, origin, lot="" if number is not None else singular(noun.lower_))
    if noun.lower_ in MORE:
        number = next((q for c in children(noun, "nummod") if (q := bare_number(c, story)) is not None), quantity)
        return Goods(None, number, ordinal, origin) if number is not None else None  # "has ordered 27 more"
    counts = noun.pos_ == "NUM" and (noun.tag_ == "CD" or not noun.text[:1].isupper())
    return Goods(None, quantity, ordinal, origin) if quantity is not None and counts else None


def named_beside(noun: Token) -> Token | None:
    """The noun behind a comma that says what a word of order picks: "a sixth, a Shangani-type cutter from China, is expected"."""
    beside = [*children(noun, "appos"), *children(noun.head, "nsubj")]
    return next((c for c in beside if c.i > noun.i and c.pos_ in ("NOUN", "PROPN") and noun.nbor().text == ","), None)


def is_told_of_several(noun: Token) -> bool:
    """Whether the verb of a noun is plural ("the first are to arrive")."""
    return any(c.lower_ in PLURAL for c in [noun.head, *children(noun.head, "aux", "aux:pass", "cop")])


def count_of(reference: Mention, pronoun: Token, story: Story) -> Quantity | None:
    """How many there are of what "they" stands for, by the phrase that names it last before ("four Patriot launchers")."""
    before = [m for m in story.chain(reference.chain) if m.start < pronoun.idx and m.named]
    if not before:
        return None
    root = story.span(before[-1]).root
    return quantity_of(root.head if base(root.dep_) in ("compound", "amod", "nmod") and root.head.pos_ == "NOUN" else root, story)


def is_measure(noun: Token, story: Story) -> bool:
    """Whether a noun only measures out or bundles other goods: "two cargoes of crude"."""
    words = story.words.measure_nouns | story.words.verb_classes["bundle"]
    return bool({singular(noun.lower_), noun.lemma_.lower()} & words)


def same_class(noun: Token, inner: Token | None, story: Story) -> bool:
    """Whether a noun only counts the goods behind it, which are of its own class ("100,000 rounds of 155 mm ammunition")."""
    classes = story.lexicon.weapon_classes
    mine = classes.get(singular(noun.lower_))
    return inner is not None and mine is not None and mine != COUNTED and mine == classes.get(singular(inner.lower_))


def measured(noun: Token, story: Story) -> Token | None:
    """The goods behind a measuring noun: "three squadrons of jets", "delivery of tanks"; "three jets, the first of which"."""
    inner = next((c for c in children(noun, "nmod") if preposition(c) in OF), None)
    return relative_noun(inner) if inner is not None and inner.lower_ == "which" else inner


def is_goods(noun: Token, story: Story) -> bool:
    """Whether a common noun names goods of a class the lexicon knows ("howitzers", "air defence system", "compressors")."""
    if noun.lower_ in GENERAL and is_definite(noun):
        return True  # "three states bought the type"
    forms = {singular(noun.lemma_.lower()), singular(noun.lower_)}
    traded = noun.pos_ == "NOUN" and bool(forms & story.words.trade_nouns)
    return traded or (noun.pos_ in ("NOUN", "PROPN") and bool(forms & story.words.goods_nouns))
