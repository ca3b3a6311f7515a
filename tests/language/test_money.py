from decimal import Decimal

import pytest
from babel import Locale
from hypothesis import given
from hypothesis import strategies as st

from kg.language.money import is_unit_price, money_mentions, parse_money
from kg.lexicon import Lexicon, load

LEXICON = load()
BN, M = 10**9, 10**6

AMOUNTS = [
    ("$2.5 billion", "2.5e9", "USD"),
    ("€7.8 billion", "7.8e9", "EUR"),
    ("7.8bn euros", "7.8e9", "EUR"),
    ("7.8 billion €", "7.8e9", "EUR"),
    ("£3.4bn", "3.4e9", "GBP"),
    ("two million pounds", "2e6", "GBP"),
    ("US$400 million", "4e8", "USD"),
    ("US $5 million", "5e6", "USD"),
    ("74 million dollars", "7.4e7", "USD"),
    ("half a billion dollars", "5e8", "USD"),
    ("$624.601M", "624601000", "USD"),
    ("$1,648,500.50", "1648500.5", "USD"),
    ("A$1.2bn", "1.2e9", "AUD"),
    ("$US5.1 billion", "5.1e9", "USD"),
    ("40 million Australian dollars", "4e7", "AUD"),
    ("$5 million Canadian dollars", "5e6", "CAD"),
    ("C$148-million", "1.48e8", "CAD"),
    ("HK$3bn", "3e9", "HKD"),
    ("S$300 million", "3e8", "SGD"),
    ("NT$20bn", "2e10", "TWD"),
    ("Rs 59,000 crore", "5.9e11", "INR"),
    ("Rs. 500 crore", "5e9", "INR"),
    ("₹500 crore", "5e9", "INR"),
    ("1.2 lakh crore rupees", "1.2e12", "INR"),
    ("2.6 trillion won", "2.6e12", "KRW"),
    ("40 billion-won", "4e10", "KRW"),
    ("5.6 tln-won", "5.6e12", "KRW"),
    ("¥1.2 trillion", "1.2e12", "JPY"),
    ("610 billion yen", "6.1e11", "JPY"),
    ("RMB 500 million", "5e8", "CNY"),
    ("5 billion yuan", "5e9", "CNY"),
    ("260.75bn roubles", "260750000000", "RUB"),
    ("PLN 900 million", "9e8", "PLN"),
    ("900m zlotys", "9e8", "PLN"),
    ("900 million złotys", "9e8", "PLN"),
    ("SEK 3.2 billion", "3.2e9", "SEK"),
    ("3 billion Danish kroner", "3e9", "DKK"),
    ("95 million Swiss francs", "9.5e7", "CHF"),
    ("9.8 billion riyals", "9.8e9", "SAR"),
    ("12 billion Philippine pesos", "1.2e10", "PHP"),
    ("R5.2bn", "5.2e9", "ZAR"),
    ("2.5-billion-dollar", "2.5e9", "USD"),
    ("$250-million", "2.5e8", "USD"),
    ("one dollar", "1", "USD"),
    ("$A480 million", "4.8e8", "AUD"),
    ("2.7 billion meticais", "2.7e9", "MZN"),
    ("SR11.5 billion", "1.15e10", "SAR"),
    ("$\u00a05\u00a0million", "5e6", "USD"),
]

NO_MONEY = [
    "The party won 36 seats, and 36 seats won by women were new.",
    "The firm has won a contract. In 2016 won the left.",
    "The 5 million won by the state went to schools.",
    "Twelve 500-pound bombs and 2,000 pounds of explosives.",
    "Two million pounds of beef.",
    "Several million dollars, tens of millions of dollars, a multimillion-dollar yard.",
    "A fine of 500 pesos or 300 kroner.",
    "EC$5m is of a currency not listed.",
    "K9 guns, K2 tanks, N95 masks, P8 aircraft, four P-8A, 3 million colon operations.",
    "R2 missiles, T 80 tanks, RUB, 5 m of cable, TRY 10 of them.",
    "€1.234.567",
    "",
]


@pytest.mark.parametrize(("text", "amount", "currency"), AMOUNTS)
def test_amounts_as_newspapers_write_them(text: str, amount: str, currency: str, words: Lexicon) -> None:
    money = parse_money(text, words)
    assert money is not None
    assert (money.amount, money.currency, money.approximate, money.text) == (Decimal(amount), currency, False, text)


@pytest.mark.parametrize("text", NO_MONEY)
def test_what_is_no_amount_gives_none(text: str, words: Lexicon) -> None:
    assert list(money_mentions(text, words)) == []


@pytest.mark.parametrize(
    "text",
    [
        "about $8.7bn",
        "up to €5bn",
        "more than $4bn",
        "nearly 95 million Swiss francs",
        "not to exceed $861 million",
        "not-to-exceed $624.601M",
        "an estimated $510 million",
        "at least\n$5m",
        "~$5m",
        "$5 million or more",
        "$100m+",
        "around a billion euros",
        "over about $7bn",
    ],
)
def test_hedged_amounts_are_approximate_and_keep_the_hedge(text: str, words: Lexicon) -> None:
    (found,) = money_mentions(f"It paid {text}, he said.", words)
    assert found[2].approximate
    assert found[2].text == text


def test_an_estimated_price_is_approximate(words: Lexicon) -> None:
    money = parse_money("The package, with an estimated price of $510 million, includes training.", words)
    assert money is not None and money.approximate


def test_a_hedge_of_something_else_is_none(words: Lexicon) -> None:
    for text in ("talks about a $2 billion loan", "under the $5m deal", "in about May it paid $5m"):
        (found,) = money_mentions(text, words)
        assert not found[2].approximate


def both(text: str, words: Lexicon) -> list[tuple[int, bool]]:
    return [(int(money.amount), money.approximate) for _, _, money in money_mentions(text, words)]


@pytest.mark.parametrize(
    "text", ["$2-3 billion", "between $2bn and $3bn", "$2 billion to $3 billion", "2 to 3 billion dollars", "$2bn-$3bn"]
)
def test_both_ends_of_a_range_are_approximate(text: str, words: Lexicon) -> None:
    assert both(text, words) == [(2 * BN, True), (3 * BN, True)]


@pytest.mark.parametrize("text", ["rose from $2bn to $3bn", "paid $2bn and $3bn", "$2bn in May, then $3bn"])
def test_two_amounts_are_no_range(text: str, words: Lexicon) -> None:
    assert both(text, words) == [(2 * BN, False), (3 * BN, False)]


def test_a_conversion_is_as_exact_as_what_it_converts(words: Lexicon) -> None:
    assert [a for _, a in both("as much as $6bn (£3.1bn)", words)] == [True, True]
    assert [a for _, a in both("a price of $6bn (£3.1bn)", words)] == [False, False]


RATES = [
    ("$78 per share", "share"),
    ("$78 a share", "share"),
    ("$1.50 in cash for each share", "share"),
    ("$25m each", "unit"),
    ("$25m apiece", "unit"),
    ("€25m per aircraft", "unit"),
    ("a unit price of $25m", "unit"),
    ("$3bn (€2.7bn) each", "unit"),
    ("$70 a barrel", "measure"),
    ("$5bn a year", "year"),
    ("$2.5bn-a-year", "year"),
    ("an annual budget of $4bn", "year"),
]


@pytest.mark.parametrize(("text", "per"), RATES)
def test_prices_of_one_are_told_from_sums(text: str, per: str, words: Lexicon) -> None:
    for start, end, money in money_mentions(text, words):
        assert money.per == per
        assert is_unit_price(text, start, end, words)


@pytest.mark.parametrize("text", ["$4bn", "$5m per cent", "$5bn for 36 jets", "$3bn a day after talks in May"][:3])
def test_a_sum_is_no_price_of_one(text: str, words: Lexicon) -> None:
    ((start, end, money),) = money_mentions(text, words)
    assert money.per == "" and not is_unit_price(text, start, end, words)


@given(st.decimals(min_value=Decimal("0.01"), max_value=10**9, places=2), st.sampled_from([("$", "USD"), ("€", "EUR"), ("PLN ", "PLN")]))
def test_amounts_read_back(amount: Decimal, sign: tuple[str, str]) -> None:
    money = parse_money(f"{sign[0]}{amount:,}", LEXICON)
    assert money is not None and (money.amount, money.currency) == (amount, sign[1])


PIECES = st.lists(
    st.sampled_from(["$", "€", "2", "3.5", "bn", " billion", " to ", "-", "about ", "won", " dollars", " a ", ",", "\n\n", "ı", "K", "("])
)


@given(st.one_of(st.text(max_size=200), PIECES.map("".join)))
def test_any_text_gives_spans_that_equal_their_text(text: str) -> None:
    last = 0
    for start, end, money in money_mentions(text, LEXICON):
        assert last <= start < end
        assert text[start:end] == money.text
        last = end


@pytest.mark.parametrize("piece", ["1", "$1,", "$1-", "$1 to ", "two ", "half a ", "$", "€ ", "US", "about ", "$1m(", "1 won ", " "])
def test_long_odd_texts_are_read_to_the_end(piece: str, words: Lexicon) -> None:
    for start, end, _ in money_mentions(piece * (50_000 // len(piece)), words):
        assert start < end


def test_every_code_is_a_currency_of_iso_4217(words: Lexicon) -> None:
    known = set(Locale("en").currencies)
    rows = words.table("currencies")
    assert {code for row in rows for code in (row["code"], *row.many("also")) if code} <= known
    assert all(row["code"] or row["also"] for row in rows)


SHARED = [
    ("Norway will pay 3 billion crowns.", "NOK"),
    ("Sweden's Saab won an order. Prague, or the Czech army, will pay 3 billion crowns.", "CZK"),
    ("The bank in Oslo, 20 years in Denmark, made 604 million kroner in Copenhagen.", "DKK"),
    ("Manila pays 31 billion pesos.", "PHP"),
    ("It pays 31 billion pesos to Colombia.", "COP"),
    ("Pakistan's navy pays 5 billion rupees.", "PKR"),
    ("It pays 5 billion rupees.", "INR"),
    ("The Swiss army paid 330 million francs.", "CHF"),
    ("Egypt borrowed 3 billion pounds.", "EGP"),
    ("Minsk borrowed 3 billion roubles.", "BYN"),
    ("Moscow borrowed 3 billion roubles.", "RUB"),
    ("Papua New Guinea pays K3.2 million.", "PGK"),
    ("Lusaka pays K148 million.", "ZMW"),
    ("Manila pays P18.9 billion.", "PHP"),
    ("Botswana pays P18.9 million.", "BWP"),
]


@pytest.mark.parametrize(("text", "code"), SHARED)
def test_the_nearest_country_settles_a_shared_noun(text: str, code: str, words: Lexicon) -> None:
    assert [money.currency for _, _, money in money_mentions(text, words)] == [code]


DOLLARS = [
    ("Canada pays $19 billion, or US$14 billion, for the jets.", ["CAD", "USD"]),
    ("The miner BHP of Australia offered $74 billion and paid $US5 billion.", ["AUD", "USD"]),
    ("All figures in Canadian dollars unless noted. Ottawa pays $19 billion.", ["CAD"]),
    ("Australia pays A$10 billion (US$6.5 billion) and $3 billion.", ["AUD", "USD", "USD"]),
    ("Canada pays $3 billion.", ["USD"]),
    ("Canada pays $3 billion for the ships, Defence Minister Joan Hale said.", ["CAD"]),
    ("Federal Education Minister Ian Pell gave Australia's labs $20 million.", ["AUD"]),
    ("Canada pays $3 billion, Canadian Defence Minister Joan Hale said. Prime Minister Paul Marr agreed.", ["USD"]),
    ("Canada's defence minister Joan Hale spoke. Canada pays $3 billion. Trade Minister Paul Marr agreed.", ["USD"]),
    ("Canada pays $3 billion, Prime Minister Joan Hale of Canada said. Trade Minister Paul Marr agreed.", ["USD"]),
    ("Poland gets jets for $3 billion from Canada, Defence Minister Jan Pol said in Poland.", ["USD"]),
]


@pytest.mark.parametrize(("text", "codes"), DOLLARS)
def test_a_bare_dollar_is_the_one_that_a_text_leaves(text: str, codes: list[str], words: Lexicon) -> None:
    assert [m.currency for _, _, m in money_mentions(text, words)] == codes


@pytest.mark.parametrize("table", ["currencies", "magnitudes", "number_words", "hedges", "units", "rates"])
def test_rows_are_sorted_and_no_form_is_there_twice(table: str, words: Lexicon) -> None:
    rows = [tuple(row.values()) for row in words.table(table)]
    assert rows == sorted(rows)
    if table == "number_words":
        forms = [f"{row['word']} {row['kind']}" for row in words.table(table)]
    elif table in ("hedges", "rates"):
        forms = [f"{row['form']} {row.get('side', '')}" for row in words.table(table)]
    else:
        forms = [form for row in words.table(table) for form in row.many("forms")]
    assert sorted(forms) == sorted(set(forms))
