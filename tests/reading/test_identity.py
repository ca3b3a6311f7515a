from hypothesis import given
from hypothesis import strategies as st

from kg.model import Article
from kg.reading import identify

TEXTS = st.sampled_from(["x.", "y.", "z.", ""])
ARTICLES = st.lists(st.builds(Article, id=st.sampled_from("abc"), text=TEXTS, headline=st.sampled_from("hk")))


def test_different_ids_stay() -> None:
    found = identify([Article("b", "y."), Article("a", "x.")])
    assert [a.id for a in found.articles] == ["a", "b"]
    assert found.duplicates == ()


def test_one_id_for_two_texts_is_told_apart_by_both() -> None:
    found = identify([Article("a", "x."), Article("a", "y.")])
    ids = [a.id for a in found.articles]
    assert len(set(ids)) == 2 and all(i.startswith("a-") and len(i) == 10 for i in ids)
    assert {a.text: a.id for a in found.articles} == {a.text: a.id for a in identify([Article("a", "y."), Article("a", "x.")]).articles}


def test_one_text_is_kept_once_under_the_smallest_id() -> None:
    found = identify([Article("b", "x."), Article("a", "x."), Article("a", "x.")])
    assert [a.id for a in found.articles] == ["a"]
    assert found.duplicates == (("a", "a"), ("b", "a"))


@given(ARTICLES)
def test_order_does_not_matter_and_nothing_is_lost(articles: list[Article]) -> None:
    found = identify(articles)
    assert found == identify(reversed(articles)) == identify(sorted(articles, key=lambda a: (a.headline, a.text, a.id)))
    assert {a.text for a in found.articles} == {a.text for a in articles}
    assert len({a.id for a in found.articles}) == len(found.articles)
    assert len(found.articles) + len(found.duplicates) == len(articles)
