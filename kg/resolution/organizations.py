"""Are two organizations one, going by their names and the stories they are in?"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from functools import lru_cache

from kg.resolution.judging import Comparison, Finding
from kg.resolution.names import REMEMBERED, Form, is_within, joined_initials, tokens
from kg.resolution.profiles import Profile
from kg.resolution.words import Words

LINKING = frozenset({"and", "the"})  # words that stand for "&" or for nothing
UNSOUNDED = frozenset({"of", "for", "and", "the", "on", "in"})  # words that acronyms leave out
SHORTEST_ACRONYM = 3
INTERNATIONAL = frozenset({"european", "international", "un", "eu"})  # in names of bodies that no country has


@lru_cache(maxsize=REMEMBERED)
def organization_form(name: str, words: Words) -> Form:
    """The form of the plain name of a well-known body ("EU"), else plain_form."""
    known = words.bodies.get(tokens(name))
    return plain_form(" ".join(known) if known else name, words)


@lru_cache(maxsize=REMEMBERED)
def plain_form(name: str, words: Words) -> Form:
    """The tokens of an organization's name without "Inc", "the", "and"; initials as one word."""
    form = tuple(t for t in joined_initials(tokens(name)) if t not in LINKING)
    return words.without_suffix(form) if form else joined_initials(tokens(name))


@dataclass(frozen=True, slots=True)
class Home:
    """Where an article is at home. countries: codes of all it names; main: the one it names most; territory: one it names more still.

    "" where nothing is ahead of all others.
    """

    article: str
    countries: frozenset[str] = frozenset()
    main: str = ""
    territory: str = ""


def body_form(name: str, words: Words, home: Home) -> Form:
    """As organization_form; "the army", "the Senate" get an owner, so that two states' armies stay two."""
    owner, rest = words.split_owner(name)
    state, chamber = words.lexicon.state_body(rest), words.lexicon.title_body(rest)
    body = chamber or state
    if body is None or (chamber is None and body.country and not owner):
        return organization_form(name, words)
    if chamber is not None and (tokens(chamber.name) in words.bodies or INTERNATIONAL & set(tokens(chamber.name))):
        return organization_form(chamber.name, words)
    country = chamber.country_in(home.main) if chamber is not None else body.country
    known = country if country in home.countries or not home.countries else ""
    territory = home.territory if chamber is not None or (state is not None and state.kind == "legislature") else ""
    owner = owner or territory or known or home.main
    if chamber is not None and owner == chamber.country:
        rest = words.split_owner(chamber.name)[1]
    return (*organization_form(rest, words), f"={owner}" if owner else f"@{home.article}")


def another_part(words: Words) -> Comparison[Profile]:
    """A veto: one name is the other with a word that marks a part or a product, a country or a class of goods."""

    def marked_as_part(a: Profile, b: Profile) -> Finding | None:
        short, long = sorted((a.form, b.form), key=lambda f: (len(f), f))
        extra = long[len(short) :] if long[: len(short)] == short else long[: -len(short)] if long[-len(short) :] == short else ()
        marks = [t for t in extra if t in words.class_words or words.lexicon.country(t.title()) is not None]
        if short == long or not marks:
            return None
        return Finding(1.0, f"“{marks[0]}” sets “{' '.join(long)}” apart from “{' '.join(short)}”")

    return marked_as_part


def written_together(a: Profile, b: Profile) -> Finding | None:
    """ "Met Life" and "MetLife"."""
    if "".join(a.form) != "".join(b.form):
        return None
    how = "are two names of one" if a.form == b.form else "differ in spaces only"
    return Finding(1.0, f"“{a.written}” and “{b.written}” {how}")


def known_acronym(a: Profile, b: Profile) -> Finding | None:
    """An article calls one by the other's name, which is no mere part of its own."""
    return _known(a, b, lambda short, long: not is_within(short, long))


def known_short_form(a: Profile, b: Profile) -> Finding | None:
    """An article calls one by the other's name, which is a part of its own: "Hyundai Rotem", "Rotem"."""
    return _known(a, b, is_within)


def _known(a: Profile, b: Profile, fits: Callable[[Form, Form], bool]) -> Finding | None:
    for short, long in ((a, b), (b, a)):
        owned = short.form[-1].startswith("=")  # "the army" in a story of the Army Corps of Engineers is still the army
        if short.form != long.form and short.form in long.forms and fits(short.form, long.form) and not owned:
            return Finding(1.0, f"“{long.written}” is also called “{short.written}” in an article")
    return None


def initials(form: Form) -> str:
    """First letters, without the words that acronyms leave out."""
    return "".join(t[0] for t in form if t not in UNSOUNDED)


def initials_agree(a: Profile, b: Profile) -> Finding | None:
    """One is the acronym of the other."""
    for short, long in ((a, b), (b, a)):
        if len(short.form) == 1 and len(long.form) >= SHORTEST_ACRONYM and short.form[0] == initials(long.form):
            return Finding(1.0, f"“{short.written}” has the initials of “{long.written}”")
    return None


def different_words(a: Profile, b: Profile) -> Finding | None:
    """Each has a word that the other lacks: "Hanwha Aerospace", "Hanwha Systems"."""
    ours, theirs = set(a.form) - set(b.form), set(b.form) - set(a.form)
    if not ours or not theirs or a.form in b.forms or b.form in a.forms or written_together(a, b) or initials_agree(a, b):
        return None
    return Finding(1.0, f"different names: “{a.written}” / “{b.written}”")


def organization_blocks(p: Profile) -> Iterable[Hashable]:
    """Its names, its name without spaces, and its initials."""
    yield from p.forms
    yield "".join(p.form)
    if len(p.form) >= SHORTEST_ACRONYM:
        yield (initials(p.form),)
