"""Two accounts of a purchase, in one story or in two: when are they one deal?"""

from __future__ import annotations

import pytest

from kg.lexicon import Lexicon
from kg.model import Fact, Ref, Value
from kg.resolution import resolve
from kg.values import Date
from tests.resolution.build import Story, count, extractions, facts, money

Slots = dict[str, Value | str]
KINDS = {"buyer": "Country", "seller": "Country", "system": "System", "to": "Country", "from": "Country"}


def deals(
    lexicon: Lexicon, *accounts: Slots, one_story: bool = False, kind: str = "Purchase", kinds: dict[str, str] | None = None
) -> list[Fact]:
    """Facts from accounts told in one story or one story each. Names of parties are strings."""
    stories = [Story("a", "2020-05-01")]
    for i, slots in enumerate(accounts):
        if i and not one_story:
            stories.append(Story("abcdef"[i], f"202{i}-05-01"))
        story = stories[-1]
        values: dict[str, Value | list[Value]] = {}
        for property, value in slots.items():
            party = {**KINDS, **(kinds or {})}.get(property)
            values[property] = known(story, party, value) if party and isinstance(value, str) else value
        story.claim(kind, **values)  # type: ignore[arg-type]
    return facts(resolve(extractions(stories), lexicon), kind)


def known(story: Story, kind: str, name: str) -> Value:
    return next((m for m in story.mentions if m.text == name and m.kind == kind), None) or story.chain(kind, name)


RAFALE: Slots = {"buyer": "India", "system": "Rafale", "status": "signed"}
BOUGHT = {**RAFALE, "seller": "France", "quantity": count(36, "jet"), "hasValue": money(8.7e9), "hasDate": Date.parse("2016-09-23")}


@pytest.mark.parametrize(
    "other",
    [
        RAFALE,
        {**RAFALE, "hasValue": money(9e9, about=True)},
        {**RAFALE, "hasValue": money(7.8e9, "EUR")},
        {**RAFALE, "hasDate": Date.parse("2016")},
        {**RAFALE, "quantity": count(36)},
        {"system": "Rafale", "hasValue": money(8.7e9), "status": "signed"},
        {"buyer": "India", "hasValue": money(8.7e9), "status": "signed"},
        {"system": "Rafale", "seller": "France", "quantity": count(36, "jet")},
    ],
)
@pytest.mark.parametrize("one_story", [True, False])
def test_two_accounts_of_one_deal(lexicon: Lexicon, other: Slots, one_story: bool) -> None:
    (deal,) = deals(lexicon, BOUGHT, other, one_story=one_story)
    assert len(deal.claims) == 2
    assert deal.values("buyer") == (Ref("country-india"),)


@pytest.mark.parametrize(
    "other",
    [
        {**BOUGHT, "buyer": "Egypt"},
        {**RAFALE, "quantity": count(26, "jet")},
        {**RAFALE, "hasValue": money(6.5e9)},
        {**RAFALE, "hasDate": Date.parse("2025-04-28")},
        {**RAFALE, "ordinal": "second"},
        {**RAFALE, "system": "Scorpene"},
        {"seller": "France", "hasValue": money(1e6), "status": "signed"},
    ],
)
@pytest.mark.parametrize("one_story", [True, False])
def test_two_deals_stay_two(lexicon: Lexicon, other: Slots, one_story: bool) -> None:
    assert len(deals(lexicon, BOUGHT, other, one_story=one_story)) == 2


def test_a_plan_is_carried_out_later_and_not_before(lexicon: Lexicon) -> None:
    """The first story came out in May 2020, the second in May 2021."""
    plan = {**RAFALE, "status": "planned"}
    signed = {**RAFALE, "hasDate": Date.parse("2021-03")}
    (deal,) = deals(lexicon, plan, signed)
    assert deal.values("status") == ("signed",)
    assert [(s.status, s.reported, s.date) for s in deal.history] == [
        ("planned", "2020-05-01", None),
        ("signed", "2021-05-01", Date.parse("2021-03")),
    ]
    assert len(deals(lexicon, {**RAFALE, "hasDate": Date.parse("2020-03")}, plan)) == 2  # still planned a year later: another one
    assert len(deals(lexicon, BOUGHT, plan, one_story=True)) == 1


@pytest.mark.parametrize(("cleared", "number"), [("2016-11", 1), ("2017-03", 1), ("2026-03", 2)])
def test_what_was_signed_years_ago_is_not_what_is_cleared_now(lexicon: Lexicon, cleared: str, number: int) -> None:
    signed = {**RAFALE, "hasDate": Date.parse("2016"), "quantity": count(36, "jet")}
    approved = {**RAFALE, "status": "approved", "hasDate": Date.parse(cleared), "quantity": count(26, "fighter")}
    assert len(deals(lexicon, signed, approved, one_story=True)) == number


TOLD = {**RAFALE, "hasDate": Date.parse("2016-09")}


def test_stories_of_one_occasion_that_give_other_numbers_are_one_deal_with_a_conflict(lexicon: Lexicon) -> None:
    (deal,) = deals(lexicon, BOUGHT, {**TOLD, "seller": "France", "quantity": count(126, "jet")}, {**TOLD, "hasValue": money(8.7e9)})
    assert deal.values("quantity") == (count(126, "jet"),)  # of two that are as well backed the newer
    [conflict] = deal.conflicts
    assert conflict.property == "quantity"
    assert [(s.value, s.preferred, [c.evidence.article for c in s.claims]) for s in conflict.stated] == [
        (count(126, "jet"), True, ["b"]),
        (count(36, "jet"), False, ["a"]),
    ]


@pytest.mark.parametrize(
    "other",
    [
        {**TOLD, "seller": "France", "quantity": count(126, "jet"), "hasValue": money(20e9)},
        {**TOLD, "seller": "Sweden", "quantity": count(126, "jet")},
        {**RAFALE, "seller": "France", "hasDate": Date.parse("2016-04"), "quantity": count(126, "jet")},
        {**TOLD, "seller": "France", "quantity": count(126, "jet"), "ordinal": "second"},
        {"buyer": "India", "system": "fighter jets", "seller": "France", "quantity": count(126, "jet"), "status": "signed"},
    ],
)
def test_other_numbers_and_another_occasion_are_another_deal(lexicon: Lexicon, other: Slots) -> None:
    assert len(deals(lexicon, BOUGHT, other)) == 2


def test_two_numbers_in_one_story_are_two_deals(lexicon: Lexicon) -> None:
    assert len(deals(lexicon, BOUGHT, {**TOLD, "seller": "France", "quantity": count(126, "jet")}, one_story=True)) == 2


def test_a_rounded_value_is_no_conflict(lexicon: Lexicon) -> None:
    (deal,) = deals(lexicon, BOUGHT, {**TOLD, "hasValue": money(9e9, about=True)}, {**TOLD, "hasValue": money(7.8e9, "EUR")})
    assert deal.conflicts == ()


def test_converted_values_are_kept_one_for_each_currency(lexicon: Lexicon) -> None:
    (deal,) = deals(lexicon, BOUGHT, {**RAFALE, "hasValue": money(7.8e9, "EUR")}, {**RAFALE, "hasValue": money(9e9, about=True)})
    assert deal.values("hasValue") == (money(7.8e9, "EUR"), money(8.7e9))


def test_two_orders_by_number_stay_two_and_each_finds_its_own(lexicon: Lexicon) -> None:
    second = {**RAFALE, "ordinal": "second", "hasValue": money(5e9)}
    found = deals(lexicon, BOUGHT, second, {**second, "quantity": count(26, "jet")})
    assert sorted(len(f.claims) for f in found) == [1, 2]


def test_the_same_value_outweighs_silence_about_the_batch(lexicon: Lexicon) -> None:
    assert len(deals(lexicon, {**BOUGHT, "ordinal": "third"}, {**RAFALE, "hasValue": money(8.7e9)})) == 1


def test_a_bare_mention_joins_the_order_that_is_counted(lexicon: Lexicon) -> None:
    third = {**BOUGHT, "ordinal": "third"}
    assert len(deals(lexicon, third, RAFALE, one_story=True)) == 1
    assert len(deals(lexicon, {**third, "ordinal": "additional"}, RAFALE, one_story=True)) == 2
    assert len(deals(lexicon, third, {**RAFALE, "status": "planned"}, one_story=True)) == 2


def test_the_third_order_is_an_additional_one_but_not_the_second(lexicon: Lexicon) -> None:
    third = {**BOUGHT, "ordinal": "third"}
    assert len(deals(lexicon, third, {**RAFALE, "ordinal": "additional"})) == 1
    assert len(deals(lexicon, third, {**RAFALE, "ordinal": "second"})) == 2


def test_a_state_and_a_body_of_it_are_one_buyer(lexicon: Lexicon) -> None:
    for body, found in (("Indian Ministry of Defence", 1), ("Egyptian Ministry of Defence", 2)):
        a, b = Story("a", "2016-09-24"), Story("b", "2016-09-25")
        a.claim("Purchase", buyer=a.country("India"), system=a.system("Rafale"), status="signed")
        b.claim("Purchase", buyer=b.organization(body), system=b.system("Rafale"), status="signed")
        assert len(facts(resolve(extractions([a, b]), lexicon), "Purchase")) == found


def test_in_one_story_two_sellers_or_two_counts_are_two_deals(lexicon: Lexicon) -> None:
    bid: Slots = {"buyer": "India", "system": "Rafale", "status": "planned"}
    assert len(deals(lexicon, {**bid, "seller": "France"}, {**bid, "seller": "Sweden"}, one_story=True)) == 2
    missiles: Slots = {"buyer": "India", "seller": "France", "system": "Mistral", "quantity": count(246, "missile")}
    launchers: Slots = {**missiles, "system": "launch units", "quantity": count(24, "launch unit")}
    assert len(deals(lexicon, missiles, launchers, one_story=True)) == 2


def test_signed_long_ago_is_not_planned_now(lexicon: Lexicon) -> None:
    planned = {**RAFALE, "status": "planned", "hasDate": Date.parse("2025-04-28")}
    assert len(deals(lexicon, BOUGHT, planned)) == 2


def test_a_company_neither_sells_nor_makes_itself(lexicon: Lexicon) -> None:
    takeover: Slots = {"buyer": "Microsoft", "system": "LinkedIn", "seller": "LinkedIn", "maker": "LinkedIn"}
    kinds = dict.fromkeys(("buyer", "system", "seller", "maker"), "Organization")
    (deal,) = deals(lexicon, takeover, kind="Acquisition", kinds=kinds)
    assert deal.values("seller") == deal.values("maker") == ()
    assert deal.values("system") == (Ref("organization-linkedin"),)


def test_what_fits_two_deals_joins_neither(lexicon: Lexicon) -> None:
    second = {**RAFALE, "hasValue": money(5e9), "hasDate": Date.parse("2022")}
    assert len(deals(lexicon, BOUGHT, second, RAFALE)) == 3


TAKEOVER: Slots = {"buyer": "Verizon", "system": "MCI", "status": "planned"}
COMPANIES = {"buyer": "Organization", "system": "Organization"}


def test_a_raised_bid_is_one_bid(lexicon: Lexicon) -> None:
    bids = ({**TAKEOVER, "hasValue": money(6.3e9)}, {**TAKEOVER, "hasValue": money(8e9), "status": "signed"})
    (deal,) = deals(lexicon, *bids, kind="Acquisition", kinds=COMPANIES)
    assert deal.values("status") == ("signed",)


def test_rival_bids_are_two(lexicon: Lexicon) -> None:
    rival = {**TAKEOVER, "buyer": "Qwest", "hasValue": money(6.75e9)}
    assert len(deals(lexicon, {**TAKEOVER, "hasValue": money(6.75e9)}, rival, kind="Acquisition", one_story=True, kinds=COMPANIES)) == 2


@pytest.mark.parametrize(
    ("first", "then", "shown"),
    [
        ("planned", "signed", "signed"),
        ("signed", "planned", "signed"),
        ("signed", "delivered", "delivered"),
        ("signed", "cancelled", "cancelled"),
        ("cancelled", "signed", "signed"),
    ],
)
def test_a_deal_goes_forward(lexicon: Lexicon, first: str, then: str, shown: str) -> None:
    (deal,) = deals(lexicon, {**RAFALE, "status": first}, {**RAFALE, "status": then})
    assert deal.values("status") == (shown,)


def test_the_date_is_that_of_the_status_shown(lexicon: Lexicon) -> None:
    planned = {**RAFALE, "status": "planned", "hasDate": Date.parse("2015-04-10")}
    (deal,) = deals(lexicon, planned, BOUGHT)
    assert deal.values("hasDate") == (Date.parse("2016-09-23"),)


def test_ids_come_from_content(lexicon: Lexicon) -> None:
    assert [d.id for d in deals(lexicon, BOUGHT)] == ["deal-india-rafale-2016"]
    twins = deals(lexicon, {**RAFALE, "quantity": count(36, "jet")}, {**RAFALE, "quantity": count(26, "jet")})
    assert [d.id for d in twins] == ["deal-india-rafale", "deal-india-rafale-b"]


def test_the_order_number_is_no_slot_of_the_fact(lexicon: Lexicon) -> None:
    (deal,) = deals(lexicon, {**BOUGHT, "ordinal": "second", "hedge": "reportedly"})
    assert deal.values("ordinal") == deal.values("hedge") == ()


DELIVERY: Slots = {"system": "S-400", "to": "Turkey", "status": "started"}


def test_one_delivery_has_start_and_end_from_two_stories(lexicon: Lexicon) -> None:
    begun = {**DELIVERY, "start": Date.parse("2019-07-12"), "from": "Russia"}
    (delivery,) = deals(lexicon, begun, {**DELIVERY, "end": Date.parse("2020-04"), "status": "completed"}, kind="Delivery")
    assert delivery.values("start") == (Date.parse("2019-07-12"),)
    assert delivery.values("end") == (Date.parse("2020-04"),)
    assert delivery.values("status") == ("completed",)


def test_deliveries_to_two_countries_are_two(lexicon: Lexicon) -> None:
    assert len(deals(lexicon, DELIVERY, {**DELIVERY, "to": "India"}, kind="Delivery")) == 2


def test_a_variant_in_one_story_and_its_family_in_another_may_be_one_deal(lexicon: Lexicon) -> None:
    chosen: Slots = {"buyer": "Finland", "seller": "United States", "system": "F-35A", "quantity": count(64, "jet"), "status": "signed"}
    (deal,) = deals(lexicon, chosen, {**chosen, "system": "F-35"})
    assert deal.values("system") == (Ref("system-f-35a"),)
    assert len(deals(lexicon, chosen, {**chosen, "system": "F-35"}, one_story=True)) == 2
    assert len(deals(lexicon, chosen, {**chosen, "system": "F-35", "quantity": count(20, "jet")})) == 2
    assert len(deals(lexicon, chosen, {**chosen, "system": "F-35B"})) == 2


def test_what_is_decided_in_december_and_signed_in_spring_is_one_deal(lexicon: Lexicon) -> None:
    told: Slots = {"buyer": "Finland", "seller": "United States", "system": "F-35", "quantity": count(64, "jet"), "status": "signed"}
    decided, signed = ({**told, "hasDate": Date.parse(day)} for day in ("2021-12-10", "2022-02-11"))
    assert len(deals(lexicon, decided, signed)) == 1
    assert len(deals(lexicon, decided, {**signed, "hasDate": Date.parse("2022-10-11")})) == 2
    assert len(deals(lexicon, {**decided, "hasDate": Date.parse("2021")}, {**signed, "hasDate": Date.parse("2022")})) == 2


def test_who_buys_does_not_sell_as_well(lexicon: Lexicon) -> None:
    story = Story("a", "2023-09-28")
    germany, israel, arrow = story.country("Germany"), story.country("Israel"), story.system("Arrow 3")
    story.claim("Purchase", buyer=germany, seller=[germany, israel], system=arrow, status="signed")
    [deal] = facts(resolve([story.told()], lexicon), "Purchase")
    assert (deal.values("buyer"), deal.values("seller")) == ((Ref("country-germany"),), (Ref("country-israel"),))


def test_batches_completed_in_two_months_of_one_article_are_two(lexicon: Lexicon) -> None:
    first, later = ({**DELIVERY, "end": Date.parse(f"2019-{m}"), "status": "completed"} for m in ("07", "10"))
    assert len(deals(lexicon, first, later, kind="Delivery", one_story=True)) == 2
    assert len(deals(lexicon, first, first, kind="Delivery", one_story=True)) == 1


def test_fighter_jets_and_jets_are_counted_alike(lexicon: Lexicon) -> None:
    told = {**RAFALE, "quantity": count(36, "fighter jet")}
    assert len(deals(lexicon, told, {**RAFALE, "quantity": count(60, "jet")}, one_story=True)) == 2
    assert len(deals(lexicon, told, {**RAFALE, "quantity": count(36, "jet")}, one_story=True)) == 1
