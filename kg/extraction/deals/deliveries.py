"""Which systems were, are being or will be handed over, to whom and from when to when?"""

from __future__ import annotations

from spacy.tokens import Token

from kg.extraction.attribution import attributed_to
from kg.extraction.clauses import governors, surface_subject
from kg.extraction.frames.drafts import Draft
from kg.extraction.goods.goods import Goods
from kg.extraction.parties import parties
from kg.extraction.status import FUTURE, MODALS
from kg.extraction.story import Story, arguments
from kg.extraction.syntax import auxiliaries, base, children, is_passive
from kg.model import Argument, Claim, Mention

# How far "with" and the participle may stand from the delivery between them.
WITH = 3


def time_deliveries(drafts: list[Draft], story: Story) -> None:
    """Tell started, completed and expected deliveries apart by the verbs over their nouns and their own tense."""
    for draft in drafts:
        if draft.kind == "Delivery":
            status_by_verb(draft, story)


def status_by_verb(draft: Draft, story: Story) -> None:
    """Set status and `ends` of one delivery, and widen its clause to the verb that times it ("deliveries started in July")."""
    status = "completed" if draft.status in ("completed", "delivered", "signed") else draft.status
    token, classes = draft.anchor, story.words.verb_classes
    begin, end, ahead = classes["begin"], classes["end"], classes["ahead"]
    phases = begin | end | classes["run"]
    words = [(token, "")] + [(head, label) for head, label in governors(token) if label in ("nsubj", "obj", "xcomp", "obl", "csubj")]
    nominal = token.pos_ in ("NOUN", "PROPN") and draft.top.i == token.i
    beside = verb_beside(token) if nominal else None
    if beside is not None:
        words.append((beside, "acl"))
        draft.top, draft.timed = beside, True
        status = "expected" if beside.tag_ == "VB" else status
    if nominal:
        words += [(c, "acl") for c in children(token, "acl") if c.lemma_.lower() in phases]  # "deliveries, which start in May, are"
    timed = False
    for word, label in words:
        lemma = word.lemma_.lower()
        if nominal and (lemma in begin | end | ahead | classes["shift"]):
            draft.top = word
        if nominal and label == "obj" and lemma in phases:
            give_by_subject(draft, word, story)
        if lemma in begin:
            status, timed = ("expected" if status == "expected" else "started"), True
        if lemma in end:
            draft.ends, timed = True, True
        if nominal and lemma in classes["shift"]:
            status, timed = "expected", True
        if nominal and lemma in classes["run"] and label in ("nsubj", "acl") and is_dated(word, story):
            draft.top, timed = word, True  # "deliveries run from 2027 to 2030"
            going = word.tag_ != "VBD" or lemma == "follow" or any(c.lower_ == "first" for c in children(token, "amod"))
            status = "started" if going and status == "completed" else status
        if lemma in ahead and (is_passive(word) or word.pos_ == "ADJ" or base(word.dep_) in ("acl", "advcl", "ROOT")):
            status, timed = "expected", True
        if nominal and not timed and happened(word, label, story):
            status, timed = "completed", True  # "confirmed the arrival of", "The shipment arrived"
        if auxiliaries(word) & (FUTURE | MODALS):
            status, timed = "expected", True
            if nominal and label == "nsubj":
                draft.top = word  # "deliveries will take place between 2026 and 2028"
    if nominal and not timed:
        status = "expected"
    counted = any(g.quantity for g in draft.goods)
    if token.tag_ in ("VBG", "VBZ", "VBP") and not nominal and status == "completed":
        status = "completed" if counted and token.tag_ != "VBG" else "started"  # "Damen hands over second ship", as headlines say
    if token.tag_ in ("VBZ", "VBP") and any(g.coming for g in draft.goods):
        status = "expected"  # "hands the navy its next ship in October"
    infinitive = any(c.lower_ == "to" for c in children(token, "mark"))  # "to be delivered from 2025"
    if (token.tag_ == "VB" or infinitive) and status == "completed":
        status = "expected"
    perfect = bool(auxiliaries(token) & {"has", "have"})  # "45 of the 60 have been delivered"
    if status == "completed" and not nominal and any(g.partial and (perfect or g.quantity is None) for g in draft.goods):
        status = "started"  # "has received the first launchers"
    draft.status, draft.timed = status, (timed or draft.timed) and nominal


def give_by_subject(draft: Draft, verb: Token, story: Story) -> None:
    """Let the firm that begins or ends deliveries give what is delivered: "Rostec has begun deliveries of the launcher"."""
    subject = surface_subject(verb)
    if draft.seller or subject is None or is_passive(verb):
        return
    draft.fill("seller", [p for p in parties(subject, story) if p.kind == "Organization" or draft.buyer])


def happened(verb: Token, label: str, story: Story) -> bool:
    """Whether a verb over a delivery tells that it has taken place: "The shipment arrived", "criticised the deliveries"."""
    told, moved = story.words.verb_classes["witness"], story.words.delivery_verbs.get(verb.lemma_.lower(), ())
    over = verb.head if verb.tag_ == "VB" and base(verb.dep_) in ("xcomp", "advcl", "acl") else verb  # "held a ceremony to mark"
    over = over.head if over.pos_ == "NOUN" and over is not verb else over
    past = over.tag_ == "VBD" or bool(auxiliaries(over) & {"has", "have"})
    return past and ((label == "obj" and verb.lemma_.lower() in told) or (label == "nsubj" and any(not r.status for r in moved)))


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


def delivery_claims_of(draft: Draft, story: Story) -> list[Claim]:
    """The draft as claims: one for each receiver and each kind of goods with a count of its own."""
    published = story.article.published
    if draft.status == "started" and draft.start is not None and published is not None and published < draft.start:
        draft.status = "expected"
    found = []
    receivers: list[Mention | None] = [*draft.buyer] or [None]
    for receiver in receivers:
        for group in groups(draft.goods):
            systems = [g.system for g in group if g.system is not None]
            quantity = next((g.quantity for g in group if g.quantity is not None), None)
            slots = arguments(
                system=systems,
                to=receiver,
                quantity=quantity,
                start=draft.start,
                end=draft.end,
                status=draft.status,
                hedge=draft.hedge or None,
                attributedTo=attributed_to(draft.anchor, story),
            )
            giver = tuple(Argument("from", m) for m in draft.seller)  # "from" is a keyword
            found.append(Claim("Delivery", slots + giver, story.evidence(draft.sentence, draft.rule, draft.confidence)))
    return found


def groups(goods: list[Goods]) -> list[list[Goods]]:
    """Each kind of goods by itself where there are several; deliveries are told per system."""
    return [[g] for g in goods] if len({g.system.chain for g in goods if g.system}) > 1 else [goods]
