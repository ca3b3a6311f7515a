"""What does a noun phrase put into a slot, by the classes and datatypes that the ontology gives the slot's property?"""

from __future__ import annotations

from spacy.tokens import Token

from kg.extraction.goods.counts import quantity_of
from kg.extraction.goods.goods import goods
from kg.extraction.parties import parties
from kg.extraction.references import described
from kg.extraction.story import Story
from kg.extraction.syntax import CLAUSES, conjuncts, subtree
from kg.model import Mention, Value

ACTORS = frozenset({"Agent", "Country", "Organization"})
NUMBERS = frozenset({"xsd:integer", "xsd:decimal"})
TEXTS = frozenset({"xsd:string", "rdfs:Literal"})
MAX_WORDS = 12  # a longer phrase is a sentence rather than a value


def fillers(head: Token, ranges: frozenset[str], story: Story) -> list[Value]:
    """Everything a noun and what is coordinated with it offer for a property of these ranges, in reading order; [] for nothing.

    Names and what refers to them for classes of entities, a count for numbers, the words for text.
    """
    found: list[Value] = []
    if ranges & ACTORS:
        found += [p for p in parties(head, story) if p.kind in ranges or "Agent" in ranges]
    for kind in ("Person", "Place"):
        if kind in ranges or (kind == "Person" and "Agent" in ranges):
            found += [m for noun in conjuncts(head) if (m := named(noun, kind, story)) is not None]
    if "System" in ranges:
        found += [g.system for g in goods(head, story) if g.system is not None and not g.is_company]
    if ranges & NUMBERS and (count := quantity_of(head, story)) is not None:
        found.append(count)
    if not found and ranges & TEXTS:
        words = story.doc[(tokens := [t.i for t in subtree(head, stop=CLAUSES) if not is_outside(t, head)])[0] : tokens[-1] + 1]
        found += [words.text] if len(words) <= MAX_WORDS else []
    return list(dict.fromkeys(found))


def is_outside(token: Token, head: Token) -> bool:
    """Whether a token at the edge of a phrase is no part of what it says: its preposition, a comma."""
    return token.is_punct or (token.head.i == head.i and token.dep_ == "case" and token.i < head.i)


def named(noun: Token, kind: str, story: Story) -> Mention | None:
    """The person or place a noun names or refers to."""
    mention = story.mention(noun) or described(noun, story)
    return mention if mention is not None and mention.kind == kind else None
