"""A knowledge graph of roles, deals and deliveries, built from news, every fact with its sentence."""

__version__ = "0.1.0"
