"""What the legend hides and shows: kinds, statuses, sources, time, confidence, disputes; the same for picture, tables and address."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from kg.graph.view import RelationView, View
from tests.exporters.pages import Open, panel, wait_for
from tests.exporters.worlds import small_world


def names(page: Any) -> set[str]:
    return set(page.evaluate("__view.entities.label.filter((_, i) => __view.visible.entity[i])"))


def facts_seen(page: Any) -> set[str]:
    return set(page.evaluate("__view.facts.id.filter((_, f) => __view.passes(__view.facts, f))"))


def slide(page: Any, label: str, value: int) -> None:
    page.locator(f"[aria-label='{label}']").fill(str(value))


def month(year: int, number: int) -> int:
    return year * 12 + number - 1


def with_confidence(view: View, confidence: dict[str, float]) -> View:
    return replace(
        view,
        facts=tuple(replace(f, evidence=tuple(replace(e, confidence=confidence.get(f.id, 0.9)) for e in f.evidence)) for f in view.facts),
        relations=tuple(
            replace(r, evidence=tuple(replace(e, confidence=confidence.get(r.fact, 0.9)) for e in r.evidence)) for r in view.relations
        ),
    )


def test_legend_counts_and_filters(open_page: Open) -> None:
    page = open_page(small_world())
    row = page.locator("#legend label", has_text="People")
    assert row.locator(".count").inner_text() == "4"
    row.locator("input").uncheck()
    assert page.locator("#counts").inner_text().startswith("10 of 16 entities · 8 of 13 relations")
    wait_for(page, "!__view.painted.names.some(n => n.text === 'Mira Valdés')")
    row.locator("input").check()
    page.locator("#legend label", has_text="holds role").locator("input").check()
    wait_for(page, "__view.painted.names.some(n => n.text.startsWith('Minister of Defence'))")


def test_relations_filter_by_what_they_say(open_page: Open) -> None:
    world = small_world()
    page = open_page(world)
    page.locator("#legend label", has_text="sells to").locator("input").uncheck()
    left = [r for r in world.relations if not r.inferred and r.label != "sells to"]
    assert f"{len(left)} of {len(world.relations)} relations" in page.locator("#counts").inner_text()
    assert page.evaluate("__view.visible.relation.filter(Boolean).length") == len(left)


def test_sources_filter_by_publisher(open_page: Open) -> None:
    page = open_page(small_world())
    page.locator("#legend label", has_text="The Sample Post").locator("input").uncheck()
    assert "Orbit Shipyards" not in names(page)
    assert "Aegir air defence system" in names(page)  # the Daily Example tells of it too


@pytest.mark.parametrize("status", ["planned", "signed", "delivered", "current"])
def test_one_status_alone_is_what_python_counts(open_page: Open, status: str) -> None:
    world = small_world()
    page = open_page(world)
    page.locator(f"#legend [aria-label='Only {status}']").click()
    wanted = {f.id for f in world.facts if f.status == status}
    assert facts_seen(page) == wanted
    assert f"{len(wanted)} of 7 facts" in page.locator("#counts").inner_text()
    lines = {(r.subject, r.target) for r in world.relations if r.status == status and not r.inferred}
    drawn = page.evaluate("__view.visible.relation.flatMap((yes, r) => yes ? [[__view.relations.s[r], __view.relations.o[r]]] : [])")
    ids = page.evaluate("__view.entities.id")
    assert {(ids[a], ids[b]) for a, b in drawn} == lines


def test_time_narrows_the_picture_but_keeps_what_is_undated(open_page: Open) -> None:
    page = open_page(small_world())
    slide(page, "From month", month(2018, 1))
    assert "H-90 helicopter" not in names(page)  # bought in 2016
    assert "Jonas Ek" in names(page)  # nobody says when
    assert "from=2018-01" in page.evaluate("location.hash")
    slide(page, "To month", month(2018, 12))
    assert facts_seen(page) == {"post-mira", "post-jonas"}  # "2018" is all of that year
    assert page.locator("[aria-label='To month']").get_attribute("aria-valuetext") == "December 2018"


def test_the_sliders_push_each_other(open_page: Open) -> None:
    page = open_page(small_world())
    slide(page, "To month", month(2017, 6))
    slide(page, "From month", month(2018, 6))
    assert page.locator("[aria-label='To month']").input_value() == str(month(2018, 6))


def test_confidence_hides_what_is_less_sure(open_page: Open) -> None:
    page = open_page(with_confidence(small_world(), {"deal-frigates": 0.5}))
    slide(page, "Least confidence", 80)
    assert "deal-frigates" not in facts_seen(page) and len(facts_seen(page)) == 6
    assert "Orbit Shipyards" not in names(page)


def test_only_what_sources_disagree_on(open_page: Open) -> None:
    page = open_page(small_world())
    page.locator("#legend label", has_text="Only where disputed").locator("input").check()
    assert facts_seen(page) == {"deal-aegir"}
    assert names(page) == {"Vandor", "Halden Aerospace", "Aegir air defence system"}


def test_filters_stay_in_the_address_and_are_cleared_with_one_button(open_page: Open) -> None:
    page = open_page(small_world())
    assert not page.locator("#legend .clear").is_visible()
    page.locator("#legend [aria-label='Only planned']").click()
    page.locator("#legend label", has_text="People").locator("input").uncheck()
    slide(page, "From month", month(2017, 1))
    again = open_page(small_world(), page.evaluate("location.hash"))
    assert facts_seen(again) == facts_seen(page) == {"deal-frigates"}
    assert not again.locator("#legend label", has_text="People").locator("input").is_checked()
    again.locator("#legend .clear").click()
    assert len(facts_seen(again)) == 7 and again.evaluate("location.hash") == ""
    assert again.locator("#counts").inner_text() == "14 of 16 entities · 11 of 13 relations · 7 facts · 3 articles"


def test_the_tables_follow_the_filters(open_page: Open) -> None:
    page = open_page(small_world(), "#t=Deals")
    assert page.locator("#table tr.row").count() == 3
    page.locator("#legend [aria-label='Only planned']").click()
    assert page.locator("#table tr.row").all_inner_texts()[0].startswith("Norland")
    assert page.locator("#table tr.row").count() == 1


@pytest.mark.parametrize("address", ["#from=2019-99&to=x", "#xt=Nothing.%E0%A4%A&xs=&conf=zzz", "#n=%E0%A4%A&t=Nothing&h=9", "#&&=&=&"])
def test_an_address_that_makes_no_sense_shows_everything(open_page: Open, address: str) -> None:
    page = open_page(small_world(), address)
    assert len(names(page)) == 14 and page.problems == []


def test_a_line_without_a_fact_passes_through_every_filter(open_page: Open) -> None:
    """A system is a variant of another: no article says so in a sentence of its own."""
    world = small_world()
    variant = RelationView("system-frigate", "variantOf", "variant of", "system-aegir", "", "", "", (), False, "", ())
    page = open_page(replace(world, relations=(*world.relations, variant)), "#n=system-frigate")
    assert "variant of →" in panel(page)
    assert "frigates" in names(page)
    page.locator("#legend [aria-label='Only planned']").click()
    page.locator("#legend label", has_text="Only where disputed").locator("input").check()
    page.locator("#legend .clear").click()
    page.evaluate("__view.choose({line: __view.lines.s.length - 1})")
    assert "variant of" in page.evaluate("__view.relationsCsv()") and page.problems == []
