from __future__ import annotations

import random
from pathlib import Path

from kg.language.training.passages import Marked, name_pool, named, parse_passage, read_passages, swap_names

LINE = "[TITLE|Minister] [PERSON|Ada Berg] of [GPE|Norway] met the [ORG|defence ministry]. [PERSON|Berg] left."


def names(marked: Marked) -> list[tuple[str, str]]:
    return [(marked.text[start:end], label) for start, end, label in marked.spans]


def test_marks_become_spans_of_the_bare_text() -> None:
    marked = parse_passage(LINE)
    assert marked.text == "Minister Ada Berg of Norway met the defence ministry. Berg left."
    assert names(marked)[:3] == [("Minister", "TITLE"), ("Ada Berg", "PERSON"), ("Norway", "GPE")]


def test_every_tenth_line_is_held_back_and_bodies_without_a_name_can_be_left_out(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("\n".join([LINE] * 9 + ["Dev [GPE|Oslo]."] + [LINE]), encoding="utf-8")
    assert [names(m) for m in read_passages(tmp_path, dev=True)] == [[("Oslo", "GPE")]]
    train = list(read_passages(tmp_path, dev=False))
    assert len(train) == 10
    assert ("defence ministry", "ORG") in names(train[0]) and ("defence ministry", "ORG") not in names(named(train[0]))


def test_a_swapped_surname_follows_its_full_name_and_titles_stay() -> None:
    marked = parse_passage(LINE)
    pool = name_pool([parse_passage("[PERSON|Ivo Maric] [GPE|Chad] [ORG|Acme]")])
    for seed in range(20):
        swapped = dict.fromkeys(names(swap_names(marked, pool, random.Random(seed))))
        assert ("Minister", "TITLE") in swapped
        assert (("Ivo Maric", "PERSON") in swapped) == (("Maric", "PERSON") in swapped)
