# ruff: noqa: E501
"""A folder with news in every form that is read, and some of what is refused: python -m tests.reading.mixed DIR."""

from __future__ import annotations

import bz2
import gzip
import io
import json
import sys
import tarfile
import zipfile
import zlib
from email.message import EmailMessage
from pathlib import Path

STORIES = {
    "frigates": (
        "Norway picks shipyard for five frigates",
        "2023-05-09",
        "Norway has ordered five frigates from the Fjordline shipyard for 3.1 billion euros, Defence Minister Sigrid Lunde said on Tuesday.",
        "The first of the ships will be delivered in 2028, she told reporters in Bergen.",
    ),
    "radars": (
        "Estonia buys coastal radars",
        "2023-05-10",
        "Estonia signed a contract for six coastal radars with the Finnish maker Aaltosen on Wednesday, the defence ministry said.",
        "The deal is worth 42 million euros, the ministry said in a statement.",
    ),
    "trucks": (
        "Slovenia receives the last of its army trucks",
        "2023-05-11",
        "Slovenia took delivery of the last 12 of 60 army trucks on Thursday, the general staff in Ljubljana said.",
        "The trucks were ordered in 2020 from the Czech company Hradec Motors.",
    ),
    "trainers": (
        "Peru's air force to get new trainers",
        "2023-05-12",
        "Peru will buy 24 trainer aircraft from South Korea for 600 million dollars, President Dina Salcedo said on Friday.",
        "The first four of the aircraft are to arrive in Lima next year.",
    ),
    "chief": (
        "Iceland names new coast guard chief",
        "2023-05-13",
        "Iceland's government appointed Jon Arnarson as director of the coast guard on Saturday, the prime minister's office said.",
        "He succeeds Helga Bjarnadottir, who led the coast guard for nine years.",
    ),
}
GERMAN = "Das Verteidigungsministerium hat am Freitag in Berlin mitgeteilt, dass die Bundeswehr zwölf neue Hubschrauber bestellen wird."


def text_of(name: str) -> bytes:
    headline, day, *paragraphs = STORIES[name]
    return "\n\n".join([f"date {day} Northern Wire", headline, *paragraphs]).encode()


def page_of(name: str, *, body: str = "", lang: str = "en") -> bytes:
    headline, day, *paragraphs = STORIES[name]
    story = body or "".join(f"<p>{p}</p>" for p in paragraphs)
    linked = {"@context": "https://schema.org", "@type": "NewsArticle", "headline": headline, "datePublished": f"{day}T08:30:00Z",
              "author": {"@type": "Person", "name": "Ada Holm"}, "publisher": {"@type": "Organization", "name": "Northern Wire"}}  # fmt: skip
    return f"""<!DOCTYPE html><html lang="{lang}"><head><meta charset="utf-8"><title>{headline} | Northern Wire</title>
<link rel="canonical" href="https://northern.example/world/{name}"><meta property="og:site_name" content="Northern Wire">
<script type="application/ld+json">{json.dumps(linked)}</script></head>
<body><nav><ul><li><a href="/">Home</a></li><li><a href="/world">World</a></li><li><a href="/sport">Sport</a></li></ul></nav>
<main><article><h1>{headline}</h1><div class="byline">By Ada Holm</div>{story}
<div class="share"><a href="#">Share on social media</a></div></article>
<aside><h3>Most read</h3><ul><li><a href="/1">Ferry strike enters its third week</a></li><li><a href="/2">Ten soups for autumn</a></li></ul></aside>
</main><footer>© 2023 Northern Wire. All rights reserved. <a href="/privacy">Privacy policy</a></footer></body></html>""".encode()


def record_of(name: str) -> dict[str, object]:
    headline, day, *paragraphs = STORIES[name]
    return {"title": headline, "date_publish": f"{day} 08:30:00", "maintext": "\n".join(paragraphs), "source_domain": "northern.example",
            "url": f"https://northern.example/world/{name}", "language": "en", "authors": ["Ada Holm"]}  # fmt: skip


def feed_of(*names: str) -> bytes:
    entries = []
    for name in names:
        headline, day, *paragraphs = STORIES[name]
        inner = "".join(f"&lt;p&gt;{p}&lt;/p&gt;" for p in paragraphs)
        entries.append(
            f"<item><title>{headline}</title><link>https://northern.example/world/{name}</link><guid>{name}-guid</guid>"
            f"<pubDate>Tue, {day[8:]} May 2023 08:30:00 GMT</pubDate><description>{inner}</description></item>"
        )
    head = '<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>Northern Wire</title><language>en</language>'
    return (head + "".join(entries) + "</channel></rss>").encode()


def mail_of(name: str) -> bytes:
    headline, day, *paragraphs = STORIES[name]
    mail = EmailMessage()
    mail["Subject"], mail["From"], mail["To"] = headline, "Northern Wire <news@northern.example>", "desk@reader.example"
    mail["Date"] = f"Thu, {int(day[8:])} May 2023 08:30:00 +0000"
    mail.set_content("\n\n".join(paragraphs) + "\n\nUnsubscribe: https://northern.example/u/1\n")
    mail.add_alternative("".join(f"<p>{p}</p>" for p in paragraphs), subtype="html")
    return mail.as_bytes()


def warc_of(*names: str) -> bytes:
    records = [_warc_record("response", "image/png", b"\x89PNG", "https://northern.example/logo.png")]
    for name in names:
        records.append(_warc_record("response", "text/html; charset=utf-8", page_of(name), f"https://northern.example/world/{name}"))
    return b"".join(records)


def _warc_record(kind: str, media: str, content: bytes, url: str) -> bytes:
    answer = f"HTTP/1.1 200 OK\r\nContent-Type: {media}\r\nContent-Length: {len(content)}\r\n\r\n".encode() + content
    head = f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2023-05-20T10:00:00Z\r\nWARC-Record-ID: <urn:uuid:{zlib.crc32(url.encode()):08x}-0000-4000-8000-000000000000>\r\n"
    return (
        f"{head}Content-Type: application/http; msgtype=response\r\nContent-Length: {len(answer)}\r\n\r\n".encode() + answer + b"\r\n\r\n"
    )


def pdf_of(name: str | None) -> bytes:
    """A PDF of one page with a story as its text layer, or without any text."""
    lines = _wrapped([STORIES[name][0], *STORIES[name][2:]]) if name else []
    shown = " ".join(f"({line.translate({40: None, 41: None, 92: None})}) Tj T*" for line in lines)
    stream = f"BT /F1 11 Tf 14 TL 50 760 Td {shown} ET".encode("cp1252")
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    out = bytearray(b"%PDF-1.4\n")
    starts = []
    for number, content in enumerate(objects, 1):
        starts.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1) + b"".join(b"%010d 00000 n \n" % s for s in starts)
    return bytes(out + b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, table))


def _wrapped(paragraphs: list[str]) -> list[str]:
    lines: list[str] = []
    for paragraph in paragraphs:
        line = ""
        for word in paragraph.split():
            if len(line) + len(word) > 75:
                lines.append(line)
                line = word
            else:
                line = f"{line} {word}".strip()
        lines += [line, ""]
    return lines


def zip_of(members: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(zipfile.ZipInfo(name, (2023, 5, 9, 8, 30, 0)), content, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def tar_of(members: dict[str, bytes], mode: str = "w:gz") -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode=mode) as archive:  # type: ignore[call-overload]
        for name, content in members.items():
            found = tarfile.TarInfo(name)
            found.size = len(content)
            archive.addfile(found, io.BytesIO(content))
    return out.getvalue()


def csv_of(*names: str) -> bytes:
    rows = ["id,headline,published,content,outlet"]
    for name in names:
        headline, day, *paragraphs = STORIES[name]
        rows.append(f'{name},"{headline}",{day},"{chr(10).join(paragraphs)}",Northern Wire')
    return "\r\n".join(rows).encode()


def files() -> dict[str, bytes]:
    """Every form once, with a story or two each, and pieces that are skipped or fail."""
    lines = b"\n".join(json.dumps(record_of(n)).encode() for n in ("frigates", "radars"))
    return {
        "text/frigates.txt": text_of("frigates"),
        "html/radars.html": page_of("radars"),
        "html/radars_files/advert.html": page_of("chief"),
        "html/berlin.html": page_of("chief", body=f"<p>{GERMAN}</p><p>{GERMAN.replace('zwölf', 'zehn')}</p>", lang="de"),
        "html/empty-page.html": b"<!DOCTYPE html><html><head><script src=/app.js></script></head><body></body></html>",
        "records/dump.jsonl": lines + b'\n{"title": "cut off',
        "records/list.json": json.dumps({"status": "ok", "articles": [record_of("trucks"), {"title": "no text"}]}).encode(),
        "records/table.csv": csv_of("trainers", "chief"),
        "feeds/world.rss": feed_of("frigates", "trainers"),
        "mail/newsletter.eml": mail_of("trucks"),
        "crawl/crawl.warc": warc_of("chief"),
        "crawl/packed.warc.gz": gzip.compress(warc_of("radars", "trainers"), mtime=0),
        "print/trucks.pdf": pdf_of("trucks"),
        "print/scan.pdf": pdf_of(None),
        "packed/stories.zip": zip_of({"a/trainers.txt": text_of("trainers"), "a/more.tar.gz": tar_of({"chief.html": page_of("chief")})}),
        "packed/stories.tar": tar_of({"radars.txt": text_of("radars"), "../../etc/outside.txt": text_of("chief")}, "w"),
        "packed/frigates.txt.bz2": bz2.compress(text_of("frigates")),
        "pictures/ship.jpg": b"\xff\xd8\xff\xe0",
        ".hidden.txt": text_of("chief"),
        "text/nothing.txt": b"",
    }


def several() -> dict[str, bytes]:
    """Files with several stories each. Apart from files(), since the numbers of fuzz.py choose among those."""
    posts = [{"@type": "BlogPosting", "headline": STORIES[n][0], "datePublished": f"{STORIES[n][1]}T09:00:00Z", "articleBody": " ".join(STORIES[n][2:])}
             for n in ("trucks", "chief")]  # fmt: skip
    linked = json.dumps({"@type": "LiveBlogPosting", "headline": "Live", "publisher": {"name": "Northern Wire"}, "liveBlogUpdate": posts})
    live = page_of("trucks").replace(b"</head>", f'<script type="application/ld+json">{linked}</script></head>'.encode())
    brief = "\n\n".join("\n\n".join((STORIES[n][0], *STORIES[n][2:])) for n in ("frigates", "radars", "chief"))
    letter = f"Subject: Morning brief\nFrom: Northern Wire <news@northern.example>\nDate: Tue, 16 May 2023 06:00:00 +0000\n\n{brief}\n\nUnsubscribe\n"
    return {
        "several/live.html": live,
        "several/letter.eml": letter.encode(),
        "several/news.mbox": b"From a@b.example Thu May 11 08:30:00 2023\n"
        + mail_of("trucks")
        + b"\nFrom a@b.example Fri May 12 08:30:00 2023\n"
        + mail_of("trainers"),
    }


def make(folder: Path) -> Path:
    """Write the files below a folder."""
    for name, content in {**files(), **several()}.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return folder


if __name__ == "__main__":
    make(Path(sys.argv[1]))
