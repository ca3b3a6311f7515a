"""What of a graph too large for a browser does the page hold?"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from kg.graph.view import View

ENTITIES_MOST = 50_000  # about 25 MB; beyond it browsers take many seconds to read the page, and small ones give up


def narrowed(view: View, most: int = ENTITIES_MOST) -> View:
    """The view with at most so many entities, the most connected; and with the relations, facts and decisions of those alone."""
    if len(view.entities) <= most:
        return view
    degree = Counter(end for r in view.relations if not r.inferred for end in (r.subject, r.target))
    kept = {e.id for e in sorted(view.entities, key=lambda e: (-degree[e.id], -len(e.articles), e.id))[:most]}
    gone = {e.id for e in view.entities} - kept
    facts = tuple(f for f in view.facts if not any(v.entity in gone for slot in f.slots for v in slot.values))
    left = kept | {f.id for f in facts}
    return replace(
        view,
        entities=tuple(e for e in view.entities if e.id in kept),
        facts=facts,
        relations=tuple(r for r in view.relations if r.subject in kept and r.target in kept),
        decisions=tuple(d for d in view.decisions if d.left.id in left or d.right.id in left),
    )
