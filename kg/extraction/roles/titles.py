"""Where in a story do words stand that are a post, a rank or a job?"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from spacy.tokens import Doc, Token

from kg.extraction.story import Story
from kg.lexicon import Lexicon, word_key

NOUNS = frozenset({"NOUN", "PROPN"})
WITHIN = frozenset({"at", "de", "for", "in", "of", "on", "to"})  # prepositions that a title may have inside
# No title begins with such a word in small letters; to skip them saves most of the time.
CLOSED = frozenset({"ADP", "AUX", "CCONJ", "DET", "NUM", "PART", "PRON", "PUNCT", "SCONJ", "SPACE", "SYM"})
HOURS = frozenset({"a.m.", "p.m.", "am", "pm"})  # "before 11 p.m. Smith, a lawyer, left"
JOINTS = frozenset({"-", "–", "‐", "/", "&"})


@dataclass(frozen=True)
class Around:
    """What the phrase around a title must not run into, and the words it may take.

    inside: tokens of all titles. dated: tokens of dates. vocabulary: words of which listed titles are made, lower case.
    """

    inside: frozenset[int]
    dated: frozenset[int]
    vocabulary: frozenset[str]


ANYTHING = Around(frozenset(), frozenset(), frozenset())  # for a noun phrase that is not beside a title


@dataclass(frozen=True, slots=True)
class Words:
    """A title's own words: tokens start to end, half-open, without owner, modifiers and tail."""

    start: int
    end: int


def title_words(story: Story) -> tuple[Words, ...]:
    """Every title of the story, in reading order, none overlapping; found by the model or listed in the lexicon."""
    found = [w for span in story.doc.spans.get("titles", ()) for w in [trimmed(span.start, span.end, story)] if w is not None]
    found += [w for sent in story.doc.sents for w in listed(sent.start, sent.end, story)]
    merged: list[Words] = []
    for w in sorted(found, key=lambda w: (w.start, -w.end)):
        if merged and w.start < merged[-1].end:
            merged[-1] = Words(merged[-1].start, max(w.end, merged[-1].end))
        else:
            merged.append(w)
    return tuple(part for w in merged if stands_free(w, story) for part in before_rank(w, story))


def before_rank(words: Words, story: Story) -> tuple[Words, ...]:
    """A marked title, parted where a rank in capitals follows a post: "the navy's chief | Admiral X", "Chief of Defence | General X"."""
    doc = story.doc
    whole = story.lexicon.title(doc[words.start : words.end].text) is not None
    for i in range(words.start + 1, words.end):
        parted = doc[i - 1].is_lower or (not whole and any(t.lower_ == "of" for t in doc[words.start : i - 1]))
        row = story.lexicon.title(doc[i : words.end].text) if doc[i].text[:1].isupper() and parted else None
        if row is not None and row.kind == "military" and story.lexicon.is_title(doc[words.start : i].text):
            return Words(words.start, i), Words(i, words.end)
    return (words,)


def around(titles: tuple[Words, ...], story: Story) -> Around:
    """The surroundings for all titles of a story."""
    return Around(
        inside=frozenset(i for w in titles for i in range(w.start, w.end)),
        dated=frozenset(t.i for span in story.doc.spans.get("dates", ()) for t in span),
        vocabulary=title_vocabulary(story.lexicon),
    )


@lru_cache(maxsize=4)
def title_vocabulary(lexicon: Lexicon) -> frozenset[str]:
    """Words of which listed titles are made, lower case."""
    return frozenset(word for title in lexicon.titles for word in word_key(title.words).split())


def trimmed(start: int, end: int, story: Story) -> Words | None:
    """A span of the model without status words and honorifics at its front, None where nothing is left or it names no post."""
    doc = story.doc
    if (
        start
        and doc[start - 1].text in JOINTS
        and story.lexicon.title_words.effects.get(word_key(doc[start - 2 : start + 1].text), "part") != "part"
    ):
        start += 1
    start = max((i + 1 for i in range(start, end - 1) if doc[i].tag_ == "PRP$"), default=start)  # "justice to her | predecessor"
    while start < end and (effect(doc[start], story) not in ("", "part") or doc[start].lower_.strip(".") in story.lexicon.honorifics):
        start += 1
    while start < end - 1 and is_outside(start, end, story):
        start += 1
    end = next((i for i in range(start + 1, end) if doc[i].pos_ == "ADP" and doc[i].lower_ not in WITHIN), end)
    end = next((i for i in range(start + 1, end) if doc[i].text == "(" and doc[end - 1].text != ")"), end)  # "Director | (finance"
    while end > start and is_loose(doc[end - 1], story):
        end -= 1
    if start >= end or story.lexicon.is_not_post(doc[start:end].text) or story.lexicon.is_not_post(doc[end - 1].lower_):
        return None
    return Words(start, end) if has_head(start, end, story) else None


def is_outside(start: int, end: int, story: Story) -> bool:
    """Whether a title's first word is a preposition before it ("under | chairman X", not "under | secretary")."""
    first, rest = story.doc[start], story.doc[start + 1 : end]
    if rest.text.lower().startswith("secretary") or not (first.is_lower or first.is_sent_start):
        return False
    return first.pos_ == "ADP" and bool(story.lexicon.title_length([t.text for t in rest]))


def has_head(start: int, end: int, story: Story) -> bool:
    """Whether a marked title has a word that the lexicon knows as a title or its head; others are mostly mistaken names."""
    words = [t.lower_.replace(".", "") for t in story.doc[start:end]]
    heads = story.lexicon.title_words.heads
    return any(
        is_scholar(w, story) or w in heads or w.removesuffix("s") in heads or story.lexicon.title(w) is not None for w in words
    ) or story.lexicon.is_title(story.doc[start:end].text)


def is_scholar(word: str, story: Story) -> bool:
    """Whether a word has an ending that only jobs have: "volcanologist", "cartographer"."""
    return any(word.endswith(row["ending"]) and len(word) > len(row["ending"]) + 1 for row in story.lexicon.table("title_endings"))


def is_loose(token: Token, story: Story) -> bool:
    """Whether a token at the end of a marked title does not belong to it: a comma, a preposition, "elect"."""
    if token.pos_ in ("ADP", "DET", "CCONJ") or (token.is_punct and token.text != "."):
        return True
    return effect(token, story) in ("acting", "elect", "former", "appointed")


def listed(start: int, end: int, story: Story) -> list[Words]:
    """The titles of one sentence that the lexicon lists, the longest at each place."""
    doc, found, i = story.doc, [], start
    words = [t.text[3:] if is_past_form(t) else t.text for t in doc[start:end]]
    while i < end:
        if not story.lexicon.title_words.may_begin(words[i - start]):
            i += 1
            continue
        closed = doc[i].pos_ in CLOSED and (not doc[i].text[:1].isupper() or is_outside(i, min(i + 3, end), story))
        length = 0 if closed else story.lexicon.title_length(words, i - start)
        if length and is_nominal(doc, i, i + length, story) and not story.lexicon.is_not_post(doc[i : i + length].text):
            found.append(Words(i, i + length))
            i += length
        else:
            i += 1
    return found


def is_past_form(token: Token) -> bool:
    """Whether a word is a title with "ex-" in one piece."""
    return token.lower_.startswith("ex-") and len(token) > len("ex-")


def is_nominal(doc: Doc, start: int, end: int, story: Story) -> bool:
    """Whether the words are used as a noun ("the head of", "Chief X"), not as a verb or an adjective ("heads", "a major deal")."""
    last = doc[end - 1]
    if doc[start].text in HOURS:
        return False
    after = doc[end] if end < len(doc) else None
    if after is not None and after.text in JOINTS and not after.whitespace_ and not last.whitespace_:
        return False
    before_name = after is not None and story.mention(after) is not None and story.mention(after).kind == "Person"  # type: ignore[union-attr]
    if before_name and doc[start].is_title:
        return True
    if last.pos_ and last.pos_ not in NOUNS and end - start == 1:
        return False
    return not (after is not None and end - start == 1 and after.pos_ in NOUNS and base_modifier(last) and story.mention(after) is None)


def base_modifier(token: Token) -> bool:
    """Whether a noun only modifies the next ("chief executive" seen as two, "general election")."""
    return token.dep_ in ("compound", "amod", "nmod:desc") and token.head.i > token.i


def stands_free(words: Words, story: Story) -> bool:
    """Whether the title is no part of a name ("General Motors", "Office of the President")."""
    doc = story.doc
    if words.end < len(doc) and doc[words.end].tag_ == "POS" and doc[words.end - 1].tag_ == "NNS":
        return False  # "the dockers' union"
    covers = {id(m): m for i in range(words.start, words.end) for m in [story.mention(doc[i])] if m is not None}
    for m in covers.values():
        span = story.span(m)
        if m.kind == "Organization" and story.lexicon.title(m.text) is not None and span.start == words.start and span.end == words.end:
            continue  # "the Lord Mayor of Dublin"
        if m.kind in ("Person", "System") or (span.start <= words.start and span.end >= words.end):
            return False
    return True


def effect(token: Token, story: Story) -> str:
    """What a modifier does to the title beside it: a status, "part", "none"; "" for any other word."""
    return story.lexicon.title_words.effects.get(token.lower_, "")
