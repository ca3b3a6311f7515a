"""A network whose answers a test sets, and what claims say in words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from spacy.tokens import Doc

from kg.extraction.learned.asked import Asked
from kg.model import Claim

SLOTS = ("buyer", "seller", "maker", "quantity", "value", "date", "to", "from", "dquantity", "start", "end", "of")
PURCHASE = {"Purchase": 0.9, "Acquisition": 0.1, "Contract": 0.0, "Lease": 0.0, "Donation": 0.0}


@dataclass(frozen=True)
class Said:
    """An answer that says the same of everything. chances: slot -> words -> how likely these fill it."""

    deal: float
    delivery: float
    chances: Mapping[str, Mapping[str, float]]
    asked: Asked
    doc: Doc
    status: str = "signed"
    kinds: Mapping[str, float] = field(default_factory=lambda: PURCHASE)

    @property
    def statuses(self) -> Mapping[str, float]:
        return {"": 1 - self.deal, self.status: self.deal}

    @property
    def deliveries(self) -> Mapping[str, float]:
        return {"": 1 - self.delivery, "expected": self.delivery}

    @property
    def slots(self) -> Mapping[str, Mapping[int, float]]:
        words = {k: self.doc[start:end].text for k, (start, end, _, _) in enumerate(self.asked.spans)}
        return {slot: {k: self.chances.get(slot, {}).get(text, 0.0) for k, text in words.items()} for slot in SLOTS}


@dataclass
class Fake:
    """A network whose answers a test sets; it remembers what it was asked about."""

    deal: float = 0.0
    delivery: float = 0.0
    chances: Mapping[str, Mapping[str, float]] = field(default_factory=dict)
    things: list[str] = field(default_factory=list)
    status: str = "signed"
    kinds: Mapping[str, float] = field(default_factory=lambda: PURCHASE)

    def answers(self, doc: Doc, asked: Asked, /) -> dict[int, Said]:
        self.things += [doc[slice(*asked.spans[k][:2])].text for k in asked.things]
        return {k: Said(self.deal, self.delivery, self.chances, asked, doc, self.status, self.kinds) for k in asked.things}


def texts(claim: Claim, slot: str) -> list[str]:
    return [getattr(v, "text", str(v)) for v in claim.values(slot)]
