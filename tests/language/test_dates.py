import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.language.date_arithmetic import nearest_day, nearest_month, week
from kg.language.dates import date_mentions, resolve_weekday
from kg.lexicon import Lexicon, load
from kg.values import Date

LEXICON = load()
PUBLISHED = Date(2019, 11, 27)
"""A Wednesday."""

ABSOLUTE = [
    ("27 November 2019", "2019-11-27"),
    ("November 27, 2019", "2019-11-27"),
    ("27th November, 2019", "2019-11-27"),
    ("27th of November 2019", "2019-11-27"),
    ("Wednesday, November 27, 2019", "2019-11-27"),
    ("Sunday, 1 May 2016", "2016-05-01"),
    ("27-29 November 2019", "2019-11-27"),
    ("26-Nov-2019", "2019-11-26"),
    ("NOVEMBER 27, 2019", "2019-11-27"),
    ("2017-12-03", "2017-12-03"),
    ("13/12/2017", "2017-12-13"),
    ("12/12/2017", "2017-12-12"),
    ("27.11.2019", "2019-11-27"),
    ("December 2017", "2017-12"),
    ("Sept. 2017", "2017-09"),
    ("late 2018", "2018~"),
    ("mid-2021", "2021~"),
    ("the end of 2020", "2020~"),
    ("the second half of 2029", "2029"),
    ("the third quarter of 2024", "2024"),
    ("Q3 2024", "2024"),
    ("H1 2025", "2025"),
    ("2H26", "2026"),
    ("4Q25", "2025"),
    ("spring of 2026", "2026"),
    ("summer 2020", "2020"),
    ("fiscal 2025", "2025"),
    ("fiscal year 2025", "2025"),
    ("FY25", "2025"),
    ("2019-20", "2019"),
]

RELATIVE = [
    ("yesterday", "2019-11-26"),
    ("Yesterday", "2019-11-26"),
    ("today", "2019-11-27"),
    ("tomorrow", "2019-11-28"),
    ("the day before yesterday", "2019-11-25"),
    ("last week", "2019-11"),
    ("next week", "2019-12"),
    ("last month", "2019-10"),
    ("this month", "2019-11"),
    ("last year", "2018"),
    ("earlier this year", "2019"),
    ("early next year", "2020~"),
    ("by the end of the year", "2019"),
    ("last December", "2018-12"),
    ("next July", "2020-07"),
    ("December last year", "2018-12"),
    ("next Monday", "2019-12-02"),
    ("last Wednesday", "2019-11-20"),
    ("Friday last week", "2019-11-22"),
    ("two years ago", "2017"),
    ("10 years ago", "2009"),
    ("a decade ago", "2009"),
    ("three months ago", "2019-08"),
    ("five days ago", "2019-11-22"),
    ("two weeks ago", "2019-11"),
    ("in 10 years' time", "2029"),
    ("last summer", "2019"),
    ("next spring", "2020"),
    ("the first half of next year", "2020"),
    ("in the second half of the year", "2019"),
]

BY_TENSE = [
    ("It signed on Friday.", "2019-11-22"),
    ("It signed on Wednesday.", "2019-11-27"),
    ("It will sign on Friday.", "2019-11-29"),
    ("It will sign on Wednesday.", "2019-11-27"),
    ("On Monday they will meet.", "2019-12-02"),
    ("Tuesday's vote was close.", "2019-11-26"),
    ("It was built in July.", "2019-07"),
    ("It will be delivered in July.", "2020-07"),
    ("The boats are to be delivered by April.", "2020-04"),
    ("It said in November it had no plans.", "2019-11"),
    ("The vote was held on 5 May.", "2019-05-05"),
    ("The vote is expected to be held on 5 May.", "2020-05-05"),
    ("Bids are due by Dec. 30.", "2019-12-30"),
    ("It was handed over in mid-July.", "2019-07~"),
    ("It will arrive by the end of the spring.", "2020"),
    ("It will arrive before the year is out.", "2019"),
]

NO_DATES = [
    "03/12/2017",
    "31 February 2019",
    "He may go; they march on; an august body.",
    "2000 stores and 1,997 men, about 2000 soldiers, in 2000 homes",
    "the 1990s, the mid-2030s",
    "$2017, 2017%, S-2017, Boeing 2019, 2017-strong",
    "every Friday and on Fridays",
    "Black Friday sales, said the Sunday Times and the Mail on Sunday",
    "the September 11 attacks",
    "over the last year, in the next week",
    "the last winter war",
    "Mrs May said so. It was negotiated by May.",
    "in three years, within ten days",
    "the fall of the wall, springs and summers",
    "",
]


def found(text: str, words: Lexicon, published: Date | None = PUBLISHED) -> list[str]:
    return [date.iso + "~" * date.approximate for _, _, date in date_mentions(text, published, words)]


@pytest.mark.parametrize(("text", "iso"), ABSOLUTE)
@pytest.mark.parametrize("published", [None, PUBLISHED])
def test_dates_that_need_no_anchor(text: str, iso: str, published: Date | None, words: Lexicon) -> None:
    assert found(f"It was signed in {text}.", words, published) == [iso]


@pytest.mark.parametrize(("text", "iso"), RELATIVE)
def test_dates_seen_from_publication(text: str, iso: str, words: Lexicon) -> None:
    assert found(text, words) == [iso]
    assert found(text, words, None) == []


@pytest.mark.parametrize(("text", "iso"), BY_TENSE)
def test_the_tense_says_which_day_is_meant(text: str, iso: str, words: Lexicon) -> None:
    assert found(text, words) == [iso]


@pytest.mark.parametrize("text", NO_DATES)
def test_what_is_no_single_date(text: str, words: Lexicon) -> None:
    assert found(text, words) == []


YEARS = [
    ("in 2017", ["2017"]),
    ("since year 1997", ["1997"]),
    ("around 2020", ["2020~"]),
    ("no later than 2027", ["2027"]),
    ("the 2017 contract", ["2017"]),
    ("a 2015 deal", ["2015"]),
    ("the yard (2016)", ["2016"]),
    ("from 2024 to 2028", ["2024", "2028"]),
    ("between 2028 and 2030", ["2028", "2030"]),
    ("2024–2028", ["2024", "2028"]),
    ("in 2015, 2016 and 2017", ["2015", "2016", "2017"]),
    ("between March and May 2019", ["2019-03", "2019-05"]),
    ("moved from 2025 to the second half of 2027", ["2025", "2027"]),
    ("delivered in 2015 for 2000 euros", ["2015"]),
    ("expected to close in 2016", ["2016"]),
    ("put back to 2028, dating back to 1993", ["2028", "1993"]),
    ("rose to 2014 points, up to 2000 men", []),
    ("orders between April and June", ["2019-04", "2019-06"]),
    ("the April show and Ghana's November election", ["2019-04", "2019-11"]),
    ("next Wednesday, December 4", ["2019-12-04"]),
]

TOLD = [
    ("It was signed in May 2012 and dropped a year later.", ["2012-05", "2013"]),
    ("It was ordered on 3 May 2012; two days later it was cancelled.", ["2012-05-03", "2012-05-05"]),
    ("It was ordered in August 2012, and that November it was paid.", ["2012-08", "2012-11"]),
    ("It was ordered in August 2012 for the following March.", ["2012-08", "2013-03"]),
    ("It was ordered in 2012 and, in the same year, paid.", ["2012", "2012"]),
    ("It was ordered in 2012 and paid in March of the following year.", ["2012", "2013-03"]),
    ("It came in August 2012 and left the following spring.", ["2012-08", "2013"]),
    ("It came in February 2012, having left the previous spring.", ["2012-02", "2011"]),
    ("It came in May 2012, six months earlier than planned.", ["2012-05"]),  # from another day than the one told
    ("It came in May 2012, two years after the war.", ["2012-05"]),
    ("It came two years later. That year was warm.", []),  # later than what, nothing tells
    ("It came in May 2012.\n\nA year later it rained.", ["2012-05"]),  # another paragraph speaks of something else
]


@pytest.mark.parametrize(("text", "expected"), TOLD)
def test_dates_counted_from_the_one_told_before(text: str, expected: list[str], words: Lexicon) -> None:
    assert found(text, words) == expected


@pytest.mark.parametrize(("text", "expected"), YEARS)
def test_years_and_ranges(text: str, expected: list[str], words: Lexicon) -> None:
    assert found(text, words) == expected


def test_a_week_in_two_months_is_only_a_year() -> None:
    assert week(Date(2019, 8, 6), -1) == Date(2019)
    assert week(Date(2019, 1, 2), 0) is None


def test_a_story_dated_before_its_event_means_the_day_after() -> None:
    assert nearest_day(11, 28, PUBLISHED, "past") == Date(2019, 11, 28)


def test_without_tense_the_nearer_month_is_meant() -> None:
    assert nearest_month(12, PUBLISHED, "") == Date(2019, 12)
    assert nearest_month(7, PUBLISHED, "") == Date(2019, 7)


def test_the_29th_of_february_is_found_where_there_is_one() -> None:
    assert nearest_day(2, 29, PUBLISHED, "future") == Date(2020, 2, 29)
    assert nearest_day(2, 30, PUBLISHED, "") is None


def test_a_date_keeps_its_words(words: Lexicon) -> None:
    ((start, end, date),) = date_mentions("It was signed last December in Rome.", PUBLISHED, words)
    assert date.text == "last December" and (start, end) == (14, 27)


def test_a_month_of_publication_anchors_months_but_no_weekdays(words: Lexicon) -> None:
    assert found("It signed on Friday. It was built last month.", words, Date(2019, 11)) == ["2019-10"]
    assert found("It signed on Friday. It was built last year.", words, Date(2019)) == ["2018"]


DAYS = st.dates(datetime.date(1950, 1, 1), datetime.date(2090, 1, 1))


@given(DAYS, st.integers(0, 6), st.booleans())
def test_a_weekday_is_within_a_week_and_on_the_right_side(day: datetime.date, weekday: int, future: bool) -> None:
    date = resolve_weekday(weekday, Date(day.year, day.month, day.day), future)
    assert date is not None and date.month and date.day
    distance = (datetime.date(date.year, date.month, date.day) - day).days
    assert (0 <= distance < 7) if future else (-7 < distance <= 0)
    assert (day + datetime.timedelta(distance)).weekday() == weekday


@given(DAYS, st.sampled_from(["%d %B %Y", "%B %d, %Y", "%Y-%m-%d", "%d %b %Y", "%A, %B %d, %Y"]))
def test_full_dates_read_back(day: datetime.date, style: str) -> None:
    ((_, _, date),) = date_mentions(f"It was signed on {day.strftime(style)}.", None, LEXICON)
    assert date.iso == day.isoformat()


WORD = [
    "May",
    "27",
    "2019",
    "in",
    "last",
    "next",
    "Friday",
    ",",
    "-",
    "of the",
    "early",
    "ago",
    "two years",
    "mid-",
    "to",
    "\n\n",
    "FY",
    "ı",
]
PIECES = st.lists(st.sampled_from(WORD))


@given(
    st.one_of(st.text(max_size=200), PIECES.map(" ".join), PIECES.map("".join)),
    st.sampled_from([None, PUBLISHED, Date(2019, 11), Date(2019), Date(1, 1, 1)]),
)
def test_any_text_gives_spans_that_equal_their_text(text: str, published: Date | None) -> None:
    last = 0
    for start, end, date in date_mentions(text, published, LEXICON):
        assert last <= start < end
        assert text[start:end] == date.text
        last = end


@pytest.mark.parametrize(
    "piece", ["1", "2017 ", "2017-", "2017, ", "May ", "in ", "early ", "Friday ", "two years ", "27 ", "27-", "last ", "the first ", " "]
)
def test_long_odd_texts_are_read_to_the_end(piece: str, words: Lexicon) -> None:
    for start, end, _ in date_mentions(piece * (50_000 // len(piece)), PUBLISHED, words):
        assert start < end
