"""Which posts are stated of whom, pattern by pattern, and which words must state none."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.model import Claim, Mention

Claims = Callable[..., list[Claim]]
Role = tuple[str, str, str, str]


def roles_of(found: list[Claim]) -> set[Role]:
    """(holder, title, owner, status) of every claim; the owner as written, "" for none."""
    result = set()
    for claim in found:
        holder, title, status = claim.values("holder")[0], claim.values("title")[0], claim.values("status")[0]
        owners = [o.text for o in claim.values("of") if isinstance(o, Mention)]
        assert isinstance(holder, Mention) and isinstance(title, str) and isinstance(status, str)
        result.add((holder.text, title, owners[0] if owners else "", status))
    return result


BEFORE = [
    ("Turkish President Ali Demir met reporters on Monday.", {("Ali Demir", "President", "Turkish", "current")}),
    ("US Secretary of State Paul Harris arrived late.", {("Paul Harris", "Secretary of State", "US", "current")}),
    (
        "Deputy Prime Minister and Defence Minister Anna Nowak of Poland signed the paper in Warsaw.",
        {("Anna Nowak", "Deputy Prime Minister", "Poland", "current"), ("Anna Nowak", "Defence Minister", "Poland", "current")},
    ),
    ("In Seattle, Boeing chief executive Mark Olsen declined to comment.", {("Mark Olsen", "chief executive", "Boeing", "current")}),
    ("Former French President Luc Moreau died in his sleep.", {("Luc Moreau", "President", "French", "former")}),
    ("Acting Peruvian Defence Minister Rosa Quispe thanked the crew.", {("Rosa Quispe", "Defence Minister", "Peruvian", "acting")}),
    (
        "Greek Foreign Minister Nikos Pappas hosted his Italian counterpart Carla Bruni in Athens.",
        {("Nikos Pappas", "Foreign Minister", "Greek", "current"), ("Carla Bruni", "Foreign Minister", "Italian", "current")},
    ),
    (
        "Sweden and Denmark will buy the trucks, defence ministers Lars Holm and Mette Krog said.",
        {("Lars Holm", "defence minister", "Sweden", "current"), ("Mette Krog", "defence minister", "Denmark", "current")},
    ),
]

BEHIND = [
    ("Karin Weber, the chief executive of Siemens, said sales had risen.", {("Karin Weber", "chief executive", "Siemens", "current")}),
    (
        "John Miller, 53, chairman and chief executive of Ford, will retire next year.",
        {("John Miller", "chairman", "Ford", "current"), ("John Miller", "chief executive", "Ford", "current")},
    ),
    (
        "The company was bought by Airbus. Airbus's finance director, Julie Blanc, said so.",
        {("Julie Blanc", "finance director", "Airbus", "current")},
    ),
    ("Peter Schulz, Germany's ambassador to Chad, was unharmed.", {("Peter Schulz", "ambassador to Chad", "Germany", "current")}),
    ("Maria Lopez, the mayor of Madrid, opened the bridge.", {("Maria Lopez", "mayor", "Madrid", "current")}),
    ("Ana Costa, a former adviser to the Bank of Portugal, wrote the book.", {("Ana Costa", "adviser", "Bank of Portugal", "former")}),
]

CLAUSES = [
    ("Elena Popescu is the foreign minister of Romania.", {("Elena Popescu", "foreign minister", "Romania", "current")}),
    ("Elena Popescu was the foreign minister of Romania until 2019.", {("Elena Popescu", "foreign minister", "Romania", "former")}),
    (
        "French defence group Thales named Alain Petit as country director for Canada on Monday.",
        {("Alain Petit", "country director for Canada", "Thales", "appointed")},
    ),
    ("Jan Kowalski was appointed chief financial officer of Orlen.", {("Jan Kowalski", "chief financial officer", "Orlen", "appointed")}),
    (
        "Jan Kowalski will become chief financial officer of Orlen in May.",
        {("Jan Kowalski", "chief financial officer", "Orlen", "appointed")},
    ),
    ("Rita Gomes resigned as chairwoman of Petrobras on Friday.", {("Rita Gomes", "chairwoman", "Petrobras", "former")}),
    (
        "Tom Baker succeeds Helen Shaw as chief executive of Rolls-Royce.",
        {("Tom Baker", "chief executive", "Rolls-Royce", "current"), ("Helen Shaw", "chief executive", "Rolls-Royce", "former")},
    ),
    ("Olga Ivanova, who heads the Red Cross, thanked the crews.", {("Olga Ivanova", "head", "Red Cross", "current")}),
]

NOTHING = [
    "The Trump administration rejected the offer.",
    "General Motors sold its plant in Ohio.",
    "Mr Brown and Dr Silva walked home.",
    "Tycoon Igor Petrov bought the club, said activist Ana Reyes.",
    "The Prime Minister's Office declined to comment on Smith's letter.",
    "A new president will be elected in May.",
    "Presidential candidate Laura Diaz spoke in Lima.",
    "Greta Olsen could become chief executive of Volvo.",
    "Ken Adams never was chairman of Shell.",
]


@pytest.mark.parametrize(("text", "expected"), BEFORE)
def test_titles_before_names(claims: Claims, text: str, expected: set[Role]) -> None:
    assert roles_of(claims(text, "RoleHolding")) == expected


@pytest.mark.parametrize(("text", "expected"), BEHIND)
def test_appositions(claims: Claims, text: str, expected: set[Role]) -> None:
    assert roles_of(claims(text, "RoleHolding")) == expected


@pytest.mark.parametrize(("text", "expected"), CLAUSES)
def test_clauses(claims: Claims, text: str, expected: set[Role]) -> None:
    assert roles_of(claims(text, "RoleHolding")) == expected


@pytest.mark.parametrize("text", NOTHING)
def test_words_that_state_no_post(claims: Claims, text: str) -> None:
    assert roles_of(claims(text, "RoleHolding")) == set()
