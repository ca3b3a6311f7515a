"""A small network that says which words stand in the slots of a deal, for those deals that no rule reads; it knows nothing of claims.

`SlotNetwork().answers()` asks it about the things of one article.
"""

from kg.language.slots.network import Answer, SlotNetwork

__all__ = ["Answer", "SlotNetwork"]
