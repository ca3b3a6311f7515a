"""What follows from the facts by the rules in ontology/rules/, kept apart from what was said."""

from kg.reasoning.closure import infer
from kg.reasoning.rules import RULES, Rule, load_rules

__all__ = ["RULES", "Rule", "infer", "load_rules"]
