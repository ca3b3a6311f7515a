from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal

from kg.graph.terms import Terms, clean, digest, plain_number, web_address
from kg.ontology import load
from kg.values import Date

TERMS = Terms(load())


@pytest.mark.parametrize(
    ("number", "written"),
    [("2.5E+9", "2500000000"), ("2500000000", "2500000000"), ("0.50", "0.5"), ("1.00", "1"), ("100", "100"), ("0", "0"), ("-0.5", "-0.5")],
)
def test_a_number_has_one_spelling_without_exponent(number: str, written: str) -> None:
    assert plain_number(Decimal(number)) == written


@pytest.mark.parametrize(
    ("iso", "datatype"),
    [("2017", "gYear"), ("2017-12", "gYearMonth"), ("2017-12-03", "date"), ("0987", "gYear")],
)
def test_a_date_is_as_precise_as_stated(iso: str, datatype: str) -> None:
    literal = TERMS.date(Date.parse(iso))
    assert literal.value == iso
    assert literal.datatype.value.endswith("#" + datatype)


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "data:text/html,x", "ftp://a.example/x", "news.example/x", "", "http://", "https://[x"]
)
def test_only_web_addresses_are_links(url: str) -> None:
    assert web_address(url) == ""


def test_a_web_address_stays_as_it_is() -> None:
    assert web_address(" https://news.example/a?b=1&c=ü#d ") == "https://news.example/a?b=1&c=ü#d"


@pytest.mark.parametrize("text", ["a\tb\nc", "שלום\u202eabc", "🚀 Ünïcode 北京", '</script>"\\'])
def test_what_rdf_can_carry_stays(text: str) -> None:
    assert clean(text) == text


def test_controls_and_lone_surrogates_go() -> None:
    assert clean("a\x00b\x07c\x1bd\ud800e\ufffe") == "abcde"


@given(st.text(max_size=40))
def test_every_text_becomes_a_literal(text: str) -> None:
    assert isinstance(TERMS.text(text), Literal)


@given(st.text(alphabet=st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Cn"]), min_size=1, max_size=40))
def test_an_id_survives_its_iri_and_fits_after_a_prefix(id: str) -> None:
    iri = TERMS.data(id)
    assert "/" not in iri.value.removeprefix(TERMS.ontology.base)
    assert TERMS.id(iri.value) == id


def test_two_ids_never_share_an_iri() -> None:
    ids = ["a/b", "a~1b", "a%2Fb", "a-b", "a b", "a%20b", "a~b", "a~0b"]
    assert len({TERMS.data(id).value for id in ids}) == len(ids)


def test_digest_keeps_parts_apart() -> None:
    assert digest("ab", "c") != digest("a", "bc")
    assert digest("ab", "c") == digest("ab", "c")


def test_the_base_of_ids_is_one_setting() -> None:
    elsewhere = Terms(load(base="https://example.org/kb#"))
    assert elsewhere.data("person-x").value == "https://example.org/kb#person-x"
    assert elsewhere.id("https://example.org/kb#person-x") == "person-x"
