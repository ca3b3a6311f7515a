"""Text from articles stays text: nothing of it runs, becomes an element or asks for anything, in our page as it would in others."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from pyvis.network import Network

from kg.exporters.html import page as page_module
from kg.exporters.html.page import document
from tests.exporters.hostile import PAYLOADS, hostile_world
from tests.exporters.pages import Open
from tests.exporters.worlds import small_world


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


PROBES = """
for (const [name, act] of Object.entries({
  eval: () => (0, eval)('window.PWN=9'),
  markup: () => { document.createElement('div').innerHTML = '<b>x</b>'; },
  timer: () => setTimeout('window.PWN=9', 0),
}))
  try { act(); window[`ran_${name}`] = true; } catch (error) { window[`stopped_${name}`] = String(error); }
"""


def test_the_policy_binds_our_own_script_too(browser: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Should a later change build markup or code out of text, the browser refuses it: no policy of trusted types is allowed."""
    whole = page_module.script()
    monkeypatch.setattr(page_module, "script", lambda: whole + PROBES)
    path = tmp_path / "probed.html"
    path.write_text(document(small_world()), encoding="utf-8")
    context = browser.new_context(offline=True)
    page = context.new_page()
    page.goto(path.as_uri())
    page.wait_for_selector("body[data-ready='1']")
    for probe in ("eval", "markup", "timer"):
        assert page.evaluate(f"window.stopped_{probe}") and not page.evaluate(f"window.ran_{probe}"), probe
    assert page.evaluate("window.PWN") is None
    context.close()


def stock(**settings: Any) -> Network:
    """A page as pyvis makes it, of one entity."""
    net = Network(cdn_resources="in_line", **settings)
    net.add_node(1, label="x", title="see the href of it")
    return net


@pytest.mark.parametrize("way", ["id", "heading", "title"])
def test_the_same_text_does_run_in_the_page_pyvis_makes(browser: Any, tmp_path: Path, way: str) -> None:
    """Keeps the tests above honest: these payloads are live ones. A title is live as soon as any title holds the letters "href"."""
    net = stock(select_menu=way == "id", heading=PAYLOADS[0] if way == "heading" else "")
    if way == "id":
        net.add_node(PAYLOADS[0], label="y")
    if way == "title":
        net.nodes[0]["title"] += PAYLOADS[1]
    path = tmp_path / "stock.html"
    path.write_text(net.generate_html(), encoding="utf-8")
    context = browser.new_context(offline=True)
    page = context.new_page()
    page.goto(path.as_uri())
    if way == "title":
        page.wait_for_function("window.network && network.getScale() > 0")
        box = page.locator("#mynetwork").bounding_box()
        spot = page.evaluate("() => { network.moveTo({scale: 3}); return network.canvasToDOM(network.getPositions()[1]) }")
        for shift in (-2, 0, 1):
            page.mouse.move(box["x"] + spot["x"] + shift, box["y"] + spot["y"])
        page.wait_for_function("window.PWN")
    assert page.evaluate("window.PWN") in (1, 2)
    context.close()
