"""Are two persons one, going by their names, posts and the stories they are in?"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping
from functools import lru_cache

from kg.resolution.alignment import ALIKE, SPELLED, Alignment, aligned, generation
from kg.resolution.judging import Finding
from kg.resolution.names import REMEMBERED, Form, romanised, skeleton, tokens
from kg.resolution.profiles import NOTHING, Profile
from kg.resolution.words import Words

PARTICLES = re.compile(
    r"^(?:(?:[a-z]{2,3}\s+)+(?=[^\Wa-z])|[AaEe]l-)"
)  # in lower case or with a hyphen; "Al Gore" and "De Gaulle" keep theirs
SHORT = 0.6  # a surname alone: needs support


@lru_cache(maxsize=REMEMBERED)
def person_form(name: str, words: Words) -> Form:
    """The tokens of a person's name without honorifics, posts and particles before it ("al-Assad" is a surname alone)."""
    bare = words.without_post(name)
    return tokens(PARTICLES.sub("", bare)) or tokens(bare)


class PersonNames:
    """Comparisons of full names; remembers how the last two fitted, since several comparisons ask for it."""

    def __init__(self, words: Words) -> None:
        self.words = words
        self._last: tuple[Profile, Profile, Alignment | None] | None = None

    def best_fit(self, a: Profile, b: Profile) -> Alignment | None:
        """The best fit of any full name of one with any of the other."""
        if self._last is None or self._last[0] is not a or self._last[1] is not b:
            self._last = (a, b, self._best_fit(a, b))
        return self._last[2]

    def _best_fit(self, a: Profile, b: Profile) -> Alignment | None:
        full_a, full_b = ([f for f in sorted(p.forms) if len(f) > 1] for p in (a, b))
        found = [fit for left in full_a for right in full_b if (fit := self._fit(left, right)) is not None]
        return max(found, key=lambda fit: (fit.degree, not fit.cut, not fit.middle), default=None)

    def _fit(self, left: Form, right: Form) -> Alignment | None:
        return aligned(left, right, self.words.lexicon.same_given_name, self.words.formal_names.__contains__)

    def names_agree(self, a: Profile, b: Profile) -> Finding | None:
        """One name is the other, spelled otherwise or with a part left out."""
        found = self.best_fit(a, b)
        if found is None:
            return None
        how = "leaves out a part of" if found.cut or found.middle else "is another spelling of" if found.level >= SPELLED else "resembles"
        short, long = sorted((a, b), key=lambda p: (len(p.form), p.form))
        return Finding(found.degree, f"“{short.written}” {how} “{long.written}”")

    def same_article(self, a: Profile, b: Profile) -> Finding | None:
        """One article tells of both; no support for names that are only alike, since it tells them apart."""
        fit = self.best_fit(a, b)
        if not a.articles & b.articles or (fit is not None and fit.level <= ALIKE):
            return None
        return Finding(1.0, "in one article", support=True)

    def given_names_differ(self, a: Profile, b: Profile) -> Finding | None:
        """A veto: both are named in full, and the names do not fit."""
        if len(a.form) < 2 or len(b.form) < 2 or self.best_fit(a, b) is not None or self.reversed_order(a, b) is not None:
            return None
        return Finding(1.0, f"different given names or surnames: “{a.written}” / “{b.written}”")

    def reversed_order(self, a: Profile, b: Profile) -> Finding | None:
        """ "Orban Viktor" and "Viktor Orban": both hold posts of a country where the family name comes first.

        Certain only where the given name has two parts ("Lee Jae-myung"); "James Martin" and "Martin James" are two.
        """
        for left in sorted(a.forms):
            for right in sorted(b.forms):
                if len(left) == len(right) > 1 and left != right and right in (left[1:] + left[:1], left[-1:] + left[:-1]):
                    if len(left) == 2 and not countries(a) & countries(b) & self.words.family_first:
                        continue
                    degree = SPELLED if len(left) > 2 else SHORT
                    return Finding(degree, f"“{a.written}” and “{b.written}” are one name with the family name first or last")
        return None


def countries(p: Profile) -> frozenset[str]:
    """Codes of the countries whose posts a person holds."""
    return frozenset(of[1:] for _, of in p.posts if of.startswith("="))


def surname_alone(a: Profile, b: Profile) -> Finding | None:
    """One is named by a surname, or one word only, that the other bears."""
    short, long = sorted((a, b), key=lambda p: (len(p.form), p.form))
    if len(short.form) != 1 or not short.form[0]:
        return None
    if len(long.form) == 1:
        return Finding(SHORT, f"both are called “{short.written}”") if romanised(short.form[0]) == romanised(long.form[0]) else None
    bearers = {romanised(t) for form in long.forms if len(form) > 1 for t in form}
    return Finding(SHORT, f"“{long.written}” bears the name “{short.written}”") if romanised(short.form[0]) in bearers else None


def same_post(a: Profile, b: Profile) -> Finding | None:
    """Both hold one post, or posts of one country or organization."""
    shared = a.posts & b.posts
    if any(of for _, of in shared):
        return Finding(1.0, f"both are {sorted(t for t, of in shared if of)[0]} of the same", support=True)
    titles = {t for t, of in a.posts if not of} & {t for t, _ in b.posts} | {t for t, of in b.posts if not of} & {t for t, _ in a.posts}
    if titles:
        return Finding(0.8, f"both are {sorted(titles)[0]}", support=True)
    if {of for _, of in a.posts if of} & {of for _, of in b.posts if of}:
        return Finding(0.6, "both serve the same country or organization", support=True)
    return None


def serves_another_country(a: Profile, b: Profile) -> Finding | None:
    """A veto: a surname alone with posts of other countries than those of whom it may mean."""
    ours, theirs = countries(a), countries(b)
    if min(len(a.form), len(b.form)) > 1 or not ours or not theirs or ours & theirs:
        return None
    return Finding(1.0, f"posts of different countries: {min(ours)} / {min(theirs)}")


def another_generation(a: Profile, b: Profile) -> Finding | None:
    """A veto: one article tells of father and son."""
    both = sorted(a.articles & b.articles)
    if not both or len(a.form) < 2 or len(b.form) < 2 or generation(a.form) == generation(b.form):
        return None
    return Finding(1.0, f"article {both[0]} names both “{a.written}” and “{b.written}”")


def words_of(p: Profile) -> Iterable[Hashable]:
    """Block keys within one article: any shared word."""
    return {skeleton(t) for form in p.forms for t in form}


def sought(profiles: Iterable[Profile], company: Mapping[str, frozenset[str]]) -> dict[str, frozenset[str]]:
    """Surnames that stand alone somewhere, to what is known of those so named: their posts and the other names of their articles."""
    found: dict[str, set[str]] = defaultdict(set)
    for p in profiles:
        if len(p.form) == 1:
            found[skeleton(p.form[0])].update(title for title, _ in p.posts)
            found[skeleton(p.form[0])].update(*(company.get(article, ()) for article in p.articles))
    return {surname: frozenset(known) for surname, known in found.items()}


def name_pairs(
    words: Words, sought: Mapping[str, frozenset[str]], company: Mapping[str, frozenset[str]]
) -> Callable[[Profile], Iterable[Hashable]]:
    """Block keys across articles: of full names the surname with what may stand before it, of surnames alone what is sought.

    What fits, fits in a later word, and in an earlier one as far as an initial or nickname goes; or has the same
    words in another order or with other spaces.
    """

    def blocks(p: Profile) -> Iterable[Hashable]:
        full = [form for form in p.forms if len(form) > 1]
        for form in full:
            sounds = [skeleton(t) for t in form]
            yield ("all", tuple(sorted(sounds)))
            yield ("together", "".join(form))
            for j in range(1, len(form)):
                before = zip(form[:j], sounds, strict=False)
                yield from ((first, sounds[j]) for token, sound in before for first in (token[0], sound[:1]))
                yield from (("given", formal, sounds[j]) for token in form[:j] for formal in words.formal_names.get(token, ()))
        for surname in {skeleton(t) for form in full for t in form} | ({skeleton(p.form[0])} if len(p.form) == 1 else set()):
            if wanted := sought.get(surname):
                known = {title for title, _ in p.posts}.union(*(company.get(article, NOTHING) & wanted for article in p.articles))
                yield from ((surname, one) for one in known & wanted)

    return blocks
