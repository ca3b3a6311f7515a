# ruff: noqa: E501
"""A text with several stories gives one article for each, so that no fact spans two; one story with subheadings stays one."""

from __future__ import annotations

import json

import pytest

from kg.lexicon import Lexicon
from kg.model import Article
from kg.reading import Desk
from kg.reading.door import outcomes
from kg.reading.items import stories
from kg.reading.limits import stream_of
from kg.reading.source import Source
from tests.reading.fresh_layouts import FRESH, SECOND, THIRD
from tests.reading.fresh_pages import FRESH_PAGES
from tests.reading.layouts import LAYOUTS
from tests.reading.measure_layouts import page_of

ITEMS = (
    ("Norway orders frigates", "OSLO (Northern Wire) - ", "Norway has ordered five frigates from the Fjordline yard, Defence Minister Sigrid Lunde said on Tuesday."),
    ("Hospital opens in Tartu", "TARTU, May 9 (Northern Wire) - ", "A new hospital has opened in the city. The contract is worth 42 million euros, Mayor Urmas Klaas said."),
    ("Ferry in Iceland", "REYKJAVIK (Northern Wire) - ", "Jon Arnarson arrived by boat on Saturday. The company expects to deliver the ships by 2030."),
)  # fmt: skip
TEXTS = [text for _, _, text in ITEMS]
MARKUP = "".join(f"<h2>{title}</h2><p>{text}</p>" for title, _, text in ITEMS)


def articles(name: str, content: str, lexicon: Lexicon) -> list[Article]:
    stem, _, ending = name.partition(".")
    found = outcomes(Source(name, stem, f".{ending}", stream_of(content.encode())), Desk(lexicon))
    return [o.article for o in found if o.article]


def page(headline: str, body: str, head: str = "") -> str:
    return f'<!DOCTYPE html><html lang="en"><head><title>{headline}</title><meta property="article:published_time" content="2023-05-09">{head}</head><body><nav><a href="/">Home</a></nav><main><article><h1>{headline}</h1>{body}</article></main></body></html>'


def mail(subject: str, kind: str, body: str) -> str:
    return f"Subject: {subject}\nFrom: Northern Wire <n@n.example>\nDate: Tue, 09 May 2023 06:00:00 +0000\nContent-Type: text/{kind}; charset=utf-8\n\n{body}"


def plain(between: str = "") -> str:
    return "\n\n".join(f"{title}\n\n{dateline if between else ''}{text}" for title, dateline, text in ITEMS)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.html", page("News in brief, 9 May", MARKUP)),
        ("a.html", page("The Tuesday letter", f"<p>Good morning! Here is what happened while you slept.</p>{MARKUP}")),
        ("a.eml", mail("Morning Brief", "plain", plain())),
        ("a.eml", mail("The Tuesday letter", "html", f"<html><body><h1>The Tuesday letter</h1>{MARKUP}<p>Unsubscribe</p></body></html>")),
    ],
)
def test_each_story_of_a_digest_is_an_article(name: str, content: str, lexicon: Lexicon) -> None:
    found = articles(name, content, lexicon)
    assert [a.text for a in found] == TEXTS
    assert [a.headline for a in found] == [title for title, _, _ in ITEMS]
    assert [a.id for a in found] == ["a", "a-2", "a-3"]
    assert {a.published.iso if a.published else "" for a in found} <= {"2023-05-09", ""}
    for a in found:
        assert all(a.text[s.start : s.start + s.length] == a.original[s.original : s.original + s.length] for s in a.segments)


@pytest.mark.parametrize("content", [f"World in brief\n\n{plain()}", f"date 2023-05-09 Northern Wire\n{plain('dated')}"])
def test_a_text_file_is_one_article(content: str, lexicon: Lexicon) -> None:
    (found,) = articles("a.txt", content, lexicon)
    assert found.id == "a"


def test_posts_of_a_live_page_are_articles_with_their_own_days(lexicon: Lexicon) -> None:
    posts = [{"@type": "BlogPosting", "headline": title, "datePublished": f"2023-05-{9 + n:02d}T09:00:00Z", "articleBody": text} for n, (title, _, text) in enumerate(ITEMS)]  # fmt: skip
    linked = {"@type": "LiveBlogPosting", "headline": "Live", "publisher": {"name": "Northern Wire"}, "liveBlogUpdate": posts}
    found = articles("a.html", page("Live", MARKUP, f'<script type="application/ld+json">{json.dumps(linked)}</script>'), lexicon)
    assert [(a.text, a.published.iso if a.published else "", a.publisher) for a in found] == [
        (text, f"2023-05-{9 + n:02d}", "Northern Wire") for n, text in enumerate(TEXTS)
    ]


def test_a_live_page_whose_posts_say_nothing_is_read_as_a_page(lexicon: Lexicon) -> None:
    linked = {"@type": "LiveBlogPosting", "headline": "Live", "liveBlogUpdate": [{"articleBody": "..."}, {"articleBody": " !"}, 7]}
    body = f"<p>{TEXTS[0]}</p><p>The first of the ships will be delivered in 2028, she told reporters in Bergen.</p>"
    found = articles("a.html", page("Norway orders frigates", body, f'<script type="application/ld+json">{json.dumps(linked)}</script>'), lexicon)  # fmt: skip
    assert len(found) == 1 and found[0].text.startswith(TEXTS[0])


@pytest.mark.parametrize("name", ["feature with subheadings", "explainer", "list of orders"])
def test_one_story_with_subheadings_stays_one(name: str, lexicon: Lexicon) -> None:
    html, true, headline = FRESH_PAGES[name]
    (found,) = articles("a.html", html, lexicon)
    assert found.headline == headline
    assert len(found.text) > 0.9 * len(true)


@pytest.mark.parametrize("name", [*LAYOUTS, *FRESH, *SECOND, *THIRD])
def test_no_page_with_one_story_is_parted(name: str, lexicon: Lexicon) -> None:
    assert len(list(stories(page_of({**LAYOUTS, **FRESH, **SECOND, **THIRD}[name]), name, name, lexicon))) == 1


@pytest.mark.parametrize(
    "headline", ["Rebels take the port in brief raid", "President briefs the house", "Maker settles Roundup suits", "Live ammunition"]
)
def test_a_headline_with_words_of_a_digest_is_that_of_a_story(headline: str, lexicon: Lexicon) -> None:
    body = "".join(
        f"<h2>{t}</h2><p>The raid on the port of Bergen {w} three hours, the minister said.</p>"
        for t, w in (("How it began", "took"), ("How it ended", "cost"))
    )
    assert len(articles("a.html", page(headline, f"<p>{TEXTS[0]}</p>{body}"), lexicon)) == 1


def test_a_subheading_with_nothing_below_it_goes(lexicon: Lexicon) -> None:
    body = f"<p>{TEXTS[0]}</p><h2>What comes next</h2><p>The first of the ships will be delivered in 2028, she told reporters.</p><h2>Watch our film about the yard</h2>"
    (found,) = articles("a.html", page("Norway orders frigates", body), lexicon)
    assert found.text.split("\n\n") == [
        TEXTS[0],
        "What comes next",
        "The first of the ships will be delivered in 2028, she told reporters.",
    ]
