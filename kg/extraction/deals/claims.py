"""Which deals does a story state: who buys what from whom, how many, for how much, when, and how far is it?"""

from __future__ import annotations

from collections.abc import Iterator

from kg.extraction.deals.amounts import place_values
from kg.extraction.deals.anchors import drafts
from kg.extraction.deals.deliveries import delivery_claims_of, time_deliveries
from kg.extraction.deals.drafts import deal_claims_of
from kg.extraction.deals.joining import joined
from kg.extraction.deals.sides import settle
from kg.extraction.story import Story
from kg.model import Claim


def deal_claims(story: Story) -> Iterator[Claim]:
    """Claims of deals and of deliveries, the two told by the same sentences and helping each other to their parties."""
    found = joined(drafts(story))
    time_deliveries(found, story)
    place_values(found, story)
    for draft in settle(found, story):
        yield from delivery_claims_of(draft, story) if draft.kind == "Delivery" else deal_claims_of(draft, story)
