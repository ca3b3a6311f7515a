"""What stands behind a title in its noun phrase: "of Turkey", "at Citigroup", "for human resources", "to Germany"?"""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from kg.extraction.roles.bodies import is_own_board
from kg.extraction.roles.named_behind import (
    apposed_firm,
    before_firm,
    body_there,
    is_place_noun,
    named_area,
    named_part,
    unnamed_body,
)
from kg.extraction.roles.nouns import Noun, noun_at
from kg.extraction.roles.owners import OWNER_KINDS, owner_at, referent
from kg.extraction.roles.prepositions import OWNING, employer, hires, is_duration, names_owner
from kg.extraction.roles.tasked import committee, is_own, is_programme, members, office
from kg.extraction.roles.titles import JOINTS, Around, Words, effect
from kg.extraction.story import Story
from kg.model import Mention

SERVING = frozenset({"for", "of", "to"})
FIELD = frozenset({"for", "to", "on"})
GOVERNMENTS = frozenset({"administration", "cabinet", "government"})


@dataclass
class Tail:
    """What was read rightwards from a title. end: behind the phrase. field: further title words, in reading order."""

    end: int
    field: tuple[int, ...] = ()
    owner: Mention | None = None
    possessor: Mention | None = None
    status: str = ""


def tail(words: Words, story: Story, *, owned: bool, near: Around) -> Tail:
    """Read rightwards from a title while prepositional phrases follow that can belong to it."""
    found, doc = Tail(words.end), story.doc
    stop = doc[words.start].sent.end
    while found.end < stop:
        token = doc[found.end]
        if token.i + 1 < stop and token.text in JOINTS and effect(doc[token.i + 1], story) not in ("", "part", "none"):
            found.status, found.end = effect(doc[token.i + 1], story), token.i + 2
            continue
        if token.lower_ == "respectively" and token.i + 1 < stop and doc[token.i + 1].lower_ in OWNING:
            found.end += 1
            continue
        if is_retired(found.end, story):
            found.status, found.end = "former", closing(found.end, story)
            continue
        if is_then(found.end, story):
            found.status, found.end = found.status or "former", found.end + 3
            continue
        if token.lower_ not in OWNING | FIELD or token.i + 1 >= stop:
            break
        noun = noun_at(token.i + 1, stop, story, near)
        person = story.mention(doc[token.i + 1])
        if noun is None and person is not None and person.kind == "Person" and token.lower_ == "for" and is_seat(words, story):
            found.end = story.span(person).end  # "MP for Clapham", marked as a person's name
            continue
        if noun is None and person is not None and person.kind == "Person" and not owned and token.lower_ in ("for", "of", "to"):
            found.possessor, found.end = person, story.span(person).end
            break
        if noun is None and token.lower_ in SERVING and take_served(token.i + 1, found, story, near):
            continue
        if noun is not None and token.lower_ == "to" and serves_nation(noun, story, near):
            found.owner, found.end = found.owner or noun.name, behind_titles(noun.end, near)
            continue
        if noun is None or not take(token, noun, found, words, story, owned=owned):
            break
        found.end = noun.end
    if not owned and found.owner is None and found.possessor is None and found.end < stop and doc[found.end].lower_ == "there":
        found.owner = body_there(words, story)
    if found.possessor is not None and is_then(found.end, story):  # "an adviser to X at the time"
        found.status, found.end = found.status or "former", found.end + 3
    if found.end == words.end and not owned:
        take_comma(found, words, story)
    return found


def is_seat(words: Words, story: Story) -> bool:
    """Whether a title is a legislator's, whose "for" names the constituency."""
    row = story.lexicon.title(story.doc[words.start : words.end].text)
    return row is not None and row.kind == "legislature"


def is_then(index: int, story: Story) -> bool:
    """Whether "at the time" or "of the day" begins at a token: "Germany's chancellor at the time"."""
    words = [t.lower_ for t in story.doc[index : index + 4]]
    if words[:3] == ["of", "the", "day"]:
        return True
    return words[:1] in (["at"], ["of"]) and words[1:3] in (["the", "time"], ["that", "time"]) and words[3:] != ["of"]


def closing(index: int, story: Story) -> int:
    """The token behind a bracket that opens at a token and holds one word; the token itself where none does."""
    doc = story.doc
    end = next((i for i in range(index + 2, min(index + 4, len(doc))) if doc[i].text == ")"), None)
    return end + 1 if end is not None and doc[index].text == "(" else index


def is_retired(index: int, story: Story) -> bool:
    """Whether a bracket at a token says that a rank or post is given up: "Colonel (ret.) X", "X (retired)"."""
    end = closing(index, story)
    return end > index and story.lexicon.title_status(story.doc[index + 1].lower_.strip(".")) == "former"


def serves_nation(noun: Noun, story: Story, near: Around) -> bool:
    """Whether the title of a nation's leader follows its adjective, who serves whom serves it: "adviser to the Czech | president"."""
    return noun.end in near.inside and noun.name is not None and story.lexicon.country_by_demonym(noun.name.text) is not None


def behind_titles(index: int, near: Around) -> int:
    """The token behind the titles that go on at a token."""
    while index in near.inside:
        index += 1
    return index


def take_served(index: int, found: Tail, story: Story, near: Around) -> bool:
    """Use the post that somebody serves: "adviser to the president of Chad", "spokesman for Prime Minister X"."""
    doc = story.doc
    start = index + 1 if doc[index].pos_ == "DET" and index + 1 < len(doc) else index
    end = behind_titles(start, near)
    if end == start:
        return False
    person = story.mention(doc[end]) if end < len(doc) else None
    if person is not None and person.kind == "Person":
        found.possessor, found.end = person, story.span(person).end
    else:
        found.field, found.end = (*found.field, index - 1, *range(start, end)), end
    return True


def take(prep: Token, noun: Noun, found: Tail, words: Words, story: Story, *, owned: bool) -> bool:
    """Use one prepositional phrase; False where it does not belong to the post."""
    owned = owned or found.owner is not None or found.possessor is not None
    field = (prep.i, *noun.tokens)
    board = is_own(noun, story) or (noun.name is not None and is_own_board(noun.name))
    part = noun.name is not None and not owned and is_programme(noun, story)
    if prep.lower_ == "of" and ((board and noun.inner is None) or part):
        found.field += field
        return True
    if noun.name is not None:
        if names_owner(prep, noun.name, words, story, owned=owned):
            plain = (
                (prep.lower_ == "of" or hires(prep, words, story)) and noun.name.kind == "Organization" and story.doc[words.start].is_lower
            )
            if owned and (found.owner is not None or not plain):
                return False
            found.owner = noun.name  # also of "the Dutch chair of NATO's Military Committee", where the state is that of the person
            return True
        if prep.lower_ in OWNING:
            return False
        found.field += field
        return True
    if prep.lower_ == "for" and is_duration(noun, story):
        return False
    if prep.lower_ == "of" and not owned and is_programme(noun, story):
        found.field += field
        return True
    governs = story.doc[noun.tokens[-1]].lower_ in GOVERNMENTS and noun.inner is not None and noun.inner.kind in ("Country", "Place")
    if prep.lower_ == "in" and governs and not owned:
        found.owner = noun.inner  # "a minister in Peru's government"
        return True
    numbered = any(story.doc[i].pos_ == "NUM" for i in noun.tokens) and story.doc[noun.tokens[-1]].pos_ != "PROPN"
    if prep.lower_ == "with" and noun.determined and not owned:
        found.owner = employer(noun, story)
        return found.owner is not None
    if prep.lower_ in ("in", "from", "with", "within") or (prep.lower_ in ("on", "at") and numbered):
        return False
    if owned and prep.lower_ == "of" and noun.inner is not None and noun.inner.kind == "Organization" and found.owner is None:
        found.owner = named_part(noun, story) or noun.inner  # "the Dutch chair of NATO's Military Committee"
        return True
    firm = None if owned else before_firm(noun, story) or apposed_firm(noun, story)
    if firm is not None:
        found.owner = firm
        return True
    named = None if owned else unnamed_body(noun, words, story)
    if named is not None:
        found.owner = named
        return True
    if is_place_noun(noun, story):
        return True
    area = None if owned or prep.lower_ != "of" else named_area(noun, story)
    if area is not None:
        found.owner = area
        return True
    unit = None if owned else named_part(noun, story)
    if unit is None and not owned and not board:
        unit = committee(noun, story) or members(noun, story) or office(noun, words, story)
    if unit is not None:
        found.owner = unit
        return True
    if noun.inner is not None and not owned:
        keep(noun.inner, found)
    head = story.doc[noun.tokens[-1]]
    pointed = None if owned or not noun.determined else referent(head, story)
    if pointed is not None and pointed.kind in OWNER_KINDS:
        found.owner = found.owner or pointed
        return True
    if prep.lower_ == "at":
        return noun.inner is not None
    found.field += field
    return True


def keep(mention: Mention, found: Tail) -> None:
    """An owner inside the tail: "head of its export branch", "chief of the president's office"."""
    if mention.kind == "Person":
        found.possessor = found.possessor or mention
    elif mention.kind in OWNER_KINDS:
        found.owner = found.owner or mention


def take_comma(found: Tail, words: Words, story: Story) -> None:
    """An organization behind a bare title and a comma: "commander, Combined Joint Task Force"."""
    doc, i = story.doc, words.end
    if i + 1 >= doc[words.start].sent.end or doc[i].text != "," or doc[words.start - 1].text != ",":
        return
    owner = owner_at(doc[i + 1], story)
    if owner is not None and owner.kind == "Organization":
        found.owner, found.end = owner, story.span(owner).end
