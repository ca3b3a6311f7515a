"""Does a model see the constructions that news lives on? Forty sentences with the arcs and names that must be found in each."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml
from spacy.language import Language
from spacy.tokens import Doc, Token

from kg.language.annotation import annotate
from kg.lexicon import Lexicon
from kg.model import Article

TABLE = Path(__file__).with_suffix(".yml")


def constructions() -> list[dict[str, Any]]:
    """The rows of constructions.yml: name, text, heads, names."""
    rows: list[dict[str, Any]] = yaml.safe_load(TABLE.read_text(encoding="utf-8"))
    return rows


def misread(nlp: Language, lexicon: Lexicon) -> dict[str, list[str]]:
    """By the name of each construction that is not fully right, what is wrong in it; read as annotate() reads."""
    wrong = {}
    for row in constructions():
        found = list(faults(annotate(Article(row["name"], row["text"]), nlp, lexicon), row))
        if found:
            wrong[row["name"]] = found
    return wrong


def faults(doc: Doc, row: dict[str, Any]) -> Iterator[str]:
    """The expected arcs that are not there, in words, and the names if they differ."""
    for dependents, labels, heads in row["heads"]:
        arcs = [(token, token.dep_.lower(), token.head) for token in words(doc, dependents)]
        allowed = {token.i for token in words(doc, heads)}
        if not any(label in _list(labels) and head.i in allowed for _, label, head in arcs):
            seen = ", ".join(f"{token} {label} {head}" for token, label, head in arcs)
            yield f"{' or '.join(_list(dependents))} {'/'.join(_list(labels))} {' or '.join(_list(heads))}: {seen}"
    named = sorted((s.start_char, s.text, s.label_ or "TITLE") for s in (*doc.ents, *doc.spans["titles"]))
    found = [[text, label] for _, text, label in named]
    if found != row["names"]:
        yield f"names {found}"


def words(doc: Doc, asked: str | list[str]) -> list[Token]:
    """The tokens in which the asked words stand, e.g. "worth/2", also where an amount was merged to one token."""
    found = []
    for word in _list(asked):
        text, _, place = word.partition("/")
        at = [m.start() for m in re.finditer(rf"(?<!\w){re.escape(text)}(?!\w)" if text[0].isalnum() else re.escape(text), doc.text)]
        if at:
            start = at[int(place or 1) - 1]
            found += [token for token in doc if token.idx <= start < token.idx + len(token)]
    return found


def _list(value: str | list[str]) -> list[str]:
    return [value] if isinstance(value, str) else value
