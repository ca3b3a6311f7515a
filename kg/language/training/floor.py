"""Has a shipped model become worse? Its scores are kept beside the digest of the data they were measured on."""

from __future__ import annotations

import json
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

from kg.language.training.constructions import TABLE
from kg.language.training.evaluate import TREES, Scores, flat
from kg.language.training.names import PASSAGES
from kg.language.training.trees import NEWS_TREES

FLOOR = Path(__file__).with_name("floor.json")
TOLERANCE = 0.3  # points: other processors round other sums; an evaluation on the same one gives the same scores
SMALL = ("labels", "relations")  # keys of scores of few names or arcs, which swing too much to be watched
WATCHED_LABELS = ("PERSON f", "ORG f", "GPE f", "TITLE f", "SYSTEM f")


def digest(data: Path) -> str:
    """A fingerprint of all that is measured on: the treebanks, the corpora, the passages, the constructions."""
    own = [*sorted(NEWS_TREES.glob("*.conllu")), *sorted(PASSAGES.glob("*.txt")), TABLE]
    files = [data / TREES, *sorted(data.glob("ner-*.jsonl.xz")), *own]
    return sha256(b"".join(sha256(file.read_bytes()).digest() for file in files)).hexdigest()[:16]


def watched(scores: Scores) -> dict[str, float]:
    """The scores that must not fall: all but those of rare labels, speed and size."""
    return dict(_watched(scores))


def _watched(scores: Scores) -> Iterator[tuple[str, float]]:
    for name, value in flat(scores):
        keys = name.split()
        if keys[0] in ("speed", "size"):
            continue
        if not any(key in keys for key in SMALL) or (keys[:2] == ["names", "passages"] and name.endswith(WATCHED_LABELS)):
            yield name, value


def keep(model: str, scores: Scores, data: str) -> None:
    """Make these scores of a model the floor."""
    floors = read_floors()
    floors[model] = {"data": data, "scores": watched(scores)}
    FLOOR.write_text(json.dumps(floors, indent=1, sort_keys=True) + "\n", encoding="utf-8")


def fallen(model: str, scores: Scores, data: str) -> list[str]:
    """What is below the floor, in sentences; other data than the floor's is one such."""
    floor = read_floors().get(model)
    if floor is None:
        return [f"{model}: no floor yet; keep one with --raise-floor"]
    if floor["data"] != data:
        return [f"{model}: the floor was measured on other data ({floor['data']}, this is {data}); look at the scores, then --raise-floor"]
    now = watched(scores)
    return [
        f"{model}: {name} fell from {before} to {now.get(name, 0.0)}"
        for name, before in floor["scores"].items()
        if now.get(name, 0.0) < before - TOLERANCE
    ]


def read_floors() -> dict[str, Any]:
    """The kept floors by model; empty when there are none."""
    floors: dict[str, Any] = json.loads(FLOOR.read_text(encoding="utf-8")) if FLOOR.exists() else {}
    return floors
