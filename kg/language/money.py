"""Which amounts of money does a text state, and is an amount a whole or the price of one piece, share or year?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from kg.language.currencies import Currency, currencies, currency_code
from kg.language.hedges import hedges
from kg.language.number_words import BEFORE_FIGURE, JOIN, NumberWords, number_words
from kg.language.wording import DASH, GAP, alternatives, key
from kg.lexicon import Lexicon
from kg.values import Money

_REACH = 60
_PRECEDING = re.compile(rf"(?<!\w)(\w{{1,9}}){GAP}\Z")
_CONVERTED = re.compile(rf"{GAP}?[(\[]")
_NEXT_WORD = re.compile(rf"{GAP}(\w+)")
_MAGNITUDE = re.compile(rf"{JOIN}[^\W\d]+(?:{GAP}[^\W\d]+)*\Z")
_UNIT_NOUN = rf"(?:{DASH}|{GAP})?per(?:{GAP}|{DASH})(?!cent(?!\w)|se(?!\w))[^\W\d]+"


@dataclass(frozen=True, slots=True)
class MoneyGrammar:
    """The currencies and rates of the lexicon, compiled. names are keyed in lower case, signs as written."""

    signs: Mapping[str, Currency]
    names: Mapping[str, Currency]
    numbers: NumberWords
    amounts: re.Pattern[str]
    rates_after: re.Pattern[str]
    rates_before: re.Pattern[str]
    rates: Mapping[str, str]

    def currency(self, form: str) -> Currency:
        """The currency of a sign or noun that the pattern found."""
        return self.signs[form] if form in self.signs else self.names[key(form)]


@lru_cache(maxsize=4)
def money_grammar(lexicon: Lexicon) -> MoneyGrammar:
    """The grammar of amounts. Source: ontology/lexicon/currencies.tsv, magnitudes.tsv, number_words.tsv and rates.tsv."""
    signs, names = currencies(lexicon)
    numbers = number_words(lexicon)
    rows = lexicon.table("rates")
    after = [row["form"] for row in rows if row["kind"] == "after"]
    closed, apart = alternatives([f for f in after if f[0] in "-/"]), alternatives([f for f in after if f[0] not in "-/"])
    leading = alternatives([row["form"] for row in rows if row["kind"] == "before"])
    return MoneyGrammar(
        signs,
        names,
        numbers,
        re.compile(_amounts(numbers, signs, list(names)), re.IGNORECASE),
        re.compile(rf"(?:{GAP}?\([^()\n]{{1,40}}\)|\))?(?:(?P<known>(?:{closed})|{GAP}(?:{apart}))|{_UNIT_NOUN})(?!\w)", re.IGNORECASE),
        re.compile(rf"(?<!\w)(?P<known>{leading}){GAP}\Z", re.IGNORECASE),
        {key(row["form"]): row["per"] for row in rows},
    )


def money_mentions(text: str, lexicon: Lexicon) -> Iterator[tuple[int, int, Money]]:
    """Amounts of money in reading order as (start, end, Money); the span takes in "about", "or more" and the like.

    Both ends of a range ("$2-3 billion") come out, approximate. A conversion in brackets is as exact as what it converts.
    Left out: amounts without a number ("several million dollars") and sums whose currency cannot be told ("500 pesos" in a
    story without a country of pesos).
    Money.per tells prices per piece, share or year.
    """
    grammar, around = money_grammar(lexicon), hedges(lexicon)
    last: tuple[int, int, Money] | None = None
    for match in grammar.amounts.finditer(text):
        for start, end, amount, currency in _read(match, text, grammar):
            code = currency_code(currency, text, start, lexicon)
            if not code:
                continue
            left, right, hedged = around.widen(text, start, end)
            left = max(left, last[1]) if last else left
            converted = last if last and _CONVERTED.fullmatch(text, last[1], left) else None
            approximate = hedged or _is_open_range(match, text) or (converted is not None and converted[2].approximate)
            last = left, right, Money(amount, code, approximate, text[left:right], per=_rate(text, left, right, grammar))
            yield last


def parse_money(text: str, lexicon: Lexicon) -> Money | None:
    """Read an amount of money as newspapers write it.

    text: one money mention, e.g. "about $8.7bn", "€7.8 billion". Gives the full number with ISO 4217 currency; approximate is
    True after "about", "nearly", "up to"; the upper end of a range. None when no currency or no number can be told.
    Source: ontology/lexicon/currencies.tsv, magnitudes.tsv.
    """
    found = [money for _, _, money in money_mentions(text, lexicon)]
    return found[-1] if found else None


def is_unit_price(text: str, start: int, end: int, lexicon: Lexicon) -> bool:
    """Whether the amount at text[start:end] is for one piece, one share or one year ("$78 a share", "€25m each")."""
    return _rate(text, start, end, money_grammar(lexicon)) != ""


def _rate(text: str, start: int, end: int, grammar: MoneyGrammar) -> str:
    """What the amount is per: "unit", "share", "year", "measure", or "" for a whole."""
    window = text[max(0, start - _REACH) : start]
    match = grammar.rates_after.match(text, end, end + 2 * _REACH) or grammar.rates_before.search(window)
    if match is None:
        return ""
    return grammar.rates[key(match["known"])] if match["known"] else "unit"


def _read(match: re.Match[str], text: str, grammar: MoneyGrammar) -> Iterator[tuple[int, int, Decimal, Currency]]:
    """The one or two amounts of a match: span, full number, currency."""
    low, high = ("number", "upper") if match["sign"] else ("counted", "counted_upper")
    currency = grammar.currency(match["sign"] or match["name"])
    if match["trailing"] and match["sign"] == "$":
        currency = grammar.currency(match["trailing"])
    following = _NEXT_WORD.match(text, match.end())
    largest = match[high] or match[low]
    value, top = grammar.numbers.read(match[low]), grammar.numbers.read(largest)
    if value is None or top is None or (following and following[1].casefold() in currency.not_before):
        return
    if currency.guard and not (_MAGNITUDE.search(largest) or (currency.guard == "large" and "," in largest)):
        return
    start = match.start("sign" if match["sign"] else "counted")
    if match["upper"] and _is_a_count(match, text):
        yield start, match.end(low), value, currency
        return
    if match[high]:
        if not _MAGNITUDE.search(match[low]) and (magnitude := _MAGNITUDE.search(largest)):
            value = grammar.numbers.read(match[low] + magnitude[0]) or value
        yield start, match.end(low), value, currency
        start = match.start("upper_sign" if match["upper_sign"] else high)
    yield start, match.end(), top, currency


def _is_a_count(match: re.Match[str], text: str) -> bool:
    """Whether the number behind "and" counts something else: "for $3 billion and 212 howitzers", not "between $2 and 3 billion"."""
    joined = match["joined"].strip() in ("and", "or")
    return joined and not match["upper_sign"] and not _MAGNITUDE.search(match["upper"]) and not _is_open_range(match, text)


def _is_open_range(match: re.Match[str], text: str) -> bool:
    """Whether the true amount lies between the two: not so in "rose from $2bn to $3bn" and "paid $2bn and $3bn"."""
    upper, joined = match["upper"] or match["counted_upper"], match["joined"] or match["counted_joined"]
    before = _PRECEDING.search(text, max(0, match.start() - _REACH), match.start())
    word = before[1].casefold() if before else ""
    return upper is not None and (word == "between" if joined.strip() in ("and", "or") else word != "from")


def _amounts(numbers: NumberWords, signs: Mapping[str, Currency], names: list[str]) -> str:
    """A sign and a number, or a number and a noun or code; each with an optional second number for a range."""
    sign = alternatives(list(signs))
    code = alternatives([s for s, currency in signs.items() if (s[-1].isalpha() and not currency.leads) or s in "€₽₴₺₪₩₸zł"])
    noun = alternatives(names)
    dollars = alternatives([n for n in names if n.endswith(("dollar", "dollars"))])
    to = rf"(?:{GAP}?{DASH}{GAP}?|{GAP}(?:to|and|or){GAP})"
    figure, spelled = numbers.money_figure, numbers.spelled
    counted = rf"{BEFORE_FIGURE}{figure}|(?<![\w-]){spelled}"
    return (
        rf"(?<![\w$€£])(?P<sign>(?-i:{sign})){GAP}?(?P<number>{figure})"
        rf"(?:(?P<joined>{to})(?P<upper_sign>(?-i:{sign}))?{GAP}?(?P<upper>{figure}))?(?:{JOIN}(?P<trailing>{dollars}|(?-i:{code}))(?!\w))?"
        rf"|(?P<counted>{counted})(?:(?P<counted_joined>{to})(?P<counted_upper>{figure}|{spelled}))?{JOIN}(?P<name>{noun}|(?-i:{code}))(?!\w)"
    )
