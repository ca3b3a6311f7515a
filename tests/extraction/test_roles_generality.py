"""Posts by hiring, firing and succession in many wordings, and posts whose owner the story leaves open."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.model import Claim


def posts(claims: list[Claim]) -> set[tuple[str, ...]]:
    """(holder, title, of, status) of the role holdings, "" for what is not said."""
    return {
        tuple(getattr(next(iter(c.values(p)), ""), "text", next(iter(c.values(p)), "")) for p in ("holder", "title", "of", "status"))
        for c in claims
        if c.kind == "RoleHolding"
    }


STATED = [
    ("Barclays has poached Tom Hale from UBS as head of equities.", ("Tom Hale", "head of equities", "Barclays", "appointed")),
    ("The king appointed Salem Hadi to be prime minister.", ("Salem Hadi", "prime minister", "", "appointed")),
    ("Chad's president has picked Idriss Hassan as prime minister.", ("Idriss Hassan", "prime minister", "Chad", "appointed")),
    ("Jorge Ruiz won a third term as mayor of Rosario.", ("Jorge Ruiz", "mayor", "Rosario", "current")),
    ("Tiago Melo lost his job as coach of Santos.", ("Tiago Melo", "coach", "Santos", "former")),
    ("Moses Okello gave up his post as mayor of Gulu.", ("Moses Okello", "mayor", "Gulu", "former")),
    ("The president dismissed Finance Minister Abel Cruz on Monday.", ("Abel Cruz", "Finance Minister", "", "former")),
    ("Having served two terms as mayor of Cali, Rodrigo Guerrero retired.", ("Rodrigo Guerrero", "mayor", "Cali", "former")),
    ("After serving as mayor of Porto for eight years, Rui Lopes left.", ("Rui Lopes", "mayor", "Porto", "former")),
    ("Angela Brandt, Germany's chancellor at the time, opposed the loan.", ("Angela Brandt", "chancellor", "Germany", "former")),
    ("Amina Yusuf, at the time minister of health, closed the schools.", ("Amina Yusuf", "minister of health", "", "former")),
    ("Bangladesh's one-time army chief, Aziz Rahman, fled.", ("Aziz Rahman", "army chief", "Bangladesh", "former")),
    ("Bishop Samuel Okeke of Enugu called for peace.", ("Samuel Okeke", "Bishop", "Enugu", "current")),
    ("Chancellor Fatima Bello of Kaduna State University spoke.", ("Fatima Bello", "Chancellor", "Kaduna State University", "current")),
    ("Unilever's Indian subsidiary's managing director, Rohit Jain, left.", ("Rohit Jain", "managing director", "Unilever", "current")),
    ("NATO's supreme commander in Europe, General Philip Ward, agreed.", ("Philip Ward", "supreme commander", "NATO", "current")),
    (
        "Mei Ling Tan will take over as chairman of the Singapore Red Cross.",
        ("Mei Ling Tan", "chairman", "Singapore Red Cross", "appointed"),
    ),
    ("The Rugby Union, whose president is Peter Moss, moved the final.", ("Peter Moss", "president", "Rugby Union", "current")),
    ("Anna Ruiz, a volcanologist at Lund University, agreed.", ("Anna Ruiz", "volcanologist", "Lund University", "current")),
    ("Landeshauptmann Karl Huber opened the bridge.", ("Karl Huber", "Landeshauptmann", "", "current")),
    ("One of the party's vice presidents, Nadia Calvo, will leave.", ("Nadia Calvo", "vice president", "", "current")),
    ("Lena Holm will leave and Per Dahl stays on as chairman.", ("Per Dahl", "chairman", "", "current")),
]


@pytest.mark.parametrize(("text", "expected"), STATED, ids=[t[:40] for t, _ in STATED])
def test_a_post_is_read(text: str, expected: tuple[str, ...], claims: Callable[..., list[Claim]]) -> None:
    assert expected in posts(claims(text))


def test_posts_are_shared_out_among_people(claims: Callable[..., list[Claim]]) -> None:
    found = posts(claims("Kofi Mensah and Ama Boateng were elected chairman and secretary respectively of the Ghana Bar Association."))
    assert {f[:2] for f in found} == {("Kofi Mensah", "chairman"), ("Ama Boateng", "secretary")}


OPEN = [
    "Peru and Chile argue over the border. The foreign minister, Ana Vidal, called the map a forgery.",
    "The talks brought Turkey and Greece together. Defence Minister Kostas Dimou left early.",
    "Ericsson and Nokia lost the tender. Chief executive Pekka Lund blamed the price.",
    "Finance minister Aaron Cole, visiting Tokyo, said taxes would fall.",
    "Ana Rios, who was sacked as finance minister in March, is now teaching in Madrid.",
    "Mia Larsen, 44, joins from Maersk as chief financial officer.",
]


@pytest.mark.parametrize("text", OPEN)
def test_an_owner_stays_open_where_nothing_singles_one_out(text: str, claims: Callable[..., list[Claim]]) -> None:
    assert {of for _, _, of, _ in posts(claims(text))} == {""}


SILENT = [
    "Nobody believes that Pedro Lima will ever be prime minister.",
    "The minister is Tom Reid's brother.",
    "The mayor is not Tom Reid.",
    "The son of Karl Holm became mayor of Bergen.",
    "Elif Kaya asked her son to be king for a day.",
]


@pytest.mark.parametrize("text", SILENT)
def test_no_post_is_stated(text: str, claims: Callable[..., list[Claim]]) -> None:
    assert not posts(claims(text))


def test_quitting_a_race_leaves_no_post(claims: Callable[..., list[Claim]]) -> None:
    assert {p[3] for p in posts(claims("Mayor Seiko Nodan quit the race."))} == {"current"}


def test_who_dismisses_does_not_hold_the_post_of_the_dismissed(claims: Callable[..., list[Claim]]) -> None:
    assert {p[1] for p in posts(claims("The president dismissed Finance Minister Abel Cruz on Monday."))} == {"Finance Minister"}
