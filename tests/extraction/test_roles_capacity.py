"""Which posts does a text tell of those who act in them, and of whom it says "whose"?"""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.model import Claim
from tests.extraction.test_roles import Role, roles_of

Claims = Callable[..., list[Claim]]

CAPACITY = [
    ("Anna Lind ordered the ships as Norway's defence minister in 2019.", {("Anna Lind", "defence minister", "Norway", "former")}),
    (
        "Norway will keep the jets. Anna Lind, who pushed the purchase through as defence minister, was glad.",
        {("Anna Lind", "defence minister", "Norway", "former")},
    ),
    ("Ola Lund, who runs Acme as chief executive, was blunt.", {("Ola Lund", "chief executive", "Acme", "current")}),
    ("Ruth Okafor arrived at Acme as chief executive in January.", {("Ruth Okafor", "chief executive", "Acme", "current")}),
    ("Anna Lind had fought there as army chief of Norway.", {("Anna Lind", "army chief", "Norway", "former")}),
    # of somebody else, or of no office
    ("Voters saw Anna Lind as prime minister of Norway.", set()),
    ("Anna Lind praised Ola Lund as chief executive of Acme.", set()),
    ("Anna Lind met with Ola Lund as minister of Norway.", set()),
    ("Anna Lind emerged as the leader of the club.", set()),
    ("Anna Lind described the deal as president of a firm would.", set()),
    ("Acme sells tanks as chief supplier of the army.", set()),
    # not yet, or not at all
    ("Anna Lind ran for re-election as president of Norway.", set()),
    ("Anna Lind could return as chief executive of Acme.", set()),
    ("Anna Lind did not travel as minister of Norway.", set()),
]

TERMS = [
    (
        "Ola Lund, whose term as president and chief executive of Acme ends in May, agreed.",
        {("Ola Lund", "president", "Acme", "current"), ("Ola Lund", "chief executive", "Acme", "current")},
    ),
    ("Ola Lund, whose term as chairman of Acme was extended, agreed.", {("Ola Lund", "chairman", "Acme", "current")}),
    ("Ola Lund, whose term as chairman of Acme ended on Monday, agreed.", {("Ola Lund", "chairman", "Acme", "former")}),
    ("Acme, whose year as supplier of the army ended badly, agreed.", set()),
]

WHOSE = [
    (
        "Repairs go on at Kestrel Steel in Gliwice, whose president, Ola Lund, agreed.",
        {("Ola Lund", "president", "Kestrel Steel", "current")},
    ),
    ("The firm is in Oslo, whose mayor, Ola Lund, agreed.", {("Ola Lund", "mayor", "Oslo", "current")}),
    (
        "Acme looks at Shell, a family concern whose chief executive, Ola Lund, agreed.",
        {("Ola Lund", "chief executive", "Shell", "current")},
    ),
    (
        "Shell, which owns 27 percent of the stock and whose then chief executive, Ola Lund, had criticised it, has sold.",
        {("Ola Lund", "chief executive", "Shell", "former")},
    ),
]

LISTS = [
    (
        "The guests were Norway's Foreign Minister Anna Lind, the director of the Royal Office, Ola Lund, and a cook.",
        {("Anna Lind", "Foreign Minister", "Norway", "current"), ("Ola Lund", "director", "Royal Office", "current")},
    ),
    (
        "Norway's President Anna Lind, the supreme commander, met Ola Lund, the head of Acme.",
        {
            ("Anna Lind", "President", "Norway", "current"),
            ("Anna Lind", "supreme commander", "Norway", "current"),
            ("Ola Lund", "head", "Acme", "current"),
        },
    ),
]


@pytest.mark.parametrize(("text", "expected"), [*CAPACITY, *TERMS, *WHOSE, *LISTS], ids=lambda v: v if isinstance(v, str) else "")
def test_posts_of_those_who_act_in_them(claims: Claims, text: str, expected: set[Role]) -> None:
    """Each sentence gives its posts, or none."""
    assert roles_of(claims(text, "RoleHolding")) == expected


NOBODYS = [
    ("Acme bought the line. The union of railwaymen, whose chairman is Ola Lund, resents that.", "Acme"),
    ("Acme was asked. The panel met twice. The chairman, Ola Lund, moved to the next item.", "Acme"),
]


@pytest.mark.parametrize(("text", "firm"), NOBODYS, ids=lambda v: v)
def test_a_body_without_a_name_lends_no_firm_its_chair(claims: Claims, text: str, firm: str) -> None:
    """The chair of a union or panel is not that of the firm that is named."""
    assert all(of != firm for _, _, of, _ in roles_of(claims(text, "RoleHolding")))


ABROAD = [
    ("During the visit of Prime Minister Anna Lind to Ankara, Norway is expected to buy three ships.", "Prime Minister", "Norway"),
    ("The ships lie in Turkey. The tour of Foreign Minister Anna Lind to Ankara ends today, Norway said.", "Foreign Minister", "Norway"),
]


@pytest.mark.parametrize(("text", "title", "country"), ABROAD)
def test_who_visits_a_country_holds_no_post_of_it(claims: Claims, text: str, title: str, country: str) -> None:
    """Also where the visitor stands behind the word of travel."""
    assert ("Anna Lind", title, country, "current") in roles_of(claims(text, "RoleHolding"))


NOT_OF_STATES = [
    "Singapore launched a carrier at the air show. Anna Lind, president of land systems, declined to talk about price.",
    "Fog kept the planes at home, and the French frigate Surcouf lost a hydrophone. Rear Adm. Anna Lind was glad.",
]


@pytest.mark.parametrize("text", NOT_OF_STATES)
def test_posts_that_no_state_named_there_has(claims: Claims, text: str) -> None:
    """A state has no president of a branch of business; a country's ship does not make an officer its own."""
    assert all(of not in ("Singapore", "French") for _, _, of, _ in roles_of(claims(text, "RoleHolding")))


def test_an_officer_is_of_the_country_whose_force_acts(claims: Claims) -> None:
    """A force before a rank is more than a country's ship."""
    found = roles_of(claims("The French navy lost a ship. Rear Adm. Jean Martin was glad.", "RoleHolding"))
    assert found == {("Jean Martin", "Rear Adm.", "French navy", "current")}


SPENT = [
    ("Anna Lind, who spent eleven years as head of procurement at Acme, agreed.", {("Anna Lind", "head of procurement", "Acme", "former")}),
    ("Jorge Ruiz won a third term as mayor of Rosario.", {("Jorge Ruiz", "mayor", "Rosario", "current")}),
]


@pytest.mark.parametrize(("text", "expected"), SPENT)
def test_time_spent_in_a_post(claims: Claims, text: str, expected: set[Role]) -> None:
    """Years spent as something are in a post; of a term the verb says what became of it."""
    assert roles_of(claims(text, "RoleHolding")) == expected


COMMANDS = [
    (
        "The Saudi navy and the US Fifth Fleet, commanded by Vice Admiral George Berg, concluded an exercise.",
        ("George Berg", "Vice Admiral", "US", "current"),
    ),
    (
        "Vietnam was glad. Among the guests was General Ola Lund, commander of U.S. Army Pacific.",
        ("Ola Lund", "General", "U.S.", "current"),
    ),
    (
        "The Norwegian army fired. General Ola Lund, chairman of British Airways, was glad.",
        ("Ola Lund", "General", "Norwegian army", "current"),
    ),
]


@pytest.mark.parametrize(("text", "rank"), COMMANDS)
def test_an_officer_is_of_the_country_in_the_name_of_the_command(claims: Claims, text: str, rank: Role) -> None:
    """Not of another force that is named first; a firm's name tells nothing of a rank."""
    assert rank in roles_of(claims(text, "RoleHolding"))
