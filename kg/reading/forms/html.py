"""How does a web page become an article? The main text is taken out by trafilatura, the metadata by kg.reading.metadata."""

from __future__ import annotations

import logging
import re
from collections.abc import Collection, Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass, replace
from urllib.parse import urlsplit

import trafilatura
from lxml import etree
from resiliparse.parse.encoding import detect_encoding
from trafilatura.meta import reset_caches

from kg.model import Article
from kg.reading.article import compose
from kg.reading.decoding import Unreadable, decode
from kg.reading.forms.markup import is_markup, text_of, words_of
from kg.reading.forms.mending import mended
from kg.reading.furniture import Furniture
from kg.reading.items import FEWEST, stories
from kg.reading.layout import furniture_of
from kg.reading.limits import content
from kg.reading.metadata import known_of, tree_of, updates_of
from kg.reading.source import Desk, Known, NotWanted, Source
from kg.values import Date

LARGEST_PAGE = 5_000_000  # bytes; news pages have 50 kB to 2 MB, and parsing takes memory many times the page
DEEPEST_ELEMENT = 200  # elements inside each other; pages have 15 to 40, and parsers of trees run out of stack at some thousand
CACHED = 500  # pages after which the library's caches are emptied, so that they do not grow with the number of articles
FRONTS = ("", "index.html", "index.htm", "index.php", "home", "en")
SHORTEST = 250  # characters of a story in which the library sees none; below this it is a notice ("Please enable scripts.")
LONGEST_NOTICE = 800  # characters in paragraphs of a page that only says why there is no story
LONGEST_TITLE = 300
NO_STORY = "Check that the page was saved whole, with its story in it and not only a script that would fetch it."
_TAG = re.compile(rb"<(/?)([a-zA-Z][a-zA-Z0-9]*)[^<>]*?(/?)>")
_VOID = frozenset(b"area base br col embed hr img input link meta param source track wbr p li dt dd tr td th option".split())
_DAYS = {"extensive_search": False, "original_date": True, "max_date": "2199-12-31", "outputformat": "%Y-%m-%d"}  # never the clock's day
_pages = [0]

for _library in ("trafilatura", "htmldate", "courlan", "charset_normalizer"):
    logging.getLogger(_library).setLevel(logging.CRITICAL)  # they log each page without a date or a text as an error


@dataclass(frozen=True, slots=True)
class Taken:
    """What was taken out of a page: the text with the headline first, what is known of it, which lines are subheadings.

    updates: the posts of a live page, as its metadata have them. shortest: characters that the story must have.
    """

    original: str
    known: Known
    headings: Collection[str] = ()
    updates: Sequence[tuple[Known, str]] = ()
    shortest: int = 0


def read_html(source: Source, desk: Desk) -> Iterator[Article]:
    """The story of a page, or each of those of a live page or a digest. Raises Unreadable for a page without one."""
    page = content(source.stream, source.name, LARGEST_PAGE)
    yield from stories_of(mended(decode(page, source.name, source.charset or _charset(page))), source, desk)


def stories_of(text: str, source: Source, desk: Desk) -> Iterator[Article]:
    """The stories of a page given as text; what source.known states goes before what the page states."""
    page = taken(text, source, desk)
    posts = list(_posts(page, source, desk)) if len(page.updates) >= FEWEST else []
    if posts:
        yield from posts
        return
    try:
        for article in stories(page.original, source.name, source.stem, desk.lexicon, page.known, page.headings):
            yield _long_enough(article, page, source)
    except Unreadable:
        raise Unreadable(source.name, "there is no story on the page", NO_STORY) from None


def _posts(page: Taken, source: Source, desk: Desk) -> Iterator[Article]:
    """The posts of a live page, those with nothing to read left out."""
    for number, (known, body) in enumerate(page.updates, 1):
        original = "\n\n".join(filter(None, (known.headline, text_of(body) if is_markup(body) else body)))
        known = replace(both(known, page.known), headline=known.headline, id=f"{page.known.id or source.stem}-{number}")
        try:
            yield compose(original, source.name, source.stem, desk.lexicon, known)
        except Unreadable:
            continue


def story_of(text: str, source: Source, desk: Desk) -> Article:
    """The story of a page that is known to have one."""
    page = taken(text, source, desk)
    return _long_enough(compose(page.original, source.name, source.stem, desk.lexicon, page.known, page.headings), page, source)


def taken(text: str, source: Source, desk: Desk) -> Taken:
    """What is to be judged of a page. Raises Unreadable for one that is built as none is, and NotWanted for a front page."""
    if _is_too_deep(text.encode("utf-8", errors="replace")):
        why = f"its elements stand more than {DEEPEST_ELEMENT} deep inside each other"
        raise Unreadable(source.name, why, "No page is built so; leave it out.")
    tree = tree_of(text)
    if tree is None:
        raise Unreadable(source.name, "no page can be made out in it", NO_STORY)
    months = furniture_of(desk.lexicon).months
    known = known_of(tree, months)
    if not known.published and _is_front(source.known.url or known.url):
        raise NotWanted(source.name, "a front page, not a story", "")
    if _is_notice(tree, furniture_of(desk.lexicon)):
        raise NotWanted(source.name, "a notice of the site, not a story", "")
    document = _document(tree, source.known.url or known.url)
    body = (document.text or "").strip() if document else ""
    if document is None or not body:  # as of the oldest kind, laid out as a table: judged as plain text is
        return Taken(words_of(tree), both(source.known, known), shortest=SHORTEST)
    found = _said_by_library(document)
    outside = replace(source.known, last=found.last, last_from=found.last_from) if found.last else source.known
    known = both(outside, both(known, found))
    lines = [line.strip() for line in body.split("\n") if line.strip()]
    headings = {" ".join("".join(e.itertext()).split()) for e in document.body.iter("head")} if document.body is not None else ()
    return Taken("\n\n".join([known.headline, *lines] if known.headline else lines), known, headings, updates_of(tree, months))


def _long_enough(article: Article, page: Taken, source: Source) -> Article:
    if len(article.text) < page.shortest:
        raise Unreadable(source.name, "there is no story on the page", NO_STORY)
    return article


def _is_notice(tree: etree._Element, furniture: Furniture) -> bool:
    """Whether a page says in its title that there is no story on it, and has few words: an error, a check for robots, a form to sign in."""
    title = " ".join("".join(tree.xpath("string(//title)")).split())[:LONGEST_TITLE]
    return bool(furniture.notices.match(title)) and len(" ".join(p for e in tree.iter("p") for p in e.itertext())) < LONGEST_NOTICE


def _is_front(url: str) -> bool:
    """Whether an address is that of a site and not of a page in it."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return bool(parts.netloc) and parts.path.strip("/").lower() in FRONTS and not parts.query


def both(first: Known, second: Known) -> Known:
    """All that either knows; the first goes before."""
    taken = {name: getattr(first, name) or getattr(second, name) for name in Known.__dataclass_fields__}
    return Known(**taken) if first != second else first


def _document(tree: etree._Element, url: str) -> trafilatura.settings.Document | None:
    _pages[0] += 1
    if _pages[0] % CACHED == 0:
        reset_caches()
    found = trafilatura.bare_extraction(
        deepcopy(tree),
        url=url or None,
        favor_precision=True,
        include_comments=False,
        include_tables=False,
        with_metadata=True,
        date_extraction_params=dict(_DAYS),
    )
    return found if isinstance(found, trafilatura.settings.Document) else None


def _said_by_library(document: trafilatura.settings.Document) -> Known:
    """What the library found on the page where its metadata say nothing; its day comes from markup, so it is no more than a stamp."""
    day = None
    if document.date:
        try:
            day = Date.parse(document.date, text=document.date)
        except ValueError:
            day = None
    headline = (document.title or "").strip()
    return replace(Known(), headline=headline, publisher=document.sitename or "", author=document.author or "", last=day, last_from="text")


def _charset(page: bytes) -> str:
    """The encoding that the page declares or, where it is no UTF-8, that its bytes look like; "" to leave it to the rules for text."""
    try:
        page.decode("utf-8")
    except UnicodeDecodeError:
        return detect_encoding(page, from_html_meta=True) or ""
    return ""


def _is_too_deep(page: bytes) -> bool:
    """Whether elements that must be closed stand too deep inside each other."""
    depth = 0
    for found in _TAG.finditer(page):
        if found[3] or found[2].lower() in _VOID:
            continue
        depth += -1 if found[1] else 1
        if depth > DEEPEST_ELEMENT:
            return True
        depth = max(depth, 0)
    return False
