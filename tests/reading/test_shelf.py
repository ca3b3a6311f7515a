import tracemalloc
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from kg.model import Article, Segment
from kg.reading import shelved
from kg.values import Date

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


LONG = (
    "Norway has ordered five frigates from the Fjordline shipyard for 3.1 billion euros, the defence minister said on Tuesday. "
    + " ".join(f"Sentence number {n} says something else about ship {n * 7} and its crew of {n * 3} sailors." for n in range(20))
)
UPDATE = LONG + " The finance minister later said that the money for the last two ships is not there yet."


def test_one_text_of_two_publishers_is_kept_with_both_as_one_voice() -> None:
    found = shelved(
        [
            Article("b", LONG, publisher="Post", published=Date(2023, 5, 9)),
            Article("a", LONG, publisher="Herald", published=Date(2023, 5, 10)),
        ]
    )
    assert [(a.id, a.copy_of) for a in found] == [("a", "b"), ("b", "")]
    assert found.repeated == ()


def test_one_text_of_one_publisher_is_left_out_wherever_it_lies() -> None:
    found = shelved([Article("b", LONG, publisher="Post"), Article("a", LONG, publisher="post "), Article("c", LONG)])
    assert [(a.id, a.copy_of) for a in found] == [("a", "")]
    assert found.repeated == (("b", "a"), ("c", "a"))


def test_an_update_is_a_copy_of_what_came_first_and_both_texts_stay() -> None:
    found = shelved([Article("new", UPDATE, published=Date(2023, 5, 10)), Article("old", LONG, published=Date(2023, 5, 9))])
    assert [(a.id, a.copy_of, a.text) for a in found] == [("new", "old", UPDATE), ("old", "", LONG)]


def test_a_chain_of_copies_has_one_first() -> None:
    third = UPDATE + " Work begins in Bergen in the spring, the shipyard said in a statement of its own."
    found = shelved([Article(n, t, published=Date(2023, 5, d)) for n, t, d in (("c", third, 11), ("a", UPDATE, 10), ("b", LONG, 9))])
    assert {a.id: a.copy_of for a in found} == {"a": "b", "b": "", "c": "b"}


def test_follow_ups_and_short_stories_of_one_template_stay_themselves() -> None:
    background = " ".join(LONG.split()[-120:])
    other = " ".join(
        f"A quite different report, line {n}, tells of harbour {n * 11} and its {n * 5} cranes in the north." for n in range(20)
    )
    texts = [LONG, f"{other} {background}", "Peru won the toss and chose to bat in Lima.", "Chile won the toss and chose to bat in Lima."]
    assert [a.copy_of for a in shelved(Article(str(i), t) for i, t in enumerate(texts))] == [""] * 4


def test_ids_stay_unique_whatever_records_call_themselves() -> None:
    first = shelved([Article("a", "x."), Article("a", "y.")])
    trap = next(a.id for a in first)
    found = shelved([Article("a", "x."), Article("a", "y."), Article(trap, "z."), Article("\ud800", "v."), Article("", "w.")])
    assert len({a.id for a in found}) == len(found) == 5


def test_memory_does_not_grow_with_the_number_of_articles() -> None:
    def taken(count: int) -> int:
        tracemalloc.start()
        shelf = shelved(Article(f"{i}", f"Story {i}: " + "a minister said so. " * 40, original="x" * 5_000) for i in range(count))
        total = sum(len(a.text) for a in shelf)
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        assert total > 800 * count
        return peak

    taken(10)
    assert taken(2_000) < taken(200) + 1_000_000  # the texts alone are 12 million characters


PLEA = "Our reporters work through the night so that you know first; please support them with a few euros."


TOWNS = ("Bergen", "Gdynia", "Split", "Cadiz", "Izmir", "Odesa")


def of_site(count: int, sender: str = "Post") -> list[Article]:
    cranes = [" ".join(f"crane{i * j} of {town}{j}" for j in range(1, 12)) for i, town in enumerate(TOWNS, 1)]
    texts = [f"A harbour with {cranes[i]}.\n\nIt is {TOWNS[i]}.\n\n{PLEA}" for i in range(count)]
    return [Article(f"{i}", text, publisher=sender) for i, text in enumerate(texts)]


def test_what_a_site_repeats_below_its_stories_stays_in_one_of_them() -> None:
    found = list(shelved(of_site(6)))
    assert [PLEA in a.text for a in found] == [True] + [False] * 5
    assert found[3].text.endswith("\n\nIt is Cadiz.")


def test_what_few_stories_or_several_sites_say_alike_stays() -> None:
    assert all(PLEA in a.text for a in shelved(of_site(4)))
    assert all(PLEA in a.text for a in shelved([replace(a, publisher=f"Paper {a.id}") for a in of_site(6)]))
    assert all(PLEA in a.text for a in shelved(of_site(6, sender="")))


def test_a_repeated_paragraph_within_a_story_stays_and_so_does_a_text_that_is_nothing_else() -> None:
    middle = [
        replace(a, text="\n\n".join([f"First {a.id}.", f"Second {a.id}.", PLEA, f"A {a.id}.", f"B {a.id}.", f"C {a.id}."]))
        for a in of_site(6)
    ]
    assert all(PLEA in a.text for a in shelved(middle))
    assert all(a.text for a in shelved([replace(a, text=f"{PLEA}\n\n{PLEA} {a.id}") for a in of_site(6)]))


def test_segments_still_hold_when_a_paragraph_is_cut() -> None:
    texts = [replace(a, original=a.text, segments=(Segment(0, 0, len(a.text)),)) for a in of_site(6)]
    for a in shelved(texts):
        assert all(a.text[s.start : s.start + s.length] == a.original[s.original : s.original + s.length] for s in a.segments)
        assert a.segments[-1].start + a.segments[-1].length == len(a.text)


def test_a_text_of_no_known_sender_stays_only_where_nobody_else_has_it() -> None:
    found = shelved([Article("a", LONG), Article("b", LONG, publisher="Post"), Article("c", LONG, publisher="Herald")])
    assert [(a.id, a.copy_of) for a in found] == [("b", ""), ("c", "b")]
    assert found.repeated == (("a", "b"),)
