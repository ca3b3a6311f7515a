"""Odd and large graphs: a hub with thousands of neighbours, names of every script and length, more than a browser can hold."""

from __future__ import annotations

from dataclasses import replace

import pytest
from pyvis.network import Network

from kg.exporters import to_pyvis
from kg.exporters.html.limits import narrowed, part
from kg.graph import UnknownNode
from tests.exporters.pages import Open, panel, wait_for
from tests.exporters.worlds import hub_world, made_up_world, renamed, small_world
from tests.graph.sample import sample_graph


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
    page = open_page(renamed(small_world(), "country-vandor", "فاندور"), "#n=country-vandor")
    line = page.locator(".glance button", has_text="buys Aegir air defence system")
    assert line.evaluate("e => getComputedStyle(e).direction") == "ltr" and "\u2068فاندور\u2069 buys" in line.inner_text()
    assert "\u2068" not in page.evaluate("__view.tableCsv()")


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


def test_what_lies_around_an_entity() -> None:
    world = small_world()
    seen = part(world, around="valdés".upper())
    assert {"person-mira", "country-vandor", "system-aegir", "org-halden"} <= {e.id for e in seen.entities}
    assert "country-norland" not in {e.id for e in seen.entities} and "deal-frigates" not in {f.id for f in seen.facts}
    assert "frigates" in {a.id for a in part(world, around="country-norland").articles}
    with pytest.raises(UnknownNode, match="no entity is called 'Vandoria'; nearest: Vandor"):
        part(world, around="Vandoria")
    with pytest.raises(UnknownNode, match="may be country-estmark, country-norland"):
        part(renamed(world, "country-estmark", "Norland"), around="norland")


def test_what_was_told_since_a_day_keeps_the_whole_record_of_it() -> None:
    world = small_world()
    seen = part(world, since="2019-06-30")  # the story of 2018 is older; that of 2020 and that of November are not
    assert {a.id for a in seen.articles} >= {"frigates", "ministers"}
    assert {f.id for f in seen.facts} == {f.id for f in world.facts if any(e.article.date >= "2019-06" for e in f.evidence)}
    aegir = next(f for f in seen.facts if f.id == "deal-aegir")
    assert {e.article.id for e in aegir.evidence} == {"batteries", "frigates"}
    assert part(world, since="1990") == replace(world, articles=part(world, since="1990").articles)
    with pytest.raises(ValueError, match="not an ISO date: 'yesterday'"):
        part(world, since="yesterday")


def test_so_many_at_most() -> None:
    assert [e.id for e in part(small_world(), top=1).entities] == ["country-vandor"]
    assert part(small_world(), top=10**9) == small_world()


def test_what_is_too_much_is_told(caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kg.exporters.html.limits.ENTITIES_MOST", 10)
    assert len(part(small_world()).entities) == 10
    assert "the 10 most connected of 16 entities; `kg page` takes others: --around an entity" in caplog.text


def test_a_plain_network_for_pyvis_has_names_and_no_tooltips() -> None:
    net = to_pyvis(sample_graph(), around="Turkey")
    assert type(net) is Network and "S-400" in {node["label"] for node in net.nodes}
    assert "buys / purchases / takes delivery of" in {edge["label"] for edge in net.edges}
    assert not any("title" in one for one in (*net.nodes, *net.edges))
    net.add_node("mine", label="Mine")
    net.add_edge("mine", net.nodes[0]["id"])
    assert "vis.Network" in net.generate_html()


def test_the_page_says_what_it_leaves_out(open_page: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kg.exporters.html.limits.ENTITIES_MOST", 10)
    page = open_page(small_world())
    assert "6 entities more in the graph, not in this page" in page.locator("#note").inner_text()
