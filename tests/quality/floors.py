"""Which figures of a quality measure have fallen below the floor that is kept beside it?"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

Figures = Mapping[str, Mapping[str, float]]


def fallen(floor: Path, digest: str, now: Figures, command: str) -> dict[str, tuple[float, float]]:
    """Figures below the floor, as (floor, now); fails where the annotated texts are no longer those of the floor."""
    kept = json.loads(floor.read_text(encoding="utf-8"))
    assert kept["corpus"] == digest, f"the annotated texts changed: look at the figures, then {command} --write"
    return {
        f"{kind} {figure}": (value, now[kind][figure])
        for kind, figures in kept["figures"].items()
        for figure, value in figures.items()
        if now[kind][figure] < value
    }
