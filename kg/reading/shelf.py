"""Where do articles stand until all are read, so that memory does not grow with their number? In a file that goes with the program."""

from __future__ import annotations

import pickle
import sqlite3
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from hashlib import sha256

from kg.model import Article
from kg.reading.copies import bands, same_story
from kg.reading.refrains import STORIES, refrains, without

LEAVES = 2_000  # pages of four kilobytes that are held in memory
MOST_ALIKE = 50  # stories with one key that are compared; more are pages of one template
_TABLES = """
CREATE TABLE article (place INTEGER PRIMARY KEY, id TEXT, rank TEXT, told TEXT, sender TEXT, digest BLOB, copy_of INTEGER, kept INTEGER,
    pickled BLOB);
CREATE TABLE band (key BLOB, place INTEGER);
CREATE TABLE refrain (sender TEXT, key BLOB, place INTEGER);
CREATE TABLE cut (place INTEGER, key BLOB);
"""


class Shelf(Collection[Article]):
    """Articles sorted by id, each with an id of its own, repeated texts left out. First put all, then settle, then iterate.

    repeated: (id left out, id kept). A text that another publisher has as well is kept as a copy: copy_of names the article that
    told the story first, by date and then id; so does an article that tells nearly the same words. What a site repeats at the edges
    of its stories stays in the first of them only (kg.reading.refrains).
    """

    def __init__(self) -> None:
        self._rows = sqlite3.connect("")  # a file without a name, gone when the program ends
        self._rows.execute(f"PRAGMA cache_size = {LEAVES}")
        self._rows.execute("PRAGMA journal_mode = OFF")
        self._rows.executescript(_TABLES)
        self.repeated: tuple[tuple[str, str], ...] = ()

    def put(self, article: Article) -> None:
        """Take one more article."""
        told = article.published.iso if article.published else "~"
        key = tuple(_clean(t) for t in (article.id, _rank(article), told, _sender(article)))
        row = (*key, _digest(article.text), pickle.dumps(article))
        place = self._rows.execute("INSERT INTO article VALUES (NULL, ?, ?, ?, ?, ?, NULL, 1, ?)", row).lastrowid
        self._rows.executemany("INSERT INTO band VALUES (?, ?)", ((sha256(key).digest()[:8], place) for key in bands(article.text)))
        if sender := key[3]:
            self._rows.executemany("INSERT INTO refrain VALUES (?, ?, ?)", ((sender, r, place) for r in refrains(article)))

    def settle(self) -> None:
        """Leave out what is repeated, mark copies, and make the ids unique; the order in which articles were put does not matter."""
        self._rows.execute("CREATE INDEX by_digest ON article (digest)")
        self._leave_out_repeated()
        self._mark_copies()
        self._mark_refrains()
        self._part_ids()

    def __len__(self) -> int:
        return int(self._rows.execute("SELECT count(*) FROM article WHERE kept").fetchone()[0])

    def __iter__(self) -> Iterator[Article]:
        query = """SELECT a.place, a.pickled, a.id, b.id FROM article a LEFT JOIN article b ON b.place = a.copy_of
            WHERE a.kept ORDER BY a.id, a.rank, a.place"""
        for place, pickled, id, copy_of in self._rows.execute(query):
            gone = {key for (key,) in self._rows.execute("SELECT key FROM cut WHERE place = ?", (place,))}
            article: Article = without(pickle.loads(pickled), gone)
            yield replace(article, id=id, copy_of=copy_of or "")

    def __contains__(self, article: object) -> bool:
        return any(a == article for a in self)

    def _leave_out_repeated(self) -> None:
        """Of one text the article with the smallest id of each sender stays; one of no known sender only where there is no other."""
        query = """SELECT place, id, told, sender, digest FROM article WHERE digest IN
            (SELECT digest FROM article GROUP BY digest HAVING count(*) > 1) ORDER BY digest, sender = '', id, rank, place"""
        repeated: list[tuple[str, str]] = []
        gone: list[tuple[int]] = []
        digest = b""
        senders: dict[str, str] = {}
        for place, id, _, sender, this in self._rows.execute(query):
            senders = senders if this == digest else {}
            digest = this
            kept = senders.get(sender) or (next(iter(senders.values())) if senders and not sender else None)
            if kept is None:
                senders[sender] = id
            else:
                gone.append((place,))
                repeated.append((id, kept))
        self._rows.executemany("UPDATE article SET kept = 0 WHERE place = ?", gone)
        self.repeated = tuple(sorted(repeated))

    def _mark_copies(self) -> None:
        """Name for each article the first that told its story, if that is another."""
        self._rows.execute("CREATE INDEX by_key ON band (key, place)")
        roots: dict[int, int] = {}

        def root(place: int) -> int:
            while (above := roots.get(place, place)) != place:
                place = above
            return place

        for a, b in self._alike():
            first, second = root(a), root(b)
            if first != second:
                early, late = sorted((first, second), key=self._when)
                roots[late] = early
        self._rows.executemany("UPDATE article SET copy_of = ? WHERE place = ?", [(root(p), p) for p in sorted(roots)])

    def _mark_refrains(self) -> None:
        """Note what is cut from which article: a paragraph of many stories of one site, from all but the first."""
        self._rows.execute("CREATE INDEX by_refrain ON refrain (sender, key, place)")
        query = f"""SELECT r.sender, r.key FROM refrain r JOIN article a ON a.place = r.place WHERE a.kept
            GROUP BY r.sender, r.key HAVING count(DISTINCT coalesce(a.copy_of, a.place)) >= {STORIES}"""
        for sender, key in self._rows.execute(query).fetchall():
            having = """SELECT a.place FROM refrain r JOIN article a ON a.place = r.place WHERE a.kept AND r.sender = ? AND r.key = ?
                ORDER BY a.told, a.id, a.rank"""
            places = [place for (place,) in self._rows.execute(having, (sender, key))]
            self._rows.executemany("INSERT INTO cut VALUES (?, ?)", [(place, key) for place in places[1:]])
        self._rows.execute("CREATE INDEX by_place ON cut (place)")

    def _alike(self) -> Iterator[tuple[int, int]]:
        """Pairs of articles that tell one story, by their texts."""
        same = """SELECT f.place, a.place FROM article a
            JOIN (SELECT digest, min(place) AS place FROM article WHERE kept GROUP BY digest HAVING count(*) > 1) f ON f.digest = a.digest
            WHERE a.kept AND a.place > f.place"""
        yield from self._rows.execute(same).fetchall()
        near = f"""SELECT DISTINCT a.place, b.place FROM band a JOIN band b ON a.key = b.key AND a.place < b.place
            WHERE a.key NOT IN (SELECT key FROM band GROUP BY key HAVING count(*) > {MOST_ALIKE}) ORDER BY a.place, b.place"""
        for a, b in self._rows.execute(near):
            first, second = self._at(a), self._at(b)
            if first and second and first.text != second.text and same_story(first.text, second.text):
                yield a, b

    def _at(self, place: int) -> Article | None:
        found = self._rows.execute("SELECT pickled FROM article WHERE place = ? AND kept", (place,)).fetchone()
        return pickle.loads(found[0]) if found else None

    def _when(self, place: int) -> tuple[str, ...]:
        row = self._rows.execute("SELECT told, id, rank FROM article WHERE place = ?", (place,)).fetchone()
        return tuple(map(str, row))

    def _part_ids(self) -> None:
        """Give different articles with one id an ending made from their text, and, where that is one as well, from all they have."""
        for ending in ("text", "all", "rank"):
            query = "SELECT place FROM article WHERE kept AND id IN (SELECT id FROM article WHERE kept GROUP BY id HAVING count(*) > 1)"
            for (place,) in self._rows.execute(query).fetchall():
                article = self._at(place)
                if article is not None:
                    told = article.text if ending == "text" else repr((_rank(article), article.text, ending))
                    id = f"{_clean(article.id)}-{_digest(told).hex()[:8]}"
                    self._rows.execute("UPDATE article SET id = ? WHERE place = ?", (id, place))


def shelved(articles: Iterable[Article]) -> Shelf:
    """A settled shelf with these articles."""
    shelf = Shelf()
    for article in articles:
        shelf.put(article)
    shelf.settle()
    return shelf


def _rank(article: Article) -> str:
    """What tells articles with one id apart in a fixed order."""
    day = article.published.iso if article.published else ""
    told = "\x1f".join((article.headline, day, article.publisher, article.url))
    return _clean(f"{told}\x1f{_digest(article.text).hex()}{_digest(article.original).hex()}")


def _sender(article: Article) -> str:
    """Who published it, "" when that is not known."""
    return article.publisher.casefold().strip() or article.url.casefold()


def _digest(text: str) -> bytes:
    return sha256(text.encode("utf-8", errors="surrogatepass")).digest()


def _clean(text: str) -> str:
    """The text without half characters, which no file can hold."""
    return text.encode("utf-8", errors="replace").decode("utf-8")
