"""How is a graph kept in a folder so that SPARQL answers at once, and never half written?

Each state of the graph is an Oxigraph store in a folder of its own below `graphs/`; the file `graph.json` names the one that counts.
Its default graph has everything, so that no query has to unite graphs; what each article tells, what was decided and what each rule
gave stands in a named graph besides. A new state is written beside the old one and the file then put in place in one step, so a reader
finds one or the other, whole.
"""

from __future__ import annotations

import json
import os
import shutil
from contextlib import suppress
from itertools import chain
from pathlib import Path
from typing import Any

import pyoxigraph as ox

from kg.graph.knowledge_graph import KnowledgeGraph

POINTER = "graph.json"
STATES = "graphs"
FORMAT = 2  # in 1, the default graph had no more than what was merged


class NoGraph(Exception):
    """A folder holds no graph, or one that this program cannot read; the message says why."""


def keep(graph: KnowledgeGraph, folder: Path) -> None:
    """Write the graph into the folder of a store, in place of the one there. For one process at a time. Raises OSError."""
    states = folder / STATES
    states.mkdir(parents=True, exist_ok=True)
    name = f"{1 + max((int(p.name) for p in states.iterdir() if p.name.isdigit()), default=0):06d}"
    try:
        _fill(states / name, graph)
        _point(folder, {"format": FORMAT, "graph": name, "base": graph.ontology.base})
    except BaseException:
        shutil.rmtree(states / name, ignore_errors=True)
        raise
    for old in states.iterdir():
        if old.name != name:
            shutil.rmtree(old, ignore_errors=True)  # one that a reader still holds stays readable for it


def is_kept(folder: Path) -> bool:
    """Whether the folder is a store that holds a graph."""
    return (folder / POINTER).is_file()


def state(folder: Path) -> tuple[Path, str]:
    """The folder of the graph that counts now, and the base of its data. Raises NoGraph."""
    try:
        told: Any = json.loads((folder / POINTER).read_bytes())
        if told["format"] != FORMAT:
            raise NoGraph(f"{folder} has a graph of format {told['format']}; this kg knows format {FORMAT}: kg build --store makes it anew")
        if not str(told["graph"]).isdigit():
            raise ValueError("it names no state of the graph")
        return folder / STATES / told["graph"], str(told["base"])
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise NoGraph(f"{folder / POINTER} cannot be read: {error}") from error


def opened(folder: Path) -> ox.Store:
    """The graph that counts now, for reading; it may be changed by another process meanwhile. Raises NoGraph."""
    last = ""
    for _ in range(3):  # between reading the name and opening, a writer may have put a new state in place
        path, _base = state(folder)
        try:
            return ox.Store.read_only(str(path))
        except (OSError, ValueError) as error:
            last = str(error)
    raise NoGraph(f"the graph of {folder} cannot be opened: {last}")


def _fill(path: Path, graph: KnowledgeGraph) -> None:
    store = ox.Store(str(path))
    named = (q for q in graph.quads() if q.graph_name != ox.DefaultGraph())
    store.bulk_extend(chain((ox.Quad(*t) for t in graph.triples()), named))
    store.flush()


def _point(folder: Path, told: dict[str, Any]) -> None:
    draft = folder / f".draft-{POINTER}"
    try:
        with draft.open("wb") as file:
            file.write(json.dumps(told).encode() + b"\n")
            file.flush()
            os.fsync(file.fileno())
        draft.replace(folder / POINTER)
    finally:
        with suppress(OSError):
            draft.unlink(missing_ok=True)
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
