"""What does one entry of a YAML file say, and what is the user told when a key of it is wrong?"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from kg.lexicon.files import LexiconError


class Entry(dict[str, Any]):
    """One mapping of a YAML file. where: "purchase.yml line 12". All readers raise LexiconError naming the place."""

    where: str = ""

    @classmethod
    def at(cls, where: str, values: Any) -> Entry:
        """The entry that stands at a place."""
        if not isinstance(values, dict):
            raise LexiconError(f"{where}: an entry must be a mapping, not {values!r}")
        entry = cls(values)
        entry.where = where
        return entry

    def only(self, keys: Iterable[str]) -> None:
        """Refuse any key that is not among these."""
        unknown = sorted(set(self) - set(keys))
        if unknown:
            raise LexiconError(f"{self.where}: unknown key {', '.join(unknown)}; allowed: {', '.join(sorted(keys))}")

    def text(self, key: str, default: str | None = None) -> str:
        """A text; the key must be there unless a default is given."""
        value = self.get(key, default)
        if not isinstance(value, str):
            raise LexiconError(f"{self.where}: {key} must be text, not {value!r}")
        return value

    def choice(self, key: str, allowed: Iterable[str], default: str | None = None) -> str:
        """A text that must be one of the allowed ones, or the default."""
        value = self.text(key, default)
        if value != default:
            self.refuse(key, value, allowed)
        return value

    def flag(self, key: str) -> bool:
        """True or false, false where the key is left out."""
        value = self.get(key, False)
        if not isinstance(value, bool):
            raise LexiconError(f"{self.where}: {key} must be true or false, not {value!r}")
        return value

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of words, () where the key is left out."""
        value = self.get(key, [])
        if not isinstance(value, list) or not all(isinstance(v, str) for v in value):
            raise LexiconError(f"{self.where}: {key} must be a list of words, not {value!r}")
        return tuple(value)

    def mapping(self, key: str) -> dict[str, str]:
        """A mapping of words to words, empty where the key is left out."""
        value = self.get(key, {})
        if not isinstance(value, dict) or not all(isinstance(v, str) for pair in value.items() for v in pair):
            raise LexiconError(f'{self.where}: {key} must be a mapping of words to words (quote "on"), not {value!r}')
        return dict(value)

    def refuse(self, key: str, value: str, allowed: Iterable[str]) -> None:
        """Raise LexiconError unless the value is among the allowed ones."""
        words = sorted(allowed)
        if value not in words:
            raise LexiconError(f"{self.where}: {key} is {value!r}; allowed: {', '.join(words)}")
