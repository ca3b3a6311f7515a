"""What does the program know about a word? All tables of ontology/lexicon/ and all frames in one frozen record with look-ups."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar

from kg.lexicon import typed
from kg.lexicon.files import LexiconError, Row, read_document, read_table
from kg.lexicon.frames import frames
from kg.lexicon.geography import Geography
from kg.lexicon.known import Known
from kg.lexicon.rows import (
    Country,
    Frame,
    Place,
    StateBody,
    StatusWord,
    SystemName,
    Title,
    TitleBody,
    TitleModifier,
    word_key,
)
from kg.lexicon.titles import Titles, before_field
from kg.ontology import layers
from kg.ontology import load as load_ontology

T = TypeVar("T")


@dataclass(frozen=True, eq=False)
class Lexicon:
    """Every word list of the program, read once. Nothing in it changes after load().

    tables: file name without ending to rows ("currencies"); documents likewise for YAML. The other fields are the typed
    reading of single files. Look-ups ignore case, but a country or place needs a capital letter somewhere ("TURKEY", not
    "turkey"), and a name of up to three letters its own case ("US").
    """

    folder: Path
    tables: Mapping[str, tuple[Row, ...]] = field(repr=False)
    documents: Mapping[str, Any] = field(repr=False)
    geography: Geography = field(repr=False)
    known: Known = field(repr=False)
    title_words: Titles = field(repr=False)
    title_bodies: tuple[TitleBody, ...] = field(repr=False)
    state_bodies: tuple[StateBody, ...] = field(repr=False)
    systems: tuple[SystemName, ...] = field(repr=False)
    frames: tuple[Frame, ...] = field(repr=False)
    status_words: tuple[StatusWord, ...] = field(repr=False)
    weapon_classes: Mapping[str, str] = field(repr=False)
    company_suffixes: frozenset[str] = field(repr=False)
    honorifics: frozenset[str] = field(repr=False)
    say_verbs: frozenset[str] = field(repr=False)
    _systems_by_name: Mapping[str, SystemName] = field(repr=False)
    _state_bodies_by_words: Mapping[str, StateBody] = field(repr=False)
    _title_bodies_by_words: Mapping[str, TitleBody] = field(repr=False)
    _nicknames: Mapping[str, frozenset[str]] = field(repr=False)

    def table(self, name: str) -> tuple[Row, ...]:
        """Rows of a TSV file, by its name without ending. Raises LexiconError listing the tables there are."""
        return _known(name, self.tables, self.folder, ".tsv")

    def document(self, name: str) -> Any:
        """The content of a YAML file, by its name without ending. Raises LexiconError listing the documents there are."""
        return _known(name, self.documents, self.folder, ".yml")

    @property
    def countries(self) -> tuple[Country, ...]:
        """All sovereign states, by name."""
        return self.geography.countries

    def country(self, name: str) -> Country | None:
        """The state that a name, demonym, capital or metonym stands for; in that order, a leading "the" is ignored.

        Codes are not read here ("GE" is a company, "CA" a state): see country_by_code.
        """
        return self.geography.country(name)

    def country_by_code(self, code: str) -> Country | None:
        """The state with this ISO 3166 alpha-2 code, in capitals."""
        return self.geography.by_code.get(code)

    def country_by_name(self, name: str) -> Country | None:
        """By plain, official or short name ("Turkey", "Türkiye", "the US"), not by demonym or capital."""
        return self.geography.find("names", name)

    def country_by_demonym(self, word: str) -> Country | None:
        """By adjective or word for its people: "Turkish", "Turk", "Turks"."""
        return self.geography.find("demonyms", word)

    def country_by_capital(self, name: str) -> Country | None:
        """By capital: "Ankara"."""
        return self.geography.find("capitals", name)

    def country_by_metonym(self, name: str) -> Country | None:
        """By the seat of its government that is no capital: "Kremlin", "the White House"."""
        return self.geography.find("metonyms", name)

    def is_ambiguous(self, name: str) -> bool:
        """Whether a form of a country or the name of a place often means something else ("Georgia", "Washington", "Austin")."""
        return self.geography.is_ambiguous(name)

    def place(self, name: str) -> Place | None:
        """A region, territory or city that is no state, by any name, abbreviation or demonym. Regions come before cities."""
        return self.geography.place(name)

    @property
    def titles(self) -> tuple[Title, ...]:
        """All rows of titles.tsv, sorted by words."""
        return self.title_words.titles

    @property
    def title_modifiers(self) -> tuple[TitleModifier, ...]:
        """All rows of title_modifiers.tsv."""
        return self.title_words.modifiers

    def is_post_nominal(self, word: str) -> bool:
        """Whether a word is letters of honour behind a name, in capitals as written ("OBE", "Ph.D.")."""
        plain = word.replace(".", "")
        return any(row["words"] == plain for row in self.table("post_nominals"))

    def is_title(self, text: str) -> bool:
        """Whether the words are a post, rank or job: listed, with "deputy" and the like before, or of the shape of one.

        An unlisted one must name no country ("Turkish defence minister" is more than a title), unless as its field of work
        ("ambassador to Germany").
        """
        if not self.title_words.is_title(text):
            return False
        return self.title(text) is not None or not any(self.country_by_demonym(w) or self.country_by_name(w) for w in before_field(text))

    def title(self, text: str) -> Title | None:
        """The listed row behind a title ("deputy foreign minister": that of "foreign minister"); None for unlisted ones."""
        return self.title_words.row(text)

    def title_variants(self, text: str) -> str:
        """The canonical form of a title, lower case: "PM" gives "prime minister", "vice-president" "vice president"."""
        return self.title_words.canonical(text)

    def title_length(self, words: Sequence[str], start: int = 0) -> int:
        """How many of the words, from start on, are the longest listed title; 0 when none begins there.

        words: tokens; a hyphen may be a token of its own ("vice", "-", "president").
        """
        return self.title_words.length(words, start)

    def title_status(self, word: str) -> str:
        """The status a modifier gives to the title beside it ("former", "acting", "elect"); "" for any other word."""
        return self.title_words.status(word)

    def is_not_post(self, text: str) -> bool:
        """Whether the words describe a person without being a post: "tycoon", "candidate", "Mr"."""
        return self.title_words.is_not_post(text)

    def title_body(self, text: str) -> TitleBody | None:
        """The body a title names: "Senate" in "Senate Majority Leader"."""
        return self._title_bodies_by_words.get(_bare(text))

    def state_body(self, text: str) -> StateBody | None:
        """A part of a state that acts for it: "Pentagon" (US), "Ministry of Defence" (no country of its own)."""
        return self._state_bodies_by_words.get(_bare(text))

    def may_end_body(self, word: str) -> bool:
        """Whether the words of a part of a state may end with this one, for a look that is quicker than state_body()."""
        last = word_key(word).split()[-1:]
        return not last or last[0] in self._body_endings

    @cached_property
    def _body_endings(self) -> frozenset[str]:
        return frozenset(words.split()[-1] for words in self._state_bodies_by_words if words)

    def system(self, name: str) -> SystemName | None:
        """A well-known system by any of its names, ignoring case; several of them too ("Rafales")."""
        key = _bare(name)
        return self._systems_by_name.get(key) or (self._systems_by_name.get(key[:-1]) if key.endswith("s") else None)

    def maker_before(self, name: str) -> str:
        """The maker whose name, or its first words, a longer name of a system begins with: "Boeing" of "Boeing P-8A Poseidon", else ""."""
        words = name.split()
        for cut in range(len(words) - 1, 0, -1):
            firm, row = " ".join(words[:cut]), self.system(" ".join(words[cut:]))
            by_row = row is not None and f"{row.maker} ".startswith(f"{firm} ")
            if self.is_maker(firm) or (by_row and self.system(firm) is None):
                return firm
        return ""

    def is_maker(self, name: str) -> bool:
        """Whether a name is that of a maker of systems, and of no system ("Eurofighter")."""
        return name in self._makers and self.system(name) is None

    def begins_maker(self, name: str) -> bool:
        """Whether the names of makers begin with this one and more words ("Hanwha" of "Hanwha Aerospace")."""
        return name in self._makers_begin

    @cached_property
    def _makers_begin(self) -> frozenset[str]:
        return frozenset(" ".join(words[:i]) for maker in self._makers for words in (maker.split(),) for i in range(1, len(words)))

    @cached_property
    def _makers(self) -> frozenset[str]:
        return frozenset(system.maker for system in self.systems if system.maker)

    def same_given_name(self, left: str, right: str) -> bool:
        """Whether two given names may be one person's: "Mike" and "Michael"."""
        a, b = word_key(left), word_key(right)
        return a == b or bool(self._nicknames.get(a, frozenset((a,))) & self._nicknames.get(b, frozenset((b,))))


def load(folder: Path | None = None) -> Lexicon:
    """Read every word list and frame. folder: an ontology folder, as kg.ontology.layers() takes it. Raises LexiconError.

    In a folder that extends the shipped one, a row of a table takes the place of the shipped row with the same first cell.
    """
    folders = layers(folder)
    lexicon = folders[0] / "lexicon"
    if not lexicon.is_dir():
        raise LexiconError(f"no folder {lexicon}; an ontology folder holds kg.ttl, shapes.ttl and lexicon/")
    tables = _layered([{p.stem: read_table(p) for p in sorted((f / "lexicon").glob("*.tsv"))} for f in folders])
    documents = {p.stem: read_document(p) for f in folders for p in sorted((f / "lexicon").glob("*.yml"))}
    paths = {p.name: p for f in folders for p in sorted((f / "lexicon").glob("*.yml"))}
    worded = frames([f / "frames" for f in folders], load_ontology(folder))

    def rows(name: str, make: Callable[[Row], T]) -> tuple[T, ...]:
        return tuple(make(row) for row in _known(name, tables, lexicon, ".tsv"))

    def words(name: str) -> frozenset[str]:
        return frozenset(rows(name, lambda row: word_key(row["words"])))

    state_bodies, title_bodies = rows("state_bodies", typed.state_body), rows("title_bodies", typed.title_body)
    countries = rows("countries", typed.country)
    states = {country.code: country for country in countries}
    known = Known.of(tables.get("known_entities", ()), tables.get("known_ids", ()), states.get)
    systems = known.systems() + rows("systems", typed.system_name)
    places = known.places() + rows("regions", typed.place) + rows("cities", typed.place)
    return Lexicon(
        folder=lexicon,
        tables=tables,
        documents=documents,
        geography=Geography.of(countries, places),
        known=known,
        title_words=Titles.of(
            rows("titles", typed.title),
            rows("title_modifiers", typed.title_modifier),
            heads=_known("title_heads", tables, lexicon, ".tsv"),
            spellings=_known("title_spellings", tables, lexicon, ".tsv"),
            not_posts=words("not_posts"),
        ),
        title_bodies=title_bodies,
        state_bodies=state_bodies,
        systems=systems,
        frames=worded,
        status_words=typed.status_words(paths.get("status_words.yml", lexicon / "status_words.yml")),
        weapon_classes=dict(rows("weapon_classes", lambda row: (word_key(row["words"]), row["class"]))),
        company_suffixes=words("company_suffixes"),
        honorifics=words("honorifics"),
        say_verbs=words("say_verbs"),
        _systems_by_name={word_key(n): s for s in reversed(systems) for n in (*s.names, s.name)},
        _state_bodies_by_words={word_key(b.words): b for b in state_bodies},
        _title_bodies_by_words={word_key(b.words): b for b in title_bodies},
        _nicknames=_groups(row.many("names") for row in _known("nicknames", tables, lexicon, ".tsv")),
    )


def _layered(layers: Sequence[Mapping[str, tuple[Row, ...]]]) -> dict[str, tuple[Row, ...]]:
    """The tables of all layers, those of one name as one; all must have its columns."""
    found: dict[str, tuple[Row, ...]] = {}
    for name, rows in (pair for layer in layers for pair in layer.items()):
        below = found.get(name, ())
        for row in rows if below else ():
            if list(row) != list(below[0]):
                raise LexiconError(f"{row.where}: the columns of {name}.tsv are {', '.join(below[0])}, not {', '.join(row)}")
        mine = {next(iter(row.values())) for row in rows}
        found[name] = (*(row for row in below if next(iter(row.values())) not in mine), *rows)
    return dict(sorted(found.items()))


def _known(name: str, among: Mapping[str, T], folder: Path, ending: str) -> T:
    if name not in among:
        raise LexiconError(f"no file {name}{ending} in {folder}; there are: {', '.join(sorted(among))}")
    return among[name]


def _bare(text: str) -> str:
    return word_key(text).removeprefix("the ")


def _groups(rows: Iterable[tuple[str, ...]]) -> dict[str, frozenset[str]]:
    """Each name to the heads of all rows it is in, so that two names of one row share a head."""
    found: dict[str, frozenset[str]] = {}
    for names in rows:
        for name in names:
            found[word_key(name)] = found.get(word_key(name), frozenset()) | {word_key(names[0])}
    return found
