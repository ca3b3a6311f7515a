"""Which goods does a past participle describe that the parser took for a verb of its own ("the jets bought from France in 2015 are")?"""

from __future__ import annotations

from spacy.tokens import Token

from kg.extraction.clauses import reduced_relative
from kg.extraction.frames.slots import SIDES
from kg.extraction.goods.goods import is_goods
from kg.extraction.story import Story
from kg.extraction.syntax import base, child, children
from kg.lexicon import FrameVerb

PAST = frozenset({"VBD", "VBN"})


def described_goods(verb: Token, row: FrameVerb, story: Story) -> Token | None:
    """The goods right before a past form without an object, which were bought or given and do not buy or give themselves.

    Only where the parser gave the participle a place that none has that describes a noun.
    """
    trades = row.roles.get("subject") in SIDES and row.roles.get("object") == "system" and row.kind in ("Purchase", "Lease")
    if not trades or verb.tag_ not in PAST or reduced_relative(verb) is not None or verb.i - verb.sent.start < 2:
        return None
    helped = child(verb, "iobj", "aux", "aux:pass", "xcomp", "ccomp", "compound:prt") is not None
    if helped or base(verb.dep_) in ("amod", "root") or any(c.i > verb.i for c in children(verb, "obj")):
        return None
    own = child(verb, "nsubj", "obj")
    if own is None:
        placed = base(verb.dep_) == "acl" and is_thing(verb.head, story)
        return None if base(verb.dep_) == "conj" or placed else thing_before(verb, story)
    between = [t.text for t in verb.doc[own.right_edge.i + 1 : verb.i]] if own.i < verb.i else ["?"]
    return own if between in ([], [","]) and is_thing(own, story) else None


def thing_before(verb: Token, story: Story) -> Token | None:
    """The goods right before a verb, or before a comma before it; nothing is bought or given that stands in another sentence."""
    before = verb.nbor(-2) if verb.nbor(-1).text == "," else verb.nbor(-1)
    return before if before.sent == verb.sent and is_thing(before, story) else None


def is_thing(noun: Token, story: Story) -> bool:
    """Whether a noun is of goods: named, or of a class of things that are bought; a pronoun or a name of a firm buys itself."""
    mention = story.mention(noun)
    if mention is not None:
        return mention.kind == "System"
    return noun.pos_ == "NOUN" and is_goods(noun, story)
