"""How far is a delivery, started, completed or still expected, and which verb tells when?"""

from __future__ import annotations

from itertools import takewhile

from spacy.tokens import Token

from kg.extraction.attachments import attached
from kg.extraction.clauses import governors
from kg.extraction.doers import surface_subject
from kg.extraction.frames.drafts import Draft
from kg.extraction.frames.slots import fill_slot
from kg.extraction.parties import parties
from kg.extraction.status import FUTURE, MODALS
from kg.extraction.story import Story
from kg.extraction.syntax import auxiliaries, base, child, children, is_passive, preposition
from kg.lexicon import FrameVerb

# How far "with" and the participle may stand from the delivery between them.
WITH = 3


def time_deliveries(drafts: list[Draft], story: Story) -> None:
    """Tell started, completed and expected deliveries apart by the verbs over their nouns and their own tense."""
    for draft in drafts:
        if draft.kind == "Delivery":
            status_by_verb(draft, story)


def status_by_verb(draft: Draft, story: Story) -> None:
    """Set status and `ends` of one delivery, and widen its clause to the verb that times it ("deliveries started in July")."""
    token = draft.anchor
    if token.lemma_.lower() in story.words.verb_classes["late"]:
        return
    nominal = token.pos_ in ("NOUN", "PROPN") and draft.top.i == token.i
    draft.status = "completed" if draft.status in ("completed", "delivered", "signed") else draft.status
    timed, own = False, {token.i, draft.top.i, token.head.i if base(token.dep_) == "nsubj" else token.i}
    for word, label in timing_words(draft, nominal, story):
        timed = step(draft, word, label, story) or timed
        if nominal:
            timed = step_of_noun(draft, word, label, timed, story) or timed
        if (auxiliaries(word) & (FUTURE | MODALS) and tells_when(word, label, nominal, story)) or (word.i in own and is_arranged(word)):
            draft.status, timed = "expected", True
            draft.top = word if nominal and label == "nsubj" else draft.top  # "deliveries will take place between 2026 and 2028"
    if nominal:
        draft.inner += [c for c in children(draft.top, "conj") if ends_too(c, story)]
        draft.status = draft.status if timed else "expected"
        draft.timed = timed or draft.timed
    else:
        draft.status, draft.timed = status_by_tense(draft), False


def timing_words(draft: Draft, nominal: bool, story: Story) -> list[tuple[Token, str]]:
    """(word, relation) of what may tell when a delivery takes place: itself, what governs it, a clause on it."""
    token = draft.anchor
    over = takewhile(lambda pair: pair[1] != "advcl", governors(token))  # "is to come in May after the first was delivered"
    words = [(token, "")] + [(head, label) for head, label in over if label in ("nsubj", "obj", "xcomp", "obl", "csubj")]
    if not nominal:
        return words
    beside = verb_beside(token)
    if beside is not None:
        words.append((beside, "acl"))
        draft.top, draft.timed = beside, True
        draft.status = "expected" if beside.tag_ == "VB" else draft.status
    clauses = [(c, "acl") for c in children(token, "acl") if c.lemma_.lower() in phases(story)]
    return words + clauses  # "deliveries, which start in May, will last"


def tells_when(word: Token, label: str, nominal: bool, story: Story) -> bool:
    """Whether a verb that is to come tells when a delivery comes: not "would approve the transfers", whose object the noun is."""
    return not nominal or label != "obj" or word.lemma_.lower() in phases(story) | story.words.verb_classes["shift"]


def phases(story: Story) -> frozenset[str]:
    """Verbs that tell of the beginning, the course or the end of what is their subject."""
    classes = story.words.verb_classes
    return classes["begin"] | classes["end"] | classes["run"]


def step(draft: Draft, word: Token, label: str, story: Story) -> bool:
    """Whether a word that governs a delivery, verb or noun, tells how far it is; sets the status to that."""
    lemma, classes = word.lemma_.lower(), story.words.verb_classes
    if lemma in classes["begin"] or is_under_way(word):
        draft.status, draft.begins = "expected" if draft.status == "expected" else "started", True
        return True
    if lemma in classes["end"]:
        draft.ends = True
        return True
    if lemma in classes["ahead"] and (is_passive(word) or word.pos_ == "ADJ" or base(word.dep_) in ("acl", "advcl", "ROOT")):
        draft.status = "expected"
        return True
    return False


def step_of_noun(draft: Draft, word: Token, label: str, timed: bool, story: Story) -> bool:
    """The same for words that time the noun of a delivery only; the clause of such a word tells its dates."""
    lemma, classes = word.lemma_.lower(), story.words.verb_classes
    if lemma in classes["begin"] | classes["end"] | classes["ahead"] | classes["shift"] or is_under_way(word):
        draft.top = word
    if label == "obj" and lemma in phases(story):
        give_by_subject(draft, word, story)
    if lemma in classes["shift"]:
        draft.status = "expected"
        return True
    moved = next((r for r in story.words.delivery_verbs.get(lemma, ()) if not r.status), None) if label == "nsubj" else None
    if moved is not None:
        arrive(draft, word, moved, story)
    runs = (lemma in classes["run"] or moved is not None) and label in ("nsubj", "acl")
    if runs and label == "nsubj" and word.tag_ == "VBG" and auxiliaries(word) & {"is", "are"} and draft.status == "completed":
        draft.status, draft.top = "started", word  # "deliveries are running ahead of plan"
        return True
    past = runs and not timed and draft.status == "completed" and is_past(word)
    if past or (runs and is_dated(word, story)):
        first = any(c.lower_ == "first" for c in children(draft.anchor, "amod"))
        going = not is_past(word) or lemma == "follow" or first
        draft.status = "started" if going and draft.status == "completed" else draft.status
        draft.top = word  # "deliveries run from 2027 to 2030"
        return True
    if not timed and label == "obj" and witnessed(word, story):
        draft.status = "completed"  # "confirmed the arrival of"
        return True
    return False


def status_by_tense(draft: Draft) -> str:
    """The status of a delivery that a verb tells, by the verb's own tense and the count of the goods."""
    token, status = draft.anchor, draft.status
    if token.tag_ == "VBG" and any(c.lower_ == "after" for c in children(token, "mark", "case")):
        return status  # "after sending six howitzers to Chad"
    counted = any(g.quantity for g in draft.goods)
    if any(c.lower_ == "being" for c in children(token, "aux")) and status == "completed":
        return "started"  # "are being shipped"
    if token.tag_ in ("VBG", "VBZ", "VBP") and status == "completed" and draft.moves and token.lemma_ == "go":
        return "expected"  # "the old ships go to Bulgaria", "eleven are going to Chad"
    if token.tag_ in ("VBG", "VBZ", "VBP") and status == "completed":
        status = "completed" if counted and token.tag_ != "VBG" else "started"  # "Damen hands over second ship", as headlines say
    if token.tag_ in ("VBZ", "VBP") and any(g.coming for g in draft.goods):
        status = "expected"  # "hands the navy its next ship in October"
    infinitive = any(c.lower_ == "to" for c in children(token, "mark"))  # "to be delivered from 2025"
    if (token.tag_ == "VB" or infinitive) and status == "completed":
        status = "expected"
    perfect = bool(auxiliaries(token) & {"has", "have", "had"})  # "45 of the 60 have been delivered"
    if status == "completed" and any(g.partial and (perfect or g.quantity is None) for g in draft.goods):
        status = "started"  # "has received the first launchers"
    return status


def ends_too(verb: Token, story: Story) -> bool:
    """Whether a second verb tells when the same deliveries end: "are to begin in 2027 and be completed by 2033", "and run through 2033"."""
    classes = story.words.verb_classes
    return verb.lemma_.lower() in classes["end"] | classes["run"] and child(verb, "nsubj", "obj") is None


def is_arranged(verb: Token) -> bool:
    """Whether a verb tells what is to come by "to": "are to start soon", "is to take delivery of"; not "was to"."""
    to = verb.tag_ == "VB" and any(c.lower_ == "to" for c in children(verb, "mark"))
    return to and bool(auxiliaries(verb) & {"is", "are"})


def is_past(verb: Token) -> bool:
    """Whether a verb tells of what has been: "came", "has come", "were made"."""
    helpers = auxiliaries(verb)
    return verb.tag_ == "VBD" or bool(helpers & {"has", "have", "was", "were"})


def is_under_way(word: Token) -> bool:
    """Whether something is told to have begun: "got under way", "have been under way since May", "are underway"."""
    way = word if word.lower_ == "way" else next((c for c in children(word, "obl", "advmod") if c.lower_ == "way"), None)
    return word.lower_ == "underway" or (way is not None and preposition(way) == "under")


def give_by_subject(draft: Draft, verb: Token, story: Story) -> None:
    """Let the firm that begins or ends deliveries give what is delivered: "Rostec has begun deliveries of the launcher"."""
    subject = surface_subject(verb)
    if draft.seller or subject is None or is_passive(verb):
        return
    draft.fill("seller", [p for p in parties(subject, story) if p.kind == "Organization" or draft.buyer])


def arrive(draft: Draft, verb: Token, row: FrameVerb, story: Story) -> None:
    """Fill to whom and from whom "the first shipment arrived in Poland from Busan" from the verb that the delivery is the subject of."""
    for function, noun in attached(verb):
        if row.roles.get(function) in ("to", "from"):
            fill_slot(draft, row.roles[function], noun, story)


def witnessed(verb: Token, story: Story) -> bool:
    """Whether a verb tells that its object has taken place: "criticised the deliveries", "held a ceremony to mark the handover"."""
    over = verb.head if verb.tag_ == "VB" and base(verb.dep_) in ("xcomp", "advcl", "acl") else verb
    over = over.head if over.pos_ == "NOUN" and over is not verb else over
    past = over.tag_ == "VBD" or bool(auxiliaries(over) & {"has", "have"})
    return past and verb.lemma_.lower() in story.words.verb_classes["witness"]


def is_dated(verb: Token, story: Story) -> bool:
    """Whether a date stands right below a verb."""
    dated = {t.i for span in story.doc.spans.get("dates", ()) for t in span}
    return any(t.i in dated for c in children(verb, "obl", "obj", "advmod") for t in c.subtree)


def verb_beside(noun: Token) -> Token | None:
    """The word that times a delivery in an adjunct with "with" ("with delivery scheduled for 2029", "with deliveries to begin in May")."""
    doc = noun.doc
    opens = any(t.lower_ == "with" for t in doc[max(noun.sent.start, noun.i - WITH) : noun.i])
    for t in doc[noun.i + 1 : noun.i + 1 + WITH]:
        timing = t.tag_ in ("VBN", "VBG", "VB") or (t.pos_ == "ADJ" and t.lower_ == "due")
        if opens and timing and (t.head.i == noun.i or noun.head.i == t.i or t.head.i == noun.head.i):
            return t
    return None
