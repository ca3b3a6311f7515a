"""Is the vocabulary complete, documented and linked, and does the program find its terms in it?"""

import re
from pathlib import Path

import pytest
from rdflib import OWL, RDFS, URIRef

from kg import ontology
from kg.ontology import Ontology, UnknownTerm

CONTRACT_CLASSES = {
    "Person", "Organization", "Country", "Place", "System", "Role", "RoleHolding", "Deal", "Purchase", "Acquisition",
    "Contract", "Lease", "Donation", "Delivery", "MonetaryValue", "Article", "Evidence"
}  # fmt: skip
CONTRACT_PROPERTIES = {
    "mentionedIn", "holder", "role", "title", "of", "status", "holdsRole", "buyer", "seller", "maker", "system", "quantity",
    "unit", "hasValue", "amount", "currency", "approximate", "hasDate", "purchases", "to", "from", "start", "end",
    "supportedBy", "confidence"
}  # fmt: skip
LINKED = ("org:", "foaf:", "schema:", "sem:", "prov:", "oa:", "skos:", "dcterms:", "time:")


@pytest.fixture(scope="module")
def vocabulary() -> Ontology:
    return ontology.load()


def test_every_term_of_the_contract_is_there(vocabulary: Ontology) -> None:
    assert set(vocabulary.classes) >= CONTRACT_CLASSES
    assert set(vocabulary.properties) >= CONTRACT_PROPERTIES


def test_statuses_of_the_contract(vocabulary: Ontology) -> None:
    assert vocabulary.statuses_for("RoleHolding") == ("acting", "appointed", "current", "deceasedInOffice", "elect", "former")
    for deal in ("Deal", "Purchase", "Acquisition", "Contract", "Lease", "Donation"):
        assert vocabulary.statuses_for(deal) == ("approved", "cancelled", "delivered", "planned", "signed")
    assert vocabulary.statuses_for("Delivery") == ("completed", "expected", "started")


def test_every_term_says_what_it_is(vocabulary: Ontology) -> None:
    for group in (vocabulary.classes, vocabulary.properties, vocabulary.statuses):
        for name, term in group.items():
            assert term.label and term.comment.endswith("."), name


def test_every_property_says_what_carries_it_and_what_it_leads_to(vocabulary: Ontology) -> None:
    for name, term in vocabulary.properties.items():
        assert term.domain and term.range, name
        for target in (*term.domain, *term.range, *term.parents):
            assert ":" in target or target in vocabulary.classes or target in vocabulary.properties, (name, target)


def test_every_class_is_below_another(vocabulary: Ontology) -> None:
    for name, term in vocabulary.classes.items():
        assert term.parents, name
        for parent in term.parents:
            assert ":" in parent or parent in vocabulary.classes, (name, parent)


def test_the_standard_vocabularies_are_linked(vocabulary: Ontology) -> None:
    links = {str(o) for p in (RDFS.subClassOf, RDFS.subPropertyOf, RDFS.seeAlso) for o in vocabulary.graph.objects(None, p)}
    links |= {str(s) for s in vocabulary.graph.predicates()}
    for prefix in LINKED:
        assert any(link.startswith(vocabulary.prefixes[prefix[:-1]]) for link in links), prefix


def test_a_person_can_be_no_country(vocabulary: Ontology) -> None:
    groups = [{str(iri) for iri in vocabulary.graph.items(members)} for members in vocabulary.graph.objects(None, OWL.members)]
    entities = {str(vocabulary.cls(name)) for name in ("Person", "Organization", "Country", "Place", "System")}
    assert any(entities.issubset(group) for group in groups)


def test_disjoint_classes_are_not_below_each_other(vocabulary: Ontology) -> None:
    for members in vocabulary.graph.objects(None, OWL.members):
        group = [str(iri).removeprefix(vocabulary.prefixes["kg"]) for iri in vocabulary.graph.items(members)]
        for name in group:
            assert vocabulary.superclasses(name) & set(group) == {name}


def test_closures_hold_the_term_itself(vocabulary: Ontology) -> None:
    assert {"Purchase", "Deal", "Fact", "sem:Event"} <= vocabulary.superclasses("Purchase")
    assert vocabulary.subclasses("Deal") == {"Deal", "Purchase", "Acquisition", "Contract", "Lease", "Donation"}
    assert vocabulary.is_a("Lease", "Deal")
    assert not vocabulary.is_a("Delivery", "Deal")
    assert "sem:hasActor" in vocabulary.superproperties("buyer")


def test_domain_range_and_properties_of_a_class(vocabulary: Ontology) -> None:
    assert vocabulary.domain("holder") == ("RoleHolding",)
    assert vocabulary.range("holder") == ("Person",)
    assert set(vocabulary.range("hasDate")) == {"xsd:date", "xsd:gYearMonth", "xsd:gYear"}
    assert {"buyer", "hasValue", "supportedBy"} <= set(vocabulary.properties_of("Acquisition"))
    assert "holder" not in vocabulary.properties_of("Acquisition")


def test_terms_by_prefixed_name(vocabulary: Ontology) -> None:
    assert vocabulary.term("oa:exact") == URIRef("http://www.w3.org/ns/oa#exact")
    assert vocabulary.term("kg:buyer") == vocabulary.prop("buyer") == URIRef("https://w3id.org/newskg/ontology#buyer")
    assert vocabulary.short(vocabulary.prop("buyer")) == "kg:buyer"
    assert vocabulary.short("https://elsewhere.example/x") == "https://elsewhere.example/x"


def test_an_unknown_term_is_refused_with_the_nearest(vocabulary: Ontology) -> None:
    with pytest.raises(UnknownTerm, match="nearest: buyer"):
        vocabulary.prop("buyr")
    with pytest.raises(UnknownTerm, match="no class 'purchase'"):
        vocabulary.cls("purchase")
    with pytest.raises(UnknownTerm, match="unknown prefix"):
        vocabulary.term("nowhere:x")
    with pytest.raises(UnknownTerm):
        vocabulary.term("kg:colour")


def test_data_iris_move_with_the_base_and_are_escaped() -> None:
    assert str(ontology.load().data("country-tr")) == "https://w3id.org/newskg/id/country-tr"
    moved = ontology.load(base="https://news.example/id/")
    assert str(moved.data('a b<c>"é')) == "https://news.example/id/a%20b%3Cc%3E%22%C3%A9"
    assert moved.short(moved.data("country-tr")) == "id:country-tr"
    assert moved.cls("Deal") == ontology.load().cls("Deal")
    with pytest.raises(ValueError, match="must end in"):
        ontology.load(base="https://news.example/id")


def test_a_folder_of_ones_own(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match=r"kg\.ttl"):
        ontology.load(tmp_path)
    for name in ("kg.ttl", "shapes.ttl"):
        (tmp_path / name).write_text((ontology.data_dir() / name).read_text())
    assert ontology.load(tmp_path).classes.keys() == ontology.load().classes.keys()
    (tmp_path / "kg.ttl").write_text("this is not Turtle")
    with pytest.raises(ValueError, match="not Turtle"):
        ontology.load(tmp_path)


def test_everything_is_sorted(vocabulary: Ontology) -> None:
    for group in (vocabulary.classes, vocabulary.properties, vocabulary.statuses, vocabulary.prefixes):
        assert list(group) == sorted(group)


def test_code_and_rules_use_only_terms_there_are(vocabulary: Ontology) -> None:
    root = Path(ontology.__file__).parent
    files = [*sorted(root.rglob("*.py")), *sorted(ontology.data_dir().glob("rules/*"))]
    known = {*vocabulary.classes, *vocabulary.properties, *vocabulary.statuses}
    for path in files:
        for name in re.findall(r"\bkg:([A-Za-z]\w*)", path.read_text()):
            assert name in known or name == "statuses", f"{path.name} uses kg:{name}"
