"""What of a graph does the page hold: all of it, what lies around one entity, what was told since a day, or the most connected?"""

from __future__ import annotations

import difflib
import logging
from collections import Counter
from collections.abc import Set
from dataclasses import replace
from typing import TypedDict

from kg.graph import UnknownNode
from kg.graph.view import EntityView, View
from kg.values import Date

log = logging.getLogger(__name__)

ENTITIES_MOST = 50_000  # beyond it browsers take many seconds to read the page, and small ones give up
STEPS = 2  # along the lines, from the entity that is asked for: as far as Focus goes on the page
SUGGESTIONS = 5


class Part(TypedDict, total=False):
    """What of the graph is asked for; by default all of it.

    around: an entity by IRI, id or any of its names; it and what two steps along its relations reach. since: "2022", "2022-08" or
    "2022-08-26"; what articles published then or later tell, and articles of unknown date. top: how many entities at most, the most
    connected.
    """

    top: int | None
    around: str
    since: str


def part(view: View, *, top: int | None = None, around: str = "", since: str = "") -> View:
    """The part of the view that is asked for, see Part; never more than ENTITIES_MOST entities, with a warning where none was asked for.

    Raises UnknownNode when nothing, or more than one entity, goes by the name `around`, ValueError when `since` is no date.
    """
    if since:
        view = _told_since(view, Date.parse(since).iso)
    if around:
        view = _only(view, _near(view, _named(view, around)))
    most = min(top or ENTITIES_MOST, ENTITIES_MOST)
    if top is None and len(view.entities) > most:
        log.warning(
            "the page holds the %d most connected of %d entities; `kg page` takes others: --around an entity, --since a day",
            most,
            len(view.entities),
        )
    return narrowed(view, most)


def narrowed(view: View, most: int = ENTITIES_MOST) -> View:
    """The view with at most so many entities, the most connected; and with the relations, facts and decisions of those alone."""
    if len(view.entities) <= most:
        return view
    degree = Counter(end for r in view.relations if not r.inferred for end in (r.subject, r.target))
    return _only(view, {e.id for e in sorted(view.entities, key=lambda e: (-degree[e.id], -len(e.articles), e.id))[:most]})


def _only(view: View, kept: Set[str]) -> View:
    """The view of these entities, with the facts that name no other, and the articles that tell of either."""
    gone = {e.id for e in view.entities} - kept
    facts = tuple(f for f in view.facts if not any(v.entity in gone for slot in f.slots for v in slot.values))
    left = kept | {f.id for f in facts}
    entities = tuple(e for e in view.entities if e.id in kept)
    cited = {a for e in entities for a in e.articles} | {e.article.id for f in facts for e in f.evidence}
    return replace(
        view,
        entities=entities,
        facts=facts,
        relations=tuple(r for r in view.relations if r.subject in kept and r.target in kept),
        articles=tuple(a for a in view.articles if a.id in cited),
        decisions=tuple(d for d in view.decisions if d.left.id in left or d.right.id in left),
    )


def _near(view: View, centre: EntityView) -> set[str]:
    """The entity, those within so many steps, and whatever else the facts between those name."""
    reached = {centre.id}
    for _ in range(STEPS):
        reached |= {end for r in view.relations if r.subject in reached or r.target in reached for end in (r.subject, r.target)}
    between = {r.fact for r in view.relations if r.subject in reached and r.target in reached}
    return reached | {v.entity for f in view.facts if f.id in between for slot in f.slots for v in slot.values if v.entity}


def _named(view: View, name: str) -> EntityView:
    """The one entity of this IRI or id, else of this label, else of this other name, upper and lower case alike."""
    wanted = name.casefold()
    for hits in (
        [e for e in view.entities if name in (e.iri, e.id)],
        [e for e in view.entities if e.label.casefold() == wanted],
        [e for e in view.entities if wanted in (n.casefold() for n in e.names)],
    ):
        if len(hits) == 1:
            return hits[0]
        if hits:
            raise UnknownNode(f"{name!r} may be {', '.join(e.id for e in hits)}; ask for one of these")
    known = {n.casefold(): n for e in view.entities for n in e.names}
    near = [known[n] for n in difflib.get_close_matches(wanted, known, n=SUGGESTIONS)]
    raise UnknownNode(f"no entity is called {name!r}" + (f"; nearest: {', '.join(near)}" if near else ""))


def _told_since(view: View, since: str) -> View:
    told = {a.id for a in view.articles if a.date[: len(since)] >= since[: len(a.date)]}  # as far as both dates are precise
    facts = tuple(f for f in view.facts if any(e.article.id in told for e in f.evidence))
    ids = {f.id for f in facts}
    relations = tuple(r for r in view.relations if not r.fact or r.fact in ids)
    parties = {v.entity for f in facts for slot in f.slots for v in slot.values}
    kept = {e.id for e in view.entities if e.id in parties or told.intersection(e.articles)}
    return _only(replace(view, facts=facts, relations=relations), kept)
