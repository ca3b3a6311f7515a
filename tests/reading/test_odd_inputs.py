"""What the world sends instead of a story: each gives a clear refusal, or an article all the same."""

import logging
import os
import pickle
from pathlib import Path

import pytest

from kg.lexicon import Lexicon
from kg.reading import Unreadable, read_text
from kg.reading.decoding import LARGEST_BYTES

KEPT = "Poland has signed a contract for 180 tanks, the minister said on Friday.\n\nThe first will arrive this year."
STORY = f"Poland buys tanks\n\n{KEPT}\n"

REFUSED = {
    "empty": (b"", "empty"),
    "white space": (b" \r\n\t\n", "empty"),
    "only a mark": (b"\xef\xbb\xbf\n", "empty"),
    "UTF-16 mark alone": (b"\xff\xfe", "empty"),
    "NUL bytes": (b"Poland\x00bought\x00tanks", "binary"),
    "an image": (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "binary"),
    "control characters": (b"\x01\x02\x03abc\x04\x05", "binary"),
    "a PDF": (b"%PDF-1.7\n1 0 obj", "a PDF"),
    "an office file": (b"PK\x03\x04....", "office file"),
    "no letters": (b"12345\n\n67 89\n\n!!! ???", "no letters"),
    "only a date line": (b"date 2020-01-01 Somewhere\n", "no letters"),
    "only a headline": (b"date 2020-01-01\nPoland buys tanks\n", "no story below"),
    "only furniture": (b"Share\n\nRead more\n\nSubscribe to our newsletter.\n\n\xc2\xa9 2020 D\n\nAll rights reserved.\n", "no story"),
}


def written(folder: Path, content: bytes | str, name: str = "a.txt") -> Path:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


@pytest.mark.parametrize("name", REFUSED)
def test_refused_with_a_reason_and_a_remedy(name: str, tmp_path: Path, lexicon: Lexicon) -> None:
    content, why = REFUSED[name]
    with pytest.raises(Unreadable) as refusal:
        read_text(written(tmp_path, content), lexicon)
    assert why in refusal.value.why
    assert refusal.value.mend and refusal.value.path.name == "a.txt"
    assert "a.txt" in str(refusal.value) and why in str(refusal.value)


def test_missing_file(tmp_path: Path, lexicon: Lexicon) -> None:
    with pytest.raises(Unreadable, match="no such file"):
        read_text(tmp_path / "none.txt", lexicon)


def test_folder(tmp_path: Path, lexicon: Lexicon) -> None:
    with pytest.raises(Unreadable, match="a folder"):
        read_text(tmp_path, lexicon)


def test_pipe_does_not_hang(tmp_path: Path, lexicon: Lexicon) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    with pytest.raises(Unreadable, match="pipe"):
        read_text(tmp_path / "pipe.txt", lexicon)


def test_permission_denied(tmp_path: Path, lexicon: Lexicon, monkeypatch: pytest.MonkeyPatch) -> None:
    def denied(self: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", denied)
    with pytest.raises(Unreadable, match="permission"):
        read_text(written(tmp_path, STORY), lexicon)


def test_too_large(tmp_path: Path, lexicon: Lexicon) -> None:
    path = tmp_path / "large.txt"
    with path.open("wb") as file:
        file.truncate(LARGEST_BYTES + 1)
    with pytest.raises(Unreadable, match="more than"):
        read_text(path, lexicon)


def test_name_too_long_for_the_disk(lexicon: Lexicon) -> None:
    with pytest.raises(Unreadable):
        read_text(Path("x" * 5000), lexicon)


def test_refusal_passes_between_processes() -> None:
    refusal = Unreadable(Path("a.txt"), "why", "mend")
    assert str(pickle.loads(pickle.dumps(refusal))) == str(refusal)


@pytest.mark.parametrize(
    "content",
    [
        STORY.encode(),
        STORY.encode("utf-8-sig"),
        STORY.encode("utf-16"),
        b"\xfe\xff" + STORY.encode("utf-16-be"),
        STORY.replace("\n", "\r\n").encode(),
        STORY.replace("\n", "\r").encode(),
        STORY.replace(" ", "\u00a0").encode(),
        STORY.replace("a", "a\u200b").encode(),
        STORY.replace("n ", "n  \t ").encode(),
        STORY.replace("\n\n", "\n \t \n\n\n").encode(),
        STORY.replace("tanks", "\u202etanks\u202c").encode(),
    ],
    ids=["utf-8", "mark", "utf-16", "utf-16-be", "crlf", "cr", "no-break", "zero-width", "tabs", "gaps", "direction"],
)
def test_one_story_in_any_coat(content: bytes, tmp_path: Path, lexicon: Lexicon) -> None:
    article = read_text(written(tmp_path, content), lexicon)
    assert (article.headline, article.text) == ("Poland buys tanks", KEPT)


def test_windows_text_is_read_and_told(tmp_path: Path, lexicon: Lexicon, caplog: pytest.LogCaptureFixture) -> None:
    story = STORY.replace("the minister", "“Błaszczak’s” aide Rosselló".replace("ł", "l"))
    article = read_text(written(tmp_path, story.encode("cp1252")), lexicon)
    assert "“Blaszczak’s” aide Rosselló said" in article.text
    assert "Windows-1252" in caplog.text


def test_bytes_that_no_code_page_has(tmp_path: Path, lexicon: Lexicon) -> None:
    assert "180 tanks" in read_text(written(tmp_path, STORY.encode() + b"\nThe \x81 \xe9nd is near.\n"), lexicon).text


def test_damaged_spot_does_not_spoil_the_accents(tmp_path: Path, lexicon: Lexicon, caplog: pytest.LogCaptureFixture) -> None:
    story = STORY.replace("the minister", "Włodzimierz Żółć")
    article = read_text(written(tmp_path, story.encode() + b"\nThe \xff end.\n"), lexicon)
    assert "Włodzimierz Żółć said" in article.text
    assert "damaged" in caplog.text


def test_quotes_and_dashes_stay_as_they_are(tmp_path: Path, lexicon: Lexicon) -> None:
    sentence = "“It’s a ‘great’ day — isn’t it?” the minister asked – in Łódź, for €3.5bn."
    assert sentence in read_text(written(tmp_path, f"{STORY}\n{sentence}\n"), lexicon).text


@pytest.mark.parametrize("name", ["<script>alert(1)<.txt", "a b.txt", "new\nline.txt", "🚀.txt", "x.y.txt", '"; DROP TABLE.txt'])
def test_any_name_is_an_id(name: str, tmp_path: Path, lexicon: Lexicon) -> None:
    assert read_text(written(tmp_path, STORY, name), lexicon).id == name.removesuffix(".txt")


def test_name_in_bytes_that_are_no_text(tmp_path: Path, lexicon: Lexicon) -> None:
    path = tmp_path / os.fsdecode(b"caf\xe9.txt")
    try:
        path.write_text(STORY)
    except OSError:
        pytest.skip("this file system takes no such names")
    read_text(path, lexicon).id.encode("utf-8")


def test_five_megabytes_in_one_line(tmp_path: Path, lexicon: Lexicon) -> None:
    line = "The minister said on Friday that Poland will buy tanks from South Korea. " * 70_000
    assert read_text(written(tmp_path, line), lexicon).text == line.strip()


UNITS = ["(", "a ", "A", "a\u200b ", "Poland.The", " - a", '"', "a@", "27 November ", "1", "•", "Photo: ", "..", "\ufeff"]


@pytest.mark.parametrize("unit", UNITS)
def test_monotony_takes_no_forever(unit: str, tmp_path: Path, lexicon: Lexicon) -> None:
    path = written(tmp_path, f"Headline\n\n{unit * (300_000 // len(unit))}a\n\nThe minister said on Friday that it will buy tanks.\n")
    assert read_text(path, lexicon).text.endswith("The minister said on Friday that it will buy tanks.")


def test_very_many_short_lines(tmp_path: Path, lexicon: Lexicon) -> None:
    article = read_text(written(tmp_path, "Headline\n\n" + "Tag\n" * 30_000 + "\n" + "• x\n" * 30_000 + "\n" * 30_000 + STORY), lexicon)
    assert article.text == KEPT


def test_right_to_left_text_is_not_lost(tmp_path: Path, lexicon: Lexicon) -> None:
    story = "تركيا تشتري منظومة\n\nقال الوزير يوم الجمعة إن البلاد ستشتري أربع بطاريات من روسيا في العام المقبل.\n"
    assert read_text(written(tmp_path, story), lexicon).text.startswith("قال الوزير")


def test_a_single_sentence_is_a_story(tmp_path: Path, lexicon: Lexicon) -> None:
    article = read_text(written(tmp_path, "Poland ordered 32 F-35 jets."), lexicon)
    assert (article.headline, article.text) == ("", "Poland ordered 32 F-35 jets.")


def test_no_date_is_said_and_not_guessed(tmp_path: Path, lexicon: Lexicon, caplog: pytest.LogCaptureFixture) -> None:
    article = read_text(written(tmp_path, STORY), lexicon)
    assert (article.published, article.published_from) == (None, "")
    assert "no publication date" in caplog.text


@pytest.mark.parametrize("day", ["2019-02-30", "27-11-2019", "2019/11/27", "2019-11-27T10:00", "0000-00-00", "20191127"])
def test_bad_first_line_is_told_and_the_rest_is_read(day: str, tmp_path: Path, lexicon: Lexicon, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.WARNING)
    article = read_text(written(tmp_path, f"date {day} Example\n{STORY}"), lexicon)
    assert (article.headline, article.text, article.published) == ("Poland buys tanks", KEPT, None)
    assert day in caplog.text
