"""Can a reader who knows nothing of RDF answer questions with the page of the sample stories, and say where each answer stands?"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

import kg
from kg.graph import View, view
from kg.pipeline import Settings, build
from tests.exporters.pages import Open, panel, wait_for

SAMPLES = Path(kg.__file__).parent / "samples"


@pytest.fixture(scope="module")
def samples() -> View:
    return view(build((SAMPLES,), Settings()).graph)


def ask(page: Any, name: str) -> str:
    page.keyboard.press("/")
    page.keyboard.type(name)
    page.keyboard.press("Enter")
    return panel(page)


def test_who_is_a_countrys_defence_minister_and_says_which_article(open_page: Open, samples: View) -> None:
    page = open_page(samples)
    ask(page, "greece")
    line = page.locator(".glance li", has_text="Defence Minister").first
    assert "Nikos Panagiotopoulos" in line.inner_text() and "current" in line.inner_text()
    line.locator("button").click()
    card = page.locator("#details .fact").inner_text()
    assert "Nikos Panagiotopoulos" in page.locator("#details blockquote").first.inner_text()
    assert "Greece and France sign Rafale deal · Aegean Post · 25 January 2021" in card


def test_who_is_turkeys_foreign_minister_what_the_deal_cost_and_which_article_says_so(open_page: Open, samples: View) -> None:
    page = open_page(samples)
    ask(page, "turkey")
    wait_for(page, "__view.painted.relations.some(n => n.text === 'Foreign Minister')")  # on the line from him to the country
    line = page.locator(".glance li", has_text="Foreign Minister")
    assert "Mevlut Cavusoglu · Foreign Minister · Turkey" in line.inner_text() and "current" in line.inner_text()
    line.locator("button").click()
    card = page.locator("#details .fact").inner_text()
    assert "Turkish Foreign Minister Mevlut Cavusoglu told reporters." in card
    assert "First parts of S-400 system reach Turkey · Bosphorus Wire · 12 July 2019" in card
    page.locator("#details button", has_text="Back").click()
    deal = page.locator(".glance li", has_text="Turkey buys S-400 · 4 batteries · US$2.5 billion")
    assert "signed December 2017" in deal.inner_text()


def test_which_deals_are_only_planned(open_page: Open, samples: View) -> None:
    page = open_page(samples, "#t=Deals")
    page.locator("#legend [aria-label='Only planned']").click()
    rows = page.locator("#table tr.row").all_inner_texts()
    assert len(rows) == sum(f.status == "planned" for f in samples.facts) and all("planned" in row for row in rows)
    assert any(row.startswith("Peru") for row in rows)


def test_what_a_deal_cost(open_page: Open, samples: View) -> None:
    page = open_page(samples, "#t=Deals")
    page.locator("#table input").fill("brahmos")
    row = page.locator("#table tr.row").first
    assert "Philippines" in row.inner_text() and "US$374.96 million" in row.inner_text()
    row.click()
    assert "worth $374.96 million" in panel(page)


def test_what_is_only_announced_or_expected(open_page: Open, samples: View) -> None:
    page = open_page(samples, "#t=Deliveries")
    page.locator("#legend [aria-label='Only expected']").click()
    rows = page.locator("#table tr.row").all_inner_texts()
    assert rows and all("expected" in row for row in rows)
    wanted = {f.id for f in samples.facts if f.status == "expected"}
    assert set(page.evaluate("__view.facts.id.filter((_, f) => __view.passes(__view.facts, f))")) == wanted


def test_where_sources_disagree(open_page: Open, samples: View) -> None:
    page = open_page(samples, "#t=Deals")
    page.locator("#legend label", has_text="Only where disputed").locator("input").check()
    row = page.locator("#table tr.row", has_text="Greece")
    assert "€2.3 billion" in row.inner_text() and "€2.5 billion" in row.inner_text()
    row.click()
    sides = page.locator(".dispute .side").all_inner_texts()
    assert any("€2.3 billion" in side and "Continental Business" in side for side in sides)
    assert any("€2.5 billion" in side and "Aegean Post" in side for side in sides)
