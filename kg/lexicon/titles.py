"""Is this a post, which one, and in what state is its holder?"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from kg.lexicon.files import Row
from kg.lexicon.rows import Title, TitleModifier, word_key

LONGEST_FIELD = 6  # words before or after the head of an unlisted title ("Deputy Minister for Industry and Strategic Technologies")

LONGEST_PARTS = 2  # modifiers that are part of a title, before a listed one ("first deputy")

FIELD_PREPOSITIONS = ("for", "to")
NEVER_IN_TITLE = frozenset(("a", "an", "by", "for", "her", "his", "its", "our", "that", "the", "their", "this", "to", "with"))
PLURALS = (("ies", "y"), ("men", "man"), ("s", ""))


@dataclass(frozen=True, eq=False)
class Titles:
    """Titles, their modifiers and the heads from which unlisted titles are made.

    heads: head word to the row of title_heads.tsv; a head whose `alone` is "no" needs words beside it ("officer").
    spellings: one word to its canonical spelling ("defense": "defence").
    """

    titles: tuple[Title, ...]
    modifiers: tuple[TitleModifier, ...]
    by_words: Mapping[str, Title]
    effects: Mapping[str, str]
    heads: Mapping[str, Row]
    spellings: Mapping[str, str]
    not_posts: frozenset[str]
    longest: int

    @classmethod
    def of(
        cls,
        titles: Iterable[Title],
        modifiers: Iterable[TitleModifier],
        *,
        heads: Iterable[Row],
        spellings: Iterable[Row],
        not_posts: frozenset[str],
    ) -> Titles:
        """Index the rows."""
        titles, modifiers = tuple(titles), tuple(modifiers)
        by_words = {word_key(t.words): t for t in titles}
        return cls(
            titles=titles,
            modifiers=modifiers,
            by_words=by_words,
            effects={word_key(m.words): m.effect for m in modifiers},
            heads={word_key(row["words"]): row for row in heads},
            spellings={word_key(row["words"]): row["canonical"] for row in spellings},
            not_posts=not_posts,
            longest=max((len(w.split()) for w in by_words), default=0),
        )

    def is_title(self, text: str) -> bool:
        """Whether the words are a listed title, one with parts like "deputy" before it, or one by its shape. Plurals count."""
        return _is_title(self, _key(text))

    def row(self, text: str) -> Title | None:
        """The listed title behind the words, singular, without "deputy" and the like."""
        found = self._find(_key(text))
        return None if found is None else found[1]

    def canonical(self, text: str) -> str:
        """One form for the variants of a title, singular; modifiers that are part of it stay ("deputy prime minister")."""
        key = _key(text)
        found = self._find(key)
        whole = key if found is None else found[0] + found[1].canonical
        return " ".join(self.spellings.get(word, word) for word in word_key(whole).split())

    def length(self, words: Sequence[str], start: int) -> int:
        """Number of words of the longest listed title that begins at start, "deputy" and the like included; 0 for none."""
        if start < len(words) and not self.may_begin(words[start]):
            return 0
        best, text, parts = 0, "", 0
        for count, word in enumerate(words[start:], 1):
            key = _key(word)
            if key:
                text, parts = f"{text} {key}".strip(), parts + 1
            if parts > self.longest + LONGEST_PARTS:
                break
            if key and self._find(text) is not None:
                best = count
        return best

    def may_begin(self, word: str) -> bool:
        """Whether a listed title may begin with a word, for a look that is quicker than length(); True for mere punctuation."""
        return _begins(self, word)

    @cached_property
    def _beginnings(self) -> frozenset[str]:
        """First words of titles and of the modifiers that are part of them."""
        return frozenset(words.split()[0] for words in (*self.by_words, *self.effects) if words)

    def status(self, word: str) -> str:
        """The status that a modifier gives, "" for none."""
        effect = self.effects.get(_key(word), "")
        return "" if effect in ("part", "none") else effect

    def is_not_post(self, text: str) -> bool:
        """Whether the words are listed as no post."""
        return _key(text) in self.not_posts

    def _find(self, key: str) -> tuple[str, Title] | None:
        """The modifiers that are part of the title, with a space behind, and the listed title; None when there is none."""
        return _found(self, key)

    def _base(self, key: str) -> str:
        """The words without the modifiers before them that are part of a title."""
        words = key.split()
        while len(words) > 1 and " ".join(words) not in self.by_words:
            taken = next((n for n in (2, 1) if n < len(words) and self.effects.get(" ".join(words[:n])) == "part"), 0)
            if not taken:
                break
            words = words[taken:]
        return " ".join(words)

    def _has_shape(self, key: str) -> bool:
        """Whether a head of title_heads.tsv stands last, or before a preposition of its own, with plain words around it.

        A listed title with "for" or "to" behind it is one too ("ambassador to Peru", "vice president for defence").
        """
        words = key.split()
        first = next((i for i, w in enumerate(words) if w in FIELD_PREPOSITIONS), 0)
        if 0 < first < len(words) - 1 and self._find(" ".join(words[:first])) is not None:
            return True
        for index, word in enumerate(words):
            head = self.heads.get(word)
            if head is None:
                continue
            before, after = words[:index], words[index + 1 :]
            if after and (after[0] not in head.many("prepositions") or len(after) == 1):
                continue
            if not before and not after:
                return head["alone"] == "yes"
            if len(before) <= LONGEST_FIELD and len(after) <= LONGEST_FIELD + 1:
                return all(self._may_precede_head(w) for w in before)
        return False

    def _may_precede_head(self, word: str) -> bool:
        """Not an article, a number or a modifier that gives a status ("former")."""
        return word.isalpha() and word not in NEVER_IN_TITLE and self.effects.get(word, "part") == "part"


def before_field(text: str) -> tuple[str, ...]:
    """The words of a title before its field of work: "Ambassador to Germany" gives ("Ambassador",)."""
    words = text.split()
    return tuple(words[: next((i for i, w in enumerate(words) if w in FIELD_PREPOSITIONS), len(words))])


@lru_cache(maxsize=1 << 16)
def _found(titles: Titles, key: str) -> tuple[str, Title] | None:
    """As Titles._find."""
    for form in (key, *_singulars(key)):
        base = titles._base(form)
        if base in titles.by_words:
            return form[: len(form) - len(base)], titles.by_words[base]
    return None


@lru_cache(maxsize=1 << 16)
def _is_title(titles: Titles, key: str) -> bool:
    """As Titles.is_title."""
    if not key or key in titles.not_posts:
        return False
    return _found(titles, key) is not None or any(titles._has_shape(form) for form in (key, *_singulars(key)))


@lru_cache(maxsize=1 << 16)
def _begins(titles: Titles, word: str) -> bool:
    """As Titles.may_begin."""
    first = _key(word).split()[:1]
    return not first or any(form in titles._beginnings for form in (first[0], *_singulars(first[0])))


@lru_cache(maxsize=1 << 16)
def _key(text: str) -> str:
    """Comparison form of a title: as word_key, without dots ("Lt. Gen.", "P.M.")."""
    return word_key(text.replace(".", ""))


def _singulars(key: str) -> tuple[str, ...]:
    """Forms the words may be a plural of; the head may be the first word ("directors general", "ministers of defence")."""
    found = []
    words = key.split()
    for index in sorted({0, len(words) - 1}):
        for ending, singular in PLURALS:
            if words and words[index].endswith(ending) and len(words[index]) > len(ending) + 1:
                found.append(" ".join([*words[:index], words[index][: -len(ending)] + singular, *words[index + 1 :]]))
    return tuple(found)
