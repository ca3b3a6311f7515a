"""What is a dependency tree while its heads are being moved?"""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Doc


@dataclass(slots=True)
class Tree:
    """Heads and labels of the words of one Doc, to be changed step by step; a root is its own head."""

    words: list[str]
    lemmas: list[str]
    pos: list[str]
    tags: list[str]
    heads: list[int]
    deps: list[str]

    @classmethod
    def of(cls, doc: Doc) -> Tree:
        """The tree of a parsed Doc."""
        return cls(
            [t.lower_ for t in doc],
            [t.lemma_ for t in doc],
            [t.pos_ for t in doc],
            [t.tag_ for t in doc],
            [t.head.i for t in doc],
            [t.dep_ for t in doc],
        )

    def children(self, word: int, *deps: str) -> list[int]:
        """The word's dependents, in order; with these labels, if any are given."""
        return [i for i, head in enumerate(self.heads) if head == word and i != word and (not deps or self.deps[i] in deps)]

    def attach(self, word: int, head: int, dep: str) -> None:
        """Give the word a new head and label."""
        self.heads[word], self.deps[word] = head, dep

    def replace(self, old: int, new: int) -> None:
        """Put new, a word below old, in old's place: it takes old's head and label, and old's other dependents."""
        root = self.heads[old] == old
        for child in self.children(old):
            if child != new:
                self.heads[child] = new
        self.attach(new, new if root else self.heads[old], self.deps[old])
        self.heads[old] = new
