"""States that buy through their parliaments and forces, and what is said of a deal beside: counts, raised bids, several in one."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.model import Claim, Extraction, Mention
from tests.extraction.deals_told import Told, told
from tests.extraction.test_deals import slots


def buyers(read: Extraction) -> list[list[tuple[str, str]]]:
    """(kind, what is meant) of the buyers of every deal."""
    names = {m.chain: m.text for m in reversed(read.mentions) if m.named}
    deals = [c for c in read.claims if c.kind not in ("RoleHolding", "Delivery")]
    return [[(b.kind, b.meant or names.get(b.chain, "")) for b in c.values("buyer") if isinstance(b, Mention)] for c in deals]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Bundestag cleared the purchase of 105 Leopard 2A8 tanks.", [[("Country", "Germany")]]),
        ("The Bundestag's budget committee approved the purchase of 105 Leopard 2A8 tanks.", [[("Country", "Germany")]]),
        ("Germany's Bundestag budget committee cleared the purchase of 105 Leopard 2A8 tanks.", [[("Country", "Germany")]]),
        ("The Knesset's finance committee approved the purchase of 25 F-15 jets.", [[("Country", "Israel")]]),
        ("Finland's parliamentary defence committee approved the purchase of 64 F-35 jets.", [[("Country", "Finland")]]),
        (
            "The Army Contracting Command (ACC) works for the United States. In May, ACC ordered 300 Javelin missiles.",
            [[("Country", "United States")]],
        ),
    ],
)
def test_a_parliament_or_a_part_of_the_forces_buys_for_its_state(
    text: str, expected: list[list[tuple[str, str]]], extracted: Callable[..., Extraction]
) -> None:
    assert buyers(extracted(text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The audit committee of Germany's Commerzbank approved the purchase of 12 trucks.",
        "The Senate defence committee in Canberra approved the purchase of 12 Apache helicopters.",
    ],
)
def test_other_committees_buy_for_no_state(text: str, extracted: Callable[..., Extraction]) -> None:
    assert all(kind != "Country" for deal in buyers(extracted(text)) for kind, _ in deal)


def test_what_stands_in_brackets_with_commas_is_no_other_name(extracted: Callable[..., Extraction]) -> None:
    read = extracted("Ann Lee, Assistant Secretary of the Army (Acquisition, Logistics and Technology), praised the Army.")
    chains = {m.text: m.chain for m in read.mentions}
    assert chains.get("Acquisition, Logistics and Technology", -1) != chains["Army"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norway signed a contract with Germany for three submarines.", [("Norway", "Germany", "submarines", "3", "signed")]),
        ("Germany signed a contract with Norway for three submarines.", [("Norway", "Germany", "submarines", "3", "signed")]),
        ("Senegal and Turkey signed a deal for 20 drones.", [("Senegal", "Turkey", "drones", "20", "signed")]),
        ("Kenya signed a deal with Chad for 20 drones.", []),
        ("Estonia is negotiating with Hanwha for six Chunmoo launchers.", [("Estonia", "Hanwha", "Chunmoo", "6", "planned")]),
        ("Germany signed a deal with France for three submarines.", []),
    ],
)
def test_of_two_states_the_one_that_makes_such_goods_sells(text: str, expected: list[Told], claims: Callable[..., list[Claim]]) -> None:
    assert told(claims(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("France is in talks to sell 12 Rafale jets.", [("", "France", "Rafale", "12", "planned")]),
        ("France is in talks with Peru to sell 12 Rafale jets.", [("Peru", "France", "Rafale", "12", "planned")]),
        ("Peru is in talks with France to buy 12 Rafale jets.", [("Peru", "France", "Rafale", "12", "planned")]),
        ("Volkswagen is in talks to sell its 75 percent stake in Traton.", [("", "Volkswagen", "Traton", "75", "planned")]),
        ("Volkswagen is in talks to buy Navistar.", [("Volkswagen", "", "Navistar", "", "planned")]),
    ],
)
def test_who_is_in_talks_to_sell_does_not_buy(text: str, expected: list[Told], claims: Callable[..., list[Claim]]) -> None:
    assert told(claims(text)) == expected


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Marriott raised its bid for Starwood Hotels by $700 million to $13.6 billion.", [(13_600_000_000, "USD")]),
        ("Comcast cut its offer for Sky by 200 million pounds to 22 billion pounds.", [(22_000_000_000, "GBP")]),
        ("Marriott could sweeten its offer for Starwood Hotels by $700 million in cash.", []),
    ],
)
def test_what_an_offer_is_raised_by_is_not_its_value(text: str, values: list[tuple[int, str]], claims: Callable[..., list[Claim]]) -> None:
    (claim,) = [c for c in claims(text) if c.kind == "Acquisition"]
    assert slots(claim).get("hasValue", []) == values


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Poland signed a contract with KNDS for Leopard tanks. It covers 46 tanks.", [("Poland", "KNDS", "Leopard", "46", "signed")]),
        (
            "Poland exercised an option with Raytheon for Javelin missiles. The option covers 1,648 missiles.",
            [("Poland", "Raytheon", "Javelin", "1648", "signed")],
        ),
        ("Poland signed a contract with KNDS for Leopard tanks. It also covers 46 trucks.", [("Poland", "KNDS", "Leopard", "", "signed")]),
        ("Norway signed an arms deal with Germany to buy Leopard 2 tanks.", [("Norway", "Germany", "Leopard 2", "", "signed")]),
        ("Oman signed a missile deal with Turkey to buy 20 Atmaca missiles.", [("Oman", "Turkey", "Atmaca", "20", "signed")]),
        (
            "Hanwha Aerospace has delivered 212 K9 howitzers out of 672 that Poland agreed to buy.",
            [("Poland", "Hanwha Aerospace", "K9", "672", "signed")],
        ),
        (
            "Orion has agreed to sell its snacks business, including the Planters brand, to Hormel.",
            [("Hormel", "Orion", "snacks business", "", "signed")],
        ),
        (
            "Norway signed deals with Germany last year to buy Leopard 2 tanks and IRIS-T missiles.",
            [("Norway", "Germany", "Leopard 2", "", "signed"), ("Norway", "Germany", "IRIS-T", "", "signed")],
        ),
        (
            "Norway signed a deal with Germany last year to buy Leopard 2 tanks and IRIS-T missiles.",
            [("Norway", "Germany", "Leopard 2, IRIS-T", "", "signed")],
        ),
    ],
)
def test_goods_are_counted_behind_the_deal_and_told_apart(text: str, expected: list[Told], claims: Callable[..., list[Claim]]) -> None:
    assert told(claims(text)) == expected


@pytest.mark.parametrize(
    ("text", "buyers"),
    [
        ("Orion sold 61 ferries to rivals Intermarche and Auchan.", "Intermarche, Auchan"),
        ("Orion sold its lift unit to a consortium of private equity firms Advent and Cinven.", "Advent, Cinven"),
        ("Orion sold its Egyptian assets to oil companies Cheiron and Capricorn.", "Cheiron, Capricorn"),
        ("Boeing won its first order since the crash, for 39 787-9 Dreamliners worth $2 billion.", ""),
    ],
)
def test_all_whom_a_plural_names_buy_and_nobody_orders_what_he_won(text: str, buyers: str, claims: Callable[..., list[Claim]]) -> None:
    assert [deal[0] for deal in told(claims(text))] == [buyers]


@pytest.mark.parametrize(
    ("text", "goods"),
    [
        ("Oman bought BrahMos missiles from India. A C-17 carrying the missiles landed in Muscat on Friday.", ["missiles"]),
        ("Oman bought BrahMos missiles from India. A C-17 carrying aid landed in Muscat on Friday.", []),
        ("Poland ordered Abrams tanks. A ship carrying the first 14 tanks docked in Szczecin on Tuesday.", ["tanks"]),
    ],
)
def test_what_a_plane_carries_is_delivered_and_not_the_plane(text: str, goods: list[str], claims: Callable[..., list[Claim]]) -> None:
    assert [s.text for c in claims(text) if c.kind == "Delivery" for s in c.values("system") if isinstance(s, Mention)] == goods


@pytest.mark.parametrize("said", ["criticised the purchase in November", "defended the deal on Friday", "debated the deal last week"])
def test_the_day_on_which_somebody_spoke_of_a_deal_is_not_its_own(said: str, claims: Callable[..., list[Claim]]) -> None:
    text = f"Norway bought 54 Leopard tanks from Germany. The opposition {said}."
    assert [c.values("hasDate") for c in claims(text) if c.kind == "Purchase"] == [()]


@pytest.mark.parametrize(
    ("told_of", "values"),
    [
        ("made by Mitsubishi Electric for about $100 million", [(100_000_000, "USD")]),
        ("that Mitsubishi Electric developed for $2 billion", []),
    ],
)
def test_a_price_behind_the_maker_is_that_of_the_goods(
    told_of: str, values: list[tuple[int, str]], claims: Callable[..., list[Claim]]
) -> None:
    (claim,) = [c for c in claims(f"Japan will sell Oman four coastal radars {told_of}.") if c.kind == "Purchase"]
    assert slots(claim).get("hasValue", []) == values


def test_who_took_part_in_one_deal_of_a_row_need_not_have_in_another(claims: Callable[..., list[Claim]]) -> None:
    text = (
        "Hanwha Aerospace said it will sign a third contract with Poland to export its Chunmoo launchers. The deal to provide the Chunmoo "
        "and the CGR-080 missile will be signed between Poland and a group of Hanwha Aerospace and WB Group. The latest contract builds "
        "on two deals. The first deal in 2019 was valued at $5 billion."
    )
    (first,) = [deal for deal in told(claims(text)) if deal[4] == "signed"]
    assert first[:3] == ("Poland", "Hanwha Aerospace", "Chunmoo")
