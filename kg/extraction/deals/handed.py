"""Which deals tell that their goods have changed hands ("has supplied Ukraine with 19 guns", "were given to Chad on Friday")?"""

from __future__ import annotations

from kg.extraction.frames.drafts import Draft
from kg.extraction.story import Story
from kg.extraction.syntax import auxiliaries, base, child, children, is_passive

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
    return (perfect or (past and dated)) and not deal.hedge and base(verb.dep_) not in ("xcomp", "acl")


def delivery_of(deal: Draft) -> Draft:
    """The delivery of a deal's goods, on the date that its words give."""
    rule = f"delivery.{deal.anchor.lemma_.lower()}.{deal.rule.rsplit('.', 1)[-1]}"
    confidence = round(deal.confidence * TOLD, 3)
    end = None if deal.announced else deal.date
    return Draft(
        deal.anchor, "Delivery", "completed", rule, confidence, deal.top, buyer=deal.buyer, seller=deal.seller, goods=deal.goods, end=end
    )
