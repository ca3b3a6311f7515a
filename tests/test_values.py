from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.values import Date, Money

DATES = st.one_of(
    st.builds(Date, st.integers(1, 9999)),
    st.builds(Date, st.integers(1, 9999), st.integers(1, 12)),
    st.dates().map(lambda d: Date(d.year, d.month, d.day)),
)


@given(DATES)
def test_iso_reads_back(date: Date) -> None:
    assert Date.parse(date.iso) == date


@pytest.mark.parametrize("text", ["", "19", "2019-1", "2019-13", "2019-02-30", "2019-02-01T10", "27 November 2019", "2019--01"])
def test_what_is_no_iso_date_is_refused(text: str) -> None:
    with pytest.raises(ValueError):
        Date.parse(text)


def test_a_day_needs_a_month() -> None:
    with pytest.raises(ValueError):
        Date(2019, None, 3)


@pytest.mark.parametrize(
    ("iso", "precision"),
    [("2017", "year"), ("2017-12", "month"), ("2017-12-03", "day")],
)
def test_precision_is_what_was_stated(iso: str, precision: str) -> None:
    assert Date.parse(iso).precision == precision


@given(DATES, DATES)
def test_order_is_total_and_the_wider_date_comes_first(left: Date, right: Date) -> None:
    assert (left < right) or (right < left) or left == right
    if left.covers(right) and left != right:
        assert left < right


def test_a_year_covers_its_months_and_no_other() -> None:
    assert Date.parse("2017").covers(Date.parse("2017-12-03"))
    assert not Date.parse("2017").covers(Date.parse("2018-01"))
    assert not Date.parse("2017-12").covers(Date.parse("2017"))


def test_an_amount_is_for_the_whole_unless_said() -> None:
    assert Money(Decimal(5), "USD").per == ""
