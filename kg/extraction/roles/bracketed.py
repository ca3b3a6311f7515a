"""Which field of work does a bracket behind a post tell ("Assistant Secretary of the Army (Acquisition, Logistics and Technology)")?"""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Span

from kg.extraction.roles.statements import Statement
from kg.extraction.roles.titles import title_vocabulary
from kg.extraction.story import Story

LONGEST = 10  # tokens that a bracket with a field may have
STATUS = "independent"  # of a member of a parliament, beside the names of parties


def with_field(statement: Statement, story: Story) -> Statement:
    """The statement with a title that has the bracket right behind its words or behind the whole phrase, if that tells a field."""
    post = statement.post
    ends = dict.fromkeys((post.end, post.words.end))
    field = next((f for end in ends if (f := field_at(end, story)) is not None), None)
    if field is None or not post.title or "(" in post.title:
        return statement
    return replace(statement, post=replace(post, title=f"{post.title} ({field.text})"))


def field_at(index: int, story: Story) -> Span | None:
    """What a bracket that opens at a token says a post is for, None for a ticker, a party, a place, an abbreviation, a person."""
    doc = story.doc
    if index >= len(doc) or doc[index].text != "(":
        return None
    end = next((t.i for t in doc[index + 1 : index + 2 + LONGEST] if t.text == ")"), index + 1)
    inside = doc[index + 1 : end]
    words = [t for t in inside if t.is_alpha and t.lower_ not in ("and", "of", "for", "the")]
    capitals = bool(words) and all(t.text[0].isupper() and not t.text.isupper() for t in words)
    plain = all(t.is_alpha or t.text in (",", "&", "-") for t in inside)
    fields = [t for t in words if t.lower_ in title_vocabulary(story.lexicon)]
    named = any(story.mention(t) is not None for t in words) and 2 * len(fields) <= len(words)  # the model takes fields for names
    party = inside.text.lower() in {STATUS, *(row["words"] for row in story.lexicon.table("party_words"))}
    return inside if capitals and plain and fields and not named and not party else None
