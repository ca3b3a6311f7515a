"""Who holds which post where several are named at once ("the Greek and Turkish ministers, X and Y"), or by a counterpart's name?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from spacy.tokens import Token

from kg.extraction.roles.behind import origin
from kg.extraction.roles.kinds import kind_of_title
from kg.extraction.roles.owners import owner_at, referent
from kg.extraction.roles.posts import Phrase, Post
from kg.extraction.roles.statements import COUNTERPART, NATION, Statement
from kg.extraction.roles.titles import JOINTS, Words
from kg.extraction.roles.units import Unit, is_short_form
from kg.extraction.story import Story
from kg.extraction.syntax import base
from kg.lexicon import Row
from kg.model import Mention


def listed_posts(story: Story, phrases: Iterable[Phrase], units: tuple[Unit, ...]) -> Iterator[Statement]:
    """Statements of plural titles before or behind a list of names, each name with its own country where as many are named."""
    for phrase in phrases:
        post = phrase.posts[-1]
        if not post.plural or len(phrase.posts) > 1:
            continue
        row, end = countries_behind(post, story)
        people = list_from(end, story, units)
        if len(people) == len(row) > 1:
            for person, country in zip(people, row, strict=True):
                yield Statement(person, replace(post, owner=country), post.words.end - 1, "role.title.shared", post.status)
            continue
        if row and base(story.doc[post.words.end - 1].dep_) == "appos":
            people = list_until(post, story, units)
            if len(people) == len(row) > 1:  # "X and Y, the ministers of France and Germany"
                for person, country in zip(people, row, strict=True):
                    yield Statement(person, replace(post, owner=country), post.words.end - 1, "role.title.shared", post.status)
                continue
        people = list_from(phrase.end, story, units)
        homes = {u.person: origin(u, story) for u in units}
        owners = countries_before(post, story, len(people))
        if not people or (len(people) < 2 and story.doc[phrase.end].text == ","):
            continue
        for i, person in enumerate(people):
            owner = owners[i] if owners else post.owner
            one = replace(post, owner=owner, origin=homes[person])
            yield Statement(person, one, post.words.end - 1, "role.title.shared", post.status)


def list_from(index: int, story: Story, units: tuple[Unit, ...]) -> list[Mention]:
    """The people named one after the other from a token on, a comma before the first allowed."""
    doc, found = story.doc, []
    start = {story.span(u.person).start: u for u in units} | {u.begin: u for u in units}
    index += doc[index : index + 1].text == "." and is_short_form(doc[index - 1], story)  # "Govs | . | X and Y"
    while index < len(doc):
        unit = start.get(index)
        if unit is not None:
            found.append(unit.person)
            index = behind_home(unit.end, story)
        elif doc[index].text == "," or (found and doc[index].lower_ == "and"):
            index += 1
        else:
            break
    return found


def behind_home(index: int, story: Story) -> int:
    """The token behind the place of a member of a list: "Reps. X | of Ohio | and Y of Texas", "Sens. X | , R-Ohio | and Y"."""
    doc = story.doc
    party = [t.text for t in doc[index : index + 3]]
    if len(party) > 2 and party[0] == "," and len(party[1]) == 1 and party[2] in JOINTS:
        return index + len(party) + 1
    place = story.mention(doc[index + 1]) if index + 1 < len(doc) and doc[index].lower_ == "of" else None
    return story.span(place).end if place is not None and place.kind == "Place" else index


def list_until(post: Post, story: Story, units: tuple[Unit, ...]) -> list[Mention]:
    """The people named one after the other before a post that stands behind them, a comma between."""
    doc, found = story.doc, list[Mention]()
    ends = {story.span(u.person).end: u.person for u in units}
    index = next((i for i in range(post.words.start, post.begin - 2, -1) if i > 0 and doc[i - 1].text == ","), 0)
    while index > 0:
        if index in ends:
            found.append(ends[index])
            index = story.span(ends[index]).start
        elif doc[index - 1].text == "," or (found and doc[index - 1].lower_ == "and"):
            index -= 1
        else:
            break
    return found[::-1]


def countries_behind(post: Post, story: Story) -> tuple[list[Mention], int]:
    """The coordinated countries behind "of" ("the ministers of France and Germany, X and Y"), and the token behind them."""
    doc, i = story.doc, post.words.end
    found: list[Mention] = []
    if i >= len(doc) or doc[i].lower_ != "of":
        return found, i
    i += 1
    while i < len(doc):
        mention = story.mention(doc[i])
        if mention is not None and mention.kind == "Country":
            found.append(mention)
            i = story.span(mention).end
        elif (found and (doc[i].text == "," or doc[i].lower_ == "and")) or doc[i].pos_ == "DET":
            i += 1
        else:
            break
    return found, i


def countries_before(post: Post, story: Story, count: int) -> list[Mention]:
    """The coordinated countries in the phrase, or those of its sentence where the phrase has none, if they are as many as the people."""
    doc = story.doc
    inside = in_row(post.words.start - 1, story)
    if len(inside) == count:
        return inside
    if post.owner is not None:
        return []
    for i in range(post.begin - 1, doc[post.words.start].sent.start, -1):
        row = in_row(i, story)
        if len(row) == count > 1:
            return row
    return []


def in_row(index: int, story: Story) -> list[Mention]:
    """The countries that stand in a row up to a token, only commas and "and" between them, in reading order."""
    found: list[Mention] = []
    while index >= 0:
        token = story.doc[index]
        mention = story.mention(token)
        if mention is not None and mention.kind == "Country":
            found.append(mention)
            index = story.span(mention).start - 1
        elif found and (token.text == "," or token.lower_ == "and"):
            index -= 1
        else:
            break
    return found[::-1]


def counterparts(story: Story, units: tuple[Unit, ...]) -> Iterator[Statement]:
    """Statements of "his Greek counterpart, X": the title is that of the person whose counterpart it is."""
    for token in story.doc:
        peer = peer_at(token, story)
        if peer is None:
            continue
        begin = token.i - peer["words"].count(" ")
        owners = in_row(begin - 1, story) or body_before(begin - 1, story)
        first = story.span(owners[0]).start if owners else begin
        then = first > 1 and story.lexicon.title_status(story.doc[first - 1].lower_) == "former"  # "his then Greek counterpart"
        possessor = possessor_before(first - (2 if then else 1), story)
        seat, end = seat_behind(token, story)
        owners = [seat] if seat is not None else owners
        people = list_from(end, story, units) or apposed_before(first - 2, units, story)
        nation = bool(owners) and all(o.kind == "Country" for o in owners)
        if possessor is None or not people or (peer["post"] == NATION and not nation):
            continue
        people = people if token.tag_ == "NNS" else people[:1]
        titled = {u.person for u in units if any(not is_rank(p, story) for p in u.before)}
        ranked = {u.person for u in units if u.before}
        for i, person in enumerate(people):
            if person in titled:
                continue
            owner = owners[i] if len(owners) == len(people) else owners[0] if len(owners) == 1 else None
            kind = NATION if person in ranked and peer["post"] == "other" else peer["post"]
            post = Post(first, token.i + 1, Words(token.i, token.i + 1), "", owner, definite=True)
            yield Statement(person, post, token.i, COUNTERPART, "former" if then else peer["status"], like=possessor.chain, peer=kind)


def body_before(index: int, story: Story) -> list[Mention]:
    """The organization that ends at a token: "his Democratic Party counterpart"."""
    mention = story.at.get(index)
    return [mention] if mention is not None and mention.kind == "Organization" else []


def apposed_before(comma: int, units: tuple[Unit, ...], story: Story) -> list[Mention]:
    """The person before a comma, to whom what follows is an apposition: "X, his counterpart at Y,"."""
    set_off = comma > 0 and story.doc[comma].text == ","
    return [u.person for u in units if set_off and story.span(u.person).end == comma]


def peer_at(token: Token, story: Story) -> Row | None:
    """The row of the noun that ends at a token by which somebody has another's post ("counterpart", "opposite number")."""
    lemma = token.lemma_.lower()
    before = token.nbor(-1).lower_ if token.i else ""
    return next((row for row in story.lexicon.table("peers") if row["words"] in (lemma, f"{before} {lemma}")), None)


def is_rank(phrase: Phrase, story: Story) -> bool:
    """Whether a phrase names only military ranks."""
    rows = [kind_of_title(post.title, story) for post in phrase.posts]
    return all(row is not None and row.kind == "military" for row in rows)


def seat_behind(token: Token, story: Story) -> tuple[Mention | None, int]:
    """The country or body behind "counterpart in", with the token behind it: "her counterpart in the Senate, X"."""
    doc, i = story.doc, token.i + 1
    if i + 1 >= len(doc) or doc[i].lower_ not in ("at", "from", "in", "of"):
        return None, i
    mention = owner_at(doc[i + 2 if doc[i + 1].pos_ == "DET" and i + 2 < len(doc) else i + 1], story)
    return (mention, story.span(mention).end) if mention is not None else (None, i)


def person_beside(index: int, story: Story) -> Mention | None:
    """The person whom "and his" goes on from: "with X and | her Dutch counterpart"; not an object, as "she met X and her counterpart"."""
    beside = story.mention(story.doc[index - 2]) if index > 1 and story.doc[index - 1].lower_ == "and" else None
    person = beside is not None and beside.kind == "Person"
    return beside if beside is not None and person and base(story.span(beside).root.dep_) != "obj" else None


def possessor_before(index: int, story: Story) -> Mention | None:
    """The person behind "his" or "X's" at a token."""
    if index < 0:
        return None
    token: Token = story.doc[index]
    if token.tag_ == "PRP$":
        found = person_beside(index, story) or referent(token, story)
    elif token.tag_ == "POS" and index:
        found = story.mention(story.doc[index - 1])
    else:
        return None
    return found if found is not None and found.kind == "Person" else None
