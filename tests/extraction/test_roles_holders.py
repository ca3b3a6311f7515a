"""Who holds which post where clauses, turns of office and long appositions say so, and where names and titles end."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.model import Claim
from tests.extraction.test_roles import Role, roles_of

Claims = Callable[..., list[Claim]]

LED = [
    (
        "Orion is a unit of Vega Holding, a conglomerate worth $2 billion that is chaired by Omar Haddad.",
        {("Omar Haddad", "chair", "Vega Holding", "current")},
    ),
    ("Kestrel Bank was sold and is now headed by Ann Brown.", {("Ann Brown", "head", "Kestrel Bank", "current")}),
    ("Kestrel, a party that was led by Ann Brown, lost the vote.", {("Ann Brown", "leader", "Kestrel", "former")}),
    ("Tom Hill, who now heads Vitava Energy as its director general, said so.", {("Tom Hill", "director general", "its", "current")}),
    ("The Defence Committee is not chaired by Ann Brown.", set()),
    ("The debate at the European Parliament was chaired by Tom Hill.", set()),
]

TURNS = [
    (
        "Tom Hill left on Sunday. His last act as trade minister of Malta was to sign the order.",
        {("His", "trade minister", "Malta", "former")},
    ),
    ("In his last game as coach of Leeds, Tom Hill lost.", {("Tom Hill", "coach", "Leeds", "former")}),
    ("Tom Hill lost. His first day as mayor of Leeds will be Monday.", {("His", "mayor", "Leeds", "appointed")}),
    ("Tom Hill won. In his role as mayor of Leeds he built roads.", {("he", "mayor", "Leeds", "current")}),
    ("Ann Brown was his second choice as mayor of Leeds, Tom Hill said.", set()),
    ("Tom Hill hopes to win his first term as mayor of Leeds.", set()),
    ("Tom Hill drove off to hand in his resignation to the president.", set()),
    (
        "Malta elected Tom Hill as prime minister over Frank Brown, the man who had held the job for 15 years.",
        {("Tom Hill", "prime minister", "Malta", "current"), ("Frank Brown", "prime minister", "Malta", "former")},
    ),
    (
        "Tim Hill was named chairman of Kestrel Bank, a job Ann Brown has held since 2010.",
        {("Tim Hill", "chairman", "Kestrel Bank", "appointed"), ("Ann Brown", "chairman", "Kestrel Bank", "current")},
    ),
    ("Ann Brown, who wants the job, met Tom Hill, the mayor of Leeds.", {("Tom Hill", "mayor", "Leeds", "current")}),
    (
        "President Tom Hill of Malta, who as defence minister started the talks, won.",
        {("Tom Hill", "President", "Malta", "current"), ("Tom Hill", "defence minister", "Malta", "former")},
    ),
    ("The man who as mayor of Leeds built roads won.", set()),
]

APPOSED = [
    (
        "Mr Hill, a former director of the World Bank and of the Bank of Kenya, said so.",
        {("Hill", "director", "World Bank", "former"), ("Hill", "director", "Bank of Kenya", "former")},
    ),
    (
        "Tom Hill, the head of the World Bank and IMF director Ann Brown met.",
        {("Tom Hill", "head", "World Bank", "current"), ("Ann Brown", "director", "IMF", "current")},
    ),
    (
        "Tom Hill, chairman of Vitava Energy and once an officer of the Navy, won.",
        {("Tom Hill", "chairman", "Vitava Energy", "current"), ("Tom Hill", "officer", "Navy", "former")},
    ),
    ("Once a minister resigns, Tom Hill wins.", set()),
    ("Tom Hill, until March the director of the Bank of Kenya, won.", {("Tom Hill", "director", "Bank of Kenya", "former")}),
    ("Mr Hill, himself until recently an adviser to the Czech president, won.", {("Hill", "adviser", "Czech", "former")}),
    (
        "Kestrel Bank's chairman is a former minister, Ann Brown.",
        {("Ann Brown", "minister", "", "former"), ("Ann Brown", "chairman", "Kestrel Bank", "current")},
    ),
    ("Kestrel Bank's chairman is a friend of former minister Ann Brown.", {("Ann Brown", "minister", "", "former")}),
    (
        "For Ivan Hill, Vitava Energy's chief executive, who resigned as a director of Kestrel Bank last month, the timing is right.",
        {("Ivan Hill", "chief executive", "Vitava Energy", "current"), ("Ivan Hill", "director", "Kestrel Bank", "former")},
    ),
    ("The chair of trustees, Caroline Thom, paid tribute to him.", {("Caroline Thom", "chair of trustees", "", "current")}),
    ("Ann Brown, who did not apply, will be Acting Dean for two weeks.", {("Ann Brown", "Dean", "", "acting")}),
    (
        "The company fell in May, when chief executive Paul Moser and sales director Angus Hill resigned over the wells.",
        {("Paul Moser", "chief executive", "", "former"), ("Angus Hill", "sales director", "", "former")},
    ),
    (
        "President Tom Hill of Chile met his then Peruvian counterpart, Dina Brown, in Seoul.",
        {("Tom Hill", "President", "Chile", "current"), ("Dina Brown", "President", "Peruvian", "former")},
    ),
]

EDGES = [
    (
        "Tom Hill OBE, chairman of Vitava Energy, said so. Mr Hill was pleased.",
        {("Tom Hill", "chairman", "Vitava Energy", "current")},
    ),
    ("Henry Luce III, chairman of Time Inc., said so.", {("Henry Luce III", "chairman", "Time Inc.", "current")}),
    ("Um Kyung-a, an analyst at Shinyoung Securities, said so.", {("Um Kyung-a", "analyst", "Shinyoung Securities", "current")}),
    ("Andrius Hill, the EU's first defence commissioner, said so.", {("Andrius Hill", "defence commissioner", "EU", "current")}),
    ("Tom Hill, the first deputy minister of Kenya, won.", {("Tom Hill", "first deputy minister", "Kenya", "current")}),
    (
        "Tom Hill is the special envoy for South and Central Asia.",
        {("Tom Hill", "special envoy for South and Central Asia", "", "current")},
    ),
    (
        "Tom Hill, the former Maltese minister, became chairman of Vitava's board nine months later.",
        {("Tom Hill", "minister", "Maltese", "former"), ("Tom Hill", "chairman of board", "Vitava", "current")},
    ),
    ("Ana Silva, Vitava Energy's director of new media, won.", {("Ana Silva", "director of new media", "Vitava Energy", "current")}),
]


@pytest.mark.parametrize(("text", "expected"), [*LED, *TURNS])
def test_clauses_and_turns_of_office(claims: Claims, text: str, expected: set[Role]) -> None:
    assert roles_of(claims(text)) == expected


@pytest.mark.parametrize(("text", "expected"), [*APPOSED, *EDGES])
def test_appositions_and_the_ends_of_names_and_titles(claims: Claims, text: str, expected: set[Role]) -> None:
    assert roles_of(claims(text)) == expected


def test_a_post_before_a_rank_keeps_its_body(claims: Claims) -> None:
    found = {r[:2] for r in roles_of(claims("Chief of the Defence Staff Admiral Tony Hill met Army Chief General Jan Novak."))}
    assert found == {
        ("Tony Hill", "Chief of the Defence Staff"),
        ("Tony Hill", "Admiral"),
        ("Jan Novak", "Army Chief"),
        ("Jan Novak", "General"),
    }
    assert {r[:2] for r in roles_of(claims("Attorney General Ann Brown won."))} == {("Ann Brown", "Attorney General")}


def test_a_nations_head_is_who_was_named_as_that_nations(claims: Claims) -> None:
    story = "Venezuela's Hugo Hill met Peru's Ann Brown. Hill read a plan. The Venezuelan president sat down. The Peruvian president left."
    assert {(r[1], r[2]) for r in roles_of(claims(story))} == {("president", "Venezuelan"), ("president", "Peruvian")}
    assert not claims("Italy's Tom Hill won the race. The Italian president was pleased.")
