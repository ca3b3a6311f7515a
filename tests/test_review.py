"""A person reviews what the program was not sure of: pairs are listed, kept in a file, judged, and judgements can be taken back."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kg.cli import main
from tests.stories import AGAIN, PLAIN, TALKS, TANKS


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three stories of one purchase, one of them only of talks, and the graph built from them."""
    where = tmp_path_factory.mktemp("review")
    (where / "stories").mkdir()
    for name, text in {"talks": TALKS, "tanks": TANKS, "again": AGAIN, "rain": PLAIN}.items():
        (where / "stories" / f"{name}.txt").write_text(text, encoding="utf-8")
    assert built(where, "plain").exit_code == 0
    return where


def run(*words: str | Path, typed: str | None = None) -> Result:
    return CliRunner().invoke(main, [str(w) for w in words], input=typed, catch_exceptions=False)


def built(where: Path, out: str, *more: str | Path) -> Result:
    return run("build", where / "stories", "--out", where / out, "--format", "turtle", *more)


def graph(where: Path, out: str) -> Path:
    return where / out / "graph.ttl"


def deals(path: Path) -> str:
    return run("query", path, "SELECT ?d { ?d a kg:Purchase } ORDER BY ?d", "--format", "csv").stdout


def test_narrow_decisions_are_listed_with_their_sentences(folder: Path) -> None:
    shown = run("review", graph(folder, "plain")).stdout
    assert "Deal: taken for one, score 1.00" in shown
    assert "Poland is in talks with South Korea to buy K2 tanks" in shown and "(talks)" in shown
    assert "+0.50 same buyer" in shown and "+0.50 same system" in shown


def test_a_judgement_overrides_says_so_and_can_be_taken_back(folder: Path) -> None:
    judgements = folder / "judgements.tsv"
    assert "added to" in run("review", graph(folder, "plain"), "--judgements", judgements, "--by", "Ann").stderr
    lines = judgements.read_text(encoding="utf-8").splitlines()
    open_lines = [line for line in lines if line.startswith("?\tDeal\t")]
    assert open_lines

    assert built(folder, "asked", "--judgements", judgements).exit_code == 0
    assert graph(folder, "asked").read_bytes() == graph(folder, "plain").read_bytes()  # a question changes nothing

    text = judgements.read_text(encoding="utf-8")
    judgements.write_text(text.replace("?\tDeal\t", "different\tDeal\t"), encoding="utf-8")
    assert built(folder, "judged", "--judgements", judgements).exit_code == 0
    assert len(deals(graph(folder, "judged")).split()) == len(deals(graph(folder, "plain")).split()) + 1
    told = run("query", graph(folder, "judged"), "merges", "--format", "csv").stdout
    assert ",Ann," in told and "Ann judged so" in told
    names = {line.split("\t")[2][:30] for line in open_lines} | {line.split("\t")[4][:30] for line in open_lines}
    still = run("review", graph(folder, "judged"), "--judgements", judgements).stdout
    assert not any(f"Deal: taken for one\n  “{name}" in still for name in names)

    judgements.write_text(text, encoding="utf-8")
    assert built(folder, "again", "--judgements", judgements).exit_code == 0
    assert graph(folder, "again").read_bytes() == graph(folder, "plain").read_bytes()


def test_review_adds_each_pair_once_and_keeps_what_stands_there(folder: Path, tmp_path: Path) -> None:
    judgements = tmp_path / "j.tsv"
    mine = "# mine\nverdict\tkind\tleft\tleft_in\tright\tright_in\tby\tnote\nsame\tPerson\tA. Blaszczak\t\tBlaszczak\ttanks\tAnn\tsure\n"
    judgements.write_text(mine, encoding="utf-8")
    assert run("review", graph(folder, "plain"), "--judgements", judgements).exit_code == 0
    once = judgements.read_text(encoding="utf-8")
    assert once.startswith(mine) and len(once) > len(mine)
    again = run("review", graph(folder, "plain"), "--judgements", judgements)
    assert again.stdout == "" and judgements.read_text(encoding="utf-8") == once


def test_review_asks_and_writes_each_verdict(folder: Path, tmp_path: Path) -> None:
    judgements = tmp_path / "asked.tsv"
    done = run("review", graph(folder, "plain"), "--judgements", judgements, "--ask", "--by", "Ann", typed="d\nq\n")
    assert done.exit_code == 0
    verdicts = [line.split("\t")[0] for line in judgements.read_text(encoding="utf-8").splitlines() if "\tAnn" in line]
    assert verdicts == ["different"]
    assert run("review", graph(folder, "plain"), "--ask").exit_code == 2


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("maybe\tPerson\tA\t\tB\t", "line 2: verdict is 'maybe'; allowed: same, different, ?"),
        ("same\tPerson\tA\t\t\t", "line 2: right missing"),
        ("same\tPerson\tA\ta1\tA\ta1", "both sides are “A”; say in which articles"),
    ],
)
def test_a_wrong_line_is_told_by_file_and_place(folder: Path, tmp_path: Path, line: str, why: str) -> None:
    judgements = tmp_path / "bad.tsv"
    judgements.write_text(f"verdict\tkind\tleft\tleft_in\tright\tright_in\n{line}\n", encoding="utf-8")
    done = built(folder, "bad", "--judgements", judgements)
    assert done.exit_code == 2 and "bad.tsv" in done.stderr and why in done.stderr
    assert not (folder / "bad").exists()


def test_a_judgement_that_meets_nothing_is_told_and_the_graph_is_built(folder: Path, tmp_path: Path) -> None:
    judgements = tmp_path / "j.tsv"
    judgements.write_text("verdict\tkind\tleft\tleft_in\tright\tright_in\nsame\tPerson\tNobody\tgone\tBlaszczak\ttanks\n", encoding="utf-8")
    done = built(folder, "unused", "--judgements", judgements)
    assert done.exit_code == 0
    assert "judgement without effect, j.tsv line 2: no Person “Nobody” in article gone" in done.stderr
    assert graph(folder, "unused").read_bytes() == graph(folder, "plain").read_bytes()


def test_a_merge_is_explained_in_words(folder: Path) -> None:
    [deal] = [line for line in deals(graph(folder, "plain")).split()[1:] if "k2" in line]
    told = run("explain", graph(folder, "plain"), deal).stdout
    assert "history: planned (2022-07-27); signed (2022-08-26)" in told
    assert "taken for one, score 1.00:\n" in told
