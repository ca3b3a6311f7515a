import os
from pathlib import Path

import pytest

from kg.reading import find


def made(folder: Path, *names: str) -> list[Path]:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x")
    return [folder / name for name in names]


def test_nested_folders_are_walked_in_a_fixed_order(tmp_path: Path) -> None:
    paths = made(tmp_path, "b.txt", "a/z/deep.txt", "a/c.TXT")
    assert find([tmp_path]).files == tuple(sorted(paths, key=str))


def test_order_of_inputs_does_not_matter(tmp_path: Path) -> None:
    made(tmp_path, "one/a.txt", "two/b.txt")
    one, two = tmp_path / "one", tmp_path / "two"
    assert find([one, two]) == find([two, one])


def test_what_is_passed_over_is_counted_by_reason(tmp_path: Path) -> None:
    made(tmp_path, "a.txt", ".hidden.txt", ".git/x.txt", "picture.jpg", "README")
    found = find([tmp_path])
    assert [p.name for p in found.files] == ["a.txt"]
    assert dict(found.skipped) == {"hidden": 2, "of a kind that is not read (.jpg)": 1, "of a kind that is not read": 1}


def test_a_named_file_is_taken_whatever_its_name_and_even_when_missing(tmp_path: Path) -> None:
    (story,) = made(tmp_path, "story.md")
    missing = tmp_path / "missing.txt"
    assert find([story, missing]).files == (missing, story)


def test_one_file_named_twice_is_read_once(tmp_path: Path) -> None:
    (file,) = made(tmp_path, "a.txt")
    (tmp_path / "b.txt").symlink_to(file)
    found = find([tmp_path, file, tmp_path / "." / "a.txt"])
    assert found.files == (file,)
    assert dict(found.skipped)["named twice"] >= 1


def test_links_in_a_circle_end(tmp_path: Path) -> None:
    made(tmp_path, "in/a.txt")
    (tmp_path / "in" / "loop").symlink_to(tmp_path)
    assert [p.name for p in find([tmp_path]).files] == ["a.txt"]


def test_very_deep_folders_are_walked(tmp_path: Path) -> None:
    deep = tmp_path.joinpath(*["d"] * 300)
    made(deep, "a.txt")
    assert len(find([tmp_path]).files) == 1


def test_a_closed_folder_is_counted_and_the_others_are_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made(tmp_path, "open/a.txt", "shut/b.txt")
    listdir = os.listdir

    def closed(path: Path) -> list[str]:
        if Path(path).name == "shut":
            raise PermissionError(13, "Permission denied")
        return listdir(path)

    monkeypatch.setattr(os, "listdir", closed)
    found = find([tmp_path])
    assert [p.name for p in found.files] == ["a.txt"]
    assert dict(found.skipped) == {"folder cannot be opened": 1}


def test_names_with_blanks_newlines_and_signs(tmp_path: Path) -> None:
    paths = made(tmp_path, "a b.txt", "new\nline.txt", "🚀.txt", "<script>alert(1)<.txt")
    assert set(find([tmp_path]).files) == set(paths)


def test_nothing_gives_nothing(tmp_path: Path) -> None:
    assert find([]).files == ()
    assert find([tmp_path]).files == ()
