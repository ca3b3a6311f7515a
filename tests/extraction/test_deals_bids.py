"""Bids, talks and auctions for companies: who bids for what, what becomes of it, and which of several companies a word means."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.model import Claim, Extraction, Mention, Money

Told = tuple[str, str, str, str]


def told(claims: list[Claim]) -> list[Told]:
    """(buyers, sellers, systems, status) of every deal, names joined by commas."""

    def names(claim: Claim, property: str) -> str:
        return ", ".join(v.text for v in claim.values(property) if isinstance(v, Mention))

    deals = [c for c in claims if c.kind not in ("RoleHolding", "Delivery")]
    return [(names(c, "buyer"), names(c, "seller"), names(c, "system"), str(next(iter(c.values("status")), ""))) for c in deals]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Heineken's shareholders approved the $3 billion takeover by Unilever on Friday.", [("Unilever", "", "Heineken", "approved")]),
        ("Heineken shareholders voted for the $3 billion sale to Unilever.", [("Unilever", "", "Heineken", "approved")]),
        ("The board of Heineken has advised that shareholders accept a $3 billion takeover by Unilever.",
         [("Unilever", "", "Heineken", "signed")]),
        ("The European Commission approved the takeover by Unilever.", []),
        ("Heineken shareholders will vote on the $3 billion sale to Unilever.", []),
        ("Heineken's takeover by Unilever was blocked in May.", [("Unilever", "", "Heineken", "cancelled")]),
        ("Heineken's takeover of Diageo was blocked in May.", [("Heineken", "", "Diageo", "cancelled")]),
    ],
)  # fmt: skip
def test_holders_take_a_bid_for_their_company(text: str, expected: list[Told], claims: Callable[..., list[Claim]]) -> None:
    assert told(claims(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Merger talks between Unilever and Heineken collapsed in September.", [("Unilever", "", "Heineken", "cancelled")]),
        ("Talks between Unilever and Heineken over a merger collapsed.", [("Unilever", "", "Heineken", "cancelled")]),
        ("Unilever broke off merger talks with Heineken in June.", [("Unilever", "", "Heineken", "cancelled")]),
        ("Unilever and Heineken are in merger talks.", [("Unilever", "", "Heineken", "planned")]),
        ("Unilever is in talks with Heineken about a merger.", [("Unilever", "", "Heineken", "planned")]),
        ("Unilever is in talks with Heineken about its prices.", []),
        ("Talks between Unilever and Heineken collapsed in September.", []),
        ("Unilever walked away from talks to buy Heineken in June.", [("Unilever", "", "Heineken", "cancelled")]),
    ],
)  # fmt: skip
def test_talks_name_who_would_merge(text: str, expected: list[Told], claims: Callable[..., list[Claim]]) -> None:
    assert told(claims(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Unilever is considering a bid for Heineken.", [("Unilever", "", "Heineken", "planned")]),
        ("Heineken is considering a bid from Unilever.", [("Unilever", "", "Heineken", "planned")]),
        ("Heineken is considering a rival bid.", []),
        ("Unilever beat Diageo to buy Heineken for $4bn.", [("Unilever", "", "Heineken", "signed")]),
        ("Unilever asked Diageo to buy Heineken for $4bn.", [("Diageo", "", "Heineken", "planned")]),
        ("Unilever gained control of Heineken from Diageo in 2023.", [("Unilever", "Diageo", "Heineken", "signed")]),
        ("The army gained control of Sudan in 2023.", []),
        ("Unilever paid $3 billion to acquire Heineken.", [("Unilever", "", "Heineken", "signed")]),
        ("Unilever paid $3 billion to settle charges.", []),
        ("Unilever is paying off $3 billion of debts for Heineken.", []),
        ("Funds advised by Unilever have agreed to acquire Heineken.", [("Unilever", "", "Heineken", "signed")]),
        ("Norway exercised an option to buy ten more F-35 jets.", [("Norway", "", "F-35", "signed")]),
        ("Norway has an option to buy ten more F-35 jets.", []),
        ("Wizz Air is taking 11 Boeing 777s on lease.", [("Wizz Air", "", "Boeing 777s", "signed")]),
        ("Wizz Air is taking 11 guests on tour.", []),
        ("Unilever, which owns 20% of Heineken, is buying another 15% for $400 million.", [("Unilever", "", "Heineken", "signed")]),
        ("Unilever owns 20% of Heineken and 15% of Diageo.", []),
    ],
)  # fmt: skip
def test_who_ends_up_with_a_company(text: str, expected: list[Told], claims: Callable[..., list[Claim]]) -> None:
    assert told(claims(text)) == expected


def test_paid_to_acquire_is_one_deal_with_its_price(claims: Callable[..., list[Claim]]) -> None:
    (deal,) = claims("Unilever is to pay $3 billion to take control of Heineken.")
    (price,) = deal.values("hasValue")
    assert isinstance(price, Money) and price.amount == 3_000_000_000


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Italy's Eni agreed last September to sell its unit to Oando, and in November Norway's Equinor said Chappal Energies would buy "
         "its Nigerian arm.",
         [("Chappal Energies", "Equinor"), ("Oando", "Eni")]),
        ("Unilever said Diageo would sell its Nigerian arm to Heineken.", [("Heineken", "Diageo")]),
    ],
)  # fmt: skip
def test_its_means_the_speaker_of_its_own_clause(text: str, expected: list[tuple[str, str]], extracted: Callable[..., Extraction]) -> None:
    read = extracted(text)
    names = {m.chain: m.text for m in reversed(read.mentions) if m.named}
    sides = [[names[m.chain] for s in ("buyer", "seller") for m in c.values(s) if isinstance(m, Mention)] for c in read.claims]
    assert sorted(tuple(s) for s in sides) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Unilever has agreed to buy Heineken for $3 billion. A bid by Diageo lapsed in August.",
         [("Unilever", "", "Heineken", "signed"), ("Diageo", "", "Heineken", "cancelled")]),
        ("Unilever has agreed to buy Heineken for $3 billion. Diageo withdrew its offer for the Peroni beer business in August.",
         [("Unilever", "", "Heineken", "signed"), ("its", "", "Peroni", "cancelled")]),
    ],
)  # fmt: skip
def test_a_lost_bid_is_for_the_company_told_before(text: str, expected: list[Told], claims: Callable[..., list[Claim]]) -> None:
    assert told(claims(text)) == expected
