"""What the network adds is counted against the facts of passages."""

from __future__ import annotations

from collections.abc import Mapping

from spacy.language import Language
from spacy.tokens import Doc

from kg.extraction.learned.asked import Asked
from kg.language.slots import Answer
from kg.lexicon import Lexicon
from kg.training.measure import added

TEXT = "Portugal said farewell to its old trainers. Its pilots dream of twelve Super Tucano aircraft made by Embraer."
DEAL = {"kind": "purchase", "status": "signed", "buyer": ["Portugal"], "seller": [], "maker": ["Embraer"], "system": ["Super Tucano"],
        "quantity": None, "value": [], "date": None, "evidence": "dream of twelve Super Tucano aircraft"}  # fmt: skip


class Naming:
    """A network that is sure of one buyer."""

    def __init__(self, buyer: str) -> None:
        self.buyer = buyer

    def answers(self, doc: Doc, asked: Asked, /) -> Mapping[int, Answer]:
        named = {k: 1.0 for k, (start, end, _, _) in enumerate(asked.spans) if doc[start:end].text == self.buyer}
        kinds = {"Purchase": 1.0, "Contract": 0.0, "Lease": 0.0, "Donation": 0.0}
        others = ("seller", "maker", "quantity", "value", "date", "to", "from", "dquantity", "start", "end", "of")
        slots: dict[str, dict[int, float]] = {slot: {} for slot in others} | {"buyer": named}
        return {k: Answer({"": 0.0, "signed": 1.0}, kinds, {"": 1.0}, slots) for k in asked.things}


def test_a_pair_that_is_written_down_is_right_and_another_is_not(nlp: Language, words: Lexicon) -> None:
    passage = ({"id": "p-001", "roles": [], "deals": [DEAL], "deliveries": []}, TEXT)

    def count(buyer: str) -> tuple[int, int]:
        found = added([passage], nlp, words, Naming(buyer))
        return found.deals.by_network, found.deals.right

    assert count("Portugal") == (1, 1)
    assert count("Embraer") == (1, 0)
    assert count("nobody") == (0, 0)
