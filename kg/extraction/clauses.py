"""Who does what in a clause, also where the sentence leaves it unsaid (passives, relative clauses, "agreed to buy")?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from spacy.tokens import Token

from kg.extraction.attachments import agent, attached, pooled
from kg.extraction.doers import (
    MAX_CLIMB,
    RELATIVES,
    antecedent,
    is_gerund,
    noun_before,
    noun_over,
    relative_over,
    surface_subject,
    whole_of,
)
from kg.extraction.syntax import base, child, children, conjuncts, first_conjunct, is_passive, preposition

OWN = frozenset({"own", "hold", "control"})
NOT = frozenset({"not", "n't", "n’t"})
PLACED = frozenset({"WRB"})  # "when", "where"


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
    if not is_passive(verb) and (obj is None or indirect is None) and (thing := given_behind(obj or indirect)) is not None:
        obj, indirect = thing, obj or indirect
    if (given := let_have(verb)) is not None:
        obj, indirect = given
    preps = [(p, n if p == "of" else antecedent(n, verb)) for p, n in pooled(verb) if n is not subject]  # "jets for which Kenya signed"
    if obj is not None and obj.i != verb.head.i:
        preps += [(p, n) for noun in conjuncts(obj) for p, n in pooled(noun) if p != "of"]
        preps += not_owned(obj)
    return Clause(verb, subject, obj, indirect, tuple(preps))


def let_have(verb: Token) -> tuple[Token, Token] | None:
    """(thing, receiver) of "let Kenya have six jets", which is said of giving; None for other verbs."""
    have = child(verb, "xcomp", "ccomp") if verb.lemma_ == "let" else None
    if have is None or have.lemma_ != "have" or have.i < verb.i:
        return None
    thing, receiver = child(have, "obj"), child(have, "nsubj") or child(verb, "obj")
    return (thing, receiver) if thing is not None and receiver is not None else None


def not_owned(obj: Token) -> list[tuple[str, Token]]:
    """What hangs on a clause that tells what the buyer lacked: "acquired the half of the mine that it did not own from Verano"."""
    near = [obj, *(n for p, n in attached(obj) if p == "of")]
    lacks = [c for n in near for c in children(n, "acl:relcl") if c.lemma_ in OWN and any(a.lower_ in NOT for a in children(c, "advmod"))]
    return [(p, n) for c in lacks for p, n in attached(c) if p in ("from", "for")]


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


def given_behind(name: Token | None) -> Token | None:
    """The counted thing right behind the state it goes to, which the parser hung on the name: "promised Ukraine 24 of the jets"."""
    if name is None or name.ent_type_ != "GPE" or name.i + 1 >= len(name.doc) or name.nbor().tag_ != "CD":
        return None
    return next((c for c in children(name, "nummod", "flat", "conj", "appos", "nmod") if name.i + 1 in (c.i, c.left_edge.i)), None)


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
