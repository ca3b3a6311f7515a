"""Does a table of known entities make its names one entity in every article, with its label and links, and refuse what is wrong?"""

from pathlib import Path

import pytest
from pyoxigraph import NamedNode

from kg import lexicon
from kg.graph import KnowledgeGraph
from kg.lexicon import Lexicon, LexiconError
from kg.ontology import data_dir
from kg.pipeline import Settings, UnusableVocabulary, build
from kg.resolution import resolve
from tests.resolution.build import Story

HEAD = "# mine\nname\tkind\tnames\tcountry\tids\n"
ROWS = (
    "Norrland Marine\tOrganization\tVarvsbolaget|NMV AB\tSE\twikidata:Q999999999|lei:5493001KJTIIGC8Y1R12\n"
    "Havsorn\tSystem\tSea Eagle\tSE\thttps://registry.example/ships/17\n"
    "Aino Kettunen\tPerson\tA. Lahti-Kettunen\t\turn:example:person:7\n"
    "Port Elsa\tPlace\tElsahamn\tFI\tgeonames:999999999\n"
    "Finland\tCountry\t\tFI\thttps://registry.example/states/fi\n"
)
ORDER = """date 2021-03-02 Sample News
Finland orders patrol boats

Finland ordered four Havsorn patrol boats from Norrland Marine for 300 million euros on Monday, Defence Minister Aino Kettunen said.
"""
VISIT = """date 2023-06-05 Sample News
Yard hands over first boat

Varvsbolaget delivered the first Sea Eagle to Finland in May 2023. Chief executive Ola Berg of Varvsbolaget thanked the crew in Elsahamn.
"""


def own(folder: Path, rows: str = ROWS) -> Path:
    (folder / "lexicon").mkdir(parents=True)
    (folder / "lexicon" / "known_entities.tsv").write_text(HEAD + rows, encoding="utf-8")
    return folder


def test_the_readme_shows_the_table_of_these_tests() -> None:
    assert HEAD.split("\n", 1)[1] + ROWS in (data_dir() / "README.md").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> KnowledgeGraph:
    folder = tmp_path_factory.mktemp("stories")
    (folder / "order.txt").write_text(ORDER)
    (folder / "visit.txt").write_text(VISIT)
    return build([folder], Settings(ontology=own(tmp_path_factory.mktemp("own")))).graph


def values(graph: KnowledgeGraph, id: str, property: str) -> set[str]:
    node, name = graph.terms.data(id), graph.terms.name(property)
    return {getattr(t.object, "value", "") for t in graph.asserted if t.subject == node and t.predicate == name}


def test_names_of_two_stories_are_one_entity_with_the_plain_name(graph: KnowledgeGraph) -> None:
    assert values(graph, "organization-norrland-marine", "skos:prefLabel") == {"Norrland Marine"}
    assert values(graph, "organization-norrland-marine", "skos:altLabel") == {"Varvsbolaget"}
    assert len(values(graph, "organization-norrland-marine", "kg:mentionedIn")) == 2
    assert values(graph, "system-havsorn", "skos:altLabel") == {"Sea Eagle"}
    labels = {getattr(t.object, "value", "") for t in graph.asserted if t.predicate == graph.terms.name("skos:prefLabel")}
    assert not labels & {"Varvsbolaget", "Sea Eagle", "Elsahamn"}


def test_the_table_helps_to_find_names(graph: KnowledgeGraph) -> None:
    assert values(graph, "place-port-elsa", "skos:altLabel") == {"Elsahamn"}
    makers = {getattr(t.object, "value", "") for t in graph.asserted if t.predicate == graph.terms.name("kg:seller")}
    assert makers == {graph.terms.data("organization-norrland-marine").value}


def test_identifiers_are_written_as_links(graph: KnowledgeGraph) -> None:
    assert values(graph, "organization-norrland-marine", "owl:sameAs") == {"http://www.wikidata.org/entity/Q999999999"}
    assert values(graph, "organization-norrland-marine", "schema:leiCode") == {"5493001KJTIIGC8Y1R12"}
    assert values(graph, "system-havsorn", "owl:sameAs") == {"https://registry.example/ships/17"}
    assert values(graph, "person-aino-kettunen", "owl:sameAs") == {"urn:example:person:7"}
    assert values(graph, "place-port-elsa", "owl:sameAs") == {"https://sws.geonames.org/999999999/"}
    assert values(graph, "country-finland", "owl:sameAs") == {
        "http://www.wikidata.org/entity/Q33", "https://sws.geonames.org/660013/", "https://registry.example/states/fi",
    }  # fmt: skip
    assert all(isinstance(t.object, NamedNode) for t in graph.asserted if t.predicate == graph.terms.name("owl:sameAs"))


# ---- Without a language model: who is one, and who must stay two


@pytest.fixture(scope="module")
def words(tmp_path_factory: pytest.TempPathFactory) -> Lexicon:
    rows = (
        "Ann Gray\tPerson\tAnnie Oak\t\t\nAnn B. Gray\tPerson\t\t\t\nPelo\tPerson\tNando\t\t\n"
        "Kite Works Inc\tOrganization\tKW\t\t\nKite Works Europe\tOrganization\tKWE\t\t\n"
        "Vela Inc\tOrganization\tVI\t\t\nVela GmbH\tOrganization\tVG\t\t\n"
    )
    return lexicon.load(own(tmp_path_factory.mktemp("own"), rows))


def entities(words: Lexicon, kind: str, *chains: tuple[str, ...]) -> list[tuple[str, tuple[str, ...]]]:
    """Label and names of the entities that these chains, each in an article of its own, give."""
    stories = [Story(f"a{i}") for i in range(len(chains))]
    for story, names in zip(stories, chains, strict=True):
        story.chain(kind, *names)
    return [(e.label, e.names[1:]) for e in resolve([s.told() for s in stories], words).entities]


def test_other_names_join_across_articles(words: Lexicon) -> None:
    assert entities(words, "Person", ("Ann Gray", "Gray"), ("Annie Oak",)) == [("Ann Gray", ("Annie Oak", "Gray"))]
    assert entities(words, "Person", ("Pelo",), ("Nando",)) == [("Pelo", ("Nando",))]
    assert entities(words, "Organization", ("KW",), ("Kite Works",)) == [("Kite Works Inc", ("KW", "Kite Works"))]


def test_two_known_entities_are_never_one(words: Lexicon) -> None:
    assert [label for label, _ in entities(words, "Person", ("Ann Gray",), ("Ann B. Gray",))] == ["Ann B. Gray", "Ann Gray"]
    assert [label for label, _ in entities(words, "Organization", ("KW",), ("KWE",))] == ["Kite Works Inc", "Kite Works Europe"]
    assert sorted(entities(words, "Organization", ("VI",), ("VG",), ("Vela GmbH",))) == [("Vela GmbH", ("VG",)), ("Vela Inc", ("VI",))]


def test_a_longer_name_or_another_kind_is_not_the_known_one(words: Lexicon) -> None:
    assert entities(words, "Person", ("Nando Reis", "Nando"), ("Pelo",)) == [("Nando Reis", ("Nando",)), ("Pelo", ())]
    assert entities(words, "Place", ("Nando",)) == [("Nando", ())]


def test_the_order_of_articles_changes_nothing(words: Lexicon) -> None:
    stories = [Story("a"), Story("b"), Story("c")]
    for story, name in zip(stories, ("Ann Gray", "Annie Oak", "Ann B. Gray"), strict=True):
        story.person(name)
    assert resolve([s.told() for s in stories], words) == resolve([s.told() for s in reversed(stories)], words)


# ---- Wrong rows


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        ("Acme\tCompany\t\t\t\n", r"known_entities\.tsv line 3: kind is 'Company'; allowed: Country, Organization, Person, Place, System"),
        ("\tPerson\t\t\t\n", r"line 3: name is empty"),
        ("Acme\tOrganization\t\tGermany\t\n", r"line 3: country is 'Germany'; allowed: codes of countries\.tsv"),
        ("Elsa\tPlace\t\t\t\n", r"line 3: country is empty; a place needs"),
        ("Suomi\tCountry\t\tFI\t\n", r"line 3: a country is called as in countries\.tsv"),
        ("Acme\tOrganization\t\t\tQ95\n", r"line 3: ids has 'Q95'; allowed: wikidata:Q95, "),
        ("Acme\tOrganization\t\t\twikidata:95\n", r"line 3: ids has 'wikidata:95'; allowed"),
        ("Acme\tOrganization\t\t\tgeonames:x\n", r"line 3: ids has 'geonames:x'; allowed"),
        ("Acme\tOrganization\t\t\tlei:5493001KJTIIGC8Y1R13\n", r"line 3: ids has 'lei:.*check digits are wrong"),
        ("Acme\tOrganization\t\t\thttps://a b\n", r"line 3: ids has 'https://a b'; allowed"),
        ("Acme\tOrganization\tBolt\t\t\nZeta\tOrganization\tBOLT\t\t\n", r"line 4: 'BOLT' already names 'Acme'"),
        ("Acme\tOrganization\t\t\t\t\t\n", r"line 3: 7 cells for 5 columns"),
    ],
)  # fmt: skip
def test_a_wrong_row_stops_the_load_and_says_where(tmp_path: Path, rows: str, message: str) -> None:
    with pytest.raises(LexiconError, match=message):
        lexicon.load(own(tmp_path, rows))


def test_wrong_columns_are_named(tmp_path: Path) -> None:
    (tmp_path / "lexicon").mkdir()
    (tmp_path / "lexicon" / "known_entities.tsv").write_text("name\tkind\taliases\nAcme\tOrganization\t\n")
    with pytest.raises(LexiconError, match=r"line 2: the columns of known_entities\.tsv are name, kind, names, country, ids"):
        lexicon.load(tmp_path)


def test_a_build_stops_with_the_place_of_the_wrong_row(tmp_path: Path) -> None:
    with pytest.raises(UnusableVocabulary, match=r"known_entities\.tsv line 3"):
        build([tmp_path], Settings(ontology=own(tmp_path / "own", "Acme\tCompany\t\t\t\n")))


# ---- The shipped identifiers


def test_every_state_has_its_identifiers_and_no_two_share_one() -> None:
    shipped = lexicon.load()
    rows = shipped.table("known_ids")
    assert {row["country"] for row in rows if row["kind"] == "Country"} == {c.code for c in shipped.countries}
    for row in rows:
        assert row["wikidata"] or row["geonames"], row.where
        if row["kind"] == "Country":
            country = shipped.country_by_code(row["country"])
            assert country is not None and row["name"] == country.name and row["wikidata"] and row["geonames"], row.where
    for column in ("wikidata", "geonames"):
        ids = [row[column] for row in rows if row[column]]
        assert len(ids) == len(set(ids)), column


def test_places_with_identifiers_are_places_of_the_other_tables() -> None:
    shipped = lexicon.load()
    for row in shipped.table("known_ids"):
        if row["kind"] == "Place":
            place, country = shipped.place(row["name"]), shipped.country_by_capital(row["name"])
            assert row["country"] == (place.country if place else country.code if country else ""), row.where


def test_well_known_identifiers() -> None:
    known = lexicon.load().known
    assert known.ids_of("Country", "Turkey") == ("wikidata:Q43", "geonames:298795")
    assert known.ids_of("Country", "Georgia") == ("wikidata:Q230", "geonames:614540")
    assert known.ids_of("Place", "Texas") == ("wikidata:Q1439",)
    assert known.ids_of("Place", "Birmingham") == known.ids_of("Place", "Georgia") == ()
