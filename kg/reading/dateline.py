"""From where, when and by which agency was a story sent, by the words before its first sentence?"""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.lexicon import Lexicon
from kg.reading.dates import dates_pattern, find_date
from kg.reading.furniture import Furniture
from kg.values import Date

REACH = 500  # characters that may hold a dateline, and before it a slug, the headline again and a byline

_CAPITALS = r"[A-ZÀ-ÞĀ-Ž][A-ZÀ-ÞĀ-Ž.'’]+(?:[ /-][A-ZÀ-ÞĀ-Ž.'’]+){0,4}"
_TITLE = r"[A-ZÀ-Þ][a-zà-ÿā-ž'’.]+(?:[ -][A-ZÀ-Þ][a-zà-ÿā-ž'’.]+){0,2}"
_REGION = r"(?: \[[A-Z][\w ]{2,30}\])?(?:, ?[A-Z][\w.]+(?: [A-Z][\w.]+){0,2}){0,2}"
_DASH = r"(?:--+|—|[-–_:](?= ))"
_SENTENCE_END = re.compile(r"[a-z]{3}[.!?] [A-Z]")


@dataclass(frozen=True, slots=True)
class Dateline:
    """place, agency: as written, "" when not said; place with a known state or country behind the town ("TOLEDO, Ohio").

    published: None when there is no full date. end: where the story begins. released: published, in a release that writes the year and
    names no agency but one for releases; wire stories leave the year out.
    """

    place: str
    agency: str
    published: Date | None
    end: int
    released: Date | None = None


def read_dateline(text: str, furniture: Furniture, lexicon: Lexicon, year: int | None) -> Dateline | None:
    """The dateline that opens a paragraph, None when there is none.

    "MOSCOW (Agency - 27th November, 2019) ", "SEOUL, Dec. 29 (Yonhap) -- ", "WARSAW (Reuters) - ", "LONDON — ".
    A slug, the headline again and a byline may stand before a dateline with place, day, agency and dash.
    year: of the page, for a day without one.
    """
    day = re.sub(r"\?P<\w+>", "?:", dates_pattern(furniture.months))
    sender = r" ?\((?P<agency>[^()]{2,70})\)\.?| ?/(?P<wire>[^()/]{2,40})/\.?| (?P<bare>[A-Z]{2,8})(?= —)"
    pattern = re.compile(
        rf"(?P<place>{_CAPITALS}|{_TITLE})?(?P<region>{_REGION}?)"
        rf"(?:,? ?(?P<date>(?i:{day}))\.?)?,?(?:{sender}|(?= ?{_DASH}))"
        rf"(?: ?{_DASH} ?(?P<later>(?i:{day})))?"
        rf" ?(?P<dash>{_DASH})? ?(?=[A-ZÀ-ÞĀ-Ž\"“‘'$€£\d(])"
    )
    text = text[:REACH]
    at_start = pattern.match(text)
    if at_start and _is_dateline(at_start, furniture, lexicon):
        return _dateline(at_start, furniture, lexicon, year)
    full = re.compile(
        rf"(?P<place>\b{_CAPITALS})(?P<region>{_REGION}?),? (?P<date>(?i:{day})) \((?P<agency>[^()]{{2,40}})\)(?P<wire>)"
        rf"(?P<bare>)(?P<later>) ?(?P<dash>{_DASH}) ?"
    )
    inside = full.search(text)
    if inside and not _SENTENCE_END.search(text, 0, inside.start()):
        return _dateline(inside, furniture, lexicon, year)
    return None


def _is_dateline(found: re.Match[str], furniture: Furniture, lexicon: Lexicon) -> bool:
    """Whether enough speaks for a dateline: capitals with a dash, a known agency, or a day with a dash."""
    place, dash, agency = found["place"] or "", found["dash"], found["agency"] or found["wire"] or ""
    if place.casefold() in furniture.flags:
        return False
    known = any(part in furniture.agencies for part in re.split(r"\s*[/,–—-]\s*|\s+via\s+", agency.casefold()))
    dated = bool(found["date"] or found["later"] or (agency and find_date(agency, furniture.months, 2000)))
    if known or (dated and (agency or dash)):
        return bool(place or dash or known)
    if agency or not dash or not place:
        return bool(agency and dash and place.isupper())
    if place.isupper():
        return len(place) > 2
    return dash in ("—", "--", "–") and bool(lexicon.place(place) or lexicon.country_by_capital(place))


def _sender(found: re.Match[str]) -> str:
    return (found["agency"] or found["wire"] or found["bare"] or "").strip()


def _dateline(found: re.Match[str], furniture: Furniture, lexicon: Lexicon, year: int | None) -> Dateline:
    stated = _sender(found)
    words = " ".join(filter(None, (found["date"], found["later"], stated)))
    agency = re.split(r"\s+[-–—]+\s+(?=.*\d)", stated)[0]
    if find_date(agency, furniture.months, 2000):
        agency = ""
    place = (found["place"] or "").strip()
    place = place if re.search(r"\b\w\.\w\.$", place) else place.rstrip(".")
    published = find_date(words, furniture.months, year)
    by_agency = bool(agency) and not found["wire"]
    released = published if published is not None and str(published.year) in words and not by_agency else None
    return Dateline(place + _region(found, lexicon), agency, published, found.end(), released)


def _region(found: re.Match[str], lexicon: Lexicon) -> str:
    """The state or country behind the town, with its comma, where the lexicon knows it: ", Ohio", ", Philippines"."""
    named = (found["region"] or "").rpartition(",")[2].strip()
    known = lexicon.place(named) or lexicon.country_by_name(named) if named else None
    return f", {named}" if known is not None and found["place"] else ""
