"""Deals told by whole constructions of newsroom prose: talks, budgets, customers, plural orders, mergers, what is built for a state."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from kg.model import Claim, Mention
from tests.extraction.deals_told import told
from tests.extraction.test_deals import slots

Wanted = dict[str, list[Any]]
PLAN, DONE = ["planned"], ["signed"]

TOLD: list[tuple[str, Wanted]] = [
    # talks
    (
        "Chile is in talks with Italy over the purchase of two FREMM frigates.",
        {"buyer": ["Chile"], "seller": ["Italy"], "quantity": [2], "status": PLAN},
    ),
    (
        "Kenya has opened talks with Turkish Aerospace about eight T129 helicopters.",
        {"buyer": ["Kenya"], "seller": ["Turkish Aerospace"], "quantity": [8]},
    ),
    ("Croatia is negotiating with France over Caesar howitzers.", {"buyer": ["Croatia"], "seller": ["France"], "system": ["Caesar"]}),
    ("Negotiations between Iraq and South Korea on the KM-SAM system go on.", {"system": ["KM-SAM"], "status": PLAN}),
    ("Ankara wants to resume talks with London about 40 Typhoon jets.", {"buyer": ["Ankara"], "seller": ["London"]}),
    # plurals: one deal each
    ("Profits rose, helped by Norwegian and Danish orders for the Type 26 frigate.", {"buyer": ["Danish"], "system": ["Type 26"]}),
    ("Orders from Qatar and Oman for the Typhoon kept the line busy.", {"buyer": ["Oman"], "system": ["Typhoon"]}),
    ("The K9 howitzer has won orders from Norway and Estonia.", {"buyer": ["Estonia"], "system": ["K9"]}),
    ("The plant makes the GMLRS rocket, in short supply after orders from Estonia and Taiwan.", {"buyer": ["Taiwan"], "system": ["GMLRS"]}),
    ("Customers for the Boxer include Australia and Lithuania.", {"buyer": ["Lithuania"], "system": ["Boxer"], "status": DONE}),
    ("The launch customer for the Gripen E was Brazil.", {"buyer": ["Brazil"], "system": ["Gripen E"]}),
    ("Vietnam and Thailand have asked for prices of the BrahMos-NG missile.", {"buyer": ["Thailand"], "system": ["BrahMos-NG"]}),
    (
        "Saab and Dassault Aviation are competing for a contract to supply Colombia with 24 fighter jets.",
        {"buyer": ["Colombia"], "seller": ["Dassault Aviation"], "status": PLAN},
    ),
    # money for goods
    (
        "Denmark has set aside 4 billion kroner for four P-8A Poseidon aircraft.",
        {"buyer": ["Denmark"], "quantity": [4], "hasValue": [(4_000_000_000, "DKK")], "status": PLAN},
    ),
    ("Spain's cabinet authorised spending of 300 million euros on 12 NH90 helicopters.", {"buyer": ["Spain"], "status": ["approved"]}),
    # wishes and offers
    ("Kenya is looking at the Super Tucano aircraft.", {"buyer": ["Kenya"], "system": ["Super Tucano"], "status": PLAN}),
    ("Slovakia plans to replace its MiG-29s with 14 F-16 jets.", {"buyer": ["Slovakia"], "system": ["F-16"], "quantity": [14]}),
    ("Hanwha has offered Canada the KSS-III submarine.", {"buyer": ["Canada"], "seller": ["Hanwha"], "status": PLAN}),
    ("South Korea sold Peru 30 K808 vehicles.", {"buyer": ["Peru"], "seller": ["South Korea"], "quantity": [30]}),
    # what is to be made for somebody
    ("Babcock is building five Type 31 frigates for the Royal Navy.", {"seller": ["Babcock"], "system": ["Type 31"], "quantity": [5]}),
    (
        "Vietnamese carrier Lac Air has signed a memorandum with China's COMAC covering ten C919 aircraft.",
        {"buyer": ["Lac Air"], "seller": ["COMAC"], "system": ["C919"], "status": PLAN},
    ),
    ("Senegal awarded twelve patrol boats to France's Piriou.", {"buyer": ["Senegal"], "seller": ["Piriou"], "quantity": [12]}),
    # sides told elsewhere
    (
        "Malaysia will buy three Ada-class corvettes. STM, the main contractor, has steel ready.",
        {"buyer": ["Malaysia"], "seller": ["STM"]},
    ),
    ("The Chilean navy said that the American EMALS catapults had been ordered.", {"buyer": ["Chilean"], "system": ["EMALS"]}),
    ("Norway bought 54 Leopard tanks, and its navy ordered five Type 26 frigates.", {"buyer": ["its"], "system": ["Type 26"]}),
    (
        "Estonia received the first launchers of its Blue Spear system in 2020. A follow-on order, worth 160 million euros, "
        "was placed with Proteus last week.",
        {"buyer": ["Estonia"], "seller": ["Proteus"], "system": ["Blue Spear"], "hasValue": [(160_000_000, "EUR")]},
    ),
    ("The M1A2 tanks, of which 250 are on order from General Dynamics, are late.", {"seller": ["General Dynamics"], "quantity": [250]}),
    ("Two A400M aircraft have been ordered through OCCAR.", {"buyer": ["OCCAR"]}),
    # companies
    ("Colgate paid an undisclosed amount for the Hungarian brush maker Verano Kft.", {"buyer": ["Colgate"], "system": ["Verano Kft"]}),
    ("Kestrel Foods and Nordea Bank called off their merger.", {"system": ["Nordea Bank"], "status": ["cancelled"]}),
    ("The Verano Foods-Kestrel Dairies tie-up was cleared on Monday.", {"buyer": ["Verano Foods"], "system": ["Kestrel Dairies"]}),
    ("Fresh from its takeover of Kestrel Foods, Orion Dairies reported profits.", {"buyer": ["its"], "system": ["Kestrel Foods"]}),
    ("Oyster Capital likes bells. The American fund bought Perner Foods in 2015.", {"buyer": ["fund"], "system": ["Perner Foods"]}),
    ("Dutch group Wakawaka has agreed to sell itself to DHL.", {"buyer": ["DHL"], "system": ["Wakawaka"]}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), TOLD, ids=lambda p: p[:60] if isinstance(p, str) else "")
def test_a_construction_gives_the_deal(text: str, expected: Wanted, claims: Callable[..., list[Claim]]) -> None:
    found = [slots(c) for c in claims(text)]
    assert any(all(c.get(k) == v for k, v in expected.items()) for c in found), found


SILENT = [
    "Washington held talks with Tehran on its ballistic missiles.",
    "Talks between the two countries over the missiles collapsed.",
    "Kenya Airways is in talks with Rolls-Royce over compensation for faulty Trent 1000 engines.",
    "The union is negotiating with Saab over pay.",
    "The value of orders for the Typhoon has risen.",
    "Potential customers for the Boxer include Austria.",
    "Denmark has set aside 4 billion kroner for schools.",
    "The airline has looked at Airbus aircraft.",
    "Damen built two frigates for Morocco in 1998.",
    "The yard makes parts for Boeing.",
    "Saab has offered to build its Gripen in Canada.",
    "The bank lent Poland two million euros.",
    "Norway has not sold, lent or promised its S-300 batteries.",
    "The plant will make gearboxes for Renault and Nissan.",
    "The town put the park up for sale.",
]


@pytest.mark.parametrize("text", SILENT, ids=lambda p: p[:60])
def test_a_construction_states_nothing(text: str, claims: Callable[..., list[Claim]]) -> None:
    found = [slots(c) for c in claims(text) if c.kind not in ("RoleHolding", "Delivery")]
    assert not found


def test_a_dateline_is_no_buyer(claims: Callable[..., list[Claim]]) -> None:
    found = [slots(c) for c in claims("GDYNIA (Reuters) - Sweden's Saab and the Polish navy signed a contract for three A26 submarines.")]
    assert all("GDYNIA" not in c.get("buyer", []) for c in found)


def test_several_bidders_have_a_deal_each(claims: Callable[..., list[Claim]]) -> None:
    text = "Saab, Dassault Aviation and Lockheed Martin are competing for a contract to supply Colombia with 24 fighter jets."
    assert sorted(s for c in claims(text) for s in slots(c).get("seller", [])) == ["Dassault Aviation", "Lockheed Martin", "Saab"]


def sides_of(claim: Claim) -> tuple[list[str], list[str], list[str]]:
    buyers, sellers, systems = ([getattr(v, "text", "") for v in claim.values(slot)] for slot in ("buyer", "seller", "system"))
    return buyers, sellers, systems


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Saab signed a $90 million contract in May aimed at supplying radars to Kenya.", "$90 million"),
        ("Saab announced a $40 million order meant to provide radars to Kenya.", "$40 million"),
        ("Saab won a contract worth $60 million, intended to deliver radars to Kenya.", "$60 million"),
    ],
)
def test_what_a_deal_is_meant_for_is_what_it_is_about(claims: Callable[..., list[Claim]], text: str, value: str) -> None:
    (claim,) = claims(text, "Purchase")
    assert sides_of(claim) == (["Kenya"], ["Saab"], ["radars"])
    assert [getattr(v, "text", "") for v in claim.values("hasValue")] == [value]


def test_a_purpose_behind_a_comma_is_that_of_both_deals(claims: Callable[..., list[Claim]]) -> None:
    text = "It builds on a $5 billion export contract signed in 2022 and a $2 billion deal in 2024, aimed at supplying K9 guns to Poland."
    found = claims(text, "Purchase")
    assert sorted(getattr(v, "text", "") for c in found for v in c.values("hasValue")) == ["$2 billion", "$5 billion"]
    assert all(sides_of(c)[0] == ["Poland"] and sides_of(c)[2] == ["K9"] for c in found)


@pytest.mark.parametrize(
    "text", ["The law is designed to protect buyers of jets.", "A programme aimed at developing the Tempest began in 2018."]
)
def test_a_purpose_of_something_else_is_no_deal(claims: Callable[..., list[Claim]], text: str) -> None:
    assert claims(text, "Purchase") == []


@pytest.mark.parametrize("text", ["Kenya has a contract with Saab for radars.", "Saab has a contract with Kenya for radars."])
def test_of_a_state_and_a_firm_with_a_contract_the_state_buys(claims: Callable[..., list[Claim]], text: str) -> None:
    (claim,) = claims(text, "Purchase")
    assert sides_of(claim) == (["Kenya"], ["Saab"], ["radars"])


@pytest.mark.parametrize(
    ("text", "buyer", "seller"),
    [
        ("Saab's contract with Brazil for 36 Gripen jets was signed in 2014.", "Brazil", "Saab"),
        ("Thales has a contract with the Hellenic Navy for four radars.", "Hellenic Navy", "Thales"),
        ("The Ministry of Defence signed a contract with Thales for the procurement of 22 radars.", "Ministry of Defence", "Thales"),
        ("Ryanair's deal with Boeing for 70 jets was signed in May.", "Ryanair", "Boeing"),
        ("Kenya Airways signed a deal with Brazil for ten E190 jets.", "Kenya Airways", "Brazil"),
    ],
)
def test_a_part_of_a_state_buys_as_well_but_not_from_an_airline(
    claims: Callable[..., list[Claim]], text: str, buyer: str, seller: str
) -> None:
    (claim,) = claims(text, "Purchase")
    assert sides_of(claim)[:2] == ([buyer], [seller])


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Malaysia has given up waiting for leased Black Hawk helicopters.", 0),
        ("The general ordered out the Leopard tanks.", 0),
        ("Norway gave away 12 Leopard tanks to Ukraine.", 1),
    ],
)
def test_a_particle_that_changes_the_verb_makes_no_deal(claims: Callable[..., list[Claim]], text: str, count: int) -> None:
    assert len([*claims(text, "Purchase"), *claims(text, "Donation")]) == count


def test_an_export_contract_is_for_what_is_exported(claims: Callable[..., list[Claim]]) -> None:
    assert claims("Saab signed a $300 million export contract with Thailand in 2021.", "Purchase")[0].values("system") == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Chile will buy four Boeing P-8A Poseidon aircraft.", [("", "Boeing", "Boeing P-8A Poseidon")]),
        ("Greece ordered 18 Dassault Rafale fighters.", [("", "Dassault", "Dassault Rafale")]),
        ("Kestrel Air ordered six Embraer E195-E2 jets.", [("Embraer", "Embraer", "Embraer E195-E2")]),
        ("Oman ordered 32 Korea Aerospace Industries FA-50 jets.", [("Korea Aerospace Industries", "", "FA-50")]),
        ("Spain ordered four BAE Systems Hawk trainers from Britain.", [("Britain", "BAE Systems", "BAE Systems Hawk")]),
        ("Ireland bought 12 Damen patrol boats.", [("", "Damen", "Damen patrol boats")]),
        ("Egypt will buy 20 Thales radars and 30 Dassault Aviation Rafale jets.",
         [("", "Thales", "Thales radars"), ("", "Dassault Aviation", "Dassault Aviation Rafale")]),
        ("Germany bought 20 Eurofighter Typhoon jets.", [("", "", "Eurofighter Typhoon")]),  # no firm, but the jet's own name
    ],
)  # fmt: skip
def test_the_company_before_a_system_is_its_maker(
    text: str, expected: list[tuple[str, str, str]], claims: Callable[..., list[Claim]]
) -> None:
    def names(claim: Claim, slot: str) -> str:
        return ", ".join(v.text for v in claim.values(slot) if isinstance(v, Mention))

    assert [(names(c, "seller"), names(c, "maker"), names(c, "system")) for c in claims(text)] == expected


NOTICES = [
    (
        "The State Department has made a determination approving a possible Foreign Military Sale to the Government of Oman of Sentinel A4 "
        "radar systems and related equipment for an estimated cost of $110 million.",
        {"buyer": ["Oman"], "seller": ["State Department"], "system": ["Sentinel A4"], "hasValue": [(110_000_000, "USD")],
         "status": ["approved"]},
    ),
    (
        "The Government of Oman has requested to buy eight (8) M142 rocket launchers.",
        {"buyer": ["Oman"], "quantity": [8], "status": ["planned"]},
    ),
    (
        "The Omani Ministry of Defence and Turkish shipbuilding consortium TAIS signed a contract for the construction of two corvettes.",
        {"buyer": ["Omani Ministry of Defence"], "seller": ["TAIS"], "quantity": [2]},
    ),
    ("Turkish Aerospace and Jakarta signed for 48 Kaan fighters.", {"buyer": ["Jakarta"], "seller": ["Turkish Aerospace"]}),
    ("France and Germany signed for 40 Leopard tanks.", {"buyer": ["France", "Germany"], "seller": None}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), NOTICES)
def test_notices_of_sales_and_signers_of_two_kinds(text: str, expected: dict[str, Any], claims: Callable[..., list[Claim]]) -> None:
    (found,) = [dict[str, Any](slots(c)) for c in claims(text, "Purchase")]
    assert {slot: found.get(slot) for slot in expected} == expected


def test_what_a_state_gives_leave_for_it_sells_and_not_the_maker(claims: Callable[..., list[Claim]]) -> None:
    notice = (
        "The State Department has made a determination approving a possible Foreign Military Sale to the Government of Oman of M142 High "
        "Mobility Artillery Rocket Systems for an estimated cost of $390 million. The Government of Oman has requested to buy eight (8) "
        "M142 High Mobility Artillery Rocket Systems (HIMARS). The principal contractor will be Lockheed Martin."
    )
    sale, request = (dict[str, Any](slots(c)) for c in claims(notice, "Purchase"))
    assert (sale["seller"], sale["system"]) == (["State Department"], request["system"])
    assert request.get("seller") is None
    (ordered,) = (dict[str, Any](slots(c)) for c in claims("Oman ordered 12 F-16 jets. Lockheed Martin makes the F-16.", "Purchase"))
    assert ordered["seller"] == ["Lockheed Martin"]


LISTED = [
    (
        "The award follows Saab's earlier contracts with Brazil, which include 36 Gripen fighters and 20 RBS 70 launchers.",
        {("Gripen", "36"), ("RBS 70", "20")},
    ),
    ("Poland's earlier purchases from Saab include Gripen fighters and RBS 70 launchers.", {("Gripen", ""), ("RBS 70", "")}),
    ("The contracts with Norway, which include a clause on jobs and 12 pages on offsets, were published.", set()),
    ("Norway's fleet includes 24 F-16 jets and six C-130 transports.", set()),
]


@pytest.mark.parametrize(("text", "expected"), LISTED, ids=[t[:60] for t, _ in LISTED])
def test_deals_in_plural_are_told_by_the_list_of_what_they_include(
    text: str, expected: set[tuple[str, str]], claims: Callable[..., list[Claim]]
) -> None:
    assert {(t[2], t[3]) for t in told(claims(text))} == expected


def test_a_megadeal_is_the_deal_told_before(claims: Callable[..., list[Claim]]) -> None:
    text = "Saab signed a $4 billion deal on Monday to export missiles. The megadeal between Chad's Armament Agency and Saab pleased both."
    assert {t[:3] for t in told(claims(text))} == {("Chad", "Saab", "missiles")}
