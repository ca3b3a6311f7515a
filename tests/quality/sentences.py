"""How well are sentences read that no rule was written for? Precision, recall and F1 by kind of fact and slot, found-rate by category,
and how far what is stated of confidence holds.

Run `python -m tests.quality.sentences` to print the figures; `--only roles` reads one file, `--write` makes the figures the new
floor. `--errors` lists each miss and each wrong fact of the odd-numbered texts; those of the even-numbered are kept back, so that a
rule made for what was seen is told from one that holds for more. The texts are in `sentences/`; `matching.py` judges slots.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeAlias

import yaml

from kg import lexicon
from kg.extraction import extract
from kg.language import annotate, load
from kg.language.slots import SlotNetwork
from kg.model import Article, Fact, Ref, Resolution
from kg.reading.dateline import read_dateline
from kg.reading.furniture import Furniture
from kg.resolution import resolve
from kg.training.confidence import bands, in_words
from kg.training.judged import IDENTIFYING
from kg.values import Date, Quantity
from tests.quality.matching import Found, alternatives, same

FOLDER = Path(__file__).with_name("sentences")
FLOOR = Path(__file__).with_name("sentences_floor.json")
FILES = ("roles", "deals", "deliveries")
SLOTS = {
    "role": ("holder", "title", "of", "status"),
    "deal": ("buyer", "seller", "system", "quantity", "value", "date", "status"),
    "delivery": ("system", "to", "from", "quantity", "start", "end", "status"),
}
BESIDE = {"role": (), "deal": ("kind", "unit"), "delivery": ()}  # shown, not in the sum
WEIGHT = {"system": 2.0, "value": 2.0, "buyer": 1.5, "to": 1.5, "holder": 2.0}
PROPERTIES = {"value": "hasValue", "date": "hasDate"}
KIND = {"RoleHolding": "role", "Delivery": "delivery"}

Wanted: TypeAlias = dict[str, list[str]]
Told: TypeAlias = dict[str, list[Found]]
Row: TypeAlias = tuple[Wanted | None, Told | None]


@dataclass
class Counts:
    """Right, wrong and missed, by name; and by category what was wanted, found, wholly right and wrong."""

    slots: dict[str, list[int]] = field(default_factory=lambda: defaultdict(lambda: [0, 0, 0]))
    categories: dict[str, list[int]] = field(default_factory=lambda: defaultdict(lambda: [0, 0, 0, 0]))
    errors: list[str] = field(default_factory=list)
    stated: dict[str, list[tuple[float, bool]]] = field(default_factory=lambda: defaultdict(list))  # found facts, right?

    def add(self, name: str, numbers: Iterable[int]) -> None:
        self.slots[name] = [a + b for a, b in zip(self.slots[name], numbers, strict=True)]


def entries(only: str = "") -> list[dict[str, Any]]:
    """The annotated sentences of all files, or of one, in their order."""
    return [e | {"file": f} for f in FILES if only in ("", f) for e in yaml.safe_load((FOLDER / f"{f}.yml").read_text(encoding="utf-8"))]


def measured(only: str = "") -> Counts:
    """All counts over the sentences, each read as an article of its own."""
    words, nlp, network, counts = lexicon.load(), load(), SlotNetwork(), Counts()
    furniture = Furniture.of(words)
    for entry in entries(only):
        article = story(entry, words, furniture)
        found = resolve([extract(annotate(article, nlp, words), article, words, network)], words)
        for kind in SLOTS:
            wanted = [texts(f[kind]) | {"maybe": ["yes"] * f[kind].get("maybe", False)} for f in entry["facts"] if kind in f]
            count(entry, kind, list(paired(kind, wanted, told(kind, found), words)), counts, words)
    return counts


def story(entry: dict[str, Any], words: lexicon.Lexicon, furniture: Furniture) -> Article:
    """A text as the article that reading would make of it: a dateline gives the place and is no part of the story."""
    published, text = Date.parse(str(entry["published"])), entry["text"]
    line = read_dateline(text, furniture, words, published.year)
    return Article(entry["id"], text[line.end :] if line else text, published=published, place=line.place if line else "")


def texts(fact: dict[str, Any]) -> Wanted:
    """The wanted slots, each a list of texts."""
    return {slot: [str(v) for v in (value if isinstance(value, list) else [value])] for slot, value in fact.items() if slot != "maybe"}


def told(kind: str, found: Resolution) -> list[Told]:
    """The found facts of one kind, as values by slot."""
    facts = [f for f in found.facts if KIND.get(f.kind, "deal") == kind]
    sure = {f.id: str(max(c.evidence.confidence for c in f.claims)) for f in facts}
    return [{slot: values(f, slot, found) for slot in (*SLOTS[kind], *BESIDE[kind])} | {"sure": [sure[f.id]]} for f in facts]


def values(fact: Fact, slot: str, found: Resolution) -> list[Found]:
    """What fills one slot."""
    if slot == "kind":
        return [fact.kind.lower()]
    if slot == "unit":
        return [v.unit for v in fact.values("quantity") if isinstance(v, Quantity) and v.unit]
    known = {e.id: e for e in found.entities}
    given = fact.values(PROPERTIES.get(slot, slot))
    return [known[v.id] if isinstance(v, Ref) else v for v in given]  # type: ignore[misc]


def paired(kind: str, wanted: Sequence[Wanted], found: Sequence[Told], words: lexicon.Lexicon) -> Iterator[Row]:
    """Each wanted fact with the found one that agrees best, then what is left of both."""
    scores = [(affinity(kind, w, f, words), i, j) for i, w in enumerate(wanted) for j, f in enumerate(found)]
    partner: dict[int, int] = {}
    for score, i, j in sorted(scores, key=lambda s: (-s[0], s[1], s[2])):
        if score and i not in partner and j not in partner.values():
            partner[i] = j
    yield from ((w, found[partner[i]] if i in partner else None) for i, w in enumerate(wanted))
    yield from ((None, f) for j, f in enumerate(found) if j not in partner.values())


def affinity(kind: str, wanted: Wanted, found: Told, words: lexicon.Lexicon) -> float:
    """How well a found fact agrees with a wanted one; 0 where nothing that tells facts apart does."""
    right = {slot: judged(slot, wanted, found, words)[0] for slot in SLOTS[kind]}
    enough = {
        "role": right.get("holder"),
        "deal": right.get("system") or right.get("value") or (right.get("buyer") and right.get("seller")),
        "delivery": right.get("system") or (right.get("to") and right.get("from")),
    }
    return sum(WEIGHT.get(slot, 1.0) * min(n, 2) for slot, n in right.items()) if enough[kind] else 0.0


def judged(slot: str, wanted: Wanted | None, found: Told | None, words: lexicon.Lexicon) -> tuple[int, int, int]:
    """Right, wrong and missed values of one slot."""
    left, right, missed = list((found or {}).get(slot, [])), 0, 0
    for want in (wanted or {}).get(slot, []):
        hit = next((v for v in left if same(slot, want, v, words)), None)
        if hit is not None:
            left.remove(hit)
            right += 1
        elif "-" not in alternatives(want):
            missed += 1
    return right, len(left), missed


def count(entry: dict[str, Any], kind: str, rows: Iterable[Row], counts: Counts, words: lexicon.Lexicon) -> None:
    """Add the facts of one kind in one text to the counts."""
    category = counts.categories[f"{entry['file']}: {entry['category']}"]
    shown = int(entry["id"][-2:]) % 2 == 1
    for wanted, found in rows:
        if wanted and wanted["maybe"]:
            continue
        slots = {slot: judged(slot, wanted, found, words) for slot in (*SLOTS[kind], *BESIDE[kind])}
        whole = [slots[s] for s in SLOTS[kind]]
        right = not any(w or m for _, w, m in whole)
        if found:
            counts.stated[kind].append((float(str(found["sure"][0])), bool(wanted) and not any(slots[s][1] for s in IDENTIFYING[kind])))
        counts.add(f"{kind} found", (bool(wanted and found), not wanted, not found))
        counts.add(f"{kind} wholly right", (right, bool(found) and not right, bool(wanted) and not right))
        for slot, numbers in slots.items():
            if wanted and found and slot in BESIDE[kind] and not wanted.get(slot):
                continue
            counts.add(f"{kind}.{slot}", numbers)
        summed = [sum(n) for n in zip(*whole, strict=True)]
        counts.add(kind, summed)
        counts.add(f"{kind} {'shown' if shown else 'kept back'}", summed)
        for i, n in enumerate((bool(wanted), bool(wanted and found), right, not wanted)):
            category[i] += n
        if shown and not right:
            how = "MISSED" if not found else "WRONG" if not wanted else "DIFFERS"
            counts.errors.append(f"[{entry['id']}] {kind} {how}: {entry['text']}")
            bad = [s for s, (_, wrong, missed) in slots.items() if wrong or missed]
            counts.errors += [f"      {s}: wanted {(wanted or {}).get(s, [])} found {labels(found, s)}" for s in bad]


def labels(found: Told | None, slot: str) -> list[str]:
    """The found values of a slot in words."""
    return [str(getattr(v, "label", None) or getattr(v, "iso", None) or getattr(v, "text", None) or v) for v in (found or {}).get(slot, [])]


def rates(right: int, wrong: int, missed: int) -> dict[str, float]:
    """Precision, recall and F1; 1 for nothing of nothing."""
    both = 2 * right + wrong + missed
    parts = {"precision": (right, right + wrong), "recall": (right, right + missed), "f1": (2 * right, both)}
    return {name: round(part / whole, 3) if whole else 1.0 for name, (part, whole) in parts.items()}


def floor_figures(counts: Counts) -> dict[str, dict[str, float]]:
    """The figures that must not fall: one row a kind of fact."""
    return {kind: rates(*counts.slots[kind]) for kind in SLOTS}


def digest() -> str:
    """The SHA-256 of the annotated sentences: floors hold for these only."""
    return hashlib.sha256(b"".join((FOLDER / f"{f}.yml").read_bytes() for f in FILES)).hexdigest()


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--errors", action="store_true")
    parser.add_argument("--only", choices=FILES, default="")
    parser.add_argument("--write", action="store_true")
    args = parser.parse_args()
    counts = measured(args.only)
    if args.errors:
        print("\n".join(counts.errors) + "\n")
    for name, (right, wrong, missed) in sorted(counts.slots.items()):
        r = rates(right, wrong, missed)
        print(f"{name:24s} P {r['precision']:.3f}  R {r['recall']:.3f}  F1 {r['f1']:.3f}  right {right} wrong {wrong} missed {missed}")
    print(f"\n{'category':52s} facts found right wrong")
    for name, (facts, found, right, wrong) in sorted(counts.categories.items(), key=lambda c: (c[1][1] / max(c[1][0], 1), c[0])):
        print(f"{name:52s} {facts:5d} {found:5d} {right:5d} {wrong:5d}")
    print("\nstated confidence: share right of facts (holder, title and owner; system and buyer; system and receiver)")
    for kind, told_of in sorted(counts.stated.items()):
        print(f"{kind:10s} {in_words(bands(told_of))}")
    if args.write and not args.only:
        FLOOR.write_text(json.dumps({"corpus": digest(), "figures": floor_figures(counts)}, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
