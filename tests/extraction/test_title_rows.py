"""The rows of titles.tsv, tried on their own sentences: nearly all examples give the post, no counter does."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.lexicon import Lexicon, Title
from kg.model import Claim

# pytest -s prints the share: 0.944 when this was written. What is missed is mostly "Chief of the X NAME".
LEAST = 0.94


def gives(row: Title, text: str, words: Lexicon, claims: Callable[..., list[Claim]]) -> bool:
    """Whether somebody in the text holds the row's post."""
    wanted = words.title_variants(row.words)
    titles = [words.title_variants(str(t)) for c in claims(text, "RoleHolding") for t in c.values("title")]
    return any(wanted in t for t in titles)


@pytest.mark.slow
def test_nearly_every_title_is_found_in_its_example(words: Lexicon, claims: Callable[..., list[Claim]]) -> None:
    missed = [r.words for r in words.titles if not gives(r, r.example, words, claims)]
    share = 1 - len(missed) / len(words.titles)
    print(f"{share:.3f} of {len(words.titles)} titles")
    assert share >= LEAST, missed


def test_no_title_is_found_in_its_counter(words: Lexicon, claims: Callable[..., list[Claim]]) -> None:
    assert [r.words for r in words.titles if r.counter and gives(r, r.counter, words, claims)] == []
