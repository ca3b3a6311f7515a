"""How does a graph get into a triple store elsewhere, and how is it known that all of it arrived?

By the SPARQL 1.1 Graph Store Protocol, which every store speaks: the graph in batches of N-Triples, the first of which takes the place of
what stood there. Credentials come from the environment alone: an address with a password in it ends up in logs and histories.
"""

from __future__ import annotations

import base64
import ipaddress
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from http.client import HTTPException
from typing import IO, Any
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

import pyoxigraph as ox

USER, PASSWORD, TOKEN = "KG_USER", "KG_PASSWORD", "KG_TOKEN"  # names of variables of the environment
BATCH = 50_000  # triples a request; some 8 MB of text
TRIES = 5
WAIT_SECONDS = 0.5  # before the second try; doubled for each further one
PATIENCE_SECONDS = 300.0  # for one answer
PASSING = frozenset({408, 425, 429, 500, 502, 503, 504})  # answers after which it may go well the next time
NT = "application/n-triples"


class NotLoaded(Exception):
    """A store did not take the graph, or not all of it; the message says what it answered. It never holds credentials."""


@dataclass(frozen=True, slots=True)
class Remote:
    """A graph in a store. url: of its Graph Store Protocol; graph: IRI, "" for the default graph; digest: how a password is proved."""

    url: str
    graph: str = ""
    digest: bool = False

    @property
    def address(self) -> str:
        """Where requests for the graph go."""
        parts = urlsplit(self.url)
        which = [("graph", self.graph)] if self.graph else [("default", "")]
        query = urlencode([*parse_qsl(parts.query, keep_blank_values=True), *which])
        return urlunsplit((parts.scheme, parts.netloc, parts.path, query, ""))


def check(remote: Remote, environment: Mapping[str, str]) -> str:
    """A warning to show, "" for none. Raises NotLoaded for an address that cannot be used."""
    try:
        parts = urlsplit(remote.url)
        port = parts.port
    except ValueError as error:
        raise NotLoaded(f"this is no address: {error}") from error
    if parts.scheme not in ("http", "https") or not parts.hostname or port == 0:
        raise NotLoaded("the address of a store begins with http:// or https://")
    if parts.username is not None or parts.password is not None:
        raise NotLoaded(f"leave name and password out of the address, where others can see them; put them into {USER} and {PASSWORD}")
    try:
        ox.NamedNode(remote.graph) if remote.graph else None
    except ValueError as error:
        raise NotLoaded(f"the graph's name is no IRI: {error}") from error
    if {USER, TOKEN} & environment.keys() and parts.scheme == "http" and not _is_loopback(parts.hostname):
        return f"the password goes unencrypted to {parts.hostname}; better give an address with https://"
    return ""


def load(
    triples: Sequence[ox.Triple],
    remote: Remote,
    environment: Mapping[str, str],
    *,
    add: bool = False,
    batch: int = BATCH,
    progress: Callable[[int, int], None] = lambda done, total: None,
    sleep: Callable[[float], None] = time.sleep,
) -> int:
    """Put the triples into the graph, in place of what stood there or (add) beside it; how many it holds then.

    triples: without doubles and blank nodes, so that a batch sent twice changes nothing. Raises NotLoaded.
    """
    client = _Client(remote, environment, sleep)
    for number, start in enumerate(range(0, len(triples), batch) if triples else [0]):
        content = b"".join(f"{t} .\n".encode() for t in triples[start : start + batch])
        client.request("PUT" if number == 0 and not add else "POST", content)
        progress(min(start + batch, len(triples)), len(triples))
    found = client.count()
    if found < len(triples) or (found != len(triples) and not add):
        raise NotLoaded(f"{len(triples):,} triples were sent, but the store says that the graph holds {found:,}")
    return found


class _Missing(NotLoaded):
    """The store has no such graph."""


class _Client:
    """Sends requests for one graph, again after a passing fault."""

    def __init__(self, remote: Remote, environment: Mapping[str, str], sleep: Callable[[float], None]) -> None:
        self.remote, self.sleep = remote, sleep
        self.headers: dict[str, str] = {}
        handlers: list[urllib.request.BaseHandler] = [_NoRedirect()]
        user, password = environment.get(USER, ""), environment.get(PASSWORD, "")
        if token := environment.get(TOKEN, ""):
            self.headers["Authorization"] = f"Bearer {token}"
        elif user and remote.digest:
            known = urllib.request.HTTPPasswordMgrWithDefaultRealm()
            known.add_password(None, remote.url, user, password)
            handlers.append(urllib.request.HTTPDigestAuthHandler(known))
        elif user:
            self.headers["Authorization"] = "Basic " + _base64(f"{user}:{password}")
        self.opener = urllib.request.build_opener(*handlers)

    def request(self, method: str, content: bytes) -> None:
        """Send one batch."""
        self._tried(method, {"Content-Type": NT}, content, lambda answer: answer.read() and None)

    def count(self) -> int:
        """How many triples the graph holds, as the store gives it back; to some stores a graph without any is none."""
        try:
            return int(self._tried("GET", {"Accept": NT}, None, _count))
        except _Missing:
            return 0

    def _tried(self, method: str, headers: Mapping[str, str], content: bytes | None, use: Callable[[IO[bytes]], Any]) -> Any:
        wait = WAIT_SECONDS
        for left in reversed(range(TRIES)):
            asked = urllib.request.Request(self.remote.address, content, {**self.headers, **headers}, method=method)
            try:
                with self.opener.open(asked, timeout=PATIENCE_SECONDS) as answer:
                    return use(answer)
            except urllib.error.HTTPError as error:
                with error:
                    why = _told(error)
                if error.code not in PASSING:
                    raise (_Missing if error.code == 404 else NotLoaded)(why) from None
            except (OSError, HTTPException, ValueError) as error:  # refused, cut off, timed out, or an answer that is no HTTP
                why = f"the store does not answer: {getattr(error, 'reason', error)}"
            if left:
                self.sleep(wait)
                wait *= 2
        raise NotLoaded(f"{why}; given up after {TRIES} tries")


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    """Credentials go to the address that was given and to no other."""

    def redirect_request(self, *_: Any) -> None:
        return None


def _told(error: urllib.error.HTTPError) -> str:
    """What the store answered, in one line without control characters."""
    text = error.read(500).decode("utf-8", errors="replace")
    line = " ".join("".join(c if c.isprintable() else " " for c in text).split())
    hints = {401: f"; put name and password into {USER} and {PASSWORD}", 403: "; this user may not write there"}
    moved = f"; it points to {error.headers.get('Location', 'another place')}: give that address" if 300 <= error.code < 400 else ""
    return f"the store answered {error.code} {error.reason}{': ' + line if line else ''}{hints.get(error.code, moved)}"


def _count(answer: IO[bytes]) -> int:
    return sum(1 for _ in _triples(answer))


def _triples(answer: IO[bytes]) -> Iterator[ox.Quad]:
    try:
        yield from ox.parse(answer, format=ox.RdfFormat.N_TRIPLES)
    except SyntaxError as error:
        raise ValueError(f"what it gives back is not N-Triples: {error}") from error


def _is_loopback(host: str) -> bool:
    try:
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _base64(text: str) -> str:
    return base64.b64encode(text.encode()).decode()
