"""What is typed and what is answered: messages, exit codes, and that nothing already built is lost."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from kg import exporters
from kg.cli import FORMATS, main
from kg.ontology import data_dir
from tests.reading import mixed
from tests.stories import PLAIN, TANKS


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):  # type: ignore[no-untyped-def]
    """Run the program in an empty folder."""
    monkeypatch.chdir(tmp_path)

    def invoked(*words: str):  # type: ignore[no-untyped-def]
        return CliRunner().invoke(main, list(words), catch_exceptions=False)

    return invoked


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small graph that was written once."""
    where = tmp_path_factory.mktemp("graph")
    (where / "tanks.txt").write_text(TANKS, encoding="utf-8")
    done = CliRunner().invoke(main, ["build", str(where), "--out", str(where / "out")], catch_exceptions=False)
    assert done.exit_code == 0, done.output
    return where / "out" / "graph.ttl"


def test_a_build_tells_what_it_did_and_writes_both_files(graph: Path) -> None:
    assert graph.exists()
    assert (graph.parent / "graph.html").exists()


@pytest.mark.parametrize("verb", sorted(main.commands))
def test_every_verb_has_help_that_teaches(verb: str, run) -> None:  # type: ignore[no-untyped-def]
    done = run(verb, "--help")
    assert done.exit_code == 0
    assert len(done.output.splitlines()) > 5


HEAVY = ("spacy", "numpy", "rdflib", "pyoxigraph", "pyvis", "networkx", "onnxruntime", "trafilatura", "pyspark")


@pytest.mark.parametrize("words", [("--help",), ("build", "--help"), ("--version",)], ids=" ".join)
def test_help_is_quick_because_it_loads_nothing_heavy(words: tuple[str, ...]) -> None:
    code = (
        f"import sys; sys.argv = ['kg', *{words!r}]\n"
        "from kg.cli import main\n"
        "try: main()\n"
        "except SystemExit: pass\n"
        f"loaded = sorted(sys.modules.keys() & set({HEAVY!r}))\n"
        "assert not loaded, loaded"
    )
    subprocess.run([sys.executable, "-c", code], check=True, capture_output=True)


def test_without_spark_the_engine_says_what_to_install(run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:  # type: ignore[no-untyped-def]
    monkeypatch.setitem(sys.modules, "pyspark", None)
    monkeypatch.setitem(sys.modules, "pyspark.sql", None)
    (tmp_path / "tanks.txt").write_text(TANKS, encoding="utf-8")
    done = run("build", "tanks.txt", "--engine", "spark")
    assert done.exit_code == 2
    assert "newskg[spark]" in done.output


def test_spark_and_a_store_do_not_go_together(run) -> None:  # type: ignore[no-untyped-def]
    done = run("build", "stories", "--engine", "spark", "--store", "news.kg")
    assert done.exit_code == 2
    assert "--store" in done.output


def test_the_formats_offered_are_those_there_are() -> None:
    assert tuple(dict.fromkeys(f.name for f in exporters.FORMATS)) == FORMATS


def test_a_missing_input_is_named_and_exits_2(run) -> None:  # type: ignore[no-untyped-def]
    done = run("build", "nowhere.txt")
    assert done.exit_code == 2
    assert "nowhere.txt" in done.output


def test_a_folder_without_articles_exits_2(run, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    (tmp_path / "empty").mkdir()
    done = run("build", "empty")
    assert done.exit_code == 2
    assert "no article could be read" in done.output


def test_out_that_is_a_file_is_refused_before_any_work(run, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    (tmp_path / "a.txt").write_text(TANKS, encoding="utf-8")
    (tmp_path / "taken").write_text("mine", encoding="utf-8")
    done = run("build", "a.txt", "--out", "taken")
    assert done.exit_code == 2
    assert (tmp_path / "taken").read_text(encoding="utf-8") == "mine"


def test_an_unknown_model_is_told_with_the_mend(run, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    (tmp_path / "a.txt").write_text(TANKS, encoding="utf-8")
    done = run("build", "a.txt", "--model", "no_such_model")
    assert done.exit_code == 2
    assert "no_such_model" in done.output


def test_an_ontology_folder_with_an_error_is_told_by_file_and_line(run, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    (tmp_path / "a.txt").write_text(TANKS, encoding="utf-8")
    shutil.copytree(data_dir(), tmp_path / "mine")
    with (tmp_path / "mine" / "lexicon" / "countries.tsv").open("a", encoding="utf-8") as file:
        file.write("a\trow\twith\ttoo\tmany\tcells\tin\tit\n")
    done = run("build", "a.txt", "--ontology", "mine")
    assert (done.exit_code, "countries.tsv line" in done.output) == (2, True)
    (tmp_path / "mine" / "kg.ttl").write_text("this is no Turtle")
    done = run("build", "a.txt", "--ontology", "mine")
    assert (done.exit_code, "kg.ttl" in done.output) == (2, True)


def test_an_ontology_folder_of_ones_own_brings_its_own_words(run, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    (tmp_path / "a.txt").write_text("A headline here\n\nNorway snaffled 12 patrol boats from Airbus in 2019, it said.\n", encoding="utf-8")
    shutil.copytree(data_dir(), tmp_path / "mine")
    with (tmp_path / "mine" / "frames" / "contract.yml").open("a", encoding="utf-8") as file:
        file.write("- lemma: snaffle\n  status: signed\n  roles: {subject: buyer, object: system, from: seller}\n")
        file.write("  example: Norway snaffled 12 helicopters from Airbus.\n")
    assert "1 deals" not in run("build", "a.txt", "--out", "without").output
    assert "1 deals" in run("build", "a.txt", "--ontology", "mine", "--out", "with").output


def test_bad_articles_cost_only_themselves(run, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "good.txt").write_text(TANKS, encoding="utf-8")
    (tmp_path / "in" / "empty.txt").write_text("", encoding="utf-8")
    (tmp_path / "in" / "binary.txt").write_bytes(bytes(range(256)) * 40)
    (tmp_path / "in" / "numbers.txt").write_text("1 2 3 4\n" * 40, encoding="utf-8")
    (tmp_path / "in" / "<script>alert(1)<.txt").write_text(PLAIN, encoding="utf-8")
    (tmp_path / "in" / "image.png").write_bytes(b"\x89PNG")
    done = run("build", "in", "--out", "out")
    assert done.exit_code == 0, done.output
    for name in ("empty.txt", "binary.txt", "numbers.txt"):
        assert name in done.output
    assert "2 built, 3 failed" in done.output
    assert "alert(1)<</" not in (tmp_path / "out" / "graph.html").read_text(encoding="utf-8")


def test_many_failures_of_one_reason_are_told_by_some_and_counted(run, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    for n in range(25):
        (tmp_path / f"{n:02d}.txt").write_text("", encoding="utf-8")
    (tmp_path / "a.txt").write_text(PLAIN, encoding="utf-8")
    done = run("build", ".", "--out", "out")
    assert done.output.count("the file is empty. Leave it out") == 20
    assert "left out 5 more for such reasons" in done.output and "the file is empty (25 times)" in done.output


def test_a_mixed_folder_is_built_and_told_form_by_form(run, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    mixed.make(tmp_path / "in")
    done = run("build", "in", "--out", "out")
    assert done.exit_code == 0, done.output
    for line in (
        "  html in warc          3        0       0",
        "  html                  3        1       1  not in English (de); there is no story on the page",
        "  tar                   0        0       1  its name leads out of the archive",
        "skipped   1 hidden, 1 of a kind that is not read (.jpg), 1 part of a saved page",
    ):
        assert line in done.output
    assert (tmp_path / "out" / "graph.ttl").read_text(encoding="utf-8").count("kg:copyOf") >= 1
    told = run("explain", "out/graph.ttl", "Norway").output
    assert "told in: dump-1, frigates (a copy of dump-1)" in told
    assert (
        "northern.example, 2023-05-09, dump-1, by Ada Holm [" in told and "Northern Wire, 2023-05-09, frigates, a copy of dump-1 [" in told
    )
    assert told.count("“Norway has ordered five frigates") == 2, "for the deal and the post, and not again for the copy"
    assert "also told in: Northern Wire, 2023-05-09, frigates" in run("explain", "out/graph.ttl", "article-dump-1").output
    assert "also told in: northern.example, 2023-05-09, dump-1" in run("explain", "out/graph.ttl", "article-frigates").output


def test_fields_of_records_are_mapped_by_option_and_by_file(run, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    headline, day, *paragraphs = mixed.STORIES["frigates"]
    (tmp_path / "dump.jsonl").write_text(json.dumps({"kop": headline, "tekst": " ".join(paragraphs), "dag": day}), encoding="utf-8")
    (tmp_path / "map.yml").write_text("text: tekst\ndate: dag\n", encoding="utf-8")
    done = run("build", "dump.jsonl", "--fields", "map.yml", "--fields", "headline=kop", "--out", "out")
    assert done.exit_code == 0, done.output
    written = (tmp_path / "out" / "graph.ttl").read_text(encoding="utf-8")
    assert headline in written and f'"{day}"' in written
    done = run("build", "dump.jsonl", "--fields", "body=tekst", "--out", "out")
    assert done.exit_code == 2 and "one of author, date, headline" in done.output


def test_standard_input_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    done = CliRunner().invoke(main, ["build", "-", "--out", "out"], input=TANKS.encode(), catch_exceptions=False)
    assert done.exit_code == 0, done.output
    assert "K2" in (tmp_path / "out" / "graph.ttl").read_text(encoding="utf-8")


def test_a_folder_of_other_languages_says_why_nothing_was_built(run, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text(f"Eine Meldung\n\n{mixed.GERMAN}\n", encoding="utf-8")
    done = run("build", "in", "--out", "out")
    assert done.exit_code == 2 and "1 not in English (de)" in done.output


def test_a_story_too_long_for_the_model_is_left_out_with_the_mend(run, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "good.txt").write_text(TANKS, encoding="utf-8")
    (tmp_path / "in" / "long.txt").write_text("Poland bought 32 jets from France on Monday. " * 25_000, encoding="utf-8")
    done = run("build", "in", "--out", "out")
    assert done.exit_code == 0
    assert "long" in done.output and "Split it" in done.output


def test_a_file_name_cannot_steer_the_terminal(run, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    (tmp_path / "evil\x1b[31m\nname.txt").write_text(PLAIN.split("\n", 1)[1], encoding="utf-8")
    done = run("build", ".", "--out", "out")
    assert done.exit_code == 0
    assert "\x1b[31m" not in done.output


def test_a_failed_build_leaves_the_earlier_graph(run, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    (tmp_path / "a.txt").write_text(TANKS, encoding="utf-8")
    assert run("build", "a.txt", "--out", "out").exit_code == 0
    before = (tmp_path / "out" / "graph.ttl").read_bytes()
    (tmp_path / "b.txt").write_text("", encoding="utf-8")
    assert run("build", "b.txt", "--out", "out").exit_code == 2
    assert (tmp_path / "out" / "graph.ttl").read_bytes() == before


def test_query_prints_a_table_and_the_standard_formats(graph: Path, run) -> None:  # type: ignore[no-untyped-def]
    sparql = "SELECT ?buyer ?system { ?d kg:buyer/skos:prefLabel ?buyer ; kg:system/skos:prefLabel ?system }"
    table = run("query", str(graph), sparql)
    assert "Poland" in table.output and "K2" in table.output and "1 row" in table.output
    assert run("query", str(graph), sparql, "--format", "csv").output.splitlines()[0] == "buyer,system"
    assert "skos:prefLabel" in run("query", str(graph), "DESCRIBE id:country-poland").output
    assert run("query", str(graph), "ASK { ?d a kg:Purchase }").output == "yes\n"


def test_a_query_that_is_none_is_told_so(graph: Path, run) -> None:  # type: ignore[no-untyped-def]
    done = run("query", str(graph), "SELECT WHERE")
    assert done.exit_code == 2
    assert "SPARQL" in done.output


def test_explain_shows_facts_with_sentence_rule_and_source(graph: Path, run) -> None:  # type: ignore[no-untyped-def]
    done = run("explain", str(graph), "Poland")
    assert done.exit_code == 0
    assert "$3.4 billion contract" in done.output
    assert "rule deal." in done.output
    assert "tanks" in done.output


def test_explain_of_an_unknown_name_offers_the_nearest(graph: Path, run) -> None:  # type: ignore[no-untyped-def]
    done = run("explain", str(graph), "Polland")
    assert done.exit_code == 2
    assert "Poland" in done.output


def test_a_page_of_a_part_is_written_beside_the_whole(graph: Path, run) -> None:  # type: ignore[no-untyped-def]
    done = run("page", str(graph), "--around", "k2", "--top", "3", "--out", "k2.html")
    assert done.exit_code == 0 and done.output == "k2.html\n"
    assert Path("k2.html").stat().st_size < (graph.parent / "graph.html").stat().st_size
    unknown = run("page", str(graph), "--around", "Polnd")
    assert unknown.exit_code == 2 and "no entity is called 'Polnd'; nearest: Poland" in unknown.output
    assert run("page", str(graph), "--since", "2022-13").exit_code == 2
    assert not Path("graph.html").exists()


def test_validate_passes_a_built_graph_and_fails_a_broken_one(graph: Path, run, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    assert run("validate", str(graph)).exit_code == 0
    broken = tmp_path / "broken.ttl"
    lines = graph.read_text(encoding="utf-8").replace("kg:holder ", "kg:holdsRole ")
    broken.write_text(lines, encoding="utf-8")
    assert run("validate", str(broken)).exit_code == 1


def test_a_store_is_asked_and_explained_like_a_file_and_lets_go_of_a_story(run, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    (tmp_path / "tanks.txt").write_text(TANKS, encoding="utf-8")
    (tmp_path / "plain.txt").write_text(PLAIN, encoding="utf-8")
    done = run("build", "tanks.txt", "plain.txt", "--store", "st", "--out", "out")
    assert (done.exit_code, "2 read, 0 known before" in done.output) == (0, True), done.output
    for verb, *words in (("query", "SELECT ?x { ?x a kg:Purchase }"), ("explain", "Poland"), ("validate",)):
        from_store, from_file = run(verb, "st", *words), run(verb, "out/graph.ttl", *words)
        assert from_store.exit_code == from_file.exit_code == 0
        assert from_store.output == from_file.output.replace("out/graph.ttl", "st")
    done = run("retract", "st", "nothing")
    assert (done.exit_code, "no article nothing; there is plain, tanks" in done.output) == (2, True)
    done = run("retract", "st", "tanks", "--out", "less")
    assert (done.exit_code, "1 known before, tanks taken out" in done.output) == (0, True)
    assert "0 rows" in run("query", "st", "SELECT ?x { ?x a kg:Purchase }").output
    assert "Poland" not in (tmp_path / "less" / "graph.ttl").read_text(encoding="utf-8")


def test_a_store_that_is_none_is_refused_and_not_touched(run, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "a.txt").write_text(TANKS, encoding="utf-8")
    done = run("build", "mine", "--store", "mine")
    assert (done.exit_code, "is no store" in done.output) == (2, True)
    assert [p.name for p in (tmp_path / "mine").iterdir()] == ["a.txt"]
    done = run("build")
    assert (done.exit_code, "Missing argument" in done.output) == (2, True)


def test_a_query_that_takes_too_long_is_ended_and_one_that_does_not_answers(graph: Path, run) -> None:  # type: ignore[no-untyped-def]
    endless = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
    done = run("query", str(graph), endless, "--seconds", "0.5")
    assert (done.exit_code, "no answer within 0.5 seconds" in done.output) == (2, True)
    assert run("query", str(graph), "ASK { ?x a kg:Purchase }", "--seconds", "60").output == "yes\n"
    done = run("query", str(graph), "this is no query", "--seconds", "60")
    assert (done.exit_code, "not a SPARQL query" in done.output) == (2, True)


def test_a_kept_query_is_told_what_its_variables_must_be(graph: Path, run) -> None:  # type: ignore[no-untyped-def]
    assert "1 row\n" in run("query", str(graph), "purchases", "--set", "buyer=Poland").output
    assert "0 rows\n" in run("query", str(graph), "purchases", "--set", "buyer=Peru").output
    done = run("query", str(graph), "purchases", "--set", "customer=Poland")
    assert (done.exit_code, "no variable customer; it has amount, buyer" in done.output) == (2, True)
    assert run("query", str(graph), "purchases", "--set", "buyer").exit_code == 2


def test_how_sure_a_fact_must_be_is_an_option(tmp_path: Path) -> None:
    where = tmp_path / "in.txt"
    where.write_bytes(TANKS.encode())
    for sure, told in (("0", True), ("1", False)):
        done = CliRunner().invoke(main, ["build", str(where), "--out", str(tmp_path / sure), "--least-sure", sure], catch_exceptions=False)
        assert done.exit_code == 0
        assert ("kg:Purchase" in (tmp_path / sure / "graph.ttl").read_text(encoding="utf-8")) is told
    refused = CliRunner().invoke(main, ["build", str(where), "--least-sure", "40"])
    assert refused.exit_code == 2 and "0<=x<=1" in refused.output
