"""Odd and large graphs: a hub with thousands of neighbours, names of every script and length, more than a browser can hold."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kg.exporters.html.limits import narrowed
from tests.exporters.pages import Open, panel, wait_for
from tests.exporters.worlds import hub_world, made_up_world, renamed, small_world


@pytest.mark.slow
def test_a_hub_with_five_thousand_neighbours_can_be_read(open_page: Open) -> None:
    page = open_page(hub_world(5000))
    assert "1,500 of 5,001 entities are drawn" in page.locator("#note").inner_text()
    assert page.evaluate("__view.painted.names.some(n => n.text === 'Vandor')")
    assert page.evaluate("__view.painted.names.length") >= 60
    page.keyboard.press("/")
    page.keyboard.type("vandor")
    page.keyboard.press("Enter")
    assert "5,000 facts" in panel(page)
    assert page.locator("#details .fact").count() == 25 and page.locator(".glance li").count() == 12
    page.locator(".glance button", has_text="Show 100 more").click()
    assert page.locator(".glance li").count() == 112
    page.keyboard.press("/")
    page.keyboard.type("firm 4999")  # not drawn until asked for
    page.keyboard.press("Enter")
    wait_for(page, "__view.painted.names.some(n => n.text === 'Firm 4999')")
    page.keyboard.press("t")
    page.locator("#table [role=tab]", has_text="Timeline").click()
    assert page.locator(".timeline .event").count() == 600 and "The first 600 of 5,000" in page.locator("#table").inner_text()
    page.locator("#note button", has_text="Show all").click()
    assert page.evaluate("__view.visible.entity.filter(Boolean).length") == 5001
    assert page.problems == []


@pytest.mark.parametrize(
    "label", ["N" * 300, "أ" * 300, "👩‍🚀" * 60, "a\u0301" * 150, "<b>&amp;</b>"], ids=["long", "arabic", "emoji", "accents", "markup"]
)
def test_any_name_fits_its_places(open_page: Open, label: str) -> None:
    page = open_page(renamed(small_world(), "country-vandor", label), "#n=country-vandor&t=Deals")
    assert page.locator("#details h2").inner_text().startswith(label[:20])
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert page.evaluate("[...document.querySelectorAll('#details, #legend')].every(e => e.scrollWidth <= e.clientWidth)")
    assert page.evaluate("Math.max(...__view.painted.names.map(n => n[2] - n[0]))") < 900
    page.locator("#table [role=tab]", has_text="Timeline").click()
    assert page.problems == []


def test_a_right_to_left_name_does_not_turn_what_surrounds_it(open_page: Open) -> None:
    page = open_page(small_world(), "#n=person-oren")
    assert page.evaluate("getComputedStyle(document.querySelector('#details h2')).direction") == "rtl"
    assert page.evaluate("getComputedStyle(document.querySelector('#details .meta')).direction") == "ltr"


def test_rearranging_moves_the_picture_until_pressed_again(open_page: Open) -> None:
    page = open_page(made_up_world(40))
    before = page.evaluate("[...__view.entities.x]")
    page.keyboard.press("p")
    wait_for(page, "__view.entities.x.some((v, i) => Math.abs(v - arg[i]) > 5)", before)
    page.keyboard.press("p")
    still = page.evaluate("[...__view.entities.x]")
    page.evaluate("() => new Promise(done => { __view.network.once('afterDrawing', done); __view.network.redraw(); })")
    assert page.evaluate("[...__view.entities.x]") == still
    assert page.locator("#rearrange").get_attribute("aria-pressed") == "false" and page.problems == []


def test_what_is_too_much_for_a_browser_is_narrowed_to_the_most_connected() -> None:
    world = made_up_world(60)
    assert narrowed(world, 60) is world
    few = narrowed(world, 20)
    kept = {e.id for e in few.entities}
    assert len(kept) == 20 and few.entities == tuple(e for e in world.entities if e.id in kept)
    assert few.relations and all({r.subject, r.target} <= kept for r in few.relations)
    assert {r.fact for r in few.relations} <= {f.id for f in few.facts}
    assert all(v.entity in kept for f in few.facts for s in f.slots for v in s.values)
    alone = replace(world.entities[0], id="nobody")
    assert "nobody" not in {e.id for e in narrowed(replace(world, entities=(*world.entities, alone)), 30).entities}
    assert {d.left.id for d in narrowed(small_world(), 3).decisions} <= {"country-vandor", "org-vandor-navy"}


def test_the_page_says_what_it_leaves_out(open_page: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kg.exporters.html.page.narrowed", lambda view: narrowed(view, 10))
    page = open_page(small_world())
    assert "6 entities with fewer relations are not in this page" in page.locator("#note").inner_text()
