"""The stories that travel with the program: read whole, without their pages, and with facts that stand in them."""

import hashlib
import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

import kg
from kg import lexicon as words
from kg.model import Article
from kg.reading import find, read_text, shelved

SAMPLES = Path(kg.__file__).parent / "samples"
GOLDEN = Path(__file__).parent / "golden" / "samples"
RECORDS: list[dict[str, Any]] = [json.loads(line) for line in (GOLDEN / "articles.jsonl").read_text(encoding="utf-8").splitlines()]
ENTITIES: dict[str, dict[str, Any]] = json.loads((GOLDEN / "entities.json").read_text(encoding="utf-8"))
KINDS = ("roles", "deals", "deliveries")


@pytest.fixture(scope="module")
def articles() -> dict[str, Article]:
    lexicon = words.load()
    return {a.id: a for a in (read_text(path, lexicon) for path in find([SAMPLES]).files)}


def test_every_story_has_its_facts_and_the_other_way_round(articles: dict[str, Article]) -> None:
    assert sorted(articles) == [r["id"] for r in RECORDS]
    assert not shelved(articles.values()).repeated


@pytest.mark.parametrize("record", RECORDS, ids=lambda r: r["id"])
def test_facts_stand_in_the_cleaned_story(record: dict[str, Any], articles: dict[str, Article]) -> None:
    article = articles[record["id"]]
    assert (article.headline, article.published and article.published.iso) == (record["title"], record["published"])
    assert record["text_sha256"] == hashlib.sha256((SAMPLES / f"{article.id}.txt").read_bytes()).hexdigest()
    for kind in KINDS:
        for fact in record[kind]:
            assert fact["evidence"] in article.text


def test_every_name_is_explained() -> None:
    used = set()
    for record in RECORDS:
        for fact in (f for kind in KINDS for f in record[kind]):
            values = (v for value in fact.values() for v in (value if isinstance(value, list) else [value]))
            used |= {v for v in values if isinstance(v, str) and v[1:2] == ":" and v[:1] in "PCOSD"}
    assert used == set(ENTITIES)


def test_several_stories_tell_of_one_deal_and_one_person() -> None:
    deals = Counter(fact["deal"] for record in RECORDS for fact in {f["deal"]: f for f in record["deals"]}.values())
    people = Counter(person for record in RECORDS for person in {f["person"] for f in record["roles"]})
    assert sum(n > 1 for n in deals.values()) >= 5
    assert sum(n > 1 for n in people.values()) >= 3


def test_no_furniture_is_left(articles: dict[str, Article]) -> None:
    for article in articles.values():
        paragraphs = article.text.split("\n\n")
        assert len(paragraphs) >= 4
        assert all(p.endswith((".", "!", "?", "”", '"')) for p in paragraphs), article.id
        for gone in ("©", "cookie", "newsletter", "Related", "Read more", "minutes ago", "Photo", "FILE", "unsubscribe"):
            assert gone not in article.text, article.id
