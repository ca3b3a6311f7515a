"""What do tense and mood of a verb say of a post: held, held once, still to come, or not stated at all?"""

from __future__ import annotations

from spacy.tokens import Token

from kg.extraction.roles.verbs import RoleVerb
from kg.extraction.story import Story
from kg.extraction.syntax import base, children, first_conjunct, is_passive

IRREAL = frozenset({"would", "could", "might", "may", "should", "must", "can"})
FINITE_BE = frozenset({"am", "are", "is", "was", "were", "'s", "’s"})
FUTURE = frozenset({"will", "shall", "'ll", "’ll", "to"})


def copula_status(cop: Token, head: Token, story: Story) -> str:
    """What the tense of "to be" says about the post; "" where it is not stated as a fact."""
    words = {c.lower_ for c in (*children(head, "aux", "mark"), *children(cop, "aux", "mark"))}
    if is_over(cop, head) or is_bygone(head):
        return "former"
    if is_hearsay(head, story):
        return "former" if "have" in words else "current"
    if words & IRREAL or ("to" in words and not is_set(head, story)):
        return ""
    if words & FUTURE:
        return "appointed"
    if "having" in words:
        return "former"
    if cop.lower_ in ("was", "were") or "had" in words:
        return "former"
    return "current"


def is_over(cop: Token, head: Token) -> bool:
    """Whether a post is held "no longer", which denies the present and tells of the past."""
    words = (*children(head, "advmod"), *children(cop, "advmod"))
    return any(c.lower_ == "longer" and c.i and c.doc[c.i - 1].lower_ == "no" for c in words)


def is_bygone(head: Token) -> bool:
    """Whether "used to" tells what was so and is no longer: "used to be mayor"."""
    used = head.head
    return base(head.dep_) == "xcomp" and used.lower_ == "used" and used.tag_ == "VBD" and not children(used, "obj")


def is_set(verb: Token, story: Story) -> bool:
    """Whether "to" with a verb says what will be ("is to become", "is set to step down"), not a wish or purpose ("ran to be")."""
    if is_hearsay(verb, story):
        return True
    if any(c.lower_ in FINITE_BE and base(c.dep_) in ("aux", "cop") for c in verb.children):
        return True
    return base(verb.dep_) in ("xcomp", "ccomp") and (
        verb.head.lemma_ == "be" or verb.head.lemma_.lower() in story.words.verb_classes.get("ahead", frozenset())
    )


def is_hearsay(verb: Token, story: Story) -> bool:
    """Whether "to" with a verb says what others say is so: "is believed to be", "was rumoured to have been"."""
    head = verb.head
    return base(verb.dep_) == "xcomp" and is_passive(head) and head.lemma_.lower() in story.words.verb_classes["hearsay"]


def is_wish(verb: Token, story: Story) -> bool:
    """Whether a verb only tells what somebody would like ("hopes to become"), not what others foresee ("is expected to become")."""
    head = verb.head
    return base(verb.dep_) == "xcomp" and head.lemma_.lower() in story.words.verb_classes["wish"] and not is_passive(head)


def is_reported(verb: Token, story: Story) -> bool:
    """Whether a clause is what somebody announced in the past: "announced he would resign", so that "would" is "will"."""
    head = verb.head
    announced = head.lemma_.lower() in story.words.verb_classes.get("announce", frozenset()) | {"say"}
    told = base(verb.dep_) == "ccomp" and head.tag_ in ("VBD", "VBN") and announced
    return told and not any(t.lower_ in ("if", "unless") for t in verb.sent)


def verb_status(verb: Token, row: RoleVerb, story: Story) -> str:
    """The status a verb gives, by its tense: "will become" is not yet; "would have resigned" is nothing."""
    words = {c.lower_ for c in verb.children if base(c.dep_) in ("aux", "mark")}
    if verb.dep_ == "conj" and all(c.lower_ == "be" for c in children(verb, "aux")):  # "will step down and be succeeded by"
        words |= {c.lower_ for c in children(first_conjunct(verb), "aux")}
    governing = verb.head if base(verb.dep_) == "xcomp" else None
    if is_wish(verb, story) and row.future != "current":
        return ""
    if "would" in words and is_reported(verb, story):
        words = words - {"would"} | {"will"}
    if words & IRREAL or (verb.tag_ == "VB" and "to" in words and not is_set(verb, story)):
        return ""
    if words & FUTURE or (governing is not None and verb.tag_ == "VB"):
        return row.future
    past = verb.tag_ == "VBD" or {"was", "were", "had", "having"} & words or (verb.tag_ == "VBG" and "after" in words)
    if past:
        return row.past or row.status
    return row.present if row.present and verb.tag_ in ("VBZ", "VBP") else row.status
