"""Which nouns stand for a part of goods that the story has told before ("a final pair", "the first squadron", "the rest")?"""

from __future__ import annotations

from decimal import Decimal

from spacy.tokens import Token

from kg.extraction.chains import singular
from kg.extraction.goods.counts import bare_number
from kg.extraction.story import Story
from kg.extraction.syntax import child, children
from kg.values import Quantity


def set_number(noun: Token, story: Story) -> Quantity | None:
    """The count of a noun that is a number itself: "a final pair" (2), "three dozen" (36), "the last one" (1)."""
    each = 1 if noun.lower_ in story.words.verb_classes["single"] else story.words.sets.get(noun.lemma_.lower())
    if each is None or child(noun, "nmod") is not None:
        return None
    times = next((q.number for c in children(noun, "nummod") if (q := bare_number(c, story)) is not None), Decimal(1))
    picked = child(noun, "amod", "det") is not None
    return Quantity(times * each, text=noun.text) if picked and (each > 1 or is_picked(noun, story)) else None


def is_lot(noun: Token, story: Story) -> bool:
    """Whether a noun bundles goods that its phrase does not name: "the first batch", "a second squadron", not "the squadron"."""
    return singular(noun.lower_) in story.words.verb_classes["lot"] and is_picked(noun, story) and child(noun, "nmod", "compound") is None


def is_rest(noun: Token, story: Story) -> bool:
    """Whether a noun means what is left of goods told before: "the remainder", "the rest"."""
    known = child(noun, "det", "nmod:poss") is not None and child(noun, "nmod") is None
    return known and noun.lower_ in story.words.verb_classes["rest"]


def is_picked(noun: Token, story: Story) -> bool:
    """Whether a word of order or a further one picks a noun out of a row ("the first", "another", "a further")."""
    words = story.words
    return any(c.lower_ in words.row_words or words.ordinals.get(c.lower_) for c in children(noun, "amod", "det"))
