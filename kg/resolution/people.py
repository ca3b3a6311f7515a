"""Are two persons one, going by their names, posts and the stories they are in?"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from functools import lru_cache

from kg.resolution.judging import VETO, Finding, Policy
from kg.resolution.names import Form, alike, romanised, skeleton, tokens
from kg.resolution.profiles import Profile
from kg.resolution.words import Words

SPELLED = 1.0  # the same token, or the same but for romanisation
ALIKE = 0.6  # the same consonants only: needs support (Petersen and Peterson are two families)
INITIAL = 0.7  # "R. Erdogan": needs support
CUT = 0.7  # a name that leaves out the first or the last word of the other: needs support
SHORT = 0.6  # a surname alone: needs support


def person_form(name: str, words: Words) -> Form:
    """The tokens of a person's name without honorifics and posts before it."""
    form = tokens(name)
    while len(form) > 1 and form[0] in words.honorifics:
        form = form[1:]
    return form


@dataclass(frozen=True, slots=True)
class Alignment:
    """How a shorter name fits into a longer one. level: of the worst token; cut: whether the first or last word is missing."""

    level: float
    cut: bool
    middle: bool


def person_policy(words: Words, *, one_article: bool) -> Policy[Profile]:
    """The policy for persons, within one article or across articles."""

    def same_given(left: str, right: str) -> bool:
        return words.lexicon.same_given_name(left, right)

    @lru_cache(maxsize=100_000)
    def fit(left: Form, right: Form) -> Alignment | None:
        return aligned(left, right, same_given)

    def names_agree(a: Profile, b: Profile) -> Finding | None:
        found = best_fit(a, b, fit)
        if found is None:
            return None
        degree = found.level * (CUT if found.cut else 1.0)
        how = "leaves out a part of" if found.cut or found.middle else "is another spelling of" if found.level >= SPELLED else "resembles"
        short, long = sorted((a, b), key=lambda p: (len(p.form), p.form))
        return Finding(degree, f"“{short.written}” {how} “{long.written}”")

    def given_names_differ(a: Profile, b: Profile) -> Finding | None:
        if len(a.form) < 2 or len(b.form) < 2 or best_fit(a, b, fit) is not None or reversed_order(a, b) is not None:
            return None
        return Finding(1.0, f"different given names or surnames: “{a.written}” / “{b.written}”")

    story = ((same_article, 0.5),) if one_article else ((same_story, 0.4),)
    return Policy(
        blocks=article_blocks if one_article else corpus_blocks,
        comparisons=(
            (names_agree, 1.0),
            (reversed_order, 1.0),
            (surname_alone, 1.0),
            (same_post, 0.5),
            *story,
            (given_names_differ, VETO),
            (told_apart, VETO),
        ),
    )


def aligned(left: Form, right: Form, same_given: Callable[[str, str], bool]) -> Alignment | None:
    """How the shorter of two full names fits into the longer, token by token in order; None where it does not."""
    short, long = sorted((left, right), key=lambda f: (len(f), f))
    if len(short) < 2:
        return None
    best: Alignment | None = None
    for places in _placements(len(short), len(long)):
        level = min(_token_level(s, long[p], same_given, i) for i, (s, p) in enumerate(zip(short, places, strict=True)))
        if level <= 0 or (level == INITIAL and len(short[-1]) == 1):
            continue
        cut = places[0] != 0 or places[-1] != len(long) - 1
        found = Alignment(level, cut, places != tuple(range(len(long))))
        if best is None or (found.level * (CUT if found.cut else 1), not found.cut) > (best.level * (CUT if best.cut else 1), not best.cut):
            best = found
    return None if best is None or _middles_differ(short, long) else best


def _middles_differ(short: Form, long: Form) -> bool:
    """Different middle initials: "George W. Bush", "George H. W. Bush"."""
    ours, theirs = short[1:-1], long[1:-1]
    return bool(ours and theirs) and len(ours[0]) == 1 and ours[0] != theirs[0][:1]


@lru_cache(maxsize=256)
def _placements(short: int, long: int) -> tuple[tuple[int, ...], ...]:
    """Ways to put the tokens of a short name in order over those of a long one."""
    if short == 0:
        return ((),)
    if long < short:
        return ()
    return tuple((*rest, long - 1) for rest in _placements(short - 1, long - 1)) + _placements(short, long - 1)


def _token_level(left: str, right: str, same_given: Callable[[str, str], bool], index: int) -> float:
    if left == right or romanised(left) == romanised(right) or (index == 0 and same_given(left, right)):
        return SPELLED
    if min(len(left), len(right)) == 1:
        return INITIAL if left[0] == right[0] else 0.0
    return ALIKE if alike(left, right) else 0.0


def best_fit(a: Profile, b: Profile, fit: Callable[[Form, Form], Alignment | None]) -> Alignment | None:
    """The best fit of any full name of one with any of the other."""
    full_a, full_b = ([f for f in sorted(p.forms) if len(f) > 1] for p in (a, b))
    found = [f for left in full_a for right in full_b if (f := fit(left, right)) is not None]
    return max(found, key=lambda f: (f.level * (CUT if f.cut else 1), not f.cut, not f.middle), default=None)


def reversed_order(a: Profile, b: Profile) -> Finding | None:
    """ "Orban Viktor" and "Viktor Orban"; certain only where the given name has two parts ("Lee Jae-myung")."""
    for left in sorted(a.forms):
        for right in sorted(b.forms):
            if len(left) == len(right) > 1 and left != right and right in (left[1:] + left[:1], left[-1:] + left[:-1]):
                degree = SPELLED if len(left) > 2 else SHORT
                return Finding(degree, f"“{a.written}” and “{b.written}” are one name with the family name first or last")
    return None


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
        return Finding(1.0, f"both are {sorted(t for t, of in shared if of)[0]} of the same")
    titles = {t for t, of in a.posts if not of} & {t for t, _ in b.posts} | {t for t, of in b.posts if not of} & {t for t, _ in a.posts}
    if titles:
        return Finding(0.8, f"both are {sorted(titles)[0]}")
    if {of for _, of in a.posts if of} & {of for _, of in b.posts if of}:
        return Finding(0.6, "both serve the same country or organization")
    return None


def same_article(a: Profile, b: Profile) -> Finding | None:
    """One article tells of both."""
    return Finding(1.0, "in one article") if a.articles & b.articles else None


def same_story(a: Profile, b: Profile) -> Finding | None:
    """Their articles speak of the same others."""
    shared = a.company & b.company
    if len(shared) < 2:
        return None
    return Finding(min(1.0, len(shared) / 3), f"their articles share {len(shared)} other names")


def told_apart(a: Profile, b: Profile) -> Finding | None:
    """One article names both in full, differently."""
    both = sorted(a.articles & b.articles)
    if not both or len(a.form) < 2 or len(b.form) < 2 or romanised("".join(a.form)) == romanised("".join(b.form)):
        return None
    cut = len(a.form) != len(b.form) and (a.form[0] != b.form[0] or a.form[-1] != b.form[-1])
    return Finding(1.0, f"article {both[0]} names both “{a.written}” and “{b.written}”") if cut else None


def article_blocks(p: Profile) -> Iterable[Hashable]:
    """Within one article: any shared word."""
    return {skeleton(t) for form in p.forms for t in form}


def corpus_blocks(p: Profile) -> Iterable[Hashable]:
    """Full names: first letter of one word with another word. A surname alone: with each post, and with each other name of its articles."""
    if len(p.form) == 1:
        yield from ((skeleton(p.form[0]), title) for title, _ in p.posts)
        yield from ((skeleton(p.form[0]), other) for other in p.company)
        return
    for form in p.forms:
        if len(form) == 1:
            continue
        reduced = [skeleton(t) for t in form]
        yield from ((a[:1], b) for i, a in enumerate(reduced) for j, b in enumerate(reduced) if i != j)
        yield from ((t, title) for t in reduced for title, _ in p.posts)
        yield from ((t, other) for t in reduced for other in p.company)
