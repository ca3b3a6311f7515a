"""Is a paragraph prose of the story, or a piece of the page around it, by its own evidence?"""

from __future__ import annotations

import re
from enum import Enum

from kg.reading.dates import find_date
from kg.reading.furniture import Furniture, plain


class Kind(Enum):
    """What a paragraph is.

    PROSE: sentences, surely. SENTENCE: short, but a sentence. CREDIT: a caption with its credit. BULLET: one of a list.
    TITLE: words without a sentence. LINE: furniture. SECTION, INLINE, END: a line that opens a part of the page; CLOSE: one that ends it.
    """

    PROSE = "prose"
    SENTENCE = "sentence"
    BULLET = "bullet"
    TITLE = "title"
    CREDIT = "credit"
    LINE = "line"
    SECTION = "section"
    INLINE = "inline"
    CLOSE = "close"
    END = "end"


PROSE_WORDS = 8  # the shortest run of words in which the share of function words tells prose from a title
PROSE_SHARE = 0.14  # news prose has 0.3 to 0.5 function words, headlines 0 to 0.25, tag clouds below 0.1
UNENDED_SHARE = 0.22  # a paragraph without a full stop must look more like prose than a headline does
TITLE_SHARE = 0.75  # share of long words with a capital: above this it is a row of names or titles
STAMP_WORDS = 14  # a line with a time or day and no sentence is a byline up to this length
PHRASE_CHARACTERS = 500  # a phrase within a longer paragraph does not make it furniture
CREDIT_CHARACTERS = 60  # a photographer's name and agency at the end of a caption
HEADING_WORDS = 7  # "More stories from the Middle East" has six
SENTENCE_ENDS = tuple('.!?;…"”')
ENDING = 40  # characters in which the end of a sentence is looked for

_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
_ENDED = re.compile(r"(?:[.!?…:;]|[؟۔。！？])['\"”’»)\]*]*(?:\s*[^\w\s\x00-\x7f©®™|·•])*$")  # an emoji may follow
_SHOUTED = re.compile(r"[?!]['\"”’»)]*$|['\"”’»]$")
_HOUR = re.compile(r"\d [ap]\.m\.$")
_CUT_OFF = re.compile(r"(?<![.])\.\.$|[\s\w](?:\.\.\.|…)$")
_BULLET = re.compile(r"^(?:[-–—*] |[•·▪‣►] ?|\(?\d{1,2}[.)] )(?=\S)")
_CREDIT = re.compile(r"\((?:[A-Z][\w.&'’-]*+(?:[ /]|(?=\)))){1,6}\)$|\[[^\[\]]{3,60}\]$")
_TIME = re.compile(r"\b(?:[01]?\d|2[0-3])[:.][0-5]\d\b|\b\d+\s*(?:sec|min|hour|hr|day|week|month|year)\w*\s+ago\b", re.IGNORECASE)
_ADDRESS = re.compile(r"^\W*(?:https?://|www\.)?\S+(?:@\S+\.\w+|\.(?:com|org|net|co\.\w\w|html?))\S*(?:\s*\(END\))?\W*$", re.IGNORECASE)
_BYLINE = re.compile(
    r"^(?:by|from|text by|words by|story by)\W+(?:[A-ZÀ-Þ][\w.'’-]*+(?:,\s*|\s+|$)|and\s+|&\s*|in\s+|for\s+){1,14}$", re.IGNORECASE
)
_RIGHTS = re.compile(r"^(?:©|\(c\)|copyright\s*(?:©|\(c\)|\d{4}|by\b))|©\s*(?:19|20)\d\d", re.IGNORECASE)
_LINKS = re.compile(r"\s[-–—|•·/»›>]\s|\s?[|•·»›]\s?")
_MARKER = re.compile(r"^\[[\w /-]{1,30}\]$|^[\W\d_]+$")
_ABOUT = re.compile(r"^About (?:the )?[A-Z][\w&.' -]{1,50}$")
_QUOTED = re.compile(r"[\"“][^\"“”]*(?:[\"”]|$)")
_TO_READERS = re.compile(r"\b(?:(?i:you|your|yours|our)|us)\b")
_CONTINUES = re.compile(r"^[\"“‘']|^(?:He|She|They|It|But|And|His|Her|Their)\b")


def judge(text: str, furniture: Furniture) -> Kind:
    """What one paragraph is, seen alone. text: without white space at its ends, not empty."""
    short = len(text) <= PHRASE_CHARACTERS  # only prose is longer, so no pattern has to run over megabytes
    named = _named(text, furniture) if short else _opened(text[:PHRASE_CHARACTERS], furniture)
    if named:
        return named
    words = _WORD.findall(text)
    end = text[-ENDING:]
    ended = (
        bool(_ENDED.search(end))
        and not (_HOUR.search(end) and _share(words, furniture) < PROSE_SHARE)
        and not (_CUT_OFF.search(end) and len(words) < 2 * PROSE_WORDS)
    )
    if len(words) <= HEADING_WORDS and furniture.heading.match(text) and not text.endswith(SENTENCE_ENDS):
        return Kind.SECTION
    if short and not ended:
        if _is_links(text, words) or (len(words) <= STAMP_WORDS and _is_stamp(text, furniture)):
            return Kind.LINE
        if _CREDIT.search(text) or furniture.credit.search(text[-CREDIT_CHARACTERS:]):
            return Kind.CREDIT
    if _BULLET.match(text):
        return Kind.BULLET
    if short and _is_plea(text, furniture):
        return Kind.LINE
    return _prose(end, words, ended, furniture)


def is_continuation(text: str) -> bool:
    """Whether a paragraph opens as one that goes on with a story: a quotation, or a pronoun."""
    return bool(_CONTINUES.match(text))


def bullet_end(text: str) -> int:
    """Where the words of a list item begin, after its sign or number."""
    found = _BULLET.match(text)
    return found.end() if found else 0


def _named(text: str, furniture: Furniture) -> Kind | None:
    """The kind of a paragraph known by its words or signs, None when they tell nothing."""
    key = plain(text)
    kind = furniture.whole.get(key)
    if kind:
        return Kind(kind)
    opened = _opened(text, furniture)
    if opened:
        return opened
    if _RIGHTS.search(text[:80]):
        return Kind.SECTION
    if _MARKER.match(text) or _ADDRESS.match(text) or _BYLINE.match(text) or furniture.within.search(text):
        return Kind.LINE
    if _ABOUT.match(text) and not _ENDED.search(text):
        return Kind.END
    return None


def _opened(text: str, furniture: Furniture) -> Kind | None:
    """The kind of a paragraph that a phrase of the page opens."""
    if furniture.caption.match(text):
        return Kind.CREDIT
    return Kind.LINE if furniture.start.match(text) else None


def _is_stamp(text: str, furniture: Furniture) -> bool:
    return bool(_TIME.search(text) or find_date(text, furniture.months, None))


def _is_plea(text: str, furniture: Furniture) -> bool:
    """Whether it speaks, outside quotations, of the reader or the site itself, and of what sites ask their readers for."""
    said = _QUOTED.sub(" ", text) if _TO_READERS.search(text) else ""
    return bool(_TO_READERS.search(said)) and any(w.casefold() in furniture.pleas for w in _WORD.findall(said))


def _is_links(text: str, words: list[str]) -> bool:
    """Whether it is a row of links: at least three separators, with few words from one to the next; or two headings in capitals."""
    if "|" in text and text.isupper():
        return True
    separators = len(_LINKS.findall(text))
    return (separators >= 3 and len(words) <= 4 * (separators + 1)) or (separators == 2 and len(words) <= 9)


def _share(words: list[str], furniture: Furniture) -> float:
    """How many of the words are of those that sentences need."""
    return sum(w.casefold() in furniture.prose for w in words) / max(len(words), 1)


def _prose(end: str, words: list[str], ended: bool, furniture: Furniture) -> Kind:
    share = _share(words, furniture)
    long = [w for w in words if len(w) > 3]
    titled = sum(w[0].isupper() and not w.isupper() for w in long) / max(len(long), 1)
    foreign = not any(w[0].isascii() for w in words)
    if len(words) >= PROSE_WORDS and (foreign or (share >= PROSE_SHARE and titled <= TITLE_SHARE)):
        return Kind.PROSE if ended or (share >= UNENDED_SHARE and len(words) >= 2 * PROSE_WORDS) else Kind.TITLE
    if end.endswith((":", ";")):
        return Kind.SENTENCE if share >= PROSE_SHARE and len(words) > 3 else Kind.TITLE
    return Kind.SENTENCE if ended and (len(words) > 1 or (words and _SHOUTED.search(end))) else Kind.TITLE
