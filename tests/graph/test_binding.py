import pyoxigraph as ox
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.graph.binding import BadBinding, bound, typed

PREFIXES = {"id": "https://x.example/", "xsd": "http://www.w3.org/2001/XMLSchema#"}
DATA = """
@prefix x: <https://x.example/> .
x:a x:buyer "Poland" ; x:seller "France" ; x:on "2020-01-01"^^<http://www.w3.org/2001/XMLSchema#date> ; x:n 3 .
x:b x:buyer "Poland" .
"""
OPEN = "SELECT ?deal ?buyer ?seller WHERE { ?deal <https://x.example/buyer> ?buyer OPTIONAL { ?deal <https://x.example/seller> ?seller } }"
SINCE = "SELECT ?deal { ?deal <https://x.example/on> ?on FILTER (!BOUND($day) || STR(?on) <= STR($day)) }"


def rows(sparql: str, **values: str) -> list[tuple[str, ...]]:
    store = ox.Store()
    store.load(DATA.encode(), ox.RdfFormat.TURTLE)
    found = store.query(bound(sparql, values, PREFIXES), prefixes=PREFIXES)
    return sorted(tuple("" if v is None else v.value for v in row) for row in found)  # type: ignore[union-attr]


def test_rows_where_a_variable_is_the_value_stay() -> None:
    assert len(rows(OPEN)) == len(rows(OPEN, buyer="Poland")) == 2
    assert rows(OPEN, buyer="Norway") == []
    assert rows(OPEN, deal="id:a") == rows(OPEN, deal="<https://x.example/a>") == [("https://x.example/a", "Poland", "France")]


def test_a_row_where_it_is_open_is_no_row_with_the_value() -> None:
    assert rows(OPEN, seller="France") == [("https://x.example/a", "Poland", "France")]
    assert rows(OPEN, seller="Norway") == []


def test_a_variable_that_the_query_expects_has_the_value_from_the_start() -> None:
    assert len(rows(SINCE)) == len(rows(SINCE, day="2020-06-01")) == 1
    assert rows(SINCE, day="2019-06-01") == []


def test_a_variable_that_is_not_there_is_told_with_those_that_are() -> None:
    for name in ("nope", "x }", "deal) #", ""):
        with pytest.raises(BadBinding, match=r"it has buyer, deal, seller"):
            bound(OPEN, {name: "1"}, PREFIXES)
    with pytest.raises(BadBinding):
        bound("# ?x\nSELECT * { <urn:?x> <urn:p> '?x' }", {"x": "1"}, PREFIXES)


@pytest.mark.parametrize(
    "sparql",
    [
        "CONSTRUCT { ?deal a <urn:x> } WHERE { ?deal <https://x.example/seller> ?s }",
        "CONSTRUCT { ?deal a <urn:x> } { ?deal <https://x.example/seller> ?s }",
        "# WHERE {\nASK { ?deal <https://x.example/seller> ?s . FILTER(?s != '{ WHERE {') }",
        "SELECT ?deal ?s { { SELECT * WHERE { ?deal <https://x.example/seller> ?s } } } VALUES ?s { 'France' }",
    ],
)
def test_every_form_of_query_takes_values(sparql: str) -> None:
    store = ox.Store()
    store.load(DATA.encode(), ox.RdfFormat.TURTLE)
    for value, there in (("id:a", True), ("id:b", False)):
        found = store.query(bound(sparql, {"deal": value}, PREFIXES), prefixes=PREFIXES)
        assert (bool(found) if isinstance(found, ox.QueryBoolean) else bool(list(found))) == there


@given(st.text(max_size=30))
@settings(max_examples=200, deadline=None)
def test_no_text_gets_out_of_its_place(value: str) -> None:
    """Whatever is typed, the query asks for that value and for nothing more."""
    try:
        found = rows(OPEN, buyer=value)
    except BadBinding:
        return  # an IRI that is none
    assert found == [] or value == "Poland"


@pytest.mark.parametrize("value", ['" } DROP ALL #', "'; DELETE", "<urn:x> } #", "a\\", "id:x> } ", "<urn:a b>", "\n}", "id:a\u0000"])
def test_hostile_values_are_text_or_refused(value: str) -> None:
    try:
        assert rows(OPEN, buyer=value) == []
    except BadBinding:
        assert value.startswith(("<", "id:"))


def test_values_are_read_as_a_person_means_them() -> None:
    assert typed("3", PREFIXES) == ox.Literal(3)
    assert str(typed("2020-01-01", PREFIXES)).endswith("#date>")
    assert typed("Poland: a country", PREFIXES) == ox.Literal("Poland: a country")
    assert rows("SELECT ?d { ?d <https://x.example/n> ?n }", n="3") == [("https://x.example/a",)]
