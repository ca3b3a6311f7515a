"""Where the network gainsays the buyer or the status that the rules tell, and where they stand."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.language import Language

from kg import language
from kg.extraction import extract
from kg.lexicon import Lexicon
from kg.model import Article, Claim, Mention
from kg.values import Date
from tests.extraction.fake_network import Fake, texts


@pytest.fixture(scope="session")
def deal(nlp: Language, words: Lexicon) -> Callable[[str, Fake], Claim]:
    """The one deal of a text, by rules and a network."""

    def found(text: str, network: Fake) -> Claim:
        article = Article("t", text, published=Date.parse("2026-03-14"))
        claims = extract(language.annotate(article, nlp, words), article, words, network, least=0.0).claims
        (claim,) = [c for c in claims if c.kind not in ("RoleHolding", "Delivery")]
        return claim

    return found


def buyers(**chances: float) -> Fake:
    """A network that holds these for buyers."""
    return Fake(chances={"buyer": chances})


def test_a_buyer_the_network_does_not_believe_gives_way_to_the_one_it_is_sure_of(deal: Callable[[str, Fake], Claim]) -> None:
    text = "Norway and Oman trained together. Kenya bought twelve C-390 transports from Embraer."
    claim = deal(text, buyers(Kenya=0.1, Oman=0.9))
    assert (texts(claim, "buyer"), texts(claim, "seller")) == (["Oman"], ["Embraer"])
    assert claim.evidence.text == text  # from the words of the deal on to the buyer
    assert claim.evidence.rule == "deal.buy.active" and claim.evidence.confidence <= 0.63


@pytest.mark.parametrize(
    "chances", [{"Kenya": 0.4, "Oman": 0.9}, {"Kenya": 0.1, "Oman": 0.4}, {"Kenya": 0.1}, {"Kenya": 0.1, "Embraer": 0.9}]
)
def test_the_buyer_of_the_rules_stays_where_there_is_no_surer_one(deal: Callable[[str, Fake], Claim], chances: dict[str, float]) -> None:
    text = "Norway and Oman trained together. Kenya bought twelve C-390 transports from Embraer."
    assert texts(deal(text, buyers(**chances)), "buyer") == ["Kenya"]


def test_buyers_side_by_side_stay(deal: Callable[[str, Fake], Claim]) -> None:
    text = "Peru looked on. Oman and Kenya jointly ordered twelve C-390 transports from Embraer."
    assert set(texts(deal(text, buyers(Peru=0.9)), "buyer")) == {"Oman", "Kenya"}


def test_a_body_the_network_believes_stands_for_its_state(deal: Callable[[str, Fake], Claim]) -> None:
    claim = deal(
        "Oman looked on. The FMV ordered twelve C-390 transports from Embraer.", Fake(chances={"buyer": {"FMV": 0.9, "Oman": 0.8}})
    )
    (buyer,) = claim.values("buyer")
    assert isinstance(buyer, Mention) and (buyer.text, buyer.kind, buyer.meant) == ("FMV", "Country", "Sweden")
    assert claim.evidence.confidence > 0.6


def test_the_network_gainsays_how_far_a_deal_is_only_where_it_is_all_but_sure(deal: Callable[[str, Fake], Claim]) -> None:
    text = "Kenya bought twelve C-390 transports from Embraer."
    told = [texts(deal(text, Fake(chance, status="cancelled", chances={"buyer": {"Kenya": 1.0}})), "status") for chance in (0.99, 0.8)]
    assert told == [["cancelled"], ["signed"]]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Kenya approved the purchase of twelve C-390 transports from Embraer.", "approved"),  # the verb says that leave was given
        ("Kenya has agreed to buy twelve C-390 transports from Embraer.", "signed"),  # so does this one that a deal was made
        ("Kenya plans to sign a third contract with Embraer for twelve C-390 transports.", "planned"),  # one of several
    ],
)
def test_words_that_say_how_far_a_deal_is_stand(deal: Callable[[str, Fake], Claim], text: str, status: str) -> None:
    assert texts(deal(text, Fake(1.0, status="cancelled", chances={"buyer": {"Kenya": 1.0}})), "status") == [status]


def test_who_gives_way_as_a_buyer_sells_where_the_network_is_sure_of_it(deal: Callable[[str, Fake], Claim]) -> None:
    text = "Norway and Oman trained together. Kenya bought twelve C-390 transports."
    chances = {"buyer": {"Kenya": 0.1, "Oman": 0.9}, "seller": {"Kenya": 0.8}}
    claim = deal(text, Fake(chances=chances))
    assert (texts(claim, "buyer"), texts(claim, "seller")) == (["Oman"], ["Kenya"])
    chances["seller"] = {"Kenya": 0.3}
    assert texts(deal(text, Fake(chances=chances)), "seller") == []
