"""Who does what in a clause, also where the sentence leaves it unsaid (passives, relative clauses, "agreed to buy")?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from spacy.tokens import Token

from kg.extraction.syntax import base, child, children, conjuncts, first_conjunct, is_passive, preposition

RELATIVES = frozenset({"who", "which", "that", "whom", "whose"})
PLURALS = frozenset({"NNS", "NNPS", "NNP", "CD"})  # the name of a system stands for several
PLACED = frozenset({"WRB"})  # "when", "where"
TOPIC = frozenset({"of", "about", "on", "over"})
# Verbs whose object says or decides what their subject does.
ISSUES = frozenset({"issue", "make", "pass"})
OUTDOES = frozenset({"beat", "outbid", "defeat", "edge", "pip"})
# How many verbs a controlled subject may be away ("plans to agree to begin to buy").
MAX_CLIMB = 6


@dataclass(frozen=True)
class Clause:
    """One verb and the heads of the noun phrases that fill its functions, as in the active voice.

    subject, object: None where unsaid. prepositions: (preposition, noun head), those inside the object phrase too.
    """

    verb: Token
    subject: Token | None
    object: Token | None
    indirect: Token | None
    prepositions: tuple[tuple[str, Token], ...] = field(default=())


def clause_of(verb: Token) -> Clause:
    """The clause of a verb with the functions of its active form."""
    subject: Token | None
    obj: Token | None
    reduced = reduced_relative(verb)
    if reduced is not None:
        subject, obj = agent(verb), reduced
    elif is_passive(verb):
        subject, obj = agent(verb), surface_subject(verb)
    else:
        subject, obj = surface_subject(verb), direct_object(verb)
        if obj is None and (behind := object_behind(verb)) is not None:
            subject, obj = surface_subject(first_conjunct(verb)) if verb.dep_ == "conj" else None, behind
    indirect = child(verb, "iobj") or paid(obj)
    kept = child(verb, "obj") if is_passive(verb) and reduced is None and indirect is None else None
    if kept is not None and obj is not None and obj.i < verb.i:
        obj, indirect = kept, obj  # "Ukraine was given 31 tanks"
    if obj is not None and indirect is None and (second := second_object(verb, obj)) is not None:
        obj, indirect = second, obj
    preps = [(p, n if p == "of" else antecedent(n, verb)) for p, n in pooled(verb) if n is not subject]  # "jets for which Kenya signed"
    if obj is not None and obj.i != verb.head.i:
        preps += [(p, n) for noun in conjuncts(obj) for p, n in pooled(noun) if p != "of"]
    return Clause(verb, subject, obj, indirect, tuple(preps))


def paid(obj: Token | None) -> Token | None:
    """Who is paid, where the parser took the name for a part of the amount ("will pay Verano 500 million pounds")."""
    name = obj.doc[obj.i - 1] if obj is not None and obj.i else None
    amount = obj is not None and any(c.isdigit() for c in obj.text) and name is not None and name.head.i == obj.i
    return name if amount and name is not None and name.dep_ == "compound" and name.ent_type_ in ("ORG", "GPE", "PERSON") else None


def second_object(verb: Token, first: Token) -> Token | None:
    """The thing given, where the parser took whom it is given to for an object too: "hands the Swedish navy its next ship"."""
    last = next((o for o in children(verb, "obj") if o.i > first.i), None)
    if last is None or first.i < verb.i or first.pos_ not in ("NOUN", "PROPN"):
        return None
    opens = min((c for c in last.children if c.i < last.i), key=lambda c: c.i, default=last)
    return last if opens.i == first.i + 1 and base(opens.dep_) in ("det", "nmod", "nummod") and opens.pos_ != "PROPN" else None


def object_behind(verb: Token) -> Token | None:
    """What stands behind an active verb as if it were its subject: "in 2015 sold its chain Kestrel", where the parser lost the object.

    Who is told behind a quotation ("..., said Ann Lee") is the subject.
    """
    own = child(verb, "nsubj") if child(verb, "ccomp", "parataxis") is None else None
    return own if own is not None and own.i > verb.i and verb.tag_ in ("VBD", "VBN", "VBZ", "VBG") else None


def reduced_relative(verb: Token) -> Token | None:
    """The noun that a bare participle behind a comma describes ("the system, bought two years ago"), where the parser saw a clause."""
    past = verb.tag_ == "VBD" and base(verb.dep_) == "parataxis" and child(verb, "obj", "xcomp", "ccomp") is None
    if not (verb.tag_ == "VBN" or past) or base(verb.dep_) == "acl" or verb.i < 2 or child(verb, "nsubj", "aux") is not None:
        return None
    first = verb.doc[verb.i - 1]
    noun = verb.doc[verb.i - 2]
    return noun if first.text == "," and noun.pos_ in ("NOUN", "PROPN") and noun.sent == verb.sent else None


def pooled(token: Token, depth: int = 2) -> Iterator[tuple[str, Token]]:
    """(preposition, noun) below a word, then those below these nouns: "an order for jets with Boeing" may hang "with" on "jets".

    Nested "of" stays out, since it belongs to its own noun.
    """
    direct = list(attached(token))
    yield from direct
    if depth:
        for _, noun in direct:
            yield from ((p, n) for p, n in pooled(noun, depth - 1) if p != "of" or noun.pos_ == "PROPN")  # "to Belgium of 200 missiles"
            last, told = conjuncts(noun)[-1], {"of", *(p for p, _ in direct)}
            yield from ((p, n) for p, n in attached(last) if last is not noun and p not in told)  # "bids from Orion and Verano for Kestrel"


def attached(token: Token) -> Iterator[tuple[str, Token]]:
    """(preposition, noun) of the prepositional phrases below a verb or noun; conjuncts stay with the first noun."""
    for c in children(token, "obl", "nmod", "orphan", "nsubj"):  # an orphan hangs on a conjunct whose verb is left out
        if c.dep_ in ("nmod:poss", "nmod:desc", "obl:agent") or (base(c.dep_) == "nsubj" and c.i < token.i):
            continue
        p = preposition(c)
        if p:
            yield p, c
    for c in children(token, "advcl", "xcomp", "acl"):  # "sold a stake to Credit Verano", where the name was read as a verb
        if c.ent_type_ == "ORG" and (mark := child(c, "mark")) is not None and mark.i < c.i and mark.lower_ == "to":
            yield "to", c


def agent(verb: Token) -> Token | None:
    """The doer of a passive verb: "by Turkey"."""
    found = child(verb, "obl:agent")
    if found is None:
        found = next((n for p, n in attached(verb) if p == "by"), None)
    return found


def surface_subject(verb: Token, climb: int = MAX_CLIMB) -> Token | None:
    """The noun that stands as the verb's subject, its own or the one it shares with or inherits from another verb."""
    own = child(verb, "nsubj", "nsubj:pass", "nsubj:outer") or (child(verb, "expl") if child(verb, "xcomp") is not None else None)
    own = own or number_before(verb)
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


def direct_object(verb: Token) -> Token | None:
    """The object of an active verb; in "the jets (that) Poland bought" the noun the clause hangs on."""
    own = child(verb, "obj")
    if own is not None:
        return antecedent(own, verb)
    over = relative_over(verb)
    if over is not None and over.dep_ == "acl:relcl" and leaves_object(over, verb):
        return whole_of(over)
    first = first_conjunct(verb)
    if first.i != verb.i and child(first, "obj") is not None and all(c.i > verb.i for c in children(first, "obj")):
        return child(first, "obj")
    return None


def leaves_object(over: Token, verb: Token) -> bool:
    """Whether a relative clause is about the object of a verb in it: "the jets Poland bought", "that Poland agreed to buy"."""
    subject = child(over, "nsubj")
    if subject is None or subject.lower_ in RELATIVES or over.head.i > over.i:
        return False
    if any(c.tag_ in PLACED or (c.lower_ in RELATIVES and preposition(c) not in ("", "of")) for v in (over, verb) for c in v.children):
        return False  # "jets for which it signed", "in 2021, when it bought"
    told = child(over, "obj", "iobj") if over.i != verb.i else None  # "jets that it asked Kenya to buy", "that" hung on either verb
    return told is None or told.lower_ in RELATIVES


def governors(verb: Token) -> Iterator[tuple[Token, str]]:
    """The words that a verb or noun depends on as their complement, nearest first, with the relation.

    "plans to agree to buy": agree (xcomp), plans (xcomp). Relative clauses and appositions end the climb.
    """
    token = verb
    noun = noun_before(verb) or noun_over(verb)
    if noun is not None and noun.i != verb.head.i:
        yield noun, "acl"
        token = noun
    yield from ((c, "ccomp") for c in children(verb, "xcomp") if c.tag_ == "VBD")  # "talks to buy it collapsed", read the wrong way round
    for _ in range(MAX_CLIMB):
        if token.dep_ == "conj":
            token = first_conjunct(token)
        label = base(token.dep_)
        if token.head.i == token.i or label not in ("xcomp", "ccomp", "acl", "obj", "nsubj", "csubj", "obl", "nmod", "advcl", "parataxis"):
            return
        participle = (
            label == "acl" and (token.tag_ in ("VBN", "VBG") or is_passive(token)) and child(token, "mark") is None and not is_gerund(token)
        )
        if token.dep_ == "acl:relcl" or participle:
            return  # "the frigates ordered by Denmark": the noun does not govern its participle, but "reports that it has ordered"
        aside = (
            label == "obl" and token.head.dep_ == "advmod" and preposition(token) == "from"
        )  # "walked away from talks", where "from" hangs on "away"
        token = token.head.head if aside else token.head
        yield token, label
