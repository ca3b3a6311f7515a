"""What does the page know: every entity, relation, fact, quote and article, as columns of numbers and texts, each written once?"""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import asdict
from typing import Any

from pyvis.network import Network

from kg.exporters.html.clean import QUOTE_MOST, clean
from kg.exporters.html.kinds import in_order, look
from kg.exporters.html.network import waiting
from kg.exporters.html.record import conflicts, decisions, history, known
from kg.graph.view import EntityView, EvidenceView, FactView, Slot, SlotValue, View

ID_MOST = 2000  # characters of an identifier or address; longer ones are not of our making
Columns = dict[str, list[Any]]


class _Once:
    """Numbers things in the order met, so that a text or record used many times is written once."""

    def __init__(self) -> None:
        self.numbers: dict[Hashable, int] = {}
        self.cleaned: dict[str, int] = {}

    def __call__(self, thing: Hashable) -> int:
        return self.numbers.setdefault(thing, len(self.numbers))

    def clean(self, text: str) -> int:
        if text not in self.cleaned:
            self.cleaned[text] = self(clean(text))
        return self.cleaned[text]

    def list(self) -> list[Any]:
        return list(self.numbers)


def columns(view: View, net: Network) -> dict[str, Any]:
    """The data of the page; entities, facts, relations and articles are referred to by their place in the view.

    Keys: kinds, n (entities), l (drawn lines), r (relations), f (facts), ev (evidence), a (articles), dec (decisions), words (short
    texts), base (what all IRIs begin with), options.
    """
    words, evidence = _Once(), _Once()
    base = next((e.iri.removesuffix(e.id) for e in view.entities if e.iri.endswith(e.id)), "")
    number = {e.id: i for i, e in enumerate(view.entities)}
    fact_number = {f.id: i for i, f in enumerate(view.facts)}
    kinds = in_order({e.kind for e in view.entities})
    articles = {a.id: i for i, a in enumerate(view.articles)}
    facts = {"iri": [_iri(f, base) for f in view.facts], **_facts(view.facts, number, articles, words, evidence)}
    relations = {
        "s": [number[r.subject] for r in view.relations],
        "o": [number[r.target] for r in view.relations],
        "w": [words.clean(r.label) for r in view.relations],
        "f": [fact_number.get(r.fact, -1) for r in view.relations],
        "st": [words.clean(r.status) for r in view.relations],
        "d": [words.clean(r.date) for r in view.relations],
        "lit": [[words.clean(text) for text in r.literals] for r in view.relations],
        "inf": [words.clean(r.rule) if r.inferred else -1 for r in view.relations],
        "why": [words.clean(r.because) for r in view.relations],
        "ev": [[evidence(e) for e in r.evidence] for r in view.relations],
    }
    return {
        "kinds": [{"id": clean(kind), **asdict(look(clean(kind)))} for kind in kinds],
        "base": clean(base),
        "n": {"iri": [_iri(e, base) for e in view.entities], **_entities(view, net, kinds, articles)},
        "l": _lines(net, number),
        "r": relations,
        "f": facts,
        "ev": _evidence(evidence.list(), articles, words),
        "dec": decisions(view.decisions, words.clean, articles, number, fact_number),
        "a": {
            "t": [clean(a.headline) for a in view.articles],
            "p": [clean(a.publisher) for a in view.articles],
            "d": [clean(a.date) for a in view.articles],
            "u": [clean(a.url, ID_MOST) for a in view.articles],
            "id": [clean(a.id) for a in view.articles],
            "by": [clean(a.author) for a in view.articles],
            "copy": [articles.get(a.copy_of, -1) for a in view.articles],
        },
        "words": words.list(),
        "options": net.options,
    }


def _entities(view: View, net: Network, kinds: Sequence[str], articles: dict[str, int]) -> Columns:
    wait = waiting(view)
    return {
        "id": [clean(e.id, ID_MOST) for e in view.entities],
        "label": [clean(e.label) or clean(e.id) for e in view.entities],
        "kind": [kinds.index(e.kind) for e in view.entities],
        "names": [[clean(name) for name in e.names if name != e.label] for e in view.entities],
        "links": [[clean(link, ID_MOST) for link in e.links] for e in view.entities],
        "art": [known(e.articles, articles) for e in view.entities],
        "x": [node["x"] for node in net.nodes],
        "y": [node["y"] for node in net.nodes],
        "size": [node["size"] for node in net.nodes],
        "wait": [int(e.id in wait) for e in view.entities],
    }


def _iri(node: EntityView | FactView, base: str) -> str | int:
    """The IRI; 0 where it is the base and the id."""
    return 0 if node.iri == base + node.id else clean(node.iri)


def _lines(net: Network, number: dict[str, int]) -> Columns:
    return {
        "s": [number[e["from"]] for e in net.edges],
        "o": [number[e["to"]] for e in net.edges],
        "w": [e["width"] for e in net.edges],
        "arrow": [int(e["arrows"] == "to") for e in net.edges],
        "dash": [int(e["dashes"]) for e in net.edges],
    }


def _facts(facts: Sequence[FactView], number: dict[str, int], articles: dict[str, int], words: _Once, evidence: _Once) -> Columns:
    return {
        "id": [clean(f.id, ID_MOST) for f in facts],
        "kind": [words.clean(f.kind) for f in facts],
        "name": [words.clean(f.kind_label) for f in facts],
        "label": [clean(f.label) for f in facts],
        "slots": [[_slot(slot, number, words) for slot in f.slots] for f in facts],
        "st": [words.clean(f.status) for f in facts],
        "d": [words.clean(f.date) for f in facts],
        "hedge": [words.clean(f.hedge) for f in facts],
        "hist": [history(f.history, words.clean, articles) for f in facts],
        "split": [conflicts(f.conflicts, words.clean, articles) for f in facts],
        "clash": [[words.clean(sentence) for sentence in f.contradictions] for f in facts],
        "ev": [[evidence(e) for e in f.evidence] for f in facts],
    }


def _slot(slot: Slot, number: dict[str, int], words: _Once) -> list[Any]:
    """[property, label, values]; a value is an entity's number, a text, or [text, the words it was read from] where they differ."""
    values = [number[v.entity] if v.entity in number else _text(v) for v in slot.values]
    return [words.clean(slot.property), words.clean(slot.label), values]


def _text(value: SlotValue) -> str | list[str]:
    text, written = clean(value.text), clean(value.written)
    return [text, written] if written and written != text else text


def _evidence(all_evidence: Sequence[EvidenceView], articles: dict[str, int], words: _Once) -> Columns:
    return {
        "a": [articles.get(e.article.id, -1) for e in all_evidence],
        "q": [clean(e.quote, QUOTE_MOST) for e in all_evidence],
        "rule": [words.clean(e.rule) for e in all_evidence],
        "conf": [round(e.confidence, 3) for e in all_evidence],
        "by": [[clean(name) for name in e.said_by] for e in all_evidence],
        "hedge": [words.clean(e.hedge) for e in all_evidence],
        "said": [[words.clean(text) for text in e.stated] for e in all_evidence],
    }
