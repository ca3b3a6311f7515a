"""Who gives a post of this title, and to whom does it belong, also where the lexicon lists only its last words?"""

from __future__ import annotations

from dataclasses import dataclass

from kg.extraction.story import Story
from kg.lexicon import word_key

PREPOSITIONS = frozenset({"at", "for", "in", "of", "on", "to"})
# Whose the posts of unlisted titles are, by the kind of their head word; those of other kinds are an organization's.
SCOPES = {
    "diplomatic": "country",
    "government": "country",
    "job": "none",
    "judicial": "country",
    "legislature": "country",
    "military": "country",
    "monarchy": "country",
}


@dataclass(frozen=True, slots=True)
class Kind:
    """kind and scope as in titles.tsv. field: whether the title says more than the listed post ("vice president for exports")."""

    kind: str
    scope: str
    field: bool


def kind_of_title(title: str, story: Story) -> Kind | None:
    """The kind of the listed title, of its longest listed end ("Armed Forces Minister"), or of its head word; None for none of them."""
    words = word_key(title).split()
    row = story.lexicon.title(title)
    if row is not None:
        return Kind(row.kind, row.scope, False)
    if "," in title:  # "Vice President, Naval Systems"
        front = kind_of_title(title.split(",")[0], story)
        return None if front is None else Kind(front.kind, front.scope, True)
    for end in range(len(words) - 1, 2, -1):  # "member of parliament | for the North"
        row = story.lexicon.title(" ".join(words[:end])) if words[end] in PREPOSITIONS else None
        if row is not None:
            return Kind(row.kind, row.scope, True)
    if (
        "to" in words
        and (served := story.lexicon.title(" ".join(words[words.index("to") + 1 :]))) is not None
        and served.scope == "country"
    ):
        return Kind("government", "country", True)  # "adviser to the agriculture minister"
    core = core_words(words)
    for start in range(len(core)):
        row = story.lexicon.title(" ".join(core[start:]))
        if row is not None:
            return Kind(row.kind, row.scope, len(core) < len(words))
    head = story.lexicon.title_words.heads.get(core[-1]) if core else None
    if head is None:
        return None
    return Kind(head["kind"], SCOPES.get(head["kind"], "organization"), len(core) < len(words))


def is_of_firms(title: str, story: Story) -> bool:
    """Whether a post is one of firms and other organizations: "chief executive"."""
    row = kind_of_title(title, story)
    return row is not None and row.kind == "corporate"


def core_words(words: list[str]) -> list[str]:
    """The words of a title before its first preposition."""
    stop = next((i for i, w in enumerate(words) if w in PREPOSITIONS), len(words))
    return words[:stop]
