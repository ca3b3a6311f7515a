"""The tables and the timeline: sorted, narrowed, saved, and a way to the record and back."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from pathlib import Path

from tests.exporters.pages import Open, panel, rows
from tests.exporters.worlds import made_up_world, renamed, small_world


def test_tables_sort_narrow_and_lead_to_the_fact(open_page: Open) -> None:
    page = open_page(small_world())
    page.keyboard.press("t")
    shown = page.locator("#table tr.row")
    assert shown.count() == 3 and "2 frigates" in shown.first.inner_text()  # newest first
    page.locator("#table th button", has_text="Date").click()
    assert "Estmark" in shown.first.inner_text()
    page.locator("#table th button", has_text="Quantity").click()
    page.locator("#table th button", has_text="Quantity").click()
    assert "4 batteries" in shown.first.inner_text() and "US$2.5 billion" in shown.first.inner_text()
    page.locator("#table input").fill("orbit")
    assert shown.count() == 1
    shown.first.click()
    assert "Norland reportedly plans to order two frigates" in panel(page)
    assert page.evaluate("location.hash") == "#f=deal-frigates&t=Deals"
    with page.expect_download() as download:
        page.locator("#table button", has_text="CSV").click()
    table = rows(Path(download.value.path()).read_bytes())
    assert [row["Buyer"] for row in table] == ["Norland"] and table[0]["Quantity"] == "2 frigate"
    assert page.problems == []


def test_the_register_marks_what_sources_disagree_on(open_page: Open) -> None:
    page = open_page(small_world(), "#t=Deals")
    row = page.locator("#table tr.row", has_text="Aegir")
    assert "value: US$2.5 billion / about US$2.4 billion" in row.inner_text()
    assert page.locator("#table tr.row .warn:not(.chip)").count() == 1


def test_office_holders_are_listed_with_what_is_known_of_their_time(open_page: Open) -> None:
    page = open_page(small_world(), "#t=Office%20holders")
    row = page.locator("#table tr.row", has_text="Mira").inner_text()
    for said in ("Minister of Defence", "Vandor", "current", "2018", "2020"):
        assert said in row, said
    page.locator("#table tr.row", has_text="Mira").click()
    assert panel(page).startswith("Mira Valdés · Minister of Defence · Vandor")


def test_a_record_leads_to_its_row(open_page: Open) -> None:
    page = open_page(small_world(), "#f=delivery-aegir")
    page.locator("#details button", has_text="In table").click()
    assert page.locator("#table [role=tab][aria-selected=true]").inner_text() == "Deliveries (1)"
    assert page.locator("#table tr[aria-selected=true]").get_attribute("data-fact") is not None
    page.evaluate("__view.choose({entity: __view.entities.label.indexOf('Vandor')})")
    page.locator("#table [role=tab]", has_text="Deals").click()
    assert page.locator("#table tr[aria-selected=true]").count() == 1  # the rows of the chosen entity


def test_the_timeline_sets_deals_and_deliveries_in_order(open_page: Open) -> None:
    page = open_page(small_world(), "#t=Timeline")
    events = page.locator(".timeline .event")
    assert [text.split(" · ")[0].removesuffix("≠").strip() for text in events.all_inner_texts()] == [
        "Estmark buys H-90 helicopter",
        "Vandor buys Aegir air defence system",
        "Norland contracts for frigates",
        "Vandor takes delivery of Aegir air defence system",
    ]
    boxes = [events.nth(k).bounding_box() for k in range(4)]
    assert boxes[0]["x"] < boxes[1]["x"] < boxes[2]["x"] < boxes[3]["x"]
    for k, one in enumerate(boxes):
        for other in boxes[:k]:
            assert (
                one["x"] >= other["x"] + other["width"]
                or one["y"] >= other["y"] + other["height"]
                or one["y"] + one["height"] <= other["y"]
            )
    bars = [page.locator(".timeline .when").nth(k).bounding_box()["width"] for k in range(4)]
    assert bars[0] > 5 * bars[1]  # a year against a month
    assert page.locator(".timeline .event", has_text="Aegir").first.locator(".warn").count() == 1
    events.nth(1).press("Enter")
    assert page.evaluate("location.hash") == "#f=deal-aegir&t=Timeline"
    assert events.nth(1).get_attribute("aria-selected") == "true"
    assert page.problems == []


def test_a_long_timeline_scrolls_inside_its_panel(open_page: Open) -> None:
    world = made_up_world(250)
    facts = tuple(replace(f, date=f"{1900 + i % 120}-{1 + i % 12:02d}-{1 + i % 28:02d}") for i, f in enumerate(world.facts))
    page = open_page(replace(world, facts=facts), "#t=Timeline")
    assert page.locator(".timeline .event").count() == len(facts)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth && document.documentElement.scrollHeight <= innerHeight")
    marks = page.evaluate("[...document.querySelectorAll('.timeline .year')].map(e => e.getBoundingClientRect().left)")
    assert min(b - a for a, b in pairwise(marks)) > 40


def test_the_table_can_have_the_page_to_itself(open_page: Open) -> None:
    page = open_page(small_world(), "#t=Deals")
    page.locator("#table button", has_text="Enlarge").click()
    assert not page.locator("#net").is_visible() and page.locator("#table").bounding_box()["height"] > 600
    page.locator("#table button", has_text="Enlarge").click()
    assert page.locator("#net").is_visible() and page.problems == []


def test_csv_cells_never_begin_as_a_formula(open_page: Open) -> None:
    page = open_page(renamed(small_world(), "country-vandor", '=HYPERLINK("http://evil.example")'))
    page.keyboard.press("t")
    assert '"\'=HYPERLINK(""http://evil.example"")"' in page.evaluate("__view.tableCsv()")
    assert '"\'=HYPERLINK(""http://evil.example"")"' in page.evaluate("__view.relationsCsv()")
