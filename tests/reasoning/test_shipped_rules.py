"""One test per rule of inference: If / Then at the smallest size, and what must not fire."""

from pathlib import Path

import pytest
from pyoxigraph import NamedNode, Triple

from kg.graph import KnowledgeGraph, assemble
from kg.model import Entity, Fact, Ref, Resolution, Value
from kg.ontology import load
from kg.reasoning import infer
from tests.graph.sample import fact

ONTOLOGY = load()
ENTITIES = tuple(
    Entity(id, kind, id, (id,))
    for id, kind in [
        ("p", "Person"),
        ("r", "Role"),
        ("q", "Role"),
        ("c", "Country"),
        ("o", "Organization"),
        ("s", "System"),
        ("t", "System"),
    ]
)


def inferred(*facts: Fact) -> set[tuple[str, str, str, str, tuple[str, ...]]]:
    """(rule, subject, property, object, premises) of all that follows, in short names."""
    graph = infer(assemble(Resolution(ENTITIES, facts, ()), (), ONTOLOGY), ONTOLOGY)

    def short(term: object) -> str:
        return ONTOLOGY.short(getattr(term, "value", "")).removeprefix("id:")

    return {
        (i.rule, short(i.triple.subject), short(i.triple.predicate), short(i.triple.object), tuple(map(short, i.premises)))
        for i in graph.inferences
    }


def holding(status: str, **slots: Value | tuple[Value, ...]) -> Fact:
    return fact("h", "RoleHolding", holder=Ref("p"), title="president", role=Ref("r"), status=status, **slots)


def deal(kind: str, status: str, **slots: Value | tuple[Value, ...]) -> Fact:
    return fact("d", kind, buyer=Ref("c"), **{"system": Ref("s"), "status": status, **slots})


def bought(*facts: Fact) -> set[tuple[str, str]]:
    return {(subject, target) for rule, subject, property, target, _ in inferred(*facts) if property == "kg:purchases"}


@pytest.mark.parametrize("status", ["current", "acting"])
def test_holds_role(status: str) -> None:
    """If a role holding is current or acting, then its holder holds the role."""
    assert inferred(holding(status)) == {
        ("holds-role", "p", "kg:holdsRole", "r", ("h",)),
        ("holds-role", "r", "kg:heldBy", "p", ("h",)),
    }


@pytest.mark.parametrize("status", ["former", "elect", "appointed", "deceasedInOffice"])
def test_a_role_that_is_over_or_to_come_is_not_held(status: str) -> None:
    assert inferred(holding(status)) == set()


def test_a_holding_without_role_or_status_gives_nothing() -> None:
    assert inferred(fact("h", "RoleHolding", holder=Ref("p"), title="president", status="current")) == set()
    assert inferred(fact("h", "RoleHolding", holder=Ref("p"), role=Ref("r"))) == set()


def test_a_role_held_now_and_once_before_follows_from_the_first_only() -> None:
    now, before = holding("current"), fact("h0", "RoleHolding", holder=Ref("p"), title="x", role=Ref("r"), status="former")
    assert ("holds-role", "p", "kg:holdsRole", "r", ("h",)) in inferred(now, before)


def test_two_holdings_of_one_role_are_both_what_it_follows_from() -> None:
    now, acting = holding("current"), fact("h0", "RoleHolding", holder=Ref("p"), title="x", role=Ref("r"), status="acting")
    assert ("holds-role", "p", "kg:holdsRole", "r", ("h", "h0")) in inferred(now, acting)


@pytest.mark.parametrize("status", ["signed", "delivered"])
def test_purchases(status: str) -> None:
    """If a purchase is signed or delivered, then each buyer purchases each system of it."""
    both = deal("Purchase", status, system=(Ref("s"), Ref("t")))
    assert bought(both) == {("c", "s"), ("c", "t")}
    assert ("purchases", "s", "kg:purchasedBy", "c", ("d",)) in inferred(both)


@pytest.mark.parametrize("status", ["planned", "approved", "cancelled"])
def test_what_is_only_intended_is_not_bought(status: str) -> None:
    assert bought(deal("Purchase", status)) == set()


@pytest.mark.parametrize("kind", ["Acquisition", "Contract", "Lease", "Donation", "Deal"])
def test_only_purchases_are_purchases(kind: str) -> None:
    assert bought(deal(kind, "signed")) == set()


def test_a_company_is_no_system_to_purchase() -> None:
    assert bought(deal("Purchase", "signed", system=Ref("o"))) == set()


def test_a_seller_purchases_nothing() -> None:
    assert bought(fact("d", "Purchase", seller=Ref("c"), system=Ref("s"), status="signed")) == set()


@pytest.mark.parametrize("kind", ["Purchase", "Acquisition", "Contract", "Lease", "Donation", "Deal"])
def test_nothing_follows_from_a_plan(kind: str) -> None:
    assert inferred(deal(kind, "planned")) == set()


def test_a_delivery_from_nobody_known_supplies_nobody() -> None:
    assert inferred(fact("d", "Delivery", to=Ref("c"), system=Ref("s"), status="started")) == set()


@pytest.mark.parametrize("status", ["current", "acting"])
def test_member_of(status: str) -> None:
    """If a role holding is current or acting and of an organization, then its holder is a member of that organization."""
    assert ("member-of", "p", "org:memberOf", "o", ("h",)) in inferred(holding(status, of_=Ref("o")))


def test_who_has_left_or_serves_a_country_is_no_member() -> None:
    assert "member-of" not in {rule for rule, *_ in inferred(holding("former", of_=Ref("o")))}
    assert "member-of" not in {rule for rule, *_ in inferred(holding("current", of_=Ref("c")))}
    assert "member-of" not in {rule for rule, *_ in inferred(holding("current"))}


def supplied(*facts: Fact) -> set[tuple[str, str, tuple[str, ...]]]:
    return {(subject, target, premises) for _, subject, property, target, premises in inferred(*facts) if property == "kg:supplies"}


@pytest.mark.parametrize("kind", ["Purchase", "Lease", "Donation"])
@pytest.mark.parametrize("status", ["signed", "delivered"])
def test_supplies(kind: str, status: str) -> None:
    """If goods are sold, let or given by a deal signed or delivered, then the giver supplies the receiver."""
    sold = deal(kind, status, seller=Ref("o"))
    assert supplied(sold) == {("o", "c", ("d",))}
    assert ("supplies", "c", "kg:suppliedBy", "o", ("d",)) in inferred(sold)


@pytest.mark.parametrize(("status", "begun"), [("started", True), ("completed", True), ("expected", False)])
def test_a_delivery_that_has_begun_supplies(status: str, begun: bool) -> None:
    """If a delivery has begun, then who delivers supplies who receives."""
    moved = fact("d", "Delivery", from_=Ref("o"), to=Ref("c"), system=Ref("s"), status=status)
    assert supplied(moved) == ({("o", "c", ("d",))} if begun else set())


def test_what_supplies_nobody() -> None:
    assert supplied(deal("Purchase", "planned", seller=Ref("o"))) == set()
    assert supplied(deal("Acquisition", "signed", seller=Ref("o"))) == set()
    assert supplied(deal("Contract", "signed", seller=Ref("o"))) == set()
    assert supplied(deal("Purchase", "signed")) == set()
    assert supplied(deal("Purchase", "signed", seller=Ref("c"))) == set()
    assert supplied(deal("Purchase", "signed", seller=Ref("p"), system=Ref("o"))) == set()


OWN = """@prefix my: <https://example.org/own#> .
@prefix kg: <https://w3id.org/newskg/ontology#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
my:ArmsPurchase a owl:Class ; rdfs:subClassOf kg:Purchase .
my:armsBuyer a owl:ObjectProperty ; rdfs:subPropertyOf kg:buyer ; rdfs:domain my:ArmsPurchase .
"""


def test_sub_property(tmp_path: Path) -> None:
    """If a fact has a user's slot, then also the one above it; the rules know a user's kind of purchase for a purchase."""
    (tmp_path / "own.ttl").write_text(OWN)
    ontology = load(tmp_path)
    terms = assemble(Resolution((), (), ()), (), ontology).terms
    my, deal, buyer = "https://example.org/own#", terms.data("d"), terms.data("c")
    told = assemble(Resolution(ENTITIES, (fact("d", "ArmsPurchase", system=Ref("s"), status="signed"),), ()), (), ontology)
    closed = infer(KnowledgeGraph.of(ontology, [*told.asserted, Triple(deal, NamedNode(my + "armsBuyer"), buyer)]), ontology)
    assert closed.inferred()["sub-property"] == (terms.row(deal, "kg:buyer", buyer),)
    assert terms.row(buyer, "kg:purchases", terms.data("s")) in closed.inferred()["purchases"]


def test_shipped_facts_need_no_sub_property() -> None:
    assert "sub-property" not in {rule for rule, *_ in inferred(holding("current"), deal("Purchase", "signed", seller=Ref("o")))}
