"""Is this a post, which one, and in what state is its holder?"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from kg.lexicon.files import Row
from kg.lexicon.rows import Title, TitleModifier, word_key

LONGEST_FIELD = 6  # words before or after the head of an unlisted title ("Deputy Minister for Industry and Strategic Technologies")

LONGEST_PARTS = 2  # modifiers that are part of a title, before a listed one ("first deputy")


@dataclass(frozen=True, eq=False)
class Titles:
    """Titles, their modifiers and the heads from which unlisted titles are made.

    heads: head word to the row of title_heads.tsv; a head whose `alone` is "no" needs words beside it ("officer").
    """

    titles: tuple[Title, ...]
    modifiers: tuple[TitleModifier, ...]
    by_words: Mapping[str, Title]
    effects: Mapping[str, str]
    heads: Mapping[str, Row]
    not_posts: frozenset[str]
    longest: int

    @classmethod
    def of(cls, titles: Iterable[Title], modifiers: Iterable[TitleModifier], heads: Iterable[Row], not_posts: frozenset[str]) -> Titles:
        """Index the rows."""
        titles, modifiers = tuple(titles), tuple(modifiers)
        by_words = {word_key(t.words): t for t in titles}
        return cls(
            titles=titles,
            modifiers=modifiers,
            by_words=by_words,
            effects={word_key(m.words): m.effect for m in modifiers},
            heads={word_key(row["words"]): row for row in heads},
            not_posts=not_posts,
            longest=max((len(w.split()) for w in by_words), default=0),
        )

    def is_title(self, text: str) -> bool:
        """Whether the words are a listed title, one with parts like "deputy" before it, or one by its shape."""
        key = _key(text)
        if not key or key in self.not_posts:
            return False
        return key in self.by_words or self._base(key) in self.by_words or self._has_shape(key)

    def row(self, text: str) -> Title | None:
        """The listed title behind the words, without "deputy" and the like."""
        key = _key(text)
        return self.by_words.get(key) or self.by_words.get(self._base(key))

    def canonical(self, text: str) -> str:
        """One form for the variants of a title; modifiers that are part of it stay ("deputy prime minister")."""
        key = _key(text)
        if key in self.by_words:
            return self.by_words[key].canonical
        base = self._base(key)
        if base in self.by_words:
            return key[: len(key) - len(base)] + self.by_words[base].canonical
        return key

    def length(self, words: Sequence[str], start: int) -> int:
        """Number of words of the longest listed title that begins at start, "deputy" and the like included; 0 for none."""
        best, text, parts = 0, "", 0
        for count, word in enumerate(words[start:], 1):
            key = _key(word)
            if key:
                text, parts = f"{text} {key}".strip(), parts + 1
            if parts > self.longest + LONGEST_PARTS:
                break
            if key and (text in self.by_words or self._base(text) in self.by_words):
                best = count
        return best

    def status(self, word: str) -> str:
        """The status that a modifier gives, "" for none."""
        effect = self.effects.get(_key(word), "")
        return "" if effect in ("part", "none") else effect

    def is_not_post(self, text: str) -> bool:
        """Whether the words are listed as no post."""
        return _key(text) in self.not_posts

    def _base(self, key: str) -> str:
        """The words without the modifiers before them that are part of a title."""
        words = key.split()
        while len(words) > 1 and " ".join(words) not in self.by_words:
            two = " ".join(words[:2])
            if len(words) > 2 and self.effects.get(two) == "part":
                words = words[2:]
            elif self.effects.get(words[0]) == "part":
                words = words[1:]
            else:
                break
        return " ".join(words)

    def _has_shape(self, key: str) -> bool:
        """Whether a head of title_heads.tsv stands last or before its own preposition, with no strange words around it."""
        words = key.split()
        for index, word in enumerate(words):
            head = self.heads.get(word)
            if head is None:
                continue
            before, after = words[:index], words[index + 1 :]
            if after and after[0] not in head.many("prepositions"):
                continue
            if not before and not after:
                return head["alone"] == "yes"
            if len(before) <= LONGEST_FIELD and len(after) <= LONGEST_FIELD + 1 and len(after) != 1:
                return all(w.isalpha() and w not in ("the", "a", "an", "his", "her", "their", "its") for w in before)
        return False


def _key(text: str) -> str:
    """Comparison form of a title: as word_key, without dots ("Lt. Gen.", "P.M.")."""
    return word_key(text.replace(".", ""))
