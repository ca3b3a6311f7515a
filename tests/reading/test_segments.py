"""Every character of the story is found again in the original, whatever the page was."""

import tempfile
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg import lexicon as words
from kg.model import Article
from kg.reading import Unreadable, read_text
from kg.reading.strand import join, strands
from tests.reading.layouts import LAYOUTS
from tests.reading.measure_layouts import page_of

LEXICON = words.load()
SENTENCES = st.sampled_from(
    [
        "Poland has signed a contract for 180 tanks, the minister said on Friday.",
        "“It’s\u00a0done,” he said.",
        "WARSAW (Reuters) - The deal is worth 3.37 billion dollars and was signed in the north.",
        "Read more",
        "Share",
        "Recent Stories",
        "By Jan Kowalski",
        "Poland buys tanks",
        "© 2022 Daily",
        "It is the largest order\nof its kind, and it was\r\nsigned in August.",
        "The de\u00adal\u200b was\tsigned by  the two ministers at a ceremony.",
        "- 180 tanks",
        "(Photo: Reuters)",
    ]
)
PAGES = st.one_of(
    st.builds(str.join, st.sampled_from(["\n", "\n\n", "\r\n", "\n \n"]), st.lists(SENTENCES, min_size=1, max_size=12)),
    st.text(min_size=1, max_size=300),
    st.lists(st.text(max_size=60), max_size=10).map("\n".join),
)


def article_in(text: str) -> Article | None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "page.txt"
        path.write_bytes(text.encode("utf-8", errors="replace"))
        try:
            return read_text(path, LEXICON)
        except Unreadable:
            return None


def check(article: Article) -> None:
    covered = 0
    for segment in article.segments:
        assert segment.length > 0 and segment.start >= covered
        kept = article.text[segment.start : segment.start + segment.length]
        assert kept == article.original[segment.original : segment.original + segment.length]
        assert not article.text[covered : segment.start].strip(), "only white space is put in"
        covered = segment.start + segment.length
    assert covered == len(article.text)
    originals = [s.original for s in article.segments]
    assert originals == sorted(originals)
    for paragraph in article.text.split("\n\n"):
        assert paragraph and paragraph == paragraph.strip() and "  " not in paragraph
        assert not any(unicodedata.category(c) == "Cc" for c in paragraph)


@given(PAGES)
@settings(max_examples=150, deadline=None)
def test_segments_recover_the_original(text: str) -> None:
    article = article_in(text)
    if article:
        check(article)
        assert article == article_in(text)


@pytest.mark.parametrize("name", LAYOUTS)
def test_segments_of_news_pages(name: str) -> None:
    article = article_in(page_of(LAYOUTS[name]))
    assert article
    check(article)
    start, end = article.text.index(" "), article.text.rindex(".")
    span = article.original_span(start + 1, end)
    assert span and article.original[span[0] :].startswith(article.text[start + 1 : start + 4])


@pytest.mark.parametrize("name", LAYOUTS)
def test_a_cleaned_page_stays_as_it_is(name: str) -> None:
    article = article_in(page_of(LAYOUTS[name]))
    assert article
    again = article_in(f"{article.headline}\n\n{article.text}")
    assert again and (again.headline, again.text) == (article.headline, article.text)


@given(st.text(max_size=200), st.integers(0, 50), st.integers(0, 50))
def test_cut_and_join_keep_the_origin(text: str, start: int, end: int) -> None:
    lines = [line for line, _ in strands(text) if line.text]
    whole = join(lines, "\n")
    for strand in (whole, whole.cut(start, min(end, len(whole.text)))):
        for run in strand.runs:
            assert strand.text[run.start : run.start + run.length] == text[run.original : run.original + run.length]
