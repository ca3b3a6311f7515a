import json
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.archive.records import Damaged, Kept, key_of, read, renamed, written
from kg.model import Argument, Article, Claim, Evidence, Extraction, Mention, Ref, Segment, Value
from kg.values import Date, Money, Quantity

TEXTS = st.text(st.characters(exclude_categories=()), max_size=20)  # lone surrogates too: a file name may hold them
DECIMALS = st.decimals(allow_nan=False, allow_infinity=False)
MENTIONS = st.builds(Mention, st.just("a"), st.integers(0, 99), st.integers(0, 99), TEXTS, TEXTS, st.integers(-1, 9), st.booleans())
DATES = st.builds(Date, st.integers(1, 9999), st.none() | st.integers(1, 12), text=TEXTS, approximate=st.booleans())
VALUES: st.SearchStrategy[Value] = st.one_of(
    MENTIONS,
    DATES,
    TEXTS,
    st.builds(Ref, TEXTS),
    st.builds(Money, DECIMALS, TEXTS, st.booleans(), TEXTS, TEXTS),
    st.builds(Quantity, DECIMALS, TEXTS, st.booleans(), TEXTS),
)
EVIDENCE = st.builds(Evidence, st.just("a"), st.integers(0), st.integers(0), TEXTS, TEXTS, st.floats(0, 1))
CLAIMS = st.builds(Claim, TEXTS, st.lists(st.builds(Argument, TEXTS, VALUES), max_size=4).map(tuple), EVIDENCE)
ARTICLES = st.builds(
    Article, st.just("a"), TEXTS, TEXTS, st.none() | DATES, TEXTS, TEXTS, TEXTS, TEXTS, original=TEXTS,
    segments=st.lists(st.builds(Segment, st.integers(0), st.integers(0), st.integers(0)), max_size=3).map(tuple),
)  # fmt: skip
EXTRACTIONS = st.builds(Extraction, ARTICLES, st.lists(MENTIONS, max_size=4).map(tuple), st.lists(CLAIMS, max_size=4).map(tuple))

PLAIN = Extraction(
    Article("a", "Poland bought jets."),
    (Mention("a", 0, 6, "Poland", "Country"),),
    (Claim("Purchase", (Argument("buyer", Mention("a", 0, 6, "Poland", "Country")),), Evidence("a", 0, 19, "…", "rule", 0.9)),),
)


@given(EXTRACTIONS)
@settings(max_examples=100, deadline=None)
def test_what_is_written_is_read_exactly_as_it_was(extraction: Extraction) -> None:
    again = read(written(Kept(extraction, "f")))
    assert renamed(again.extraction, "a", "") == renamed(extraction, "a", "")
    assert repr(renamed(again.extraction, "a", "")) == repr(renamed(extraction, "a", ""))  # 2.50 stays 2.50, which equality would not tell
    assert written(again) == written(Kept(extraction, "f"))


def test_each_record_is_a_line_of_plain_json_and_the_article_has_no_name() -> None:
    lines = [json.loads(line) for line in written(Kept(PLAIN, "f")).splitlines()]
    assert [line.get("") for line in lines] == [None, "Article", "Mention", "Claim"]
    assert lines[0]["format"] == 1 and '"a"' not in json.dumps(lines[1:])


def test_the_key_tells_contents_apart_and_no_names() -> None:
    article = PLAIN.article
    assert key_of(article) == key_of(replace(article, id="b"))
    assert key_of(article) != key_of(replace(article, headline="h")) != key_of(replace(article, text="t"))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b"Poland bought", b"Norway bought"),
        (b'"format": 1', b'"format": 9'),
        (b'"Article"', b'"os.system"'),
        (b"\n", b""),
        (b"Claim", b"Segment"),
    ],
)
def test_a_changed_file_is_refused(old: bytes, new: bytes) -> None:
    with pytest.raises(Damaged):
        read(written(Kept(PLAIN, "f")).replace(old, new))


@pytest.mark.parametrize("body", [b'{"":"Path","x":"/etc"}', b'{"":"Article"}', b'{"":"Mention"}', b"[]", b"{}", b"", b"[" * 9000, b"\xff"])
def test_only_records_of_ours_are_made_whatever_a_file_says(body: bytes) -> None:
    import hashlib

    head = json.dumps({"format": 1, "fingerprint": "", "sha256": hashlib.sha256(body).hexdigest()}).encode()
    with pytest.raises(Damaged):
        read(head + b"\n" + body)


def test_amounts_keep_every_digit() -> None:
    money = Money(Decimal("2.50E+9"), "USD")
    claim = replace(PLAIN.claims[0], arguments=(Argument("hasValue", money),))
    [again] = read(written(Kept(replace(PLAIN, claims=(claim,)), "f"))).extraction.claims
    assert str(again.values("hasValue")[0].amount) == "2.50E+9"  # type: ignore[union-attr]
