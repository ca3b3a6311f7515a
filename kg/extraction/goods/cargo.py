"""What does a ship or a plane bring that comes somewhere ("a freighter carrying 12 tanks docked", "a ship with the first six guns")?"""

from __future__ import annotations

from spacy.tokens import Token

from kg.extraction.goods.goods import goods
from kg.extraction.story import Story
from kg.extraction.syntax import child, children, preposition


def cargo(carrier: Token, story: Story) -> Token | None:
    """The head of the goods that something carries, None where it brings nothing but itself."""
    loads = [c for c in children(carrier, "nmod") if preposition(c) == "with"]
    for clause in children(carrier, "acl"):
        if clause.lemma_.lower() in story.words.verb_classes["carry"]:
            loads += [o for o in (child(clause, "obj"), *children(clause, "obl")) if o is not None]
    return next((c for c in loads if any(not g.is_company and g.quantity for g in goods(c, story))), None)
