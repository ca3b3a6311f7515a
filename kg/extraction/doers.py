"""Who does what a verb says, where it has a subject, shares one or inherits one from the words around it?"""

from __future__ import annotations

from spacy.tokens import Token

from kg.extraction.attachments import agent, attached
from kg.extraction.syntax import base, child, children, first_conjunct, is_passive

RELATIVES = frozenset({"who", "which", "that", "whom", "whose"})
PLURALS = frozenset({"NNS", "NNPS", "NNP", "CD"})  # the name of a system stands for several
TOPIC = frozenset({"of", "about", "on", "over"})
# Verbs whose object says or decides what their subject does.
ISSUES = frozenset({"issue", "make", "pass"})
OUTDOES = frozenset({"beat", "outbid", "defeat", "edge", "pip"})
# How many verbs a controlled subject may be away ("plans to agree to begin to buy").
MAX_CLIMB = 6


def surface_subject(verb: Token, climb: int = MAX_CLIMB) -> Token | None:
    """The noun that stands as the verb's subject, its own or the one it shares with or inherits from another verb."""
    own = child(verb, "nsubj", "nsubj:pass", "nsubj:outer") or (child(verb, "expl") if child(verb, "xcomp") is not None else None)
    own = own or number_before(verb) or lost_subject(verb)
    if own is not None:
        return antecedent(own, verb)
    if climb == 0 or verb.head.i == verb.i:
        return None
    label, head = base(verb.dep_), verb.head
    if verb.dep_ == "conj":
        first = first_conjunct(verb)
        return surface_subject(first, climb - 1) if first.pos_ in ("VERB", "AUX", "ADJ", "NOUN") else None
    if label == "xcomp":
        obj = child(head, "obj", "iobj") if head.lemma_ not in OUTDOES else None  # "beat Diageo to buy": who beats buys
        if obj is None and head.lemma_ == "help" and child(head, "nsubj") is None:
            return None  # "lent it $6bn to help buy": who helps is not who buys
        if obj is not None and obj.lower_.endswith(("self", "selves")):
            return surface_subject(head, climb - 1)  # "committed itself to hand over": who commits hands over
        if obj is not None and any(p == "for" and obj.i < n.i < verb.i for p, n in attached(head)):
            return surface_subject(head, climb - 1)  # "asked Congress for $2 million to buy": who asks will buy
        if obj is not None and (obj.ent_type_ or obj.pos_ in ("PROPN", "PRON")):  # "allowed Poland to buy", not "signed a deal to buy"
            return obj
        return surface_subject(head, climb - 1)
    noun = noun_before(verb)
    if noun is not None and noun.i != head.i and child(noun, "nmod:poss") is not None:
        return child(noun, "nmod:poss")  # "spoke of Poland's intent to buy"
    if (label == "advcl" and head.pos_ in ("VERB", "AUX", "ADJ") and child(verb, "mark") is None) or (
        label == "advcl" and verb.tag_ in ("VB", "VBG")
    ):
        return surface_subject(head, climb - 1)
    if label == "acl":
        return subject_of_modifier(verb, climb)
    return None


def lost_subject(verb: Token) -> Token | None:
    """The noun right before a verb that the parser gave to a later one with its own ("Kenya bought 12 jets, Chad has raised its order")."""
    head = verb.head
    if base(verb.dep_) not in ("parataxis", "ccomp") or verb.i > head.i or verb.tag_ not in ("VBD", "VBZ", "VBP", "VBN", "VB", "VBG"):
        return None
    helpers = [c.i for c in children(verb, "aux", "aux:pass", "advmod") if c.i < verb.i]
    begins = min([verb.i, *helpers])
    subjects = children(head, "nsubj", "nsubj:pass")
    return next((s for s in subjects[:-1] if s.right_edge.i + 1 == begins), None)


def number_before(verb: Token) -> Token | None:
    """The bare number right before a verb that the parser gave to the date before it ("By the end of June 133 had been delivered")."""
    helpers = children(verb, "aux")
    before = helpers[0].doc[helpers[0].i - 1] if helpers and helpers[0].i > verb.sent.start else verb
    return before if before.tag_ == "CD" and before.dep_ == "nmod:unmarked" and verb in before.ancestors else None


def subject_of_modifier(verb: Token, climb: int) -> Token | None:
    """The subject of a verb that modifies a noun: "the tanks bought", "a firm selling", "Poland's plan to buy", "signed a deal to buy"."""
    noun = verb.head
    if verb.tag_ == "VBG" and base(noun.dep_) == "obj" and noun.head.lemma_ in ISSUES and climb:
        return surface_subject(noun.head, climb - 1)  # "made a decision approving", "issued a statement confirming"
    if (verb.tag_ in ("VBN", "VBG") or is_passive(verb)) and not is_gerund(verb):
        return whole_of(verb)
    owner = child(noun, "nmod:poss") or name_before(noun) or (child(noun, "nsubj") if child(noun, "cop") is not None else None)
    if owner is not None:
        return owner
    for p, n in attached(noun):
        if p in ("by", "of"):
            return n
    head = noun.head
    able = child(head, "cop") is not None and head.pos_ in ("ADJ", "ADV")  # "is close to a deal to buy"
    if base(noun.dep_) in ("obj", "obl", "xcomp", "nsubj") and (head.pos_ in ("VERB", "AUX") or able) and climb:
        if is_passive(head):
            return agent(head)
        return surface_subject(head, climb - 1) if noun.dep_ != "nsubj" else None
    return None


def is_gerund(verb: Token) -> bool:
    """Whether a preposition makes a verb the complement of its noun ("interest in buying", "an agreement on selling")."""
    return verb.tag_ == "VBG" and child(verb, "mark") is not None


def name_before(noun: Token) -> Token | None:
    """The name right before a noun that opens a sentence ("Norway plans to buy"): what reads as a compound is a subject."""
    before = noun.doc[noun.i - 1] if noun.i else None
    return before if before is not None and before.pos_ == "PROPN" and before.head.i == noun.i and noun.head.i == noun.i else None


def noun_before(verb: Token) -> Token | None:
    """The noun right before "to" and an infinitive ("talks to buy", "a deal to sell"), whatever the parser hung the verb on."""
    marks = {c.lower_: c for c in children(verb, "mark")}
    mark = marks.get("for", marks["to"]) if "to" in marks else None  # "its leave for 12 jets to be sold"
    if mark is None or mark.i == 0:
        return None
    before = verb.doc[mark.i - 1]
    for _ in range(2):  # "a contract on Wednesday to buy": step over what only tells when and where
        case = next((c for c in children(before, "case") if 0 < c.i < before.i), None)
        owned = child(before, "nmod:poss") is not None and case is not None and case.lower_ in TOPIC
        if case is None or owned:  # "spoke of Poland's intent to buy"
            break
        before = verb.doc[case.i - 1]
    return before if before.pos_ == "NOUN" and before.sent == verb.sent else None


def noun_over(noun: Token) -> Token | None:
    """The noun right before a noun's preposition ("a letter of intent for the purchase"), whatever the parser hung the phrase on."""
    case = next((c for c in children(noun, "case") if c.i < noun.i and c.tag_ == "IN"), None) if noun.pos_ == "NOUN" else None
    before = noun.doc[case.i - 1] if case is not None and case.i > noun.sent.start else None
    partner = child(before, "case") if before is not None else None
    beside = partner is not None and (
        partner.lower_ == "with" or (before is not None and before.pos_ == "PROPN" and partner.lower_ == "on")
    )
    if partner is not None and beside and partner.i > noun.sent.start:  # "a letter with Verano for the purchase", "consent on Monday to"
        before = noun.doc[partner.i - 1]
    return before if before is not None and before.pos_ == "NOUN" else None


def antecedent(pronoun: Token, verb: Token) -> Token:
    """What a relative pronoun stands for, also one of a verb further down ("that Kenya agreed to buy"); the token itself for others."""
    over = relative_over(verb) if pronoun.lower_ in RELATIVES else None
    if over is None or pronoun.i > verb.i:
        return pronoun
    noun = whole_of(over)
    several = noun.ent_type_ in ("ORG", "GPE") and any(c.lower_ in ("are", "were", "have") for c in over.children)
    return first_conjunct(noun) if several and pronoun.dep_ == "nsubj" else noun  # "the bank and the fund, which were to sell"


def whole_of(clause: Token) -> Token:
    """The noun that a clause describes; of "15 of the 76 tanks that Kenya ordered" the tanks, of "the first of 108 ordered" the 108."""
    noun = clause.head
    counts = noun.tag_ in ("CD", "JJ", "RB")  # "first"
    wholes = [n for p, n in attached(noun) if p == "of" and n.i < clause.i and n.tag_ in PLURALS] if counts else []
    return wholes[0] if wholes else noun


def relative_over(verb: Token) -> Token | None:
    """The verb of the relative clause that a verb stands in, itself or one that governs it ("that Kenya said it agreed to buy")."""
    for _ in range(MAX_CLIMB):
        if base(verb.dep_) == "acl" and verb.head.i != verb.i:
            return verb
        if base(verb.dep_) not in ("xcomp", "ccomp") or verb.head.i > verb.i:
            return None
        verb = verb.head
    return None
