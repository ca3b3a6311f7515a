"""Which deals does a network read where the rules are silent, and whose posts where they guess? It is asked last and must be sure."""

from kg.extraction.learned.claims import heard
from kg.extraction.learned.thing import Network

__all__ = ["Network", "heard"]
