"""Which mentions name one thing, and which claims tell of one event, across all articles?

`resolve` joins the mentions of all articles to entities and their claims to facts, and says why. What speaks for and against
two things being one, and how much, is one table for each kind in `policy.py`.
"""

from __future__ import annotations

from kg.resolution.clusters import Join
from kg.resolution.resolve import resolve
from kg.resolution.rulings import Contradiction

__all__ = ["Contradiction", "Join", "resolve"]
