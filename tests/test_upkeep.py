"""A graph that lives: whatever came and went in whatever order, it is the one that the articles left would give at once."""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg import pipeline, upkeep
from kg.archive import Archive, ArchiveError
from kg.cli import main
from kg.graph import load
from kg.graph.index import Index
from kg.pipeline import Settings
from tests import by_hand as hand
from tests.by_hand import ONTOLOGY, at_once, story
from tests.stories import AGAIN, PLAIN, TANKS

KILLS = int(os.environ.get("KG_KILLS", "15"))  # the full form is 100


@pytest.fixture
def by_hand(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Files hold the number of a story made by hand; gives the texts that were read, in order."""
    return hand.install(monkeypatch.setattr)


def turtle(built: pipeline.Build, out: Path) -> bytes:
    [path] = pipeline.write(built, out, ["turtle"])
    return path.read_bytes()


MOVES = st.lists(
    st.tuples(st.sampled_from(["add", "add", "retract", "fields", "times"]), st.integers(0, 3), st.integers(0, 7)), min_size=1, max_size=6
)


@given(MOVES)
@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_coming_and_going_in_any_order_gives_what_the_rest_gives_at_once(
    tmp_path_factory: pytest.TempPathFactory, by_hand: list[str], moves: list[tuple[str, int, int]]
) -> None:
    where = tmp_path_factory.mktemp("moves")
    files: dict[Path, int] = {}  # which story each file gives now; a file may change, and several may give the same
    updated, options = None, Settings()  # those that the files were read with
    for move, file, number in moves:
        path = where / f"{file}.txt"
        if move == "retract":
            if not updated or path not in files:
                continue
            text = story(files[path] + hand.shift(options)).article.text
            [id] = [a.id for a in updated.build.reading.articles if a.text == text]
            updated = upkeep.retract(where / "st", [id], Settings())
            files = {p: n for p, n in files.items() if story(n + hand.shift(options)).article.text != text}
            continue
        path.write_text(str(number))
        given = Settings(fields={"text": str(file % 2)} if move == "fields" else {}, file_times=file % 2 == 0 if move == "times" else None)
        now = replace(
            options, fields=given.fields or options.fields, file_times=bool(options.file_times if move != "times" else given.file_times)
        )
        if now != replace(options, file_times=bool(options.file_times)) and set(files) - {path}:
            with pytest.raises(ArchiveError, match="give all its files in one build"):
                upkeep.update(where / "st", [path], given)
            updated = upkeep.update(where / "st", [path, *files], given)  # files of other numbers than the store has are read as they are
        else:
            updated = upkeep.update(where / "st", [path], given)
        files[path], options = number, now
    if updated:
        numbers = [n + hand.shift(options) for n in files.values()]
        assert turtle(updated.build, where / "out") == at_once(numbers, where / "out")
        kept = load(where / "st", ONTOLOGY)
        assert (kept.asserted, kept.inferences) == (updated.build.graph.asserted, updated.build.graph.inferences)


def put(folder: Path, **stories: str) -> list[Path]:
    """Files by name."""
    folder.mkdir(exist_ok=True)
    paths = [folder / f"{name}.txt" for name in stories]
    for path, text in zip(paths, stories.values(), strict=True):
        path.write_text(text)
    return paths


def test_only_new_and_changed_articles_are_read(tmp_path: Path, by_hand: list[str]) -> None:
    first = put(tmp_path / "in", a="1", b="2")
    upkeep.update(tmp_path / "st", first, Settings())
    assert len(by_hand) == 2
    put(tmp_path / "in", b="3")
    more = put(tmp_path / "in", c="4")
    updated = upkeep.update(tmp_path / "st", [*first, *more], Settings())
    assert by_hand[2:] == [e.article.text for e in (story(3), story(4))]
    assert (updated.read, updated.kept) == (2, 1)
    assert turtle(updated.build, tmp_path) == at_once((1, 3, 4), tmp_path)


def test_another_reader_reads_all_of_them_again(tmp_path: Path, by_hand: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    files = put(tmp_path / "in", a="1", b="2")
    upkeep.update(tmp_path / "st", files, Settings())
    monkeypatch.setattr(upkeep, "fingerprint", lambda parts: "another")
    updated = upkeep.update(tmp_path / "st", [], Settings())
    assert (updated.read, updated.kept, len(by_hand)) == (2, 0, 4)


def test_an_article_that_fails_costs_only_itself_and_is_tried_again(tmp_path: Path, by_hand: list[str]) -> None:
    files = put(tmp_path / "in", a="1", b="bad")
    for times in (1, 2):
        updated = upkeep.update(tmp_path / "st", files, Settings())
        assert [f.name for f in updated.build.failures] == ["b"]
        assert by_hand.count("bad") == times
        assert turtle(updated.build, tmp_path) == at_once((1,), tmp_path)


def test_retracting_takes_what_only_that_article_supports(tmp_path: Path, by_hand: list[str]) -> None:
    upkeep.update(tmp_path / "st", put(tmp_path / "in", a="1", b="4"), Settings())
    before = _members(upkeep.update(tmp_path / "st", [], Settings()), "kg:Purchase")
    updated = upkeep.retract(tmp_path / "st", ["s4"], Settings())
    after = _members(updated, "kg:Purchase")
    assert updated.retracted == ("s4",)
    assert after < before
    assert not any("s4" in str(t) for t in load(tmp_path / "st", ONTOLOGY).triples())


def _members(updated: upkeep.Updated, cls: str) -> set[str]:
    """Ids of what is of a class in the graph."""
    graph = updated.build.graph
    return {graph.terms.id(node.value) for node in Index(graph, graph.triples()).members(cls)}


def test_an_article_that_is_not_there_is_told_with_those_that_are_and_nothing_changes(tmp_path: Path, by_hand: list[str]) -> None:
    upkeep.update(tmp_path / "st", put(tmp_path / "in", a="1", b="4"), Settings())
    with pytest.raises(ArchiveError, match="no article nonsense; there is s1, s4"):
        upkeep.retract(tmp_path / "st", ["s1", "nonsense"], Settings())
    assert _members(upkeep.update(tmp_path / "st", [], Settings()), "kg:Article") == {"article-s1", "article-s4"}
    with pytest.raises(ArchiveError, match="there is no store"):
        upkeep.retract(tmp_path / "nowhere", ["s1"], Settings())
    assert not (tmp_path / "nowhere").exists()


def test_a_text_that_two_files_gave_goes_with_its_id_and_a_repeat_goes_alone(tmp_path: Path, by_hand: list[str]) -> None:
    files = put(tmp_path / "in", a="1", b="4")
    (tmp_path / "again").mkdir()
    (tmp_path / "again" / "a.txt").write_text("1")
    upkeep.update(tmp_path / "st", [*files, tmp_path / "again" / "a.txt"], Settings())
    updated = upkeep.retract(tmp_path / "st", ["s1"], Settings())
    assert turtle(updated.build, tmp_path) == at_once((4,), tmp_path)


def test_the_store_remembers_base_and_judgements_until_others_are_given(tmp_path: Path, by_hand: list[str]) -> None:
    told = tmp_path / "told.tsv"
    head = "verdict\tkind\tleft\tleft_in\tright\tright_in\tby\tnote\n"
    told.write_text(head + "different\tPerson\tManohar Parrikar\t\tM. Parrikar\t\tAnn\t\n")
    files = put(tmp_path / "in", a="1", b="3")
    people = lambda updated: len(_members(updated, "kg:Person"))  # noqa: E731
    assert people(upkeep.update(tmp_path / "st", files, Settings())) == 1
    assert people(upkeep.update(tmp_path / "st", [], Settings(judgements=told, base="https://example.org/"))) == 2
    told.unlink()
    assert people(upkeep.update(tmp_path / "st", [], Settings())) == 2
    assert Archive(tmp_path / "st").remembered == {"base": "https://example.org/"}
    told.write_text(head)
    assert people(upkeep.update(tmp_path / "st", [], Settings(judgements=told))) == 1


def test_the_store_remembers_how_files_were_read_and_refuses_to_mix(tmp_path: Path, by_hand: list[str]) -> None:
    a, b, c = put(tmp_path / "in", a="1", b="2", c="3")
    other = Settings(fields={"text": "1"}, file_times=True)
    upkeep.update(tmp_path / "st", [a, b], other)
    updated = upkeep.update(tmp_path / "st", [c], Settings())
    assert turtle(updated.build, tmp_path) == at_once((16, 17, 18), tmp_path)
    told = (
        f'with --fields {{"text": "1"}} and --file-times yes, now it is --fields {{"text": "1"}} and --file-times not set.*from {a}, {b}$'
    )
    with pytest.raises(ArchiveError, match=told):
        upkeep.update(tmp_path / "st", [c], Settings(file_times=False))
    b.unlink()
    with pytest.raises(ArchiveError, match=f"from {b}$"):
        upkeep.update(tmp_path / "st", [a, c], Settings(file_times=False))
    [id] = [a.id for a in updated.build.reading.articles if a.text == story(17).article.text]
    upkeep.retract(tmp_path / "st", [id], Settings())
    updated = upkeep.update(tmp_path / "st", [a, c], Settings(file_times=False))
    assert turtle(updated.build, tmp_path) == at_once((11, 13), tmp_path)
    assert turtle(upkeep.update(tmp_path / "st", [], Settings()).build, tmp_path) == at_once((11, 13), tmp_path)


def test_a_change_of_how_files_are_read_that_was_cut_off_is_not_forgotten(
    tmp_path: Path, by_hand: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    files = put(tmp_path / "in", a="1", b="2")
    upkeep.update(tmp_path / "st", files, Settings())
    with monkeypatch.context() as patch:
        added = iter([Archive.add])  # the first article is added, the second is not
        patch.setattr(Archive, "add", lambda *row: next(added)(*row))
        with pytest.raises((StopIteration, RuntimeError)):
            upkeep.update(tmp_path / "st", files, Settings(fields={"text": "1"}))
    with pytest.raises(ArchiveError, match="give all its files"):
        upkeep.update(tmp_path / "st", files[:1], Settings())
    upkeep.retract(tmp_path / "st", ["s1"], Settings())
    with pytest.raises(ArchiveError, match="give all its files"):
        upkeep.update(tmp_path / "st", files[:1], Settings())
    for some in (files, files[:1], []):
        assert turtle(upkeep.update(tmp_path / "st", some, Settings()).build, tmp_path) == at_once((11, 12), tmp_path)


@pytest.mark.slow
def test_kill_9_at_any_moment_loses_no_article_and_leaves_a_store_that_opens(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "tests.by_hand", str(tmp_path), str(KILLS), "1"]
    done = subprocess.run(command, capture_output=True, text=True, env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)})
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) > KILLS / 3  # else the processes were mostly done before they were killed


def test_a_disk_that_fills_up_is_told_and_the_store_stays_as_it_was(tmp_path: Path, by_hand: list[str]) -> None:
    """The system refuses to let any file grow past a size: the graph's files are the first to reach it."""
    upkeep.update(tmp_path / "st", put(tmp_path / "in", a="1"), Settings())
    before = load(tmp_path / "st", ONTOLOGY).asserted
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (6000, hard))
    try:
        with pytest.raises(ArchiveError, match=r"cannot be used: .*what it held before is as it was"):
            upkeep.update(tmp_path / "st", put(tmp_path / "in", b="2"), Settings())
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert load(tmp_path / "st", ONTOLOGY).asserted == before
    updated = upkeep.update(tmp_path / "st", [], Settings())
    assert turtle(updated.build, tmp_path) == at_once((1, 2), tmp_path)
    assert len(by_hand) == 2  # what was read before the disk was full is not read again


@pytest.mark.slow
def test_real_stories_come_and_go_and_a_changed_word_list_reads_them_again(tmp_path: Path) -> None:
    for name, text in {"tanks": TANKS, "again": AGAIN, "plain": PLAIN}.items():
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    tanks, again, plain = (tmp_path / f"{name}.txt" for name in ("tanks", "again", "plain"))
    upkeep.update(tmp_path / "st", [plain, again], Settings())
    assert upkeep.retract(tmp_path / "st", ["again"], Settings()).retracted == ("again",)
    updated = upkeep.update(tmp_path / "st", [tanks, plain], Settings())
    assert (updated.read, updated.kept) == (1, 1)
    batch = pipeline.build([tanks, plain], Settings())
    assert pages(updated.build, tmp_path / "a") == pages(batch, tmp_path / "b")
    (tmp_path / "mine" / "frames").mkdir(parents=True)
    frame = "fact: Contract\nverbs: []\n"
    (tmp_path / "mine" / "frames" / "contract.yml").write_text(frame, encoding="utf-8")
    mine = Settings(ontology=tmp_path / "mine")
    updated = upkeep.update(tmp_path / "st", [], mine)
    assert (updated.read, updated.kept) == (2, 0)
    assert pages(updated.build, tmp_path / "a") == pages(pipeline.build([tanks, plain], mine), tmp_path / "b")
    assert upkeep.update(tmp_path / "st", [], Settings()).kept == 2  # it remembers the folder


def pages(built: pipeline.Build, out: Path) -> list[bytes]:
    return [path.read_bytes() for path in pipeline.write(built, out, ["turtle", "html"])]


def test_records_and_copies_live_in_a_store_as_they_do_at_once(tmp_path: Path) -> None:
    """Two files of records, one with a story that the other's publisher told first; then the first is withdrawn."""
    ordered = (
        "Poland ordered 48 light jets from South Korea for $1.2 billion on Friday. Defence Minister Jan Kowal signed in Warsaw. "
        "The first of the jets are due in 2027, and pilots will train in Korea from next spring, the ministry said in a statement."
    )
    arrived = (
        "Four corvettes arrived in Peru on Monday. Peruvian Defence Minister Luis Rojas was at the quay with the crews and their families."
    )
    told = {
        "first": [("jets", "Coast News", "2026-03-13", ordered)],
        "second": [("jets-again", "Baltic Daily", "2026-03-14", ordered), ("ships", "Baltic Daily", "2026-03-14", arrived)],
    }
    files = {}
    for name, records in told.items():
        files[name] = tmp_path / f"{name}.jsonl"
        lines = [{"id": id, "title": f"Of {id}", "publisher": by, "date": day, "text": text} for id, by, day, text in records]
        files[name].write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")

    def run(*words: object) -> bytes:
        done = CliRunner().invoke(main, [*map(str, words), "--out", str(tmp_path / "out"), "--format", "turtle"], catch_exceptions=False)
        assert done.exit_code == 0, done.output
        return (tmp_path / "out" / "graph.ttl").read_bytes()

    store = tmp_path / "store"
    run("build", files["second"], "--store", store)
    both = run("build", files["first"], "--store", store)
    assert both == run("build", files["first"], files["second"])
    assert b"kg:copyOf" in both
    rest = run("retract", store, "jets")
    assert rest == run("build", files["second"]) and b"kg:copyOf" not in rest


def test_the_store_remembers_how_sure_facts_must_be_and_reads_anew_when_that_changes(tmp_path: Path) -> None:
    files = put(
        tmp_path / "in", a="date 2026-03-02\nTanks\n\nNorway ordered 54 Leopard 2A8 tanks from KNDS, Defence Minister Anna Lund said.\n"
    )
    deals = lambda updated: len(_members(updated, "kg:Deal"))  # noqa: E731
    assert deals(upkeep.update(tmp_path / "st", files, Settings())) == 1
    strict = upkeep.update(tmp_path / "st", [], Settings(least_sure=1.0))
    assert (deals(strict), strict.read, Archive(tmp_path / "st").remembered) == (0, 1, {"least_sure": "1"})
    again = upkeep.update(tmp_path / "st", [], Settings())
    assert (deals(again), again.read, again.kept) == (0, 0, 1)
    assert deals(upkeep.update(tmp_path / "st", [], Settings(least_sure=0.0))) == 1
