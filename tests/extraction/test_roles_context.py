"""Whose are posts that their phrases leave open, and which posts does a text tell of a person without naming them together?"""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.lexicon import Lexicon
from kg.model import Claim
from tests.extraction.test_roles import Role, roles_of

Claims = Callable[..., list[Claim]]

OWNERS = [
    # a judge sits in the only court named, not in the market that the case is about
    (
        "The High Court in Harare stopped the sale of Mbare Market on Monday. Justice Maria Lund said it was rushed.",
        {("Maria Lund", "Justice", "High Court", "current")},
    ),
    # a captain in small letters leads a team
    ("Bergen Lions sold captain Pedro Ramos to a Danish club.", {("Pedro Ramos", "captain", "Bergen Lions", "current")}),
    # "the venture" is what the text said it is
    (
        "Fonds Atlas has bought a share of Rabat Tramways, a venture of two cities. Maria Lund, the venture's director, said so.",
        {("Maria Lund", "director", "venture", "current")},
    ),
    # a noun that nothing is known of leaves the post open
    ("Siemens paid for the music. Maria Lund, the festival's director, said so.", {("Maria Lund", "director", "", "current")}),
    # other posts of a town, a region's government
    (
        "Pedro Ramos, the mayor of Eger, has left. Maria Lund, the deputy mayor, is to stay.",
        {("Pedro Ramos", "mayor", "Eger", "current"), ("Maria Lund", "deputy mayor", "Eger", "current")},
    ),
    (
        "The government of Manitoba will build two ferries. Transport Minister Maria Lund said so.",
        {("Maria Lund", "Transport Minister", "Manitoba", "current")},
    ),
    # the scene at the front of a sentence
    (
        "Poland and Spain are partners too. In Rome, Undersecretary Carla Bruni was blunter.",
        {("Carla Bruni", "Undersecretary", "Rome", "current")},
    ),
    (
        "Tampere has ordered trams. In Turku the decision was postponed. The mayor, Maria Lund, wants them.",
        {("Maria Lund", "mayor", "Turku", "current")},
    ),
    (
        "In Turkana, where boreholes have silted up, Governor Maria Lund came on Monday.",
        {("Maria Lund", "Governor", "Turkana", "current")},
    ),
    # a language is no country
    ("Maria Lund, a deputy, thanked them in Portuguese.", {("Maria Lund", "deputy", "", "current")}),
    # a chamber that confirms somebody does not employ them
    (
        "Maria Lund was confirmed by the Senate as head of the coast guard.",
        {("Maria Lund", "head of the coast guard", "", "appointed")},
    ),
    # an embassy's town is not its owner
    (
        "The EU Delegation in Tunis, headed by Ambassador Pedro Ramos, is ready.",
        {("Pedro Ramos", "Ambassador", "EU Delegation", "current")},
    ),
    # a list of names before the post that each has of a country of its own
    (
        "Adam Nowak and Jonas Kazlauskas, the defence ministers of Poland and Lithuania, met in Riga.",
        {("Adam Nowak", "defence minister", "Poland", "current"), ("Jonas Kazlauskas", "defence minister", "Lithuania", "current")},
    ),
    ("After Bob Stone left, the presidents of France and Germany met.", set()),
    # those who are named of a group are of whom it is
    (
        "Several French ministers, among them Finance Minister Luc Durand and Defence Secretary Anne Petit, met in Berlin.",
        {("Luc Durand", "Finance Minister", "French", "current"), ("Anne Petit", "Defence Secretary", "French", "current")},
    ),
    (
        "Airbus managers, including finance chief Jan Kohl, met officials from Boeing.",
        {("Jan Kohl", "finance chief", "Airbus", "current")},
    ),
    (
        "Doctors from Cuba, including Health Minister Ana Perez, arrived in Italy on Monday.",
        {("Ana Perez", "Health Minister", "Cuba", "current")},
    ),
    # jobs have no country
    ("Norwegian journalist Maria Lund wrote the book.", {("Maria Lund", "journalist", "", "current")}),
    # briefs keep their owners apart
    (
        "This week: • The Bank of Israel decides on rates. • Shareholders in Rovinj Marine vote. Chief executive Pedro Ramos is sure.",
        {("Pedro Ramos", "Chief executive", "Rovinj Marine", "current")},
    ),
    (
        "Burberry's designer, Maria Lund, left. Pedro Ramos stays on as chairman.",
        {
            ("Maria Lund", "designer", "Burberry", "current"),
            ("Pedro Ramos", "chairman", "Burberry", "current"),
        },
    ),
    # colleagues abroad, of posts of states alone; who else is a colleague has a post of his own, or none
    (
        "Transport Minister Maria Lund of Norway sent her regrets. Her Italian colleague, Pedro Ramos, cut the ribbon.",
        {("Maria Lund", "Transport Minister", "Norway", "current"), ("Pedro Ramos", "Transport Minister", "Italian", "current")},
    ),
    ("Journalist Maria Lund and her Polish colleague, Pedro Ramos, were held.", {("Maria Lund", "Journalist", "", "current")}),
    # an opposite number is of the other country; a predecessor is of the same; what one has been does not pass to the other
    (
        "Talks between Chad and Libya broke up. The Chadian negotiator, Pedro Ramos, left. His opposite number, Omar Zidan, stayed.",
        {("Pedro Ramos", "negotiator", "Chadian", "current"), ("Omar Zidan", "negotiator", "Libya", "current")},
    ),
    (
        "Norwegian Defence Minister Maria Lund thanked her predecessor, Pedro Ramos, in Stockholm.",
        {("Maria Lund", "Defence Minister", "Norwegian", "current"), ("Pedro Ramos", "Defence Minister", "Norwegian", "former")},
    ),
    (
        "Greek Foreign Minister Maria Lund met her French counterpart, Pedro Ramos. Lund, a former ambassador to Egypt, flew home.",
        {
            ("Maria Lund", "Foreign Minister", "Greek", "current"),
            ("Lund", "ambassador to Egypt", "Greek", "former"),
            ("Pedro Ramos", "Foreign Minister", "French", "current"),
        },
    ),
    # where the other post is is not known, so neither is where this one is
    (
        "Minister Maria Lund met her opposite number, Pedro Ramos, in Lima.",
        {("Maria Lund", "Minister", "Lima", "current"), ("Pedro Ramos", "Minister", "", "current")},
    ),
    # a form of address is no place; a nationality is no employer, whatever the job is called
    ("Ms Justice Maria Lund will hear the matter.", {("Maria Lund", "Justice", "", "current")}),
    ("A Belgian pathologist, Pedro Ramos, found two bullets.", {("Pedro Ramos", "pathologist", "", "current")}),
    # whips and counterparts
    ("Chief whip Pedro Ramos of the Federal Alliance counted.", {("Pedro Ramos", "Chief whip", "Federal Alliance", "current")}),
    (
        "Foreign Minister Maria Lund of Norway met her counterpart in Denmark, Pedro Ramos, on Monday.",
        {("Maria Lund", "Foreign Minister", "Norway", "current"), ("Pedro Ramos", "Foreign Minister", "Denmark", "current")},
    ),
    # names in brackets
    ("The new head of Siemens (Pedro Ramos) spoke.", {("Pedro Ramos", "head", "Siemens", "current")}),
]

FRONTED = [
    ("A former teacher, Maria Lund joined the bank in 2011.", {("Maria Lund", "teacher", "", "former")}),
    ("Once the editor of the Bergen Herald, Maria Lund grows apples.", {("Maria Lund", "editor", "Bergen Herald", "former")}),
    ("As head of procurement at Siemens, Pedro Ramos has 40 buyers.", {("Pedro Ramos", "head of procurement", "Siemens", "current")}),
    ("Elected president in 2012, Maria Lund soon fell out with her party.", {("Maria Lund", "president", "", "current")}),
    ("Ousted as party leader in 2021, Maria Lund returned to law.", {("Maria Lund", "party leader", "", "former")}),
    ("As a child, Maria Lund met a general.", set()),
    ("A judge, Maria Lund and two clerks came.", set()),
    ("Maria Lund left. A minister, she said, should know.", set()),
    ("Asked about the mayor, Maria Lund smiled.", set()),
]

DESCRIBED = [
    (
        "Reached by telephone in Apia, Maria Lund sounded relieved. The Samoan fisheries minister had just been told that she could stay.",
        {("The Samoan fisheries minister", "fisheries minister", "Samoan", "current")},
    ),
    (
        "Maria Lund likes cars. On Tuesday the 38-year-old architect bought another.",
        {("the 38-year-old architect", "architect", "", "current")},
    ),
    (
        'Pedro Ramos was late. "Trains," the mayor of Lund explained, and sat down.',
        {("the mayor of Lund", "mayor", "Lund", "current")},
    ),
    # another's post: the speaker is told apart, or the person is known already
    ("Maria Lund was held in Tehran on Monday. The Iranian foreign minister said she would be freed.", set()),
    ("Maria Lund flew to Lima. The Peruvian president was ill.", set()),
    ("Maria Lund toured the port of Sydney. The Australian treasurer was not there.", set()),
    ("Maria Lund sued the club in Madrid. The Spanish coach said nothing.", set()),
    ("Maria Lund won the race. The mayor said it was a great day.", set()),
    ("Maria Lund, a singer, was held in Bergen. The mayor of Bergen said so.", {("Maria Lund", "singer", "", "current")}),
]

PAST = [
    ("In 2011, the Polish Prime Minister Adam Nowak opened the plant.", {("Adam Nowak", "Prime Minister", "Polish", "former")}),
    ("Under Prime Minister Adam Nowak (2001-2005) the road was built.", {("Adam Nowak", "Prime Minister", "", "former")}),
    ("The late Maria Lund, mayor of Bergen for 20 years, planted it.", {("Maria Lund", "mayor", "Bergen", "former")}),
    ("The yard opened in 1911, Mayor Adam Nowak said.", {("Adam Nowak", "Mayor", "", "current")}),
    ("Critics of the 2009 law met Health Minister Maria Lund.", {("Maria Lund", "Health Minister", "", "current")}),
    ("In 2011 Maria Lund, now the mayor of Bergen, planted it.", {("Maria Lund", "mayor", "Bergen", "current")}),
]

LEADING = [
    ("Maria Lund is the youngest person to head the Bank of Chad.", {("Maria Lund", "head", "Bank of Chad", "current")}),
    ("Maria Lund was elected to lead the Socialist Party on Sunday.", {("Maria Lund", "leader", "Socialist Party", "current")}),
    ("Maria Lund, brought in as coach, spoke.", {("Maria Lund", "coach", "", "appointed")}),
    ("Maria Lund wants to lead the Socialist Party.", set()),
]

NO_PERSONS = [
    "The Greek builder Terna Metro won the tender.",
    "Bahraini aluminium producer Dilmun Smelting has hired two banks.",
]

TITLES = [
    (
        "Norway has ordered boats from Kestrel. The chief of the armed forces, Maria Lund, leaves.",
        {("Maria Lund", "chief of the armed forces", "Norway", "current")},
    ),
    ("The board met under chairman Pedro Ramos on Monday.", {("Pedro Ramos", "chairman", "", "current")}),
    ("Under Secretary Maria Lund came.", {("Maria Lund", "Under Secretary", "", "current")}),
]


@pytest.mark.parametrize(("text", "expected"), [*OWNERS, *FRONTED, *DESCRIBED, *PAST, *LEADING, *TITLES])
def test_says_who_holds_what_where_the_context_tells(claims: Claims, text: str, expected: set[Role]) -> None:
    """Text, then every post with its owner as the context gives it."""
    assert roles_of(claims(text, "RoleHolding")) == expected


@pytest.mark.parametrize("text", NO_PERSONS)
def test_makes_no_person_of_a_firm(claims: Claims, text: str) -> None:
    """A trade behind a nationality is a firm's."""
    assert roles_of(claims(text, "RoleHolding")) == set()


def test_each_noun_for_a_peer_tells_the_post_of_its_example(claims: Claims, words: Lexicon) -> None:
    for row in words.table("peers"):
        mine, theirs = sorted(claims(row["example"], "RoleHolding"), key=lambda c: getattr(c.values("holder")[0], "start", 0))
        assert mine.values("title") == theirs.values("title"), row["example"]
        assert theirs.values("status") == (row["status"] or "current",)
