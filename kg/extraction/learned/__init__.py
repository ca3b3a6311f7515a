"""Which deals, and whose posts, does a network read where the rules are silent? It is asked last, and only what it is sure of counts."""

from kg.extraction.learned.hearing import heard
from kg.extraction.learned.thing import Network

__all__ = ["Network", "heard"]
