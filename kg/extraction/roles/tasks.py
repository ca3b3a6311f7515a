"""Which words name a body by its members or its task, where it has no name ("the dockers' union", "the defence committee")?"""

from __future__ import annotations

from spacy.tokens import Span, Token

from kg.extraction.story import Story

CENTERS = frozenset({"center", "centre"})
PARTS = frozenset({"department", "office", "service"})  # nouns for parts of a firm as well as of a state


def told_by_task(noun: Token, story: Story) -> Span | None:
    """The words that tell which body of members a noun in small letters is, here or where it was named: "oilseed workers' union"."""
    if not is_body_of_members(noun, story):
        return None
    same = [t for t in story.doc[: noun.i + 1] if t.lower_ == noun.lower_ and story.mention(t) is None]
    wholes = [w for t in same for w in [with_task(t, story)] if len(w) > 1]
    if len({w.text.lower() for w in wholes}) > 1 and len(with_task(noun, story)) == 1:
        return None
    return wholes[-1] if wholes else None


def is_body_of_members(noun: Token, story: Story) -> bool:
    """Whether a noun is one for a body that has members: a union, a committee."""
    rows = story.lexicon.table("calling_nouns")
    return noun.is_lower and any(row["word"] == noun.text and row["use"] == "members" for row in rows)


def with_task(noun: Token, story: Story) -> Span:
    """A noun with the plain words before it that tell its members or its task, no name among them."""
    doc, start = noun.doc, noun.i
    while start > noun.sent.start:
        t = doc[start - 1]
        plural = t.tag_ == "POS" and start > 1 and doc[start - 2].tag_ == "NNS"
        if story.mention(t) is not None or not (plural or (t.is_lower and t.is_alpha and (t.pos_ == "NOUN" or t.tag_ == "JJ"))):
            break
        start -= 1
    if doc[start].tag_ == "POS":  # "the Solidar railwaymen's union", with the members in the name
        name = story.mention(doc[start - 1])
        start = start + 1 if name is None else story.span(name).start
    return doc[start : noun.i + 1]


def is_office(word: str, story: Story) -> bool:
    """Whether a noun is one for a body that its task can name, not for a part of a firm or a force."""
    kinds = {row["kind"] for row in story.lexicon.table("org_words") if row["words"] == word}
    return word in CENTERS or sits(word, story) or bool(kinds & {"academic", "government", "society"})


def sits(word: str, story: Story) -> bool:
    """Whether a noun is one for a body that people sit in, which an adjective may tell apart: "the nuclear council"."""
    return any(row["words"] == word for row in story.lexicon.table("member_bodies"))
