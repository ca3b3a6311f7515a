"""Whose are the posts of general news: of police officers, legislators in lists, analysts, professors, local heads, two in one phrase?"""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.language import Language

from kg.extraction import extract
from kg.language import annotate
from kg.lexicon import Lexicon
from kg.model import Article, Claim
from tests.extraction.test_roles import Role, roles_of

Claims = Callable[..., list[Claim]]

TOGETHER = [
    # a party or a city has no ministers
    (
        "Mia Lund, the chairwoman of the Green Alliance and a former health minister, said Sweden was ready. Sweden will vote.",
        {("Mia Lund", "chairwoman", "Green Alliance", "current"), ("Mia Lund", "health minister", "Sweden", "former")},
    ),
    (
        "Paul Renard, the mayor of Lyon and a former defence minister, criticised France's army.",
        {("Paul Renard", "mayor", "Lyon", "current"), ("Paul Renard", "defence minister", "France", "former")},
    ),
    (
        "Helen Mott, professor of law at the University of Leeds and a judge, agreed.",
        {("Helen Mott", "professor of law", "University of Leeds", "current"), ("Helen Mott", "judge", "", "current")},
    ),
    # ... but a company has two heads
    (
        "Helen Mott, chairwoman of Brill Group and chief executive, agreed.",
        {("Helen Mott", "chairwoman", "Brill Group", "current"), ("Helen Mott", "chief executive", "Brill Group", "current")},
    ),
    # a date before the second post is that one's
    (
        "Anna Weber, president of the Bremen region and until last year mayor of Oldenburg, said so.",
        {("Anna Weber", "president", "Bremen", "current"), ("Anna Weber", "mayor", "Oldenburg", "former")},
    ),
    (
        "Lena Koch, the former German finance minister and, until March, the head of the World Bank, sent her condolences.",
        {("Lena Koch", "finance minister", "German", "former"), ("Lena Koch", "head", "World Bank", "former")},
    ),
    ("Omar Said, chairman of Brill from 2011 and until 2014, resigned.", {("Omar Said", "chairman", "Brill", "former")}),
    (
        "Jon Egge, who heads the Danish Aid Agency and is secretary-general of the Refugee Council, said so.",
        {("Jon Egge", "head", "Danish Aid Agency", "current"), ("Jon Egge", "secretary-general", "Refugee Council", "current")},
    ),
]

LISTS = [
    (
        "U.S. Sens. Mark Hill and Amy Van Doren joined them on Monday.",
        {("Mark Hill", "Sen.", "U.S.", "current"), ("Amy Van Doren", "Sen.", "U.S.", "current")},
    ),
    (
        "Reps. Adam Cole, R-Texas, and Julia Ross, D-Ohio, voted against it in the United States.",
        {("Adam Cole", "Rep.", "United States", "current"), ("Julia Ross", "Rep.", "United States", "current")},
    ),
    (
        "Govs. Mark Hill of Texas and Amy Doren of Ohio signed the letter.",
        {("Mark Hill", "Gov", "Texas", "current"), ("Amy Doren", "Gov", "Ohio", "current")},
    ),
    ("Mark Hill and Ms. Amy Doren of Ohio signed the letter.", set()),
]

OFFICERS = [
    (
        "Col. Peter Dunn, the superintendent of the Ohio State Police, said the road was closed.",
        {("Peter Dunn", "superintendent", "Ohio State Police", "current"), ("Peter Dunn", "Col.", "Ohio State Police", "current")},
    ),
    (
        "A spokesman of the national police, Senior Superintendent Ramon Cruz, told CNN nobody was hurt.",
        {
            ("Ramon Cruz", "spokesman", "the national police", "current"),
            ("Ramon Cruz", "Senior Superintendent", "the national police", "current"),
        },
    ),
    (
        "Detective Inspector Jane Poe, of Thames Valley Police, said so.",
        {("Jane Poe", "Detective Inspector", "Thames Valley Police", "current")},
    ),
    # a party has no captains
    ("Captain Jane Poe, of the Green Party, said so.", {("Jane Poe", "Captain", "", "current")}),
    (
        "Gen. Bob Fox, commander of the 82nd Airborne Division, agreed.",
        {("Bob Fox", "commander", "82nd Airborne Division", "current"), ("Bob Fox", "Gen.", "", "current")},
    ),
    ("Ann Roe, head of U.S. Army Africa, agreed.", {("Ann Roe", "head", "U.S. Army Africa", "current")}),
]

EMPLOYED = [
    (
        "It will not help, said Tom Brenner, senior Iran analyst at the Crisis Forum.",
        {("Tom Brenner", "Iran analyst", "Crisis Forum", "current")},
    ),
    (
        "Senior Iran analyst Sara Kohl of Barton Bank said prices would rise.",
        {("Sara Kohl", "Senior Iran analyst", "Barton Bank", "current")},
    ),
    ("Barton Bank's Peru researcher Ada Norton agreed.", {("Ada Norton", "Peru researcher", "Barton Bank", "current")}),
    ("Moscow correspondent Jane Roe saw the fire.", {("Jane Roe", "Moscow correspondent", "", "current")}),
    ("Iranian analyst Sara Kohl said prices would rise.", {("Sara Kohl", "analyst", "Iranian", "current")}),
    ("Iran coach Sara Kohl said the match was over.", {("Sara Kohl", "coach", "Iran", "current")}),
    ("Wei Chen, a German economist at Barton Bank, agreed.", {("Wei Chen", "economist", "Barton Bank", "current")}),
    ("Wei Chen, Ukraine ambassador to NATO, agreed.", {("Wei Chen", "ambassador to NATO", "Ukraine", "current")}),
    ("Wei Chen, a Reuters reporter at the White House, agreed.", {("Wei Chen", "reporter", "Reuters", "current")}),
    (
        "Professor Helen Mott, a marine biologist at the University of Leeds, said so.",
        {
            ("Helen Mott", "marine biologist", "University of Leeds", "current"),
            ("Helen Mott", "Professor", "University of Leeds", "current"),
        },
    ),
    ("Professor Helen Mott, of the University of Leeds, said so.", {("Helen Mott", "Professor", "University of Leeds", "current")}),
    ("Jo Moke, who was a minister in Ghana's government until 2013, spoke in Switzerland.", {("Jo Moke", "minister", "Ghana", "former")}),
    ("Canada will wait, the Prime Minister's spokesman, Tom Lee, said.", {("Tom Lee", "spokesman", "Canada", "current")}),
]

CHANGES = [
    ("Peru's Congress removed President Ana Quispe from office on Monday.", {("Ana Quispe", "President", "Peru", "former")}),
    ("Peru's Congress moved President Ana Quispe from the hall on Monday.", {("Ana Quispe", "President", "Peru", "current")}),
    (
        "He left, leaving the deputy mayor, Rui Costa, as acting mayor of Lagos.",
        {("Rui Costa", "deputy mayor", "Lagos", "current"), ("Rui Costa", "mayor", "Lagos", "acting")},
    ),
    ("Jane Poole left Acme as chief executive in May.", {("Jane Poole", "chief executive", "Acme", "former")}),
    ("Eva Lund is acting vice-chancellor.", {("Eva Lund", "vice-chancellor", "", "acting")}),
]

PLACES = [
    # the place that a sentence opens with, also for the next one
    ("", "In Victoria, where two were missing, rain fell. State Premier Dan Lee was in Hawaii last week.", "Victoria"),
    ("", "On Hood Island, where a pilot died, Mayor Mike Pell spoke. Sydney sent help.", "Hood Island"),
    # the dateline's state
    ("TOLEDO, Ohio", "Gov. Wes Lee said so on Monday. Lawmakers in Texas did not.", "Ohio"),
    # a public body's
    ("", "The Ohio State Police closed the road. Gov. Wes Lee was glad. Tom Hill, a former mayor of South Bend, Indiana, was not.", "Ohio"),
    # a city's body, and no paper
    ("", "The Los Angeles Fire Department asked for a helicopter, Mayor Karen Holt said.", "Los Angeles"),
    ("", "The Houston Chronicle reported a storm in Dallas. Mayor Ola Lund said so.", "Dallas"),
    # a premier of a province where the state's head is called otherwise, and one of a state
    ("ST. ALBAN, Que.", "Premier Pauline Roy said so on Monday.", "Quebec"),
    ("", "Premier Li Ping was in Beijing. China was glad.", "China"),
    # a prime minister named before any region has the ministers
    (
        "",
        "Prime Minister Marco Bell flew home to Italy. Transport Minister Dario Testa spoke. Gio Poti, governor of Liguria, agreed.",
        "Italy",
    ),
    # what "its" means right behind "and", but not behind the name of the one before
    ("", "Aron Lind, an analyst at the Brook Institute, said Jabhat al-Nur and its leader, Abu Khalid, had lost.", "Jabhat al-Nur"),
    ("", "Verano replaced both its chairman, Kari Lund, and its director, Bo Berg.", "Verano"),
    # a capital that is named twice stands for one state
    ("CEBU, Philippines", "President Ramon Magno said so. China sent ships to Manila. Manila was glad.", "Manila"),
]


@pytest.mark.parametrize(("text", "expected"), TOGETHER + LISTS + OFFICERS + EMPLOYED + CHANGES)
def test_posts_of_news(text: str, expected: set[Role], claims: Claims) -> None:
    assert roles_of(claims(text, "RoleHolding")) == expected


@pytest.mark.parametrize(("place", "text", "owner"), PLACES)
def test_places_of_news(place: str, text: str, owner: str, nlp: Language, words: Lexicon) -> None:
    article = Article("story", text, place=place)
    found = extract(annotate(article, nlp, words), article, words, least=0.0)
    told = {m.chain: m.meant or m.text for m in found.mentions if not m.named} | {m.chain: m.text for m in found.mentions if m.named}
    assert owner in {o.meant or told.get(o.chain, o.text) for c in found.claims for o in c.values("of")}


def test_what_is_written_in_a_town_of_a_state_is_not_of_its_country(nlp: Language, words: Lexicon) -> None:
    text = "Captain Joe Lund drove the pumper. Town clerk Ian Marsh and the township reeve, Bill Shaw, were glad. Premier Ada Roy helped."
    article = Article("story", text, place="ELM CREEK, Ont.")
    claims = extract(annotate(article, nlp, words), article, words, least=0.0).claims
    owners = {str(c.values("title")[0]): {o.meant or o.text for o in c.values("of")} for c in claims if c.kind == "RoleHolding"}
    assert owners == {"Captain": set(), "Town clerk": {"Elm Creek"}, "township reeve": {"Elm Creek"}, "Premier": {"Ontario"}}
