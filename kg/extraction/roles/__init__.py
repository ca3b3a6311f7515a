"""Which posts does a story say people hold, held or will hold? Statements are found, their owners and times told, then they are claims."""

from __future__ import annotations

from kg.extraction.roles.claims import role_claims
from kg.extraction.roles.recast import recast

__all__ = ["recast", "role_claims"]
