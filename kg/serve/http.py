"""What is asked for in a request, and how does an answer look on the wire?"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Any
from urllib.parse import parse_qs

TEXT = "text/plain; charset=utf-8"
SAFE = {"X-Content-Type-Options": "nosniff", "Referrer-Policy": "no-referrer", "X-Frame-Options": "DENY"}


@dataclass(frozen=True, slots=True)
class Answer:
    """What goes back. content: bytes; headers: beside type and length."""

    status: int
    media: str
    content: bytes
    headers: Mapping[str, str] = field(default_factory=dict)

    @property
    def line(self) -> str:
        """The status with its words."""
        return f"{self.status} {HTTPStatus(self.status).phrase}"

    def fields(self) -> list[tuple[str, str]]:
        """All headers."""
        told = {"Content-Type": self.media, "Content-Length": str(len(self.content)), **SAFE, **self.headers}
        return list(told.items())


def refusal(status: int, why: str, **headers: str) -> Answer:
    """An answer that says why there is none."""
    return Answer(status, TEXT, (why + "\n").encode("utf-8", "replace"), {k.replace("_", "-"): v for k, v in headers.items()})


@dataclass(frozen=True, slots=True)
class Request:
    """What was asked. path: decoded; media: type of the body, "" for none."""

    method: str
    path: str
    parameters: Mapping[str, Sequence[str]]
    accept: str
    host: str
    media: str
    body: bytes

    @classmethod
    def of(cls, environ: Mapping[str, Any]) -> Request:
        """The request that a WSGI server hands over. Parameters of a form are among those of the address. Raises ValueError."""
        media = str(environ.get("CONTENT_TYPE", "")).partition(";")[0].strip().lower()
        length = int(environ.get("CONTENT_LENGTH") or 0)
        body = environ["wsgi.input"].read(length) if length else b""
        told = parse_qs(environ.get("QUERY_STRING", ""), keep_blank_values=True, errors="strict", max_num_fields=100)
        if media == "application/x-www-form-urlencoded":
            for name, values in parse_qs(body.decode("utf-8"), keep_blank_values=True, errors="strict", max_num_fields=100).items():
                told.setdefault(name, []).extend(values)
        path = environ.get("PATH_INFO", "").encode("latin-1").decode("utf-8")
        return cls(environ["REQUEST_METHOD"], path, told, environ.get("HTTP_ACCEPT", ""), environ.get("HTTP_HOST", ""), media, body)


def negotiated(accept: str, offered: Iterable[str]) -> str:
    """The offered type that a client likes best, the first of equals; "" when it takes none. No wish takes anything."""
    wishes = [_wish(part) for part in (accept or "*/*").split(",") if part.strip()]
    best, chosen = 0.0, ""
    for media in offered:
        family = media.partition("/")[0] + "/*"
        liked = [(len(pattern.replace("*", "")), quality) for pattern, quality in wishes if pattern in (media, family, "*/*")]
        quality = max(liked)[1] if liked else 0.0  # the most specific wish counts
        if quality > best:
            best, chosen = quality, media
    return chosen


def _wish(part: str) -> tuple[str, float]:
    pattern, *told = (p.strip() for p in part.lower().split(";"))
    for parameter in told:
        name, _, value = parameter.partition("=")
        if name.strip() == "q":
            try:
                return pattern, min(1.0, max(0.0, float(value)))
            except ValueError:
                return pattern, 0.0
    return pattern, 1.0
