"""Which deals and deliveries does a story state? Anchors become drafts, drafts are joined and completed, then they are claims."""

from __future__ import annotations

from kg.extraction.deals.claims import deal_claims

__all__ = ["deal_claims"]
