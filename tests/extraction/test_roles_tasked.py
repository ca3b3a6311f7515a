"""Whose is a post behind which a body in small letters stands: one that its task tells, here or before, or an unknown one?"""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.model import Claim
from tests.extraction.test_roles import Role, roles_of

Claims = Callable[..., list[Claim]]

TOLD = [
    (
        "Dirk Moor, head of the waterways office in Freiburg, blamed the drawings.",
        {("Dirk Moor", "head", "waterways office", "current")},
    ),
    (
        "Anna Berg, the president of the procurement office, asked Verano Group for staff.",
        {("Anna Berg", "president", "procurement office", "current")},
    ),
    (
        "Kestrel praised Peter Froland, chairman of the defence committee, on Monday.",
        {("Peter Froland", "chairman", "defence committee", "current")},
    ),
    (
        "The foreign investment council blocked the sale of Varna Grain. Petar Dilo, chairman of the council, said so.",
        {("Petar Dilo", "chairman", "foreign investment council", "current")},
    ),
    (
        "The nuclear council met in Lima. Demi Rojas, head of the nuclear council, spoke.",
        {("Demi Rojas", "head", "nuclear council", "current")},
    ),
]

AGENCIES = [
    ("The Government Accountability Office made six recommendations. Chelsa Kenn, a director at the agency, was glad.", "agency"),
    ("The Defence Ministry pays. Ola Lund, the agency's director, said so.", ""),
    ("The new agency's director, Ola Lund, said so.", ""),
    ("The Verano Office and the Kestrel Office differ. Ola Lund, the agency's director, said so.", ""),
]

# Whose the body is, or which one is meant, the text does not say; what a firm has of its own is the firm's.
OTHERS = [
    ("Verano bought Kestrel. Petar Dilo, chairman of the council, said so.", "chairman of council", ""),
    ("Verano Group fired the head of the press office, Ola Lund.", "head of press office", "Verano Group"),
    ("Ola Lund, chairman of the audit committee of Verano, left.", "chairman of audit committee", "Verano"),
    ("Verano named Ola Lund chairman of the board.", "chairman of the board", "Verano"),
    ("Norway thanked the chief of the general staff, Kari Berg.", "chief of the general staff", "Norway"),
]


@pytest.mark.parametrize(("text", "expected"), TOLD)
def test_a_body_that_its_task_tells_owns_the_post(claims: Claims, text: str, expected: set[Role]) -> None:
    """Its words are no part of the title; "the council" is the one told of before."""
    assert roles_of(claims(text)) == expected


@pytest.mark.parametrize(("text", "owner"), AGENCIES)
def test_an_agency_is_the_only_office_that_is_no_ministry(claims: Claims, text: str, owner: str) -> None:
    assert {o for _, _, o, _ in roles_of(claims(text, "RoleHolding"))} == {owner}


@pytest.mark.parametrize(("text", "title", "owner"), OTHERS)
def test_other_bodies_own_none(claims: Claims, text: str, title: str, owner: str) -> None:
    """A bare noun that nothing was told of leaves the owner open, rather than taking the firm of the story."""
    posts = roles_of([c for c in claims(text) if c.kind == "RoleHolding"])
    assert {(t, o) for _, t, o, _ in posts} == {(title, owner)}
