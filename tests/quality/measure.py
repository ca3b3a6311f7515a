"""How well are annotated stories read? Precision and recall of roles, purchases and deliveries, each article built alone.

Run `python -m tests.quality.measure` to print the figures of the sample stories, with `--write` to make them the new floor.
"""

from __future__ import annotations

import hashlib
import json
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from kg import lexicon
from kg.extraction import extract
from kg.language import annotate, load
from kg.language.slots import SlotNetwork
from kg.model import Article, Entity, Extraction, Fact, Ref, Resolution
from kg.reading import read_text
from kg.resolution import resolve

ROOT = Path(__file__).resolve().parents[2]
GOLD = ROOT / "tests" / "golden" / "samples"
TEXTS = ROOT / "kg" / "samples"
FLOOR = Path(__file__).with_name("floor.json")


def digest() -> str:
    """The SHA-256 of the annotated texts and their annotation: floors hold for these only."""
    files = [*sorted(TEXTS.glob("*.txt")), GOLD / "articles.jsonl", GOLD / "entities.json"]
    return hashlib.sha256(b"".join(f.read_bytes() for f in files)).hexdigest()


def measured() -> dict[str, dict[str, float]]:
    """Precision and recall by kind of fact, over all sample stories."""
    words, nlp, network = lexicon.load(), load(), SlotNetwork()
    names = {id: {plain(n) for n in [e["label"], *e["names"]]} for id, e in json.loads((GOLD / "entities.json").read_text()).items()}
    counts: dict[str, list[int]] = {}
    for line in (GOLD / "articles.jsonl").read_text(encoding="utf-8").splitlines():
        gold = json.loads(line)
        article = read_text(TEXTS / f"{gold['id']}.txt", words)
        found = resolve([taken(article, nlp, words, network)], words)
        for kind, wanted, got in compared(gold, found):
            tally = counts.setdefault(kind, [0, 0, 0])
            right, left = 0, list(got)
            for facts in wanted:
                hit = next((g for g in left if all(agrees(w, v, names) for w, v in zip(facts, g, strict=True))), None)
                if hit is not None:
                    left.remove(hit)
                    right += 1
            for i, n in enumerate((right, len(got), len(wanted))):
                tally[i] += n
    return {kind: {"precision": ratio(r, g), "recall": ratio(r, w)} for kind, (r, g, w) in sorted(counts.items())}


def taken(article: Article, nlp: Any, words: lexicon.Lexicon, network: SlotNetwork) -> Extraction:
    """What one article states."""
    return extract(annotate(article, nlp, words), article, words, network)


def ratio(part: int, whole: int) -> float:
    """A share to three places, 1 for nothing of nothing."""
    return round(part / whole, 3) if whole else 1.0


def plain(name: str) -> str:
    """A name as it is compared."""
    return " ".join(lexicon.word_key(name).removeprefix("the ").split())


def agrees(wanted: str | None, got: Iterable[str], names: dict[str, set[str]]) -> bool:
    """Whether one of the names found is one of the wanted entity's; an open slot wants nothing."""
    return wanted is None or bool((names.get(wanted) or {plain(wanted)}) & {plain(n) for n in got})


def compared(gold: dict[str, Any], found: Resolution) -> Iterable[tuple[str, list[tuple[Any, ...]], list[tuple[Any, ...]]]]:
    """(kind, wanted facts, found facts), each fact as its slots in one order."""
    entities = {e.id: e for e in found.entities}
    kinds = {k: [f for f in found.facts if f.kind == k] for k in ("RoleHolding", "Delivery")}
    deals = [f for f in found.facts if f.kind not in kinds]
    roles = [(r["person"], r["title"].lower(), r["of"]) for r in gold["roles"]]
    yield "role", roles, [(named(f, "holder", entities), lowered(f), named(f, "of", entities)) for f in kinds["RoleHolding"]]
    pairs = [(b, s) for d in gold["deals"] for b in d["buyer"] for s in d["system"]]
    yield "purchase", pairs, [(named(f, "buyer", entities), named(f, "system", entities)) for f in deals]
    moves = [(d["system"], d["to"]) for d in gold["deliveries"]]
    yield "delivery", moves, [(named(f, "system", entities), named(f, "to", entities)) for f in kinds["Delivery"]]


def named(fact: Fact, slot: str, entities: dict[str, Entity]) -> list[str]:
    """Every name of what fills a slot."""
    return [n for v in fact.values(slot) if isinstance(v, Ref) for n in entities[v.id].names]


def lowered(fact: Fact) -> list[str]:
    """The titles of a role holding."""
    return [str(t).lower() for t in fact.values("title")]


if __name__ == "__main__":
    figures = measured()
    print(json.dumps(figures, indent=1))
    if "--write" in sys.argv:
        FLOOR.write_text(json.dumps({"corpus": digest(), "figures": figures}, indent=1) + "\n", encoding="utf-8")
