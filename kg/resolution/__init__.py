"""Which mentions name one thing, and which claims tell of one event, across all articles?

`resolve` joins the mentions of all articles to entities and their claims to facts, and says why. The policies, each a table
of comparisons with weights, are at `people.person_policy`, `organizations.organization_policy`, `systems.system_policy` and
`deals.deal_policy`.
"""

from __future__ import annotations

from kg.resolution.resolve import resolve

__all__ = ["resolve"]
