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

ROWS = [
    (
        "The Danish Air Force ordered six AW101 helicopters in 2008 and another six in 2010.",
        [("Purchase", "Danish Air Force", "", "AW101", 6, "signed"), ("Purchase", "Danish Air Force", "", "AW101", 6, "signed")],
    ),
    (
        "Chile ordered 12 boats from Damen in 2019 and eight from Navantia in 2022.",
        [("Purchase", "Chile", "Damen", "boats", 12, "signed"), ("Purchase", "Chile", "Navantia", "boats", 8, "signed")],
    ),
    (
        "Gripen E has been ordered by Sweden and by Brazil.",
        [("Purchase", "Brazil", "", "Gripen E", None, "signed"), ("Purchase", "Sweden", "", "Gripen E", None, "signed")],
    ),
    (
        "Zambia has two C-27J aircraft, ordered from Leonardo in 2016, and six L-15 trainers.",
        [("Purchase", "Zambia", "Leonardo", "C-27J", 2, "signed")],
    ),
]

FIELDED = [
    (
        "AM General LLC was awarded a $38 million contract on behalf of the government of Mexico for 152 trucks.",
        [("Purchase", "Mexico", "AM General LLC", "trucks", 152, "signed")],
    ),
    (
        "Sikorsky was awarded a $197 million contract for 14 UH-60M helicopters. Army Contracting Command is the contracting activity.",
        [("Purchase", "Army Contracting Command", "Sikorsky", "UH-60M", 14, "signed")],
    ),
    (
        "Morocco's F-16s, 24 of which were ordered from Lockheed Martin in 2008, are in Ben Guerir.",
        [("Purchase", "Morocco", "Lockheed Martin", "F-16s", 24, "signed")],
    ),
    (
        "The Swedish state bought two ferries from the Norwegian government.",
        [("Purchase", "Swedish", "Norwegian", "ferries", 2, "signed")],
    ),
    (
        "The air force of Peru flies 12 KT-1P trainers bought from KAI in 2012.",
        [("Purchase", "Peru", "KAI", "KT-1P", 12, "signed")],
    ),
    (
        "Austal signed a contract for 18 landing craft for the Australian Army.",
        [("Purchase", "Australian Army", "Austal", "landing craft", 18, "signed")],
    ),
    (
        "HAL is in the final stages of negotiations with GE for another 113 F404 engines.",
        [("Purchase", "HAL", "GE", "F404", 113, "planned")],
    ),
    (
        "Washington gave its approval for 12 HIMARS launchers to be sold to Peru.",
        [("Purchase", "Peru", "Washington", "HIMARS", 12, "approved")],
    ),
    (
        "Ghana has long waited for 12 jets to be sold.",
        [],
    ),
    (
        "Romania put its name to a contract for 36 K9 howitzers with Hanwha.",
        [("Purchase", "Romania", "Hanwha", "K9", 36, "signed")],
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


PLAIN = [*RELATIVE, *GOODS, *EACH, *SIDES, *UNDER, *OFFERS, *FROM, *ROWS, *FIELDED]


@pytest.mark.parametrize(("text", "expected"), PLAIN, ids=[t[:60] for t, _ in PLAIN])
def test_a_sentence_tells_these_deals_and_deliveries_only(text: str, expected: list[Told], claims: Callable[..., list[Claim]]) -> None:
    assert told(claims(text)) == expected


@pytest.mark.parametrize(("text", "status"), UNDONE, ids=[t[:60] for t, _ in UNDONE])
def test_what_a_sentence_goes_on_to_tell_decides_how_far_a_deal_is(text: str, status: str, claims: Callable[..., list[Claim]]) -> None:
    assert {t[5] for t in told(claims(text))} == {status}


def test_each_count_of_a_row_has_its_own_date_and_price(claims: Callable[..., list[Claim]]) -> None:
    found = claims("Norway bought six AW101 helicopters from Leonardo in 2008 for $90 million and 12 NH90 helicopters from Airbus in 2012.")
    told_of = {str(v.text): c for c in found for v in c.values("system") if isinstance(v, Mention)}
    assert {name: [getattr(d, "text", "") for d in c.values("hasDate")] for name, c in told_of.items()} == {
        "AW101": ["2008"],
        "NH90": ["2012"],
    }
    assert {name: len(c.values("hasValue")) for name, c in told_of.items()} == {"AW101": 1, "NH90": 0}


@pytest.mark.parametrize(
    "text",
    [
        "Chad signed a contract for 80 Rafale jets with Dassault. The jets are worth 14 billion euros ($15.8 billion).",
        "France agreed to sell Chad two Gowind ships. An official put the price at about 950 million euros ($1.06 billion).",
    ],
)
def test_a_price_told_next_is_that_of_the_deal_in_both_currencies(text: str, claims: Callable[..., list[Claim]]) -> None:
    assert [len(c.values("hasValue")) for c in claims(text)][-1] == 2


def test_it_is_what_the_definite_subject_before_it_is(claims: Callable[..., list[Claim]]) -> None:
    found = claims("Morocco is at odds with Israel over fish. The kingdom has paid, and last year it ordered six Heron drones.")
    assert [b.chain for c in found for b in c.values("buyer") if isinstance(b, Mention)] == [0]
