"""Which line of a page is the headline of its story?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.reading.furniture import Furniture
from kg.reading.judgement import Kind, judge
from kg.reading.story import letters
from kg.reading.strand import Strand

NAME_WORDS = 3  # "The Daily Herald": no site's name on a line of its own is longer
HEADLINE_WORDS = 5
REACH = 25  # paragraphs from the top among which a headline is looked for again
REPEATED = 12  # letters from which two equal lines are no chance
IN_COMMON = 2  # words of a headline that come again in the first sentence; most have three to five
STEM = 5  # letters
_WORD = re.compile(r"[^\W\d_]{4,}")
_DOMAIN = re.compile(r"^(?:https?://)?(?:www\.)?|\.(?:com|org|net|co|info|news|tv|gov|mil|int|[a-z]{2})\b.*$")


def choose(paragraphs: Sequence[Strand], publisher: str, furniture: Furniture) -> int:
    """The index of the headline, -1 when the page has none.

    The first line, unless it is furniture or the site's name with a headline below. A line that comes twice at the top is
    the headline. A first line that is plainly a sentence of the story ("... on Friday.") is none. A first line that has no word
    with the story's first sentence in common gives way to a line that has two.
    """
    top = [(i, p.text, judge(p.text, furniture)) for i, p in enumerate(paragraphs[:REACH])]
    start = _story_start(top)
    candidates = [(i, text) for i, text, kind in top[:start] if kind not in (Kind.LINE, Kind.SECTION, Kind.INLINE, Kind.END)]
    later = [letters(text) for _, text, _ in top]
    for i, text in candidates:
        key = letters(text)
        if len(text.split()) > NAME_WORDS and len(key) >= REPEATED and key in later[i + 1 :]:
            return _bare(i, candidates)
    for at, (_, text) in enumerate(candidates):
        rest = [t for _, t in candidates[at + 1 :]]
        if not is_site_name(text, publisher) and not (len(text.split()) <= NAME_WORDS and any(_is_longer(t) for t in rest)):
            return _bare(_told_by_lead(candidates[at:], top[start][1] if start < len(top) else "", furniture), candidates)
    return candidates[0][0] if candidates else -1


def _told_by_lead(candidates: Sequence[tuple[int, str]], lead: str, furniture: Furniture) -> int:
    """The index of the first candidate, or of a later one when only that shares words with the story's first sentence."""
    said = set(_stems(lead, furniture))
    shared = [len(said.intersection(_stems(text, furniture))) for _, text in candidates]
    at = 0 if shared[0] else next((k for k, count in enumerate(shared) if count >= IN_COMMON), 0)
    return candidates[at][0]


def _bare(chosen: int, candidates: Sequence[tuple[int, str]]) -> int:
    """The index of the same headline without a site's name or the time of printing around it, where that comes as well."""
    keys = {i: letters(text) for i, text in candidates if i == chosen or len(text.split()) > NAME_WORDS}
    return next((i for i, key in keys.items() if i > chosen and key != keys[chosen] and key in keys[chosen]), chosen)


def _stems(text: str, furniture: Furniture) -> Iterator[str]:
    """The first letters of the words of a text, so that "orders" and "ordered" are one."""
    return (w[:STEM] for w in _WORD.findall(text.casefold()) if w not in furniture.prose)


def is_site_name(text: str, publisher: str) -> bool:
    """Whether a line is the publisher's name, with or without its domain ("UrduPoint" for "UrduPoint.com")."""
    site = letters(_DOMAIN.sub("", publisher.casefold()))
    return bool(site) and letters(_DOMAIN.sub("", text.casefold())) == site


def _story_start(top: Sequence[tuple[int, str, Kind]]) -> int:
    """How many paragraphs come before the story's first: a sentence may be a headline only at the very top."""
    titles = 0
    for i, text, kind in top:
        sentence = kind is Kind.PROSE or (kind is Kind.SENTENCE and titles)
        if sentence and (titles or text.rstrip("\"”'’)").endswith(".") or len(text) > 200):
            return i
        titles += kind in (Kind.TITLE, Kind.PROSE, Kind.SENTENCE)
    return len(top)


def _is_longer(text: str) -> bool:
    return len(text.split()) >= HEADLINE_WORDS
