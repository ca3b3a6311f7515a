"""Which deals stand behind a delivery, where the story tells no deal ("Leonardo will deliver four helicopters to Malta in 2027")?

What a firm is still to deliver to a state, all of it, has been ordered, if another sentence speaks of an order or a price. Of what has
arrived, or comes in parts, as many texts tell a deal as do not, so those tell none. What a state will send to another is a gift.
"""

from __future__ import annotations

from kg.extraction.forces import is_state
from kg.extraction.frames.drafts import Draft
from kg.extraction.goods.unnamed import GENERIC
from kg.extraction.story import Story

# The words tell what will be handed over, and only by it that it was bought.
MEANT = 0.7


def deals_behind(drafts: list[Draft], story: Story) -> list[Draft]:
    """A deal for each delivery to come of named goods by a firm to a state, where no deal is told of the goods."""
    told = {s.chain for d in drafts if d.kind != "Delivery" for s in d.systems}
    found = []
    for delivery in drafts:
        systems = {s.chain for s in delivery.systems}
        gift = is_gift(delivery, story)
        sold = delivery.kind == "Delivery" and is_sale(delivery, story) and is_bought(delivery, story)
        if systems & told or not (gift or sold):
            continue
        told |= systems
        rule, confidence = "deal.delivery.behind", round(delivery.confidence * MEANT, 3)
        found.append(
            Draft(
                delivery.anchor,
                "Donation" if gift else "Purchase",
                "planned" if gift else "signed",
                rule,
                confidence,
                delivery.top,
                buyer=list(delivery.buyer),
                seller=list(delivery.seller),
                goods=delivery.goods,
            )
        )
    return found


def is_gift(delivery: Draft, story: Story) -> bool:
    """Whether one state is to send counted goods to another ("Norway will send Ukraine 22 launchers"), and nothing is said of money."""
    sends = delivery.anchor.lemma_.lower() in story.words.verb_classes["send"]
    states = len(delivery.seller) == 1 and all(is_state(m, story) for m in (*delivery.buyer, *delivery.seller))
    told = delivery.kind == "Delivery" and delivery.status == "expected" and not (delivery.lent or delivery.hedge)
    counted = bool(delivery.systems) and all(g.quantity and not (g.picked or g.coming) for g in delivery.goods)
    paid = any(delivery.sentence.start <= m.start < delivery.sentence.end for m in story.doc.spans.get("money", ()))
    return sends and states and told and counted and bool(delivery.buyer) and not paid


def is_sale(delivery: Draft, story: Story) -> bool:
    """Whether a firm will deliver named goods to a state, counted, and not one or the first of them ("its second helicopter")."""
    whole = all(g.quantity and not (g.ordinal or g.picked or g.partial or g.coming) for g in delivery.goods)
    firm = bool(delivery.seller) and all(m.kind == "Organization" and not is_state(m, story) for m in delivery.seller)
    state = bool(delivery.buyer) and all(is_state(m, story) for m in delivery.buyer)
    named = bool(delivery.systems) and all(s.chain < GENERIC for s in delivery.systems)
    return firm and state and named and whole and delivery.status == "expected" and not (delivery.lent or delivery.hedge)


def is_bought(delivery: Draft, story: Story) -> bool:
    """Whether a sentence besides that of the delivery speaks of buying: "the order", "the price was"."""
    nouns, verbs, prices = story.words.deal_nouns, story.words.deal_verbs, story.words.value_words
    there = delivery.sentence
    for token in story.doc:
        lemma = token.lemma_.lower()
        if there.start <= token.i < there.end:
            continue
        row = nouns.get(lemma) if token.pos_ == "NOUN" else None
        buys = token.pos_ == "VERB" and any(r.kind == "Purchase" and r.status for r in verbs.get(lemma, ()))
        if (row is not None and row.kind == "Purchase") or buys or (token.pos_ == "NOUN" and prices.get(lemma) == "value"):
            return True
    return False
