"""Deals as a reader takes them from sentences: every slot, every status, and what states no deal at all."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest

from kg.model import Claim, Mention
from kg.values import Date, Money, Quantity


def shown(value: Any) -> Any:
    """A value of a claim as a test writes it."""
    if isinstance(value, Mention):
        return value.text
    if isinstance(value, Money):
        return (int(value.amount), value.currency)
    if isinstance(value, Quantity):
        return int(value.number)
    return value.iso if isinstance(value, Date) else value


def slots(claim: Claim) -> dict[str, list[Any]]:
    """All slots of a claim by property."""
    found: dict[str, list[Any]] = {"kind": [claim.kind]}
    for a in claim.arguments:
        found.setdefault(a.property, []).append(shown(a.value))
    return found


DEALS: list[tuple[str, dict[str, list[Any]]]] = [
    (
        "Poland bought 32 F-35 fighter jets from Lockheed Martin for $4.6 billion in January 2020.",
        {
            "kind": ["Purchase"],
            "buyer": ["Poland"],
            "seller": ["Lockheed Martin"],
            "quantity": [32],
            "hasValue": [(4_600_000_000, "USD")],
            "hasDate": ["2020-01"],
            "status": ["signed"],
        },
    ),
    (
        "In 2015 Egypt ordered 24 Rafale jets from France.",
        {"buyer": ["Egypt"], "seller": ["France"], "system": ["Rafale"], "hasDate": ["2015"]},
    ),
    (
        "Six C-390 aircraft were bought by Portugal in 2019.",
        {"buyer": ["Portugal"], "quantity": [6], "hasDate": ["2019"], "status": ["signed"]},
    ),
    ("Norway plans to buy four Type 212CD submarines from Germany.", {"buyer": ["Norway"], "seller": ["Germany"], "status": ["planned"]}),
    ("Kosovo has scrapped plans to buy Bayraktar TB2 drones.", {"buyer": ["Kosovo"], "system": ["Bayraktar TB2"], "status": ["cancelled"]}),
    (
        "Saab has secured a contract worth 95 million Swiss francs to deliver six Giraffe 1X radars to Switzerland.",
        {"kind": ["Purchase"], "buyer": ["Switzerland"], "seller": ["Saab"], "quantity": [6], "hasValue": [(95_000_000, "CHF")]},
    ),
    (
        "The US Army awarded Lockheed Martin a $4.7 billion contract for PAC-3 MSE missiles.",
        {"buyer": ["US"], "seller": ["Lockheed Martin"], "system": ["PAC-3 MSE"], "hasValue": [(4_700_000_000, "USD")]},
    ),
    (
        "Baikal paid 260.75bn roubles ($9.37bn: £4.8bn) for Sevmash Energy.",
        {"kind": ["Acquisition"], "hasValue": [(260_750_000_000, "RUB"), (9_370_000_000, "USD"), (4_800_000_000, "GBP")]},
    ),
    ("Microsoft agreed to buy LinkedIn for $26.2 billion.", {"kind": ["Acquisition"], "buyer": ["Microsoft"], "system": ["LinkedIn"]}),
    ("Italy's Illva Saronno has agreed to buy 33% of Changyu.", {"kind": ["Acquisition"], "quantity": [33], "system": ["Changyu"]}),
    (
        "Qwest has bid $6.3bn (£3.4bn) for MCI.",
        {"kind": ["Acquisition"], "status": ["planned"], "hasValue": [(6_300_000_000, "USD"), (3_400_000_000, "GBP")]},
    ),
    (
        "Denmark donated 19 CAESAR howitzers to Ukraine.",
        {"kind": ["Donation"], "seller": ["Denmark"], "buyer": ["Ukraine"], "quantity": [19]},
    ),
    (
        "Thales said on Tuesday that Indonesia had placed an order for 13 Ground Master 403 radars.",
        {"buyer": ["Indonesia"], "system": ["Ground Master 403"], "quantity": [13], "hasDate": ["2021-06-15"]},
    ),
    (
        "Britain's Vodafone agreed to sell its Italian unit to Swisscom for 8 billion euros.",
        {"kind": ["Acquisition"], "buyer": ["Swisscom"], "seller": ["Vodafone"], "hasValue": [(8_000_000_000, "EUR")]},
    ),
    ("The sale of 40 F-16 fighters to Turkey was approved in January.", {"buyer": ["Turkey"], "quantity": [40], "status": ["approved"]}),
    (
        "The Indian Ministry of Defence ordered 36 Rafale jets.",
        {"buyer": ["Indian Ministry of Defence"], "system": ["Rafale"], "quantity": [36]},
    ),
    (
        "Peru has cancelled an order for 12 used Gripen fighters from Sweden valued at $792 million.",
        {"buyer": ["Peru"], "seller": ["Sweden"], "quantity": [12], "status": ["cancelled"], "hasValue": [(792_000_000, "USD")]},
    ),
    (
        "Boeing is to supply Japan Airlines with up to 50 of its 7E7 planes.",
        {"buyer": ["Japan Airlines"], "seller": ["Boeing"], "system": ["7E7"], "quantity": [50]},
    ),
    (
        "Boeing won an order for 70 737 MAX aircraft from Ryanair.",
        {"buyer": ["Ryanair"], "seller": ["Boeing"]},
    ),
    (
        "Norway signed a contract worth 19.7 billion kroner ($1.9 billion) with Germany's Krauss-Maffei Wegmann for 54 Leopard 2A7 tanks.",
        {"buyer": ["Norway"], "seller": ["Krauss-Maffei Wegmann"], "system": ["Leopard 2A7"], "quantity": [54]},
    ),
    (
        "Kestrel Dairies, which was bought by Verano Group in 2010, is based in Uxbridge.",
        {"kind": ["Acquisition"], "buyer": ["Verano Group"], "system": ["Kestrel Dairies"], "hasDate": ["2010"]},
    ),
    (
        "Norway signed a letter of intent with Hyundai for the purchase of 50 K2 tanks.",
        {"buyer": ["Norway"], "seller": ["Hyundai"], "quantity": [50], "status": ["planned"]},
    ),
    (
        "Toshiba agreed to sell its chip unit to a consortium led by Bain Capital for $18 billion.",
        {"buyer": ["Bain Capital"], "seller": ["Toshiba"], "hasValue": [(18_000_000_000, "USD")]},
    ),
    (
        "The frigates were ordered from a consortium of Navantia and Fincantieri by Greece.",
        {"buyer": ["Greece"], "seller": ["Navantia", "Fincantieri"]},
    ),
    ("The German group Bayer said on Friday it would buy Monsanto for $66 billion.", {"system": ["Monsanto"], "status": ["signed"]}),
    ("Bayer said it would buy Monsanto if regulators agreed.", {"system": ["Monsanto"], "status": ["planned"]}),
    (
        "Verano Group acquired Austrian cheese and butter maker Kestrel Dairies for $2 billion.",
        {"buyer": ["Verano Group"], "system": ["Kestrel Dairies"]},
    ),
    (
        "Italian confectioner Verano Group is buying the chocolate business of Nestle for $2.8 billion.",
        {"buyer": ["Verano Group"], "seller": ["Nestle"], "system": ["chocolate business"]},
    ),
    (
        "Saudi Aramco is in advanced talks to acquire a minority stake in Repsol's upstream business.",
        {"buyer": ["Saudi Aramco"], "seller": ["Repsol"], "system": ["Repsol's upstream business"], "status": ["planned"]},
    ),
    ("Ukraine was given 31 Abrams tanks by the United States.", {"kind": ["Donation"], "buyer": ["Ukraine"], "quantity": [31]}),
    (
        "The U.S. Army awarded Raytheon a $2 billion contract to expand production of SM-6 missiles.",
        {"seller": ["Raytheon"], "system": ["SM-6"], "hasValue": [(2_000_000_000, "USD")]},
    ),
    (
        "Microsoft's largest deal before was its $9.5 billion purchase of Nokia's handset business in 2014.",
        {"system": ["Nokia's handset business"], "hasDate": ["2014"]},
    ),
    (
        "Verano Foods' purchase of Kestrel Dairies for $2 billion, agreed in May, is expected to close this year.",
        {"buyer": ["Verano Foods"], "hasDate": ["2021-05"]},
    ),
    ("Germany pledged 2 billion euros in aid for Ukraine.", {"kind": ["Donation"], "buyer": ["Ukraine"], "seller": ["Germany"]}),
    (
        "The EU approved a 3 billion euro aid package for Turkey.",
        {"kind": ["Donation"], "buyer": ["Turkey"], "status": ["approved"]},
    ),
    (
        "Vietnam has shown interest in buying 24 F-16 jets from the United States.",
        {"buyer": ["Vietnam"], "seller": ["United States"], "status": ["planned"]},
    ),
    (
        "Washington has cleared the sale of 66 F-16 jets to Taiwan for $8 billion.",
        {"buyer": ["Taiwan"], "hasValue": [(8_000_000_000, "USD")], "status": ["approved"]},
    ),
]

SILENT = [
    "Hungary did not buy the F-16 jets.",
    "If Norway buys 60 missiles from Kongsberg, the price will rise.",
    "The court ordered a retrial of the general.",
    "The president delivered a speech to the Norwegian parliament.",
    "Japan Airlines has the option to buy 20 more 7E7 aircraft.",
    "Protracted negotiations to buy an air defence system from Washington collapsed.",
    "It would be the fifth telecoms deal since October.",
    "The Leopard 2 is the main tank of the German army.",
    "Poland and Germany signed an agreement on river fishing.",
    "The actor bought a house in Malibu from a friend.",
    "It brings the total value of deals for the Chunmoo system in Poland to over 12.6 trillion won.",
    "The museum bought a painting by Munch for $2 million.",
    "Apple will buy back $90 billion of its own shares.",
    "It was Poland's second purchase of the kind in less than a year.",
]


@pytest.mark.parametrize(("text", "expected"), DEALS, ids=[t[:50] for t, _ in DEALS])
def test_a_sentence_gives_the_deal_it_states(text: str, expected: dict[str, list[Any]], claims: Callable[..., list[Claim]]) -> None:
    found = [slots(c) for c in claims(text) if c.kind not in ("RoleHolding", "Delivery")]
    assert len(found) == 1, found
    assert {k: found[0].get(k) for k in expected} == expected


@pytest.mark.parametrize("text", SILENT)
def test_a_sentence_without_a_deal_gives_none(text: str, claims: Callable[..., list[Claim]]) -> None:
    assert [c for c in claims(text) if c.kind != "RoleHolding"] == []


def test_each_kind_of_goods_with_a_count_is_a_deal_of_its_own(claims: Callable[..., list[Claim]]) -> None:
    found = claims("Poland ordered 180 K2 tanks and 212 K9 howitzers from South Korea in 2022.", "Purchase")
    assert sorted((shown(c.values("system")[0]), shown(c.values("quantity")[0])) for c in found) == [("K2", 180), ("K9", 212)]


def test_the_price_of_one_piece_is_not_the_value_of_the_deal(claims: Callable[..., list[Claim]]) -> None:
    (deal,) = claims("Ryanair ordered 70 Boeing 737-800 aircraft at $50m each.", "Purchase")
    assert deal.values("hasValue") == ()


def test_a_value_called_about_is_marked_approximate(claims: Callable[..., list[Claim]]) -> None:
    (deal,) = claims("Greece bought 18 Rafale jets from France for about $2.5 billion.", "Purchase")
    assert deal.values("hasValue") == (Money(Decimal(2_500_000_000), "USD", True, "about $2.5 billion"),)


def test_parties_told_together_are_told_apart_by_who_makes_the_system(claims: Callable[..., list[Claim]]) -> None:
    (deal,) = claims("Russia and India signed a deal for five S-400 regiments in October 2018.", "Purchase")
    assert (shown(deal.values("buyer")[0]), shown(deal.values("seller")[0])) == ("India", "Russia")


def test_two_states_and_an_unknown_maker_leave_the_sides_open(claims: Callable[..., list[Claim]]) -> None:
    found = claims("Chad and Benin signed a deal for six patrol boats.", "Purchase")
    assert all(not c.values("buyer") or not c.values("seller") for c in found)


def test_who_builds_under_a_contract_is_not_guessed_from_word_order(claims: Callable[..., list[Claim]]) -> None:
    (deal,) = claims("Norway signed a contract with Kongsberg to build two frigates.", "Purchase")
    assert (shown(deal.values("buyer")[0]), shown(deal.values("seller")[0])) == ("Norway", "Kongsberg")


def test_a_further_batch_is_marked_and_borrows_the_parties_of_the_first(claims: Callable[..., list[Claim]]) -> None:
    text = (
        "India bought 36 Rafale jets from France in 2016. "
        "An agreement for a second batch of Rafale jets is expected to be signed in 2022, officials said."
    )
    first, second = claims(text, "Purchase")
    assert second.values("ordinal") == ("second",)
    assert [shown(v) for v in second.values("buyer")] == ["India"]
    assert second.values("status") == ("planned",)
    assert first.values("ordinal") == ()
    assert second.evidence.confidence < first.evidence.confidence


def test_another_company_is_nobody(claims: Callable[..., list[Claim]]) -> None:
    text = "Illva Saronno agreed to buy 33% of Changyu. The state agency will also sell 10% of Changyu to another overseas company."
    assert [c for c in claims(text, "Acquisition") if shown(c.values("quantity")[0]) == 10 and c.values("buyer")] == []


def test_the_end_of_a_takeover_is_not_its_date_but_that_of_other_purchases_is_where_no_other_is_told(
    claims: Callable[..., list[Claim]],
) -> None:
    text = "Microsoft completed its $69 billion acquisition of Activision Blizzard on Tuesday."
    (deal,) = claims(text, "Acquisition")
    assert not deal.values("hasDate")
    told = claims(text + " It had agreed to buy Activision Blizzard in January 2020.", "Acquisition")
    assert [v.text for c in told for v in c.values("hasDate")] == ["January 2020"]
    (tanks,) = claims("Norway completed its purchase of 54 Leopard 2A8 tanks on Tuesday.", "Purchase")
    assert [v.text for v in tanks.values("hasDate")] == ["Tuesday"]
    (contract,) = claims("Romania concluded a contract for 54 Abrams tanks with the United States on Tuesday.", "Purchase")
    assert contract.values("hasDate")


def test_goods_in_one_sentence_keep_their_own_seller_and_price(claims: Callable[..., list[Claim]]) -> None:
    text = "Poland ordered 180 K2 tanks from Hyundai Rotem for $3.37 billion and 212 K9 howitzers from Hanwha Defense for $2.4 billion."
    tanks, guns = sorted(claims(text, "Purchase"), key=lambda c: shown(c.values("quantity")[0]))
    assert (slots(tanks)["seller"], slots(tanks)["hasValue"]) == (["Hyundai Rotem"], [(3_370_000_000, "USD")])
    assert (slots(guns)["seller"], slots(guns)["hasValue"]) == (["Hanwha Defense"], [(2_400_000_000, "USD")])


def test_a_company_named_before_its_daughter_is_not_short_for_it(extracted: Callable[..., Any]) -> None:
    text = "Microsoft will buy Kestrel Games for $2 billion. Anna Berg, chief executive of Microsoft Gaming, said Microsoft was glad."
    chains = {m.text: m.chain for m in extracted(text).mentions if m.kind == "Organization"}
    assert chains["Microsoft"] != chains["Microsoft Gaming"]


def test_a_body_gives_its_country_no_name(claims: Callable[..., list[Claim]]) -> None:
    [claim] = claims("The U.S. Army awarded Lockheed Martin a $410 million contract for eight HIMARS launchers.")
    assert [(m.text, m.kind) for m in claim.values("buyer") if isinstance(m, Mention)] == [("U.S.", "Country")]
