from hypothesis import given
from hypothesis import strategies as st

from kg.language.covered import Covered

SPANS = st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)).map(lambda p: (min(p), max(p))))


@given(SPANS, st.integers(0, 30), st.integers(1, 10))
def test_a_span_touches_what_shares_a_character(spans: list[tuple[int, int]], start: int, length: int) -> None:
    places = {place for a, b in spans for place in range(a, b)}
    asked = set(range(start, min(start + length, 30)))
    covered = Covered(30, spans)
    assert covered.touches(start, start + length) == bool(asked & places)
    assert covered.holds(start, start + length) == (asked <= places)
