# ruff: noqa: E501
"""Does each form give its story whole, with what it states of headline, day, publisher and address, and nothing else?"""

from __future__ import annotations

import bz2
import gzip
import io
import json
import lzma
import re
from pathlib import Path

import pytest

from kg.lexicon import Lexicon
from kg.model import Article
from kg.reading import Desk, find, gather, read
from tests.reading import mixed
from tests.reading.conftest import ReadBytes
from tests.reading.mixed import STORIES

# form: name of a file, its bytes, where the day comes from; "" where the form has none
ONE = {
    "html": ("trucks.html", mixed.page_of("trucks"), "metadata"),
    "html in an unknown ending": ("trucks.asp", mixed.page_of("trucks"), "metadata"),
    "html named as text": ("trucks.txt", mixed.page_of("trucks"), "metadata"),
    "text": ("trucks.txt", mixed.text_of("trucks"), "first line"),
    "text without an ending": ("trucks", mixed.text_of("trucks"), "first line"),
    "text in UTF-16": ("trucks.txt", mixed.text_of("trucks").decode().encode("utf-16"), "first line"),
    "json": ("trucks.json", json.dumps(mixed.record_of("trucks")).encode(), "metadata"),
    "json in a list": ("x.json", json.dumps([mixed.record_of("trucks")]).encode(), "metadata"),
    "json without an ending": ("-", json.dumps(mixed.record_of("trucks"), indent=1).encode(), "metadata"),
    "jsonl": ("x.jsonl", json.dumps(mixed.record_of("trucks")).encode(), "metadata"),
    "jsonl with a mark": ("x.jsonl", b"\xef\xbb\xbf" + json.dumps(mixed.record_of("trucks")).encode(), "metadata"),
    "csv": ("x.csv", mixed.csv_of("trucks"), "metadata"),
    "tsv": ("x.tsv", b"title\ttext\tdate\n" + "\t".join((STORIES["trucks"][0], " ".join(STORIES["trucks"][2:]), STORIES["trucks"][1])).encode(), "metadata"),
    "feed": ("x.xml", mixed.feed_of("trucks"), "metadata"),
    "mail": ("x.eml", mixed.mail_of("trucks"), "metadata"),
    "mail without an ending": ("-", mixed.mail_of("trucks"), "metadata"),
    "warc": ("x.warc", mixed.warc_of("trucks"), "metadata"),
    "warc.gz": ("x.warc.gz", gzip.compress(mixed.warc_of("trucks")), "metadata"),
    "pdf": ("trucks.pdf", mixed.pdf_of("trucks"), ""),
    "zip": ("x.zip", mixed.zip_of({"a/trucks.txt": mixed.text_of("trucks")}), "first line"),
    "zip in a zip": ("x.zip", mixed.zip_of({"y.zip": mixed.zip_of({"trucks.html": mixed.page_of("trucks")})}), "metadata"),
    "tar": ("x.tar", mixed.tar_of({"trucks.txt": mixed.text_of("trucks")}, "w"), "first line"),
    "tar.gz": ("x.tar.gz", mixed.tar_of({"trucks.txt": mixed.text_of("trucks")}), "first line"),
    "gz": ("trucks.txt.gz", gzip.compress(mixed.text_of("trucks")), "first line"),
    "bz2": ("trucks.txt.bz2", bz2.compress(mixed.text_of("trucks")), "first line"),
    "xz": ("trucks.txt.xz", lzma.compress(mixed.text_of("trucks")), "first line"),
}  # fmt: skip


@pytest.mark.parametrize("form", ONE)
def test_one_story_comes_out_the_same_of_every_form(form: str, read_bytes: ReadBytes) -> None:
    name, content, dated = ONE[form]
    articles = [o.article for o in read_bytes(name, content) if o.article]
    headline, day, *paragraphs = STORIES["trucks"]
    assert [a.headline for a in articles] == [headline]
    assert articles[0].text.replace("\n\n", " ") == " ".join(paragraphs)
    assert articles[0].published_from == dated
    assert (articles[0].published.iso if articles[0].published else "") == (day if dated else "")
    for s in articles[0].segments:
        assert articles[0].text[s.start : s.start + s.length] == articles[0].original[s.original : s.original + s.length]


def one(found: list[object]) -> Article:
    (outcome,) = found
    article = outcome.article  # type: ignore[attr-defined]
    assert article is not None, outcome
    return article  # type: ignore[no-any-return]


def test_a_page_states_who_wrote_and_published_it_where(read_bytes: ReadBytes) -> None:
    article = one(read_bytes("x.html", mixed.page_of("radars")))
    assert (article.author, article.publisher) == ("Ada Holm", "Northern Wire")
    assert (article.url, article.language) == ("https://northern.example/world/radars", "en")
    assert "Ada Holm" not in article.text and "Ferry" not in article.text and "rights" not in article.text


def test_broken_or_hostile_metadata_cost_the_story_nothing(read_bytes: ReadBytes) -> None:
    for bad in (
        b'{"@graph": [',
        b"[" * 5000,
        b'{"@type": 7, "headline": {"a": 1}, "datePublished": [1]}',
        b'{"datePublished": "0000-00-00"}',
    ):
        page = mixed.page_of("radars").replace(b'{"@context"', bad + b'{"@context"')
        article = one(read_bytes("x.html", page))
        assert article.headline == STORIES["radars"][0] and article.text.startswith("Estonia signed")


def test_a_page_in_an_old_encoding_keeps_its_names(read_bytes: ReadBytes) -> None:
    page = mixed.page_of("radars").decode().replace("Aaltosen", "Håkonsén").replace("utf-8", "iso-8859-1")
    assert "Håkonsén" in one(read_bytes("x.html", page.encode("latin-1"))).text
    assert "Håkonsén" in one(read_bytes("x.html", page.replace("iso-8859-1", "nonsense").encode())).text


def test_mojibake_is_put_right(read_bytes: ReadBytes) -> None:
    text = mixed.text_of("radars").decode().replace("Aaltosen", "Håkonsén’s")
    assert "Håkonsén’s" in one(read_bytes("x.txt", text.encode().decode("cp1252").encode())).text


SHAPES = {
    "news interface": {"status": "ok", "articles": [{"source": {"id": None, "name": "Northern Wire"}, "title": "T", "publishedAt": "2023-05-11T08:00:00Z", "url": "https://n.example/1", "content": "BODY"}]},
    "paper's interface": {"response": {"results": [{"id": "world/1", "webTitle": "T", "webUrl": "https://n.example/1", "webPublicationDate": "2023-05-11T08:00:00Z", "publication": "Northern Wire", "fields": {"body": "<p>BODY</p>"}}]}},
    "search engine": {"hits": {"hits": [{"_id": "1", "_source": {"headline": "T", "body": "BODY", "published_date": "2023-05-11", "url": "https://n.example/1", "publisher": {"name": "Northern Wire"}}}]}},
    "linked data": {"@type": "NewsArticle", "headline": "T", "articleBody": "BODY", "datePublished": "2023-05-11", "url": "https://n.example/1", "publisher": {"name": "Northern Wire"}},
    "paragraphs in a list": {"title": "T", "text": ["BODY"], "date": 1683792000, "link": "https://n.example/1", "outlet": "Northern Wire"},
    "page in a field": {"title": "T", "html": "<html><body><article><h1>T</h1><p>BODY</p></article></body></html>", "pub_date": "11 May 2023", "url": "https://n.example/1", "publisher": "Northern Wire"},
}  # fmt: skip


@pytest.mark.parametrize("shape", SHAPES)
def test_shapes_of_scrapers_are_known_by_themselves(shape: str, read_bytes: ReadBytes) -> None:
    body = " ".join(STORIES["trucks"][2:])
    article = one(read_bytes("x.json", json.dumps(SHAPES[shape]).replace("BODY", body).encode()))
    assert (article.headline, article.text, article.publisher) == ("T", body, "Northern Wire")
    assert (article.published and article.published.iso, article.published_from, article.url) == (
        "2023-05-11",
        "metadata",
        "https://n.example/1",
    )


def test_fields_are_mapped_as_the_user_says(read_bytes: ReadBytes) -> None:
    record = {"k1": STORIES["trucks"][0], "meta": {"Body Text": " ".join(STORIES["trucks"][2:])}, "text": "not this", "k2": "n7"}
    article = one(read_bytes("x.jsonl", json.dumps(record).encode(), fields={"headline": "k1", "text": "meta.Body Text", "id": "k2"}))
    assert (article.id, article.headline, article.text) == ("n7", STORIES["trucks"][0], " ".join(STORIES["trucks"][2:]))


def test_a_record_without_a_text_names_its_fields_and_the_option(read_bytes: ReadBytes) -> None:
    (found,) = read_bytes("x.jsonl", b'{"heading": "A", "matter": "B"}')
    assert "heading, matter" in found.why and "--fields text=" in found.mend and found.article is None


def test_a_text_that_an_interface_cut_off_is_no_article(read_bytes: ReadBytes) -> None:
    (found,) = read_bytes("x.json", b'{"title": "A", "content": "The minister said on Friday that\\u2026 [+2381 chars]"}')
    assert found.article is None and "cut off" in found.why


def test_one_bad_record_costs_only_itself(read_bytes: ReadBytes) -> None:
    good = json.dumps(mixed.record_of("trucks")).encode()
    found = read_bytes("x.jsonl", good + b'\n{"title": \n7\n[]\n\n' + good.replace(b"trucks", b"lorries"))
    assert [bool(o.article) for o in found] == [True, False, False, False, True]
    assert [o.name for o in found if not o.article] == ["x.jsonl:2", "x.jsonl:3", "x.jsonl:4"]


def test_a_crawl_that_breaks_off_gives_what_is_whole(read_bytes: ReadBytes) -> None:
    packed = gzip.compress(mixed.warc_of("trucks", "radars", "chief"))
    found = read_bytes("x.warc.gz", packed[: len(packed) - 200])
    assert [o.article.headline for o in found if o.article][:1] == [STORIES["trucks"][0]]
    assert any("unpacked" in o.why or "breaks off" in o.why for o in found)


def test_a_crawl_dates_a_page_without_a_day_by_when_it_was_fetched(read_bytes: ReadBytes) -> None:
    bare = re.sub(rb'"datePublished": "[^"]*"', b'"x": 1', mixed.page_of("trucks"))
    record = mixed._warc_record("response", "text/html", bare, "https://northern.example/world/trucks")
    article = one(read_bytes("x.warc", record))
    assert (article.published and article.published.iso, article.published_from) == ("2023-05-20", "crawl date")


def test_mail_is_read_in_its_encodings_and_without_attachments(read_bytes: ReadBytes) -> None:
    raw = (
        b"From: =?utf-8?q?N=C3=B8rthern?= <a@b.example>\nSubject: Fwd: =?iso-8859-1?q?Caf=E9_bought?=\nMIME-Version: 1.0\n"
        b"Content-Type: multipart/mixed; boundary=x\n\n--x\nContent-Type: text/plain; charset=iso-8859-1\nContent-Transfer-Encoding: quoted-printable\n\n"
        b"The caf=E9 chain Norte bought its rival for 20 million euros on Friday, both said.\n"
        b"--x\nContent-Type: text/plain\nContent-Disposition: attachment; filename=a.txt\n\nThe attached file says that Spain bought 20 jets.\n--x--\n"
    )
    article = one(read_bytes("x.eml", raw))
    assert (article.headline, article.publisher) == ("Café bought", "Nørthern")
    assert article.text == "The café chain Norte bought its rival for 20 million euros on Friday, both said."


def test_a_feed_of_headlines_gives_reasons(read_bytes: ReadBytes) -> None:
    (found,) = read_bytes("x.rss", b"<rss><channel><item><title>Poland buys tanks</title></item></channel></rss>")
    assert found.article is None and "headline only" in found.why


def test_a_scan_is_told_apart_from_a_broken_file(read_bytes: ReadBytes) -> None:
    assert "only pictures" in read_bytes("x.pdf", mixed.pdf_of(None))[0].why
    assert "broken" in read_bytes("x.pdf", b"%PDF-1.4\nnothing more")[0].why


def test_standard_input_may_be_of_any_form(lexicon: Lexicon, monkeypatch: pytest.MonkeyPatch) -> None:
    for content in (mixed.page_of("trucks"), mixed.tar_of({"a.txt": mixed.text_of("trucks")}), gzip.compress(mixed.warc_of("trucks"))):
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BufferedReader(io.BytesIO(content))))  # type: ignore[arg-type]
        found = [o.article for o in read(Path("-"), Desk(lexicon)) if o.article]
        assert [a.headline for a in found] == [STORIES["trucks"][0]]


def test_a_mixed_folder_is_told_form_by_form(tmp_path: Path, lexicon: Lexicon) -> None:
    headlines: set[str] = set()
    found = gather([mixed.make(tmp_path)], Desk(lexicon), lambda path, article: headlines.add(article.headline))
    tallies = {t.form: (t.read, sum(n for _, n in t.skipped), sum(n for _, n in t.failed)) for t in found.tallies}
    assert tallies == {
        "csv": (2, 0, 0), "feed": (2, 0, 0), "html": (3, 1, 1), "html in warc": (3, 0, 0), "html in zip": (1, 0, 0), "json": (1, 0, 1),
        "jsonl": (2, 0, 1), "mail": (4, 0, 0), "mail in mailbox": (2, 0, 0), "pdf": (1, 0, 1), "tar": (0, 0, 1), "text": (2, 0, 1), "text in tar": (1, 0, 0),
        "text in zip": (1, 0, 0), "warc": (0, 2, 0),
    }  # fmt: skip
    assert dict(found.skipped) == {"hidden": 1, "of a kind that is not read (.jpg)": 1, "part of a saved page": 1}
    assert headlines == {story[0] for story in STORIES.values()}
    assert all(o.why and o.mend for o in found.failures) and found.failed == len(found.failures) == 6


def test_folders_are_found_with_all_forms(tmp_path: Path) -> None:
    mixed.make(tmp_path)
    endings = {"".join(p.suffixes[-2:]) for p in find([tmp_path]).files}
    assert endings >= {".txt", ".html", ".jsonl", ".json", ".csv", ".rss", ".eml", ".warc", ".warc.gz", ".pdf", ".zip", ".tar", ".txt.bz2"}
    assert ".jpg" not in endings


def test_what_breaks_off_in_an_archive_is_told_once_and_no_half_story_is_read(read_bytes: ReadBytes) -> None:
    for name, content in (("trucks.html.gz", mixed.page_of("trucks") * 9), ("trucks.txt.bz2", mixed.text_of("trucks") * 9)):
        packed = gzip.compress(content, 1) if name.endswith("gz") else bz2.compress(content)
        found = read_bytes(name, packed[: len(packed) - 20])
        assert [bool(o.article) for o in found] == [False] and "cannot be unpacked" in found[0].why


def test_a_front_page_is_no_story(read_bytes: ReadBytes) -> None:
    page = mixed.page_of("radars").replace(b"northern.example/world/radars", b"northern.example/").replace(b"datePublished", b"x")
    (found,) = read_bytes("x.html", page)
    assert found.skipped and "front page" in found.why


@pytest.mark.parametrize(
    ("heading", "stated", "expected"),
    [
        ("Northern Wire", "Estonia buys radars", "Estonia buys radars"),
        ("Estonia buys radars", "Estonia buys radars - Northern Wire", "Estonia buys radars"),
    ],
)
def test_the_name_of_a_site_is_not_taken_for_the_headline(heading: str, stated: str, expected: str, read_bytes: ReadBytes) -> None:
    body = "".join(f"<p>{p}</p>" for p in STORIES["radars"][2:])
    page = (
        f'<html><head><meta property="og:title" content="{stated}"></head><body><h1>{heading}</h1><article>{body}</article></body></html>'
    )
    assert one(read_bytes("x.html", page.encode())).headline == expected


def test_a_thousand_records_without_a_day_are_not_a_thousand_warnings(read_bytes: ReadBytes, caplog: pytest.LogCaptureFixture) -> None:
    read_bytes("x.jsonl", b'{"title": "A", "text": "Poland bought 32 jets from France on Friday, the ministry said."}')
    assert "no publication date" not in caplog.text


HEADLINE, _, LEAD, REST = STORIES["trucks"]
ATOM = f"""<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Wire</title><entry><title>{HEADLINE}</title><id>tag:wire,2023:1</id>
<link href="https://w.example/1"/><updated>2023-05-11T09:00:00Z</updated>
<content type="html">&lt;p&gt;{LEAD}&lt;/p&gt;&lt;p&gt;{REST}&lt;/p&gt;&lt;p&gt;&lt;a href="x"&gt;Read more&lt;/a&gt;&lt;/p&gt;</content></entry></feed>"""
SAVED = (
    b"From: <Saved by a browser>\nSnapshot-Content-Location: https://northern.example/world/trucks\nSubject: x\nDate: Thu, 18 May 2023 10:00:00 -0000\n"
    b'MIME-Version: 1.0\nContent-Type: multipart/related; boundary="b"\n\n--b\nContent-Type: text/html; charset=utf-8\n\n'
)
WET = "\n".join((HEADLINE, LEAD, REST)).encode()
NEWSLETTER = f"""<html><body><table><tr><td>View in browser</td></tr><tr><td><h2>{HEADLINE}</h2><p>{LEAD}</p><p>{REST}</p></td></tr>
<tr><td>Unsubscribe | Privacy</td></tr></table></body></html>"""
MORE = {
    "Atom": ("x.atom", ATOM.encode(), "2023-05-11", "metadata"),
    "page saved as one file": ("x.mhtml", SAVED + mixed.page_of("trucks") + b"\n--b--\n", "2023-05-11", "metadata"),
    "page saved without a day": ("x.mht", SAVED + mixed.page_of("trucks").replace(b'"datePublished": "2023', b'"x": "x') + b"\n--b--\n", "2023-05-18", "crawl date"),
    "text of a crawl": ("x.warc.wet", b"WARC/1.0\r\nWARC-Type: conversion\r\nWARC-Target-URI: https://n.example/1\r\nWARC-Date: 2023-05-20T10:00:00Z\r\n"
                        b"Content-Type: text/plain\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n" % (len(WET), WET), "2023-05-20", "crawl date"),
    "newsletter": ("x.eml", b"From: Desk <a@b.example>\nSubject: Weekly\nDate: Thu, 11 May 2023 10:00:00 +0200\nContent-Type: text/html\n\n" + NEWSLETTER.encode(), "2023-05-11", "metadata"),
    "semicolons": ("x.csv", f'title;text;date\n"{HEADLINE}";"{LEAD}\n\n{REST}";11.05.2023\n'.encode(), "2023-05-11", "metadata"),
    "comment before a page": ("x.html", b"<!-- saved from url=(0014)about:internet -->\n" + mixed.page_of("trucks"), "2023-05-11", "metadata"),
}  # fmt: skip


@pytest.mark.parametrize("kind", MORE)
def test_other_kinds_of_the_forms(kind: str, read_bytes: ReadBytes) -> None:
    name, content, day, dated = MORE[kind]
    article = one(read_bytes(name, content))
    assert article.text == f"{LEAD}\n\n{REST}"
    assert (article.published and article.published.iso, article.published_from) == (day, dated)


@pytest.mark.parametrize(
    "notice",
    [
        "Please enable JavaScript and cookies to continue to the site.",
        "We use cookies to measure audience engagement and to keep the service safe. If you agree, we will also use them for advertising.",
    ],
)
def test_a_notice_in_the_place_of_a_page_is_no_story(notice: str, read_bytes: ReadBytes) -> None:
    (found,) = read_bytes("x.html", f"<html><body><h1>Just a moment</h1><p>{notice}</p></body></html>".encode())
    assert found.article is None and found.mend


def test_a_mailbox_gives_each_of_its_mails(read_bytes: ReadBytes) -> None:
    second = mixed.mail_of("radars").replace(b"\n\nEstonia", b"\n\n>From the port: Estonia", 1)
    box = (
        b"From a@b.example Tue May  9 08:30:00 2023\n"
        + mixed.mail_of("trucks")
        + b"\n\nFrom a@b.example Wed May 10 08:30:00 2023\r\n"
        + second
    )
    for name in ("news.mbox", "news.eml", "-"):
        found = read_bytes(name, box)
        assert [o.article.headline for o in found if o.article] == [STORIES["trucks"][0], STORIES["radars"][0]]
        assert {o.form for o in found} == {"mail in mailbox"}


def test_tables_of_spreadsheets_in_utf_16(read_bytes: ReadBytes) -> None:
    rows = mixed.csv_of("trucks").decode()
    for encoding in ("utf-16", "utf-8-sig"):
        assert one(read_bytes("x.csv", rows.encode(encoding))).headline == STORIES["trucks"][0]
    assert one(read_bytes("x.jsonl", json.dumps(mixed.record_of("trucks")).encode("utf-16"))).headline == STORIES["trucks"][0]


def test_a_table_without_a_known_text_is_refused_once_with_its_columns(read_bytes: ReadBytes) -> None:
    (found,) = read_bytes("x.csv", b"id;kicker;story_body\n1;Tanks;Poland has signed.\n2;Ships;Norway has ordered.\n")
    assert "(id, kicker, story_body)" in found.why and "--fields text=NAME" in found.mend


def test_a_table_with_one_column_keeps_the_commas_of_its_text(read_bytes: ReadBytes) -> None:
    sentence = "Poland has signed a contract for 180 tanks, the minister said on Friday."
    assert one(read_bytes("x.csv", f"text\n{sentence}\n".encode())).text == sentence


def test_lines_of_metadata_above_a_text_are_known_and_no_story(read_bytes: ReadBytes) -> None:
    text = "Poland has signed a contract for 180 tanks, the minister said on Friday.\n\nThe first of them will arrive this year."
    head = '---\ntitle: "Poland buys tanks: a first look"\ndate: 2022-08-26\nauthor: Jan Nowak\ntags:\n  - army\n---\n'
    article = one(read_bytes("x.md", f"{head}\n{text}\n".encode()))
    assert (article.headline, article.author, article.text) == ("Poland buys tanks: a first look", "Jan Nowak", text)
    assert article.published and (article.published.iso, article.published_from) == ("2022-08-26", "metadata")


@pytest.mark.parametrize(
    "title", ["Just a moment...", "404 - Page not found | The Post", "Access Denied", "Attention Required! | Shield", "Log in - The Post"]
)
def test_a_notice_is_no_story(title: str, read_bytes: ReadBytes) -> None:
    body = "<p>We are sorry, the page that you are looking for may have been moved or deleted. Please check the address.</p>"
    (found,) = read_bytes("x.html", f"<html lang=en><head><title>{title}</title></head><body><h1>Oops</h1>{body}</body></html>".encode())
    assert found.skipped and "notice" in found.why


def test_a_story_about_a_notice_is_one(read_bytes: ReadBytes) -> None:
    page = mixed.page_of("trucks", body="".join(f"<p>{' '.join(STORIES[n][2:])}</p>" for n in STORIES))
    assert one(read_bytes("x.html", page.replace(STORIES["trucks"][0].encode(), b"Access denied to army trucks")))


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (b"7z\xbc\xaf\x27\x1c", "7z"),
        (b"Rar!\x1a\x07", "RAR"),
        (b"\xd0\xcf\x11\xe0\xa1", "Outlook"),
        (b"PAR1", "Parquet"),
        (b"bplist00", "Safari"),
    ],
)
def test_what_is_no_text_is_called_by_its_name(content: bytes, name: str, read_bytes: ReadBytes) -> None:
    (found,) = read_bytes("x.txt", content + bytes(100))
    assert name in found.why
