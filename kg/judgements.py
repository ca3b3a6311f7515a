"""How do people tell the program that two things are one, or are not, in a file that they keep beside their articles?

A table that is read well in any editor and compares well in git: one judgement a line. Lines with "?" wait for a verdict and change
nothing; taking a line away takes its judgement back.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TypeAlias

from kg.lexicon import LexiconError, read_table
from kg.model import Ruling

Pair: TypeAlias = tuple[str, frozenset[tuple[str, str]]]

COLUMNS = ("verdict", "kind", "left", "left_in", "right", "right_in", "by", "note")
VERDICTS = {"same": True, "different": False}
OPEN = "?"
HEADER = (
    "# Judgements: which two things are one, and which are not.\n"
    "# verdict: same, different, or ? (not judged yet). kind: what is compared. left, right: a name, or the quoted words of a fact;\n"
    "# left_in, right_in: the article it stands in, empty for every article. by: who judged. note: why. Columns are parted by tabs.\n"
)


class BadJudgements(ValueError):
    """A file of judgements cannot be used; the message names the file, the line and what is allowed."""


def read(path: Path) -> tuple[Ruling, ...]:
    """The judgements of a file, those still open left out. Raises BadJudgements."""
    return tuple(ruling for verdict, ruling in _lines(path) if verdict != OPEN)


def pairs(path: Path) -> set[Pair]:
    """The pairs that a file has a verdict on, or that wait in it for one. Raises BadJudgements."""
    return {pair(ruling) for _, ruling in _lines(path)}


def pair(ruling: Ruling) -> Pair:
    """What a judgement is about, whichever of the two comes first."""
    sides = ((ruling.left, ruling.left_in), (ruling.right, ruling.right_in))
    return ruling.kind, frozenset((_cell(name), _cell(article)) for name, article in sides)


def with_open(path: Path, new: Iterable[Ruling]) -> str:
    """The text of the file with a line for each pair that it does not have, marked open; the rest as it is. Raises BadJudgements."""
    known = pairs(path) if path.exists() else set()
    text = path.read_text(encoding="utf-8-sig") if path.exists() else HEADER + "\t".join(COLUMNS) + "\n"
    return text + ("" if text.endswith("\n") else "\n") + "".join(_line(OPEN, r) for r in new if pair(r) not in known)


def with_verdict(text: str, ruling: Ruling) -> str:
    """The text of a file with this verdict on its pair in place of "?"; a line more where the pair is not there."""
    new, asked = _line("same" if ruling.same else "different", ruling), _line(OPEN, ruling).split("\t")[:6]
    lines = text.splitlines(keepends=True)
    at = next((i for i, line in enumerate(lines) if line.rstrip("\n").split("\t")[:6] == asked), None)
    return text + new if at is None else "".join([*lines[:at], new, *lines[at + 1 :]])


def write(path: Path, text: str) -> None:
    """Write the file whole or not at all, so that no judgement is lost. Raises OSError."""
    part = path.with_name(f".{path.name}.part")
    part.write_text(text, encoding="utf-8", newline="\n")
    part.replace(path)


def _lines(path: Path) -> Iterable[tuple[str, Ruling]]:
    try:
        rows = read_table(path)
    except (LexiconError, OSError) as error:
        raise BadJudgements(f"{path}: {error}") from error
    for row in rows:
        missing = [c for c in COLUMNS[:6] if c not in row] or [c for c in ("kind", "left", "right") if not row[c]]
        if missing:
            raise BadJudgements(f"{row.where}: {', '.join(missing)} missing; the columns are {', '.join(COLUMNS)}, parted by tabs")
        if row["verdict"] not in (*VERDICTS, OPEN):
            raise BadJudgements(f"{row.where}: verdict is {row['verdict']!r}; allowed: {', '.join(VERDICTS)}, {OPEN}")
        told = {c: row.get(c, "") for c in COLUMNS[1:]}
        ruling = Ruling(**told, same=VERDICTS.get(row["verdict"], False), where=row.where)
        if (ruling.left, ruling.left_in) == (ruling.right, ruling.right_in) and not (ruling.left_in and not ruling.same):
            raise BadJudgements(f"{row.where}: both sides are “{ruling.left}”; say in which articles (left_in, right_in) the two stand")
        yield row["verdict"], ruling


def _line(verdict: str, r: Ruling) -> str:
    return "\t".join(map(_cell, (verdict, r.kind, r.left, r.left_in, r.right, r.right_in, r.by, r.note))) + "\n"


def _cell(text: str) -> str:
    """Text as a cell of the table: on one line, without tabs or characters that steer a terminal."""
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())
