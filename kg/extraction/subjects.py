"""Which names stand as the subject of a verb?"""

from __future__ import annotations

from spacy.tokens import Token

from kg.extraction.story import Story
from kg.extraction.syntax import SUBJECTS, base, children, preposition
from kg.model import Mention


def is_subject(story: Story, mention: Mention) -> bool:
    """Whether the mention is the subject of some verb."""
    return is_subject_word(story.span(mention).root)


def is_subject_word(head: Token) -> bool:
    """Whether a word heads a subject, itself or as a part of it that stands beside its head."""
    while base(head.dep_) in ("flat", "conj", "appos") and head.head.i != head.i:
        head = head.head
    return head.dep_ in SUBJECTS


def are_of_one_verb(token: Token, story: Story, mention: Mention) -> bool:
    """Whether token and mention are subject and complement of one verb ("Boeing bought it", "From Turkey it bought": "it" is neither)."""
    head = story.span(mention).root
    if token.head.i != head.head.i:
        return False
    return any(a.dep_ in SUBJECTS and base(b.dep_) in ("obj", "iobj", "obl") for a, b in ((token, head), (head, token)))


def ahead(token: Token, story: Story) -> Mention | None:
    """The subject that a possessive of what stands before it means: "After its takeover of Kestrel, Verano reported"."""
    if token.lower_ not in ("its", "their") or token.dep_ != "nmod:poss":
        return None
    clause = next((t for t in token.ancestors if t.i > token.i and children(t, "nsubj")), None)
    subject = next((c for c in children(clause, "nsubj") if c.i > token.i), None) if clause is not None else None
    opens = all(t.pos_ in ("ADP", "ADJ", "ADV", "SCONJ", "VERB") for t in token.doc[token.sent.start : token.i])
    found = story.mention(subject) if subject is not None and opens else None
    return found if found is not None and found.kind in ("Organization", "Country") else None


def is_listener(mention: Mention, story: Story) -> bool:
    """Whether somebody is only told something or asks for it: "she told The Times", "said in an interview with The Times"."""
    noun = story.span(mention).root
    if noun.head.pos_ == "VERB":
        told = noun.dep_ in ("obj", "iobj") or (base(noun.dep_) == "obl" and preposition(noun) in ("to", "with"))
        return told and noun.head.lemma_.lower() in story.lexicon.say_verbs
    return (
        base(noun.dep_) == "nmod"
        and preposition(noun) in ("to", "with")
        and noun.head.lemma_.lower() in story.words.verb_classes["interview"]
    )
