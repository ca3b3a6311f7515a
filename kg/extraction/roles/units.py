"""What is glued to a name: the titles right before it, the brackets right behind it?"""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass, field

from spacy.tokens import Token

from kg.extraction.roles.posts import Phrase
from kg.extraction.roles.statesmen import is_first_name
from kg.extraction.story import Story
from kg.lexicon import word_key
from kg.model import Mention


@dataclass
class Unit:
    """A person's name with what is glued to it. begin, end: tokens from the first title before it to the last bracket behind it."""

    person: Mention
    begin: int
    end: int
    before: list[Phrase] = field(default_factory=list)


def units_of(story: Story, phrases: tuple[Phrase, ...]) -> tuple[Unit, ...]:
    """Every named person with the titles right before the name, in reading order."""
    ending = {p.end: p for p in phrases}
    found = []
    for m in story.mentions:
        if m.kind != "Person" or is_firm_name(m, story):
            continue
        span = story.span(m)
        unit = Unit(m, span.start, behind_brackets(behind_letters(span.end, story), story))
        while True:
            unit.begin = front(unit.begin, story, ending)
            phrase = ending.get(unit.begin)
            if phrase is None or is_first_word(phrase, unit, story):
                break
            unit.before.append(phrase)
            unit.begin = phrase.begin
            if phrase.posts[0].possessor is not None:
                break
        found.append(unit)
    return tuple(found)


def is_first_word(phrase: Phrase, unit: Unit, story: Story) -> bool:
    """Whether a job's word in capitals before a single word is no job but part of a name: "Baker Hughes", "Mason Berg", "Dean Rusk"."""
    words = phrase.posts[-1].words
    row = story.lexicon.title(story.doc[words.start].text) if words.end - words.start == 1 else None
    named = unit.begin == story.span(unit.person).start and " " not in unit.person.text
    if not named or row is None or not story.doc[words.start].text.istitle():
        return False
    return row.kind == "job" or (row.kind == "religious" and is_first_name(row.words, story.lexicon))


def front(index: int, story: Story, titled: Container[int]) -> int:
    """The token before which a title may stand: honorifics, opening quotes and a bracketed short form are passed over.

    titled: tokens right behind a title, whose last word may be one of honour too ("Crown Prince X").
    """
    doc = story.doc
    while index > 0 and index not in titled:
        previous = doc[index - 1]
        if is_honorific(previous, story):
            index -= 1
        elif doc[max(0, index - 2) : index].text.lower() in story.lexicon.honorifics:
            index -= 2  # "Tan Sri"
        elif previous.text == "." and index - 1 in titled and is_short_form(story.doc[index - 2], story):
            index -= 1  # "Coun | . | X", which the tokenizer parted
        elif previous.text == ")" and (opening := open_bracket(index - 1, story)) is not None:
            index = opening
        else:
            break
    return index


def is_short_form(token: Token, story: Story) -> bool:
    """Whether a word is a title cut short, so that a dot belongs to it: "Coun", not "Mayor"."""
    row = story.lexicon.title(token.text)
    return row is not None and len(row.words) < len(row.canonical) and row.canonical.startswith(row.words) and token.text.istitle()


def behind_letters(index: int, story: Story) -> int:
    """The token behind letters of honour that follow a name: "Ada Ray | OBE FRS"."""
    while index < len(story.doc) and story.lexicon.is_post_nominal(story.doc[index].text):
        index += 1
    return index


def behind_brackets(index: int, story: Story) -> int:
    """The token behind a bracket that follows a name: "(D-NY)", "(ret.)"."""
    doc = story.doc
    if index < len(doc) and doc[index].text == "(":
        for i in range(index + 1, min(index + 9, len(doc))):
            if doc[i].text == ")":
                return i + 1 if not any(story.lexicon.is_title(t.text) for t in doc[index + 1 : i]) else index
    return index


def is_honorific(token: Token, story: Story) -> bool:
    """Whether a word is a form of address outside every name and no rank ("Mr", "Dame")."""
    plain = token.lower_.strip(".")
    return plain in story.lexicon.honorifics and story.mention(token) is None and story.lexicon.title(token.text) is None


def open_bracket(index: int, story: Story) -> int | None:
    """The token of the bracket that opens shortly before one that closes: "(CEO)", "(ret.)"."""
    return next((i for i in range(index - 1, max(0, index - 5), -1) if story.doc[i].text == "("), None)


def is_firm_name(mention: Mention, story: Story) -> bool:
    """Whether a name marked as a person's ends like an organization's ("General | Dynamics Land Systems")."""
    last = word_key(mention.text.split()[-1])
    return " " in mention.text and any(row["words"] == last for row in story.lexicon.table("org_words"))
