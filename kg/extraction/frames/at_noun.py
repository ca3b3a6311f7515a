"""On which side of a deal is who stands at its noun: who sells, makes or only owns ("a Turkish export order", "a contract from Saab")?"""

from __future__ import annotations

from spacy.tokens import Token

from kg.extraction.attachments import attached
from kg.extraction.bodies import state_of
from kg.extraction.callings import calling
from kg.extraction.parties import parties
from kg.extraction.story import Story
from kg.extraction.syntax import base, children, preposition
from kg.lexicon import FramePhrase


def is_exporter(head: Token, noun: Token) -> bool:
    """Whether who owns a deal sells by it ("France's biggest export contract", "a Turkish export order")."""
    owns = base(head.dep_) in ("nmod", "amod", "compound") and head.i < noun.i and not preposition(head)
    return owns and any(c.lemma_.lower() == "export" for c in children(noun, "compound", "amod"))


def is_source(head: Token, noun: Token, phrase: FramePhrase | None) -> bool:
    """Whether "from" tells where goods come from ("signed a contract for jets from Norway"), not who ordered ("won an order from")."""
    signs = phrase is not None and "party" in phrase.roles.values()
    between = head.head.i != noun.i or any(noun.i < n.i < head.i for p, n in attached(noun) if p in ("for", "of", "on"))
    return signs and preposition(head) == "from" and between


def is_made_by(head: Token, noun: Token, story: Story) -> bool:
    """Whether "from" behind goods names the company that makes them ("the order for three turbines from Verano"), no airline or state."""
    behind = any(noun.i < n.i < head.i for p, n in attached(noun) if p in ("for", "of"))
    found = parties(head, story) if behind and noun.tag_ == "NN" else []
    return bool(found) and all(p.kind == "Organization" and calling(p, story) != "buyer" for p in found)


def is_set_off(head: Token, noun: Token) -> bool:
    """Whether "from" stands in what a comma adds on the goods ("a second order, for missiles from Verano, is")."""
    return head.head.i != noun.i and any(t.text == "," for t in noun.doc[noun.i + 1 : head.i])


def is_party(token: Token, story: Story) -> bool:
    """Whether a modifier names a state or a part of one ("the Turkish purchase", "a U.S. Navy contract")."""
    m = story.mention(token)
    return m is not None and (m.kind == "Country" or (m.kind == "Organization" and state_of(m, token, story) is not None))
