import errno
import stat
from pathlib import Path

import pytest

from kg.exporters.files import ExportError, write_whole


def whole(draft: Path) -> None:
    draft.write_text("whole")


def full_disk(draft: Path) -> None:
    draft.write_text("half of i")
    raise OSError(errno.ENOSPC, "No space left on device", str(draft))


def test_a_file_is_written_and_its_folder_made(tmp_path: Path) -> None:
    path = tmp_path / "a" / "b" / "graph.ttl"
    write_whole([(path, whole)])
    assert path.read_text() == "whole"
    assert [p.name for p in path.parent.iterdir()] == ["graph.ttl"]
    assert stat.S_IMODE(path.stat().st_mode) & 0o444


def test_a_failure_leaves_what_was_there_and_no_litter(tmp_path: Path) -> None:
    path = tmp_path / "graph.ttl"
    path.write_text("the old one")
    with pytest.raises(ExportError, match=r"graph\.ttl could not be written: No space left on device.*--out"):
        write_whole([(path, full_disk)])
    assert path.read_text() == "the old one"
    assert list(tmp_path.iterdir()) == [path]


def test_one_failure_leaves_all_files_as_they_were(tmp_path: Path) -> None:
    for name in ("graph.ttl", "graph.html"):
        (tmp_path / name).write_text("the old one")
    with pytest.raises(ExportError, match=r"graph\.html"):
        write_whole([(tmp_path / "graph.ttl", whole), (tmp_path / "graph.html", full_disk)])
    assert {p.name: p.read_text() for p in tmp_path.iterdir()} == {"graph.ttl": "the old one", "graph.html": "the old one"}


def test_a_fault_of_the_program_is_no_fault_of_the_folder(tmp_path: Path) -> None:
    def broken(draft: Path) -> None:
        (tmp_path / "template-that-is-not-there").read_text()

    with pytest.raises(FileNotFoundError):
        write_whole([(tmp_path / "graph.html", broken)])
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(ExportError, match="could not be written"):
        write_whole([(tmp_path / "file" / "graph.ttl", whole)])


def test_a_folder_in_the_place_of_the_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "graph.ttl").mkdir()
    with pytest.raises(ExportError, match=r"graph\.ttl could not be written"):
        write_whole([(tmp_path / "graph.ttl", whole)])
    assert [p.name for p in tmp_path.iterdir()] == ["graph.ttl"]
