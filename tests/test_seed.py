"""The article this project began with gives exactly what a careful reader takes from it, and nothing of the page around it."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg import pipeline
from kg.model import Fact, Ref
from kg.values import Date, Money, Quantity


@pytest.fixture(scope="module")
def merged(shared: Path) -> pipeline.Merged:
    """What the seed article states."""
    return pipeline.merge([shared / "seeds" / "s400-turkey.txt"], pipeline.Settings())


def plain(fact: Fact) -> dict[str, list[str]]:
    """The slots of a fact as text."""
    found: dict[str, list[str]] = {}
    for a in fact.arguments:
        v = a.value
        money = f"{v.amount} {v.currency}" if isinstance(v, Money) else str(v)
        text = v.id if isinstance(v, Ref) else v.iso if isinstance(v, Date) else money
        found.setdefault(a.property, []).append(f"{v.number} {v.unit}" if isinstance(v, Quantity) else text)
    return found


def test_four_people_hold_four_posts(merged: pipeline.Merged) -> None:
    roles = [plain(f) for f in merged.resolution.facts if f.kind == "RoleHolding"]
    assert sorted((r["holder"][0], r["title"][0], r["of"][0], r["status"][0]) for r in roles) == [
        ("person-alexander-mikheev", "Director General", "organization-rosoboronexport", "current"),
        ("person-mevlut-cavusoglu", "Foreign Minister", "country-turkey", "current"),
        ("person-mike-pompeo", "Secretary of State", "country-united-states", "current"),
        ("person-recep-tayyip-erdogan", "President", "country-turkey", "current"),
    ]


def test_one_purchase_is_signed_and_a_second_one_planned(merged: pipeline.Merged) -> None:
    deals = sorted((plain(f) for f in merged.resolution.facts if f.kind == "Purchase"), key=lambda d: d["status"])
    both = {"buyer": ["country-turkey"], "seller": ["country-russia"], "system": ["system-s-400"]}
    assert [{k: d[k] for k in both} for d in deals] == [both, both]
    planned, signed = deals
    assert (signed["status"], signed["quantity"], signed["hasValue"], signed["hasDate"]) == (
        ["signed"],
        ["4 battery"],
        ["2500000000 USD"],
        ["2017-12"],
    )
    assert (planned["status"], planned["quantity"], planned["hasDate"]) == (["planned"], ["1 regiment"], ["2020"])
    assert "hasValue" not in planned


def test_the_deliveries_have_started(merged: pipeline.Merged) -> None:
    (delivery,) = [plain(f) for f in merged.resolution.facts if f.kind == "Delivery"]
    assert delivery == {
        "system": ["system-s-400"],
        "to": ["country-turkey"],
        "from": ["country-russia"],
        "start": ["2019-07"],
        "status": ["started"],
    }


def test_nothing_else_is_stated_and_nothing_comes_from_the_page(merged: pipeline.Merged) -> None:
    assert sorted(f.kind for f in merged.resolution.facts) == ["Delivery", "Purchase", "Purchase", *["RoleHolding"] * 4]
    (extraction,) = merged.extractions
    for furniture in ("pardons", "Kyrgyz", "Horoscope", "minutes ago", "Related Topics", "©"):
        assert furniture not in extraction.article.text
    assert pipeline.finished(lambda: merged, pipeline.Settings()).findings == ()
