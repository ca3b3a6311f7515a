"""Which brackets behind a post tell what it is for, and are part of its title?"""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.model import Claim
from tests.extraction.test_roles import roles_of

POSTS = [
    (
        "Andrew Hunt, Assistant Secretary of the Air Force (Acquisition, Technology and Logistics), signed it.",
        "Assistant Secretary (Acquisition, Technology and Logistics)",
    ),
    ("Ann Berg, Vice President (Sales) at Saab, said so.", "Vice President (Sales)"),
    ("Ann Berg, chief executive of Saab (SAAB.ST), said so.", "chief executive"),
    ("Ann Berg, member of Norway's parliament (Labour), said so.", "member"),
    ("Ann Berg, a spokeswoman for Saab (Linkoping), said so.", "spokeswoman"),
    ("Ann Berg, president of Boeing (Boeing Defense), said so.", "president"),
]


@pytest.mark.parametrize(("text", "title"), POSTS, ids=[t for _, t in POSTS])
def test_a_bracket_with_a_field_belongs_to_the_title(text: str, title: str, claims: Callable[..., list[Claim]]) -> None:
    """No ticker, party, place or firm does."""
    assert {t for _, t, _, _ in roles_of([c for c in claims(text) if c.kind == "RoleHolding"])} <= {title}
