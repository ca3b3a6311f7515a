"""Which posts does a clause give to its subject or object ("X is", "was named", "resigned as", "who heads")?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from kg.extraction.assertion import denied
from kg.extraction.clauses import clause_of
from kg.extraction.roles.agents import led_by
from kg.extraction.roles.capacity import in_capacity
from kg.extraction.roles.copulas import copular, inverted, put_to_be
from kg.extraction.roles.fronted import as_who, fronted_posts
from kg.extraction.roles.givers import from_giver, from_official, holder_of
from kg.extraction.roles.infinitives import put_into
from kg.extraction.roles.leading import led
from kg.extraction.roles.members import member_posts, seated
from kg.extraction.roles.offices import noun_posts, office_posts, same_post, turn_posts
from kg.extraction.roles.posts import Phrase
from kg.extraction.roles.statements import Statement, given
from kg.extraction.roles.successions import displaced, doc_as, followed, succeeded
from kg.extraction.roles.tense import verb_status
from kg.extraction.roles.units import Unit
from kg.extraction.roles.verbs import RoleVerb, role_verbs
from kg.extraction.roles.view import Clauses
from kg.extraction.story import Story
from kg.extraction.syntax import conjuncts
from kg.model import Mention


def clause_posts(story: Story, phrases: tuple[Phrase, ...], units: tuple[Unit, ...]) -> Iterator[Statement]:
    """Statements of copulas and of verbs that give, keep or end a post."""
    view = Clauses(story, units, role_verbs(story.lexicon))
    named = {p.begin for u in units for p in u.before}
    for phrase in phrases:
        if phrase.begin in named or is_genitive(phrase, story):
            continue
        yield from copular(phrase, view)
        yield from put_to_be(phrase, view)
        yield from inverted(phrase, view)
        yield from linked(phrase, phrases, view)
        yield from as_who(phrase, view)
        yield from in_capacity(phrase, view)
        yield from noun_posts(phrase, before_one_of(phrase, story), view)
        yield from turn_posts(phrase, before_one_of(phrase, story), view)
    yield from fronted_posts(phrases, frozenset(named), view)
    for unit in units:
        yield from led_by(unit, view)
    for token in story.doc:
        yield from seated(token, view) if token.lemma_ == "be" else ()
        row = view.verb_of(token)
        if row is not None and "of" in row.links and not any(doc_as(token, p, story) and governor(p, "as", view) == token for p in phrases):
            yield from led(token, row, view)
        if row is not None and "office" in row.links:
            yield from office_posts(token, row, view)
        if row is not None and "post" in row.links:
            yield from same_post(token, row, phrases, view)
        if row is not None and row.links & {"on", "member"}:
            yield from member_posts(token, row, view)
        if row is not None and row.other and not any(doc_as(token, p, story) for p in phrases):
            yield from succeeded(token, row, view)


def is_genitive(phrase: Phrase, story: Story) -> bool:
    """Whether a post is only said to have another: "becomes | the president's | senior adviser"."""
    return phrase.end < len(story.doc) and story.doc[phrase.end].tag_ == "POS"


def linked(phrase: Phrase, phrases: tuple[Phrase, ...], view: Clauses) -> Iterator[Statement]:
    """ "was appointed chairman", "named Y as head of Z", "resigned as mayor", "became president"."""
    phrase = with_titles(phrase, view)
    doc, i = view.story.doc, before_one_of(phrase, view.story)
    if i < 1:
        return
    kept = held_post(i, view) if doc[i].lower_ == "as" else None
    i = kept.i if kept is not None else i
    link = doc[i].lower_ if doc[i].lower_ in ("as", "to") else "bare"
    if link == "bare" and phrase.begin - i > 1 and doc[phrase.begin - 2].lower_ != "one":
        link = "post"
    verb = kept or governor(phrase, link, view)
    if verb is None or (phrase.posts[0].plural and any(t.lower_ == "respectively" for t in verb.sent)):
        return
    row = view.verb_of(verb)
    if row is None or link not in row.links or denied(verb):
        return
    put = put_into(verb, row, view)
    holder, status = put or (named_before(i, row, view) or holder_of(verb, row, view), verb_status(verb, row, view.story))
    if holder is None or not status:
        return
    giver = clause_of(verb).subject if row.holder == "object" else None
    phrase = from_giver(from_official(phrase, giver, phrases, view), giver, view)
    rule = f"role.verb.{'as' if link in ('as', 'to') else 'bare'}"
    people = each_holder(verb, row, phrase, view)
    for i, person in enumerate(people):
        yield from given(person, replace(phrase, posts=phrase.posts[i : i + 1]), rule, status)
    yield from given(holder, phrase, rule, status) if not people else ()
    for other in listed_after(phrase, phrases, view) if not people else ():
        yield from given(holder, other, rule, status)
    yield from displaced(phrase, status, view)
    if row.other:
        yield from followed(verb, row, phrase, view)


def with_titles(phrase: Phrase, view: Clauses) -> Phrase:
    """The phrase with the titles before the person whose staff its post is on: "as | President X's envoy"."""
    person = phrase.posts[0].possessor
    unit = next((u for u in view.units if u.person == person and view.story.span(u.person).start == phrase.begin), None)
    return phrase if unit is None else replace(phrase, begin=unit.begin)


def listed_after(phrase: Phrase, phrases: tuple[Phrase, ...], view: Clauses) -> list[Phrase]:
    """The further posts of a list that ends in "and": "resigned as minister, | party chairman and member of the board"."""
    doc, found, end = view.story.doc, list[Phrase](), phrase.end
    while end < len(doc) and doc[end].text == ",":
        following = next((p for p in phrases if p.begin == end + 1), None)
        bare = following is not None and following.begin == following.posts[0].words.start and not following.posts[0].plural
        if following is None or not bare or any(u.begin == following.end for u in view.units):
            return []
        found.append(following)
        end = following.end
        if len(following.posts) > 1:
            return found
    return []


def each_holder(verb: Token, row: RoleVerb, phrase: Phrase, view: Clauses) -> list[Mention]:
    """The people among whom the posts of a phrase are shared out: "A and B were elected chairman and secretary"; [] where one has all."""
    clause = clause_of(verb)
    noun = clause.subject if row.holder == "subject" else clause.object
    people = [view.person(c) for c in conjuncts(noun)] if noun is not None and len(phrase.posts) > 1 else []
    found = [p for p in people if p is not None]
    return found if len(found) == len(people) == len(phrase.posts) else []


def held_post(index: int, view: Clauses) -> Token | None:
    """The verb whose object before "as" is a noun for a post: "kept his job as coach", "won a third term as mayor"."""
    noun = view.story.doc[index - 1] if index > 1 else None
    places = {row["word"] for row in view.story.lexicon.table("office_nouns") if row["use"] == "place"}
    if noun is None or noun.lemma_.lower() not in places or noun.dep_ != "obj":
        return None
    row = view.verb_of(noun.head)
    return noun.head if row is not None and "post" in row.links else None


def named_before(index: int, row: RoleVerb, view: Clauses) -> Mention | None:
    """The person right before "as" where a verb gives several posts: "named A as chair, B as secretary"."""
    token = view.story.doc[index]
    unit = next((u for u in view.units if u.end == index), None)
    if unit is None or row.holder != "object" or token.lower_ != "as":
        return None
    return unit.person if view.story.doc[unit.begin - 1].pos_ != "ADP" else None  # not "appointed by A as"


def before_one_of(phrase: Phrase, story: Story) -> int:
    """The token before a phrase, "one of" and "the post of" passed over."""
    doc, i = story.doc, phrase.begin - 1
    if i > 0 and doc[i].lower_ == "both":
        i -= 1
    if i > 1 and doc[i - 1 : i + 1].text.lower() == "one of":
        return i - 2
    places = {row["word"] for row in story.lexicon.table("office_nouns") if row["use"] == "place"}
    if i > 1 and doc[i].lower_ == "of" and doc[i - 1].lemma_.lower() in places:
        i -= 2
        while i > doc[phrase.begin].sent.start and doc[i].pos_ in ("ADJ", "DET", "PRON"):
            i -= 1
    return i


def governor(phrase: Phrase, link: str, view: Clauses) -> Token | None:
    """The verb of posts that a phrase complements: directly before it, or before the person it is given to; for "as" the nearest."""
    doc, story = view.story.doc, view.story
    first = doc[phrase.begin].sent.start
    i = before_one_of(phrase, story) - (0 if link == "bare" else 1)
    if link == "post":
        return doc[i + 1] if view.verb_of(doc[i + 1]) is not None else None
    if link == "bare":
        while i >= first and doc[i].pos_ in ("ADV", "PART"):
            i -= 1
        unit = next((u for u in view.units if u.end == i + 1 and u.end == phrase.begin), None)
        i = unit.begin - 1 if unit is not None else i
        return doc[i] if i >= first and view.verb_of(doc[i]) is not None else None
    head = doc[phrase.posts[0].words.start : phrase.posts[0].words.end].root.head
    if view.verb_of(head) is not None and head.i < phrase.begin:
        return head
    for j in range(i, max(first, i - 25) - 1, -1):
        row = view.verb_of(doc[j])
        if row is not None and link in row.links:
            return doc[j]
        if doc[j].text in (";", ":") or (doc[j].tag_ in ("VBD", "VBZ", "VBP") and row is None and story.mention(doc[j]) is None):
            return None
    return None
