"""How likely is a claim of the rules right? By signs in it and around it, what each counts learned from passages with hand-made facts."""

from kg.extraction.confidence.signs import OTHER_SIDE, family_of, signs
from kg.extraction.confidence.weights import chance_of, likely, weighed, weights_of

__all__ = ["OTHER_SIDE", "chance_of", "family_of", "likely", "signs", "weighed", "weights_of"]
