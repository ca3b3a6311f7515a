"""Which posts are over, came before or after others, and which bodies own those whose phrase does not say?"""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.model import Claim
from tests.extraction.test_roles import Role, roles_of

Claims = Callable[..., list[Claim]]

OVER = [
    ("Paul Mercer, previously chief economist of Acme, agreed.", {("Paul Mercer", "chief economist", "Acme", "former")}),
    ("Paul Mercer, chief economist of Acme until yesterday, agreed.", {("Paul Mercer", "chief economist", "Acme", "former")}),
    ("Paul Mercer, chief economist of Acme until 2035, agreed.", {("Paul Mercer", "chief economist", "Acme", "current")}),
    (
        "Ruth Okafor, a former head of Acme and previously an economist at Shell, won.",
        {("Ruth Okafor", "head", "Acme", "former"), ("Ruth Okafor", "economist", "Shell", "former")},
    ),
    ("Ruth Okafor, who was acting director of Acme in 2009, agreed.", {("Ruth Okafor", "director", "Acme", "former")}),
    ("Ruth Okafor, Acme's finance director, who resigned on Friday, agreed.", {("Ruth Okafor", "finance director", "Acme", "former")}),
    ("The aide of Acme's finance director, Ruth Okafor, resigned.", {("Ruth Okafor", "finance director", "Acme", "current")}),
    (
        "Acme's chairman, Paul Mercer, will step down in March and be succeeded by Ruth Okafor.",
        {("Paul Mercer", "chairman", "Acme", "current"), ("Ruth Okafor", "chairman", "Acme", "appointed")},
    ),
    ("Ruth Okafor becomes finance director of Acme on 1 May.", {("Ruth Okafor", "finance director", "Acme", "appointed")}),
    ("Ruth Okafor became finance director of Acme in May.", {("Ruth Okafor", "finance director", "Acme", "current")}),
    # the dead that a list counts, and no one else of the sentence
    (
        "Among the dead were Ruth Okafor, mayor of Lviv; and Paul Mercer, head of Acme, who had met Shell chairman Ola Lund.",
        {
            ("Ruth Okafor", "mayor", "Lviv", "deceasedInOffice"),
            ("Paul Mercer", "head", "Acme", "deceasedInOffice"),
            ("Ola Lund", "chairman", "Shell", "current"),
        },
    ),
    (
        "Ruth Okafor, mayor of Lviv, was ill. She died on Monday. Her driver, Paul Mercer, survived.",
        {("Ruth Okafor", "mayor", "Lviv", "deceasedInOffice"), ("Paul Mercer", "driver", "", "current")},
    ),
    ("Among the guests was Ruth Okafor, mayor of Lviv.", {("Ruth Okafor", "mayor", "Lviv", "current")}),
    ("Until then Acme chairman Ola Lund will run the bank.", {("Ola Lund", "chairman", "Acme", "current")}),
]

SUCCESSION = [
    (
        "Shell has appointed Ruth Okafor as finance chief in place of Ola Lund.",
        {("Ruth Okafor", "finance chief", "Shell", "appointed"), ("Ola Lund", "finance chief", "Shell", "former")},
    ),
    ("Ruth Okafor is chairwoman of Shell in place of worship.", {("Ruth Okafor", "chairwoman", "Shell", "current")}),
    # now elsewhere: not the post that is succeeded to
    (
        "Ruth Okafor, head of Acme, replaced Ola Lund, who now chairs the Shell Board.",
        {("Ruth Okafor", "head", "Acme", "current"), ("Ola Lund", "chair", "Shell Board", "current")},
    ),
    (
        "Norway's parliament chose Ruth Okafor, an economist. Her predecessor, Ola Lund, left.",
        {("Ruth Okafor", "economist", "", "current")},
    ),
    (
        "Ruth Okafor took charge as mayor of Lviv, relieving Ola Lund.",
        {("Ruth Okafor", "mayor", "Lviv", "current"), ("Ola Lund", "mayor", "Lviv", "former")},
    ),
    ("Ruth Okafor, a professor who ran for the Senate, agreed.", {("Ruth Okafor", "professor", "", "current")}),
]

BODIES = [
    (
        "Ruth Okafor was at the Bank of Norway, where she was an economist and later a deputy governor.",
        {("she", "economist", "Bank of Norway", "former"), ("she", "deputy governor", "Bank of Norway", "former")},
    ),
    ("Ruth Okafor is director of Acme, not managing director.", {("Ruth Okafor", "director", "Acme", "current")}),
    ("Ruth Okafor joined Telia and rose to vice-president there.", {("Ruth Okafor", "vice-president", "Telia", "former")}),
    (
        "Ruth Okafor is vice-chancellor of Leeds University. Ola Lund was vice-chancellor until 2019. Provost Paul Mercer agreed.",
        {
            ("Ruth Okafor", "vice-chancellor", "Leeds University", "current"),
            ("Ola Lund", "vice-chancellor", "Leeds University", "former"),
            ("Paul Mercer", "Provost", "Leeds University", "current"),
        },
    ),
    ("Germany pays. Vice Chancellor Ola Lund spoke at Leipzig University.", {("Ola Lund", "Vice Chancellor", "Germany", "current")}),
    (
        "The board of Morrow met. Kraft's bid was refused by Morrow chairman Ola Lund. Sir Dominic Morrow, a lawyer, sold.",
        {("Ola Lund", "chairman", "Morrow", "current"), ("Dominic Morrow", "lawyer", "", "current")},
    ),
    ("Donald Trump left. Trump adviser Ola Lund agreed.", {("Ola Lund", "adviser", "", "current")}),
    (
        "It was signed by Naval Group chairman and CEO Ola Lund.",
        {("Ola Lund", "chairman", "Naval Group", "current"), ("Ola Lund", "CEO", "Naval Group", "current")},
    ),
    ("Ola Lund, governor of Poltova province, agreed.", {("Ola Lund", "governor", "Poltova", "current")}),
    ("Ukraine votes. Ola Lund, an MP for the opposition Holos party, agreed.", {("Ola Lund", "MP", "Ukraine", "current")}),
    (
        "Ola Lund, director of the Russia and Eurasia programme at Chatham House, agreed.",
        {("Ola Lund", "director of Russia and Eurasia programme", "Chatham House", "current")},
    ),
    ("Buses bought\n\nTHUNDER BAY - Council met on Monday. Mayor Ola Lund agreed.", {("Ola Lund", "Mayor", "THUNDER BAY", "current")}),
    (
        "President Ola Lund put police minister Paul Mercer on leave in South Africa. Mercer is a former premier of KwaZulu-Natal.",
        {
            ("Ola Lund", "President", "South Africa", "current"),
            ("Paul Mercer", "police minister", "South Africa", "current"),
            ("Mercer", "premier", "KwaZulu-Natal", "former"),
        },
    ),
]


@pytest.mark.parametrize(("text", "expected"), [*OVER, *SUCCESSION, *BODIES])
def test_says_what_is_over_and_whose_it_is(claims: Claims, text: str, expected: set[Role]) -> None:
    assert roles_of(claims(text)) == expected
