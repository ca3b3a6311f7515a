"""Where do the words of a title begin and end, without the body that they name ("Speaker" of "Speaker of the House")?"""

from __future__ import annotations

from spacy.tokens import Token

from kg.extraction.roles.bodies import is_company_name
from kg.extraction.roles.owners import capital
from kg.extraction.roles.services import behind_service
from kg.extraction.roles.tasks import is_office
from kg.extraction.roles.titles import Words, base_modifier, effect
from kg.extraction.story import Story
from kg.lexicon import word_key
from kg.model import Mention

MINISTERS = frozenset({"minister", "ministers", "secretary", "undersecretary"})  # what such a post is of is its field, not its owner


def bounded(words: Words, story: Story) -> Words:
    """A listed title without the body that it names: "Speaker" of "Speaker of the House", "Majority Leader" of "Senate Majority Leader"."""
    doc, start, end = story.doc, words.start, words.end
    if end < len(doc) and doc[end].pos_ == "NOUN" and base_modifier(doc[end - 1]) and doc[end - 1].head.i >= end:
        end = next((i for i in range(start + 1, end) if doc[i].pos_ == "ADP"), end)  # "chairman of the audit | committee"
    for i in range(start + 1, end - 1):
        rest = doc[i + 1 : end].text
        if rest == "parliament" and doc[start].lower_ == "member":
            continue
        if is_whole(start, end, story):
            break
        named = story.lexicon.title_body(rest) is not None or any(is_owner(t, i, start, story) for t in doc[i + 1 : end])
        named = named or is_plain_body(start, i, end, story)
        if doc[i].lower_ in ("of", "for") and (named or is_command(start, rest, story)):
            end = i
            break
    for i in range(end - 1, start, -1):
        if story.lexicon.title_body(doc[start:i].text) and story.lexicon.is_title(doc[i:end].text):
            start = i
            break
    while start < end - 1 and is_foreign(doc[start], story) and story.lexicon.title(doc[start + 1 : end].text) is not None:
        start += 1
    start = behind_service(start, end, story)
    for i in range(start, end - 1):
        m = story.mention(doc[i])
        inside = m is not None and m.start < doc[start].idx and not runs_into(m, start, end, story)
        cut = m is not None and (m.kind in ("Country", "Place") or inside or is_company_name(m, story))
        if cut and story.lexicon.is_title(doc[i + 1 : end].text):
            start = i + 1
    return Words(start, end)


def is_owner(token: Token, preposition: int, start: int, story: Story) -> bool:
    """Whether a name behind a title's "of" or "for" is no part of a minister's field ("Minister of Defence and | Military | Veterans")."""
    mention, doc = story.mention(token), story.doc
    if mention is None or doc[start].lower_ not in MINISTERS:
        return mention is not None
    first = doc[preposition].lower_ == "of" and mention.start <= doc[preposition + 1].idx
    return mention.kind in ("Country", "Place") or first


def runs_into(mention: Mention, start: int, end: int, story: Story) -> bool:
    """Whether a name took the first words of a listed title to itself: "Pentagon Press | Secretary"."""
    front = story.article.text[mention.start : story.doc[start].idx].strip()
    body = story.lexicon.title_body(front) is not None or story.lexicon.country(front) is not None
    return body and story.lexicon.title(story.doc[start:end].text) is not None


def is_whole(start: int, end: int, story: Story) -> bool:
    """Whether a listed title keeps the body in it: "Minister of the Armed Forces", "Chief of the General Staff"."""
    words = [t.lower_ for t in story.doc[start:end]]
    staff = "chief" in words[:2] and words[-1] == "staff" and words.count("of") == 1
    return (words[0] in MINISTERS or staff) and story.lexicon.title(story.doc[start:end].text) is not None


def is_plain_body(start: int, preposition: int, end: int, story: Story) -> bool:
    """Whether a title that no list has ends in a body in small letters: "head | of the waterways office"."""
    last = story.doc[end - 1]
    if word_key(story.doc[start:end].text) in story.lexicon.title_words.by_words or not last.is_lower or last.pos_ != "NOUN":
        return False
    return (
        story.doc[preposition].lower_ == "of"
        and is_office(last.lower_, story)
        and story.lexicon.is_title(story.doc[start:preposition].text)
    )


def is_command(start: int, rest: str, story: Story) -> bool:
    """Whether a title is of who commands the force behind "of": "commander-in-chief | of the defence forces"."""
    force = story.lexicon.state_body(rest.lower().removeprefix("the "))
    return story.doc[start].lower_.startswith("commander") and force is not None and force.kind == "force" and " " in force.words


def is_foreign(token: Token, story: Story) -> bool:
    """Whether a word at the front of a marked title is none of its own: a status ("caretaker"), or a name that no title has ("Acme")."""
    if effect(token, story) not in ("", "part", "none"):
        return True
    plain = word_key(token.text.replace(".", ""))
    if token.tag_ == "NNPS" and story.mention(token) is None and not token.ent_type_:
        return False  # "Roads Minister"
    named = (token.pos_ == "PROPN" and capital(token)) or any(c.isupper() for c in token.text[1:])
    return named and not any(plain in word_key(t.words).split() for t in story.lexicon.titles)
