"""What a test compares of deals: who buys what from whom, how many, and how far it is."""

from __future__ import annotations

from kg.model import Claim, Mention

Told = tuple[str, str, str, str, str]


def told(claims: list[Claim]) -> list[Told]:
    """(buyers, sellers, systems, count, status) of every deal, names joined by commas."""

    def names(claim: Claim, property: str) -> str:
        return ", ".join(v.text for v in claim.values(property) if isinstance(v, Mention))

    def first(claim: Claim, property: str) -> str:
        return next((str(getattr(v, "number", v)) for v in claim.values(property)), "")

    deals = [c for c in claims if c.kind not in ("RoleHolding", "Delivery")]
    return [(names(c, "buyer"), names(c, "seller"), names(c, "system"), first(c, "quantity"), first(c, "status")) for c in deals]
