"""What does a ship or a plane bring that comes somewhere ("a freighter carrying 12 tanks docked", "a ship with the first six guns")?"""

from __future__ import annotations

from spacy.tokens import Token

from kg.extraction.goods.goods import goods
from kg.extraction.goods.unnamed import GENERIC
from kg.extraction.story import Story
from kg.extraction.syntax import child, children, preposition
from kg.model import Mention


def cargo(carrier: Token, story: Story) -> Token | None:
    """The head of the goods that something carries, counted or named, None where it brings nothing but itself."""
    loads = loads_of(carrier, story)
    loads += [c for c in children(carrier, "nmod") if preposition(c) == "with"]
    return next((c for c in loads if any(not g.is_company and (g.quantity or is_named(g.system)) for g in goods(c, story))), None)


def loads_of(carrier: Token, story: Story) -> list[Token]:
    """What something is said to carry, goods or not ("a C-17 carrying the missiles", "a ship loaded with grain")."""
    clauses = [c for c in children(carrier, "acl") if c.lemma_.lower() in story.words.verb_classes["carry"]]
    return [o for clause in clauses for o in (child(clause, "obj"), *children(clause, "obl")) if o is not None]


def is_named(system: Mention | None) -> bool:
    """Whether goods are a named system, by name or by words that stand for it."""
    return system is not None and system.kind == "System" and system.chain < GENERIC
