"""Which deals that only the network reads does the text tell to be turned down ("declined an offer of six jets")?

The network has one answer on goods in a whole story; a verb over the offer at the goods says itself that nothing came of it.
"""

from __future__ import annotations

from spacy.tokens import Token

from kg.extraction.assertion import denied
from kg.extraction.learned.thing import Thing
from kg.extraction.status import MODALS
from kg.extraction.story import Story
from kg.extraction.syntax import auxiliaries, base

OPEN = frozenset({"planned", "signed"})  # what may still come to nothing
IN_PHRASE = frozenset({"amod", "appos", "compound", "conj", "flat", "nmod", "nummod"})


def fate_of(thing: Thing, status: str) -> str:
    """The status of a deal that the network holds to have this one: cancelled where the words over the goods turn it down."""
    noun = deal_noun(thing.span.root, thing.story)
    return "cancelled" if status in OPEN and noun is not None and is_declined(noun, thing.story) else status


def deal_noun(word: Token, story: Story) -> Token | None:
    """The noun for a deal in whose phrase goods stand: "the order for six jets", "an offer of Rafales"; None where none is."""
    token = word
    while base(token.dep_) in IN_PHRASE and token.head.i != token.i:
        token = token.head
        row = story.words.deal_nouns.get(token.lemma_.lower()) if token.pos_ == "NOUN" else None
        if row is not None and row.kind != "Delivery":
            return token
    return None


def is_declined(noun: Token, story: Story) -> bool:
    """Whether an offer is turned down: "declined an offer", "the offer was rejected", "will refuse"; not "may reject", "did not reject"."""
    verb = noun.head
    refused = verb.lemma_.lower() in story.words.verb_classes["refuse"] and verb.lemma_ != "turn"  # "turned to an offer"
    open_ = denied(verb) or auxiliaries(verb) & (MODALS - {"would"})
    return refused and verb.pos_ == "VERB" and not open_ and base(noun.dep_) in ("obj", "nsubj")
