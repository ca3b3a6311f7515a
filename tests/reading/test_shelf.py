from hypothesis import given
from hypothesis import strategies as st

from kg.model import Article
from kg.reading import shelved

TEXTS = st.sampled_from(["x.", "y.", "z.", ""])
ARTICLES = st.lists(st.builds(Article, id=st.sampled_from("abc"), text=TEXTS, headline=st.sampled_from("hk")))


def test_different_ids_stay() -> None:
    found = shelved([Article("b", "y."), Article("a", "x.")])
    assert [a.id for a in found] == ["a", "b"]
    assert found.repeated == ()


def test_one_id_for_two_texts_is_told_apart_by_both() -> None:
    found = shelved([Article("a", "x."), Article("a", "y.")])
    ids = [a.id for a in found]
    assert len(set(ids)) == 2 and all(i.startswith("a-") and len(i) == 10 for i in ids)
    assert {a.text: a.id for a in found} == {a.text: a.id for a in shelved([Article("a", "y."), Article("a", "x.")])}


def test_one_text_is_kept_once_under_the_smallest_id() -> None:
    found = shelved([Article("b", "x."), Article("a", "x."), Article("a", "x.")])
    assert [a.id for a in found] == ["a"]
    assert found.repeated == (("a", "a"), ("b", "a"))


@given(ARTICLES)
def test_order_does_not_matter_and_nothing_is_lost(articles: list[Article]) -> None:
    found = shelved(articles)
    for other in (shelved(reversed(articles)), shelved(sorted(articles, key=lambda a: (a.headline, a.text, a.id)))):
        assert (list(found), found.repeated) == (list(other), other.repeated)
    assert {a.text for a in found} == {a.text for a in articles}
    assert len({a.id for a in found}) == len(found)
    assert len(found) + len(found.repeated) == len(articles)
