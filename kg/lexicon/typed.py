"""How do raw rows become typed ones? One function per kind of row; each refuses what its columns do not allow."""

from __future__ import annotations

from pathlib import Path

from kg.lexicon.entries import Entry
from kg.lexicon.files import Row, read_entries
from kg.lexicon.rows import (
    MODIFIER_EFFECTS,
    MODIFIER_SIDES,
    PLACE_KINDS,
    STATE_BODY_KINDS,
    STATUS_SPEECH,
    TITLE_KINDS,
    TITLE_SCOPES,
    Country,
    Place,
    StateBody,
    StatusWord,
    SystemName,
    Title,
    TitleBody,
    TitleModifier,
)

STATUSES = ("approved", "cancelled", "completed", "delivered", "expected", "planned", "signed", "started")


def country(row: Row) -> Country:
    """A row of countries.tsv."""
    return Country(
        row["code"], row["name"], *(row.many(c) for c in ("names", "demonyms", "capitals", "metonyms", "ambiguous"))
    )  # fmt: skip


def place(row: Row, kind: str = "city") -> Place:
    """A row of cities.tsv (kind "city", without demonyms) or regions.tsv (which has its own kind)."""
    kind = row.choice("kind", PLACE_KINDS) if "kind" in row else kind
    demonyms = row.many("demonyms") if "demonyms" in row else ()
    return Place(row["name"], kind, row["country"], row.many("names"), demonyms, row.choice("ambiguous", ("", "yes")) == "yes")


def title(row: Row) -> Title:
    """A row of titles.tsv; an empty canonical form is the words themselves."""
    kind, scope = row.choice("kind", TITLE_KINDS), row.choice("scope", TITLE_SCOPES)
    return Title(row["words"], kind, row["canonical"] or row["words"], scope, row["example"], row["counter"])


def title_modifier(row: Row) -> TitleModifier:
    """A row of title_modifiers.tsv."""
    return TitleModifier(row["words"], row.choice("effect", MODIFIER_EFFECTS), row.choice("side", MODIFIER_SIDES))


def title_body(row: Row) -> TitleBody:
    """A row of title_bodies.tsv."""
    return TitleBody(row["words"], row["name"], row["country"], row.many("others"))


def state_body(row: Row) -> StateBody:
    """A row of state_bodies.tsv."""
    return StateBody(row["words"], row.choice("kind", STATE_BODY_KINDS), row["country"], row["name"])


def system_name(row: Row) -> SystemName:
    """A row of systems.tsv."""
    return SystemName(row["name"], row.many("names"), row["class"], row["maker"], row.many("country"))


def status_words(path: Path) -> tuple[StatusWord, ...]:
    """Entries of status_words.yml."""
    found = []
    for entry in (Entry.at(*pair) for pair in read_entries(path)):
        entry.only(("lemma", "particle", "status", "speech", "denied", "example", "counter"))
        found.append(
            StatusWord(
                lemma=entry.text("lemma"),
                particle=entry.text("particle", ""),
                status=entry.choice("status", STATUSES),
                denied=entry.choice("denied", STATUSES, ""),
                speech=entry.choice("speech", STATUS_SPEECH),
                example=entry.text("example"),
                counter=entry.text("counter", ""),
            )
        )
    return tuple(found)
