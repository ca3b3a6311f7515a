"""The commands that README.md shows, and what they print: run `python -m tests.readme` to write the outputs anew."""

from __future__ import annotations

import os
import re
import shlex
import tempfile
from collections.abc import Iterator
from pathlib import Path

from click.testing import CliRunner

from kg.cli import main

README = Path(__file__).resolve().parents[1] / "README.md"
BLOCK = re.compile(r"```console\n\$ (?P<command>[^\n]*(?:\n> [^\n]*)*)\n(?P<output>.*?)```", re.DOTALL)
LONGEST = 24  # lines of output shown


def blocks() -> Iterator[tuple[str, str]]:
    """(command, output) of every console block."""
    for found in BLOCK.finditer(README.read_text(encoding="utf-8")):
        yield found["command"], found["output"]


def printed(command: str) -> str:
    """What a command prints in the current folder, long outputs cut with an ellipsis."""
    words = shlex.split(command.replace("\n> ", "\n"))
    assert words[0] == "kg"
    done = CliRunner().invoke(main, words[1:], catch_exceptions=False)
    lines = done.output.splitlines()
    shown = lines if len(lines) <= LONGEST else [*lines[:LONGEST], "..."]
    return "".join(f"{line.rstrip()}\n" for line in shown)


def write() -> None:
    """Put what the commands print now into the README."""
    text = README.read_text(encoding="utf-8")
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        text = BLOCK.sub(lambda m: f"```console\n$ {m['command']}\n{printed(m['command'])}```", text)
        os.chdir(README.parent)
    README.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    write()
