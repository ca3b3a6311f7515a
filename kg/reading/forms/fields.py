"""Under which name does a record keep its text, headline, day, publisher and the rest?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from kg.lexicon import Lexicon

TABLE = "record_fields"
FIELDS = ("author", "date", "headline", "html", "id", "language", "publisher", "text", "url")
INNER = ("_source",)  # an object that holds the record itself, as search engines dump it
LONGEST_ID = 200
_SIGNS = re.compile(r"[\s-]+")


class BadFields(ValueError):
    """A field mapping that cannot be used; the message says what is allowed."""


@lru_cache(maxsize=1)
def names_of(lexicon: Lexicon) -> Mapping[str, tuple[str, ...]]:
    """The known names of each field, the first to try first. Raises ValueError for a field that no reader uses."""
    rows = sorted(lexicon.table(TABLE), key=lambda row: int(row["rank"]))
    if strange := {row["field"] for row in rows} - {*FIELDS, "list"}:
        raise ValueError(f"{TABLE}.tsv: unknown field {sorted(strange)[0]!r}; one of {', '.join(FIELDS)}, list")
    return {field: tuple(row["name"] for row in rows if row["field"] == field) for field in (*FIELDS, "list")}


def mapping_of(given: Sequence[str]) -> dict[str, str]:
    """The mapping that a user gives: "FIELD=NAME", or a YAML or JSON file of such pairs. Raises BadFields."""
    found: dict[str, str] = {}
    for each in given:
        pairs = dict([each.split("=", 1)]) if "=" in each else _in_file(Path(each))
        for field, name in pairs.items():
            if field.strip() not in FIELDS or not isinstance(name, str) or not name.strip():
                raise BadFields(f"--fields {each}: {field!r} is no field to map; write FIELD=NAME with FIELD one of {', '.join(FIELDS)}")
            found[field.strip()] = name.strip()
    return found


def _in_file(path: Path) -> Mapping[str, Any]:
    try:
        pairs = yaml.safe_load(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, yaml.YAMLError) as error:
        raise BadFields(f"--fields {path}: neither FIELD=NAME nor a file of such lines that can be read ({error})") from error
    if not isinstance(pairs, Mapping) or not all(isinstance(k, str) for k in pairs):
        raise BadFields(f'--fields {path}: not a list of lines "FIELD: name"; FIELD is one of {", ".join(FIELDS)}')
    return pairs


def record_of(item: Mapping[str, Any]) -> Mapping[str, Any]:
    """The record with its names in small letters, freed of the object that a search engine puts around it."""
    for name in INNER:
        inner = item.get(name)
        if isinstance(inner, Mapping):
            item = {"_id": item.get("_id"), **inner}
    return _small(item)


def value_of(record: Mapping[str, Any], field: str, names: Mapping[str, tuple[str, ...]], mapped: Mapping[str, str]) -> Any:
    """The value of a field, None when the record has none. mapped: the user's names; one of them stands alone."""
    for name in (plain(mapped[field]),) if field in mapped else names[field]:
        for value in _at(record, name):
            if isinstance(value, (str, int, float, list)) and value not in ("", []):
                return value
    return None


def in_list(record: Mapping[str, Any], names: Mapping[str, tuple[str, ...]]) -> list[Any] | None:
    """The list of records that an object holds, None when it holds none."""
    small = _small(record)
    lists = (v for name in names["list"] for v in _at(small, name))
    return next((v for v in lists if isinstance(v, list) and any(isinstance(e, Mapping) for e in v)), None)


def usable_id(id: str) -> str:
    """An id as its record has it, "" for one that is no name: with control characters, or longer than any."""
    return id if id.isprintable() and len(id) <= LONGEST_ID else ""


def plain(name: str) -> str:
    """A name in small letters with "_" for blanks and hyphens."""
    return _SIGNS.sub("_", name.strip().casefold())


def _small(item: Mapping[str, Any]) -> Mapping[str, Any]:
    found: dict[str, Any] = {}
    for key, value in item.items():
        found.setdefault(plain(str(key)), value)
    return found


def _at(record: Mapping[str, Any], name: str) -> Iterator[Any]:
    """What stands under a name: itself, or where its dots lead into objects."""
    if name in record:
        yield record[name]
    if "." not in name:
        return
    here: Any = record
    for part in name.split("."):
        here = _small(here).get(part) if isinstance(here, Mapping) else None
    if here is not None:
        yield here
