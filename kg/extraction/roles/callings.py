"""Which organization does a story call by a plain noun ("the venture", "the club"), by what it says of names or by their number?"""

from __future__ import annotations

from spacy.tokens import Token

from kg.extraction.story import Story
from kg.extraction.syntax import base
from kg.model import Mention

BESIDE = frozenset({"appos", "compound", "nmod:desc", "flat"})
OPEN_KINDS = frozenset({"academic", "company", "finance", "media", "party", "society"})


def called(noun: Token, story: Story) -> Mention | None:
    """The organization named before that the story describes by the noun, else the only one that the noun can mean; None for several."""
    word = noun.lemma_.lower()
    earlier = [m for m in story.mentions if m.kind == "Organization" and m.named and m.start < noun.idx]
    said = [m for m in earlier if is_said_to_be(m, word, story)]
    if not said:
        wanted = kinds_of_word(word, story) & OPEN_KINDS
        said = [m for m in earlier if wanted and wanted >= (kinds_of_word(m.text.split()[-1].lower(), story) or wanted)]
    if len({m.chain for m in said}) != 1:
        return None
    return story.make(noun.idx, noun.idx + len(noun), "Organization", said[-1].chain, named=False)


def is_said_to_be(mention: Mention, word: str, story: Story) -> bool:
    """Whether an apposition, a copula or a noun before a name says what it is: "Najd Rail, a venture", "the charity Open Hands"."""
    root = story.span(mention).root
    beside = [c for c in root.children if base(c.dep_) in BESIDE and story.mention(c) is not mention]
    beside += [root.head] if root.dep_ in BESIDE or (root.dep_ == "nsubj" and root.head.pos_ == "NOUN") else []
    return any(t.lemma_.lower() == word for t in beside)


def kinds_of_word(word: str, story: Story) -> frozenset[str]:
    """The kinds of organization that a word tells as the last of a name."""
    return frozenset(row["kind"] for row in story.lexicon.table("org_words") if row["words"] == word)
