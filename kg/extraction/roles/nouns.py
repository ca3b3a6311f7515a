"""Which words behind a preposition are one noun phrase, whose is it, and in which name does it end?"""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from kg.extraction.forces import force_of
from kg.extraction.roles.owners import LONGEST_BODY, body, capital, owner_at, referent
from kg.extraction.roles.titles import JOINTS, NOUNS, Around, effect
from kg.extraction.story import Story
from kg.model import Mention

QUARTERS = frozenset({"central", "east", "eastern", "north", "northern", "south", "southern", "west", "western"})
OFFICES = frozenset({"branch", "business", "department", "desk", "division", "group", "office", "team", "unit"})
PROGRAMMES = OFFICES | {"initiative", "program", "programme", "project"}


@dataclass
class Noun:
    """A noun phrase behind a preposition.

    tokens: without determiner and owner. name: the name it ends in. inner: whom "its" or "the company's" in it means.
    """

    start: int
    end: int
    tokens: tuple[int, ...]
    name: Mention | None = None
    inner: Mention | None = None
    determined: bool = False


def noun_at(start: int, stop: int, story: Story, near: Around) -> Noun | None:
    """The noun phrase that begins at a token, read without the parse, up to a verb, comma, preposition or another title."""
    doc, i = story.doc, start
    inner, determined = None, False
    tokens: list[int] = []
    while i < stop:
        t = doc[i]
        m = story.mention(t)
        whole = body_from(i, stop, story) if m is None and not tokens else None
        if whole is not None:
            tokens += range(i, whole)
            i = whole
        elif m is not None and tokens and is_whole_body(tokens, story):
            break
        elif m is not None:
            span = story.span(m)
            if m.kind == "Person" and not (span.end < stop and doc[span.end].tag_ == "POS") and doc[start - 1].lower_ != "at":
                break
            tokens += range(span.start, span.end)
            i = span.end
        elif t.tag_ == "POS" and tokens:
            inner = story.mention(doc[i - 1]) or referent(doc[i - 1], story) or inner
            tokens, determined = [], True
            i += 1
        elif t.tag_ == "PRP$" and not tokens:
            inner, determined, i = referent(t, story), True, i + 1
        elif t.pos_ == "DET" and not tokens:
            determined, i = True, i + 1
        elif is_part(t, tokens, story, near):
            tokens.append(i)
            i += 1
        else:
            break
    while tokens and not (doc[tokens[-1]].pos_ in NOUNS or story.mention(doc[tokens[-1]]) is not None or doc[tokens[-1]].pos_ == "NUM"):
        tokens.pop()
    if not tokens:
        return None
    return Noun(start, tokens[-1] + 1, tuple(tokens), name_ending(tokens, story), inner, determined)


def body_from(index: int, stop: int, story: Story) -> int | None:
    """The token behind a part of a state that begins at a token and has a preposition in it ("ministry of defence")."""
    for end in range(min(stop, index + LONGEST_BODY), index + 2, -1):
        if story.lexicon.state_body(story.doc[index:end].text) is not None:
            return end
    return None


def is_whole_body(tokens: list[int], story: Story) -> bool:
    """Whether plain words name a body by themselves ("the parliament"), so that a name behind them is another's."""
    words = story.doc[tokens[0] : tokens[-1] + 1]
    return words.text.islower() and (force_of(words.text, story) is not None or story.lexicon.title_body(words.text) is not None)


def name_ending(tokens: list[int], story: Story) -> Mention | None:
    """The owner a phrase ends in; two names side by side of which the first is cut off are one ("Committee on | Benghazi")."""
    doc, last = story.doc, owner_at(story.doc[tokens[-1]], story)
    if last is None or last.kind == "Organization":
        return last
    start = story.span(last).start
    previous = owner_at(doc[start - 1], story) if start - 1 in tokens else None
    if previous is not None and previous.kind == "Organization" and doc[start - 1].pos_ == "ADP":
        return body(previous.start, last.end, story)
    return last


def is_part(token: Token, tokens: list[int], story: Story, near: Around) -> bool:
    """Whether a word carries a noun phrase on: nouns, adjectives, hyphens, and "and" between two nouns of one field."""
    previous = story.doc[token.i - 1]
    opens = previous.lower_ in ("of", "for") and token.pos_ == "ADJ"
    kinds = ("", "part", "none", "current") if opens else ("", "part")  # "of new construction"
    if (token.i in near.inside and token.pos_ != "ADJ" and not describes_firm(token, story)) or effect(token, story) not in kinds:
        return False
    if tokens and (token.text in JOINTS or (previous.text in JOINTS and previous.i in tokens)):
        return True
    following = story.doc[token.i + 1] if token.i + 1 < len(story.doc) else None
    if token.tag_ == "VBG" and following is not None and (following.pos_ == "NOUN" or (tokens and following.pos_ == "PROPN")):
        return True
    if token.tag_ == "VBG" and token.dep_ == "amod" and following is not None and story.mention(following) is not None:
        return True  # "the ruling People's Party"
    if token.pos_ in (*NOUNS, "ADJ", "NUM"):
        return token.i not in near.dated and not (tokens and token.pos_ == "NUM" and is_span_of_time(following, story))
    if token.pos_ == "CCONJ" and tokens and joins_areas(token, story):
        return True
    if token.pos_ == "CCONJ" and tokens and token.i + 1 < len(story.doc):
        nxt, last = story.doc[token.i + 1], story.doc[tokens[-1]]
        same_case = capital(nxt) == capital(last)
        free = story.mention(last) is None and story.mention(nxt) is None and token.i + 1 not in near.inside
        return free and same_case and nxt.pos_ in (*NOUNS, "ADJ") and last.pos_ in (*NOUNS, "ADJ") and effect(nxt, story) in ("", "part")
    return False


def describes_firm(token: Token, story: Story) -> bool:
    """Whether a title's word in small letters tells what the firm behind it is: "chief executive of market | leader | Acme"."""
    following = story.mention(token.nbor()) if token.i + 1 < len(token.doc) else None
    return token.is_lower and token.pos_ == "NOUN" and following is not None and following.kind == "Organization"


def is_span_of_time(noun: Token | None, story: Story) -> bool:
    """Whether a noun behind a number measures time: "the board nine | months later"."""
    return noun is not None and any(r["kind"] == "time" and noun.lemma_.lower() == r["unit"] for r in story.lexicon.table("units"))


def joins_areas(token: Token, story: Story) -> bool:
    """Whether "and" joins two places in the name of a part of an organization: "the Russia and Eurasia programme"."""
    doc = story.doc
    following = story.mention(doc[token.i + 1]) if token.i + 1 < len(doc) else None
    end = story.span(following).end if following is not None else len(doc)
    if following is not None and following.kind == "Place" and doc[token.i - 1].lower_ in QUARTERS:
        return True  # "South and Central Asia"
    return end < len(doc) and doc[end].lower_ in PROGRAMMES and story.mention(doc[token.i - 1]) is not None
