"""Servers for tests, on this machine alone, ended with the test."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlencode

import pyoxigraph as ox
import pytest

from kg.remote import PASSWORD, USER

HOST = "127.0.0.1"


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return int(probe.getsockname()[1])


@contextmanager
def started(command: list[str], url: str, environment: Mapping[str, str] | None = None) -> Iterator[str]:
    """A server in a process of its own, once it answers at the address."""
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, env=environment)
    try:
        for _ in range(600):
            if process.poll() is not None:
                assert process.stderr
                raise RuntimeError(process.stderr.read().decode())
            try:
                urllib.request.urlopen(url, timeout=5).close()
                break
            except urllib.error.HTTPError:
                break  # it answers
            except OSError:
                time.sleep(0.1)
        yield url
    finally:
        process.kill()
        process.wait()
        if process.stderr:
            process.stderr.close()


@dataclass(frozen=True)
class TripleStore:
    """A server of triples. crud: its Graph Store Protocol; sparql: its queries; environment: name and password, for kg load."""

    crud: str
    sparql: str
    digest: bool = False
    environment: Mapping[str, str] = field(default_factory=dict)

    def held(self, graph: str) -> set[str]:
        """The triples of a named graph, as its SPARQL endpoint gives them."""
        asked = urlencode({"query": f"CONSTRUCT {{ ?s ?p ?o }} WHERE {{ GRAPH <{graph}> {{ ?s ?p ?o }} }}"})
        request = urllib.request.Request(f"{self.sparql}?{asked}", headers={"Accept": "application/n-triples, text/plain;q=0.5"})
        with urllib.request.urlopen(request, timeout=60) as answer:
            return {str(q.triple) for q in ox.parse(answer, format=ox.RdfFormat.N_TRIPLES)}


@contextmanager
def oxigraph(folder: Path) -> Iterator[TripleStore]:
    """An Oxigraph server; the test is skipped where there is none."""
    beside = Path(sys.executable).parent / "oxigraph"
    program = str(beside) if beside.exists() else shutil.which("oxigraph")
    if program is None:
        pytest.skip("needs the Oxigraph server: pip install oxigraph")
    port = free_port()
    with started([program, "serve", "--location", str(folder), "--bind", f"{HOST}:{port}"], f"http://{HOST}:{port}/") as url:
        yield TripleStore(f"{url}store", f"{url}query")


@contextmanager
def fuseki(folder: Path) -> Iterator[TripleStore]:
    """An Apache Jena Fuseki server with one store in memory; the test is skipped where there is none."""
    program = shutil.which("fuseki-server")
    if program is None:
        pytest.skip("needs Apache Jena Fuseki: its script fuseki-server on the PATH, and a Java")
    port = free_port()
    command = [program, "--localhost", f"--port={port}", "--update", "--mem", "/news"]
    environment = {**os.environ, "FUSEKI_BASE": str(folder)}
    with started(command, f"http://{HOST}:{port}/$/ping", environment) as url:
        at = url.removesuffix("$/ping")
        yield TripleStore(f"{at}news/data", f"{at}news/query")


VIRTUOSO = """
[Database]
DatabaseFile = {folder}/virtuoso.db
ErrorLogFile = {folder}/virtuoso.log
LockFile = {folder}/virtuoso.lck
TransactionFile = {folder}/virtuoso.trx
xa_persistent_file = {folder}/virtuoso.pxa
FileExtend = 200
MaxCheckpointRemap = 2000
Striping = 0
TempStorage = TempDatabase
[TempDatabase]
DatabaseFile = {folder}/virtuoso-temp.db
TransactionFile = {folder}/virtuoso-temp.trx
MaxCheckpointRemap = 2000
Striping = 0
[Parameters]
ServerPort = {host}:{sql_port}
DisableUnixSocket = 1
CaseMode = 2
NumberOfBuffers = 10000
MaxDirtyBuffers = 6000
[HTTPServer]
ServerPort = {host}:{port}
ServerRoot = {folder}
ServerThreads = 5
[SPARQL]
ResultSetMaxRows = 1000000
"""


@contextmanager
def virtuoso(folder: Path) -> Iterator[TripleStore]:
    """A Virtuoso server with its first name and password; the test is skipped where there is none."""
    program = shutil.which("virtuoso-t")
    if program is None:
        pytest.skip("needs Virtuoso: apt-get install virtuoso-opensource-7")
    port = free_port()
    settings = folder / "virtuoso.ini"
    settings.write_text(VIRTUOSO.format(folder=folder, host=HOST, port=port, sql_port=free_port()))
    with started([program, "+foreground", "+configfile", str(settings)], f"http://{HOST}:{port}/sparql") as url:
        crud = url.replace("/sparql", "/sparql-graph-crud-auth")
        yield TripleStore(crud, url, digest=True, environment={USER: "dba", PASSWORD: "dba"})


class Playing:
    """A server that answers what it is told to, then 200, and remembers what it was asked."""

    def __init__(self, answers: list[tuple[int, dict[str, str], bytes]]) -> None:
        self.asked: list[tuple[str, str, dict[str, str], bytes]] = []
        playing = self

        class Handler(BaseHTTPRequestHandler):
            def answer(self) -> None:
                body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
                playing.asked.append((self.command, self.path, dict(self.headers), body))
                code, headers, content = answers.pop(0) if answers else (200, {}, b"")
                self.send_response(code)
                for name, value in {**headers, "Content-Length": str(len(content))}.items():
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(content)

            do_GET = do_PUT = do_POST = answer

            def log_message(self, *_: object) -> None:
                pass

        self.server = ThreadingHTTPServer((HOST, 0), Handler)
        self.url = f"http://{HOST}:{self.server.server_port}/store"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def close(self) -> None:
        self.server.shutdown()
        self.server.server_close()
