"""Which named system does a noun phrase mean ("36 Rafale fighter jets", "the missile, known as the CGR-080")?"""

from __future__ import annotations

from spacy.tokens import Token

from kg.extraction.story import Story
from kg.extraction.syntax import CLAUSES, base, children, preposition, subtree
from kg.model import Mention

# Nouns that measure out a system ("four batteries of S-400s", "a second regiment of"), and what is taken from it ("two out of six").
OF = frozenset({"of", "out", "out of"})


def named_system(noun: Token, story: Story) -> Mention | None:
    """A named system in the noun phrase ("36 Rafale fighter jets", "batteries of S-400 missiles")."""
    stop = CLAUSES | {"conj", "obl", "nmod:poss"}
    for t in sorted(subtree(noun, stop=stop), key=lambda t: (t.i != noun.i, abs(t.i - noun.i))):
        m = story.mention(t)
        if m is not None and m.kind == "System" and reachable(t, noun):
            return m
    return called(noun, story)


def called(noun: Token, story: Story) -> Mention | None:
    """The name that a participle gives to goods: "the guided missile, known as the CGR-080"."""
    for clause in children(noun, "acl"):
        if clause.lemma_.lower() in story.words.verb_classes["naming"]:
            found = [m for t in clause.subtree if (m := story.mention(t)) is not None and m.kind == "System"]
            if found:
                return found[0]
    return None


def named_behind(noun: Token, story: Story) -> Mention | None:
    """The system that "of" names behind a noun, where the parser lost the way ("a battery of the Israeli-made Barak MX")."""
    doc = story.doc
    if noun.i + 1 >= len(doc) or doc[noun.i + 1].lower_ != "of":
        return None
    for t in doc[noun.i + 2 : noun.i + 8]:
        m = story.mention(t)
        if m is not None and m.kind == "System":
            return m
        if t.text in ",;." or t.tag_ in ("VBD", "VBZ", "VBP", "MD"):
            return None
    return None


def named_over(noun: Token, story: Story) -> Mention | None:
    """The system of which an apposition tells that it is one of the goods ("the M940, first of twelve ships that they ordered")."""
    first = noun.head if base(noun.dep_) in ("nmod", "obl") and preposition(noun) in OF else noun
    m = story.mention(first.head) if base(first.dep_) == "appos" else None
    return m if m is not None and m.kind == "System" else None


def reachable(token: Token, noun: Token) -> bool:
    """Whether the way from a token up to the noun stays within its phrase or an "of", "such as" or "including" tail."""
    while token.i != noun.i:
        if base(token.dep_) == "nmod" and preposition(token) not in (*OF, "like", "such as", "including", ""):
            return False
        token = token.head
    return True
