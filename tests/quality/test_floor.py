"""The sample stories are read at least as well as they were: a fall fails, a new floor is written on purpose."""

from __future__ import annotations

import json

import pytest

from tests.quality.measure import FLOOR, digest, measured


@pytest.mark.slow
def test_no_figure_falls_below_its_floor() -> None:
    floor = json.loads(FLOOR.read_text(encoding="utf-8"))
    assert floor["corpus"] == digest(), "the annotated stories changed: look at the figures, then python -m tests.quality.measure --write"
    now = measured()
    fallen = {
        f"{kind} {figure}": (value, now[kind][figure])
        for kind, figures in floor["figures"].items()
        for figure, value in figures.items()
        if now[kind][figure] < value
    }
    assert not fallen, f"(floor, now): {fallen}"


def test_the_changelog_shows_the_figures_of_the_floor() -> None:
    text = (FLOOR.parents[2] / "CHANGELOG.md").read_text(encoding="utf-8")
    for kind, figures in json.loads(FLOOR.read_text(encoding="utf-8"))["figures"].items():
        assert f"| {kind} | {figures['precision']} | {figures['recall']} |" in text
