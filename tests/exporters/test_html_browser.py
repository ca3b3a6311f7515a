"""The page in a real browser: it opens offline, says everything, and no text from an article ever runs."""

from __future__ import annotations

import csv
import io
import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from kg.exporters.html.network import network
from kg.exporters.html.page import document
from kg.graph.view import View
from tests.exporters.worlds import PAYLOADS, hostile_world, made_up_world, renamed, small_world

playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed: pip install newskg[dev]")
CHROMIUM = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
pytestmark = pytest.mark.skipif(not CHROMIUM, reason="no Chromium on the path; install it or name it in CHROMIUM")
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-sync"]
Open = Callable[..., Any]


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with playwright.sync_playwright() as p:
        running = p.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield running
        running.close()


@pytest.fixture
def open_page(browser: Any, tmp_path: Path) -> Iterator[Open]:
    """Opens a view as a file, offline; the page gets `problems` (errors, messages, dialogs) and `asked` (requests)."""
    contexts = []

    def go(view: View, fragment: str = "", **settings: Any) -> Any:
        path = tmp_path / f"graph{len(contexts)}.html"
        path.write_text(document(view), encoding="utf-8")
        context = browser.new_context(
            offline=True, accept_downloads=True, locale="en-GB", viewport={"width": 1400, "height": 900}, **settings
        )
        contexts.append(context)
        page = context.new_page()
        page.problems, page.asked = [], []
        page.on("pageerror", lambda error: page.problems.append(str(error)))
        page.on("console", lambda message: page.problems.append(message.text))
        page.on("dialog", lambda dialog: (page.problems.append(dialog.message), dialog.dismiss()))
        page.on("request", lambda request: page.asked.append(request.url))
        page.goto(path.as_uri() + fragment)
        page.wait_for_selector("body[data-ready='1']")
        return page

    yield go
    for context in contexts:
        context.close()


def move_to(page: Any, name: str) -> tuple[float, float]:
    """Puts the mouse on an entity; returns where that is in the window."""
    spot = page.evaluate("name => __view.spot(__view.entities.label.indexOf(name))", name)
    box = page.locator("#net").bounding_box()
    x, y = box["x"] + spot["x"], box["y"] + spot["y"]
    page.mouse.move(x - 1, y)
    page.mouse.move(x, y)
    return x, y


def panel(page: Any) -> str:
    return str(page.locator("#details").inner_text())


def test_opens_offline_without_a_request_or_a_message(open_page: Open) -> None:
    page = open_page(small_world())
    assert page.problems == []
    assert len(page.asked) == 1 and page.asked[0].startswith("file:")
    assert page.locator("#counts").inner_text() == "14 of 16 entities · 11 of 13 relations · 7 facts · 3 articles"


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
    page.wait_for_function("document.getElementById('details').textContent.includes('Orbit Shipyards')")
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


def test_legend_counts_and_filters(open_page: Open) -> None:
    page = open_page(small_world())
    row = page.locator("#legend label", has_text="People")
    assert row.locator(".count").inner_text() == "4"
    row.locator("input").uncheck()
    assert page.locator("#counts").inner_text().startswith("10 of 16 entities · 8 of 13 relations")
    page.wait_for_function("!__view.painted.names.some(n => n.text === 'Mira Valdés')")
    row.locator("input").check()
    page.locator("#legend label", has_text="holds role (inferred)").locator("input").check()
    page.wait_for_function("__view.painted.names.some(n => n.text.startsWith('Minister of Defence'))")


def test_what_is_asked_for_is_shown_even_where_its_kind_is_hidden(open_page: Open) -> None:
    page = open_page(small_world(), "#n=role-defence-vandor")
    page.wait_for_function("__view.painted.names.some(n => n.text.startsWith('Minister of Defence of'))")
    assert "holds role" in page.evaluate("__view.painted.relations.map(n => n.text)")  # the inferred line to its holder
    assert "inferred: holds-role" in panel(page)
    page.keyboard.press("Escape")
    page.locator("#legend label", has_text="Organizations").locator("input").uncheck()
    page.keyboard.press("/")
    page.keyboard.type("orbit")
    page.keyboard.press("Enter")
    page.wait_for_function("__view.painted.names.some(n => n.text === 'Orbit Shipyards')")


def test_years_narrow_the_picture_but_keep_what_is_undated(open_page: Open) -> None:
    page = open_page(small_world())
    page.locator("[aria-label='First year']").fill("2018")
    page.locator("[aria-label='First year']").press("Tab")
    names = page.evaluate("__view.entities.label.filter((_, i) => __view.visible.entity[i])")
    assert "H-90 helicopter" not in names  # bought in 2016
    assert "Jonas Ek" in names  # nobody says when


def test_sources_filter_by_publisher(open_page: Open) -> None:
    page = open_page(small_world())
    page.locator("#legend label", has_text="The Sample Post").locator("input").uncheck()
    names = page.evaluate("__view.entities.label.filter((_, i) => __view.visible.entity[i])")
    assert "Orbit Shipyards" not in names
    assert "Aegir air defence system" in names  # the Daily Example tells of it too


def test_focus_sets_out_the_neighbours_and_gives_every_place_back(open_page: Open) -> None:
    page = open_page(made_up_world(120))
    before = page.evaluate("[...__view.entities.x, ...__view.entities.y]")
    page.locator("#legend .walk").first.click()
    page.keyboard.press("f")
    assert page.evaluate("location.hash").endswith("&h=1")
    drawn = page.evaluate("__view.visible.entity.filter(Boolean).length")
    page.wait_for_function("n => __view.painted.names.length === n", arg=drawn)  # every one of them has its name
    assert 5 < drawn < 120
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


def test_tables_sort_narrow_and_lead_to_the_fact(open_page: Open) -> None:
    page = open_page(small_world())
    page.keyboard.press("t")
    rows = page.locator("#table tr.row")
    assert rows.count() == 3 and "2 frigates" in rows.first.inner_text()  # newest first
    page.locator("#table th button", has_text="Date").click()
    assert "Estmark" in rows.first.inner_text()
    page.locator("#table th button", has_text="Quantity").click()
    page.locator("#table th button", has_text="Quantity").click()
    assert "4 batteries" in rows.first.inner_text() and "US$2.5 billion" in rows.first.inner_text()
    page.locator("#table input").fill("orbit")
    assert rows.count() == 1
    rows.first.click()
    assert "Norland reportedly plans to order two frigates" in panel(page)
    assert page.evaluate("location.hash") == "#f=deal-frigates"
    with page.expect_download() as download:
        page.locator("#table button", has_text="CSV").click()
    table = list(csv.DictReader(io.StringIO(Path(download.value.path()).read_text(encoding="utf-8-sig"))))
    assert [row["Buyer"] for row in table] == ["Norland"] and table[0]["Quantity"] == "2 frigate"
    page.locator("#table button", has_text="Posts").click()
    assert page.problems == []


def test_the_picture_is_saved_as_it_is_seen(open_page: Open) -> None:
    page = open_page(small_world())
    with page.expect_download() as download:
        page.locator("#image-button").click()
    assert Path(download.value.path()).read_bytes().startswith(b"\x89PNG")
    assert download.value.suggested_filename == "graph.png"


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


def test_csv_cells_never_begin_as_a_formula(open_page: Open) -> None:
    page = open_page(renamed(small_world(), "country-vandor", '=HYPERLINK("http://evil.example")'))
    page.keyboard.press("t")
    assert '"\'=HYPERLINK(""http://evil.example"")"' in page.evaluate("__view.tableCsv()")


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


def test_hostile_text_stays_text(open_page: Open) -> None:
    """Every entity, line and fact is opened, hovered and listed; nothing runs, nothing is asked for, nothing becomes an element."""
    page = open_page(hostile_world())
    page.keyboard.press("t")
    for kind, column in (("entity", "entities"), ("line", "lines"), ("fact", "facts")):
        for number in range(page.evaluate(f"(__view.{column}.id ?? __view.{column}.s).length")):
            page.evaluate("([kind, i]) => __view.choose({[kind]: i}, {move: true})", [kind, number])
            assert page.evaluate("document.querySelectorAll('#details :is(img, script, iframe, object, [onerror], [style])').length") == 0
            assert page.evaluate("[...document.querySelectorAll('#details a')].every(a => /^https?:/.test(a.getAttribute('href')))")
    page.evaluate("__view.choose(null)")
    for number in range(page.evaluate("__view.entities.id.length")):
        spot = page.evaluate("i => __view.spot(i)", number)
        page.locator("#net").hover(position=spot, force=True) if 0 < spot["x"] < 1100 and 0 < spot["y"] < 400 else None
    page.locator("#search").fill("script")
    assert page.locator("#found img, #found script, #legend img, #table img, #hint img").count() == 0
    assert page.evaluate("window.PWN") is None
    assert page.problems == [] and len(page.asked) == 1
    assert "<img src=x onerror=window.PWN=2>" in page.evaluate("document.body.textContent")


def test_the_policy_stops_what_a_mistake_would_let_in(browser: Any, tmp_path: Path) -> None:
    """Markup put into the finished file, as if the template had let it through."""
    path = tmp_path / "broken.html"
    hole = PAYLOADS[0].removeprefix("</script>") + PAYLOADS[1] + "<iframe srcdoc='<script>parent.PWN=8</script>'></iframe>"
    path.write_text(document(small_world()).replace("<noscript>", f"{hole}<noscript>"), encoding="utf-8")
    context = browser.new_context(offline=True)
    page = context.new_page()
    refused: list[str] = []
    page.on("console", lambda message: refused.append(message.text))
    page.goto(path.as_uri())
    page.wait_for_selector("body[data-ready='1']")
    assert page.locator("img").count() + page.locator("iframe").count() > 0
    assert page.evaluate("window.PWN") is None
    assert any("Content Security Policy" in text for text in refused)
    context.close()


def test_the_same_text_does_run_in_the_page_pyvis_makes(browser: Any, tmp_path: Path) -> None:
    """Keeps the tests above honest: these payloads are live ones."""
    net = network(renamed(small_world(), "country-vandor", "x"))
    net.nodes = [{"id": PAYLOADS[0], "label": "x", "shape": "dot"}]
    net.edges = []
    stock = type(net)(cdn_resources="in_line", select_menu=True)
    stock.nodes = net.nodes
    path = tmp_path / "stock.html"
    path.write_text(stock.generate_html(), encoding="utf-8")
    context = browser.new_context(offline=True)
    page = context.new_page()
    page.goto(path.as_uri())
    assert page.evaluate("window.PWN") == 1
    context.close()
