# ruff: noqa: E501
"""Thousands of damaged inputs for every reader: python -m tests.reading.fuzz --runs N [--seed S] [--only FORM].

Each run takes a sound file of one form, damages it as its number says, and reads it. It counts as a finding when the reader raises,
takes longer than a second and a half, gives an article whose segments do not hold, or lets the memory grow without end. A
finding is printed with its number, so that `--seed NUMBER --runs 1` makes it again; fixed ones are kept in findings.txt and run by the tests.
"""

from __future__ import annotations

import argparse
import logging
import random
import resource
import sys
import time
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from pathlib import PurePosixPath

from kg import lexicon
from kg.reading import Desk, Outcome
from kg.reading.door import outcomes
from kg.reading.limits import stream_of
from kg.reading.source import Source
from tests.reading.mixed import files, several

SLOW = 1.5  # seconds; the sound files take up to a twentieth of one, the machine may be busy
GROWTH = 600_000  # kilobytes by which the process may grow over a run of any length
BYTES = (
    b"\x00",
    b"\xff",
    b"<",
    b">",
    b'"',
    b"{",
    b"[",
    b"(",
    b"\n",
    b"\r\n\r\n",
    b"&#",
    b"%",
    b"\\u",
    b"\xe2\x80",
    b"--",
    b"0",
    b"99999999999",
)
WORDS = (
    b"<div>" * 300, b"<!DOCTYPE x [<!ENTITY a 'b'>]>", b"&a;" * 50, b"[" * 2000, b'{"a":' * 500, b"(" * 500, b" " * 5000, b"A" * 5000,
    b"<script>", b"<!--", b"]]>", b"Content-Type: multipart/mixed; boundary=x\n\n--x\n", b"charset=utf-7", b"charset=rot13", b"\xef\xbb\xbf",
    b"\xff\xfe", b"/Length 99999999", b"/Filter /FlateDecode", b"/Kids [3 0 R 3 0 R]", b"Content-Length: -1", b"Transfer-Encoding: chunked",
    b"Content-Encoding: gzip", b"27 November 2019 ", b"\xf0\x9f\x9a\x80", "\u202e".encode(), b"NaN", b"1e999", b"null", b"PK\x05\x06",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Finding:
    """What went wrong in a run."""

    number: int
    name: str
    what: str


def damaged(content: bytes, chance: random.Random, others: list[bytes]) -> bytes:
    """The content with one to eight places changed."""
    found = bytearray(content)
    for _ in range(chance.randint(1, 8)):
        at = chance.randrange(len(found) + 1)
        length = min(int(chance.expovariate(1 / 30)) + 1, len(found) - at)
        match chance.randrange(9):
            case 0 if at < len(found):
                found[at] ^= 1 << chance.randrange(8)
            case 1:
                found[at:at] = chance.choice(BYTES)
            case 2:
                found[at:at] = chance.choice(WORDS)
            case 3:
                del found[at : at + length]
            case 4:
                found[at:at] = found[at : at + length] * chance.randint(1, 20)
            case 5 if chance.random() < 0.3:
                del found[at:]
            case 6:
                other = chance.choice(others)
                start = chance.randrange(len(other) + 1)
                found[at:at] = other[start : start + length * 10]
            case 7:
                found[at : at + length] = chance.randbytes(length)
            case _:
                found[at : at + 1] = chance.choice(BYTES)
    return bytes(found)


@lru_cache
def _sound(only: str) -> dict[str, bytes]:
    every = several() if only and any(only in name for name in several()) else files()
    return {name: content for name, content in every.items() if content and only in name and "pictures" not in name}


def read_damaged(number: int, desk: Desk, only: str = "") -> tuple[str, list[Outcome]]:
    """The name of the file that a number damages, and what became of it."""
    sound = _sound(only)
    chance = random.Random(number)
    name = chance.choice(sorted(sound))
    content = damaged(sound[name], chance, sorted(sound.values()))
    path = PurePosixPath(name)
    return name, list(outcomes(Source(name, path.stem, path.suffix, stream_of(content), size=len(content)), desk))


def fault_of(number: int, desk: Desk, only: str = "") -> tuple[Finding | None, list[Outcome]]:
    """What went wrong in the run with this number, and what became of its pieces."""
    start = time.process_time()
    try:
        name, found = read_damaged(number, desk, only)
    except BaseException as error:
        if isinstance(error, KeyboardInterrupt):
            raise
        return Finding(number, "", f"raised {type(error).__name__}: {str(error)[:200]}"), []
    took = time.process_time() - start
    if took > SLOW:
        return Finding(number, name, f"took {took:.1f} seconds"), found
    for outcome in found:
        article = outcome.article
        if article is None:
            if not outcome.why or not (outcome.skipped or outcome.mend):
                return Finding(number, name, f"refused without a reason or remedy: {outcome}"), found
            continue
        held = all(
            article.text[s.start : s.start + s.length] == article.original[s.original : s.original + s.length] for s in article.segments
        )
        if not held or not article.text.strip() or not article.id:
            return Finding(number, name, "gave an article that does not hold together"), found
    return None, found


def main() -> int:
    """Run, tell what was found; exit code 1 for any finding."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--runs", type=int, default=1_000)
    parser.add_argument("--seed", type=int, default=0, help="number of the first run")
    parser.add_argument(
        "--only", default="", help='part of the names of the sound files to damage; "several" for those with several stories'
    )
    given = parser.parse_args()
    logging.disable(logging.CRITICAL)
    desk = Desk(lexicon.load())
    counts: Counter[tuple[str, str]] = Counter()
    unforeseen: Counter[str] = Counter()
    findings: list[Finding] = []
    before = 0
    for number in range(given.seed, given.seed + given.runs):
        fault, found = fault_of(number, desk, given.only)
        for o in found:
            counts[o.form, "read" if o.article else "skipped" if o.skipped else "failed"] += 1
            if o.why.startswith("it cannot be read ("):
                unforeseen[f"{o.form}: {o.why[:90]} (first in run {number})" if o.why[:60] not in str(unforeseen) else o.form] += 1
        if fault:
            findings.append(fault)
            print(f"finding {fault.number} {fault.name}: {fault.what}", flush=True)
        size = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        before = before or (size if number - given.seed > 500 else 0)
        if before and size - before > GROWTH:
            findings.append(Finding(number, "", f"memory grew by {size - before:,} kB"))
            break
    for (form, what), count in sorted(counts.items()):
        print(f"{form:<16}{what:<8}{count:>9,}")
    for what, count in unforeseen.most_common(30):
        print(f"unforeseen {count} {what}")
    print(
        f"{given.runs:,} runs from {given.seed}, {len(findings)} findings, {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MB at most"
    )
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main())
