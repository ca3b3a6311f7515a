"""Two tables of planted names: namesakes, that must stay two, and aliases, that must become one."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from kg.lexicon import Lexicon
from kg.resolution import resolve
from tests.resolution.build import Story, extractions

FOLDER = Path(__file__).parent
OTHERS = ("Harbour Trust", "Polar Institute", "Civic Forum")


@dataclass(frozen=True)
class Pair:
    """One row of a table. kinds, names, posts: of the left and of the right; names: those that an article uses for the thing."""

    about: str
    kinds: tuple[str, str]
    names: tuple[tuple[str, ...], tuple[str, ...]]
    posts: tuple[str, str]
    one_story: bool

    def __str__(self) -> str:
        return f"{self.about}: {' '.join(self.names[0])} / {' '.join(self.names[1])}"


def pairs(table: str) -> Iterator[Pair]:
    """The rows of one table: "namesakes" or "aliases"."""
    lines = [line for line in (FOLDER / f"{table}.tsv").read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
        kinds = row["kind"].split("|")
        names = (tuple(row["left"].split("|")), tuple(row["right"].split("|")))
        posts = (row["left_post"], row["right_post"])
        if table == "namesakes" and kinds == ["Person"] and not any(posts):
            posts = ("minister@Norway", "minister@Norway")
        yield Pair(row["about"], (kinds[0], kinds[-1]), names, posts, table == "namesakes" or row["story"] == "one")


def are_one(pair: Pair, lexicon: Lexicon) -> bool:
    """Whether the two things of a pair, told in a story each, become one."""
    stories = [_story(id, side, pair) for side, id in enumerate("ab")]
    if pair.kinds[0] == "Role":
        return len([e for e in resolve(extractions(stories), lexicon).entities if e.kind == "Role"]) == 1
    wanted = [{(id, name) for name in pair.names[side]} for side, id in enumerate("ab")]
    told = [{(m.article, m.text) for m in e.mentions} for e in resolve(extractions(stories), lexicon).entities]
    return any(said & wanted[0] and said & wanted[1] for said in told)


def _story(id: str, side: int, pair: Pair) -> Story:
    story = Story(id, "2020-02-03")
    if pair.kinds[0] == "Role":
        story.holds(story.person("Jan Kowal"), pair.names[side][0], story.country("Norway"))
        return story
    thing = story.chain(pair.kinds[side], *pair.names[side])
    title, _, of = pair.posts[side].partition("@")
    if title:
        story.holds(thing, title, story.country(of))
    for other in OTHERS if pair.one_story else ():
        story.organization(other)
    return story
