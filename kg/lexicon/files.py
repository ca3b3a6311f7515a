"""How is a lexicon file read, and what does the program say when a row of it is wrong?

Two formats: TSV for flat tables, YAML for rows with parts. Both give `Row`s that know their file and line.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import yaml

SEPARATOR = "|"
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # ten times faster where the C library is there


class LexiconError(ValueError):
    """A lexicon file is missing or a row of it is wrong; the message names file, line and what is allowed."""


class Row(dict[str, str]):
    """One row of a table: column to text, "" for an empty cell. where: "titles.tsv line 12"."""

    where: str = ""

    def many(self, column: str) -> tuple[str, ...]:
        """The parts of a cell that lists several things: "Turk|Turks" gives ("Turk", "Turks"), "" gives ()."""
        return tuple(part.strip() for part in self[column].split(SEPARATOR) if part.strip())

    def choice(self, column: str, allowed: Iterable[str]) -> str:
        """The cell, which must be one of the allowed words. Raises LexiconError naming file, line and the words."""
        value, words = self[column], sorted(allowed)
        if value not in words:
            shown = ", ".join(w or '""' for w in words)
            raise LexiconError(f"{self.where}: {column} is {value!r}; allowed: {shown}")
        return value


def read_table(path: Path) -> tuple[Row, ...]:
    """Rows of a TSV file. Lines that open with "#" are comments; the first other line names the columns.

    Cells are stripped; missing cells at the end of a row are "". Raises LexiconError.
    """
    columns: list[str] = []
    rows: list[Row] = []
    for number, line in enumerate(_text(path).splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = [cell.strip() for cell in line.split("\t")]
        where = f"{path.name} line {number}"
        if not columns:
            columns = cells
            if len(set(columns)) < len(columns) or not all(columns):
                raise LexiconError(f"{where}: the column names must be there and differ: {columns}")
            continue
        if len(cells) > len(columns):
            raise LexiconError(f"{where}: {len(cells)} cells for {len(columns)} columns ({', '.join(columns)})")
        row = Row(zip(columns, cells + [""] * (len(columns) - len(cells)), strict=True))
        row.where = where
        rows.append(row)
    if not columns:
        raise LexiconError(f"{path.name}: no line with column names")
    return tuple(rows)


def read_document(path: Path) -> Any:
    """A YAML file as Python values. Raises LexiconError, also for a key that is there twice."""
    return _parsed(path)[1]


def read_entries(path: Path) -> tuple[tuple[str, Any], ...]:
    """Entries of a YAML file that is one list, each after where it stands ("status_words.yml line 7")."""
    node, document = _parsed(path)
    if document is None:
        return ()
    if not isinstance(document, list):
        raise LexiconError(f"{path.name}: must be a list of entries")
    return tuple(_placed(path, node, document))


def read_sections(path: Path, sections: Iterable[str]) -> tuple[dict[str, Any], dict[str, tuple[tuple[str, Any], ...]]]:
    """A YAML file that is one mapping: its other keys, and the entries of each section as read_entries gives them."""
    node, document = _parsed(path)
    if not isinstance(document, dict):
        raise LexiconError(f"{path.name}: must be a mapping, with a list of entries in each of {', '.join(sections)}")
    parts = {key.value: value for key, value in node.value}
    found: dict[str, tuple[tuple[str, Any], ...]] = {}
    for section in sections:
        entries = document.pop(section, None) or []
        if not isinstance(entries, list):
            raise LexiconError(f"{path.name}: {section} must be a list of entries")
        found[section] = tuple(_placed(path, parts[section], entries)) if entries else ()
    return document, found


def _placed(path: Path, node: Any, entries: list[Any]) -> Iterable[tuple[str, Any]]:
    """Each entry of a list after the file and line it stands in."""
    for entry, entry_node in zip(entries, node.value, strict=True):
        yield f"{path.name} line {entry_node.start_mark.line + 1}", entry


def _parsed(path: Path) -> tuple[Any, Any]:
    """The nodes of a YAML file, which know their lines, and its values."""
    loader = LOADER(_text(path))
    try:
        node: Any = loader.get_single_node()
        _refuse_twice(node, path)
        return node, None if node is None else loader.construct_document(node)
    except yaml.YAMLError as error:
        raise LexiconError(f"{path.name}: not YAML: {error}") from error


def _refuse_twice(node: Any, path: Path) -> None:
    """YAML lets a later key silently win; here it is an error."""
    if isinstance(node, yaml.MappingNode):
        seen: set[str] = set()
        for key, value in node.value:
            if key.value in seen:
                raise LexiconError(f"{path.name} line {key.start_mark.line + 1}: key {key.value!r} is there twice")
            seen.add(key.value)
            _refuse_twice(value, path)
    elif isinstance(node, yaml.SequenceNode):
        for part in node.value:
            _refuse_twice(part, path)


def _text(path: Path) -> str:
    if not path.is_file():
        raise LexiconError(f"no file {path.name} in {path.parent}")
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise LexiconError(f"{path.name}: not UTF-8 (byte {error.start})") from error
