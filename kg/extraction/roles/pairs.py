"""Which names does a story set side by side as equals ("Peru and Chile"), so that neither is the one it is about?"""

from __future__ import annotations

from collections.abc import Iterable

from kg.extraction.story import Story
from kg.model import Mention

JOINING = frozenset({"and", "or", "&"})


def paired(mention: Mention, story: Story) -> bool:
    """Whether "and" joins a name to another of its kind: "Peru and Chile", "Siemens and the Alstom"."""
    span = story.span(mention)
    return joined(mention, past(span.end, 1, story), 1, story) or (
        bool(span.start) and joined(mention, past(span.start - 1, -1, story), -1, story)
    )


def past(index: int, step: int, story: Story) -> int:
    """The next token that is no article."""
    return index + step if 0 <= index < len(story.doc) and story.doc[index].lower_ == "the" else index


def joined(mention: Mention, index: int, step: int, story: Story) -> bool:
    """Whether a token is "and" with a name of the same kind, but not the same name, beyond it."""
    doc = story.doc
    if not 0 <= index < len(doc) or doc[index].lower_ not in JOINING:
        return False
    beyond = past(index + step, step, story)
    other = story.mention(doc[beyond]) if 0 <= beyond < len(doc) else None
    return other is not None and other.kind == mention.kind and other.chain != mention.chain


def only_paired(mentions: Iterable[Mention], story: Story) -> bool:
    """Whether a name never stands without an equal beside it."""
    named = [m for m in mentions if m.named]
    return bool(named) and all(paired(m, story) for m in named)
