"""What does the panel tell of a fact or an entity beyond its slots: what changed, who disagrees, who decided what is one thing?"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from kg.exporters.html.clean import QUOTE_MOST, clean
from kg.graph.view import ConflictView, DecisionView, SideView, StepView

Number = Callable[[str], int]  # of a short text in the page's list of words
Numbers = Mapping[str, int]  # of an article, entity or fact by its id


def history(steps: Sequence[StepView], word: Number, articles: Numbers) -> list[list[Any]]:
    """[status, date, first told, [articles]] for each status, the earliest first."""
    return [[word(s.status), word(s.date), word(s.reported), known(s.articles, articles)] for s in steps]


def conflicts(found: Sequence[ConflictView], word: Number, articles: Numbers) -> list[list[Any]]:
    """[property, label, [[value, whether the fact shows it, [articles]], …]] for each property that sources disagree on."""
    return [
        [word(c.property), word(c.label), [[word(s.text), int(s.preferred), known(s.articles, articles)] for s in c.stated]] for c in found
    ]


def decisions(found: Sequence[DecisionView], word: Number, articles: Numbers, entities: Numbers, facts: Numbers) -> dict[str, list[Any]]:
    """Columns of decisions; a side is [entity's number or -1, fact's number or -1, name, article's number or -1]."""

    def side(one: SideView) -> list[Any]:
        return [entities.get(one.id, -1), facts.get(one.id, -1), clean(one.name, QUOTE_MOST), articles.get(one.article, -1)]

    return {
        "l": [side(d.left) for d in found],
        "r": [side(d.right) for d in found],
        "same": [int(d.same) for d in found],
        "score": [round(d.score, 3) for d in found],
        "why": [clean(d.reason, QUOTE_MOST) for d in found],
        "found": [[word(f) for f in d.findings] for d in found],
        "doubt": [int(d.uncertain) for d in found],
        "by": [word(d.by) for d in found],
    }


def known(ids: Sequence[str], numbers: Numbers) -> list[int]:
    """Numbers of those that the page has."""
    return [numbers[i] for i in ids if i in numbers]
