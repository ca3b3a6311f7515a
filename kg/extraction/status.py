"""Is a deal or delivery signed, planned, cancelled, or only talked about? Read from tense, modals and governing verbs."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from kg.extraction.clauses import governors, name_before
from kg.extraction.story import Story
from kg.extraction.syntax import auxiliaries, base, child, children
from kg.lexicon import StatusWord

MODALS = frozenset({"could", "may", "might", "would", "should", "can", "must"})
FUTURE = frozenset({"will", "shall", "'ll", "’ll"})
GOVERNING = frozenset({"VERB", "AUX", "NOUN", "ADJ"})
NEGATIONS = frozenset({"not", "n't", "n’t", "never", "no", "neither", "nor", "without"})
CONDITIONS = frozenset({"if", "unless", "whether", "should"})
# A company or state that says "will buy" has decided; "will sign" or "will donate" announces what is still to come.
DECIDED_BY_WILL = frozenset({"Purchase", "Acquisition", "Lease"})


@dataclass(frozen=True)
class Standing:
    """status: local name of the status, "" when nothing is asserted (denied, hypothetical). hedge: the word of doubt, if any."""

    status: str
    hedge: str = ""


def standing(token: Token, kind: str, default: str, story: Story) -> Standing:
    """The standing of the event that a verb or deal noun states.

    default: the status of its lexicon row, taken for a plain past or present. Governing words are asked nearest first:
    "agreed to buy" (signed), "plans to buy" (planned), "scrapped a plan to buy" (cancelled), "denied buying" (nothing).
    """
    status, hedge = own_standing(token, kind, default, story)
    if not status or is_asked(token):
        return Standing("")
    talked = False
    for head, label in governors(token):
        if head.pos_ not in GOVERNING and child(head, "cop") is None:  # "is close to", whatever "close" is tagged
            continue
        if is_speech(head, story) and label in ("ccomp", "parataxis"):
            hedge = hedge or speech_hedge(head)
            break
        if is_open_option(head, story):
            return Standing("")
        if label == "csubj" and auxiliaries(head) & MODALS:
            return Standing("")  # "buying them would be cheap"
        row = status_row(head, story)
        if row is not None:
            if denied(head) and row.status in ("signed", "approved"):
                return Standing("")
            if talked and row.status == "cancelled":
                return Standing("")
            talked = talked or head.lemma_.lower() in story.words.verb_classes["talk"]
            status = stronger(status, row.status, label)
        elif head.pos_ in ("VERB", "AUX"):
            inner, _ = own_standing(head, kind, status, story)
            if not inner:
                return Standing("")
            if label in ("xcomp", "ccomp", "obj", "nsubj") and inner == "planned":
                status = "planned" if status == "signed" else status
        if label in ("advcl", "obl", "nmod"):
            break
    return Standing(status, hedge)


def is_asked(token: Token) -> bool:
    """Whether the clause is a question to be answered yes or no ("Will the navy get its frigates?")."""
    subject = child(token, "nsubj", "nsubj:pass")
    helper = next((c for c in children(token, "aux", "aux:pass")), None)
    turned = subject is not None and helper is not None and helper.i < subject.i
    return turned and token.dep_ in ("ROOT", "conj", "parataxis") and token.sent.text.rstrip().endswith("?")


def is_open_option(token: Token, story: Story) -> bool:
    """Whether the noun only allows a deal ("an option to buy 20 more"): its row has no status of its own."""
    row = story.words.deal_nouns.get(token.lemma_.lower())
    return row is not None and token.pos_ == "NOUN" and not row.status


def own_standing(token: Token, kind: str, default: str, story: Story) -> tuple[str, str]:
    """Status and hedge by the word's own auxiliaries, negation and mark."""
    if denied(token):
        return "", ""
    mark = child(token, "mark")
    if (mark is not None and mark.lower_ in CONDITIONS) or is_yet_to_come(token):
        return "", ""
    if token.pos_ == "NOUN":
        return default, ""
    helpers = auxiliaries(token)
    if helpers & MODALS == {"would"} and is_backshifted(token, story):
        return (default if kind in DECIDED_BY_WILL or default != "signed" else "planned"), ""
    if helpers & MODALS:
        return ("planned" if default == "signed" else default), next(iter(sorted(helpers & MODALS)))
    if helpers & FUTURE and default == "signed" and kind not in DECIDED_BY_WILL:
        return "planned", ""
    if token.tag_ == "VB" and any(c.lower_ == "to" for c in children(token, "mark")) and default == "signed":
        decided = child(token, "cop", "aux") is not None  # "is to sell"
        purpose = (base(token.dep_) == "advcl" or token.dep_ == "ROOT") and not decided
        return ("planned" if purpose else default), ""
    return default, ""


def is_yet_to_come(token: Token) -> bool:
    """Whether the clause only times another one that lies ahead ("when all jets have been delivered", "until they buy")."""
    times = {c.lower_ for c in children(token, "mark", "advmod")}
    helpers = {c for c in token.children if base(c.dep_) in ("aux", "cop")}
    past = token.tag_ == "VBD" or any(c.tag_ == "VBD" for c in helpers)  # "until it was sold"
    return (bool(times & {"once", "until"}) or ("when" in times and token.dep_ == "advcl")) and not past


def is_backshifted(token: Token, story: Story) -> bool:
    """Whether "would" only reports the "will" of the speaker, without a condition: "Verano said it would buy"."""
    head, subject = token.head, child(token, "nsubj")
    reported = base(token.dep_) == "ccomp" and head.tag_ in ("VBD", "VBN") and is_speech(head, story)
    own = subject is not None and subject.lower_ in ("it", "they", "he", "she", "we")
    return reported and own and not any(c.lower_ in CONDITIONS for v in children(token, "advcl") for c in children(v, "mark"))


def denied(token: Token) -> bool:
    """Whether a negation stands among the word's modifiers."""
    return any(c.lower_ in NEGATIONS for c in token.children if base(c.dep_) in ("advmod", "det", "cc", "neg", "case"))


def stronger(status: str, governor: str, label: str) -> str:
    """The status of an event under a governing word: cancelled and planned governors win, signed ones keep an inner plan."""
    if governor == "cancelled":
        return "cancelled"
    if governor in ("planned", "approved"):
        return governor if status in ("signed", "planned", "delivered") else status
    return "signed" if status == "planned" and label in ("xcomp", "acl", "ccomp") else status


def status_row(token: Token, story: Story) -> StatusWord | None:
    """The lexicon's row for a governing word, with its particle when the row asks for one."""
    rows = story.words.status.get(token.lemma_.lower()) or story.words.status.get(token.lower_.removesuffix("d"), ())  # "slated"
    for row in rows:
        if row.speech == "verb" and not token.tag_.startswith("VB") and name_before(token) is None:
            continue
        if row.speech == "noun" and token.pos_ not in ("NOUN", "PROPN"):
            continue
        beside = token.nbor().lower_ if token.i + 1 < len(token.doc) else ""
        if row.particle and row.particle != beside and not any(c.lower_ == row.particle for c in token.children):
            continue
        return row
    return None


def is_speech(token: Token, story: Story) -> bool:
    """Whether the word reports what somebody said."""
    return token.lemma_.lower() in story.lexicon.say_verbs


def speech_hedge(token: Token) -> str:
    """ "may", "reportedly": doubt on a verb of speech; "" for plain reports."""
    return next((c.lower_ for c in children(token, "advmod") if c.lower_ in ("reportedly", "allegedly")), "")
