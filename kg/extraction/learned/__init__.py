"""How sure are deals of the rules to a network that reads the story anew, and what does it read where they are silent? It is asked last."""

from kg.extraction.learned.hearing import heard
from kg.extraction.learned.thing import Network

__all__ = ["Network", "heard"]
