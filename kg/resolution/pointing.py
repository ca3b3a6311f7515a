"""Of which nodes and claims does a person's judgement speak, and which judgements speak of nothing?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping
from typing import TypeVar

from kg.model import Claim, Extraction, Mention, Ruling
from kg.resolution.names import fold, tidy
from kg.resolution.nodes import Node, NodeKey
from kg.resolution.partings import renumbered
from kg.resolution.rulings import Found

K = TypeVar("K", bound=Hashable)
Unused = tuple[Ruling, str]
Lookup = Callable[[str, str, str], tuple[K, ...]]

SPLIT = 2_000_000  # added to the place of a name that a person told apart from the rest of its chain, to number its new chain


def claim_name(claim: Claim) -> str:
    """How a claim is called in judgements: the quoted words, and in brackets what is bought or delivered."""
    goods = [tidy(v.text) for v in claim.values("system") if isinstance(v, Mention)]
    return tidy(claim.evidence.text) + (f" [{'; '.join(goods)}]" if goods else "")


def judged_entities(rulings: Iterable[Ruling], nodes: Mapping[NodeKey, Node]) -> tuple[list[Found[NodeKey]], list[Unused]]:
    """The nodes that the judgements on entities name, and the judgements that name none."""
    places: dict[tuple[str, str], list[Node]] = defaultdict(list)
    for node in nodes.values():
        for name in sorted({fold(name) for name, _ in node.names}):
            places[(node.kind, name)].append(node)

    def called(kind: str, name: str, article: str) -> tuple[NodeKey, ...]:
        return tuple(n.key for n in places.get((kind, fold(name)), ()) if not article or tidy(article) == tidy(n.article))

    return _found(rulings, called, "")


def judged_facts(
    rulings: Iterable[Ruling], claims: Iterable[Claim], family: Callable[[str], str]
) -> tuple[list[Found[Claim]], list[Unused]]:
    """The claims that the judgements on facts name, and the judgements that name none. family: of a kind of fact."""
    places: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in claims:
        places[(family(claim.kind), fold(claim_name(claim)))].append(claim)

    def quoted(kind: str, name: str, article: str) -> tuple[Claim, ...]:
        return tuple(c for c in places.get((kind, fold(name)), ()) if not article or tidy(article) == tidy(c.evidence.article))

    return _found(rulings, quoted, " in these words")


def _found(rulings: Iterable[Ruling], lookup: Lookup[K], how: str) -> tuple[list[Found[K]], list[Unused]]:
    found: list[Found[K]] = []
    unused: list[Unused] = []
    for r in rulings:
        left, right = lookup(r.kind, r.left, r.left_in), lookup(r.kind, r.right, r.right_in)
        missing = [(name, place) for name, place, parts in ((r.left, r.left_in, left), (r.right, r.right_in, right)) if not parts]
        if missing:
            unused.append((r, "; ".join(f"no {r.kind} “{name}”{how} in {f'article {p}' if p else 'any article'}" for name, p in missing)))
        elif not r.same and set(left) == set(right) and len(left) == 1:
            unused.append((r, f"“{r.left}” and “{r.right}” cannot be told apart there"))
        else:
            found.append(Found(r, left, right))
    return found, unused


def split(extraction: Extraction, rulings: Iterable[Ruling]) -> Extraction:
    """The extraction with names that people told apart from others of their own chain in chains of their own."""
    moved: dict[tuple[int, str], int] = {}
    for r in rulings:
        if r.same or fold(r.left) == fold(r.right) or not {tidy(r.left_in), tidy(r.right_in)} <= {"", tidy(extraction.article.id)}:
            continue
        left, right = (_chains(extraction, r.kind, name) for name in (r.left, r.right))
        for chain in sorted(left.keys() & right.keys()):
            first = min(left[chain] + right[chain], key=lambda m: (m.start, m.end))
            gone = right[chain] if first in left[chain] else left[chain]  # the chain stays with the name that comes first
            moved |= {(chain, m.text): SPLIT + gone[0].start for m in gone}
    return renumbered(extraction, moved) if moved else extraction


def _chains(extraction: Extraction, kind: str, name: str) -> dict[int, list[Mention]]:
    """Chains to their mentions by this name, in the order of the text."""
    found: dict[int, list[Mention]] = defaultdict(list)
    for mention in sorted(extraction.mentions, key=lambda m: (m.start, m.end)):
        if mention.named and mention.chain >= 0 and mention.kind == kind and fold(mention.text) == fold(name):
            found[mention.chain].append(mention)
    return found
