"""Ministers and heads of state take a side for their state; aid told in money; what came is told once and is not its carrier."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from spacy.language import Language

from kg.extraction import extract
from kg.language import annotate
from kg.lexicon import Lexicon
from kg.model import Article, Claim
from tests.extraction.test_deals import slots
from tests.extraction.test_gifts_and_gaps import first

# (text, kind, buyer, seller of each deal)
DEALS: list[tuple[str, list[tuple[Any, ...]]]] = [
    ("Kenya's defence minister signed a contract for 32 F-35 jets with the United States.", [("Purchase", "Kenya", "United States")]),
    ("Prime Minister Ada Bruni of Italy promised Albania three patrol boats.", [("Donation", "Albania", "Italy")]),
    (
        "The contract was signed in March 2019 by then defence minister Ana Silva of Brazil for 36 Gripen jets from Saab.",
        [("Purchase", "Brazil", "Saab")],
    ),
    # no official of a state, or one no more; what an official wants
    ("Former President Barack Obama bought two F-16 jets from Saab.", [("Purchase", None, "Saab")]),
    ("Airbus President Jean Dupont ordered 12 F-16 jets from Saab.", [("Purchase", None, "Saab")]),
    ("Kenya's premier wants 12 F-16 jets.", []),
    # aid told in money
    ("Britain offered 5 million pounds in emergency relief to Haiti.", [("Donation", "Haiti", "Britain")]),
    ("Latvia would provide Ukraine with $150 million in aid.", [("Donation", "Ukraine", "Latvia")]),
    ("Latvia doubled its aid to Malawi to 200 million euros.", [("Donation", "Malawi", "its")]),
    ("The school doubled its aid to students to $20 million.", []),
    ("Latvia would provide Ukraine with advice.", []),
]

ORDER = "Norway ordered 54 K9 howitzers from Hanwha Aerospace in 2018. "
# (text, (system, receiver) of each delivery)
DELIVERIES: list[tuple[str, list[tuple[Any, ...]]]] = [
    (
        ORDER + "The first ten K9 howitzers arrived in Norway in May. Receiving the howitzers, the minister praised the crews.",
        [("K9", "Norway")],
    ),
    (
        ORDER + "The first ten K9 howitzers arrived in Norway in May. Norway received the howitzers of the second batch in June.",
        [("K9", "Norway"), ("howitzers", "Norway")],
    ),
    (ORDER + "Two Chinese transport aircraft landed in Oslo on Saturday.", []),
    (ORDER + "Oslo has waited for the howitzers since 2010.", [("howitzers", "Oslo")]),
    ("The Danish defence minister received the first two F-35 jets on Monday.", [("F-35", "Danish")]),
]


@pytest.mark.parametrize(("text", "expected"), DEALS, ids=[t[:60] for t, _ in DEALS])
def test_deals(text: str, expected: list[tuple[Any, ...]], claims: Callable[..., list[Claim]]) -> None:
    found = [slots(c) for c in claims(text) if c.kind not in ("RoleHolding", "Delivery")]
    assert [tuple(first(f, s) for s in ("kind", "buyer", "seller")) for f in found] == expected


@pytest.mark.parametrize(("text", "expected"), DELIVERIES, ids=[t[:60] for t, _ in DELIVERIES])
def test_deliveries(text: str, expected: list[tuple[Any, ...]], claims: Callable[..., list[Claim]]) -> None:
    found = [slots(c) for c in claims(text, "Delivery")]
    assert [tuple(first(f, s) for s in ("system", "to")) for f in found] == expected
    assert all(first(f, "start") != "2010" for f in found)


@pytest.mark.parametrize(("place", "buyers"), [("KATHMANDU", ["Nepal", "Nepal"]), ("GENEVA", []), ("DELHI", [])])
def test_aid_is_for_the_state_written_from(place: str, buyers: list[str], nlp: Language, words: Lexicon) -> None:
    article = Article(
        "story", "The quake destroyed towns in Nepal. India pledged $5 million in relief. China offered $2 million in aid.", place=place
    )
    found = extract(annotate(article, nlp, words), article, words, least=0.0).claims
    assert [first(slots(c), "buyer") for c in found] == buyers
