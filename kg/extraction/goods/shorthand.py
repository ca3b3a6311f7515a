"""Which nouns stand for a part of goods that the story has told before ("a final pair", "the first squadron", "the rest")?"""

from __future__ import annotations

from decimal import Decimal

from spacy.tokens import Token

from kg.extraction.chains import singular
from kg.extraction.goods.counts import bare_number
from kg.extraction.references import is_definite
from kg.extraction.story import Story
from kg.extraction.syntax import child, children
from kg.values import Quantity

LEFT = "remaining"
# Words that stand for some or all of the goods told before by themselves.
PORTIONS = frozenset({"some", "several", "most", "many", "others", "all", "both"})


def set_number(noun: Token, story: Story) -> Quantity | None:
    """The count of a noun that is a number itself: "a final pair" (2), "three dozen" (36), "the last one" (1)."""
    each = 1 if is_single(noun, story) else story.words.sets.get(noun.lemma_.lower())
    if each is None or child(noun, "nmod", "compound") is not None:
        return None
    times = next((q.number for c in children(noun, "nummod") if (q := bare_number(c, story)) is not None), None)
    one = noun.tag_ != "NNS" and (is_picked(noun, story) if each == 1 else child(noun, "amod", "det") is not None)
    return Quantity((times or Decimal(1)) * each, text=noun.text) if times or one else None


def is_single(noun: Token, story: Story) -> bool:
    """Whether a noun only says that something is one of several ("the first unit", "18 units", "the final ones")."""
    return singular(noun.lower_) in story.words.verb_classes["single"]


def is_some(noun: Token, story: Story) -> bool:
    """Whether a plural means some of goods told before: "the first units", "the last ones", "the remaining ones"."""
    picked = is_picked(noun, story) or any(c.lower_ == LEFT for c in children(noun, "amod"))
    return noun.tag_ == "NNS" and is_single(noun, story) and picked and child(noun, "nmod", "compound") is None


def is_lot(noun: Token, story: Story) -> bool:
    """Whether a noun bundles goods that its phrase does not name: "the first batch", "a second squadron", "the battery"."""
    known = is_picked(noun, story) or is_definite(noun)
    inner = child(noun, "nmod")
    bare = (inner is None or inner.tag_ == "CD") and child(noun, "compound") is None
    return singular(noun.lower_) in story.words.verb_classes["lot"] and known and bare


def is_rest(noun: Token, story: Story) -> bool:
    """Whether a noun means what is left of goods told before: "the remainder", "the rest"."""
    known = child(noun, "det", "nmod:poss") is not None and child(noun, "nmod") is None
    return known and noun.lower_ in story.words.verb_classes["rest"]


def is_picked(noun: Token, story: Story) -> bool:
    """Whether a word of order or a further one picks a noun out of a row ("the first", "another", "a further")."""
    words = story.words
    return any(c.lower_ in words.row_words or words.ordinals.get(c.lower_) for c in children(noun, "amod", "det"))


def is_portion(word: Token) -> bool:
    """Whether a word stands by itself for some or all of goods told before: "Some went to Chad", "Both have been delivered"."""
    return word.lower_ in PORTIONS and word.dep_ != "det" and child(word, "nmod", "compound", "amod", "nmod:poss") is None
