import errno
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from kg.archive import Archive, ArchiveError, Source, key_of
from kg.archive import files as archive_files
from kg.model import Article, Extraction

A, B = (Extraction(Article(name, f"Story {name}."), (), ()) for name in "ab")
AT_A, AT_B = Source("/in/a.txt", "a"), Source("/in/b.txt", "b")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A store that holds one article."""
    with Archive.opened(tmp_path / "st") as archive:
        archive.add(AT_A, archive.keep(A, "f"))
    return tmp_path / "st"


def holder(folder: Path, then: str) -> subprocess.Popen[bytes]:
    """Another process that holds the store, says so, and then does something."""
    code = (
        "import sys, os, time; from pathlib import Path; from kg.archive import Archive\n"
        f"with Archive.opened(Path(sys.argv[1])):\n    print('held', flush=True)\n    {then}"
    )
    process = subprocess.Popen([sys.executable, "-c", code, str(folder)], stdout=subprocess.PIPE)
    assert process.stdout and process.stdout.readline() == b"held\n"
    return process


def test_what_is_added_is_there_when_the_store_is_opened_again(folder: Path) -> None:
    with Archive.opened(folder) as archive:
        assert archive.sources == {AT_A: key_of(A.article)}
        kept = archive.kept(key_of(A.article))
        assert (kept.extraction.article.text, kept.fingerprint) == ("Story a.", "f")


def test_a_later_article_of_a_source_takes_the_place_of_the_earlier(folder: Path) -> None:
    with Archive.opened(folder) as archive:
        archive.add(AT_A, archive.keep(B, "f"))
    with Archive.opened(folder) as archive:
        assert archive.sources == {AT_A: key_of(B.article)}


def test_what_is_removed_stays_removed_and_tidying_deletes_its_file(folder: Path) -> None:
    with Archive.opened(folder) as archive:
        archive.add(AT_B, archive.keep(B, "f"))
        archive.remove(AT_A)
        archive.tidy()
    with Archive.opened(folder) as archive:
        assert archive.sources == {AT_B: key_of(B.article)}
        assert not archive.holds(key_of(A.article)) and archive.holds(key_of(B.article))


def test_a_line_that_was_not_finished_is_as_if_it_had_not_been_begun(folder: Path) -> None:
    journal = folder / "sources.jsonl"
    whole = journal.read_bytes()
    for cut in (b'{"place": "/in/b.txt", "id"', b"{", b'"\xf0'):
        journal.write_bytes(whole + cut)
        with Archive.opened(folder) as archive:
            assert archive.sources == {AT_A: key_of(A.article)}
            archive.add(AT_B, archive.keep(B, "f"))
        with Archive.opened(folder) as archive:
            assert set(archive.sources) == {AT_A, AT_B}


def test_a_long_unfinished_line_is_cut_off_whole(folder: Path) -> None:
    journal = folder / "sources.jsonl"
    journal.write_bytes(journal.read_bytes() + b"x" * 20_000)
    with Archive.opened(folder) as archive:
        archive.add(AT_B, archive.keep(B, "f"))
    assert b"xx" not in journal.read_bytes()


@pytest.mark.parametrize("line", [b"{}", b"[]", b"null", b'{"place": "p", "id": "i", "article": "../../etc/passwd"}', b"\xff"])
def test_a_damaged_line_is_told_by_its_number(folder: Path, line: bytes) -> None:
    with (folder / "sources.jsonl").open("ab") as file:
        file.write(line + b"\n")
    with pytest.raises(ArchiveError, match=r"sources\.jsonl line 2 is damaged"), Archive.opened(folder):
        pass


def test_a_damaged_article_is_told_with_the_mend(folder: Path) -> None:
    [path] = folder.glob("articles/*/*")
    path.write_bytes(path.read_bytes()[:-5])
    with pytest.raises(ArchiveError, match="delete it and build again"), Archive.opened(folder) as archive:
        archive.kept(key_of(A.article))


def test_a_folder_with_other_files_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    with pytest.raises(ArchiveError, match="is no store"), Archive.opened(tmp_path):
        pass
    assert [p.name for p in tmp_path.iterdir()] == ["mine.txt"]
    with pytest.raises(ArchiveError, match="is a file"), Archive.opened(tmp_path / "mine.txt"):
        pass


@pytest.mark.parametrize(("format", "told"), [(0, "format 0, made by an older kg"), (7, "format 7, made by a newer kg")])
def test_a_store_of_another_format_is_refused_by_name_and_not_touched(folder: Path, format: int, told: str) -> None:
    (folder / "store.json").write_text(f'{{"format": {format}}}')
    before = {p: p.read_bytes() for p in folder.rglob("*") if p.is_file()}
    with pytest.raises(ArchiveError, match=told), Archive.opened(folder):
        pass
    assert {p: p.read_bytes() for p in folder.rglob("*") if p.is_file()} == before


def test_two_processes_are_kept_apart_and_the_message_names_the_other(folder: Path) -> None:
    other = holder(folder, "time.sleep(60)")
    try:
        with pytest.raises(ArchiveError, match=f"is being changed by process {other.pid}"), Archive.opened(folder):
            pass
    finally:
        other.kill()
        other.wait()


def test_the_lock_of_a_dead_process_is_taken_over(folder: Path) -> None:
    other = holder(folder, "os.kill(os.getpid(), 9)")
    assert other.wait() == -signal.SIGKILL
    assert (folder / "lock").read_text().strip() == str(other.pid)
    with Archive.opened(folder) as archive:
        assert set(archive.sources) == {AT_A}


def test_a_process_that_read_articles_for_a_dead_one_does_not_hold_the_store(folder: Path) -> None:
    other = holder(folder, "child = os.fork()\n    if not child:\n        time.sleep(5)\n    print(child, flush=True); time.sleep(60)")
    assert other.stdout
    child = int(other.stdout.readline())
    other.kill()
    other.wait()
    try:
        with Archive.opened(folder) as archive:
            assert set(archive.sources) == {AT_A}
    finally:
        os.kill(child, signal.SIGKILL)


@pytest.mark.parametrize("error", [errno.ENOSPC, errno.EROFS, errno.EACCES])
def test_a_full_disk_is_told_and_leaves_the_store_as_it_was(folder: Path, error: int, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_handle: int) -> None:
        raise OSError(error, os.strerror(error))

    with monkeypatch.context() as broken:
        broken.setattr(archive_files.os, "fsync", full)
        with pytest.raises(ArchiveError, match=f"{os.strerror(error)}; what it held"), Archive.opened(folder) as archive:
            archive.keep(B, "f")
    with Archive.opened(folder) as archive:
        assert archive.sources == {AT_A: key_of(A.article)}
        assert not archive.holds(key_of(B.article))
    assert not list(folder.rglob(".draft-*"))
