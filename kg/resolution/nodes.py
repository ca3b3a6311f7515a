"""What does one article mention? One node for each chain of mentions, before anything is joined across articles."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from kg.model import Claim, Extraction, Mention
from kg.resolution.names import tidy, tokens
from kg.resolution.words import Words

NodeKey = tuple[str, int, int]


@dataclass(frozen=True, slots=True)
class Node:
    """All mentions of one thing in one article.

    key: article, chain and start (the latter only where a mention has no chain). names: its named forms, sorted, with how often;
    a node that a claim needs but no text names has the description as its only name and named is False.
    """

    key: NodeKey
    kind: str
    mentions: tuple[Mention, ...]
    names: tuple[tuple[str, int], ...]
    named: bool = True

    @property
    def article(self) -> str:
        """Id of the article."""
        return self.key[0]


def fullest(node: Node) -> str:
    """The name of a node with most words, then used most, then longest, then first in the alphabet."""
    if len(node.names) == 1:
        return node.names[0][0]
    return min(node.names, key=lambda named: (-len(tokens(named[0])), -named[1], -len(named[0]), named[0]))[0]


def key_of(mention: Mention) -> NodeKey:
    """The node a mention belongs to."""
    return (mention.article, mention.chain, -1) if mention.chain >= 0 else (mention.article, -1, mention.start)


def gather(extractions: Iterable[Extraction], words: Words) -> dict[NodeKey, Node]:
    """One node for each chain with a name, and for each nameless chain that a claim speaks of; pronouns alone give none."""
    mentions: dict[NodeKey, set[Mention]] = defaultdict(set)
    needed: set[NodeKey] = set()
    for extraction in extractions:
        for mention in extraction.mentions:
            mentions[key_of(mention)].add(mention)
        for mention in _claimed(extraction.claims):
            mentions[key_of(mention)].add(mention)
            needed.add(key_of(mention))
    made = (_node(key, mentions[key], key in needed, words) for key in sorted(mentions))
    return {node.key: node for node in made if node is not None}


def _claimed(claims: Iterable[Claim]) -> Iterable[Mention]:
    for claim in claims:
        for argument in claim.arguments:
            if isinstance(argument.value, Mention):
                yield argument.value


def _node(key: NodeKey, found: set[Mention], needed: bool, words: Words) -> Node | None:
    ordered = tuple(sorted(found, key=lambda m: (m.start, m.end, m.kind, m.text)))
    named = [m for m in ordered if m.named and tidy(m.text)]
    if named:
        return Node(key, _kind(named), ordered, _counted(m.text for m in named))
    meant = [m for m in ordered if m.meant]
    if meant and needed:
        return Node(key, _kind(meant), ordered, _counted(m.meant for m in meant))
    described = [m for m in ordered if words.describes(m.text)]
    if not needed or not described:
        return None
    fullest = min(described, key=lambda m: (-len(m.text), m.start))
    return Node(key, _kind(described), ordered, ((words.without_article(tidy(fullest.text)), 1),), named=False)


def _kind(mentions: list[Mention]) -> str:
    counts = Counter(m.kind for m in mentions)
    return min(counts, key=lambda kind: (-counts[kind], kind))


def _counted(texts: Iterable[str]) -> tuple[tuple[str, int], ...]:
    return tuple(sorted(Counter(tidy(text) for text in texts).items()))
