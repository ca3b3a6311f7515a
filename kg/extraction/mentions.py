"""Which stretches of an article name a person, organization, country, place or system?"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from kg.extraction.syntax import base, preposition
from kg.lexicon import Lexicon
from kg.model import Article, Mention

KINDS = {"PERSON": "Person", "ORG": "Organization", "SYSTEM": "System", "LOC": "Place", "FAC": "Place"}
# A capital stands for its government where it acts or owns ("Ankara insists", "Ankara's decision"), for the city elsewhere.
ACTING = frozenset({"nsubj", "nsubj:pass", "nmod:poss", "obl:agent", "iobj"})
LOCATIVE = frozenset({"in", "at", "near", "outside", "around", "across", "through", "via", "into", "over"})


def name_mentions(doc: Doc, article: Article, lexicon: Lexicon) -> Iterator[Mention]:
    """Every name of the kinds we keep, in reading order, without chains yet."""
    for ent in doc.ents:
        kind = kind_of(ent, lexicon)
        if kind:
            yield Mention(article.id, ent.start_char, ent.end_char, article.text[ent.start_char : ent.end_char], kind)


def kind_of(ent: Span, lexicon: Lexicon) -> str:
    """The ontology class of a named span, "" for kinds that are not kept (events, peoples without a state)."""
    text = ent.text
    if ent.label_ in ("GPE", "NORP", "LOC"):
        if lexicon.country_by_name(text) or lexicon.country_by_demonym(text):
            return "Country"
        if lexicon.country_by_metonym(text) or (lexicon.country_by_capital(text) and acts(ent)):
            return "Country"
        return "" if ent.label_ == "NORP" else "Place"
    if ent.label_ == "ORG" and (lexicon.country_by_name(text) or lexicon.country_by_metonym(text)):
        return "Country"
    return KINDS.get(ent.label_, "")


def acts(ent: Span) -> bool:
    """Whether a place's name stands where an actor stands: as subject, agent or owner, not in a place phrase."""
    head: Token = ent.root
    while base(head.dep_) in ("conj", "flat", "compound") and head.head.i != head.i:
        head = head.head
    if preposition(head) in LOCATIVE:
        return False
    return head.dep_ in ACTING
