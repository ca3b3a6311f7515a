import logging
from pathlib import Path

import pytest

from kg.lexicon import Lexicon
from kg.reading import read_text
from kg.reading.dates import find_date
from kg.reading.furniture import Furniture


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Wed 27th November 2019 | 05:17 PM", "2019-11-27"),
        ("Sunday, July 28, 2019", "2019-07-28"),
        ("Published: Aug 20, 2023 18:05 IST", "2023-08-20"),
        ("1 Sept. 2021", "2021-09-01"),
        ("the 3rd of May, 2020", "2020-05-03"),
        ("2019-11-27T10:00:00Z", "2019-11-27"),
        ("2019/1/7", "2019-01-07"),
        ("27.11.2019", "2019-11-27"),
        ("27/11/2019", "2019-11-27"),
        ("11/27/2019", "2019-11-27"),
        ("04/04/2019", "2019-04-04"),
        ("03/04/2019", None),
        ("31 November 2019", None),
        ("February 30, 2020, or March 1, 2020", "2020-03-01"),
        ("November 2019", None),
        ("27 November", None),
        ("He may 3 2020", "2020-05-03"),
        ("version 1.2.2019.4", None),
        ("in 2019", None),
    ],
)
def test_first_full_day(text: str, day: str | None, lexicon: Lexicon) -> None:
    found = find_date(text, Furniture.of(lexicon).months)
    assert (found and found.iso) == day


BODY = "Poland has signed a contract for 180 tanks, the minister said on Friday.\n"


@pytest.mark.parametrize(
    ("page", "day", "where"),
    [
        (f"date 2022-08-26\nTitle of it\n\nMORAG, Aug. 25, 2022 (PAP) - {BODY}", "2022-08-26", "first line"),
        (f"  date 2022-08-26 Site.com\nTitle of it\n\n{BODY}", "2022-08-26", "first line"),
        (f"\n\nDate 2022-08\nTitle of it\n\n{BODY}", "2022-08", "first line"),
        (f"Title of it\n\nBy Jan Doe\n24 August 2022\n\nMORAG, Aug. 25, 2022 (PAP) - {BODY}", "2022-08-25", "dateline"),
        (f"Title of it\n\nBy Jan Doe\n24 August 2022\n\nMORAG, Aug. 25 (PAP) - {BODY}", "2022-08-25", "dateline"),
        (f"Title of it\n\nFri 26th August 2022 | 06:12 PM\n\n{BODY}", "2022-08-26", "text"),
        (f"Title of it\n\n{BODY}\nPublished: 26 August 2022\n", "2022-08-26", "text"),
        (f"Title of it\n\n{BODY}\nThe war began on February 24, 2022, as everybody knows.\n", None, ""),
        (f"date 2022-13-40 Site.com\nTitle of it\n\n26 August 2022\n\n{BODY}", "2022-08-26", "text"),
    ],
)
def test_where_the_day_comes_from(page: str, day: str | None, where: str, tmp_path: Path, lexicon: Lexicon) -> None:
    (tmp_path / "a.txt").write_text(page)
    article = read_text(tmp_path / "a.txt", lexicon)
    assert (article.published and article.published.iso, article.published_from) == (day, where)
    assert article.headline == "Title of it"


@pytest.mark.parametrize(
    ("line", "publisher", "url"),
    [
        ("date 2022-08-26 The Daily Planet", "The Daily Planet", ""),
        ("date 2022-08-26 planet.example", "planet.example", ""),
        ("date 2022-08-26 https://www.planet.example/a?b=1", "planet.example", "https://www.planet.example/a?b=1"),
        ("date 2022-08-26 http://[broken", "", ""),
        ("date 2022-08-26", "", ""),
    ],
)
def test_source_of_the_first_line(line: str, publisher: str, url: str, tmp_path: Path, lexicon: Lexicon) -> None:
    (tmp_path / "a.txt").write_text(f"{line}\nTitle of it\n\n{BODY}")
    article = read_text(tmp_path / "a.txt", lexicon)
    assert (article.publisher, article.url) == (publisher, url)


def test_a_headline_that_begins_with_date_is_no_date(tmp_path: Path, lexicon: Lexicon, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.WARNING)
    (tmp_path / "a.txt").write_text(f"Date set for tank deal\n\n{BODY}")
    assert read_text(tmp_path / "a.txt", lexicon).headline == "Date set for tank deal"
    assert "first line" not in caplog.text


def test_the_first_sentence_stays_where_the_headline_is_the_same_without_its_stop(tmp_path: Path, lexicon: Lexicon) -> None:
    told = "Norhaven Marine has won orders worth two billion rupees for Korrin radars"
    more = "The yard laid the keel of a fourth frigate on Monday, and it hired 200 more welders for the work."
    (tmp_path / "a.txt").write_text(f"{told}\n\n{told}.\n\n{more}\n")
    article = read_text(tmp_path / "a.txt", lexicon)
    assert (article.headline, article.text) == (told, f"{told}.\n\n{more}")
    (tmp_path / "b.txt").write_text(f"{told}\n\n{told}\n\n{more}\n")
    assert read_text(tmp_path / "b.txt", lexicon).text == more
