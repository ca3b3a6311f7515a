import itertools
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from text_to_num import text2num

from kg.language.numbers import number_mentions, parse_number
from kg.lexicon import Lexicon, load

LEXICON = load()

NUMBERS = [
    ("four", 4),
    ("36", 36),
    ("1,648", 1648),
    ("2.5", "2.5"),
    ("zero", 0),
    ("twenty-four", 24),
    ("one hundred and twenty-four", 124),
    ("fifteen hundred", 1500),
    ("two thousand and nineteen", 2019),
    ("three hundred million two hundred thousand and one", 300200001),
    ("a dozen", 12),
    ("half a dozen", 6),
    ("two dozen", 24),
    ("a hundred thousand", 100000),
    ("two and a half", "2.5"),
    ("two and a half billion", 2500000000),
    ("two-and-a-half million", 2500000),
    ("one and a quarter million", 1250000),
    ("seven and three quarters million", 7750000),
    ("half a million", 500000),
    ("a half-million", 500000),
    ("2.5 million", 2500000),
    ("7.8bn", 7800000000),
    ("300 thousand", 300000),
    ("59,000 crore", 590000000000),
    ("1.2 lakh crore", 1200000000000),
    ("1,23,456", 123456),
]

NO_NUMBERS = [
    "",
    "million",
    "hundreds",
    "dozens of",
    "several million",
    "half",
    "a",
    "the",
    "1,2",
    "12,34",
    "1.2.3",
    "two boats",
    "5 km",
    "S-400",
]


@pytest.mark.parametrize(("text", "value"), NUMBERS)
def test_a_number_is_read_in_figures_and_words(text: str, value: int | str, words: Lexicon) -> None:
    assert parse_number(text, words) == Decimal(value)
    assert [(text[n.start : n.end], n.value) for n in number_mentions(text, words)] == [(text, Decimal(value))]


@pytest.mark.parametrize("text", NO_NUMBERS)
def test_other_texts_are_no_number(text: str, words: Lexicon) -> None:
    assert parse_number(text, words) is None


SENTENCES = [
    ("The S-400 and the F-35s fly with 155mm guns, the 36th and 82nd.", []),
    ("Hundreds of jets, several dozen tanks and tens of thousands of men.", []),
    ("It cost $2.5 billion in the 1990s.", []),
    ("It wants 20 to 30 jets.", ["20 to 30"]),
    ("It wants between 5 and 7 boats.", ["5 and 7"]),
    ("Orders fell from 6 to 4.", ["6", "4"]),
    ("Orders rose from 4 to 6.", ["4", "6"]),
    ("A pair of boats and a couple of tugs.", ["A pair", "a couple"]),
    ("A couple in love had two-thirds of it.", ["two-thirds"]),
    ("four two-seat jets", ["four", "two"]),
]


@pytest.mark.parametrize(("text", "expected"), SENTENCES)
def test_numbers_of_a_sentence(text: str, expected: list[str], words: Lexicon) -> None:
    assert [text[n.start : n.end] for n in number_mentions(text, words)] == expected


def test_a_number_repeated_in_brackets_is_one(words: Lexicon) -> None:
    (number,) = number_mentions("eight (8) launchers", words)
    assert ("eight (8) launchers"[number.start : number.end], number.value) == ("eight (8)", 8)
    assert [n.value for n in number_mentions("two (perhaps 4) ships, six (8) boats", words)] == [2, 4, 6, 8]


def test_a_range_keeps_both_ends(words: Lexicon) -> None:
    (number,) = number_mentions("20 to 30 jets", words)
    assert (number.low, number.value) == (20, 30)


def test_a_fraction_is_marked_as_one(words: Lexicon) -> None:
    (number,) = number_mentions("one quarter of the hulls", words)
    assert number.share and number.value == Decimal("0.25")


@given(st.integers(0, 10**12))
def test_figures_read_back(value: int) -> None:
    assert parse_number(str(value), LEXICON) == value
    assert parse_number(f"{value:,}", LEXICON) == value


WORD = st.sampled_from(["one", "two", "nine", "ten", "eleven", "twenty", "ninety", "hundred", "thousand", "million", "and"])
WORDS = st.lists(WORD, min_size=1, max_size=7)


@given(WORDS)
def test_number_words_agree_with_an_independent_reader(parts: list[str]) -> None:
    text = " ".join(parts)
    value = parse_number(text, LEXICON)
    if value is None or parts[0] == "and":
        return
    try:
        other = text2num(text, "en")
    except ValueError:
        return
    assert value == other


@given(st.text(max_size=200))
def test_any_text_gives_spans_in_order(text: str) -> None:
    spans = [(n.start, n.end) for n in number_mentions(text, LEXICON)]
    assert all(a < b for a, b in spans) and all(left[1] <= right[0] for left, right in itertools.pairwise(spans))


@pytest.mark.parametrize("piece", ["1", "1,", "two ", "two and ", "a half ", "1.2 million ", "a ", " ", "half-a-", "1-", "\n"])
def test_long_odd_texts_are_read_to_the_end(piece: str, words: Lexicon) -> None:
    for number in number_mentions(piece * (100_000 // len(piece)), words):
        assert number.end > number.start
