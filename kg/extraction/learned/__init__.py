"""Which deals does a network read where the rules are silent? It is asked last, and only what it is nearly sure of becomes a claim."""

from kg.extraction.learned.claims import learned_claims
from kg.extraction.learned.thing import Network

__all__ = ["Network", "learned_claims"]
