"""Which part of a company, site or works does a noun phrase name ("its Polish business", "the Lumwana mine", "a contract for a school")?"""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Token

from kg.extraction.chains import singular
from kg.extraction.goods.unnamed import generic_chain, generic_system
from kg.extraction.story import Story
from kg.extraction.syntax import child, children, preposition
from kg.model import Mention

# How many words an owner may stand before the part ("Orion's ailing Polish frozen food business").
OWNED = 8


def company_behind(head: Token, story: Story) -> Token | None:
    """The company that ends a noun phrase which the parser took for two objects ("acquired cheese and butter maker Kestrel Dairies")."""
    if head.dep_ != "obj" or story.mention(head) is not None:
        return None
    for last in (o for o in children(head.head, "obj") if o.i > head.i):
        between = story.doc[head.i + 1 : last.i]
        m = story.mention(last)
        if m is not None and m.kind == "Organization" and all(t.pos_ in ("NOUN", "PROPN", "ADJ", "CCONJ") for t in between):
            return last
    return None


def is_part(noun: Token, story: Story) -> bool:
    """Whether a noun names a part of a company by its owner: "its Polish business", "the shipping business of Orion"."""
    if singular(noun.lower_) not in story.words.unit_nouns:
        return False
    whole = next((c for c in children(noun, "nmod") if preposition(c) == "of"), None)
    company = story.mention(whole) if whole is not None else None
    return child(noun, "nmod:poss") is not None or (company is not None and company.kind == "Organization")


def unit_of(noun: Token, whole: Mention, story: Story) -> Mention:
    """A part of a company, given without its owner, with the owner's name and the part's nationality ("Orion's Polish business")."""
    owner = child(noun, "nmod:poss")
    if owner is None or not 0 < noun.i - owner.i <= OWNED:
        return whole
    named = story.mention(owner)
    start = story.span(named).start if named is not None else owner.i + 1
    while named is None and start < noun.i and story.doc[start].pos_ in ("NUM", "ADV", "DET"):
        start += 1
    piece = story.doc[start : noun.i + 1]
    return story.make(piece.start_char, piece.end_char, "System", whole.chain)


def whole_of_named(noun: Token, part: Mention, story: Story) -> Mention | None:
    """The company whose part has a name of its own: "Danone's yoghurt brand Silk", "the Dexia subsidiary Crefius", "Ford's Volvo unit"."""
    if singular(noun.lower_) not in story.words.unit_nouns:
        return None
    links = ("nmod:poss",) if part.start < noun.idx else ("nmod:poss", "compound")
    found = [m for c in children(noun, *links) if (m := story.mention(c)) is not None and m.kind == "Organization"]
    return next((m for m in found if m.chain != part.chain), None)


def site_of(noun: Token, story: Story) -> Mention | None:
    """A mine, a field, a plant named by a proper name before its noun: "the Lumwana copper mine", "the Zohr gas field"."""
    site = singular(noun.lower_) in story.words.site_nouns
    if not (site or singular(noun.lower_) in story.words.unit_nouns) or noun.tag_ not in ("NN", "NNP"):
        return None
    named = [c for c in children(noun, "compound", "flat", "amod") if c.pos_ == "PROPN" and c.i < noun.i]
    known = [m for c in named if (m := story.mention(c)) is not None]
    if not named or any(m.kind in ("Country", "Person") or (m.kind == "System" and not site) for m in known):
        return None
    start = min([c.i for c in named] + [story.span(m).start for m in known])
    piece = story.doc[start : noun.i + 1]
    chain = max(m.chain for m in story.mentions) + 1 + story.article.text.find(piece.text) if story.mentions else 0
    return story.make(piece.start_char, piece.end_char, "Organization", chain)


def works_of(noun: Token, story: Story) -> Mention | None:
    """What is built or run under a contract, with its name: "a prison", "the Rogfast tunnel", "a section of the Lagos Metro"."""
    inner = next((c for c in children(noun, "nmod") if preposition(c) == "of"), None)
    if inner is not None and (whole := works_of(inner, story)) is not None:
        return whole
    named = story.mention(noun)
    if singular(noun.lower_) not in story.words.works_nouns or (named is not None and named.kind == "Person"):
        return None
    if named is not None:
        return replace(named, kind="System")
    names = [c.i for c in children(noun, "compound", "flat", "amod") if c.pos_ == "PROPN" and c.i < noun.i]
    if not names:
        return generic_system(noun, story)
    piece = story.doc[min(names) : noun.i + 1]
    return story.make(piece.start_char, piece.end_char, "System", generic_chain(piece.text, story))
