"""Deals told by few words beside another: echoed, counted in one order, called "a deal worth", named by a bare noun or by a pronoun."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from kg.model import Claim, Mention
from tests.extraction.test_deals import slots

Row = dict[str, list[Any]]

DEALS: list[tuple[str, list[Row]]] = [
    # the receiver before the count
    (
        "Sweden is sending Leopard tanks to Ukraine. Sweden has promised Ukraine 24 of the tanks and Finland 19.",
        [{"buyer": ["Ukraine"], "seller": [s], "quantity": [q]} for s, q in (("Sweden", 24), ("Finland", 19))],
    ),
    ("The minister visited Kenya 24 times and Peru 19.", []),
    ("Chile is to donate a NASAMS system to Kenya.", [{"buyer": ["Kenya"], "seller": ["Chile"], "status": ["planned"]}]),
    # who does the same
    (
        "Chile would give Kenya a Patriot battery, as would Spain and Peru.",
        [{"buyer": ["Kenya"], "seller": [s], "status": ["planned"]} for s in ("Chile", "Spain", "Peru")],
    ),
    ("Chile has ordered 24 K9 howitzers, as is known.", [{"buyer": ["Chile"], "quantity": [24]}]),
    # whose country is "his"
    (
        "Chilean President Juan Soto said his country had bought six F-16s from Peru.",
        [{"buyer": ["Chilean"], "seller": ["Peru"], "quantity": [6]}],
    ),
    ("President Juan Soto said his country had bought six F-16s from Peru.", [{"seller": ["Peru"], "quantity": [6]}]),
    # a pronoun for a force
    (
        "The Chilean Navy flies four P-3 Orions, which it had bought from Peru in 2016.",
        [{"buyer": ["it"], "seller": ["Peru"], "quantity": [4], "hasDate": ["2016"]}],
    ),
    # a firm's order without its buyer
    (
        "Kestrel Motors won a $2 billion contract on Monday to deliver 300 buses.",
        [{"seller": ["Kestrel Motors"], "buyer": [], "quantity": [300], "hasDate": ["2021-06-14"]}],
    ),
    ("The boats were bought from Damen for 9 million euros.", [{"seller": ["Damen"], "buyer": []}]),
    ("Kestrel Motors sold 300 buses in March.", []),
    ("Kestrel Motors delivered 64 aircraft in October.", []),
    ("Kestrel Motors will sell 20 buses.", []),
    # counts that go on over sentences
    (
        "The Gripen sells well. Chile ordered 30 in May. Peru agreed to buy 18.",
        [{"buyer": ["Chile"], "quantity": [30]}, {"buyer": ["Peru"], "quantity": [18]}],
    ),
    # the price behind a comma
    (
        "Chile ordered 12 jets from Saab, a deal worth $300 million.",
        [{"buyer": ["Chile"], "seller": ["Saab"], "quantity": [12], "hasValue": [(300_000_000, "USD")]}],
    ),
    (
        "Chile signed a contract with Saab for 12 Gripens, an agreement valued at $300 million.",
        [{"buyer": ["Chile"], "seller": ["Saab"], "quantity": [12], "hasValue": [(300_000_000, "USD")]}],
    ),
    ("Chile ordered 12 jets from Saab, a maker worth $300 million.", [{"buyer": ["Chile"], "seller": ["Saab"], "quantity": [12]}]),
    # on order
    (
        "Chile has 250 K9 howitzers on order from Peru under a $2 billion agreement of July 2019, the first of which are due soon.",
        [{"buyer": ["Chile"], "seller": ["Peru"], "quantity": [250], "hasValue": [(2_000_000_000, "USD")], "hasDate": ["2019-07"]}],
    ),
    # told in one order
    (
        "Chad and Niger ordered five and four jets respectively from Embraer.",
        [{"buyer": ["Chad"], "seller": ["Embraer"], "quantity": [5]}, {"buyer": ["Niger"], "seller": ["Embraer"], "quantity": [4]}],
    ),
    (
        "Chile ordered 12 K9 howitzers and 24 K2 tanks for $200 million and $900 million respectively.",
        [
            {"buyer": ["Chile"], "quantity": [12], "hasValue": [(200_000_000, "USD")]},
            {"buyer": ["Chile"], "quantity": [24], "hasValue": [(900_000_000, "USD")]},
        ],
    ),
    (
        "Chile plans to buy 12 Typhoons each from Oman and Peru.",
        [{"buyer": ["Chile"], "seller": [s], "quantity": [12]} for s in ("Oman", "Peru")],
    ),
    ("Chile bought 12 Typhoons from Oman and Peru at $20 million each.", [{"seller": ["Oman", "Peru"], "quantity": [12]}]),
    # a state and its firm sell together
    (
        "Chile signed a contract with the US government and Boeing for six Apache helicopters.",
        [{"buyer": ["Chile"], "seller": ["US", "Boeing"], "quantity": [6]}],
    ),
    ("Chile and Peru signed a contract with Boeing for six Apache helicopters.", [{"buyer": ["Chile", "Peru"], "seller": ["Boeing"]}]),
    # both are two
    ("Chile has received both C-390 aircraft that it ordered from Embraer.", [{"seller": ["Embraer"], "quantity": [2]}]),
    ("Kenya Airways said it had looked at both aircraft before choosing another.", []),
    # contracted
    (
        "The Chilean fleet grew when Peru contracted five C-390s with Embraer.",
        [{"buyer": ["Peru"], "seller": ["Embraer"], "quantity": [5]}],
    ),
    # an offer to sell
    (
        "Chile rejected Peru's offer to supply 24 Gripens in 2011.",
        [{"buyer": ["Chile"], "seller": ["Peru"], "quantity": [24], "status": ["cancelled"]}],
    ),
    # the whole by a part
    (
        "Only eight of the 36 Gripens have been handed over to Peru. Peru signed the contract for the Gripen with Saab in October 2014.",
        [{"buyer": ["Peru"], "seller": ["Saab"], "quantity": [36], "hasDate": ["2014-10"]}],
    ),
    # the month of an announcement
    ("Oman announced in May that it had chosen three C-390s.", [{"quantity": [3], "hasDate": ["2021-05"], "status": ["planned"]}]),
    ("The minister said in May that Oman had bought three C-390s.", [{"quantity": [3], "hasDate": []}]),
]


@pytest.mark.parametrize(("text", "expected"), DEALS, ids=[t[:60] for t, _ in DEALS])
def test_deals(text: str, expected: list[Row], claims: Callable[..., list[Claim]]) -> None:
    found = [slots(c) for c in claims(text) if c.kind not in ("RoleHolding", "Delivery")]
    wanted = [{"seller": [], **row} for row in expected]
    told = [{s: f.get(s, []) for s in row} for f, row in zip(found, wanted, strict=False)]
    assert len(found) == len(expected) and told == wanted, found


def test_a_bare_noun_means_the_only_system_named_before(claims: Callable[..., list[Claim]]) -> None:
    """ "Niger bought four vehicles" after Boxer vehicles; not where they come from somebody else."""
    told = "Chad ordered 12 Boxer vehicles from KNDS. Niger bought four vehicles in 2019 {}."
    same = [of_first_system(claims(told.format(x))) for x in ("from KNDS", "from Patria")]
    assert same == [[12, 4], [12]]


def of_first_system(found: list[Claim]) -> list[Any]:
    """The quantities of the purchases that are of the system of the first one."""
    bought = [c for c in found if c.kind == "Purchase"]
    return [slots(c)["quantity"][0] for c in bought if chains(c, "system") == chains(bought[0], "system")]


def chains(claim: Claim, property: str) -> set[int]:
    """The chains of the mentions in a slot."""
    return {m.chain for m in claim.values(property) if isinstance(m, Mention)}


def test_an_earlier_batch_is_not_still_to_come(claims: Callable[..., list[Claim]]) -> None:
    text = (
        "The second of three Patriot batteries that Chile ordered is to arrive in Kenya in July after the first was delivered in May 2020."
    )
    assert [(f.get("end"), f["status"]) for f in map(slots, claims(text, "Delivery"))][-1] == (["2020-05"], ["completed"])


@pytest.mark.parametrize(
    ("text", "buyers"),
    [
        ("Chile has jets again. Six F-16s bought from Denmark cost $60 million. The Foreign Office in London kept silent.", ["Chile"]),
        ("Chile and Peru have jets again. Six F-16s bought from Denmark cost $60 million. The Foreign Office in London kept silent.", []),
    ],
)
def test_a_story_is_of_the_state_that_acts_first(text: str, buyers: list[str], claims: Callable[..., list[Claim]]) -> None:
    assert [slots(c).get("buyer", []) for c in claims(text, "Purchase")] == [buyers]


def test_a_force_is_no_manufacturer(claims: Callable[..., list[Claim]]) -> None:
    """A force is none by any of its names, so that "the manufacturer" is the firm named before."""
    text = (
        "The Chilean Air Force (CAF) ordered 24 jets from Leonardo. CAF said 10 AW109 helicopters were ordered from the same manufacturer."
    )
    first, *_, last = claims(text, "Purchase")
    assert not chains(last, "seller") & chains(first, "buyer")
