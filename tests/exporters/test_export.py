from pathlib import Path

import pytest

from kg.exporters import FORMATS, ExportError, export
from tests.graph.sample import sample_graph


def test_the_files_asked_for_are_written_and_no_others(tmp_path: Path) -> None:
    paths = export(sample_graph(), tmp_path / "out", ["ntriples", "turtle", "turtle"])
    assert [p.name for p in paths] == ["graph.nt", "graph.ttl"]
    assert sorted(p.name for p in (tmp_path / "out").iterdir()) == ["graph.nt", "graph.ttl"]


def test_an_unknown_format_is_refused_before_anything_is_written(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"unknown format docx; there are turtle, html"):
        export(sample_graph(), tmp_path / "out", ["turtle", "docx"])
    assert not (tmp_path / "out").exists()


def test_formats_have_names_and_files_of_their_own() -> None:
    assert len({f.file for f in FORMATS}) == len(FORMATS)


def test_a_place_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("a file, no folder")
    with pytest.raises(ExportError, match=r"graph\.ttl could not be written"):
        export(sample_graph(), tmp_path / "out", ["turtle"])
