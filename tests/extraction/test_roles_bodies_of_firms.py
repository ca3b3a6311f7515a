"""Whose is a post where boards, parts and descriptions of firms stand between it and the firm, and who takes it up?"""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.model import Claim
from tests.extraction.test_roles import Role, roles_of

Claims = Callable[..., list[Claim]]

BOARDS = [
    (
        "The Supervisory Board met. Kestrel AG agreed. Ola Lund, Chief Executive Officer, agreed.",
        {("Ola Lund", "Chief Executive Officer", "Kestrel AG", "current")},
    ),
    (
        "Kestrel Bank said so. Ola Lund, who chairs the risk and compliance committee, agreed.",
        {("Ola Lund", "chair of risk and compliance committee", "Kestrel Bank", "current")},
    ),
    (
        "Ola Lund, chair of the audit committee of Kestrel Bank, agreed.",
        {("Ola Lund", "chair of audit committee", "Kestrel Bank", "current")},
    ),
    ("Ola Lund, chairman of the defence committee, agreed.", {("Ola Lund", "chairman", "defence committee", "current")}),
    (
        "Ola Lund, who heads the transport workers' committee, agreed.",
        {("Ola Lund", "head", "transport workers' committee", "current")},
    ),
    (
        "Ola Lund sits on the supervisory boards of BMW and Continental.",
        {("Ola Lund", "board member", "BMW", "current"), ("Ola Lund", "board member", "Continental", "current")},
    ),
    ("Ola Lund sat on the boards of two banks.", set()),
    ("Ola Lund will join the Executive Committee on October 1.", set()),
    (
        "The Election Commission met. Ruth Okafor, who left as chairman of the Election Commission, was sworn in as the new Speaker.",
        {("Ruth Okafor", "chairman", "Election Commission", "former"), ("Ruth Okafor", "Speaker", "", "current")},
    ),
    (
        "The Supreme Court of Kenya met. The Boundaries Commission was split. Four of them, led by vice-chairperson Ola Lund, agreed.",
        {("Ola Lund", "vice-chairperson", "Boundaries Commission", "current")},
    ),
    (
        'The Trades Union Congress struck. "It is late," said minority leader Ola Lund in parliament.',
        {("Ola Lund", "minority leader", "parliament", "current")},
    ),
    ("Ola Lund, the former Brexit secretary, agreed.", {("Ola Lund", "Brexit secretary", "Brexit secretary", "former")}),
    ("Speaker Ola Lund was removed on Monday in the Dewan Rakyat.", {("Ola Lund", "Speaker", "Dewan Rakyat", "former")}),
]
PARTS = [
    (
        "Ola Lund took over as chief executive of market leader IndiGo in May.",
        {("Ola Lund", "chief executive", "IndiGo", "current")},
    ),
    (
        "Ola Lund, general manager of the Integrated Fighter Group at Lockheed Martin, agreed.",
        {("Ola Lund", "general manager of Integrated Fighter Group", "Lockheed Martin", "current")},
    ),
    ("Ola Lund, general manager of Naval Group, agreed.", {("Ola Lund", "general manager", "Naval Group", "current")}),
    (
        "The Nordic Institute is in Oslo. Ola Lund, a senior researcher with the institute, agreed.",
        {("Ola Lund", "senior researcher", "institute", "current")},
    ),
    ("Kestrel paid. Ola Lund, a minister with a plan, agreed.", {("Ola Lund", "minister", "", "current")}),
    ("Ruth Okafor, who lectures on the Middle East at Sciences Po, agreed.", {("Ruth Okafor", "lecturer", "Sciences Po", "current")}),
    (
        "Kestrel Corp. will pay. Its chief executive is Ola Lund, the former CEO of Vitava Resources, and its chair is Ruth Okafor.",
        {
            ("Ola Lund", "CEO", "Vitava Resources", "former"),
            ("Ola Lund", "chief executive", "Its", "current"),
            ("Ruth Okafor", "chair", "its", "current"),
        },
    ),
]
TAKEN_UP = [
    (
        "Kestrel's finance director, Ola Lund, leaves for Nordea. Ruth Okafor will act as finance director until May.",
        {("Ola Lund", "finance director", "Kestrel", "current"), ("Ruth Okafor", "finance director", "Kestrel", "appointed")},
    ),
    ("Ruth Okafor becomes the president's senior adviser.", {("Ruth Okafor", "senior adviser", "", "appointed")}),
    ("Ruth Okafor becomes the president.", {("Ruth Okafor", "president", "", "appointed")}),
    ("Ruth Okafor, who used to be president of Nordea, agreed.", {("Ruth Okafor", "president", "Nordea", "former")}),
    ("Ruth Okafor used to be a friend of the president of Nordea.", set()),
    ("Ruth Okafor has been acting mayor of Bergen since May.", {("Ruth Okafor", "mayor", "Bergen", "acting")}),
    ("Ruth Okafor has been acting strangely.", set()),
    (
        "Ola Lund, an analyst at Telia and a former engineer, agreed.",
        {("Ola Lund", "analyst", "Telia", "current"), ("Ola Lund", "engineer", "", "former")},
    ),
    (
        "Ola Lund, an analyst at Telia and the former head of trading at Nordea, agreed.",
        {("Ola Lund", "analyst", "Telia", "current"), ("Ola Lund", "head of trading", "Nordea", "former")},
    ),
    (
        "Minister of Defence and Military Veterans Ruth Okafor said so.",
        {("Ruth Okafor", "Minister of Defence and Military Veterans", "", "current")},
    ),
    ("Defence Minister of Chad Ruth Okafor said so.", {("Ruth Okafor", "Defence Minister", "Chad", "current")}),
    (
        "The plan of President Joe Biden was praised by Danish Prime Minister Mette Skov and her Dutch counterpart, Dick Roos.",
        {
            ("Joe Biden", "President", "", "current"),
            ("Mette Skov", "Prime Minister", "Danish", "current"),
            ("Dick Roos", "Prime Minister", "Dutch", "current"),
        },
    ),
]


@pytest.mark.parametrize(("text", "expected"), [*BOARDS, *PARTS, *TAKEN_UP])
def test_whose_a_post_is_beside_boards_and_parts(claims: Claims, text: str, expected: set[Role]) -> None:
    assert roles_of(claims(text)) == expected


VOTED = [
    ("Nordia Hull lost it on Monday. It was a blow to Nordia Hull. Verano Group won, chief executive Ruth Okafor said.", "Verano Group"),
    ("Nordia Hull opened a yard. Chief executive Ruth Okafor said it would sell boats to Verano Group.", "Nordia Hull"),
    ("Nordia Hull sold a yard to Verano Group. Chief executive Ruth Okafor said so.", "Nordia Hull"),
    (
        'Nordia Hull opened its yard at Bergen. Then it bought engines from Verano Group. "Fine," chief executive Ruth Okafor said.',
        "Nordia Hull",
    ),
]


@pytest.mark.parametrize(("text", "firm"), VOTED)
def test_a_bare_post_is_that_of_the_firm_of_its_sentence_else_of_the_story(claims: Claims, text: str, firm: str) -> None:
    assert {owner for _, _, owner, _ in roles_of(claims(text, "RoleHolding"))} == {firm}
