"""Which verbs put people into posts, keep them there or take them out of them?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from kg.lexicon import Lexicon


@dataclass(frozen=True, slots=True)
class RoleVerb:
    """A row of role_verbs.yml."""

    lemma: str
    particle: str
    holder: str
    links: frozenset[str]
    status: str
    future: str = ""
    title: str = ""
    clause: str = "any"
    other: str = ""
    past: str = ""


def role_verbs(lexicon: Lexicon) -> Mapping[str, tuple[RoleVerb, ...]]:
    """Rows of role_verbs.yml by lemma, those with a particle first."""
    rows: list[dict[str, Any]] = lexicon.document("role_verbs")
    verbs = [RoleVerb(r["lemma"], r.get("particle", ""), r["holder"], frozenset(r["links"]), r["status"], r.get("future", ""),
                      r.get("title", ""), r.get("clause", "any"), r.get("other", ""), r.get("past", "")) for r in rows]  # fmt: skip
    found: dict[str, tuple[RoleVerb, ...]] = {}
    for v in sorted(verbs, key=lambda v: not v.particle):
        found[v.lemma] = (*found.get(v.lemma, ()), v)
    return found
