"""What the save menu gives: pictures and data that other programs read back."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from io import BytesIO

import networkx as nx

from tests.exporters.hostile import hostile_world
from tests.exporters.pages import Open, rows, saved
from tests.exporters.worlds import small_world

SVG = "{http://www.w3.org/2000/svg}"


def test_the_picture_is_saved_as_it_is_seen(open_page: Open) -> None:
    name, content = saved(open_page(small_world()), "PNG")
    assert name == "graph.png" and content.startswith(b"\x89PNG")


def test_the_vector_picture_holds_every_dot_line_and_name(open_page: Open) -> None:
    page = open_page(small_world())
    name, content = saved(page, "SVG")
    root = ET.fromstring(content)
    assert name == "graph.svg" and root.tag == f"{SVG}svg"
    assert {"Vandor", "אורן לוי", "Ada Quill 🚢", "Minister of Defence"} <= {t.text for t in root.iter(f"{SVG}text")}
    assert len(root.findall(f"{SVG}line")) == page.evaluate("__view.visible.line.filter(Boolean).length")
    assert len(root.findall(f"{SVG}circle")) == 4  # persons


def test_the_relations_shown_are_saved_with_their_sentences(open_page: Open) -> None:
    page = open_page(small_world())
    name, content = saved(page, "CSV")
    table = rows(content)
    assert name == "relations.csv"
    shown = [r for r in small_world().relations if not r.inferred]
    assert len(table) == sum(len(r.evidence) for r in shown)
    buys = next(row for row in table if row["From"] == "Vandor" and row["Relation"] == "buys")
    assert buys["To"] == "Aegir air defence system" and buys["Status"] == "signed" and buys["Publisher"] == "Daily Example"
    assert buys["Sentence"].startswith("Vandor bought four") and buys["Address"] == "https://news.example/b?x=1&y=2"


def test_gexf_holds_places_and_colours_and_reads_back(open_page: Open) -> None:
    page = open_page(small_world())
    name, content = saved(page, "GEXF")
    assert name == "graph.gexf"
    graph = nx.read_gexf(BytesIO(content.replace(b"gexf.net/1.3", b"www.gexf.net/1.2draft").replace(b'version="1.3"', b'version="1.2"')))
    assert len(graph) == 14 and graph.number_of_edges() == 11
    mira = graph.nodes["person-mira"]
    assert mira["label"] == "Mira Valdés" and mira["kind"] == "Person"
    assert mira["viz"]["color"] == {"r": 0, "g": 114, "b": 178, "a": 1.0}
    assert isinstance(mira["viz"]["position"]["x"], float)


def test_what_is_saved_of_hostile_text_holds_no_markup_of_it(open_page: Open) -> None:
    page = open_page(hostile_world())
    for kind in ("SVG", "GEXF"):
        _, content = saved(page, kind)
        tags = {element.tag.rpartition("}")[2] for element in ET.fromstring(content).iter()}
        assert not tags & {"script", "img", "a", "image", "foreignObject"}
    assert page.evaluate("window.PWN") is None and page.problems == []


def test_the_menu_opens_walks_and_closes_by_keyboard(open_page: Open) -> None:
    page = open_page(small_world())
    page.locator("#save-button").focus()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.textContent") == "Picture (PNG)"
    page.keyboard.press("ArrowUp")
    assert page.evaluate("document.activeElement.textContent") == "Print"
    page.keyboard.press("Escape")
    assert not page.locator("#save-menu").is_visible()
    assert page.evaluate("document.activeElement.id") == "save-button"


def test_paper_holds_the_record_and_the_table_and_no_controls(open_page: Open) -> None:
    page = open_page(small_world(), "#n=country-vandor&t=Deals")
    page.emulate_media(media="print")
    assert not page.locator("#legend").is_visible() and not page.locator(".bar").is_visible()
    assert page.locator("#details").is_visible() and page.locator("#table table").is_visible()
    assert page.evaluate("document.getElementById('details').scrollHeight <= document.getElementById('details').clientHeight")
