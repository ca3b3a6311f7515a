"""Gifts told as what will be sent or is promised, deals told by a name and a count alone, and deals told by a part of their goods."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from kg.model import Claim
from tests.extraction.test_deals import slots

Row = tuple[str, str, Any, Any]  # kind, buyer, seller, quantity

PARTS = [("Norway", 24), ("Denmark", 19), ("Latvia", 6)]
AID = "Chile will give Kenya two Orka boats. "
DEALS: list[tuple[str, list[Row]]] = [
    # what a state promises or will send another is a gift
    ("Chile has promised Kenya a third Patriot system.", [("Donation", "Kenya", "Chile", 1)]),
    ("Chile will send Kenya 22 NASAMS launchers, the minister said.", [("Donation", "Kenya", "Chile", 22)]),
    ("Chile committed itself to hand over 30 F-16 jets to Kenya by 2028.", [("Donation", "Kenya", "Chile", 30)]),
    (AID + "Peru has promised six F-16 jets.", [("Donation", "Kenya", "Chile", 2), ("Donation", "Kenya", "Peru", 6)]),
    ("Chile will send Kenya 22 NASAMS launchers for $9 million.", []),
    ("Saab will send Kenya 22 NASAMS launchers.", []),
    ("The minister promised the village a bus.", []),
    # a name and a count alone
    ("Norway ordered 24 F-16 jets, Denmark 19 and Latvia six.", [("Purchase", n, None, q) for n, q in PARTS]),
    (
        "Norway has pledged 24 F-16 jets to Kenya, Denmark 19 and Latvia six.",
        [("Donation", "Kenya", n, q) for n, q in PARTS],
    ),
    ("Norway ordered 24 F-16 jets, Denmark 35 years ago none.", [("Purchase", "Norway", None, 24)]),
    # a part of what a deal is for
    (
        "Embraer handed over four A-29 planes to Kenya. They are part of a contract for six aircraft signed in May 2019.",
        [("Purchase", "Kenya", "Embraer", 6)],
    ),
    ("Embraer handed over four A-29 planes to Kenya. The firm is part of a group of six.", []),
    # some of the goods before
    ("Chile ordered 36 Gripens from Saab in 2014, 15 of them to be assembled in Santiago.", [("Purchase", "Chile", "Saab", 36)]),
    # a participle that looks like a past
    (
        "The 116 second-hand Abrams bought from Spain in 2019 had all been delivered to Kenya by June 2020.",
        [("Purchase", "Kenya", "Spain", 116)],
    ),
    # two nouns counted together
    ("Kenya bought the first two AW139 patrol and rescue helicopters from Leonardo.", [("Purchase", "Kenya", "Leonardo", 2)]),
    ("Kenya bought four A-29 light attack and advanced training aircraft from Embraer.", [("Purchase", "Kenya", "Embraer", 4)]),
]

DELIVERIES: list[tuple[str, list[tuple[Any, ...]]]] = [
    (
        "Damen delivered four boats to Chad in May 2019 and two to Kenya in June 2019.",
        [("Chad", 4, None, "2019-05", "completed"), ("Kenya", 2, None, "2019-06", "completed")],
    ),
    ("Kenya received two frigates from Damen in 2018 and 2019.", [("Kenya", 2, "2018", "2019", "completed")]),
    ("Kenya received a frigate from Damen in 2018 and refitted it in 2019.", [("Kenya", None, None, "2018", "completed")]),
    ("Kenya had received 11 of its 129 Redbacks by May 2019.", [("Kenya", 11, None, "2019-05", "started")]),
    ("Kenya had received 11 of its Redbacks from Spain by May 2019.", [("Kenya", 11, None, "2019-05", "completed")]),
]


def first(found: dict[str, list[Any]], slot: str) -> Any:
    """The first value of a slot, None for none."""
    return next(iter(found.get(slot, [])), None)


@pytest.mark.parametrize(("text", "expected"), DEALS, ids=[t[:60] for t, _ in DEALS])
def test_deals(text: str, expected: list[Row], claims: Callable[..., list[Claim]]) -> None:
    found = [slots(c) for c in claims(text) if c.kind not in ("RoleHolding", "Delivery")]
    rows = [(first(f, "kind"), first(f, "buyer"), first(f, "seller"), first(f, "quantity")) for f in found]
    assert rows == expected
    assert all(len(f.get("buyer", [])) == 1 for f in found)


@pytest.mark.parametrize(("text", "expected"), DELIVERIES, ids=[t[:60] for t, _ in DELIVERIES])
def test_deliveries(text: str, expected: list[tuple[Any, ...]], claims: Callable[..., list[Claim]]) -> None:
    found = [slots(c) for c in claims(text, "Delivery")]
    assert [tuple(first(f, s) for s in ("to", "quantity", "start", "end", "status")) for f in found] == expected
