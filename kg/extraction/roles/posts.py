"""What is a post, and what is a phrase that names several of the same holder?"""

from __future__ import annotations

from dataclasses import dataclass

from kg.extraction.roles.titles import Words
from kg.model import Mention

HEADS = frozenset({"chancellor", "emir", "king", "president", "prime minister", "queen"})  # of which nobody is two


@dataclass(frozen=True, slots=True)
class Post:
    """One post as a phrase names it.

    begin, end: tokens of the whole phrase, half-open. words: tokens of the title proper. title: as written, without owner.
    owner: country, organization or place. possessor: the person whose staff it is ("the president's aide").
    status: "" where no word says it. definite: a determiner or owner opens the phrase. origin: the place that "of" names behind the
    holder ("Senator X of Ohio"), which is no other's post.
    """

    begin: int
    end: int
    words: Words
    title: str
    owner: Mention | None = None
    possessor: Mention | None = None
    status: str = ""
    definite: bool = False
    plural: bool = False
    origin: Mention | None = None


@dataclass(frozen=True, slots=True)
class Phrase:
    """Posts that stand together for the same holder ("chairman and chief executive of Boeing"). begin, end: tokens."""

    begin: int
    end: int
    posts: tuple[Post, ...]


def singular_title(word: str) -> str:
    """One holder of a post: "ministers" gives "minister", "spokesmen" "spokesman", "Sens." "Sen."."""
    if word.endswith("s.") and len(word) > len("Ms."):
        return word[:-2] + "."
    if word.endswith("men"):
        return word[:-3] + "man"
    if word.endswith("ies"):
        return word[:-3] + "y"
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word
