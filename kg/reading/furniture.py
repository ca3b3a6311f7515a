"""Which words and phrases mark a line as part of the page and not of the story?"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kg.lexicon import Lexicon

TABLE = "furniture"
KINDS = (
    "agency", "bio", "caption", "close", "common", "credit", "digest", "end", "flag", "heading", "inline", "insert", "line",
    "month", "notice", "paper", "plea", "prose", "section", "start", "tail", "within",
)  # fmt: skip

_COUNT = re.compile(r"^[\W\d]+|[\W\d]+$")
_ENDS_A_TITLE = r"(?=\s*(?:$|[^\w\s]|\d|(?:for|of|from)\b))"  # "World in brief: 3 May", and not "Rebels take town in brief raid"
_NEVER = re.compile(r"(?!)")


@dataclass(frozen=True, slots=True)
class Furniture:
    """The words of ontology/lexicon/furniture.tsv, by use.

    whole: what a whole line is (plain form) and the kind it then has: "line", "section", "inline", "close" or "end".
    start, caption, heading: patterns for what opens a paragraph, one below a picture, a line above a list of stories.
    within, credit, tail: patterns for what stands in a paragraph, ends one below a picture, or opens its last sentence.
    insert: pattern for what is cut out of a paragraph's middle.
    agencies, flags, papers, pleas, prose, common: words in small letters; common also holds the words of prose and the months.
    papers: words in the names of newspapers. pleas: words that pleas to readers use, as "subscription".
    bios: pattern for what a journalist's note says. digests: for what headlines of several stories say. notices: for what opens
    the title of a page that holds no story.
    months: name in small letters to number.
    """

    whole: Mapping[str, str]
    start: re.Pattern[str]
    caption: re.Pattern[str]
    credit: re.Pattern[str]
    heading: re.Pattern[str]
    within: re.Pattern[str]
    tail: re.Pattern[str]
    insert: re.Pattern[str]
    agencies: frozenset[str]
    bios: re.Pattern[str]
    digests: re.Pattern[str]
    flags: frozenset[str]
    notices: re.Pattern[str]
    papers: frozenset[str]
    pleas: frozenset[str]
    prose: frozenset[str]
    common: frozenset[str]
    months: Mapping[str, int]

    @classmethod
    def of(cls, lexicon: Lexicon) -> Furniture:
        """Take the words from the lexicon's table. Raises ValueError for a kind that no rule here uses."""
        words: dict[str, list[str]] = {kind: [] for kind in KINDS}
        months: dict[str, int] = {}
        for row in lexicon.table(TABLE):
            if row["kind"] not in words:
                raise ValueError(f"{TABLE}.tsv: unknown kind {row['kind']!r}; one of {', '.join(KINDS)}")
            words[row["kind"]].append(row["phrase"])
            if row["kind"] == "month":
                months[row["phrase"]] = int(row["value"])
        return cls(
            whole={plain(p): kind for kind in ("line", "section", "inline", "close", "end") for p in words[kind]},
            start=_alternation(r"^[\W\d]*", words["start"]),
            caption=_alternation(r"^[\W\d]*", words["caption"]),
            credit=_alternation("", words["credit"]),
            heading=_alternation(r"^\W*", words["heading"]),
            within=_alternation("", words["within"]),
            insert=_alternation("", words["insert"]),
            tail=_alternation(r"(?:^|(?<=[.!?…:)\"”] ))[(\[*]?", words["tail"]),
            agencies=frozenset(words["agency"]),
            bios=_alternation("", words["bio"]),
            digests=re.compile(_alternation("", words["digest"]).pattern + _ENDS_A_TITLE, re.IGNORECASE),
            flags=frozenset(words["flag"]),
            notices=_alternation(r"^[\W\d]*", words["notice"]),
            papers=frozenset(words["paper"]),
            pleas=frozenset(words["plea"]),
            prose=frozenset(words["prose"]),
            common=frozenset((*words["common"], *words["prose"], *months)),
            months=months,
        )


def plain(text: str) -> str:
    """A line in small letters with straight apostrophes, without signs and numbers at its ends ("Comments (12)")."""
    return _COUNT.sub("", text.casefold().replace("’", "'"))


def _alternation(before: str, phrases: Iterable[str]) -> re.Pattern[str]:
    """A pattern for any of the phrases as whole words, either apostrophe, any case."""
    listed = sorted(set(phrases), key=lambda p: (-len(p), p))
    if not listed:
        return _NEVER
    whole = ((r"\b" if p[0].isalnum() else "") + re.escape(p).replace("'", "['’]") + (r"\b" if p[-1].isalnum() else "") for p in listed)
    return re.compile(before + "(?:" + "|".join(whole) + ")", re.IGNORECASE)
