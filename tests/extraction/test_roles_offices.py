"""Posts said by nouns and verbs of office, by who leads what, and by who follows whom."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.model import Claim
from tests.extraction.test_roles import Role, roles_of

Claims = Callable[..., list[Claim]]

OFFICES = [
    ("Elena Popescu assumed the presidency of Romania in 2019.", {("Elena Popescu", "president", "Romania", "current")}),
    ("Ana Silva stepped down from the chairmanship of Meridian Foods.", {("Ana Silva", "chairman", "Meridian Foods", "former")}),
    ("Lars Moe has resigned the post of mayor of Oslo.", {("Lars Moe", "mayor", "Oslo", "former")}),
    ("Eva Horn took office as chancellor of Austria.", {("Eva Horn", "chancellor", "Austria", "current")}),
    ("Hungary took over the EU presidency in July.", set()),
    ("She ran for the presidency of Chad.", set()),
    ("The firm held the leadership of the market.", set()),
]

LED = [
    (
        "The Kurdistan Regional Government, represented by Prime Minister Nech Barwari, signed in Erbil.",
        {("Nech Barwari", "Prime Minister", "Kurdistan Regional Government", "current")},
    ),
    ("Fjord Energy, led by chief executive Ingrid Dahl, posted a loss.", {("Ingrid Dahl", "chief executive", "Fjord Energy", "current")}),
    ("Hezbollah, led by Hassan Karim, denied it.", {("Hassan Karim", "leader", "Hezbollah", "current")}),
    ("The meeting was chaired by Ana Silva.", set()),
    ("Pia Motz commands 15 of 31 seats in the Knesset.", set()),
]

SUCCESSIONS = [
    (
        "Jonas Berg was appointed chief executive of Nordvik Shipping, replacing Lena Holm.",
        {
            ("Jonas Berg", "chief executive", "Nordvik Shipping", "appointed"),
            ("Lena Holm", "chief executive", "Nordvik Shipping", "former"),
        },
    ),
    (
        "Nordvik Shipping chief executive Lena Holm met investors. She succeeds Ana Torres, who left in April 2022.",
        {("Lena Holm", "chief executive", "Nordvik Shipping", "current"), ("Ana Torres", "chief executive", "Nordvik Shipping", "former")},
    ),
    (
        "Rui Costa will be succeeded by Ana Silva as mayor of Porto.",
        {("Rui Costa", "mayor", "Porto", "current"), ("Ana Silva", "mayor", "Porto", "appointed")},
    ),
    (
        "Ostap Mykal is the energy minister of Ukraine. His predecessor, Ivan Bondar, wished him luck.",
        {("Ostap Mykal", "energy minister", "Ukraine", "current"), ("Ivan Bondar", "energy minister", "Ukraine", "former")},
    ),
    (
        "Polish President Jan Mikol appointed Ula Wawrz head of the Security Bureau, replacing General Roman Skibin.",
        {
            ("Jan Mikol", "President", "Polish", "current"),
            ("Ula Wawrz", "head", "Security Bureau", "appointed"),
            ("Roman Skibin", "General", "Polish", "current"),
            ("Roman Skibin", "head", "Security Bureau", "former"),
        },
    ),
    # "with" says who comes; the subject is not in the post
    (
        "Chilean President Pablo Soto replaced Luis Vega with Rosa Quispe.",
        {("Pablo Soto", "President", "Chilean", "current")},
    ),
]

ENDINGS = [
    (
        "Following the resignation of Portuguese Finance Minister Luis Vega, shares fell.",
        {("Luis Vega", "Finance Minister", "Portuguese", "former")},
    ),
    (
        "Crowds called for the resignation of Portuguese Finance Minister Luis Vega.",
        {("Luis Vega", "Finance Minister", "Portuguese", "current")},
    ),
    ("After the dismissal of Tom Hale as mayor of Leeds, the council met.", {("Tom Hale", "mayor", "Leeds", "former")}),
    ("Lars Moe said he would step down as chief executive of Fjord Energy.", {("he", "chief executive", "Fjord Energy", "current")}),
    ("Lars Moe would become chief executive of Fjord Energy if he won.", set()),
    ("Ana Silva, once the mayor of Porto, left.", {("Ana Silva", "mayor", "Porto", "former")}),
    ("Ana Silva, the mayor of Porto, once left.", {("Ana Silva", "mayor", "Porto", "current")}),
    ("Aigul Sultan, until recently the mayor of Astana, was there.", {("Aigul Sultan", "mayor", "Astana", "former")}),
]

SUBJECTS = [
    (
        "Condor's founder, Hugo Sakai, will stay on as technical director.",
        {("Hugo Sakai", "founder", "Condor", "current"), ("Hugo Sakai", "technical director", "Condor", "current")},
    ),
    (
        "The text was signed by Abel Worku and Nils Holt, who heads the export branch of Kestrel Arms.",
        {("Nils Holt", "head of export branch", "Kestrel Arms", "current")},
    ),
    (
        "Acme named Bakar Sango as finance director and Momo Erles as chairman.",
        {("Bakar Sango", "finance director", "Acme", "appointed"), ("Momo Erles", "chairman", "Acme", "appointed")},
    ),
    ("Martin Bell was on the board of Burisma Holdings.", {("Martin Bell", "board member", "Burisma Holdings", "former")}),
    ("Martin Bell was on the phone to Burisma Holdings.", set()),
]


@pytest.mark.parametrize(("text", "expected"), [*OFFICES, *LED])
def test_offices_and_leaders(claims: Claims, text: str, expected: set[Role]) -> None:
    assert roles_of(claims(text, "RoleHolding")) == expected


@pytest.mark.parametrize(("text", "expected"), [*SUCCESSIONS, *ENDINGS])
def test_who_follows_and_who_goes(claims: Claims, text: str, expected: set[Role]) -> None:
    assert roles_of(claims(text, "RoleHolding")) == expected


@pytest.mark.parametrize(("text", "expected"), SUBJECTS)
def test_whose_clause_it_is(claims: Claims, text: str, expected: set[Role]) -> None:
    assert roles_of(claims(text, "RoleHolding")) == expected
