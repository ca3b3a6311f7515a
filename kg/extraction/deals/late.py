"""Which deliveries are told by nothing but that they are late ("trams for Riga are running late", "the delay of missiles for Taiwan")?"""

from __future__ import annotations

from spacy.tokens import Token

from kg.extraction.assertion import denied
from kg.extraction.attachments import pooled
from kg.extraction.doers import surface_subject
from kg.extraction.frames.drafts import Draft
from kg.extraction.frames.slots import fill_slot
from kg.extraction.frames.verbs import VERB_CONFIDENCE
from kg.extraction.goods.goods import goods
from kg.extraction.parties import parties
from kg.extraction.story import Story
from kg.extraction.syntax import auxiliaries, child, children, conjuncts
from kg.model import Mention

GONE = frozenset({"was", "were", "been", "had"})


def late_draft(word: Token, lemma: str, story: Story) -> Draft | None:
    """The delivery to come of goods that are late, for whom the words name; None for what else is late, or was.

    word: "late" as what is said of the goods, or a noun for it ("the delay of", "delays to").
    """
    if lemma not in story.words.verb_classes["late"]:
        return None
    thing = next((n for p, n in pooled(word) if p in ("of", "to", "in")), None) if word.pos_ == "NOUN" else said_of(word)
    if thing is None or denied(word):
        return None
    receivers = [p for f, n in [*pooled(thing), *pooled(word)] if f == "for" for p in parties(n, story)] or owned_by(thing, story)
    offered = [g for g in goods(thing, story) if g.system is not None and not g.is_company]
    if not receivers or not offered:
        return None
    apart = any(f == "for" for noun in conjuncts(thing)[1:] for f, _ in pooled(noun))  # "missiles for Chad and drones for Fiji"
    offered = offered[:1] if apart else offered
    draft = Draft(word, "Delivery", "expected", f"delivery.{lemma}.active", VERB_CONFIDENCE, word, goods=offered, timed=True)
    draft.fill("buyer", receivers)
    for function, noun in pooled(thing):
        if function == "from":
            fill_slot(draft, "from", noun, story)
    return draft


def said_of(word: Token) -> Token | None:
    """What "late" is said of: "the trams are late", "are running late", "will be months late"; None for what was."""
    verb = word.head if child(word, "cop") is None else word
    if verb is not word and (verb.pos_ != "VERB" or word.dep_ not in ("xcomp", "advmod") or verb.lemma_ != "run"):
        return None
    return None if auxiliaries(verb) & GONE or verb.tag_ == "VBD" else surface_subject(verb)


def owned_by(noun: Token, story: Story) -> list[Mention]:
    """Whose goods are late: "Belgian minehunters", "the first of the Indonesian boats", "Poland's jets"."""
    inside = [noun, *(n for p, n in pooled(noun) if p == "of")]
    owners = [c for n in inside for c in children(n, "nmod:poss", "amod")]
    return [m for c in owners for m in parties(c, story) if m.kind == "Country"]
