from collections.abc import Callable

import spacy
from spacy.tokens import Doc, Span

from kg.language.measures import mark_values
from kg.lexicon import Lexicon
from kg.values import Date, Money, Quantity

TEXT = "Turkey paid about $2.5 billion for four S-400 batteries in December 2017 and will pay 300 million euros on Friday."


def test_each_span_carries_its_value(read_text: Callable[..., Doc]) -> None:
    doc = read_text(TEXT, published="2018-01-10")
    dates, money, quantities = (doc.spans[name] for name in ("dates", "money", "quantities"))
    assert [s._.value.iso for s in dates] == ["2017-12", "2018-01-12"]
    assert [(s._.value.currency, int(s._.value.amount), s._.value.approximate) for s in money] == [
        ("USD", 2500000000, True),
        ("EUR", 300000000, False),
    ]
    assert [(int(s._.value.number), s._.value.unit) for s in quantities] == [(4, "battery")]
    for spans, kind in ((dates, Date), (money, Money), (quantities, Quantity)):
        assert all(isinstance(s._.value, kind) and s._.value.text in s.text for s in spans)


def test_without_a_publication_date_only_full_dates_are_marked(words: Lexicon) -> None:
    doc = mark_values(spacy.blank("en")(TEXT), None, words)
    assert [s._.value.iso for s in doc.spans["dates"]] == ["2017-12"]


def test_a_span_takes_in_the_whole_token(words: Lexicon) -> None:
    doc = mark_values(Doc(spacy.blank("en").vocab, words=["in", "2030.The", "deal"]), None, words)
    assert [(s.text, s._.value.text) for s in doc.spans["dates"]] == [("2030.The", "2030")]


def test_a_weekday_inside_a_name_is_no_date(words: Lexicon) -> None:
    doc = spacy.blank("en")("The Friday Group signed on Monday.")
    doc.set_ents([Span(doc, 1, 3, label="ORG")])
    assert [s.text for s in mark_values(doc, Date(2019, 11, 27), words).spans["dates"]] == ["Monday"]


def test_an_empty_text_has_no_values(words: Lexicon) -> None:
    doc = mark_values(spacy.blank("en")(""), Date(2019, 11, 27), words)
    assert not any(doc.spans[name] for name in ("dates", "money", "quantities"))


def test_marking_twice_changes_nothing(read_text: Callable[..., Doc], words: Lexicon) -> None:
    doc = read_text(TEXT, published="2018-01-10")
    before = {name: [(s.start, s.end, s._.value) for s in doc.spans[name]] for name in ("dates", "money", "quantities")}
    mark_values(doc, Date(2018, 1, 10), words)
    assert before == {name: [(s.start, s.end, s._.value) for s in doc.spans[name]] for name in ("dates", "money", "quantities")}
