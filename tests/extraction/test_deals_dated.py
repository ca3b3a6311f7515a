"""Dates of deals that stand beside their words: of the clause they go with, behind "when", at what undoes them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from kg.model import Claim
from tests.extraction.test_deals import slots

# (text, date and status of the only purchase, None for no date)
DATED: list[tuple[str, list[str] | None, str]] = [
    # a participle goes with the clause before it
    ("Greece opened the market in January 2020, ordering 18 Rafale jets from Dassault Aviation.", ["2020-01"], "signed"),
    ("In January 2020 Chad held a parade after ordering 18 Rafale jets from Dassault Aviation.", None, "signed"),
    # the paper that a deal stands in
    (
        "It spoke of the agreement announced last Sunday under which Norway will buy five Type 26 frigates from Verano.",
        ["2021-06-13"],
        "signed",
    ),
    ("It spoke of the agreement praised last Sunday under which Norway will buy five Type 26 frigates from Verano.", None, "signed"),
    (
        "Its first export was a $10 million sale of four FPS-3 radars to Chad, agreed in August 2020 between Chad and Verano Electric.",
        ["2020-08"],
        "signed",
    ),
    # the month in which it was made known
    ("Norway announced in May that it would buy five Type 26 frigates from Verano.", ["2021-05"], "planned"),
    ("Norway said in May that it had bought five Type 26 frigates from Verano.", None, "signed"),
    # what undoes a deal
    ("Chad bought 65 F-35 jets from Lockheed Martin, then abandoned the plan in December 2012.", ["2012-12"], "cancelled"),
    ("Chad planned to acquire 18 Gripen jets from Saab, an arrangement it dropped in 2017.", ["2017"], "cancelled"),
    ("Chad planned to acquire 18 Gripen jets from Saab, an idea it praised in 2017.", None, "planned"),
]


@pytest.mark.parametrize(("text", "date", "status"), DATED, ids=[t[-50:] for t, _, _ in DATED])
def test_a_deal_has_the_date_told_around_it(text: str, date: list[str] | None, status: str, claims: Callable[..., list[Claim]]) -> None:
    (found,) = [dict[str, Any](slots(c)) for c in claims(text, "Purchase")]
    assert (found.get("hasDate"), found["status"]) == (date, [status])
