"""Which verb makes an event of a deal noun: "sign a deal", "the contract was awarded", "a deal worth"?"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from kg.extraction.attachments import attached
from kg.extraction.story import Story
from kg.extraction.syntax import base, child, children, first_conjunct, is_passive, preposition
from kg.lexicon import FramePhrase

NOMINAL = frozenset({"NOUN", "PROPN"})
VERBAL = frozenset({"VERB", "AUX"})
AMOUNT = frozenset("$€£¥0123456789")  # how amounts of money begin
TIMES = "in"  # a particle that as a preposition most often tells when


def light_verb(noun: Token, story: Story) -> tuple[Token | None, FramePhrase | None]:
    """The verb that makes a deal noun an event ("sign a deal", "the contract was awarded to", "a deal signed by"), and its row."""
    return next(light_verbs(noun, story), (None, None))


def light_verbs(noun: Token, story: Story) -> Iterator[tuple[Token, FramePhrase]]:
    """All such verbs with their rows, the one that governs the noun first ("delayed aid slated for")."""
    paper = noun.lemma_.lower() in story.words.verb_classes["paper"]  # "an aid package"
    lemmas = {noun.lemma_.lower(), *(c.lemma_.lower() for c in children(noun, "compound") if paper)}
    for verb, voice in event_verbs(noun):
        for phrase in story.words.deal_phrases.get(verb.lemma_.lower(), ()):
            fits = not phrase.nouns or bool(lemmas & {*phrase.nouns})
            if voice not in ("object", "subject"):
                fits = (
                    fits and bool(phrase.particle) and (voice == phrase.particle or has_particle(verb, phrase.particle))
                )  # "entered into a contract", "agreed to an offer"
            elif phrase.particle and not has_particle(verb, phrase.particle):
                fits = False
            if fits and (voice != "subject" or is_passive(verb) or not takes_object(verb, story)):
                yield verb, phrase
                break


def takes_object(verb: Token, story: Story) -> bool:
    """Whether a verb has an object that is no date; without one a deal as its subject is what was signed ("the deal, inked Monday")."""
    dated = {t.i for span in story.doc.spans.get("dates", ()) for t in span}
    return any(o.i not in dated for o in children(verb, "obj", "ccomp", "xcomp"))


def valued(noun: Token, story: Story) -> Token | None:
    """The word that says what the noun is worth ("the deal was valued at", "the contract is worth"), None when its clause says else."""
    head = noun.head
    return head if base(noun.dep_) == "nsubj" and story.words.value_words.get(head.lemma_.lower()) == "value" else None


def before_worth(noun: Token, story: Story) -> bool:
    """Whether a word of value follows at once: "a contract worth 95 million francs"."""
    return noun.i + 1 < len(story.doc) and story.words.value_words.get(story.doc[noun.i + 1].lower_) == "value"


def event_verbs(noun: Token) -> Iterator[tuple[Token, str]]:
    """Verbs that may make the noun an event, with the noun's function: "object", "subject" or its preposition."""
    first = first_conjunct(noun)
    while base(first.dep_) == "compound":  # "a contract worth $5 million", read as one compound
        first = first.head
    first = measured_by(first) or first
    head, label = first.head, base(first.dep_)
    if label == "obl" and head.dep_ == "advmod":
        head = head.head  # "walked away from its bid"
    if label == "obj" and head.pos_ in VERBAL:
        yield head, "object"
    if label == "obl" and head.pos_ in VERBAL:
        yield head, preposition(first)
    if label == "nsubj" and head.pos_ in VERBAL | {"ADJ"}:
        yield head, "subject"
        yield from ((v, "subject") for v in children(head, "xcomp", "conj"))
        yield from ((v, "subject") for x in children(head, "xcomp") for v in children(x, "xcomp"))
    for c in noun.children:
        if c.pos_ not in VERBAL:
            continue
        if c.dep_ == "acl":
            yield c, "subject"
        if c.dep_ == "acl:relcl":
            yield c, "subject" if child(c, "nsubj:pass") is not None else "object"
    yield from ((v, "subject") for v in behind_goods(noun))


def behind_goods(noun: Token) -> Iterator[Token]:
    """Participles behind a comma that the parser hung on what a deal is for: "a deal for 300 engines, signed with Verano"."""
    for c in (c for c in children(noun, "nmod") if c.i > noun.i and preposition(c) in ("for", "of", "on")):
        yield from (v for v in children(c, "acl") if v.tag_ == "VBN" and v.nbor(-1).text == ",")


def measured_by(noun: Token) -> Token | None:
    """The amount or package that a noun of aid hangs on: "$5 million in aid", "a package of military aid"."""
    head = noun.head
    amount = child(head, "obj") if base(noun.dep_) == "obl" and preposition(noun) == "in" else None
    if amount is not None and amount.i == min(c.i for c in noun.subtree) - 1 and amount.text[:1] in AMOUNT:
        return amount  # "withheld $5 million in aid", hung on the verb
    counted = head.text[:1] in AMOUNT or head.pos_ in ("NUM", "SYM") or any(c.pos_ == "NUM" for c in head.children)
    return head if base(noun.dep_) == "nmod" and preposition(noun) in ("in", "of") and (counted or child(head, "compound")) else None


def has_particle(verb: Token, particle: str) -> bool:
    """Whether the verb has the particle ("take over") or a preposition that the parser read instead of it; not "took six jets in 2022"."""
    beside = verb.i + 1 < len(verb.doc) and verb.nbor().lower_ == particle
    if particle == TIMES:
        is_open = not is_passive(verb) and child(verb, "obj") is None  # "has taken in two jets", read as if "in" were a preposition
        own = any(c.lower_ == particle and c.tag_ == "RP" for c in verb.children)
        return own or (beside and (is_open or verb.nbor().dep_ != "case"))
    return beside or any(c.lower_ == particle for c in verb.children) or any(p == particle for p, _ in attached(verb))
