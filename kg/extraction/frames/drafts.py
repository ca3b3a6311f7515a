"""What is known of a deal while its sentence is being read, before it becomes a claim?"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from spacy.tokens import Span, Token

from kg.extraction.goods.goods import Goods
from kg.extraction.goods.unnamed import GENERIC
from kg.extraction.syntax import base, sentence_of
from kg.model import Mention, Value
from kg.values import Date, Money


@dataclass
class Draft:
    """One deal or delivery in the making; slots are filled by functions and merged by `absorb`.

    anchor: the verb or noun that states it. party: parties of unknown side. top: the verb whose clause tells value and date.
    amounts: (start, amount) of all money told of it, also a second amount in a currency, as several goods have.
    announced: the date is the day on which somebody spoke of it. done: the day on which what was agreed before was completed. total:
    the words sum up a period ("since 2012").
    ends: a delivery whose verb speaks of its end ("to be completed by"), begins: of its start ("will begin by"). within: the deal
    that a delivery is promised in ("a contract for the delivery of"). unknown: sides that are told, but by words that name nobody
    ("another company"), with the head of these.
    inner: anchors of drafts that were absorbed. moves: goods only came somewhere, which tells a delivery when the story tells
    a deal of them (lent). paid_for: only the price makes it a deal ("paid for", "bid for"). force: the part of a state's forces
    that receives goods ("the 3rd Brigade"), for its state to be found. buys: the verb's own subject buys ("order", not "sell").
    needs: what must be told besides ("seller", "date"). timed: a delivery whose verb tells when it happens, starts or ends
    ("deliveries have slipped"). meant: the words of the goods name their receiver ("two jets for Oman"). came: that goods
    moved tells that they came somewhere ("arrived", "flew to", not "fly"). landing: the state of
    the place where goods came, which receives them if nobody else does. placed: goods are delivered to a place of which nothing
    is known, so that only who bought them may be the receiver. beside: the delivery to the first receiver, for one to a
    further one. due: a date to come, with its preposition, by which what a deal is of may be handed over. carries: the
    delivery that was made under a deal ("received two boats under a contract of 2021"). others: slots of facts that are no deals, by
    property.
    """

    anchor: Token
    kind: str
    status: str
    rule: str
    confidence: float
    top: Token
    buyer: list[Mention] = field(default_factory=list)
    seller: list[Mention] = field(default_factory=list)
    maker: list[Mention] = field(default_factory=list)
    party: list[Mention] = field(default_factory=list)
    goods: list[Goods] = field(default_factory=list)
    value: list[Money] = field(default_factory=list)
    amounts: list[tuple[int, Money]] = field(default_factory=list)
    date: Date | None = None
    announced: bool = False
    done: Date | None = None
    total: bool = False
    start: Date | None = None
    end: Date | None = None
    company_kind: str = ""
    hedge: str = ""
    ordinal: str = ""
    carrier: bool = False
    ends: bool = False
    begins: bool = False
    within: Draft | None = None
    inner: list[Token] = field(default_factory=list)
    moves: bool = False
    lent: bool = False
    paid_for: bool = False
    force: Token | None = None
    buys: bool = False
    timed: bool = False
    needs: str = ""
    meant: bool = False
    came: bool = True
    landing: Mention | None = None
    placed: bool = False
    unknown: dict[str, Token] = field(default_factory=dict)
    beside: Draft | None = None
    due: tuple[Date, str] | None = None
    carries: Draft | None = None
    others: dict[str, list[Value]] = field(default_factory=dict)

    def fill(self, slot: str, mentions: list[Mention]) -> None:
        """Add parties to a slot, each chain once in the whole draft."""
        have = {m.chain for s in ("buyer", "seller", "party") for m in getattr(self, s)}
        target: list[Mention] = getattr(self, slot)
        for m in mentions:
            if m.chain not in have and all(m.chain != t.chain for t in target):
                target.append(m)
                have.add(m.chain)

    def absorb(self, other: Draft) -> None:
        """Take over what another draft of the same deal knows and this one does not."""
        self.inner += [*other.inner, other.anchor, other.top]
        for slot in ("buyer", "seller", "maker"):
            if not getattr(self, slot):
                self.fill(slot, getattr(other, slot))
        self.fill("party", other.party)
        self.count(other)
        for property, values in other.others.items():
            self.others.setdefault(property, values)
        if other.goods and self.only_classed:
            self.goods = []
        if not self.goods or (all(g.system is None for g in self.goods) and other.goods):
            self.goods = [*other.goods] if not self.goods else [*other.goods, *(g for g in self.goods if g.quantity)]
        self.value, self.amounts = self.value or other.value, [*self.amounts, *other.amounts]
        self.date, self.start, self.end = self.date or other.date, self.start or other.start, self.end or other.end
        self.hedge, self.ordinal = self.hedge or other.hedge, self.ordinal or other.ordinal

    def count(self, other: Draft) -> None:
        """Take how many of the same goods another draft counts: "signed a contract for the Boxer, ordering 36 of them"."""
        if len(self.goods) != 1 or len(other.goods) != 1 or self.goods[0].quantity is not None:
            return
        mine, theirs = self.goods[0].system, other.goods[0].system
        if mine is not None and theirs is not None and mine.chain == theirs.chain:
            self.goods = [replace(self.goods[0], quantity=other.goods[0].quantity)]

    @property
    def only_classed(self) -> bool:
        """Whether goods are told only by a word before the deal noun, as "arms" of "an arms deal to buy tanks"."""

        def before(goods: Goods) -> bool:
            return goods.system is not None and goods.system.chain >= GENERIC and goods.system.end <= self.anchor.idx

        return bool(self.goods) and all(before(g) and g.quantity is None for g in self.goods)

    @property
    def systems(self) -> list[Mention]:
        """The systems of all goods, each chain once."""
        found: list[Mention] = []
        for g in self.goods:
            if g.system is not None and all(g.system.chain != s.chain for s in found):
                found.append(g.system)
        return found

    @property
    def heads(self) -> list[Token]:
        """The words whose clauses tell of the deal: its anchor and those it absorbed, its top verb and the verbs
        that govern it ("agreed to buy").
        """
        found = [*self.inner, self.anchor, self.top]
        while base(found[-1].dep_) == "xcomp" and found[-1].head.pos_ in ("VERB", "AUX", "ADJ"):
            found.append(found[-1].head)
        return list(dict.fromkeys(found))

    @property
    def sentence(self) -> Span:
        """The sentence the deal is stated in."""
        return sentence_of(self.anchor)

    @property
    def acquisition(self) -> bool:
        """Whether what is bought is a company."""
        return any(g.is_company for g in self.goods)
