"""Is a deal or delivery signed, planned, cancelled, or only talked about? Read from tense, modals and governing verbs."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from kg.extraction.assertion import assertion, condition, denied, is_deferred
from kg.extraction.clauses import governors
from kg.extraction.doers import name_before
from kg.extraction.story import Story
from kg.extraction.syntax import auxiliaries, base, child, children, first_conjunct
from kg.lexicon import StatusWord

MODALS = frozenset({"could", "may", "might", "would", "should", "can", "must"})
FUTURE = frozenset({"will", "shall", "'ll", "’ll"})
GOVERNING = frozenset({"VERB", "AUX", "NOUN", "ADJ"})
# Modals that cast doubt; "would", "should", "must" and "can" tell of plans and duties.
DOUBTFUL = frozenset({"could", "may", "might"})
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
    told = assertion(token, story)
    status, hedge = own_standing(token, kind, default, story)
    if not status or not told.asserted:
        return Standing("")
    if (fate := fate_of(token, story)) is not None:
        return Standing("planned" if fate.status == "approved" and status == "planned" else fate.status, told.hedge or hedge)
    inner = token
    for head, label in governors(token):
        if label in ("advcl", "parataxis") and is_told_past(first_conjunct(inner)) and not auxiliaries(head) & MODALS:
            break  # "had sold none until last year, when Kenya ordered two", "is not in service yet: Kenya ordered two in May"
        inner = head
        if head.pos_ not in GOVERNING and child(head, "cop") is None:  # "is close to", whatever "close" is tagged
            continue
        if is_speech(head, story) and label in ("ccomp", "parataxis"):
            break
        if (is_open_option(head, story) and not is_taken_up(head, story)) or is_past_wish(head, story):
            return Standing("")
        named = label == "nsubj" and child(head, "cop") is not None and head.pos_ == "NOUN"
        if (label == "csubj" or named) and auxiliaries(head) & MODALS:
            return Standing("")  # "buying them would be cheap", "a merger would be the fifth this year"
        row = status_row(head, story) or (held(head, story) if label in ("obl", "nmod") else None)
        if row is not None:
            undone = row.denied if row.denied and denied(head) else ""  # "will not go ahead"
            rowed = "planned" if row.status == "approved" and is_sought(head, story) else row.status
            governing, doubt = (undone, "") if undone else own_standing(head, kind, rowed, story)
            idle = row.status == "planned" and default == "cancelled"  # "threatened to cancel"
            if not governing or idle:
                return Standing("")
            status, hedge = stronger(status, governing, label), hedge or doubt
        elif head.pos_ in ("VERB", "AUX"):
            above, doubt = own_standing(head, kind, status, story)
            if not above:
                return Standing("")
            hedge = hedge or doubt
            if label in ("xcomp", "ccomp", "obj", "nsubj") and above == "planned":
                status = "planned" if status == "signed" else status
        if label in ("advcl", "obl", "nmod"):
            break
    return Standing(status, told.hedge or hedge)


def fate_of(noun: Token, story: Story) -> StatusWord | None:
    """What became of a deal that its party had or saw: "had its takeover of Kestrel blocked by Brussels", "saw its bid rejected"."""
    verb = noun.head
    if noun.dep_ != "obj" or verb.lemma_.lower() not in story.words.verb_classes["undergo"]:
        return None
    behind = (t for t in verb.subtree if t.i > noun.i and t.tag_ in ("VBN", "VBD") and not auxiliaries(t))
    told = next((t for t in behind if t.head.i in (verb.i, noun.i) or noun.is_ancestor(t)), None)
    if told is None or told.lemma_.lower() in story.words.verb_classes["refuse"] or child(told, "nsubj") or told.nbor(-1).text == ",":
        return None  # a bid that was turned down may go on
    return status_row(told, story)


def is_sought(noun: Token, story: Story) -> bool:
    """Whether an approval is only asked for ("asked for permission to buy", "is waiting for approval of")."""
    verb = noun.head
    return noun.pos_ == "NOUN" and base(noun.dep_) in ("obj", "obl") and verb.lemma_.lower() in story.words.verb_classes["seek"]


def is_told_past(verb: Token) -> bool:
    """Whether a clause with a subject of its own, or one with "having", tells what happened, whatever the clause around it says."""
    if verb.tag_ == "VBN" and "having" in auxiliaries(verb):
        return True
    helpers = {c.tag_ for c in verb.children if base(c.dep_) in ("aux", "cop")}
    return child(verb, "nsubj") is not None and ("VBD" in helpers or (verb.tag_ == "VBD" and not helpers))


def is_tentative(noun: Token, story: Story) -> bool:
    """Whether an adjective says that a deal is still to come: "a proposed sale", "its planned purchase"."""
    rows = [status_row(c, story) for c in children(noun, "amod") if c.i < noun.i]
    return any(row is not None and row.status == "planned" for row in rows)


def held(verb: Token, story: Story) -> StatusWord | None:
    """The status of what is given or got for a deal: "gave the green light on Monday for the purchase", "has leave from the Diet for"."""
    if verb.pos_ != "VERB":
        return None
    rows = [row for o in children(verb, "obj", "nsubj:pass") if (row := status_row(o, story)) is not None and row.speech == "noun"]
    return rows[0] if rows and rows[0].status == "approved" else None


def is_past_wish(verb: Token, story: Story) -> bool:
    """Whether the verb tells what was wanted once ("had hoped to buy"); under a verb of speech "had" is only a shifted tense."""
    helpers = auxiliaries(verb)
    past = "had" in helpers and "been" not in helpers
    return past and verb.lemma_.lower() in story.words.verb_classes["wish"] and base(verb.dep_) != "ccomp"


def is_open_option(token: Token, story: Story) -> bool:
    """Whether the noun only allows a deal ("an option to buy 20 more"): its row has no status of its own."""
    row = story.words.deal_nouns.get(token.lemma_.lower())
    return row is not None and token.pos_ == "NOUN" and not row.status


def is_taken_up(option: Token, story: Story) -> bool:
    """Whether an option is made a deal by the verb over it ("exercised its option to buy 20 more")."""
    rows = story.words.deal_phrases.get(option.head.lemma_.lower(), ())
    return base(option.dep_) == "obj" and any(option.lemma_.lower() in r.nouns and r.status == "signed" for r in rows)


def own_standing(token: Token, kind: str, default: str, story: Story) -> tuple[str, str]:
    """Status and hedge by the word's own auxiliaries, negation, mark and condition."""
    if (denied(token) and not (kind == "Delivery" and is_deferred(token))) or is_yet_to_come(token):
        return "", ""
    if token.pos_ == "NOUN":
        return ("planned" if default == "signed" and is_tentative(token, story) else default), ""
    helpers = auxiliaries(token)
    modal = next(iter(sorted(helpers & MODALS)), "")
    hedge = modal if modal in DOUBTFUL else ""
    if modal and "have" in helpers:  # "may have bought" doubts, "would have bought" denies
        return (default, hedge) if modal in ("may", "might", "must") else ("", "")
    if modal in DOUBTFUL and default == "cancelled":
        return "", ""  # "may cancel its order" leaves the order standing
    on = condition(token)
    if on is not None:
        past = on.head.tag_ == "VBD" or "had" in auxiliaries(on.head)
        unreal = past and modal in ("would", "could", "might") and base(token.dep_) != "ccomp"  # "said it would, if the price fell"
        return ("", "") if unreal else ("planned" if default == "signed" else default, on.lower_)
    if helpers & MODALS == {"would"} and is_backshifted(token, story):
        return (default if kind in DECIDED_BY_WILL or default != "signed" else "planned"), ""
    if modal or (helpers & FUTURE and kind not in DECIDED_BY_WILL):
        return ("planned" if default == "signed" or (modal and default == "approved") else default), hedge
    to = any(c.lower_ == "to" for c in children(token, "mark", "aux"))
    if default == "signed" and token.dep_ == "acl" and token.tag_ == "VBN" and to and "be" in helpers and is_buying(token, story):
        return "planned", ""  # "five helicopters, to be ordered from Sikorsky"
    if token.tag_ == "VB" and any(c.lower_ == "to" for c in children(token, "mark")) and default == "signed":
        arranged = child(token, "cop", "aux") is not None
        decided = arranged and kind in DECIDED_BY_WILL  # "is to sell"; what somebody "is to donate" is still to be given
        purpose = (base(token.dep_) == "advcl" or token.dep_ == "ROOT") and not decided
        ahead = bool(helpers & {"was", "were"})  # "was to sell" tells only what was meant to come
        return ("planned" if purpose or ahead else default), ""
    return default, ""


def is_buying(verb: Token, story: Story) -> bool:
    """Whether a verb says what a buyer does ("order"), not what a seller does after a contract ("supply")."""
    return any(r.roles.get("subject") == "buyer" and not r.when for r in story.words.deal_verbs.get(verb.lemma_.lower(), ()))


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
    own = own or any(c.lower_ in ("its", "their") for o in children(token, "obj") for c in children(o, "nmod:poss"))  # "would buy its arm"
    return reported and own and condition(token) is None


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
        stands = base(token.dep_) in ("obj", "nsubj") and child(token, "det") is not None  # "the go-ahead", read as an adverb
        if row.speech == "noun" and token.pos_ not in ("NOUN", "PROPN") and not stands:
            continue
        beside = token.nbor().lower_ if token.i + 1 < len(token.doc) else ""
        if row.particle and row.particle != beside and not any(c.lower_ == row.particle for c in token.children):
            continue
        return row
    return None


def is_speech(token: Token, story: Story) -> bool:
    """Whether the word reports what somebody said."""
    return token.lemma_.lower() in story.lexicon.say_verbs
