"""Which deals and deliveries do clauses within clauses tell, and which later words of a sentence change them?"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from kg.model import Claim, Mention
from kg.values import Quantity

Told = tuple[str, str, str, str, int | None, str]  # kind, buyer or receiver, seller or giver, system, count, status


def told(claims: list[Claim]) -> list[Told]:
    """What each claim of a deal or delivery says, names joined by commas, sorted."""

    def names(claim: Claim, *properties: str) -> str:
        return ", ".join(v.text for p in properties for v in claim.values(p) if isinstance(v, Mention))

    def one(claim: Claim) -> Told:
        counts: list[Any] = [v for v in claim.values("quantity") if isinstance(v, Quantity)]
        status = str(next(iter(claim.values("status")), ""))
        sides = names(claim, "buyer", "to"), names(claim, "seller", "from"), names(claim, "system")
        return claim.kind, *sides, int(counts[0].number) if counts else None, status

    return sorted(one(c) for c in claims if c.kind != "RoleHolding")


RELATIVE = [
    (
        "The four Gripen C fighters that Hungary agreed to buy from Sweden are late.",
        [("Purchase", "Hungary", "Sweden", "Gripen C", 4, "signed")],
    ),
    (
        "The Akinci drones that Kenya said it had ordered in 2023 fly well.",
        [("Purchase", "it", "", "Akinci", None, "signed")],
    ),
    (
        "Three Boxer vehicles, for which Jordan signed with Rheinmetall in May, are being built.",
        [("Purchase", "Jordan", "Rheinmetall", "Boxer", 3, "signed")],
    ),
    (
        "Oman took the first 15 of the 76 Boxer vehicles that it had ordered in 2019.",
        [("Purchase", "it", "", "Boxer", 76, "signed")],
    ),
    (
        "Chile has terminated the order it had placed with Damen for two patrol vessels.",
        [("Purchase", "Chile", "Damen", "patrol vessels", 2, "cancelled")],
    ),
    (
        "The yard had sold none until last year, when Guyana ordered three Defiant 45 craft.",
        [("Purchase", "Guyana", "", "Defiant 45", 3, "signed")],
    ),
    ("The year in which Poland bought peace was 1921.", []),
]

GOODS = [
    ("Argentina bought 24 second-hand F-16 jets from Denmark.", [("Purchase", "Argentina", "Denmark", "F-16", 24, "signed")]),
    ("Qantas ordered ten 787-9s from Boeing.", [("Purchase", "Qantas", "Boeing", "787-9s", 10, "signed")]),
    ("Qantas will acquire 14 more 777-9 jets.", [("Purchase", "Qantas", "", "777-9", 14, "signed")]),
    ("The score was 777-9.", []),
    (
        "The last two of Kuwait's 28 Typhoon jets were delivered in December.",
        [("Delivery", "Kuwait", "", "Typhoon", 2, "completed")],
    ),
    (
        "Latvia has bought a Cessna 172 and three M113 carriers.",
        [("Purchase", "Latvia", "", "Cessna 172", None, "signed"), ("Purchase", "Latvia", "", "M113", 3, "signed")],
    ),
    (
        "The joint order by Germany and Sweden for 436 BvS10 articulated carriers was placed in December.",
        [("Purchase", "Germany, Sweden", "", "BvS10", 436, "signed")],
    ),
    (
        "Saab has received an order worth 23 billion crowns for Giraffe radars.",
        [("Purchase", "", "Saab", "Giraffe", None, "signed")],
    ),
]

EACH = [
    (
        "Norway gave NASAMS launchers to Ukraine and Leopard tanks to Poland.",
        [
            ("Delivery", "Poland", "Norway", "Leopard", None, "completed"),
            ("Delivery", "Ukraine", "Norway", "NASAMS", None, "completed"),
            ("Donation", "Poland", "Norway", "Leopard", None, "delivered"),
            ("Donation", "Ukraine", "Norway", "NASAMS", None, "delivered"),
        ],
    ),
    (
        "Oshkosh has sold its Bulwark carrier to Chad and Niger.",
        [("Purchase", "Chad", "Oshkosh", "Bulwark", None, "signed"), ("Purchase", "Niger", "Oshkosh", "Bulwark", None, "signed")],
    ),
    (
        "A neighbouring country, Latvia, had bought 54 buses from Solaris and received eleven.",
        [("Delivery", "Latvia", "Solaris", "buses", 11, "completed"), ("Purchase", "Latvia", "Solaris", "buses", 54, "signed")],
    ),
    (
        "The Bundeswehr will receive its first Puma vehicles in 2026 and the last in 2029.",
        [("Delivery", "Bundeswehr", "", "Puma", None, "expected")],
    ),
]

SIDES = [
    (
        "Air India signed a deal for 470 planes with Airbus and Boeing.",
        [("Purchase", "Air India", "Airbus, Boeing", "planes", 470, "signed")],
    ),
    ("Ryanair and Boeing signed a deal for 300 737 MAX jets.", [("Purchase", "Ryanair", "Boeing", "737 MAX", 300, "signed")]),
    ("Lufthansa signed a contract with Boeing for 40 jets.", [("Purchase", "Lufthansa", "Boeing", "jets", 40, "signed")]),
    (
        "The European Commission and Pfizer signed a contract for two million doses of the vaccine.",
        [("Purchase", "European Commission", "Pfizer", "vaccine", 2_000_000, "signed")],
    ),
    (
        "Norway chose Hyundai for a $200 million contract for 24 K2 tanks.",
        [("Purchase", "Norway", "Hyundai", "K2", 24, "signed")],
    ),
    ("Norway selected Hyundai Rotem to build 24 K2 tanks.", [("Purchase", "Norway", "Hyundai Rotem", "K2", 24, "signed")]),
    ("Norway wants to choose Hyundai Rotem to build 24 K2 tanks.", [("Purchase", "Norway", "Hyundai Rotem", "K2", 24, "planned")]),
    ("Norway will select the K2 tank for $2 billion.", [("Purchase", "Norway", "", "K2", None, "planned")]),
    ("Norway selected the K2 tank.", [("Purchase", "Norway", "", "K2", None, "planned")]),
]

UNDER = [
    (
        "The Philippine Navy received two Acero-class boats from Israel Shipyards under a 10 billion peso contract signed in 2019.",
        [
            ("Delivery", "Philippine Navy", "Israel Shipyards", "Acero-class", 2, "completed"),
            ("Purchase", "Philippine Navy", "Israel Shipyards", "Acero-class", None, "signed"),
        ],
    ),
    (
        "Kenya received two Acero-class boats from Israel Shipyards under a contract.",
        [("Delivery", "Kenya", "Israel Shipyards", "Acero-class", 2, "completed")],
    ),
    (
        "Three Hurkus-C aircraft from Turkish Aerospace will be delivered to Albania next year. The price was $38 million, a paper wrote.",
        [
            ("Delivery", "Albania", "Turkish Aerospace", "Hurkus-C", 3, "expected"),
            ("Purchase", "Albania", "Turkish Aerospace", "Hurkus-C", 3, "signed"),
        ],
    ),
    (
        "Three Hurkus-C aircraft from Turkish Aerospace will be delivered to Albania next year. Crowds will see them fly.",
        [("Delivery", "Albania", "Turkish Aerospace", "Hurkus-C", 3, "expected")],
    ),
]

OFFERS = [
    (
        "Canada rejected an offer from Saab for 72 Gripen E jets.",
        [("Purchase", "Canada", "Saab", "Gripen E", 72, "cancelled")],
    ),
    (
        "Airbus has made an offer for 36 Eurofighters to Turkey.",
        [("Purchase", "Turkey", "Airbus", "Eurofighters", 36, "planned")],
    ),
    (
        "Qwest rejected an offer from Verizon for MCI.",
        [("Acquisition", "Verizon", "", "MCI", None, "planned")],
    ),
    ("A bid from Verano Foods for 12 plants was turned down.", []),
]

FROM = [
    (
        "Ghana flies the first of two A400M aircraft ordered from Airbus in 2021.",
        [("Purchase", "Ghana", "Airbus", "A400M", 2, "signed")],
    ),
    (
        "Turkey and Ghana are friends. From Turkey it bought Akinci drones.",
        [("Purchase", "it", "Turkey", "Akinci", None, "signed")],
    ),
]

UNDONE = [
    ("Kenya Airways orders six A220s, scraps Embraer deal.", "signed"),
    ("Indonesia had signed for twelve Mirage jets in 2019 and cancelled a year afterwards.", "cancelled"),
    ("NATO, which intended to acquire six E-7A aircraft from Boeing, abandoned that plan in May.", "cancelled"),
    ("Naval Group won a tender for four Gowind ships in 2019; the award was annulled in May.", "cancelled"),
    ("Negotiations with Embraer on four A-29 planes broke down in May.", "cancelled"),
    ("A proposal by Embraer for the C-390 was turned down in the spring.", "cancelled"),
    ("Norway ordered six FREMM frigates from Damen and cancelled an exercise.", "signed"),
    ("Norway ordered six FREMM frigates from Damen and abandoned its old base.", "signed"),
    ("Norway ordered six FREMM frigates from Damen and may cancel it.", "signed"),
    ("Norway put off the purchase of six FREMM frigates.", "planned"),
    ("Athens signed a letter of acceptance for twenty F-35A jets.", "signed"),
    ("Athens signed a letter of intent for twenty F-35A jets.", "planned"),
]


PLAIN = [*RELATIVE, *GOODS, *EACH, *SIDES, *UNDER, *OFFERS, *FROM]


@pytest.mark.parametrize(("text", "expected"), PLAIN, ids=[t[:60] for t, _ in PLAIN])
def test_a_sentence_tells_these_deals_and_deliveries_only(text: str, expected: list[Told], claims: Callable[..., list[Claim]]) -> None:
    assert told(claims(text)) == expected


@pytest.mark.parametrize(("text", "status"), UNDONE, ids=[t[:60] for t, _ in UNDONE])
def test_what_a_sentence_goes_on_to_tell_decides_how_far_a_deal_is(text: str, status: str, claims: Callable[..., list[Claim]]) -> None:
    assert {t[5] for t in told(claims(text))} == {status}
