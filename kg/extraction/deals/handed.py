"""Which deals tell that their goods have changed hands ("has supplied Ukraine with 19 guns", "were given to Chad on Friday")?"""

from __future__ import annotations

from kg.extraction.frames.drafts import Draft
from kg.extraction.story import Story
from kg.extraction.syntax import auxiliaries, base, is_passive

# The delivery is told by the same words as the deal, which leave open whether all of it has come.
TOLD = 0.8


def handed_over(drafts: list[Draft], story: Story) -> list[Draft]:
    """A delivery beside each deal whose verb speaks of counted goods as handed over, where no other delivery tells of them."""
    gives = story.words.verb_classes["hand over"]
    told = {s.chain for d in drafts if d.kind == "Delivery" for s in d.systems}
    found = []
    for deal in drafts:
        done = deal.status in ("signed", "delivered") and deal.anchor.lemma_.lower() in gives and is_done(deal)
        whole = deal.buyer and deal.seller and deal.systems and any(g.quantity for g in deal.goods)
        if deal.kind in ("Purchase", "Donation") and done and whole and not told & {s.chain for s in deal.systems}:
            found.append(delivery_of(deal))
    return found


def is_done(deal: Draft) -> bool:
    """Whether a verb of giving stands in a plain past or perfect of its own; "agreed to supply" and "will give" promise."""
    verb, helpers = deal.anchor, auxiliaries(deal.anchor)
    finite = verb.tag_ == "VBD" or bool(helpers & {"has", "have", "had"}) or (is_passive(verb) and bool(helpers & {"was", "were"}))
    return finite and not deal.hedge and base(verb.dep_) not in ("xcomp", "acl") and (deal.date is None or not deal.announced)


def delivery_of(deal: Draft) -> Draft:
    """The delivery of a deal's goods, on the date that its words give."""
    rule = f"delivery.{deal.anchor.lemma_.lower()}.{deal.rule.rsplit('.', 1)[-1]}"
    confidence = round(deal.confidence * TOLD, 3)
    end = None if deal.announced else deal.date
    return Draft(
        deal.anchor, "Delivery", "completed", rule, confidence, deal.top, buyer=deal.buyer, seller=deal.seller, goods=deal.goods, end=end
    )
