"""Which rules of inference are there? Each is one file ontology/rules/NAME.rq: a sentence, then a SPARQL CONSTRUCT."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from kg.ontology import data_dir

RULES = "rules"  # sub-folder of an ontology folder
_SENTENCE = re.compile(r"#\s*(If\b.*\bthen\b.*)")


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule. name: the file's, stable, as it stands in the graph. sentence: "If ..., then ...". sparql: the CONSTRUCT."""

    name: str
    sentence: str
    sparql: str


def load_rules(*folders: Path) -> tuple[Rule, ...]:
    """All rules of the folders, by default the shipped one, sorted by name; a later folder's rule replaces one of its name.

    Raises FileNotFoundError for a folder that is not there, ValueError for a file that does not open with "# If ... then ...".
    """
    paths: dict[str, Path] = {}
    for folder in folders or (data_dir() / RULES,):
        if not folder.is_dir():
            raise FileNotFoundError(f"there is no folder of rules {folder}")
        paths |= {path.name: path for path in folder.glob("*.rq")}
    return tuple(_read(path) for _, path in sorted(paths.items()))


def _read(path: Path) -> Rule:
    text = path.read_text(encoding="utf-8")
    opening = text.split("\n", 1)[0]
    found = _SENTENCE.fullmatch(opening.strip())
    if found is None:
        raise ValueError(f'{path}: a rule opens with a line "# If ... then ...", this one with {opening!r}')
    return Rule(path.stem, found[1], text)
