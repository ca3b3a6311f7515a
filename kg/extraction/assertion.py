"""Does the text assert what a word states, or does it deny, doubt, ask or suppose it?"""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from kg.extraction.clauses import governors
from kg.extraction.story import Story
from kg.extraction.syntax import auxiliaries, base, child, children, is_passive, preposition, subtree

NEGATIONS = frozenset({"not", "n't", "n’t", "never", "no", "neither", "nor", "without"})
CONDITIONS = frozenset({"if", "unless", "whether", "should"})
# Words that leave out, after "not", what "not" would deny: "not only ordered jets but also".
ONLY = frozenset({"only", "just", "merely", "simply"})
NOBODY = frozenset({"nobody", "none", "nothing", "neither"})
# The thing was not done: "almost bought"; "instead of buying", "decided against buying", but not "will instead buy".
ALMOST = frozenset({"almost", "nearly"})
INSTEAD = frozenset({"instead", "rather", "against"})
STILL_AHEAD = frozenset({"will", "shall", "would", "could", "may", "might", "can", "'ll", "’ll"})
PAST = frozenset({"have", "has", "had", "was", "were", "been"})
# Relations over which a denying word takes its complement.
COMPLEMENTS = frozenset({"xcomp", "ccomp", "acl", "obj", "csubj", "nsubj", "nmod", "obl"})
QUESTION_WORDS = frozenset({"WRB", "WP", "WP$", "WDT"})
INVERTED = frozenset({"should", "had", "were"})  # "Should Poland buy", "Had Poland bought"


@dataclass(frozen=True, slots=True)
class Assertion:
    """asserted: False where the text denies, asks or only supposes it. hedge: the words of doubt, "" for none."""

    asserted: bool
    hedge: str = ""


NOTHING = Assertion(False)


def assertion(token: Token, story: Story) -> Assertion:
    """How far the text stands behind what a verb or noun states, judged by the words around it and those that govern it.

    "is rumoured to have bought": asserted with the hedge "rumoured"; "denied reports that it had bought": not asserted.
    """
    if is_unstated(token) or is_asked(token) or any(c.lower_ in story.words.verb_classes["unreal"] for c in children(token, "amod")):
        return NOTHING
    hedge, inner = own_hedge(token, story), token
    for head, label in governors(token):
        if label not in COMPLEMENTS and not (label == "advcl" and head.pos_ == "ADJ"):  # "is close to buying"
            break
        if (is_unstated(head) and not (label == "nsubj" and is_near_effect(head))) or is_denying(head, inner, label, story):
            return NOTHING
        told = label == "ccomp" and head.lemma_.lower() in story.lexicon.say_verbs
        if (told and (denied(head) or is_refused(head, story))) or is_asked(head):
            return NOTHING
        hedge = hedge or governing_hedge(head, inner, label, story) or own_hedge(head, story)
        if told or (label in ("nmod", "obl") and not is_of(inner)):
            break
        inner = head
    return Assertion(True, hedge)


def denied(token: Token) -> bool:
    """Whether a negation stands among the word's modifiers ("did not buy", "no contract", "has not sold, lent or promised")."""
    if token.tag_ == "VBN" and token.dep_ == "conj" and not any(base(c.dep_) in ("aux", "nsubj") for c in token.children):
        first = token.head
        while first.dep_ == "conj":
            first = first.head
        apart = any(c.lower_ == "but" for c in token.children)  # "has not bought but leased"
        if first.tag_ == "VBN" and not apart and denied(first):
            return True
    for c in token.children:
        if c.lower_ in NEGATIONS and base(c.dep_) in ("advmod", "det", "cc", "neg", "case"):
            return c.i + 1 >= len(token.doc) or token.doc[c.i + 1].lower_ not in ONLY
        if c.lower_ == "longer" and c.i and token.doc[c.i - 1].lower_ == "no":
            return True
    return False


def is_deferred(token: Token) -> bool:
    """Whether a denied word only lies ahead of a date: "will not be handed over before 2031", "are not expected until May"."""
    if not (denied(token) or denied(token.head)):
        return False
    dated = {t.i for span in token.doc.spans.get("dates", ()) for t in span}
    words = [token, *children(token, "xcomp")]
    return any(preposition(c) in ("before", "until", "till") and c.i in dated for w in words for c in children(w, "obl", "nmod"))


def is_unstated(token: Token) -> bool:
    """Whether a word's own clause states nothing: a condition, or a thing not done."""
    return is_supposed(token) or is_undone(token)


def is_undone(token: Token) -> bool:
    """Whether the word says that a thing was not done: "almost bought", "instead of buying", "has yet to order", "no firm has sold"."""
    if any(denied(c) or c.lower_ in NOBODY for c in children(token, "nsubj")):
        return True
    before = [c for c in token.children if c.i < token.i]
    if any((c.lower_ in ALMOST and c.dep_ == "advmod") or (c.lower_ in INSTEAD and c.dep_ in ("mark", "cc")) for c in before):
        return True
    return token.lemma_ in ("have", "be", "remain") and any(c.lower_ == "yet" and c.i > token.i for c in children(token, "advmod"))


def is_near_effect(verb: Token) -> bool:
    """Whether a verb only tells what its subject almost did to something ("the takeover nearly sank the bank")."""
    almost = any(c.lower_ in ALMOST for c in children(verb, "advmod"))
    return almost and child(verb, "obj") is not None and not is_supposed(verb) and not denied(verb)


def is_denying(head: Token, inner: Token, label: str, story: Story) -> bool:
    """Whether a governing word takes its complement back: "denied buying", "is unlikely to buy", "dismissed rumours that".

    Words of the class dismiss only do so to what is said: "dismissed an offer to buy" leaves the offer standing.
    """
    lemma, classes = head.lemma_.lower(), story.words.verb_classes
    if denied(head):
        if is_deferred(head) or is_deferred(inner):
            return False
        return lemma in classes["affirm"] and label in ("ccomp", "csubj")  # "it is not true that"; "did not deny" leaves it open
    if lemma in classes["deny"]:
        attempt = label == "obl" and preposition(inner) == "in"  # "failed in its bid to buy"
        return attempt or label in ("xcomp", "ccomp", "acl", "csubj", "obj") or (is_passive(head) and label == "nsubj")
    told = label == "ccomp" or inner.lemma_.lower() in classes["rumour"]
    return lemma in classes["dismiss"] and told and (label in ("ccomp", "obj") or is_passive(head))


def is_refused(speech: Token, story: Story) -> bool:
    """Whether nothing is said after all: "declined to confirm that", "refused to say that"."""
    head = speech.head
    return base(speech.dep_) == "xcomp" and head.lemma_.lower() in story.words.verb_classes["withhold"]


def governing_hedge(head: Token, inner: Token, label: str, story: Story) -> str:
    """The doubt that a governing word casts: "is believed to", "rumours that", "suspects that"; "" for none."""
    lemma, classes = head.lemma_.lower(), story.words.verb_classes
    if head.pos_ == "NOUN":
        told = label in ("acl", "ccomp") or (label == "nmod" and preposition(inner) in ("of", "about"))  # not "a report on"
        return head.lower_ if told and lemma in classes["rumour"] else ""
    if label not in ("xcomp", "ccomp", "csubj"):
        return ""
    impersonal = is_passive(head) or child(head, "cop") is not None
    hearsay = lemma in classes["hearsay"] and impersonal and child(head, "obl:agent") is None
    return head.lower_ if hearsay or lemma in classes["opinion"] else ""


def own_hedge(token: Token, story: Story) -> str:
    """The word of doubt that a verb or noun carries itself: "reportedly bought", "the alleged sale", "according to rumours"."""
    classes, doubts = story.words.verb_classes, story.words.doubts
    for c in token.children:
        if base(c.dep_) == "advmod" and c.lower_ in doubts:
            return c.lower_
        if c.dep_ == "amod" and (c.lower_ in doubts or c.lower_ in classes["hearsay"]):
            return c.lower_
        if c.dep_ == "parataxis" and c.lemma_.lower() in classes["hearsay"] and is_passive(c):
            return c.lower_
        rumoured = c.lemma_.lower() in classes["rumour"] and preposition(c).startswith("according")
        if rumoured and not any(story.mention(t) is not None for t in subtree(c)):
            return c.lower_
    on = condition(token)
    return on.lower_ if on is not None else ""


def is_of(noun: Token) -> bool:
    """Whether a noun tells what a word is about: "rumours of a purchase", "speculation about a sale", "resigned as chairman"."""
    return preposition(noun) in ("of", "about", "on", "over", "as")


def is_asked(clause: Token) -> bool:
    """Whether a clause is a question that leaves open what it asks ("Will Poland buy tanks?").

    A question for who, why or when takes the rest as known ("Why did Poland buy tanks?"), unless it is about what may be.
    """
    if clause.dep_ not in ("ROOT", "ccomp", "conj", "parataxis"):
        return False
    last = max(t.i for t in subtree(clause))
    if not any(t.text == "?" for t in clause.doc[max(last - 2, clause.i) : min(last + 3, clause.sent.end)]):
        return False
    words = [t for c in clause.children if c.i < clause.i for t in subtree(c)]
    return not any(t.tag_ in QUESTION_WORDS for t in words) or bool(auxiliaries(clause) & {"would", "could", "should", "might"})


def is_supposed(verb: Token) -> bool:
    """Whether the verb's own clause is a condition: "if Poland buys", "whether it bought", "as if it were", "Should Poland buy"."""
    for mark in children(verb, "mark"):
        if mark.lower_ in CONDITIONS and (mark.i == 0 or verb.doc[mark.i - 1].lower_ != "even"):
            return True
    subject = child(verb, "nsubj")
    first = next((c for c in verb.children if base(c.dep_) == "aux"), None)
    inverted = first is not None and subject is not None and first.lower_ in INVERTED and first.i < subject.i
    return inverted and verb.dep_ == "advcl"


def condition(verb: Token) -> Token | None:
    """The word of a condition that a verb still to come hangs on ("will buy the jets if parliament agrees"), None for none."""
    helpers = auxiliaries(verb)
    if not helpers & STILL_AHEAD and (verb.tag_ in ("VBD", "VBN") or helpers & PAST):
        return None
    for clause in children(verb, "advcl"):
        if denied(clause) and child(clause, "nsubj") is None:
            continue  # "for ten years, if not longer"
        mark = child(clause, "mark") or clause
        if mark.lower_ in ("if", "unless", "provided", "providing"):
            before = verb.doc[mark.i - 1].lower_ if mark.i else ""
            if before not in ("even", "as") and (mark.i != clause.i or child(clause, "ccomp") is not None):
                return mark
    return None
