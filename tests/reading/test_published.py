"""Does the day of publication come from the best evidence there is, in the stated order?"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from kg.lexicon import Lexicon
from kg.model import Article
from kg.reading import Desk, read
from kg.reading.article import compose
from kg.reading.layout import furniture_of
from kg.reading.published import day_in_url, stated_day
from kg.reading.source import Known
from kg.values import Date

STORY = (
    "Poland buys tanks\n\n{dateline}Poland has signed a contract for 180 tanks, the minister said.\n\nThe first will arrive this year.\n"
)
STAMP = "Published 5 March 2021\n\n"


def dated(lexicon: Lexicon, **less: bool) -> tuple[str, str]:
    """Day and source of a story that has every kind of evidence but those that are taken away, each of another day of March."""
    known = Known(
        url="" if less.get("url") else "https://x.example/2021/03/04/tanks",
        published=None if less.get("metadata") else Date(2021, 3, 1),
        last=Date(2021, 3, 6),
        last_from="crawl date",
    )
    first = "" if less.get("first_line") else "date 2021-03-02 Wire\n"
    text = STORY.format(dateline="" if less.get("dateline") else "WARSAW, March 3, 2021 (Reuters) - ")
    stamp = "" if less.get("text") else STAMP
    article = compose(first + text.replace("\n\n", f"\n\n{stamp}", 1), "a", "a", lexicon, known)
    assert article.text.startswith("Poland has signed")
    return (article.published.iso if article.published else "", article.published_from)


def test_each_kind_of_evidence_takes_its_turn(lexicon: Lexicon) -> None:
    order = ("metadata", "first_line", "dateline", "url", "text")
    gone: dict[str, bool] = {}
    for day, kind in enumerate(order, 1):
        assert dated(lexicon, **gone) == (f"2021-03-0{day}", kind.replace("_", " "))
        gone[kind] = True
    assert dated(lexicon, **gone) == ("2021-03-06", "crawl date")


STATED = {
    "2019-11-27T23:30:00+03:00": "2019-11-27",  # the day where it was written, not that in Greenwich
    "2019-11-27 10:00:00": "2019-11-27",
    "20191127T1000Z": "2019-11-27",
    "Wed, 27 Nov 2019 23:30:00 -0500": "2019-11-27",
    "November 27, 2019": "2019-11-27",
    "27 Nov 2019": "2019-11-27",
    "27.11.2019": "2019-11-27",
    1574812800: "2019-11-27",
    1574812800000: "2019-11-27",
    "1574812800": "2019-11-27",
    "03/04/2019": "",
    "1970-01-01T00:00:00Z": "",
    "0001-01-01": "",
    "2019-13-45": "",
    "yesterday": "",
    "": "",
    "9" * 400: "",
    1e308: "",
    True: "",
}


@pytest.mark.parametrize("value", STATED)
def test_days_as_fields_state_them(value: object, lexicon: Lexicon) -> None:
    found = stated_day(value, furniture_of(lexicon).months)
    assert (found.iso if found else "") == STATED[value]  # type: ignore[index]


@pytest.mark.parametrize("value", [None, [], {}, float("nan"), float("inf"), -1])
def test_what_is_no_day_at_all(value: object, lexicon: Lexicon) -> None:
    assert stated_day(value, furniture_of(lexicon).months) is None


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://x.example/2019/11/27/tanks", "2019-11-27"),
        ("https://x.example/world/2019-11-27/tanks", "2019-11-27"),
        ("https://x.example/news/20191127-tanks", "2019-11-27"),
        ("https://x.example/201911271234567", ""),
        ("https://x.example/2019/13/45/tanks", ""),
        ("https://x.example/story?day=2019-11-27", ""),
        ("https://[bad/2019/11/27/", ""),
        ("", ""),
    ],
)
def test_days_in_addresses(url: str, day: str) -> None:
    found = day_in_url(url)
    assert (found.iso if found else "") == day


def read_one(path: Path, desk: Desk) -> Article:
    (found,) = read(path, desk)
    assert found.article is not None
    return found.article


def test_the_time_of_a_file_is_taken_only_when_asked_for_and_is_marked(tmp_path: Path, lexicon: Lexicon) -> None:
    path = tmp_path / "a.txt"
    path.write_text(STORY.format(dateline=""))
    os.utime(path, (1_600_000_000, 1_600_000_000))
    assert read_one(path, Desk(lexicon)).published is None
    article = read_one(path, Desk(lexicon, file_times=True))
    assert (article.published and article.published.iso, article.published_from) == ("2020-09-13", "file time")
