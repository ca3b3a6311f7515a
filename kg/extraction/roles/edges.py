"""Where does a person's name begin and end, that the model marked in part, in pieces or with the end of a title?"""

from __future__ import annotations

from spacy.tokens import Span, Token

from kg.extraction.roles.titles import NOUNS, effect
from kg.extraction.story import Story
from kg.model import Mention

LONGEST_SHORT = 2  # words of a name that a title's letters before it were not marked with ("MP Smith" may be one)
LONGEST_FRONT = 4  # words of a title that stand before a name which the model began too early ("Minister of State for")


def is_one_name(left: Mention, right: Mention, story: Story) -> bool:
    """Whether two names side by side, of people by their marks, are one by the parse: "Majid | Ahmed Al Shehhi"."""
    first, second = story.span(left), story.span(right)
    if left.kind != "Person" or right.kind != "Person" or first.end != second.start or first.sent != second.sent:
        return False
    ends, begins = first.root, second.root
    return (ends.dep_ in ("compound", "flat") and ends.head in second) or (begins.dep_ == "flat" and begins.head in first)


def trimmed_front(mention: Mention, story: Story) -> Mention:
    """A name without a preposition or participle at its front ("Regarding X"), or the end of a title ("Minister of | Finance X")."""
    span = story.span(mention)
    start = span.start
    while (
        mention.kind == "Person" and start < span.end - 1 and (story.doc[start].pos_ in ("ADP", "SCONJ") or story.doc[start].tag_ == "VBG")
    ):
        start += 1
    if mention.kind == "Person":
        start = behind_title(start, span, story)
        start = behind_honours(start, span.end, story)
    return mention if start == span.start else story.make(story.doc[start].idx, mention.end, mention.kind)


def behind_honours(start: int, end: int, story: Story) -> int:
    """The first token of a name behind a form of address of several words, or the end of one ("Tan Sri X", "Datuk | Seri X"), or "MP"."""
    doc = story.doc
    for first in (start, start - 1):
        for behind in (first + 3, first + 2):
            if start < behind < end and first >= 0 and doc[first:behind].text.lower() in story.lexicon.honorifics:
                return behind
    short = doc[start].text.isupper() and len(doc[start]) > 1 and story.lexicon.title(doc[start].text) is not None
    return start + 1 if short and end - start > LONGEST_SHORT else start


def behind_title(start: int, span: Span, story: Story) -> int:
    """The first token of a person's name behind a listed title in capitals that runs into it; start where none does."""
    doc = story.doc
    for i in range(max(span.sent.start, start - LONGEST_FRONT), start):
        if doc[i].text[:1].isupper() and story.mention(doc[i]) is None:
            end = i + story.lexicon.title_length([t.text for t in doc[i : span.end]])
            if start < end < span.end:
                return end
    return start


def widened(mention: Mention, story: Story) -> Mention:
    """A person's name with the given names or surnames beside it that the model left out, where a title stands before or behind them."""
    doc, span = story.doc, story.span(mention)
    start, end = span.start, span.end
    while start > 0 and is_name_part(doc[start - 1], story) and doc[start - 1].sent == span.sent:
        if doc[max(0, start - 2) : start].text.lower() in story.lexicon.honorifics:
            break
        start -= 1
    if mention.kind == "Person" and (glued(start, story) or is_given_name(start, story)):
        start = start - 2 if glued(start, story) else start - 1
        return story.make(doc[start].idx, mention.end, mention.kind)
    while end < len(doc) and is_name_part(doc[end], story) and (doc[end].dep_ == "flat" or start < span.start):
        end += 1
    start = behind_title(start, doc[start:end], story)
    titled = start > 0 and story.lexicon.title(doc[start - 1].text) is not None
    if (start, end) == (span.start, span.end) or not (titled or is_apposed(end, story)):
        return mention
    return story.make(doc[start].idx, doc[end - 1].idx + len(doc[end - 1]), mention.kind)


def glued(index: int, story: Story) -> bool:
    """Whether a hyphen joins a name to the word before, with a capital: "Maj | -Britt", "Barjac | -Montrevel"."""
    doc = story.doc
    if index < 2 or doc[index - 1].text != "-" or doc[index - 1].whitespace_ or doc[index - 2].whitespace_:
        return False
    front = doc[index - 2]
    return front.text.istitle() and front.pos_ == "PROPN" and story.lexicon.country_by_demonym(front.text) is None


def is_given_name(index: int, story: Story) -> bool:
    """Whether a monarch's title before a name is a given name, as another post stands before it: "Minister of Defence Sultan X"."""
    doc = story.doc
    if index < 2 or not doc[index - 1].text[:1].isupper() or doc[index - 1].lower_ in story.lexicon.honorifics:
        return False
    row = story.lexicon.title(doc[index - 1].text)
    if row is None or row.kind != "monarchy":
        return False
    return any(story.lexicon.is_title(doc[i : index - 1].text) for i in range(max(doc[index - 1].sent.start, index - 5), index - 1))


def is_apposed(index: int, story: Story) -> bool:
    """Whether a comma and then a title within a few words follow ("X, Ohio's former governor,")."""
    doc = story.doc
    if index >= len(doc) or doc[index].text != ",":
        return False
    return any(
        doc[i].pos_ in NOUNS and story.lexicon.title(doc[i].text) is not None for i in range(index + 1, min(index + 7, doc[index].sent.end))
    )


def is_name_part(token: Token, story: Story) -> bool:
    """Whether a word outside every marked name looks like part of a person's."""
    free = (
        not token.ent_type_
        and story.mention(token) is None
        and effect(token, story) == ""
        and token.lower_.strip(".") not in story.lexicon.honorifics
        and not story.lexicon.is_post_nominal(token.text)
    )
    return free and token.pos_ == "PROPN" and token.text[:1].isupper() and token.is_alpha and story.lexicon.title(token.text) is None
