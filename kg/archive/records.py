"""How is what an article states written to a file, and read again exactly as it was?

JSON lines, one record a line: a head, the article, its mentions, its claims. A record names its class and its fields; only the
classes listed here are made from a file, and fields that have their usual value are not written.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import MISSING, dataclass, fields, is_dataclass, replace
from decimal import Decimal, InvalidOperation
from typing import Any

from kg.model import Argument, Article, Claim, Evidence, Extraction, Mention, Ref, Segment
from kg.values import Date, Money, Quantity

FORMAT = 1
CLASSES = {c.__name__: c for c in (Argument, Article, Claim, Date, Evidence, Mention, Money, Quantity, Ref, Segment)}
NUMBER = "Decimal"  # as text, so that no digit is lost


class Damaged(ValueError):
    """A record is not what this program writes."""


@dataclass(frozen=True, slots=True)
class Kept:
    """One article as it is kept. fingerprint: what read it, "" when it could not be read and has no claims yet."""

    extraction: Extraction
    fingerprint: str


def key_of(article: Article) -> str:
    """The digest of an article's content, whatever it is called, whose copy it is and on whichever page it stood."""
    return hashlib.sha256(_line(replace(article, id="", copy_of="", original="", segments=()))).hexdigest()


def written(kept: Kept) -> bytes:
    """The lines of one file. The article has no name here: that comes from all articles of the store."""
    bare = renamed(kept.extraction, "", "")
    body = b"".join(_line(record) + b"\n" for record in (bare.article, *bare.mentions, *bare.claims))
    head = {"format": FORMAT, "fingerprint": kept.fingerprint, "sha256": hashlib.sha256(body).hexdigest()}
    return json.dumps(head).encode() + b"\n" + body


def read(content: bytes) -> Kept:
    """What `written` wrote. Raises Damaged for anything else."""
    head, _, body = content.partition(b"\n")
    try:
        told = json.loads(head)
        if told["format"] != FORMAT or told["sha256"] != hashlib.sha256(body).hexdigest():
            raise Damaged("its digest is not that of its content")
        article, *rest = [_made(json.loads(line)) for line in body.splitlines()]
        mentions, claims = tuple(r for r in rest if isinstance(r, Mention)), tuple(r for r in rest if isinstance(r, Claim))
        if not isinstance(article, Article) or len(mentions) + len(claims) != len(rest):
            raise Damaged("its records are not an article, mentions and claims")
        return Kept(Extraction(article, mentions, claims), told["fingerprint"])
    except (ValueError, KeyError, TypeError, InvalidOperation, RecursionError) as error:
        raise Damaged(str(error)) from error


def renamed(extraction: Extraction, id: str, copy_of: str) -> Extraction:
    """The same extraction of an article that has another id, or is the copy of another; without the page it stood on."""
    return Extraction(
        replace(extraction.article, id=id, copy_of=copy_of, original="", segments=()),
        tuple(replace(m, article=id) for m in extraction.mentions),
        tuple(Claim(c.kind, _arguments(c.arguments, id), replace(c.evidence, article=id, copy_of=copy_of)) for c in extraction.claims),
    )


def _arguments(arguments: Iterable[Argument], id: str) -> tuple[Argument, ...]:
    return tuple(replace(a, value=replace(a.value, article=id)) if isinstance(a.value, Mention) else a for a in arguments)


def _line(record: Any) -> bytes:
    return json.dumps(_plain(record), separators=(",", ":"), allow_nan=False).encode("ascii")


def _plain(value: Any) -> Any:
    """A record as lists, dictionaries and plain values."""
    if is_dataclass(value) and not isinstance(value, type):
        told = {f.name: getattr(value, f.name) for f in fields(value)}
        usual = {f.name: f.default for f in fields(value) if f.default is not MISSING}
        return {"": type(value).__name__, **{n: _plain(v) for n, v in told.items() if n not in usual or usual[n] != v}}
    if isinstance(value, Decimal):
        return {"": NUMBER, "number": str(value)}
    if isinstance(value, tuple):
        return [_plain(v) for v in value]
    if value is None or isinstance(value, str | int | float):
        return value
    raise TypeError(f"a record cannot hold {type(value).__name__}")


def _made(plain: Any) -> Any:
    """The record that `_plain` made this from."""
    if isinstance(plain, list):
        return tuple(_made(p) for p in plain)
    if not isinstance(plain, dict):
        return plain
    name, rest = plain[""], {k: _made(v) for k, v in plain.items() if k}
    return Decimal(rest["number"]) if name == NUMBER else CLASSES[name](**rest)
