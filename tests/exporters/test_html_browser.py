"""The page in a real browser: it opens offline, says everything, and no text from an article ever runs."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from kg.exporters.html.page import document
from kg.graph.view import View
from tests.exporters.pages import Open, move_to, panel, wait_for
from tests.exporters.worlds import made_up_world, renamed, small_world


def test_opens_offline_without_a_request_or_a_message(open_page: Open) -> None:
    page = open_page(small_world())
    assert page.problems == []
    assert len(page.asked) == 1 and page.asked[0].startswith("file:")
    assert page.locator("#counts").inner_text() == "14 of 16 entities · 11 of 13 relations · 7 facts · 3 articles"


def test_opens_at_once_where_the_network_never_answers(browser: Any, tmp_path: Path) -> None:
    path = tmp_path / "graph.html"
    path.write_text(document(small_world()), encoding="utf-8")
    context = browser.new_context()
    asked: list[str] = []
    context.route("http*://**", lambda route: asked.append(route.request.url))
    page = context.new_page()
    page.goto(path.as_uri())
    page.wait_for_selector("body[data-ready='1']")
    assert asked == []
    context.close()


def test_a_link_brings_what_it_names_near_with_its_neighbours_in_sight(open_page: Open) -> None:
    page = open_page(made_up_world(300))
    far = page.evaluate("__view.network.getScale()")
    page = open_page(made_up_world(300), "#n=e00200")
    assert page.evaluate("__view.network.getScale()") > far
    page = open_page(small_world(), "#n=country-vandor&t=Deals")
    wait_for(page, "document.querySelector('#table table')")
    box = page.locator("#net").bounding_box()
    for name in ("Vandor", "Mira Valdés", "Halden Aerospace", "Aegir air defence system"):
        spot = page.evaluate("name => __view.spot(__view.entities.label.indexOf(name))", name)
        assert 0 < spot["x"] < box["width"] - 372 and 0 < spot["y"] < box["height"], name


def test_what_was_in_sight_stays_so_in_a_window_of_another_size(open_page: Open) -> None:
    page = open_page(small_world())
    for width, height in ((1000, 1000), (1500, 700), (1500, 1000)):
        page.set_viewport_size({"width": width, "height": height})
        seen = "__view.entities.label.map((_, i) => i).filter(i => __view.visible.entity[i]).map(__view.spot)"
        room = "document.getElementById('net')"
        wait_for(page, f"{room}.clientHeight < {height} && {seen}.every(s => s.x > 20 && s.x < {room}.clientWidth - 20)")
    page.mouse.move(700, 300)
    page.mouse.wheel(0, -500)  # a reader who has zoomed in stays there
    near = page.evaluate("__view.network.getScale()")
    page.set_viewport_size({"width": 1400, "height": 1000})
    assert page.evaluate("() => new Promise(done => requestAnimationFrame(() => done(__view.network.getScale())))") > near * 0.8


def test_names_are_readable_at_first_sight_and_do_not_overlap(open_page: Open) -> None:
    page = open_page(small_world())
    assert set(page.evaluate("__view.painted.names.map(n => n.text)")) >= {"Vandor", "Halden Aerospace", "אורן לוי", "Ada Quill 🚢"}
    assert "Minister of Defence" in page.evaluate("__view.painted.relations.map(n => n.text)")
    page = open_page(made_up_world(300))
    boxes = page.evaluate("[...__view.painted.names, ...__view.painted.relations].map(n => [n[0], n[1], n[2], n[3]])")
    assert len(boxes) >= 80
    assert not [1 for i, a in enumerate(boxes) for b in boxes[:i] if a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]]


def test_click_shows_the_full_record(open_page: Open) -> None:
    page = open_page(small_world())
    page.mouse.click(*move_to(page, "Vandor"))
    text = panel(page)
    for said in (
        "Vandorian government", "signed", "December 2017", "4 batteries", "four Aegir batteries", "$2.5 billion", "Halden Aerospace",
        "Vandor bought four Aegir batteries from Halden Aerospace in December 2017 for $2.5 billion.",
        "The Vandorian government paid about $2.4 billion for the Aegir system.",
        "Vandor signs for air defence batteries", "Daily Example", "4 March 2018", "deal.order.active", "confidence 90%",
        "Inferred", "inferred: purchases",
    ):  # fmt: skip
        assert said.replace("$", "US$") in text or said in text, said
    link = page.locator("#details a", has_text="Vandor signs for air defence batteries").first
    assert link.get_attribute("href") == "https://news.example/b?x=1&y=2"
    assert link.get_attribute("rel") == "noopener noreferrer"
    assert page.evaluate("location.hash") == "#n=country-vandor"
    assert page.problems == []


def test_contradictions_and_addresses_elsewhere_are_shown(open_page: Open) -> None:
    world = small_world()
    facts = tuple(replace(f, contradictions=("told <b>twice</b>",)) if f.id == "deal-aegir" else f for f in world.facts)
    links = ("https://x.example/1", "javascript:alert(1)")
    page = open_page(replace(world, facts=facts, entities=tuple(replace(e, links=links) for e in world.entities)), "#n=country-vandor")
    assert "Contradicted: told <b>twice</b>" in panel(page)
    link = page.locator("#details a", has_text="https://x.example/1")
    assert link.get_attribute("href") == "https://x.example/1"
    assert page.locator("#details a", has_text="javascript").count() == 0
    assert page.problems == []


def test_planned_and_doubtful_facts_say_so(open_page: Open) -> None:
    text = panel(open_page(small_world(), "#n=country-norland"))
    assert "planned" in text and "reportedly" in text


def test_hover_says_what_a_line_means(open_page: Open) -> None:
    page = open_page(small_world())
    move_to(page, "Mira Valdés")
    assert "Mira Valdés" in page.locator("#hint").inner_text()
    assert not page.locator("#details").is_visible()
    a, b = move_to(page, "Vandor"), move_to(page, "Aegir air defence system")
    page.mouse.move((a[0] * 0.7 + b[0] * 0.3), (a[1] * 0.7 + b[1] * 0.3))
    page.mouse.move((a[0] * 0.71 + b[0] * 0.29), (a[1] * 0.71 + b[1] * 0.29))
    hint = page.locator("#hint").inner_text()
    assert "Vandor buys Aegir air defence system" in hint
    assert "4 batteries" in hint and "2.5 billion" in hint and "December 2017" in hint and "signed" in hint


def test_click_on_a_line_shows_its_facts_and_on_nothing_clears(open_page: Open) -> None:
    page = open_page(small_world())
    a, b = move_to(page, "Jonas Ek"), move_to(page, "Halden Aerospace")
    page.mouse.click((a[0] + b[0]) / 2, (a[1] + b[1]) / 2)
    assert "Jonas Ek → Halden Aerospace" in panel(page)
    assert "former" in panel(page) and "Jonas Ek, a former chief executive of Halden Aerospace" in panel(page)
    page.mouse.click(700, 840)
    assert not page.locator("#details").is_visible()


def test_a_link_opens_its_entity_now_and_when_the_address_changes(open_page: Open) -> None:
    page = open_page(small_world(), "#n=person-mira")
    assert "Mira Valdés" in panel(page)
    page.evaluate("location.hash = '#f=deal-frigates'")
    wait_for(page, "document.getElementById('details').textContent.includes('Orbit Shipyards')")
    page.evaluate("location.hash = '#n=nobody'")
    assert page.problems == []


def test_search_by_keyboard_finds_other_names_without_accents(open_page: Open) -> None:
    page = open_page(small_world())
    page.keyboard.press("/")
    page.keyboard.type("valdes")
    assert "Mira Valdés" in page.locator("#found li").first.inner_text()
    page.keyboard.press("Enter")
    assert page.evaluate("location.hash") == "#n=person-mira"
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowDown")
    assert page.evaluate("location.hash") != "#n=person-mira"
    page.keyboard.press("Escape")
    assert not page.locator("#details").is_visible() and page.evaluate("location.hash") == ""
    page.keyboard.press("/")
    page.keyboard.type("zzz")
    assert "No name like this" in page.locator("#found").inner_text()
    page.keyboard.press("Enter")
    assert page.problems == []


def test_what_is_asked_for_is_shown_even_where_its_kind_is_hidden(open_page: Open) -> None:
    page = open_page(small_world(), "#n=role-defence-vandor")
    wait_for(page, "__view.painted.names.some(n => n.text.startsWith('Minister of Defence of'))")
    assert "holds role" in page.evaluate("__view.painted.relations.map(n => n.text)")  # the inferred line to its holder
    assert "inferred: holds-role" in panel(page)
    page.keyboard.press("Escape")
    page.locator("#legend label", has_text="Organizations").locator("input").uncheck()
    page.keyboard.press("/")
    page.keyboard.type("orbit")
    page.keyboard.press("Enter")
    wait_for(page, "__view.painted.names.some(n => n.text === 'Orbit Shipyards')")


def test_focus_sets_out_the_neighbours_and_gives_every_place_back(open_page: Open) -> None:
    page = open_page(made_up_world(120))
    before = page.evaluate("[...__view.entities.x, ...__view.entities.y]")
    page.locator("#legend .walk").first.click()
    page.keyboard.press("f")
    assert page.evaluate("location.hash").endswith("&h=1")
    drawn = page.evaluate("__view.visible.entity.filter(Boolean).length")
    wait_for(page, "__view.painted.names.length === arg", drawn)  # every one of them has its name
    assert 5 < drawn < 120
    page.keyboard.press("f")
    assert page.evaluate("location.hash").endswith("&h=2")
    assert drawn < page.evaluate("__view.visible.entity.filter(Boolean).length") <= 120
    page.keyboard.press("f")
    assert page.evaluate("[...__view.entities.x, ...__view.entities.y]") == before
    assert page.evaluate("__view.visible.entity.filter(Boolean).length") > drawn
    assert page.problems == []


def test_shift_click_shows_the_shortest_way_with_its_facts(open_page: Open) -> None:
    page = open_page(small_world())
    page.mouse.click(*move_to(page, "Mira Valdés"))
    x, y = move_to(page, "Halden Aerospace")
    page.keyboard.down("Shift")
    page.mouse.click(x, y)
    page.keyboard.up("Shift")
    text = panel(page)
    assert "Mira Valdés … Halden Aerospace" in text and "2 steps" in text
    assert "Minister of Defence" in text and "sells to" in text and "Defence Minister Mira Valdés said so." in text
    assert page.problems == []


def test_the_legend_folds_away_and_a_narrow_window_works(open_page: Open) -> None:
    page = open_page(small_world())
    wide = page.evaluate("document.getElementById('net').clientWidth")
    page.locator("#legend-button").click()
    assert page.evaluate("document.getElementById('net').clientWidth") > wide + 200
    page = open_page(small_world(), "#n=country-vandor", screen={"width": 420, "height": 800})
    page.set_viewport_size({"width": 420, "height": 800})
    assert "Vandor" in panel(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= 420


def test_every_control_has_a_name_and_shows_when_it_has_the_focus(open_page: Open) -> None:
    page = open_page(small_world(), "#n=country-vandor")
    page.keyboard.press("t")
    named = "e => e.textContent.trim() || e.getAttribute('aria-label') || e.closest('label')?.textContent.trim()"
    controls = "[...document.querySelectorAll('button, input, a, [role=application], [role=dialog], [role=region]')]"
    assert page.evaluate(f"{controls}.filter(e => !({named})(e)).map(e => e.outerHTML)") == []
    page.locator("#table-button").focus()
    page.keyboard.press("Tab")
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    assert page.evaluate("document.activeElement.id") == "names-button"


def test_dark_page_follows_the_reader_and_the_key(open_page: Open) -> None:
    page = open_page(small_world(), color_scheme="dark")
    assert page.evaluate("document.documentElement.dataset.theme") == "dark"
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(20, 24, 30)"
    page.keyboard.press("d")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"


@pytest.mark.parametrize(
    "view",
    [
        View((), (), (), ()),
        made_up_world(1),
        renamed(small_world(), "country-vandor", "Very long name " * 20),
        renamed(small_world(), "country-vandor", "جمهورية فاندور 🇦🇶"),
    ],
    ids=["nothing", "one entity", "long name", "right to left"],
)  # fmt: skip
def test_graphs_at_the_edges_are_presentable(open_page: Open, view: View) -> None:
    page = open_page(view, "#n=country-vandor")
    assert page.locator("#empty").is_visible() == (not view.entities)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth && document.getElementById('details').scrollWidth <= 372")
    assert page.evaluate("__view.network.getScale()") <= 1.6
    assert page.problems == []


def test_nothing_moves_for_those_who_ask_for_less_motion(open_page: Open) -> None:
    page = open_page(small_world(), reduced_motion="reduce")
    assert page.evaluate("getComputedStyle(document.querySelector('button')).transitionDuration") == "0s"


def test_what_is_only_planned_says_so_on_its_line(open_page: Open) -> None:
    page = open_page(small_world(), "#f=deal-frigates")
    wait_for(page, "__view.painted.relations.some(n => n.text === 'contracts for (planned)')")
    page = open_page(small_world(), "#f=deal-aegir")
    wait_for(page, "__view.painted.relations.some(n => n.text === 'buys')")


def test_a_browser_that_cannot_unpack_the_data_is_told_where_the_facts_are(browser: Any, tmp_path: Path) -> None:
    (tmp_path / "graph.html").write_text(document(small_world()), encoding="utf-8")
    page = browser.new_page()
    page.add_init_script("delete window.DecompressionStream")
    page.goto((tmp_path / "graph.html").as_uri())
    assert "too old for this page" in page.locator("#empty").inner_text()
    page.close()
