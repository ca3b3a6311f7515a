"""Which posts does a story say people hold, held or will hold? Statements are found, their owners and times told, then they are claims."""

from __future__ import annotations

from kg.extraction.roles.claims import role_claims, stated_posts
from kg.extraction.roles.kinds import is_of_firms
from kg.extraction.roles.merge import alike
from kg.extraction.roles.owners import OWNER_KINDS
from kg.extraction.roles.recast import recast
from kg.extraction.roles.signs import signs
from kg.extraction.roles.statements import Statement
from kg.extraction.roles.states import country, weights_of

__all__ = ["OWNER_KINDS", "Statement", "alike", "country", "is_of_firms", "recast", "role_claims", "signs", "stated_posts", "weights_of"]
