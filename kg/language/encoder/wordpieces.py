"""How does the transformer see a word? As pieces of its norm, and a class for its look.

The encoder knows no capitals, so the look (all capitals, a capital first, figures) is a second input. Both come from
the word's lexeme, as they do for spaCy's own models: an amount of money that was merged into one token is read as "dollars".
"""

from __future__ import annotations

from pathlib import Path

from tokenizers import Tokenizer

LOOKS = 12
MOST_PIECES = 8  # of one word: an address of a web page must not fill a window
SPECIAL, LOWER, TITLE, CAPITALS, INITIAL, MIXED, MIXED_LOWER, FIGURES, CODE, CODE_LOWER, MARK = range(11)


def look(shape: str) -> int:
    """The class of a word's look, told by its spaCy shape ("Xxxx", "X-ddd"); marks inside do not count."""
    plain = "".join(c for c in shape if c in "Xxd")
    if not plain:
        return MARK
    if "d" in plain:
        if plain.strip("d") == "":
            return FIGURES
        return CODE if plain[0] == "X" or plain.lstrip("d")[0] == "X" else CODE_LOWER
    if "X" not in plain:
        return LOWER
    if "x" not in plain:
        return INITIAL if len(plain) == 1 else CAPITALS
    if plain[0] == "X" and "X" not in plain[1:]:
        return TITLE
    return MIXED if plain[0] == "X" else MIXED_LOWER


class Wordpieces:
    """The vocabulary of the encoder; remembers the pieces of words already seen."""

    def __init__(self, tokenizer: Tokenizer) -> None:
        """tokenizer: a WordPiece model with the special pieces [CLS], [SEP], [PAD], [UNK]."""
        self.tokenizer = tokenizer
        vocabulary = tokenizer.get_vocab()
        self.first, self.last, self.padding, self.unknown = (vocabulary[p] for p in ("[CLS]", "[SEP]", "[PAD]", "[UNK]"))
        self._known: dict[str, tuple[int, ...]] = {}

    @classmethod
    def from_disk(cls, path: Path) -> Wordpieces:
        """Read a tokenizer.json."""
        return cls(Tokenizer.from_file(str(path)))

    def pieces(self, word: str) -> tuple[int, ...]:
        """Ids of the word's pieces, at least one and at most MOST_PIECES."""
        known = self._known.get(word, ())
        if not known:
            ids: list[int] = self.tokenizer.encode(word, add_special_tokens=False).ids[:MOST_PIECES]
            known = self._known[word] = tuple(ids) or (self.unknown,)
        return known
