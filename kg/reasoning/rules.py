"""Which rules of inference are there? Each is one file ontology/rules/NAME.rq: a sentence, then a SPARQL CONSTRUCT."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from kg.ontology import data_dir

_SENTENCE = re.compile(r"#\s*(If\b.*\bthen\b.*)")


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule. name: the file's, stable, as it stands in the graph. sentence: "If ..., then ...". sparql: the CONSTRUCT."""

    name: str
    sentence: str
    sparql: str


def load_rules(folder: Path | None = None) -> tuple[Rule, ...]:
    """All rules of a folder, by default the shipped one, sorted by name.

    Raises FileNotFoundError for a folder that is not there, ValueError for a file that does not open with "# If ... then ...".
    """
    folder = folder or data_dir() / "rules"
    if not folder.is_dir():
        raise FileNotFoundError(f"there is no folder of rules {folder}")
    return tuple(_read(path) for path in sorted(folder.glob("*.rq")))


def _read(path: Path) -> Rule:
    text = path.read_text(encoding="utf-8")
    opening = text.split("\n", 1)[0]
    found = _SENTENCE.fullmatch(opening.strip())
    if found is None:
        raise ValueError(f'{path}: a rule opens with a line "# If ... then ...", this one with {opening!r}')
    return Rule(path.stem, found[1], text)
