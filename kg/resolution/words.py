"""What does the lexicon say about the words of a name, in the folded form in which names are compared?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from kg.lexicon import Country, KnownEntity, Lexicon
from kg.resolution.folding import formal_names, known_entities, without_suffix, without_the
from kg.resolution.names import REMEMBERED, Form, fold, joined_initials, singular, tidy, tokens

# The closed class of pronouns; a mention of these alone says nothing about what it stands for.
PRONOUNS = frozenset(
    {"he", "she", "it", "they", "him", "her", "them", "his", "hers", "its", "their", "theirs", "himself", "herself", "itself", "themselves"}
    | {"who", "whom", "whose", "which", "that", "this", "these", "those", "one", "both", "all", "each"}
    | {"i", "me", "my", "mine", "you", "your", "yours", "we", "us", "our", "ours"}
)
LONGEST_CLASS = 5  # words of the longest name of a class ("short range air defence system")
LINKS = frozenset({"of", "the", "in", "for"})  # left hanging when the country behind them is taken away ("Senate of France")
ARTICLES = frozenset({"a", "an", "the"})
LONGEST_COUNTRY = 4  # words of the longest short name of a country ("Saint Vincent and the Grenadines" is found without its tail)


@dataclass(frozen=True, eq=False)
class Words:
    """Look-ups over folded tokens, made from the lexicon once.

    class_phrases: what systems are called ("air defence system"); class_words: the last words of these, also in the plural.
    bodies: all names of well-known organizations to the plain one. known_entities: what the user knows, by kind and name.
    formal_names: given names, folded, to the formal ones they may stand for ("bill" to "william").
    family_first: codes of countries whose people put the family name first.
    """

    lexicon: Lexicon
    suffixes: frozenset[Form]
    honorifics: frozenset[str]
    class_phrases: frozenset[Form]
    class_words: frozenset[str]
    bodies: Mapping[Form, Form]
    known_entities: Mapping[tuple[str, Form], KnownEntity]
    formal_names: Mapping[str, frozenset[str]]
    family_first: frozenset[str]

    @classmethod
    def of(cls, lexicon: Lexicon) -> Words:
        """Fold the tables that are looked up by token."""
        phrases = frozenset(tokens(phrase) for phrase in lexicon.weapon_classes if tokens(phrase))
        heads = frozenset(phrase[-1] for phrase in phrases)
        suffixes = frozenset(joined_initials(tokens(s)) for s in lexicon.company_suffixes if tokens(s))
        return cls(
            lexicon=lexicon,
            suffixes=suffixes,
            honorifics=frozenset(fold(h).replace(" ", "") for h in lexicon.honorifics),
            class_phrases=phrases,
            class_words=heads | {t + "s" for t in heads} | {t[:-1] + "ies" for t in heads if t.endswith("y")},
            bodies={tokens(n): tokens(row["name"]) for row in lexicon.table("organizations") for n in (row["name"], *row.many("names"))}
            | {tokens(n): tokens(e.name) for e in lexicon.known.entities if e.kind == "Organization" for n in (e.name, *e.names)},
            known_entities=known_entities(lexicon, suffixes),
            formal_names=formal_names(lexicon),
            family_first=frozenset(row["code"] for row in lexicon.table("family_first")),
        )

    def country(self, text: str) -> Country | None:
        """The country a text names, or the one that stands first in it ("Turkish Ministry of Defence")."""
        return _country(self.lexicon, text)

    def known(self, kind: str, name: str) -> KnownEntity | None:
        """The user's entity of this kind and name; a person also without honorific and post, an organization without "Inc"."""
        if not self.known_entities:
            return None
        form = without_the(tokens(self.without_post(name) if kind == "Person" else name))
        return self.known_entities.get((kind, form)) or self.known_entities.get((kind, self.without_suffix(form) if form else form))

    def split_owner(self, text: str) -> tuple[str, str]:
        """Whose body a name says it is, and the name without that: "US Army" gives "US" and "Army", "Texas Senate" "Texas" and "Senate".

        A country is given by its code, a region by its name; "" and the name as it is where there is neither.
        """
        return _split_owner(self, text)

    def is_body(self, name: str) -> bool:
        """Whether the words are a part of a state or a chamber that several states have: "Senate", "Ministry of Defence"."""
        return self.lexicon.state_body(name) is not None or self.lexicon.title_body(name) is not None

    def region(self, name: str) -> str | None:
        """The plain name of a part of a country that has bodies of its own (a state, a territory); None for all else."""
        place = self.lexicon.place(name)
        return place.name if place is not None and place.kind != "city" else None

    def territory(self, name: str) -> str | None:
        """The plain name of a territory, where "the Senate" is as likely its own as its country's; None for all else."""
        place = self.lexicon.place(name)
        return place.name if place is not None and place.kind == "territory" else None

    def without_suffix(self, form: Form) -> Form:
        """A company's name without "Inc", "Co Ltd" at its end; never empty."""
        return without_suffix(form, self.suffixes)

    def without_class(self, form: Form) -> Form:
        """A system's name without the words behind it that say what it is; never empty."""
        for size in range(min(LONGEST_CLASS, len(form) - 1), 0, -1):
            if (*form[-size:-1], singular(form[-1])) in self.class_phrases:
                return self.without_class(form[:-size])
        return form

    def without_article(self, text: str) -> str:
        """A description without the article before it."""
        first, _, rest = text.partition(" ")
        return rest if rest and first.lower() in ARTICLES else text

    def without_post(self, name: str) -> str:
        """A person's name without honorifics and posts before it ("Governor Ricardo Rossello"); what is left is never empty.

        A post is taken away only if two words stay, since some are given names, too ("Dean Smith").
        """
        return _without_post(self, name)

    def describes(self, text: str) -> bool:
        """Whether the text says what is meant: not a pronoun, not empty."""
        return any(t not in PRONOUNS | ARTICLES for t in tokens(text))

    def title(self, text: str) -> str:
        """The canonical form of a title, lower case."""
        return canonical_title(self.lexicon, text)


# The names of the news come again and again: what is found out about one is remembered. Words and lexica are compared by identity.


@lru_cache(maxsize=REMEMBERED)
def _country(lexicon: Lexicon, text: str) -> Country | None:
    if (whole := lexicon.country(text)) is not None:
        return whole
    if (body := lexicon.state_body(text)) is not None and body.country:
        return lexicon.country_by_code(body.country)
    return next((found for piece, _ in _pieces(text) if (found := lexicon.country(piece)) is not None), None)


@lru_cache(maxsize=REMEMBERED)
def _split_owner(words: Words, text: str) -> tuple[str, str]:
    for piece, rest in _pieces(text):
        if (country := words.lexicon.country(piece)) is not None:
            return country.code, rest
        if (region := words.region(piece)) is not None:
            return region, rest
    return "", text


@lru_cache(maxsize=REMEMBERED)
def _without_post(words: Words, name: str) -> str:
    parts = tidy(name).split()
    while len(parts) > 1 and parts[0].rstrip(".").lower() in words.honorifics:
        parts = parts[1:]
    length = words.lexicon.title_length(parts)
    return " ".join(parts[length:] if len(parts) - length > 1 else parts)


def _pieces(text: str) -> Iterator[tuple[str, str]]:
    """Runs of words that begin with a capital, the longest first, each with the rest of the text."""
    parts = text.replace("’", "'").replace("'s", "").split()
    for size in range(min(LONGEST_COUNTRY, len(parts) - 1), 0, -1):
        for start in range(len(parts) - size + 1):
            if parts[start][:1].isupper():
                rest = parts[:start] + parts[start + size :]
                while rest and rest[-1].lower() in LINKS:
                    rest.pop()
                yield " ".join(parts[start : start + size]), " ".join(rest)


@lru_cache(maxsize=50_000)
def canonical_title(lexicon: Lexicon, text: str) -> str:
    """As Lexicon.title_variants, remembered; lexica are compared by identity."""
    return lexicon.title_variants(text)
