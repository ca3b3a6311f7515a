"""Which posts stand directly around a person's name: before it ("Gen. X"), or set off by commas on either side?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kg.extraction.roles.agents import owner_led
from kg.extraction.roles.behind import behind_place, origin, owner_behind
from kg.extraction.roles.nouns import noun_at
from kg.extraction.roles.owners import capital, owner_at
from kg.extraction.roles.posts import Phrase
from kg.extraction.roles.statements import Statement
from kg.extraction.roles.tail import is_retired, is_then
from kg.extraction.roles.titles import ANYTHING, effect
from kg.extraction.roles.together import dated_until
from kg.extraction.roles.units import Unit
from kg.extraction.story import Story
from kg.extraction.syntax import first_conjunct
from kg.model import Mention

OPENERS = frozenset({",", "(", "—", "–", "-", "--"})
CLOSERS = frozenset({",", ".", ";", ")", "—", "–", "--", "?", "!", ":", "”", "’", '"', "'"})
LISTED = frozenset({",", "and"})
MANY = 4  # appositions that one name may have behind it
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


def named_posts(story: Story, phrases: tuple[Phrase, ...], units: tuple[Unit, ...]) -> Iterator[Statement]:
    """Statements of titles before names, and of appositions on either side of them."""
    taken: set[int] = set()
    for unit in units:
        for phrase in unit.before:
            taken.add(phrase.begin)
            if not phrase.posts[-1].plural or len(phrase.posts) > 1:
                yield from before_name(phrase, unit, story)
    beginning = {p.begin: p for p in phrases}
    beginning |= {u.begin: p for u in units for p in phrases if p.begin == story.span(u.person).start and p.posts[0].possessor == u.person}
    names = frozenset(u.begin for u in units)
    ending = {located(p, story): p for p in phrases} | {p.end: p for p in phrases}
    bare = frozenset(u.begin for u in units if not u.before and story.doc[u.end : u.end + 1].text in LISTED)
    for unit in units:
        in_row = unit.begin - 1 in ending and sets_off(ending[unit.begin - 1], unit, story, definite=False)
        yield from after_name(unit, beginning, taken, names, bare, story, in_row=in_row)
    for unit in units:
        set_off = ending.get(unit.begin - 1)
        earlier = listed_before(set_off, ending, story) if set_off is not None else None
        if set_off is not None and set_off.begin not in taken and sets_off(set_off, unit, story, definite=earlier is not None):
            for post in (earlier, set_off):
                if post is not None and post.begin not in taken:
                    taken.add(post.begin)
                    yield from statements(unit.person, post, "role.apposition.before")
    for phrase in phrases:
        unit_at = apposed_to(phrase, units, story) if phrase.begin not in taken else None
        if unit_at is not None:
            yield from statements(unit_at.person, phrase, "role.apposition.after")


def apposed_to(phrase: Phrase, units: tuple[Unit, ...], story: Story) -> Unit | None:
    """Whose apposition a phrase is by the parse, where other words stand between: "X, his wife and the chairwoman of Y"."""
    head = first_conjunct(story.doc[phrase.posts[0].words.end - 1])
    bare = phrase.begin == phrase.posts[0].words.start and story.doc[phrase.begin - 1].lower_ == "and" and story.doc[phrase.begin].is_lower
    if bare and not phrase.posts[0].plural and closes(phrase.end, story):  # "X, mayor under Y | and leader of the Greens,"
        named = next((u for u in units if u.begin <= head.i < u.end and u.end < phrase.begin - 1), None)
        if named is not None:
            return named
    if head.dep_ != "appos" or phrase.posts[0].plural or (head.i > phrase.begin + 1 and head.i >= phrase.end):
        return None
    return next((u for u in units if u.begin <= head.head.i < u.end and u.end <= phrase.begin), None)


def before_name(phrase: Phrase, unit: Unit, story: Story) -> Iterator[Statement]:
    """ "Foreign Minister X", with the force behind the name: "Brigadier X of the Naval Service"."""
    owner = owner_behind(unit, phrase, story) or owner_led(unit, phrase, story)
    place = None if owner is not None else origin(unit, story)
    posts = tuple(p if p.owner is not None else replace(p, owner=owner, origin=place) for p in phrase.posts)
    if is_retired(story.span(unit.person).end, story):
        posts = tuple(replace(p, status=p.status or "former") for p in posts)
    yield from statements(unit.person, replace(phrase, posts=posts), "role.title.before")


def after_name(
    unit: Unit, beginning: dict[int, Phrase], taken: set[int], names: frozenset[int], bare: frozenset[int], story: Story, *, in_row: bool
) -> Iterator[Statement]:
    """ "X, 53, the chief executive of Y, and chairman of Z, said".

    in_row: whether X's own post stands before the name, so that the next before another name is that one's ("the mayor, X, the judge, Y,").
    bare: names without a title of their own that a comma or "and" follows, which have a post right before them ("Mayor X, the judge, Y,").
    """
    doc, end = story.doc, behind_place(unit, story)
    for _ in range(MANY):
        if end >= len(doc) or doc[end].text not in OPENERS:
            return
        i = skip_age(skip_body(end + 1, story), story)
        i, past = (i, False) if i in beginning else skip_adverbs(i, story)  # "once" belongs to its post
        one_of = doc[i : i + 2].text.lower() == "one of"
        phrase = beginning.get(i + 2 if one_of else i)
        if phrase is None or phrase.begin in taken or phrase.end in names or not closes(phrase.end, story):
            return
        if (phrase.posts[0].plural and not one_of) or doc[phrase.begin].tag_ == "WP$":
            return  # "X, whose deputy, Y, said"
        next_named = phrase.posts[0].definite and phrase.end + 1 in names and doc[phrase.end].text == ","
        if next_named and (in_row or (unit.before and phrase.end + 1 in bare)):
            return
        taken.add(phrase.begin)
        if past:
            phrase = replace(phrase, posts=tuple(replace(p, status=p.status or "former") for p in phrase.posts))
        yield from statements(unit.person, phrase, "role.apposition.after")
        end = phrase.end


def skip_body(index: int, story: Story) -> int:
    """The token behind "of" with a name between commas, which says where somebody belongs: "X, of the Greens, chairman of"."""
    doc = story.doc
    noun = noun_at(index + 1, doc[index].sent.end, story, ANYTHING) if index + 1 < len(doc) and doc[index].lower_ == "of" else None
    closed = noun is not None and noun.name is not None and noun.end < len(doc) and doc[noun.end].text == ","
    return noun.end + 1 if closed and noun is not None else index


def skip_age(index: int, story: Story) -> int:
    """The token behind an age between commas: ", 53, "."""
    doc = story.doc
    if index + 1 < len(doc) and doc[index].like_num and doc[index + 1].text == ",":
        return index + 2
    return index


def skip_adverbs(index: int, story: Story) -> tuple[int, bool]:
    """The token behind "also", "once", "then"; and whether the word puts the post into the past."""
    doc, past = story.doc, False
    if is_then(index, story):
        index, past = index + 3, True
    if index + 1 < len(doc) and doc[index].lower_ in ("himself", "herself"):
        index += 1
    if index + 1 < len(doc) and doc[index].lower_ == "until" and doc[index + 1].lower_ in ("now", "recently", "lately"):
        index, past = index + 2, True
    dated = dated_until(index, story)
    index, past = (dated, True) if dated > index else (index, past)
    while index < len(doc) and doc[index].pos_ != "ADJ":
        ended = effect(doc[index], story) == "former" or (doc[index].lower_ == "once" and doc[index + 1 : index + 2].text != "again")
        if not (ended or doc[index].pos_ == "ADV"):
            break
        past = past or ended
        index += 1
    return index, past


def closes(index: int, story: Story) -> bool:
    """Whether an apposition may end before this token: no noun or finite verb follows."""
    doc = story.doc
    if index >= len(doc) or (doc[index].text in CLOSERS and doc[index].tag_ != "POS"):
        return True
    if doc[index].tag_ == "POS":
        return False  # "X, the mayor's sister,"
    return doc[index].tag_ not in FINITE and doc[index].pos_ not in ("NOUN", "PROPN", "AUX") and owner_at(doc[index], story) is None


def is_one_of(phrase: Phrase, story: Story) -> bool:
    """Whether "one of" makes a plural post one person's: "one of the bank's deputy governors, X,"."""
    return phrase.begin > 1 and story.doc[phrase.begin - 2 : phrase.begin].text.lower() == "one of"


def located(phrase: Phrase, story: Story) -> int:
    """The token behind the place where a post is held, or its holder comes from: "the rector of the university | in Sfax |, X,"."""
    doc, end = story.doc, phrase.end
    if end + 1 >= len(doc) or doc[end].lower_ not in ("at", "from", "in") or doc[end].sent != doc[end - 1].sent:
        return end
    noun = noun_at(end + 1, doc[end].sent.end, story, ANYTHING)
    return noun.end if noun is not None and (noun.name is not None or capital(doc[noun.end - 1])) else end


def listed_before(phrase: Phrase, ending: dict[int, Phrase], story: Story) -> Phrase | None:
    """The post that a comma joins to the next, which has no article: "the Deputy Prime Minister, Minister of Defence, X,"."""
    doc, first = story.doc, phrase.posts[0]
    if phrase.begin < 2 or doc[phrase.begin - 1].text != "," or phrase.begin != first.words.start or not capital(doc[phrase.begin]):
        return None
    earlier = ending.get(phrase.begin - 1)
    alike = earlier is not None and earlier.posts[0].definite and capital(doc[earlier.posts[0].words.start])
    return earlier if alike and earlier is not None and not earlier.posts[-1].plural else None


def sets_off(phrase: Phrase, unit: Unit, story: Story, *, definite: bool) -> bool:
    """Whether ", X," is an apposition to the post before it ("the company's chief executive, X, said"), or "(X)", "named X".

    definite: a post before it has the article for both.
    """
    doc = story.doc
    link = doc[unit.begin - 1]
    if link.lower_ in ("named", "called") and link.tag_ == "VBN" and phrase.posts[0].definite and not phrase.posts[-1].plural:
        return True
    if doc[unit.begin - 1].text == "(" and not phrase.posts[-1].plural:
        return unit.end < len(doc) and doc[unit.end].text in (")", ",")
    if doc[unit.begin - 1].text != "," or not (definite or phrase.posts[0].definite):
        return False
    if phrase.posts[-1].plural and not is_one_of(phrase, story):
        return False
    after = doc[unit.end] if unit.end < len(doc) else None
    if after is None or after.text in CLOSERS or after.pos_ == "ADP":
        return True
    name, head = story.span(unit.person).root, doc[phrase.posts[-1].words.end - 1]
    return name.dep_ == "appos" and name.head.i == head.i


def statements(person: Mention, phrase: Phrase, rule: str) -> Iterator[Statement]:
    """One statement for each post of a phrase."""
    for post in phrase.posts:
        yield Statement(person, post, post.words.end - 1, rule, post.status)
