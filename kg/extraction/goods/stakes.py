"""Of which company is a share bought, and how much of it ("a 33 percent stake in X", "a tenth of Verano", "its X unit")?"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from spacy.tokens import Token

from kg.extraction.assertion import denied
from kg.extraction.chains import singular
from kg.extraction.goods.counts import bare_number
from kg.extraction.goods.parts import is_part, site_of, unit_of
from kg.extraction.goods.unnamed import generic_system
from kg.extraction.parties import name_in, party_of
from kg.extraction.references import described, is_definite
from kg.extraction.story import Story
from kg.extraction.syntax import base, child, children, preposition
from kg.model import Mention
from kg.values import Quantity

PERCENT = frozenset({"percent", "cent", "%"})
# Words before a share that is one more of the same company.
FURTHER = frozenset({"additional", "another", "further", "remaining"})


def company_of_stake(noun: Token, story: Story) -> Mention | None:
    """The company of "a 33 percent stake in X", "33% of X", "its X unit", "50 percent plus one share of X"."""
    if not is_share(noun, story):
        return None
    named = name_over_share(noun, story)
    if named is not None:
        return named
    plus = [c for c in children(noun, "conj") if is_share(c, story)]
    below = [*children(noun, "nmod", "obl"), *hung_higher(noun), *(o for c in plus for o in children(c, "nmod"))]
    for c in [*below, *(o for h in holding(noun, story) for o in children(h, "obl"))]:
        if preposition(c) in ("in", "of"):
            m = story.mention(c) or name_before(c, story) or name_in(c, story) or site_of(c, story)
            if m is not None and m.kind == "Organization":
                return m
            deeper = company_of_stake(c, story)
            if deeper is not None:
                return deeper
            if is_part(c, story):
                return replace(unit_of(c, generic_system(c, story), story), kind="Organization")
            meant = described(c, story) if is_definite(c) else None  # "a stake in the carrier"
            if meant is not None and meant.kind == "Organization":
                return meant
    return company_before(noun, story)


def holding(noun: Token, story: Story) -> list[Token]:
    """The verbs that tell whose a share is: "the 60 percent stake owned by Verano", "the 50 percent that Orion held in Kestrel"."""
    near = [noun, *(c for c in children(noun, "nmod") if preposition(c) == "of")]
    clauses = [c for n in near for c in children(n, "acl", "acl:relcl") if c.dep_ == "acl:relcl" or c.tag_ == "VBN"]
    apart = [c for c in clauses if c.dep_ == "acl" and story.doc[c.i - 1].text == ","]
    return [c for c in clauses if c not in apart and c.lemma_.lower() in story.words.verb_classes["own"]]


def holder_of(noun: Token, story: Story) -> Mention | None:
    """Who has the share that is bought, where its own clause or a name before it tells ("Verano's 20 percent stake in Kestrel")."""
    owner = child(noun, "nmod:poss")
    if owner is not None and owner.pos_ == "PROPN" and any(preposition(c) == "in" for c in children(noun, "nmod")):
        return party_of(owner, story)
    held = [h for h in holding(noun, story) if not denied(h)]
    agents = [a for h in held for a in children(h, "obl:agent", "obl", "nsubj") if base(a.dep_) == "nsubj" or preposition(a) == "by"]
    return next((p for a in agents if (p := party_of(a, story)) is not None), None)


def company_before(noun: Token, story: Story) -> Mention | None:
    """The company that a sentence tells a further share of ("which owns 20% of Verano, is buying another 15%"), None for a whole one."""
    more = [c for c in noun.children if c.i < noun.i and c.lower_ in FURTHER]
    before = [t for t in noun.sent if t.i < noun.i and t.i != noun.i and is_share(t, story)] if more else []
    return company_of_stake(before[-1], story) if before and not children(noun, "nmod") else None


def is_share(noun: Token, story: Story) -> bool:
    """Whether a noun is a word for a part of a company: "stake", "percent", "a tenth of"."""
    words = story.words
    wholes = [c for c in [*children(noun, "nmod", "obl"), *hung_higher(noun)] if preposition(c) == "of"]
    fraction = noun.lower_ in words.fractions and any(child(c, "nummod") is None for c in wholes)  # not "half of the 24 jets"
    forms = {singular(noun.lower_), noun.lemma_.lower(), story.doc[max(noun.i - 1, 0) : noun.i + 1].text.lower()}  # "20 per cent"
    return fraction or bool(forms & words.share_nouns)


def fraction_of(noun: Token, story: Story) -> Quantity | None:
    """The percentage of a part told by a bare number or in one word ("a tenth of Verano": 10 percent), None for "two fifths", "a third"."""
    number = next((q for c in children(noun, "nummod") if noun.lower_ in PERCENT and (q := bare_number(c, story)) is not None), None)
    if number is not None:
        return replace(number, unit="percent")  # "the 12 percent that Verano held"
    percent = story.words.fractions.get(noun.lower_)
    whole = all(c.lower_ in ("a", "an", "one") or c.dep_ == "nmod:poss" for c in noun.children if c.i < noun.i and c.dep_ != "case")
    return Quantity(Decimal(percent), unit="percent", text=noun.text) if percent and whole else None


def name_before(noun: Token, story: Story) -> Mention | None:
    """The company named before a word for a part of it: "the Travelers Life insurance arm", "the Homeplus chain"."""
    if singular(noun.lower_) not in story.words.unit_nouns:
        return None
    found = [m for c in children(noun, "compound", "flat", "amod") if (m := story.mention(c)) is not None and m.kind == "Organization"]
    return found[0] if found else None


def name_over_share(noun: Token, story: Story) -> Mention | None:
    """The company that is named before a word for a part of it: "its Verano stake", "16 percent of the Kestrel shares"."""
    found = [story.mention(c) for c in children(noun, "compound")]
    return next((m for m in found if m is not None and m.kind == "Organization"), None)


def hung_higher(noun: Token) -> list[Token]:
    """What "of" right behind a noun governs, where the parser hung it on the verb ("bought a quarter of the group")."""
    return [c for c in children(noun.head, "obl") if any(k.dep_ == "case" and k.i == noun.i + 1 for k in c.children)]
