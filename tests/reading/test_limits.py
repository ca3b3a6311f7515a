# ruff: noqa: E501
"""Does hostile input cost only itself, and does its refusal name the piece, the fault and the mend?"""

from __future__ import annotations

import gzip
import io
import json
import os
import stat
import tarfile
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from kg.lexicon import Lexicon
from kg.reading import Desk, Outcome, door, find, read
from kg.reading.decoding import LARGEST_BYTES
from kg.reading.forms import archives, html, pdf, tables
from kg.reading.limits import LONGEST_RECORD, TooSlow, time_limit
from tests.reading import mixed
from tests.reading.conftest import ReadBytes

STORY = mixed.text_of("trucks")


def headlines(found: list[Outcome]) -> list[str]:
    return [o.article.headline for o in found if o.article]


def refusal(found: list[Outcome]) -> Outcome:
    (refused,) = [o for o in found if not o.article]
    assert refused.name and refused.why and (refused.mend or refused.skipped)
    return refused


def tar_with(*members: tarfile.TarInfo) -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        for member in members:
            archive.addfile(member, io.BytesIO(b"x" * member.size))
        good = tarfile.TarInfo("good.txt")
        good.size = len(STORY)
        archive.addfile(good, io.BytesIO(STORY))
    return out.getvalue()


def special(name: str, kind: bytes, link: str = "") -> tarfile.TarInfo:
    member = tarfile.TarInfo(name)
    member.type, member.linkname = kind, link
    return member


@pytest.mark.parametrize("name", ["../../evil.txt", "/etc/evil.txt", "a/../../evil.txt", "..\\evil.txt", "C:/evil.txt"])
def test_names_that_lead_out_of_an_archive(name: str, read_bytes: ReadBytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for content in (mixed.zip_of({name: STORY, "good.txt": STORY}), mixed.tar_of({name: STORY, "good.txt": STORY})):
        found = read_bytes("x.zip", content)
        assert refusal(found).why == archives.OUTSIDE and len(headlines(found)) == 1
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("kind", "why"), [(tarfile.SYMTYPE, "link"), (tarfile.LNKTYPE, "link"), (tarfile.CHRTYPE, "device"), (tarfile.FIFOTYPE, "device")]
)
def test_links_and_devices_in_archives(kind: bytes, why: str, read_bytes: ReadBytes) -> None:
    found = read_bytes("x.tar", tar_with(special("odd.txt", kind, "/etc/hostname")))
    assert why in refusal(found).why and len(headlines(found)) == 1


def test_a_link_in_a_zip(read_bytes: ReadBytes) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        link = zipfile.ZipInfo("odd.txt")
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        archive.writestr(link, "/etc/hostname")
        archive.writestr("good.txt", STORY)
    found = read_bytes("x.zip", out.getvalue())
    assert "link" in refusal(found).why and len(headlines(found)) == 1


@pytest.mark.parametrize("name", ["bomb.txt", "bomb.jsonl", "bomb.unknown"])
def test_archives_that_swell(name: str, read_bytes: ReadBytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kg.reading.limits.SMALLEST_BOMB", 2_000_000)
    zeros = b" " * 15_000_000
    for inner, content in ((".zip", mixed.zip_of({name: zeros})), (".gz", gzip.compress(zeros)), (".tgz", mixed.tar_of({name: zeros}))):
        found = read_bytes(f"{name}{inner}", content)
        assert headlines(found) == [] and any("swells" in o.why and o.mend for o in found)


def test_archives_in_archives_end_somewhere(read_bytes: ReadBytes) -> None:
    content = STORY
    for depth in range(8):
        content = mixed.zip_of({f"{depth}.zip" if depth else "a.txt": content})
    refused = refusal(read_bytes("x.zip", content))
    assert "inside each other" in refused.why and refused.name.startswith("x.zip/7.zip/")


def test_an_archive_that_holds_itself_by_compression_ends(read_bytes: ReadBytes) -> None:
    content = STORY
    for _ in range(12):
        content = gzip.compress(content)
    assert "inside each other" in refusal(read_bytes("x.gz", content)).why


def test_encrypted_members_are_told(read_bytes: ReadBytes) -> None:
    content = bytearray(mixed.zip_of({"a.txt": STORY}))
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        content[content.index(mark) + at] |= 1
    assert "encrypted" in refusal(read_bytes("x.zip", bytes(content))).why


def test_an_office_file_is_no_archive_of_stories(read_bytes: ReadBytes) -> None:
    assert "office" in refusal(read_bytes("x.docx", mixed.zip_of({"[Content_Types].xml": b"<a/>", "word/a.xml": STORY}))).why


def test_entities_are_not_expanded(read_bytes: ReadBytes) -> None:
    laughs = b"".join(b"<!ENTITY l%d '%s'>" % (i, b"&l%d;" % (i - 1) * 10) for i in range(1, 12))
    feed = (
        b'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY l0 "ha">'
        + laughs
        + b"]><rss><channel><item><title>&l11;</title></item></channel></rss>"
    )
    assert "entities" in refusal(read_bytes("x.rss", feed)).why
    page = (
        mixed.page_of("trucks")
        .replace(b"<!DOCTYPE html>", b'<!DOCTYPE html [<!ENTITY l0 "ha">' + laughs + b"]>")
        .replace(b"By Ada", b"&l11; By Ada")
    )
    assert sum(len(o.article.original) for o in read_bytes("x.html", page) if o.article) < 5_000


def test_files_outside_are_not_read_by_entities(read_bytes: ReadBytes, tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("The secret is told on Friday that it should not be here.")
    outside = f'<?xml version="1.0"?><!DOCTYPE rss SYSTEM "{secret.as_uri()}"><rss><channel><item><title>A</title><description>&x; The minister said on Friday that it will buy.</description></item></channel></rss>'
    assert not any("secret" in o.article.text for o in read_bytes("x.rss", outside.encode()) if o.article)


def test_elements_too_deep(read_bytes: ReadBytes) -> None:
    page = b"<html><body>" + b"<div>" * 100_000 + b"<p>" + STORY + b"</p>"
    assert "deep" in refusal(read_bytes("x.html", page)).why


@pytest.mark.parametrize("name", ["x.json", "x.jsonl"])
@pytest.mark.parametrize("unit", [b"[", b'{"a":'])
def test_json_too_deep(name: str, unit: bytes, read_bytes: ReadBytes) -> None:
    assert refusal(read_bytes(name, unit * 100_000)).mend


def test_parts_of_mail_too_deep(read_bytes: ReadBytes) -> None:
    raw = b"From: a@b.example\nSubject: x\n"
    for i in range(500):
        raw += b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (i, i)
    assert "inside each other" in refusal(read_bytes("x.eml", raw + b"\nThe minister said it.\n")).why


def test_each_form_has_a_largest_size(read_bytes: ReadBytes, tmp_path: Path, lexicon: Lexicon, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "large.txt"
    with path.open("wb") as file:
        file.write(b"The minister said on Friday. ")
        file.truncate(LARGEST_BYTES + 1)
    assert "more than" in refusal(list(read(path, Desk(lexicon)))).why
    assert "more than" in refusal(read_bytes("x.html", b"<html>" + b"a " * (html.LARGEST_PAGE // 2))).why
    assert "line 1" in refusal(read_bytes("x.jsonl", b'{"text": "' + b"a" * LONGEST_RECORD + b'"}')).why
    assert "line 2" in refusal(read_bytes("x.csv", b"title,text\n" + b"a" * (LONGEST_RECORD + 1))).why
    monkeypatch.setattr(tables, "LARGEST_TABLE", 1_000)
    assert "more than" in refusal(read_bytes("x.json", json.dumps([mixed.record_of("trucks")] * 3, indent=1).encode())).why
    monkeypatch.setattr(pdf, "MOST_PAGES", 0)
    assert "pages" in refusal(read_bytes("x.pdf", mixed.pdf_of("trucks"))).why


def test_a_quotation_that_is_never_closed(read_bytes: ReadBytes) -> None:
    rows = mixed.csv_of("trucks") + b'\r\n2,"never closed,2023-05-09,' + b"a line of it\r\n" * 500_000
    found = read_bytes("x.csv", rows)
    assert headlines(found)[:1] == [mixed.STORIES["trucks"][0]] and "quotation mark" in refusal(found).mend


@contextmanager
def one_fifth(seconds: float = 0.2) -> Iterator[None]:
    with time_limit(0.2):
        yield


def test_a_piece_that_takes_forever_is_left_out_and_the_next_is_read(read_bytes: ReadBytes, monkeypatch: pytest.MonkeyPatch) -> None:
    def endless(*_: object) -> str:
        while True:
            try:
                sum(range(1000))
            except Exception:  # as libraries do; the alarm must not end here
                continue

    monkeypatch.setattr(door, "time_limit", one_fifth)
    monkeypatch.setattr(pdf, "_whole_words", endless)
    found = read_bytes("x.tar", mixed.tar_of({"a.pdf": mixed.pdf_of("trucks"), "b.txt": STORY}))
    assert "seconds" in refusal(found).why and refusal(found).name == "x.tar/a.pdf"
    assert headlines(found) == [mixed.STORIES["trucks"][0]]


def test_the_alarm_is_put_back() -> None:
    import signal

    before = signal.getsignal(signal.SIGPROF)
    with pytest.raises(TooSlow), time_limit(0.05):
        while True:
            pass
    assert signal.getsignal(signal.SIGPROF) is before and signal.getitimer(signal.ITIMER_PROF) == (0.0, 0.0)


def test_an_error_that_nobody_foresaw_costs_one_piece(read_bytes: ReadBytes, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> str:
        raise ZeroDivisionError("a fault of the library")

    monkeypatch.setattr(pdf, "_whole_words", broken)
    found = read_bytes("x.tar", mixed.tar_of({"a.pdf": mixed.pdf_of("trucks"), "b.txt": STORY}))
    assert "a fault of the library" in refusal(found).why and len(headlines(found)) == 1


def test_devices_pipes_and_loops_of_links(tmp_path: Path, lexicon: Lexicon) -> None:
    os.mkfifo(tmp_path / "pipe.html")
    (tmp_path / "loop.txt").symlink_to(tmp_path / "loop.txt")
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "up").symlink_to(tmp_path)
    (tmp_path / "in" / "good.txt").write_bytes(STORY)
    (tmp_path / "zero.txt").symlink_to("/dev/zero")
    found = [o for path in find([tmp_path]).files for o in read(path, Desk(lexicon))]
    assert len(headlines(found)) == 1
    assert {Path(o.name).name: o.why.split(",")[0] for o in found if not o.article} == {
        "pipe.html": "this is a device or pipe",
        "zero.txt": "this is a device or pipe",
        "loop.txt": next(o.why.split(",")[0] for o in found if o.name.endswith("loop.txt")),
    }
