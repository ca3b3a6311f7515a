"""Every row of the deal words fires on its own example and keeps silent on its counter."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg import lexicon
from kg.lexicon import FrameNoun, FramePhrase, FrameVerb, Row
from kg.model import Claim, Extraction

WORDS = lexicon.load()
ROWS: list[FrameVerb | FrameNoun | FramePhrase] = [row for frame in WORDS.frames for row in (*frame.verbs, *frame.nouns, *frame.phrases)]


def fired(claims: list[Claim], row: FrameVerb | FrameNoun | FramePhrase) -> list[Claim]:
    """Claims whose rule names the row's word."""
    return [c for c in claims if row.lemma in c.evidence.rule.split(".")]


def name(row: FrameVerb | FrameNoun | FramePhrase) -> str:
    return f"{type(row).__name__}-{row.lemma}-{getattr(row, 'particle', '')}"


@pytest.mark.parametrize("row", ROWS, ids=name)
def test_a_row_fires_on_its_example(row: FrameVerb | FrameNoun | FramePhrase, claims: Callable[..., list[Claim]]) -> None:
    found = claims(row.example)
    assert fired(found, row), f"{row.lemma} finds nothing in {row.example!r}, but {[c.evidence.rule for c in found]}"


@pytest.mark.parametrize("row", [r for r in ROWS if r.counter], ids=name)
def test_a_row_is_silent_on_its_counter(row: FrameVerb | FrameNoun | FramePhrase, claims: Callable[..., list[Claim]]) -> None:
    assert not fired(claims(row.counter), row), row.counter


@pytest.mark.parametrize("row", WORDS.status_words, ids=lambda r: f"{r.speech}-{r.lemma}-{r.particle}")
def test_a_word_of_status_gives_it_on_its_example(row: lexicon.StatusWord, claims: Callable[..., list[Claim]]) -> None:
    found = [c for c in claims(row.example) if c.kind != "RoleHolding"]
    assert row.status in {s for c in found for s in c.values("status")}, (row.example, [c.evidence.rule for c in found])


POSTS = [row for frame in WORDS.frames for row in frame.posts]


def held(claims: list[Claim]) -> set[object]:
    """The statuses of all posts that are stated."""
    return {s for c in claims if c.kind == "RoleHolding" for s in c.values("status")}


@pytest.mark.parametrize("row", POSTS, ids=lambda r: f"{r.lemma}-{r.particle}")
def test_a_verb_of_posts_states_one_on_its_example_only(row: lexicon.PostVerb, claims: Callable[..., list[Claim]]) -> None:
    assert {row.status, row.past, row.future} & held(claims(row.example)), row.example
    assert not held(claims(row.counter)), row.counter


@pytest.mark.parametrize("row", lexicon.load().table("not_names"), ids=lambda row: str(row["words"]))
def test_no_term_names_a_party(row: Row, extracted: Callable[..., Extraction]) -> None:
    assert row["words"] in row["example"].lower()
    assert not any(m.text.lower() in row["words"] for m in extracted(row["example"]).mentions)
