from dataclasses import replace
from decimal import Decimal

import pytest

from kg.graph import KnowledgeGraph, SlotValue, View, view
from kg.graph import assemble as assembled
from kg.model import Entity, Ref, Resolution
from kg.ontology import load
from kg.values import Date, Money, Quantity
from tests.graph.sample import fact, hostile_resolution, sample_articles, sample_graph, sample_resolution
from tests.reasoning.test_offices import holds, world


@pytest.fixture(scope="module")
def seen() -> View:
    return view(sample_graph())


def shown(**slots: Date | Money | Quantity | str) -> dict[str, SlotValue]:
    graph = assembled(Resolution((), (fact("deal-x", "Purchase", **slots),), ()), (), load())
    return {s.property: s.values[0] for s in view(graph).facts[0].slots}


def test_entities_have_kind_names_and_articles(seen: View) -> None:
    assert len(seen.entities) == 9
    turkey = next(e for e in seen.entities if e.id == "country-turkey")
    assert (turkey.kind, turkey.label, turkey.names) == ("Country", "Turkey", ("Turkey", "Ankara"))
    assert turkey.articles == ("first-story", "second story")


def test_articles_have_their_author_and_what_they_copy() -> None:
    first, second = sample_articles()
    told = (replace(first, author="Ines Falk"), replace(second, copy_of=first.id))
    seen = {a.id: a for a in view(assembled(sample_resolution(), told, load())).articles}
    assert (seen["first-story"].author, seen["first-story"].copy_of) == ("Ines Falk", "")
    assert (seen["second story"].author, seen["second story"].copy_of) == ("", "first-story")


def test_inferred_lines_say_why_and_stated_ones_do_not(seen: View) -> None:
    because = {r.rule: r.because for r in seen.relations}
    assert because["purchases"].startswith("If a purchase is signed or delivered, then each buyer purchases each system of it")
    assert because[""] == ""


def test_facts_have_their_slots_in_the_order_of_reading(seen: View) -> None:
    deal = next(f for f in seen.facts if f.id == "deal-turkey-s-400")
    assert [s.property for s in deal.slots] == [
        "buyer", "seller", "system", "quantity", "unit", "hasValue", "hasDate", "status", "attributedTo",
    ]  # fmt: skip
    assert (deal.kind, deal.kind_label, deal.status, deal.date) == ("Purchase", "purchase", "signed", "2017-12")
    assert deal.slots[0].values == (SlotValue("Turkey", "country-turkey"),)
    assert deal.slots[5].values == (SlotValue("2,500,000,000 USD", "", "$2.5 billion"),)


def test_a_fact_is_seen_once_though_it_is_of_two_classes(seen: View) -> None:
    assert len(seen.facts) == len({f.id for f in seen.facts}) == 5


def test_values_are_shown_with_their_doubt_and_their_words() -> None:
    slots = shown(
        hasValue=Money(Decimal("1250.75"), "EUR", True, "some EUR 1,250.75"),
        quantity=Quantity(Decimal(40), "tank", True, "some 40 tanks"),
        hasDate=Date(2020, 7, text="mid-July", approximate=True),
        status="planned",
    )
    assert slots["hasValue"] == SlotValue("about 1,250.75 EUR", "", "some EUR 1,250.75")
    assert slots["quantity"] == SlotValue("about 40", "", "some 40 tanks")
    assert slots["hasDate"] == SlotValue("about 2020-07", "", "mid-July")
    assert slots["status"] == SlotValue("planned")


def test_lines_join_the_parties_of_facts(seen: View) -> None:
    lines = {(r.subject, r.label, r.target, r.fact) for r in seen.relations if not r.inferred}
    assert lines == {
        ("country-turkey", "buys", "system-s-400", "deal-turkey-s-400"),
        ("country-russia", "sells to", "country-turkey", "deal-turkey-s-400"),
        ("country-poland", "buys", "system-jet", "deal-poland-jet"),
        ("country-turkey", "takes delivery of", "system-s-400", "delivery-turkey-s-400"),
        ("person-mevlut-cavusoglu", "holds post in", "country-turkey", "holding-cavusoglu"),
        ("person-ash-carter", "holds post", "role-defence-secretary", "holding-carter"),
    }


def test_inferred_lines_say_so_and_rest_on_their_fact(seen: View) -> None:
    lines = [(r.subject, r.property, r.target, r.fact, r.rule) for r in seen.relations if r.inferred]
    assert lines == [
        ("country-russia", "supplies", "country-turkey", "deal-turkey-s-400", "supplies"),
        ("country-turkey", "purchases", "system-s-400", "deal-turkey-s-400", "purchases"),
        ("person-mevlut-cavusoglu", "holdsRole", "role-foreign-minister-country-turkey", "holding-cavusoglu", "holds-role"),
    ]
    assert all(r.evidence for r in seen.relations)


def test_a_sale_without_a_named_buyer_joins_the_seller_to_the_goods() -> None:
    sale = fact("deal-x", "Purchase", seller=Ref("country-russia"), system=Ref("system-jet"), status="planned")
    graph = assembled(replace(sample_resolution(), facts=(sale,)), (), load())
    assert [(r.subject, r.label, r.target) for r in view(graph).relations] == [("country-russia", "sells", "system-jet")]


def test_articles_are_listed_with_safe_addresses_only(seen: View) -> None:
    assert [(a.id, a.url) for a in seen.articles] == [("first-story", "https://news.example/s-400?id=1&x=2"), ("second story", "")]


def test_a_hostile_name_is_shown_as_it_is() -> None:
    name = '</script><b>"O\'Neil"\nשלום 🚀'
    graph: KnowledgeGraph = assembled(hostile_resolution(name), sample_articles(), load())
    assert name in {e.label for e in view(graph).entities}


def test_a_fact_tells_of_the_contradictions_it_is_in() -> None:
    graph = world(holds("ann", ("undated", "current")), holds("bob", ("undated", "current")))
    told = {f.id: f.contradictions for f in view(graph).facts}
    assert told == dict.fromkeys(["h-ann", "h-bob"], ("Ann and Bob are both called President of Turkey at one time",))


def test_an_entity_has_its_addresses_elsewhere() -> None:
    entity = Entity(
        "x", "Organization", "X", ("X",), (), ids=("wikidata:Q1", "urn:example:x", "lei:5493001KJTIIGC8Y1R12", "https://x.example/1")
    )
    (seen,) = view(assembled(Resolution((entity,), (), ()), (), load())).entities
    assert seen.links == ("http://www.wikidata.org/entity/Q1", "https://x.example/1")


def test_a_succession_is_one_line_from_the_later_holder() -> None:
    seen = view(world(holds("ann", ("a2018", "former")), holds("bob", ("a2018", "current"))))
    lines = [(r.subject, r.target, r.fact, r.label) for r in seen.relations if r.property == "inOfficeAfter"]
    assert lines == [("bob", "ann", "h-bob", "in office after")]
