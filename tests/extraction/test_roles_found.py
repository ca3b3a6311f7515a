"""Which posts and owners do longer constructions state: infinitives, lists, clauses on appositions, services, parties, tasks?"""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.model import Claim
from tests.extraction.test_roles import Role, roles_of

Claims = Callable[..., list[Claim]]

CLAUSES = [
    # an infinitive gives the post to whom the verb above it moves or picks
    (
        "The ministry picked Paul Mercer to serve as acting director of the Port Authority.",
        {("Paul Mercer", "director", "Port Authority", "acting")},
    ),
    ("Ruth Okafor left Shell to become chief executive of Equinor.", {("Ruth Okafor", "chief executive", "Equinor", "current")}),
    ("Ruth Okafor quit the race to become chief executive of Equinor.", set()),
    ("Ruth Okafor hopes to become chief executive of Equinor.", set()),
    # both posts, and all of a list
    (
        "Karen Olsen of Norway, who serves as both prime minister and finance minister, spoke.",
        {("Karen Olsen", "prime minister", "Norway", "current"), ("Karen Olsen", "finance minister", "Norway", "current")},
    ),
    (
        "In Norway Anna Berg resigned as trade minister, health minister and deputy leader of the Centre Party.",
        {
            ("Anna Berg", "trade minister", "Norway", "former"),
            ("Anna Berg", "health minister", "Norway", "former"),
            ("Anna Berg", "deputy leader", "Centre Party", "former"),
        },
    ),
    # a clause on an apposition is about the person
    (
        "Tom Lind, a former banker who is now chairman of Acme, agreed.",
        {("Tom Lind", "banker", "", "former"), ("Tom Lind", "chairman", "Acme", "current")},
    ),
    # what belongs to the holder of a post is no post
    ("Brian Holt, the mayor's brother, was arrested in Lagos.", set()),
    ("The bus left before 11 p.m. Holt, a tall man, slept.", set()),
]

SERVICES = [
    # no service at all: a former command tells nothing of the rank
    (
        "Kenya mourns. General John Otieno, a former commander of the Kenya Navy, spoke.",
        {("John Otieno", "General", "Kenya", "current"), ("John Otieno", "commander", "Kenya Navy", "former")},
    ),
    # the service of the rank, and none of another state
    (
        "The Royal Norwegian Air Force and the Royal Norwegian Navy train. Admiral Ola Lund spoke.",
        {("Ola Lund", "Admiral", "Royal Norwegian Navy", "current")},
    ),
    (
        "Peru hosts a drill. The French Navy sent a ship to Peru. Peru's President Rosa Quispe spoke to Admiral Diego Salas in Lima.",
        {("Rosa Quispe", "President", "Peru", "current"), ("Diego Salas", "Admiral", "Peru", "current")},
    ),
    # a post before a rank, a service before a rank or who speaks for it
    (
        "Royal Omani Navy chief Rear Admiral Salim Said met reporters.",
        {("Salim Said", "chief", "Royal Omani Navy", "current"), ("Salim Said", "Rear Admiral", "Royal Omani Navy", "current")},
    ),
    ("Bernd Holt, a retired army colonel, lives in Austria.", {("Bernd Holt", "colonel", "army", "former")}),
]

OWNERS = [
    # a body that its task names, not a noun of a field
    ("Lars Holm, who chairs the city planning board, left.", {("Lars Holm", "chair", "city planning board", "current")}),
    ("Eva Lind, director of the center for rare diseases, spoke.", {("Eva Lind", "director", "center for rare diseases", "current")}),
    ("Lars Holm, head of the dockers' union, called a strike.", {("Lars Holm", "head", "dockers' union", "current")}),
    (
        "Ghana's Commission on Higher Education met. Ama Boateng, the education minister, spoke.",
        {("Ama Boateng", "education minister", "Ghana", "current")},
    ),
    (
        "Olga Petrenko, deputy director of the Nordic Security programme at Chatham House, agreed.",
        {("Olga Petrenko", "deputy director of Nordic Security programme", "Chatham House", "current")},
    ),
    # a party before who leads it, and the state of its legislators
    ("Ian Bell, the Liberal Democrat leader, spoke.", {("Ian Bell", "leader", "Liberal Democrat", "current")}),
    (
        "The Ways and Means Committee met. Ian Bell, the committee's Republican chairman, spoke.",
        {("Ian Bell", "chairman", "committee", "current")},
    ),
    (
        "In Rome, Republican Senator Ann Hill met Italian Prime Minister Carla Neri.",
        {("Ann Hill", "Senator", "Senator", "current"), ("Carla Neri", "Prime Minister", "Italian", "current")},
    ),
    (
        "In Rome, Senator Ann Hill met Italian Prime Minister Carla Neri.",
        {("Ann Hill", "Senator", "Italian", "current"), ("Carla Neri", "Prime Minister", "Italian", "current")},
    ),
    (
        "The Senate met. Republican minority leader Ian Bell spoke.",
        {("Ian Bell", "minority leader", "Senate", "current")},
    ),
    # under whom a bank stands is its governor; a share index has no chairman
    ("The Central Bank of Chile under Governor Rosa Lima raised rates.", {("Rosa Lima", "Governor", "Central Bank of Chile", "current")}),
    # no part of the name
    (
        "In Malaysia, Prime Minister Datuk Seri Ahmad Zaid spoke.",
        {("Ahmad Zaid", "Prime Minister", "Malaysia", "current")},
    ),
    # in a row of guests each post before a name is that one's
    (
        "The mayor of Lyon, Paul Durand, the head of the Italian Navy, Admiral Enrico Rossi, and the chairman of Saab, Ola Lund, met.",
        {
            ("Paul Durand", "mayor", "Lyon", "current"),
            ("Enrico Rossi", "head", "Italian Navy", "current"),
            ("Enrico Rossi", "Admiral", "Italian Navy", "current"),
            ("Ola Lund", "chairman", "Saab", "current"),
        },
    ),
    (
        "The mayor of Lyon, Paul Durand, the head of Acme, spoke.",
        {("Paul Durand", "mayor", "Lyon", "current"), ("Paul Durand", "head", "Acme", "current")},
    ),
    # counterparts in firms and parties, named before or behind
    (
        "Saab chief executive Ola Lund spoke. Ruth Okafor, his counterpart at Acme, did not.",
        {("Ola Lund", "chief executive", "Saab", "current"), ("Ruth Okafor", "chief executive", "Acme", "current")},
    ),
    (
        "Saab chief executive Ola Lund met his Airbus counterpart, Paul Durand.",
        {("Ola Lund", "chief executive", "Saab", "current"), ("Paul Durand", "chief executive", "Airbus", "current")},
    ),
    ("Saab chief executive Ola Lund met Ruth Okafor, his neighbour.", {("Ola Lund", "chief executive", "Saab", "current")}),
    ("Ruth Okafor, floor leader of the ruling Democratic Party, spoke.", {("Ruth Okafor", "floor leader", "Democratic Party", "current")}),
    ("Saab hired former President Moon Jae-in in May.", {("Moon Jae-in", "President", "", "former")}),
    ("Doctors Without Borders left. Ruth Okafor, its head of mission, spoke.", {("Ruth Okafor", "head of mission", "its", "current")}),
]


@pytest.mark.parametrize(("text", "expected"), [*CLAUSES, *SERVICES, *OWNERS])
def test_a_post_is_found_with_its_owner(claims: Claims, text: str, expected: set[Role]) -> None:
    assert roles_of(claims(text, "RoleHolding")) == expected


def test_each_party_word_owns_the_post_of_its_example(claims: Claims, words: object) -> None:
    rows = words.table("party_words")  # type: ignore[attr-defined]
    assert [r["words"] for r in rows] == sorted(r["words"] for r in rows)
    for row in rows:
        owners = [o.text.lower() for c in claims(row["example"], "RoleHolding") for o in c.values("of")]  # type: ignore[union-attr]
        assert owners == [row["words"]]
