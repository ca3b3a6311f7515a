"""Whose a post is when the phrase does not say, since when it is held, and how it ended."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.model import Claim, Extraction, Mention
from kg.values import Date
from tests.extraction.test_roles import Role, roles_of

Claims = Callable[..., list[Claim]]

FROM_THE_STORY = [
    # the country of the story, for a public post
    (
        "Norway has ordered four ships. Defence Minister Kari Lund said the first would arrive in May.",
        {("Kari Lund", "Defence Minister", "Norway", "current")},
    ),
    # not a country whose own holder of the post is named
    (
        "Spanish Foreign Minister Luis Vega flew to Lisbon. Spain and Spain's firms have long worked with Portugal. "
        "Foreign Minister Joana Reis met the visitors.",
        {("Luis Vega", "Foreign Minister", "Spanish", "current"), ("Joana Reis", "Foreign Minister", "Portugal", "current")},
    ),
    # not the country that the official only visits
    (
        "Kenyan tea is in demand. Poland buys more of it. Poland said so. Trade minister Amina Otieno visited Poland on Monday.",
        {("Amina Otieno", "Trade minister", "Kenyan", "current")},
    ),
    # the company of the story, for a corporate post
    (
        "Nokia will close a plant in Hungary. The company did not say when. Chief executive Pekka Aalto blamed prices.",
        {("Pekka Aalto", "Chief executive", "Nokia", "current")},
    ),
    # the organization behind a comma that the words before it describe
    (
        "Armin Vogt, the boss of Germany's biggest arms maker, Rheinmetall, was ill.",
        {("Armin Vogt", "boss", "Rheinmetall", "current")},
    ),
    # the body, where the nationality is that of the person
    (
        "Filippo Grandi, the Italian head of the UN's refugee agency, visited Chad.",
        {("Filippo Grandi", "head", "UN", "current")},
    ),
    # the state of the person whose staff it is
    (
        "Chilean President Pablo Soto was ill. Soto's chief of staff, Marta Fuentes, spoke for him.",
        {("Pablo Soto", "President", "Chilean", "current"), ("Marta Fuentes", "chief of staff", "Chilean", "current")},
    ),
]

ENDED = [
    (
        "Iraqi General Hassan Karim was killed on Monday. Karim led the defence of Mosul.",
        {("Hassan Karim", "General", "Iraqi", "deceasedInOffice")},
    ),
    ("Anna Berg, Sweden's finance minister, has resigned.", {("Anna Berg", "finance minister", "Sweden", "former")}),
]


@pytest.mark.parametrize(("text", "expected"), FROM_THE_STORY)
def test_owner_from_the_story(claims: Claims, text: str, expected: set[Role]) -> None:
    assert roles_of(claims(text, "RoleHolding")) == expected


@pytest.mark.parametrize(("text", "expected"), ENDED)
def test_posts_that_ended(claims: Claims, text: str, expected: set[Role]) -> None:
    assert roles_of(claims(text, "RoleHolding")) == expected


DATED = [
    ("Maria Lopez was elected mayor of Boston in 2013.", Date(2013), None),
    ("Ivan Petrov, who served as prime minister of Bulgaria from 2005 to 2009, was there.", Date(2005), Date(2009)),
    ("Karin Weber has been the chairwoman of Siemens since May 2017.", Date(2017, 5), None),
]


@pytest.mark.parametrize(("text", "start", "end"), DATED)
def test_dates_of_a_post(claims: Claims, text: str, start: Date | None, end: Date | None) -> None:
    found = claims(text, "RoleHolding")
    assert len(found) == 1
    for name, expected in (("start", start), ("end", end)):
        values = [v.iso for v in found[0].values(name) if isinstance(v, Date)]
        assert values == ([expected.iso] if expected else [])


def test_an_end_in_the_past_makes_a_former_post(claims: Claims) -> None:
    found = claims("Ivan Petrov, prime minister of Bulgaria from 2005 to 2009, was there.", "RoleHolding")
    assert [c.values("status") for c in found] == [("former",)]


def test_a_former_holder_belongs_to_the_country_that_has_another_now(claims: Claims) -> None:
    text = "Peru bought three radars from India in 2022. Diego Salas was president then; today Rosa Quispe is the president of Peru."
    owners = {c.values("holder")[0].text: [o.text for o in c.values("of")] for c in claims(text, "RoleHolding")}  # type: ignore[union-attr]
    assert owners == {"Diego Salas": ["Peru"], "Rosa Quispe": ["Peru"]}


NEAREST = [
    (
        "OSLO - Norway bought tanks. Norway will pay in May, and Norwegian officers are glad.\n"
        "Denmark is considering buying 16 tanks, Finance Minister Nicolai Dahl said.",
        "Denmark",
    ),
    (
        "OSLO - Norway bought tanks. Norway will pay in May, and Norwegian officers are glad.\n"
        "Indonesia has cancelled an order for 12 jets. Raka Subandi, the defence minister, said so.",
        "Indonesia",
    ),
]


@pytest.mark.parametrize(("text", "owner"), NEAREST)
def test_the_country_of_which_a_paragraph_speaks_owns_its_posts(claims: Claims, text: str, owner: str) -> None:
    (post,) = claims(text, "RoleHolding")
    assert [of.text for of in post.values("of")] == [owner]  # type: ignore[union-attr]


def test_an_assumed_owner_is_less_sure_than_a_stated_one(claims: Claims) -> None:
    assumed = claims("Norway ordered four ships. Defence Minister Kari Lund said so.", "RoleHolding")
    stated = claims("Norwegian Defence Minister Kari Lund said so.", "RoleHolding")
    assert assumed[0].evidence.confidence < stated[0].evidence.confidence


def test_claims_quote_their_sentence_and_name_a_person(claims: Claims) -> None:
    text = "Prices rose. Turkish President Ali Demir met Siemens chief executive Karin Weber in Ankara. Nobody spoke."
    found = claims(text, "RoleHolding")
    assert len(found) == 2
    for claim in found:
        holder = claim.values("holder")[0]
        assert isinstance(holder, Mention) and holder.kind == "Person" and text[holder.start : holder.end] == holder.text
        assert claim.evidence.text == text[claim.evidence.start : claim.evidence.end]
        assert claim.evidence.text.startswith("Turkish President") and claim.evidence.rule == "role.title.before"


def test_one_post_told_twice_has_one_title_and_owner(claims: Claims) -> None:
    text = "Turkish Prime Minister Ali Demir spoke on Monday. On Tuesday Prime Minister Demir left for Berlin in Germany."
    found = claims(text, "RoleHolding")
    assert {(c.values("title"), c.values("status")) for c in found} == {(("Prime Minister",), ("current",))}
    assert {o.chain for c in found for o in c.values("of") if isinstance(o, Mention)} == {found[0].values("of")[0].chain}


MEMBERS = [
    ("Anna Berg joined the board of Nokia in 2019.", {("Anna Berg", "board member", "Nokia", "current")}),
    ("Peter Hall served on the Greater London Council before the war.", {("Peter Hall", "member", "Greater London Council", "former")}),
    ("Anna Berg joined Nokia after school.", set()),
    ("Peter Hall never served on the Greater London Council.", set()),
]


@pytest.mark.parametrize(("text", "expected"), MEMBERS)
def test_members_of_boards_and_councils(claims: Claims, text: str, expected: set[Role]) -> None:
    assert roles_of(claims(text, "RoleHolding")) == expected


def test_doubt_is_kept_with_the_post(claims: Claims) -> None:
    found = claims("John Ray has reportedly been named chief executive of Siemens.", "RoleHolding")
    assert [c.values("hedge") for c in found] == [("reportedly",)]
    plain = claims("John Ray has been named chief executive of Siemens.", "RoleHolding")
    assert [c.values("hedge") for c in plain] == [()]


def test_a_post_settles_what_kind_of_name_stands_beside_it(extracted: Callable[..., Extraction]) -> None:
    found = extracted("In London, Norvik spokesman Adam Cole declined to comment. Later Norvik sold a plant.")
    assert {m.kind for m in found.mentions if m.text == "Norvik" and m.named} <= {"Organization"}
    assert {m.kind for m in found.mentions if m.text == "Adam Cole"} == {"Person"}


def test_a_bank_that_is_hired_becomes_no_person(claims: Claims) -> None:
    assert roles_of(claims("The board of Nokia appointed Goldman Sachs adviser on the sale.", "RoleHolding")) == set()


def test_whoever_is_thanked_is_another_country(claims: Callable[..., list[Claim]]) -> None:
    text = "Estonia bought 12 tanks in May.\n\nPresident Karl Holm thanked the country at a meeting in the south."
    assert [c.values("of") for c in claims(text) if c.kind == "RoleHolding"] == [()]
    own = "Estonia bought 12 tanks in May.\n\nPresident Karl Holm has led the country since 2020."
    assert [[m.text for m in c.values("of")] for c in claims(own) if c.values("title") == ("President",)][:1] == [["Estonia"]]


SEATS = [
    ("Loredana Rossi, a senator for the Five Star Movement, said Italy was buying a car.", "Italy"),
    ("The Belgian minister was asked by Saskia Bruyn, a deputy of Groen, whether fewer jets would do.", "Belgian"),
    ("Ann Lee, a member of the House Armed Services Committee, objected.", "House Armed Services Committee"),
]


@pytest.mark.parametrize(("text", "owner"), SEATS)
def test_a_seat_in_parliament_is_of_the_state_and_not_of_the_party(claims: Claims, text: str, owner: str) -> None:
    assert {role[2] for role in roles_of(claims(text)) if role[1] != "minister"} == {owner}


def test_a_month_before_a_title_owns_no_post(claims: Claims) -> None:
    found = roles_of(claims("In January chief executive Ann Lee left Kestrel Foods."))
    assert [role[:2] for role in found] == [("Ann Lee", "chief executive")]
    assert all(role[2] != "January" for role in found)


FIRMS = [
    # the firm that the story is of, not those it deals with
    (
        "Kestrel Foods will close two plants. It owes Verano Dairies for milk that Orion Transport brought. "
        "Contracts with Verano Dairies end in May, finance director Ann Lee said.",
        "Kestrel Foods",
    ),
    # the firm at which it happens
    (
        "Sanctions have made inventors of Irkut's suppliers. At Voronezh Instrument Works, chief designer Arkady Orlov shows a display.",
        "Voronezh Instrument Works",
    ),
]


@pytest.mark.parametrize(("text", "owner"), FIRMS)
def test_a_post_in_a_company_is_of_the_one_that_the_story_is_of(claims: Claims, text: str, owner: str) -> None:
    assert {role[2] for role in roles_of(claims(text))} == {owner}


@pytest.mark.parametrize(
    ("published", "status"),
    [("2012-03-01", "current"), ("2019-09-30", "former")],
)
def test_a_well_known_holder_whose_last_term_is_over_is_former(claims: Claims, published: str, status: str) -> None:
    found = roles_of(claims("Joe Biden was President Barack Obama's vice president.", published=published))
    assert ("Barack Obama", "President", "United States", status) in {(*r[:2], "United States", r[3]) for r in found}


def test_somebody_still_in_office_as_far_as_is_known_is_not_former(claims: Claims) -> None:
    found = roles_of(claims("Prime Minister Benjamin Netanyahu spoke in Israel on Monday.", published="2026-05-04"))
    assert {r[3] for r in found} == {"current"}
