"""Which party does an adjective before a post name ("the Liberal Democrat leader"), and which state's legislators are called so?"""

from __future__ import annotations

from spacy.tokens import Token

from kg.extraction.roles.kinds import kind_of_title
from kg.extraction.roles.owners import body
from kg.extraction.roles.titles import Words
from kg.extraction.story import Story
from kg.lexicon import Row
from kg.model import Mention

LONGEST = 2  # words of such an adjective
# Words that end the titles of who speaks or decides for a party.
POSTS = frozenset({"chair", "chairman", "chairwoman", "critic", "leader", "spokesman", "spokesperson", "spokeswoman", "treasurer"})
OWNING = frozenset({"at", "for", "in", "of"})


def row_ending(index: int, story: Story) -> tuple[int, Row] | None:
    """The first token and the row of the party whose adjective ends at a token, the longest, written with capitals."""
    rows = {row["words"]: row for row in story.lexicon.table("party_words")}
    for start in range(max(0, index - LONGEST + 1), index + 1):
        span = story.doc[start : index + 1]
        row = rows.get(span.text.lower())
        if row is not None and all(t.text[:1].isupper() for t in span) and span[0].sent == span[-1].sent:
            return start, row
    return None


def party_before(token: Token, words: Words, story: Story) -> Mention | None:
    """The party before the post of who leads or speaks for it, if nothing else says whose it is: "the | Conservative | leader"."""
    doc, end = story.doc, words.end
    found = row_ending(token.i, story) if doc[end - 1].lower_ in POSTS else None
    row = kind_of_title(doc[words.start : end].text, story)
    seat = row is not None and row.kind == "legislature"  # "Republican minority leader" is one of a chamber
    if found is None or seat or (end < len(doc) and doc[end].lower_ in OWNING):
        return None
    start = found[0]
    front = doc[start - 1] if start > token.sent.start else None
    owned = front is not None and front.tag_ in ("POS", "PRP$")  # "the committee's Republican chairman"
    chamber = front is not None and (story.mention(front) is not None or story.lexicon.title_body(front.text) is not None)
    return None if chamber or owned else body(doc[start].idx, token.idx + len(token), story)


def party_states(title: str, start: int, story: Story) -> frozenset[str]:
    """ISO codes of the one state whose legislators are called by the party before the post: "Republican Senator X" is of the US.

    start: the first token of the title.
    """
    row = kind_of_title(title, story)
    if row is None or row.kind not in ("government", "legislature"):
        return frozenset()
    found = row_ending(start - 1, story) if start else None
    return frozenset(found[1].many("countries")) if found is not None else frozenset()
