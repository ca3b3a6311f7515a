"""Which force, committee, part, party or place owns a post, and where the story says too little to tell."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.model import Claim
from tests.extraction.test_roles import Role, roles_of

Claims = Callable[..., list[Claim]]

FORCES = [
    (
        "The Croatian coast guard is waiting for a ship. Commodore Ton Bralic said it was late.",
        {("Ton Bralic", "Commodore", "Croatian coast guard", "current")},
    ),
    (
        "The Peruvian navy's commander, Admiral Luis Rojas, spoke.",
        {("Luis Rojas", "commander", "Peruvian navy", "current"), ("Luis Rojas", "Admiral", "Peruvian navy", "current")},
    ),
    # a committee on a force is none
    (
        "Ghana's Committee on Air Force met in Accra. Colonel Kofi Mensah spoke.",
        {("Kofi Mensah", "Colonel", "Ghana", "current")},
    ),
    (
        "Timo Virtanen, commander-in-chief of the defence forces, met Finland's president.",
        {("Timo Virtanen", "commander-in-chief", "the defence forces", "current")},
    ),
    ("Ivan Petrov, commander of the army, spoke in Bulgaria.", {("Ivan Petrov", "commander of army", "Bulgaria", "current")}),
]

BODIES = [
    (
        "Lars Moe, head of its naval and special ship unit, spoke for Fjord Energy.",
        {("Lars Moe", "head of naval and special ship unit", "Fjord Energy", "current")},
    ),
    ("Naval Group chairman Pierre Lambert said the frigate was on time.", {("Pierre Lambert", "chairman", "Naval Group", "current")}),
    (
        "Omar Said, chairman of the parliamentary committee on defence, spoke.",
        {("Omar Said", "chairman", "parliamentary committee on defence", "current")},
    ),
    (
        "Northrop said sales rose. Ana Silva, president of its Defense Systems division, said so.",
        {("Ana Silva", "president", "Defense Systems", "current")},
    ),
    ("Omar Said, head of Acme's sales team, spoke.", {("Omar Said", "head of sales team", "Acme", "current")}),
    ("Tom Reed, the Greens leader, spoke.", {("Tom Reed", "leader", "Greens", "current")}),
    ("The Unity Party, whose deputy chairman Ken Akt spoke, left.", {("Ken Akt", "deputy chairman", "Unity Party", "current")}),
    ("Lena Moe, director of supply at Fort Adams, spoke.", {("Lena Moe", "director of supply", "", "current")}),
    ("Scottish First Minister John Swin met the miners.", {("John Swin", "First Minister", "Scottish", "current")}),
    ("Tom Reed, a member of the Miwok nation, spoke.", set()),
    (
        "The African Union asked for money. Mo Cheik, the commissioner for peace and security, spoke.",
        {("Mo Cheik", "commissioner for peace and security", "African Union", "current")},
    ),
    ("Kahn's lawyer, Salman Safdar, praised Pakistani President Ali Kahn.",
     {("Salman Safdar", "lawyer", "", "current"), ("Ali Kahn", "President", "Pakistani", "current")}),
    ("Jane Doe, Senior Vice President, Land Programmes, spoke.", {("Jane Doe", "Senior Vice President, Land Programmes", "", "current")}),
]  # fmt: skip

STORIES = [
    # the country behind the name, not another of the story
    (
        "A delegation headed by Defence Minister Ana Petrova of Bulgaria arrived in Seoul. South Korea welcomed it.",
        {("Ana Petrova", "Defence Minister", "Bulgaria", "current")},
    ),
    # from a state of a country that is not named, which the title stands for
    (
        "Senator Luis Prado of Chile met Senator Ann Lee of Ohio.",
        {("Luis Prado", "Senator", "Chile", "current"), ("Ann Lee", "Senator", "Senator", "current")},
    ),
    # the ministry acts for the country
    (
        "The Georgian foreign ministry protested, Deputy Foreign Minister Keti Tsul said. Armenia and Azerbaijan kept silent.",
        {("Keti Tsul", "Deputy Foreign Minister", "Georgian", "current")},
    ),
    # what the post is for is not whose it is
    ("Erik Lund, special envoy for Libya, arrived late.", {("Erik Lund", "special envoy for Libya", "", "current")}),
    # countries only named later, each once: too little to tell
    (
        "Rear Admiral Kuru Chand lowered the flag. This year's newcomers are Greece, Tanzania and Peru.",
        {("Kuru Chand", "Rear Admiral", "", "current")},
    ),
    # a service with a name of its own tells the country
    (
        "The Royal Navy has six ships. Defence Procurement Minister Gareth Tate said so.",
        {("Gareth Tate", "Defence Procurement Minister", "Royal Navy", "current")},
    ),
    # a paper that reports, and the agency of a dateline, are not the story's company
    (
        "Nordvik shares rose after Il Corriere Verde reported that the group would sell two ships. Chief executive Lars Moe was silent.",
        {("Lars Moe", "Chief executive", "Nordvik", "current")},
    ),
    # the post that the story names without its holder
    (
        "The Maltese president will open the talks in Palermo with a Vatican diplomat. Libya was invited. President Joseph Vella spoke.",
        {("Joseph Vella", "President", "Maltese", "current")},
    ),
    (
        "The ambassadors of Armenia and Azerbaijan, Hracha Melk and Rauf Sadik, stood talking.",
        {("Hracha Melk", "ambassador", "Armenia", "current"), ("Rauf Sadik", "ambassador", "Azerbaijan", "current")},
    ),
]


@pytest.mark.parametrize(("text", "expected"), FORCES)
def test_forces(claims: Claims, text: str, expected: set[Role]) -> None:
    assert roles_of(claims(text, "RoleHolding")) == expected


@pytest.mark.parametrize(("text", "expected"), BODIES)
def test_bodies(claims: Claims, text: str, expected: set[Role]) -> None:
    assert roles_of(claims(text, "RoleHolding")) == expected


@pytest.mark.parametrize(("text", "expected"), STORIES)
def test_the_story_around(claims: Claims, text: str, expected: set[Role]) -> None:
    assert roles_of(claims(text, "RoleHolding")) == expected
