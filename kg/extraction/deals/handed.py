"""Which deals tell that their goods have changed hands ("has supplied Ukraine with 19 guns", "were given to Chad on Friday")?

What somebody gave away is with who got it; what a firm supplies may be a contract, unless it is counted and told as done.
"""

from __future__ import annotations

from dataclasses import replace

from kg.extraction.deals.open_sides import find_receiver
from kg.extraction.deals.receivers import dates_below
from kg.extraction.frames.dates import place_delivery_date
from kg.extraction.frames.drafts import Draft
from kg.extraction.goods.unnamed import GENERIC
from kg.extraction.status import FUTURE, MODALS
from kg.extraction.story import Story
from kg.extraction.syntax import auxiliaries, base, child, children, first_conjunct, is_passive, preposition
from kg.values import Date

# The delivery is told by the same words as the deal, which leave open whether all of it has come.
TOLD = 0.8


def handed_over(drafts: list[Draft], story: Story) -> list[Draft]:
    """A delivery beside each deal whose verb speaks of counted goods as handed over, where no other delivery tells of them.

    A gift that has been made is told as delivered, however many.
    """
    gives = story.words.verb_classes["hand over"]
    told = {s.chain for d in drafts if d.kind == "Delivery" for s in d.systems}
    found = []
    for deal in drafts:
        given = is_given(deal, story)
        if given and deal.status == "signed" and not is_to_come(deal, drafts):
            deal.status = "delivered"
        if deal.kind not in ("Purchase", "Donation") or told & {s.chain for s in deal.systems}:
            continue
        if given and deal.buyer and deal.systems:
            found.append(delivery_of(deal))
            continue
        own = deal.anchor.lemma_.lower() in gives
        counted = any(g.quantity for g in deal.goods)
        supplied = bool(auxiliaries(deal.anchor) & {"has", "have"}) and deal.kind == "Purchase"  # "has supplied similar trucks to Chile"
        sides = (deal.seller and (deal.buyer or own)) or (deal.buyer and own and is_passive(deal.anchor))
        whole = sides and deal.systems and (counted or supplied)
        promised = (own and is_promised(deal)) or (deal.due is not None and any(t.lemma_.lower() in gives for t in deal.heads))
        if whole and own and deal.status in ("signed", "delivered") and (is_done(deal) or is_taken(deal, story)):
            found.append(received(delivery_of(deal), drafts, story))
        elif own and sides and deal.systems and deal.status in ("signed", "delivered") and was_supplied(deal, story):
            delivery = received(delivery_on(deal, story), drafts, story)
            found += [delivery] if delivery.buyer else []
        elif whole and deal.buyer and promised and deal.status == "signed" and not deal.hedge:
            found.append(delivery_to_come(deal))
    return found


def is_given(deal: Draft, story: Story) -> bool:
    """Whether goods have been given away: "gave 30 tanks to Chad", "the boat, given by Ghana in 2020", "were donated"; not "gives"."""
    verb = deal.anchor
    if deal.kind != "Donation" or deal.hedge or verb.lemma_.lower() not in story.words.verb_classes["give away"]:
        return False
    if verb.pos_ == "NOUN":  # "the ship, a gift from Ghana", "was a gift from Ghana"
        return deal.status == "signed" and (verb.dep_ == "appos" or child(verb, "cop") is not None) and bool(deal.seller)
    helpers, participle = auxiliaries(verb), verb.tag_ == "VBN" and base(verb.dep_) == "acl"
    if verb.dep_ == "conj" and verb.tag_ == "VBN" and not helpers:
        helpers = auxiliaries(first_conjunct(verb))  # "has ordered 44 tanks and given 30 to Chad"
    let = verb.lemma_ == "let" and not helpers and not any(c.lower_ == "to" for c in children(verb, "mark"))  # a past as well, as read
    past = verb.tag_ == "VBD" or let or bool(helpers & {"has", "have", "had", "was", "were"}) or (participle and not helpers)
    aside = base(verb.dep_) == "advcl"
    before = aside and ("having" in helpers or any(c.lower_ == "after" for c in children(verb, "mark")))  # "having given", "after giving"
    return (before or (past and not aside)) and base(verb.dep_) != "xcomp" and deal.status in ("signed", "delivered")


def is_to_come(deal: Draft, drafts: list[Draft]) -> bool:
    """Whether the story tells that what was given is still to be handed over, and not only more of the same."""
    ahead = [g for d in drafts if d.kind == "Delivery" and d.status == "expected" for g in d.goods if not (g.ordinal or g.picked)]
    return bool({g.system.chain for g in ahead if g.system is not None} & {s.chain for s in deal.systems})


def is_supplied(deal: Draft) -> bool:
    """Whether a firm only hands over what was bought: "was given its second drone by Verano" is no gift."""
    firm = bool(deal.seller) and all(m.kind == "Organization" for m in deal.seller)
    own = any(child(o, "nmod:poss") is not None for o in children(deal.anchor, "obj"))
    return deal.kind == "Donation" and firm and own


def is_done(deal: Draft) -> bool:
    """Whether a verb of giving stands in a perfect or a dated past of its own; "agreed to supply" and "will give" promise."""
    verb, helpers = deal.anchor, auxiliaries(deal.anchor)
    perfect = bool(helpers & {"has", "have"})
    past = verb.tag_ == "VBD" or (is_passive(verb) and bool(helpers & {"was", "were"}))
    dated = deal.date is not None and not deal.announced
    if deal.buys and is_passive(verb):
        return False  # "fifty were taken from Siemens in 2022" tells of the order
    return (perfect or (past and dated)) and not deal.hedge and base(verb.dep_) not in ("xcomp", "acl")


def was_supplied(deal: Draft, story: Story) -> bool:
    """Whether a clause on goods dates that somebody supplied them: "radars supplied by Thales in 2015", "which Thales supplied in 2015"."""
    verb, today = deal.anchor, story.article.published
    past = verb.tag_ in ("VBD", "VBN") and not auxiliaries(verb) & (FUTURE | MODALS | {"be", "to"})
    told = base(verb.dep_) == "acl" and past and not deal.hedge and not deal.buys
    known = any(g.quantity for g in deal.goods) or all(s.chain < GENERIC for s in deal.systems)
    day = deal.date if dates_below(verb, story) else None
    return told and known and day is not None and (today is None or not today < day)


def is_taken(deal: Draft, story: Story) -> bool:
    """Whether somebody took goods, which have come with it whenever that was: "took 12 jets from Chile"; not "agreed to take"."""
    verb = deal.anchor
    takes = deal.buys and verb.lemma_.lower() in story.words.verb_classes["hand over"]
    return takes and verb.tag_ == "VBD" and not deal.hedge and base(verb.dep_) not in ("xcomp", "acl")


def received(delivery: Draft, drafts: list[Draft], story: Story) -> Draft:
    """The delivery with whom the story tells to have got such goods, where its own words do not: "Taiwan gave four jets in 2022"."""
    find_receiver(delivery, drafts, story)
    return delivery


def is_promised(deal: Draft) -> bool:
    """Whether a verb of giving tells of itself what will come ("will supply 24 trucks to Ghana")."""
    return bool(auxiliaries(deal.anchor) & FUTURE) and deal.anchor.tag_ == "VB" and base(deal.anchor.dep_) not in ("advcl", "acl")


def delivery_to_come(deal: Draft) -> Draft:
    """The delivery that a deal promises, until the date that its words give ("a contract to supply Peru with 12 guns by 2029")."""
    draft = replace(delivery_of(deal), status="expected", end=None)
    if deal.due is not None:
        place_delivery_date(draft, *deal.due)
    return draft


def delivery_on(deal: Draft, story: Story) -> Draft:
    """The delivery of a deal's goods, on the dates right below the word that tells it ("supplied between 2011 and 2015")."""
    draft = replace(delivery_of(deal), buyer=[*deal.buyer], end=None)
    below = {t.i for c in dates_below(deal.anchor, story) for t in c.subtree}
    for span, value in story.values("dates", deal.sentence):
        if isinstance(value, Date) and span.root.i in below:
            place_delivery_date(draft, value, preposition(span.root), joined=span.root.dep_ == "conj")
    return draft


def delivery_of(deal: Draft) -> Draft:
    """The delivery of a deal's goods, on the date that its words give."""
    rule = f"delivery.{deal.anchor.lemma_.lower()}.{deal.rule.rsplit('.', 1)[-1]}"
    confidence = round(deal.confidence * TOLD, 3)
    end = None if deal.announced else deal.date
    return Draft(
        deal.anchor, "Delivery", "completed", rule, confidence, deal.top, buyer=deal.buyer, seller=deal.seller, goods=deal.goods, end=end
    )
