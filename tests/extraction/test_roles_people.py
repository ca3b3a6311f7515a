"""Whose post is it where names and posts stand close: names cut by the model, names with a post in them, posts in lists."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.model import Claim
from tests.extraction.test_roles import Role, roles_of

Claims = Callable[..., list[Claim]]

NAMES = [
    ("Two left, director general Maj-Britt Ekelund said.", {("Maj-Britt Ekelund", "director general", "", "current")}),
    ("Vice Minister of Defence Sultan Kamal-Ait came.", {("Sultan Kamal-Ait", "Vice Minister of Defence", "", "current")}),
    ("Saudi Crown Prince Faris bin Nayef visited Paris.", {("Faris bin Nayef", "Crown Prince", "Saudi", "current")}),
    ("Baker Tom Hill closed his shop.", {("Tom Hill", "Baker", "", "current")}),
    ("Japan paid for it under its Official Security Assistance programme.", set()),
    ("The Official Information Act was changed in May.", set()),
    ("The hulls came from General Dynamics Land Systems-Canada in 2023.", set()),
    ("The frigate lay at King Faisal Naval Base.", set()),
    ("They reached King George Island on Friday.", set()),
    ("Mason Greenfield scored twice.", set()),
]

POSTS = [
    (
        "French Minister of the Armed Forces Blandine Roux said so.",
        {("Blandine Roux", "Minister of the Armed Forces", "French", "current")},
    ),
    (
        "The Deputy Prime Minister, Minister of Defence, Guy Lumbala, said so.",
        {("Guy Lumbala", "Deputy Prime Minister", "", "current"), ("Guy Lumbala", "Minister of Defence", "", "current")},
    ),
    (
        "Caio Teles, its vice-president for defence, and the minister of defence, Ernesto Lutoki, signed the text.",
        {("Caio Teles", "vice-president for defence", "", "current"), ("Ernesto Lutoki", "minister of defence", "", "current")},
    ),
    ("A veterinarian from Kupang, Yosef Nahar, advises against it.", {("Yosef Nahar", "veterinarian", "", "current")}),
    ("It was made by a tailor named Karl Lund.", {("Karl Lund", "tailor", "", "current")}),
    ("The ship's captain named Karl Lund as the culprit.", set()),
    (
        "They met President Nurlan Abdi, whose press secretary, Zarina Kuda, counted the flags.",
        {("Nurlan Abdi", "President", "", "current"), ("Zarina Kuda", "press secretary", "", "current")},
    ),
    ("Director (finance) Gayatri Bhima told analysts that.", {("Gayatri Bhima", "Director", "", "current")}),
]

PAST = [
    ("Air Vice Marshal (retd) Nadim Asghar spoke.", {("Nadim Asghar", "Air Vice Marshal", "", "former")}),
    ("Lieutenant General Karl Roth (ret.) spoke.", {("Karl Roth", "Lieutenant General", "", "former")}),
    (
        "Colonel Mio Stanov, a retired missile officer, spoke.",
        {("Mio Stanov", "Colonel", "", "former"), ("Mio Stanov", "missile officer", "", "former")},
    ),
    ("The chief of staff of the time, Karl Roth, bought it.", {("Karl Roth", "chief of staff", "", "former")}),
    ("An earlier minister, Ann Lee, refused.", {("Ann Lee", "minister", "", "former")}),
    ("Earlier Prime Minister Ann Lee spoke.", {("Ann Lee", "Prime Minister", "", "current")}),
    ("Bo Khmel, a department head at the ministry until 2010, is accused.", {("Bo Khmel", "department head", "", "former")}),
    (
        "Bo Khmel, a research fellow at Acme and once military attaché in Cairo, spoke.",
        {("Bo Khmel", "research fellow", "Acme", "current"), ("Bo Khmel", "military attaché", "", "former")},
    ),
    ("Ann Lee, now once again mayor of Oslo, spoke.", {("Ann Lee", "mayor", "Oslo", "current")}),
    ("Karl Roth, once director of Romarm, joins them.", {("Karl Roth", "director", "Romarm", "former")}),
    ("Turkish Chief of General Staff Ann Lee came.", {("Ann Lee", "Chief of General Staff", "Turkish", "current")}),
    ("Wolf Berg has died at 91. He was the owner of Acme.", {("He", "owner", "Acme", "former")}),
    ("Wolf Berg has died at 41. He was the owner of Acme.", {("He", "owner", "Acme", "deceasedInOffice")}),
    # killed, not only threatened or feared to be
    ("Rebels threatened to kill Iraqi Prime Minister Ann Lee.", {("Ann Lee", "Prime Minister", "Iraqi", "current")}),
    ("Iraqi Prime Minister Ann Lee could be killed, he said.", {("Ann Lee", "Prime Minister", "Iraqi", "current")}),
    ("Rebels killed Iraqi Prime Minister Ann Lee.", {("Ann Lee", "Prime Minister", "Iraqi", "deceasedInOffice")}),
]
APART = [
    # nobody is prime minister and president; but a minister may have two ministries
    ("The Prime Minister and French President Ann Lee met.", {("Ann Lee", "President", "French", "current")}),
    ("The Prime Minister and President Ann Lee met in Paris.", {("Ann Lee", "President", "Paris", "current")}),
    (
        "The Prime Minister and Minister of Defence Ann Lee met them in Oslo.",
        {("Ann Lee", "Prime Minister", "Oslo", "current"), ("Ann Lee", "Minister of Defence", "Oslo", "current")},
    ),
    # a body's name that took the first word of the title
    ("Pentagon Press Secretary Ann Lee said so.", {("Ann Lee", "Press Secretary", "Pentagon", "current")}),
]


@pytest.mark.parametrize(("text", "expected"), [*NAMES, *POSTS, *PAST, *APART])
def test_a_post_is_its_holders(text: str, expected: set[Role], claims: Claims) -> None:
    assert roles_of(claims(text)) == expected
