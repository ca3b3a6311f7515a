"""The sample stories are read at least as well as they were: a fall fails, a new floor is written on purpose."""

from __future__ import annotations

import json

import pytest

from tests.quality.floors import fallen
from tests.quality.measure import FLOOR, digest, measured


@pytest.mark.slow
def test_no_figure_falls_below_its_floor() -> None:
    below = fallen(FLOOR, digest(), measured(), "python -m tests.quality.measure")
    assert not below, f"(floor, now): {below}"


def test_the_changelog_shows_the_figures_of_the_floor() -> None:
    text = (FLOOR.parents[2] / "CHANGELOG.md").read_text(encoding="utf-8")
    for kind, figures in json.loads(FLOOR.read_text(encoding="utf-8"))["figures"].items():
        assert f"| {kind} | {figures['precision']} | {figures['recall']} |" in text
