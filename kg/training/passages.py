"""Which passages have their facts written down, and how are they read? As articles are: without the dateline, which tells the place."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from kg.language.training.names import PASSAGES
from kg.language.training.passages import parse_passage
from kg.lexicon import Lexicon
from kg.model import Article
from kg.reading import without_dateline
from kg.training.labels import Facts
from kg.values import Date

FACTS = PASSAGES.with_name("news-facts")
DAY = Date(2026, 3, 14)  # on which all passages are read as published


def told_passages(facts: Path = FACTS, passages: Path = PASSAGES) -> Iterator[tuple[Facts, str]]:
    """The lines of all files of facts, each with the text of its passage, which lies beside them or among the passages."""
    for path in sorted(facts.glob("*.jsonl")):
        beside = path.with_suffix(".txt")
        lines = (beside if beside.exists() else passages / beside.name).read_text(encoding="utf-8").splitlines()
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            yield row, parse_passage(lines[int(row["id"].rpartition("-")[2]) - 1]).text


def file_of(facts: Facts) -> str:
    """The name of the file in which a passage's facts are written down."""
    return str(facts["id"]).rpartition("-")[0]


def article_of(facts: Facts, text: str, lexicon: Lexicon) -> Article:
    """A passage as an article of DAY."""
    behind, place = without_dateline(text, lexicon)
    return Article(str(facts["id"]), behind, published=DAY, place=place)


def behind_dateline(facts: Facts, text: str, behind: str) -> Facts:
    """Facts of a passage (text) as they are told without its dateline (behind): what only that one names is open."""
    cut = len(text) - len(behind)

    def part(name: str, value: Any) -> Any:
        if name == "evidence":
            at = text.find(value)
            return value if at < 0 or value in behind else text[cut : max(at + len(value), cut)]
        if isinstance(value, list):
            return [v for v in value if not named_there(v)]
        return None if value and named_there(value) else value

    def named_there(words: str) -> bool:
        return words in text and words not in behind

    def opened(fact: Facts) -> Facts:
        return {name: part(name, value) for name, value in fact.items()}

    return {name: value if isinstance(value, str) else [opened(fact) for fact in value] for name, value in facts.items()} if cut else facts
