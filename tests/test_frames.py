"""Does a type of fact that a user adds, with a frame and its terms only, come out as whole as the shipped ones?"""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from kg import lexicon, ontology
from kg.cli import main
from kg.graph import view
from kg.lexicon import LexiconError
from kg.ontology import data_dir
from kg.pipeline import Merged, Settings, finished, merge
from kg.values import Quantity

TUTORIAL = (data_dir() / "frames" / "README.md").read_text(encoding="utf-8")
FILE = re.compile(r"^`(mine/[^`]+)`:\n\n```\w+\n(.*?)^```$", re.M | re.S)
PREFIXES = """
@prefix ex: <urn:x:> .
@prefix kg: <https://w3id.org/newskg/ontology#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix schema: <https://schema.org/> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""
FIRING_TERMS = (
    PREFIXES
    + """
ex:TestFiring a owl:Class ; rdfs:subClassOf kg:Fact ; rdfs:label "test firing"@en ; rdfs:comment "A weapon is fired to try it."@en .
ex:firer a owl:ObjectProperty ; rdfs:label "firer"@en ; rdfs:domain ex:TestFiring ; schema:rangeIncludes kg:Country, kg:Organization .
ex:at a owl:ObjectProperty ; rdfs:label "at"@en ; rdfs:domain ex:TestFiring ; rdfs:range kg:Place .
ex:on a owl:DatatypeProperty ; rdfs:label "on"@en ; rdfs:domain ex:TestFiring ; schema:rangeIncludes xsd:date, xsd:gYear, xsd:gYearMonth .
kg:system schema:domainIncludes ex:TestFiring .
kg:quantity schema:domainIncludes ex:TestFiring .
"""
)
FIRING_FRAME = """
fact: TestFiring
needs: [firer, system]
verbs:
- lemma: test-fire
  roles: {subject: firer, object: system, from: at, at: at}
  example: India test-fired an Agni-V missile on Monday.
  counter: The chef test-fired the new oven.
- lemma: test
  roles: {subject: firer, object: system, from: at, at: at}
  example: India tested an Agni-V missile on Monday.
  counter: India tested the patience of its neighbours.
nouns:
- lemma: test
  roles: {possessive: firer, by: firer, of: system}
  example: India's test of an Agni-V missile on Monday drew protests.
  counter: The test of his patience went on.
"""


@pytest.fixture(scope="module")
def mine(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that the tutorial makes, written from its own words."""
    root = tmp_path_factory.mktemp("tutorial")
    files = FILE.findall(TUTORIAL)
    assert [name for name, _ in files] == ["mine/sanctions.ttl", "mine/frames/sanction.yml", "mine/story.txt"]
    for name, text in files:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return root / "mine"


@pytest.fixture(scope="module")
def read(mine: Path) -> Merged:
    return merge([mine / "story.txt"], Settings(ontology=mine))


def told(read: Merged, kind: str) -> set[tuple[str, ...]]:
    """The facts of one kind: labels of their entities, status and date."""
    labels = {e.id: e.label for e in read.resolution.entities}
    facts = [f for f in read.resolution.facts if f.kind == kind]
    return {tuple(labels.get(getattr(a.value, "id", ""), getattr(a.value, "iso", str(a.value))) for a in f.arguments) for f in facts}


def test_the_tutorial_gives_what_it_says(read: Merged) -> None:
    assert told(read, "Sanction") == {
        ("the supply of drones to Russia", "2024-03-11", "European Union", "imposed", "Shahed Aviation Industries"),
        ("2024-03", "United Kingdom", "threatened", "Shahed Aviation Industries"),
        ("Canada", "threatened", "Belarus"),
        ("2020-02", "European Union", "lifted", "Zimbabwe"),
    }


def test_a_fact_of_an_added_type_has_its_evidence(read: Merged) -> None:
    text = read.extractions[0].article.text
    for fact in (f for f in read.resolution.facts if f.kind == "Sanction"):
        for claim in fact.claims:
            e = claim.evidence
            assert text[e.start : e.end] == e.text and e.rule.startswith("sanction.") and 0 < e.confidence <= 1


def test_the_commands_of_the_tutorial_run(mine: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(mine.parent)
    run = CliRunner().invoke
    assert run(main, ["frames", "--ontology", "mine"]).exit_code == 0
    done = run(main, ["build", "mine/story.txt", "--ontology", "mine", "--out", "out"])
    assert (done.exit_code, "4 others" in done.output) == (0, True)
    sparql = re.search(r'kg query out/graph.ttl --ontology mine "(.*?)"\n', TUTORIAL, re.S)
    assert sparql is not None
    rows = run(main, ["query", "out/graph.ttl", "--ontology", "mine", "--format", "csv", sparql[1]]).output.split("\n")
    assert any(row.startswith("Canada,Belarus,https://example.org/sanctions#threatened") for row in rows)
    shown = run(main, ["explain", "out/graph.ttl", "Zimbabwe", "--ontology", "mine"]).output
    assert "imposer: European Union" in shown and "lifted its sanctions on Zimbabwe" in shown
    assert run(main, ["validate", "out/graph.ttl", "--ontology", "mine"]).exit_code == 0


def test_a_fact_of_an_added_type_is_a_line_in_the_picture(read: Merged, mine: Path) -> None:
    shown = view(finished(lambda: read, Settings(ontology=mine)).graph)
    drawn = {(r.subject, r.label, r.target, r.status) for r in shown.relations}
    assert ("organization-european-union", "sanction", "country-zimbabwe", "lifted") in drawn
    assert len([f for f in shown.facts if f.kind == "Sanction"]) == 4


def test_an_added_type_changes_no_other_fact(mine: Path, tmp_path: Path) -> None:
    story = tmp_path / "a.txt"
    story.write_text(
        "A headline here\n\nNorway bought 12 NH90 helicopters from Airbus in 2019, Prime Minister Erna Solberg said.\n", encoding="utf-8"
    )
    plain, more = merge([story], Settings()), merge([story], Settings(ontology=mine))
    assert plain.resolution == more.resolution
    assert len(plain.resolution.facts) == 2


def test_two_stories_of_one_sanction_are_one_fact_and_two_years_are_two(mine: Path, tmp_path: Path) -> None:
    for name, text in (
        ("a", "Japan imposed sanctions on Rostec in March 2022, the ministry said on Tuesday."),
        ("b", "Tokyo sanctioned Rostec on March 9, 2022, over the war."),
        ("c", "Japan sanctioned Rostec in 2019. Australia sanctioned Rostec in 2022."),
    ):
        (tmp_path / f"{name}.txt").write_text(f"date 2023-01-10\nA headline {name}\n\n{text}\n", encoding="utf-8")
    facts = [f for f in merge([tmp_path], Settings(ontology=mine)).resolution.facts if f.kind == "Sanction"]
    assert sorted(len(f.claims) for f in facts) == [1, 1, 2]


@pytest.fixture
def firing(tmp_path: Path) -> Path:
    (tmp_path / "own" / "frames").mkdir(parents=True)
    (tmp_path / "own" / "terms.ttl").write_text(FIRING_TERMS, encoding="utf-8")
    (tmp_path / "own" / "frames" / "firing.yml").write_text(FIRING_FRAME, encoding="utf-8")
    return tmp_path / "own"


def test_a_type_with_a_system_a_count_a_place_and_no_status(firing: Path, tmp_path: Path) -> None:
    story = tmp_path / "a.txt"
    story.write_text(
        "date 2024-03-14\nA headline here\n\nPakistan test-fired two Shaheen-III missiles from Sonmiani on Monday. India plans to test an "
        "Agni-V missile next week. Iran has not tested a Khorramshahr missile.\n",
        encoding="utf-8",
    )
    made = merge([story], Settings(ontology=firing))
    assert [(f.id, len(f.arguments)) for f in made.resolution.facts] == [("test-firing-sonmiani-pakistan-shaheen-iii-2024", 5)]
    [fact] = made.resolution.facts
    assert [(q.number, q.unit) for q in fact.values("quantity") if isinstance(q, Quantity)] == [(2, "missile")]


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("fact: TestFiring", "fact: Firing", r"firing\.yml: fact is 'Firing': the ontology has no class 'Firing'"),
        ("fact: TestFiring", "fact: Country", r"firing\.yml: fact is 'Country', which is no class below kg:Fact"),
        ("needs: [firer, system]", "needs: [buyer]", r"firing\.yml: needs is 'buyer'; allowed: at, firer, on, quantity, system"),
        ("needs: [firer, system]\n", "", r"firing\.yml: needs must list"),
        ("needs:", "status: {done: fired}\nneeds:", r"firing\.yml: status.done is 'fired'; allowed:"),
        ("subject: firer", "subject: buyer", r"firing\.yml line 5: roles\.subject is 'buyer'; allowed: at, firer"),
        ("  example: India test-fired an Agni-V missile on Monday.\n", "", r"firing\.yml line 5: example must be text"),
        ("from: at", "on: at", r'firing\.yml line 5: roles must be a mapping of words to words \(quote "on"\)'),
        ("verbs:\n- lemma: test-fire", "verbs:\n- word: test-fire", r"firing\.yml line 5: unknown key word"),
        ("verbs:", "verbz:", r"firing\.yml: unknown key verbz; allowed: fact, needs, status"),
    ],
)
def test_a_wrong_frame_stops_the_load_and_says_where(firing: Path, old: str, new: str, message: str) -> None:
    path = firing / "frames" / "firing.yml"
    assert old in FIRING_FRAME
    path.write_text(FIRING_FRAME.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(LexiconError, match=message):
        lexicon.load(firing)


def test_a_term_that_takes_the_name_of_another_is_refused(firing: Path) -> None:
    (firing / "terms.ttl").write_text(FIRING_TERMS + "ex:buyer a owl:ObjectProperty .\n", encoding="utf-8")
    with pytest.raises(ValueError, match="there is another term buyer"):
        ontology.load(firing)


def test_a_row_of_ones_own_takes_the_place_of_the_shipped_one(tmp_path: Path) -> None:
    (tmp_path / "lexicon").mkdir()
    (tmp_path / "lexicon" / "systems.tsv").write_text(
        "name\tnames\tclass\tmaker\tcountry\nLeopard 2\tLeo Two\ttank\tKNDS\tDE\nMyDrone\t\tdrone\tMyFirm\tNO\n", encoding="utf-8"
    )
    mine, shipped = lexicon.load(tmp_path), lexicon.load()
    assert mine.system("MyDrone") and not shipped.system("MyDrone")
    assert mine.system("Leo Two") and len(mine.systems) == len(shipped.systems) + (2 if shipped.system("Leopard 2") is None else 1)
    (tmp_path / "lexicon" / "systems.tsv").write_text("name\tother\nLeopard 2\tx\n", encoding="utf-8")
    with pytest.raises(LexiconError, match=r"the columns of systems\.tsv are name, names"):
        lexicon.load(tmp_path)
