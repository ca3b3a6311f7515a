"""What is drawn: entities with their places and sizes, one line per pair of related entities, as a pyvis network."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable
from operator import itemgetter

import numpy as np
from pyvis.network import Network

from kg.exporters.html.beside import place_beside
from kg.exporters.html.clean import clean
from kg.exporters.html.kinds import look
from kg.exporters.html.layout import place
from kg.graph.view import EntityView, RelationView, View

NAME_PX = 6.2  # average width of a character of a name at 12 px
NAME_CHARACTERS = 24  # room is kept for so many; longer names are drawn where there is room
NAMED_ALL, NAMED_MOST = 150, 1500  # up to so many entities room is kept for every name; above for those with two relations, of so many
CROWDED = 1000  # above so many drawn entities lines are hidden while the picture moves


def network(view: View) -> Network:
    """A directed pyvis network with positions given and physics off; node ids are the entity ids.

    It holds names but no tooltips: pyvis's own page may run script from a tooltip. Nodes and edges are set as lists because
    pyvis's add_node and add_edge search all earlier ones each time.
    """
    net = Network(directed=True, cdn_resources="in_line", height="100%")
    degree = Counter(end for r in view.relations if not r.inferred and r.subject != r.target for end in (r.subject, r.target))
    sizes = [size(degree[e.id]) for e in view.entities]
    pairs = _pairs(view)
    net.nodes = [
        {"id": e.id, "label": clean(e.label), "shape": look(e.kind).shape, "color": look(e.kind).color, "size": s, "x": x, "y": y}
        for e, s, (x, y) in zip(view.entities, sizes, _spots(view, degree, sizes, pairs), strict=True)
    ]
    net.node_ids = [e.id for e in view.entities]
    net.node_map = {node["id"]: node for node in net.nodes}
    net.edges = [_edge(pair, relations) for pair, relations in pairs.items()]
    net.options = _options(len(view.entities))
    return net


def with_names(net: Network, view: View) -> Network:
    """The network with the names of its relations on the lines, as pyvis's own page shows them."""
    pairs = _pairs(view)
    for edge, relations in zip(net.edges, pairs.values(), strict=True):
        edge["label"] = clean(" / ".join(dict.fromkeys(r.label for r in relations)))
    return net


def size(relations: int) -> float:
    """Radius in px of an entity with so many relations."""
    return round(min(24.0, max(5.0, 4 + 2.1 * math.sqrt(relations))), 1)


def waiting(view: View) -> dict[str, str]:
    """Entities not drawn at first, each with one it belongs to.

    Those whose lines are all inferred, which repeat what other lines say, and posts without a line: their fact's line bears their name.
    """
    stated = {end for r in view.relations if not r.inferred for end in (r.subject, r.target)}
    near: dict[str, str] = {}
    for relation in view.relations:
        for a, b in ((relation.subject, relation.target), (relation.target, relation.subject)):
            if a not in stated and b in stated:
                near.setdefault(a, b)
    posts = {e.id for e in view.entities if e.kind == "Role"} - stated - near.keys()
    for fact in view.facts:
        parties = [v.entity for slot in fact.slots for v in slot.values if v.entity]
        if party := next((p for p in parties if p in stated), ""):
            near.update((post, party) for post in sorted(posts.intersection(parties) - near.keys()))
    return dict(sorted(near.items()))


def _spots(view: View, degree: Counter[str], sizes: list[float], related: Iterable[tuple[str, str]]) -> list[tuple[int, int]]:
    least = 0 if len(view.entities) <= NAMED_ALL else 2
    named = {
        id for id, _ in sorted(((e.id, -degree[e.id]) for e in view.entities if degree[e.id] >= least), key=itemgetter(1, 0))[:NAMED_MOST]
    }
    boxes = [_box(e, s, e.id in named) for e, s in zip(view.entities, sizes, strict=True)]
    near = waiting(view)
    busy = {v.entity for f in view.facts for slot in f.slots for v in slot.values}
    drawn = sorted((i for i, e in enumerate(view.entities) if e.id not in near), key=lambda i: view.entities[i].id not in busy)
    index = {e.id: i for i, e in enumerate(view.entities)}
    order = {view.entities[i].id: place for place, i in enumerate(drawn)}
    pairs = [(order[a], order[b]) for a, b in related if a in order and b in order]
    points = np.zeros((len(boxes), 2))
    if drawn:
        points[drawn] = place([boxes[i] for i in drawn], pairs)
    placed = place_beside(points, np.array(boxes).reshape(-1, 2), {index[a]: index[b] for a, b in near.items()})
    return [(round(float(x)), round(float(y))) for x, y in placed]


def _pairs(view: View) -> dict[tuple[str, str], list[RelationView]]:
    """The relations of each related pair, in a fixed order."""
    pairs: dict[tuple[str, str], list[RelationView]] = {}
    for r in view.relations:
        if r.subject != r.target:
            pairs.setdefault((min(r.subject, r.target), max(r.subject, r.target)), []).append(r)
    return dict(sorted(pairs.items()))


def _box(entity: EntityView, radius: float, named: bool) -> tuple[float, float]:
    """Half width and height: the dot and, where it counts, half of its name, which stands beside, above or below it."""
    if not named:
        return radius + 4, radius + 4
    return radius + 8 + min(len(entity.label), NAME_CHARACTERS) * NAME_PX / 2, radius + 11


def _edge(pair: tuple[str, str], relations: list[RelationView]) -> dict[str, object]:
    """One drawn line; an arrow only where all its relations point one way; dashed where all of them are inferred."""
    ways = {r.subject for r in relations}
    source, target = pair if pair[0] in ways else (pair[1], pair[0])
    width = round(min(6.0, 0.8 + 0.9 * math.log2(len(relations))), 2)
    arrows = "to" if len(ways) == 1 else ""
    return {"from": source, "to": target, "width": width, "arrows": arrows, "dashes": all(r.inferred for r in relations)}


def _options(count: int) -> dict[str, object]:
    busy = count > CROWDED
    return {
        "physics": {"enabled": False},
        "layout": {"improvedLayout": False},
        "interaction": {"hover": True, "keyboard": False, "hideEdgesOnDrag": busy, "hideEdgesOnZoom": busy, "selectConnectedEdges": False},
        "edges": {"smooth": False, "arrows": {"to": {"scaleFactor": 0.45}}, "hoverWidth": 0, "selectionWidth": 0, "chosen": False},
        "nodes": {"chosen": False, "borderWidth": 0},
    }
