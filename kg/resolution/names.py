"""In which forms are names compared: folded, romanised in one way, reduced to consonants, made into an id?"""

from __future__ import annotations

import re
from functools import lru_cache

from anyascii import anyascii
from rapidfuzz.fuzz import ratio

Form = tuple[str, ...]
REMEMBERED = 20_000  # names and words whose forms are kept, since the same ones meet again and again

# One spelling for what different romanisations write differently; applied in this order to folded, lower-case tokens.
# Compiled from the differences between the BGN/PCGN, ISO 9, Library of Congress and newspaper tables for Cyrillic, Arabic and Greek.
ROMANISATIONS: tuple[tuple[str, str], ...] = (
    (r"^[eu]l$", "al"),
    (r"shch|sch", "sh"),
    (r"tch|tsch", "ch"),
    (r"dzh|dj", "j"),
    (r"kh", "h"),
    (r"gh", "g"),
    (r"ph", "f"),
    (r"ck|q", "k"),
    (r"w", "v"),
    (r"x", "ks"),
    (r"ou|oo|ue", "u"),
    (r"oe", "o"),
    (r"ae", "a"),
    (r"[yj]", "i"),
    (r"i+e", "e"),
    (r"(.)\1+", r"\1"),
)
ALIKE_RATIO = 65  # rapidfuzz ratio of two tokens with the same consonants: Mohamed/Muhammad 67, Marin/Moreno 55
ONE_SOUND = ("aei", "ou")  # vowels that romanisations take for one another; "Petersen" and "Peterson" are two names


@lru_cache(maxsize=REMEMBERED)
def fold(text: str) -> str:
    """Lower-case ASCII letters and digits, single spaces, possessive 's and full stops gone."""
    plain = re.sub(r"['’]s\b", "", anyascii(text).lower())
    plain = re.sub(r"(?<=\w)\.(?=\w\.?)(?!\w\w)|['’`]", "", plain)
    return " ".join(re.sub(r"[^a-z0-9]+", " ", plain).split())


@lru_cache(maxsize=REMEMBERED)
def tokens(text: str) -> Form:
    """The words of a folded name."""
    return tuple(fold(text).split())


def tidy(text: str) -> str:
    """A name as written, on one line."""
    return " ".join(text.split())


def slug(text: str) -> str:
    """A name as part of an id: "Recep Tayyip Erdoğan" gives "recep-tayyip-erdogan"; "" for a name without letters."""
    return "-".join(tokens(text))


@lru_cache(maxsize=REMEMBERED)
def romanised(token: str) -> str:
    """One spelling for the romanisations of one name: Cavusoglou and Cavusoglu, Mikheyev and Mikheev."""
    for pattern, spelling in ROMANISATIONS:
        token = re.sub(pattern, spelling, token)
    return token.rstrip("i") or token


@lru_cache(maxsize=REMEMBERED)
def skeleton(token: str) -> str:
    """First letter and following consonants of the romanised token: "mhmd" for Mohamed and Muhammad; for blocking."""
    plain = romanised(token)
    return plain[:1] + re.sub(r"[aeiou]", "", plain[1:])


def alike(left: str, right: str) -> bool:
    """Whether two tokens may write one sound: the same consonants, vowels that are mistaken for one another, nearly the same letters.

    A final "a" that one of them lacks mostly tells a woman from a man ("Marin", "Marina").
    """
    if skeleton(left) != skeleton(right) or ratio(left, right) < ALIKE_RATIO:
        return False
    ours, theirs = _runs(left), _runs(right)
    same_end = ours[-1].endswith("a") == theirs[-1].endswith("a")
    return same_end and len(ours) == len(theirs) and all(_one_sound(a, b) for a, b in zip(ours, theirs, strict=True))


def _runs(token: str) -> list[str]:
    """The consonants and vowels of a romanised token in turn: "muhammad" gives m, u, h, a, m, a, d."""
    return re.findall(r"[aeiou]+|[^aeiou]+", romanised(token))


def _one_sound(left: str, right: str) -> bool:
    return left == right or any(set(left) & set(sound) and set(right) & set(sound) for sound in ONE_SOUND)


def singular(word: str) -> str:
    """A rough singular, good enough to compare nouns."""
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word


def joined_initials(form: Form) -> Form:
    """Runs of single letters as one token: ("u", "s", "army") gives ("us", "army")."""
    out: list[str] = []
    open_run = False
    for token in form:
        single = len(token) == 1 and token.isalpha()
        if single and open_run:
            out[-1] += token
        else:
            out.append(token)
        open_run = single
    return tuple(out)


def is_within(part: Form, whole: Form) -> bool:
    """Whether the tokens of part stand side by side in whole."""
    return any(whole[i : i + len(part)] == part for i in range(len(whole) - len(part) + 1))
