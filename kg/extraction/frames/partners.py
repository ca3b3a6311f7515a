"""Who does a deal together with the one that its verb names ("Verano, together with Kestrel, bought", "bought in tandem with")?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from spacy.tokens import Token

from kg.extraction.frames.drafts import Draft
from kg.extraction.parties import parties
from kg.extraction.story import Story
from kg.extraction.syntax import base

# Before the verb these lead to who acts with its subject; behind an object as often to one more thing bought.
BEFORE = frozenset({"together", "along"})


def fill_partners(draft: Draft, verb: Token, roles: Mapping[str, str], story: Story) -> None:
    """Add those who act together with the subject of a deal verb to its side."""
    slot = roles.get("subject", "")
    if slot not in ("buyer", "seller", "party") or draft.kind == "Delivery" or not getattr(draft, slot):
        return
    for noun in partners(verb, story):
        draft.fill(slot, [p for p in parties(noun, story) if p.kind == "Organization"])


def partners(verb: Token, story: Story) -> Iterator[Token]:
    """The nouns behind "together with", "jointly with", "in tandem with", "teams up with" in the clause of a verb."""
    over = [verb]
    while base(over[-1].dep_) in ("xcomp", "advcl", "ccomp") and over[-1].head.pos_ == "VERB" and len(over) < len(verb.doc):
        over.append(over[-1].head)
    for t in verb.sent:
        link = next((c for c in t.children if c.dep_ == "case" and c.lower_ == "with"), None)
        if link is None or link.i < verb.sent.start + 1:
            continue
        low, high = sorted((link.i, verb.i))
        word = link.nbor(-1).lower_ if not any(x.text == ";" for x in verb.doc[low:high]) else ""
        teamed = word == "up" and link.i > 1 and link.nbor(-2).lemma_.lower() == "team"
        joint = teamed or word in story.words.verb_classes["joint"] or (word in BEFORE and link.i < verb.i)
        if joint and next((a for a in t.ancestors if a.pos_ in ("VERB", "AUX")), None) in over:
            yield t
