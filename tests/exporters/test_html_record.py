"""The record in the panel: what changed, who disagrees, who decided what is one thing; and the way from one record to the next."""

from __future__ import annotations

from dataclasses import replace

from kg.graph import view
from tests.exporters.pages import Open, panel
from tests.exporters.worlds import small_world
from tests.graph.sample import sample_graph


def test_values_that_sources_disagree_on_stand_side_by_side_with_those_who_state_them(open_page: Open) -> None:
    page = open_page(small_world(), "#f=deal-aegir")
    sides = page.locator(".dispute .side")
    assert "Sources disagree: value" in page.locator(".dispute").inner_text()
    assert "US$2.5 billion" in sides.nth(0).inner_text() and "shown above" in sides.nth(0).inner_text()
    assert "Vandor signs for air defence batteries · Daily Example" in sides.nth(0).inner_text()
    assert "about US$2.4 billion" in sides.nth(1).inner_text() and "The Sample Post" in sides.nth(1).inner_text()
    left, right = (sides.nth(k).bounding_box() for k in (0, 1))
    assert left["y"] == right["y"] and left["x"] < right["x"]


def test_statuses_are_told_in_order_with_their_dates_and_articles(open_page: Open) -> None:
    page = open_page(small_world(), "#f=deal-aegir")
    steps = page.locator(".history li")
    assert steps.count() == 2
    assert "planned May 2016 first told 4 March 2018" in steps.nth(0).inner_text()
    assert "signed December 2017" in steps.nth(1).inner_text() and "Norland looks at frigates" in steps.nth(1).inner_text()


def test_decisions_say_who_took_what_for_one_and_why(open_page: Open) -> None:
    page = open_page(small_world(), "#n=country-vandor")
    summary = page.locator(".decisions > summary")
    assert summary.inner_text() == "Why this is one thing (1 merged, 1 kept apart)"
    summary.click()
    merged, apart = (page.locator(".decision").nth(k) for k in (0, 1))
    for said in ("merged", "the program’s policy", "score 1.00", "“Vandorian government”", "a government stands for its country"):
        assert said in merged.inner_text(), said
    for said in ("kept apart", "uncertain", "by Ada Quill", "score 0.40", "a service is not its country"):
        assert said in apart.inner_text(), said
    apart.locator(".compared button").click()
    assert page.locator("#details h2").inner_text() == "Vandorian Navy"


def test_a_sentence_says_who_is_quoted_and_how_sure(open_page: Open) -> None:
    world = small_world()
    facts = tuple(
        replace(f, evidence=tuple(replace(e, said_by=("Ada Quill",), hedge="reportedly") for e in f.evidence)) for f in world.facts
    )
    text = panel(open_page(replace(world, facts=facts), "#f=deal-frigates"))
    assert "said by Ada Quill" in text and "in doubt: reportedly" in text and "confidence 90%" in text


def test_many_facts_are_listed_in_one_line_each_with_posts_first(open_page: Open) -> None:
    page = open_page(small_world(), "#n=country-vandor")
    lines = page.locator(".glance li").all_inner_texts()
    assert lines[0].startswith("Mira Valdés · Minister of Defence · Vandor current")
    deal = next(line for line in lines if line.startswith("Vandor buys Aegir air defence system · 4 batteries · US$2.5 billion"))
    assert "signed sources disagree December 2017" in deal


def test_the_way_back_leads_to_what_was_open_before(open_page: Open) -> None:
    page = open_page(small_world(), "#n=country-vandor")
    assert page.locator("#details button", has_text="Back").count() == 0
    page.locator(".glance button").first.click()
    assert page.evaluate("location.hash") == "#f=post-mira"
    page.locator("#details button", has_text="Back").click()
    assert page.evaluate("location.hash") == "#n=country-vandor"
    assert page.problems == []


def test_every_sentence_of_a_real_graph_is_told_with_its_article(open_page: Open) -> None:
    seen = view(sample_graph())
    page = open_page(seen)
    for number, fact in enumerate(seen.facts):
        page.evaluate("i => __view.choose({fact: i})", number)
        text = panel(page)
        for told in fact.evidence:
            assert told.quote in text and told.article.headline in text and told.article.publisher in text


def test_what_is_inferred_is_marked_and_leads_to_its_fact(open_page: Open) -> None:
    page = open_page(small_world(), "#n=person-mira")
    row = page.locator(".relation", has=page.locator(".chip.inferred"))
    assert "inferred: holds-role" in row.inner_text()
    row.locator("button", has_text="from this fact").click()
    assert page.evaluate("location.hash") == "#f=post-mira"


def test_what_is_inferred_tells_its_rule_in_words(open_page: Open) -> None:
    text = panel(open_page(view(sample_graph()), "#n=country-turkey"))
    assert "If a purchase is signed or delivered, then each buyer purchases each system of it" in text


def test_sources_tell_their_authors_and_where_the_same_story_stands_as_well(open_page: Open) -> None:
    world = small_world()
    first, second, *_ = world.articles
    told = {first.id: replace(first, author="Ines Falk"), second.id: replace(second, copy_of=first.id)}
    facts = tuple(
        replace(f, evidence=tuple(replace(e, article=told.get(e.article.id, e.article)) for e in f.evidence)) for f in world.facts
    )
    world = replace(world, facts=facts, articles=tuple(told.get(a.id, a) for a in world.articles))
    page = open_page(world, "#f=deal-aegir")
    sources = [text for text in page.locator("#details .fact > .source").all_inner_texts() if "·" in text and "Rule" not in text]
    assert sources[0] == (
        "Vandor signs for air defence batteries · Daily Example · 4 March 2018 · by Ines Falk · also published by The Sample Post"
    )
    assert "The Sample Post · 27 November 2019 · the same story as Vandor signs for air defence batteries · Daily Example" in sources[1]
    page.evaluate("__view.choose({entity: __view.entities.id.indexOf('country-vandor')})")
    assert "by Ines Falk · also published by The Sample Post" in page.locator("#details .body > ul").last.inner_text()
    assert page.problems == []
