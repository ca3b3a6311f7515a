"""How do raw rows become typed ones? One function per kind of row; each refuses what its columns do not allow."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from kg.lexicon.files import LexiconError, Row, read_entries
from kg.lexicon.rows import (
    MODIFIER_EFFECTS,
    MODIFIER_SIDES,
    PLACE_KINDS,
    STATE_BODY_KINDS,
    STATUS_SPEECH,
    TITLE_KINDS,
    TITLE_SCOPES,
    Country,
    DealNoun,
    DealPhrase,
    DealVerb,
    Place,
    StateBody,
    StatusWord,
    SystemName,
    Title,
    TitleBody,
    TitleModifier,
)

DEAL_KINDS = ("Acquisition", "Contract", "Delivery", "Donation", "Lease", "Purchase")
DEAL_STATUSES = ("approved", "cancelled", "delivered", "planned", "signed")
DELIVERY_STATUSES = ("completed", "expected", "started")
ROLE_VALUES = (
    "buyer", "deal", "from", "hasDate", "hasValue", "maker", "party", "quantity", "seller", "start", "system", "to",
)  # fmt: skip


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
    return TitleBody(row["words"], row["name"], row["country"])


def state_body(row: Row) -> StateBody:
    """A row of state_bodies.tsv."""
    return StateBody(row["words"], row.choice("kind", STATE_BODY_KINDS), row["country"], row["name"])


def system_name(row: Row) -> SystemName:
    """A row of systems.tsv."""
    return SystemName(row["name"], row.many("names"), row["class"], row["maker"], row.many("country"))


def deal_verbs(path: Path) -> tuple[DealVerb, ...]:
    """Entries of deal_verbs.yml or delivery_verbs.yml."""
    keys = ("lemma", "particle", "kind", "company_kind", "status", "needs", "roles", "example", "counter")
    return tuple(
        DealVerb(
            lemma=_text(e, "lemma", where), particle=_text(e, "particle", where, ""), kind=_kind(e, "kind", where),
            company_kind=_kind(e, "company_kind", where, ""), status=_status(e, where, DEAL_STATUSES + DELIVERY_STATUSES, ""),
            roles=_roles(e, where), example=_text(e, "example", where), counter=_text(e, "counter", where, ""),
            needs=_text(e, "needs", where, ""),
        )
        for e, where in read_entries(path, keys)
    )  # fmt: skip


def deal_nouns(path: Path) -> tuple[DealNoun, ...]:
    """Entries of deal_nouns.yml."""
    keys = ("lemma", "kind", "company_kind", "status", "carrier", "roles", "example", "counter")
    return tuple(
        DealNoun(
            lemma=_text(e, "lemma", where), kind=_kind(e, "kind", where), company_kind=_kind(e, "company_kind", where, ""),
            status=_status(e, where, DEAL_STATUSES + DELIVERY_STATUSES, ""), carrier=bool(e.get("carrier", False)),
            roles=_roles(e, where), example=_text(e, "example", where), counter=_text(e, "counter", where, ""),
        )
        for e, where in read_entries(path, keys)
    )  # fmt: skip


def deal_phrases(path: Path) -> tuple[DealPhrase, ...]:
    """Entries of deal_phrases.yml."""
    keys = ("lemma", "particle", "nouns", "status", "roles", "example", "counter")
    return tuple(
        DealPhrase(
            lemma=_text(e, "lemma", where), particle=_text(e, "particle", where, ""), nouns=_texts(e, "nouns", where),
            status=_status(e, where, DEAL_STATUSES), roles=_roles(e, where),
            example=_text(e, "example", where), counter=_text(e, "counter", where, ""),
        )
        for e, where in read_entries(path, keys)
    )  # fmt: skip


def status_words(path: Path) -> tuple[StatusWord, ...]:
    """Entries of status_words.yml."""
    keys = ("lemma", "particle", "status", "speech", "example", "counter")
    return tuple(
        StatusWord(
            lemma=_text(e, "lemma", where), particle=_text(e, "particle", where, ""),
            status=_status(e, where, DEAL_STATUSES + DELIVERY_STATUSES), speech=_choice(e, "speech", where, STATUS_SPEECH),
            example=_text(e, "example", where), counter=_text(e, "counter", where, ""),
        )
        for e, where in read_entries(path, keys)
    )  # fmt: skip


def _text(entry: Mapping[str, Any], key: str, where: str, default: str | None = None) -> str:
    value = entry.get(key, default)
    if not isinstance(value, str):
        raise LexiconError(f"{where}: {key} must be text, not {value!r}")
    return value


def _texts(entry: Mapping[str, Any], key: str, where: str) -> tuple[str, ...]:
    value = entry.get(key, [])
    if not isinstance(value, list) or not all(isinstance(v, str) for v in value):
        raise LexiconError(f"{where}: {key} must be a list of words, not {value!r}")
    return tuple(value)


def _choice(entry: Mapping[str, Any], key: str, where: str, allowed: Iterable[str], default: str | None = None) -> str:
    value = _text(entry, key, where, default)
    if value != default and value not in allowed:
        raise LexiconError(f"{where}: {key} is {value!r}; allowed: {', '.join(sorted(allowed))}")
    return value


def _kind(entry: Mapping[str, Any], key: str, where: str, default: str | None = None) -> str:
    return _choice(entry, key, where, DEAL_KINDS, default)


def _status(entry: Mapping[str, Any], where: str, allowed: Iterable[str], default: str | None = None) -> str:
    return _choice(entry, "status", where, allowed, default)


def _roles(entry: Mapping[str, Any], where: str) -> dict[str, str]:
    """Function to property; every property must be one that a deal or delivery has."""
    roles = entry.get("roles", {})
    if not isinstance(roles, dict):
        raise LexiconError(f"{where}: roles must be a mapping of function to property, not {roles!r}")
    for function, value in roles.items():
        if value not in ROLE_VALUES:
            raise LexiconError(f"{where}: roles.{function} is {value!r}; allowed: {', '.join(ROLE_VALUES)}")
    return {str(function): str(value) for function, value in roles.items()}
