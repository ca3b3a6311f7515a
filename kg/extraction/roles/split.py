"""Which marked names run over a post or over two names ("Republican Senate Majority Leader", "Ukraine Volodymyr Zelensky")?"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Span, Token

from kg.extraction.roles.bodies import listed_names
from kg.extraction.roles.edges import is_one_name, trimmed_front, widened
from kg.extraction.roles.titles import effect
from kg.extraction.story import Story
from kg.model import Mention


def split(story: Story) -> Iterator[Mention]:
    """The mentions of a story, those that run over posts or names cut into their parts, parts of one name joined, in reading order."""
    waiting: Mention | None = None
    for mention in parted(story):
        if waiting is not None and mention.start < waiting.end and mention.end <= waiting.end:
            continue
        if waiting is not None and mention.start > waiting.start:
            honour = story.span(mention)[0]
            if f"{waiting.text} {honour.text}".lower() in story.lexicon.honorifics and mention.end > honour.idx + len(honour):
                mention = story.make(story.doc[honour.i + 1].idx, mention.end, mention.kind)  # "Tan | Sri X"
            elif is_one_name(waiting, mention, story):
                mention = story.make(waiting.start, mention.end, "Person")
            else:
                yield waiting
        waiting = mention
    if waiting is not None:
        yield waiting


def parted(story: Story) -> Iterator[Mention]:
    """The mentions of a story, those that run over posts or names cut into their parts."""
    for marked in story.mentions:
        mention = widened(trimmed_front(marked, story), story) if marked.kind in ("Person", "Organization") else marked
        span = story.span(mention)
        parts = None
        if mention.kind in ("Organization", "Place") and len(span) > 1 and mention.text not in listed_names(story.lexicon):
            parts = before_title(span, story) or before_demonym(span, story) or around_title(span, story)
        if mention.kind in ("Organization", "Person", "Place") and len(span) > 1 and parts is None:
            parts = behind_post(span, story)
        yield from (parts if parts is not None else [mention])


def before_title(span: Span, story: Story) -> list[Mention] | None:
    """The country at the front of a name whose last words begin a longer listed title: "Belgian Defence | Minister"."""
    doc = story.doc
    for i in range(span.start + 1, span.end):
        length = story.lexicon.title_length([t.text for t in doc[i : span.end + 3]])
        front = doc[span.start : i]
        if length > span.end - i and (story.lexicon.country_by_name(front.text) or story.lexicon.country_by_demonym(front.text)):
            return [story.make(front.start_char, front.end_char, "Country")]
    return None


def before_demonym(span: Span, story: Story) -> list[Mention] | None:
    """The country in a name that ends in an adjective of nationality before a noun: "Multiple | Iranian"; not "Anglo American"."""
    last = span[-1]
    if any(e.label_ == "ORG" and e.text == span.text and e[-1].head.i <= e[-1].i and e[-1].pos_ != "ADJ" for e in story.doc.ents):
        return None
    if story.lexicon.country_by_demonym(last.text) is None or story.lexicon.country_by_name(span.text) is not None:
        return None
    return None if story.lexicon.country_by_demonym(span.text) else [story.make(last.idx, last.idx + len(last), "Country")]


def around_title(span: Span, story: Story) -> list[Mention] | None:
    """The bodies in a name that holds a listed title with nothing else before it than parties, nationalities and bodies."""
    doc = story.doc
    for i in range(span.start, span.end):
        length = story.lexicon.title_length([t.text for t in doc[i : span.end]])
        if not length or not doc[i].text[:1].isupper():
            continue
        before, after = doc[span.start : i], doc[i + length : span.end]
        if not len(before) and len(after) > 1 and after.text.replace("-", " ").istitle() and not is_thing(after, doc[i + length - 1]):
            return [story.make(after.start_char, after.end_char, "Person")]
        if (len(after) and after[0].lower_ != "of") or (not len(after) and not len(before)):
            continue
        named = [
            p for p in (body_in(before, story), body_in(after[2:] if len(after) > 1 and after[1].pos_ == "DET" else after[1:], story)) if p
        ]
        loose = [t for t in before if effect(t, story) == "" and not any(m.start <= t.idx < m.end for m in named)]
        return None if loose else named
    return None


def is_thing(span: Span, title: Token) -> bool:
    """Whether the last word behind a title is a noun that the words before it modify, as in no person's name: "King Faisal Naval Base"."""
    flat = any(t.dep_ == "flat" for t in span)
    modified = not flat and span[0].dep_ in ("compound", "amod") and span[0].head in span
    return modified or (title.dep_ == "amod" and title.head in span)


def body_in(span: Span, story: Story) -> Mention | None:
    """The body or country that a stretch is, the longest run of its end."""
    for start in range(len(span)):
        part = span[start:]
        if story.lexicon.title_body(part.text) is not None:
            return story.make(part.start_char, part.end_char, "Organization")
        if story.lexicon.country_by_name(part.text) or story.lexicon.country_by_demonym(part.text):
            return story.make(part.start_char, part.end_char, "Country")
    return None


def behind_post(span: Span, story: Story) -> list[Mention] | None:
    """Owner and holder that were marked as one name behind a post: "president of | Ukraine Volodymyr Zelensky"."""
    doc, start = story.doc, span.start
    i = start - 1
    while i >= 0 and doc[i].pos_ == "DET":
        i -= 1
    if i < 1 or doc[i].lower_ != "of" or not story.lexicon.is_title(doc[i - 1].text):
        return None
    if doc[start].is_lower and doc[start].is_alpha and len(span) > 2:  # not "commander of the | 82nd Airborne Division"
        person = doc[start + 1 : span.end]
        return [story.make(person.start_char, person.end_char, "Person")]
    for length in (3, 2, 1):
        owner, person = doc[start : start + length], doc[start + length : span.end]
        if with_article(owner, story) or is_body(person, story):
            continue
        if len(span) > length + 1 and story.lexicon.country_by_name(owner.text) is not None and person.text.istitle():
            return [story.make(owner.start_char, owner.end_char, "Country"), story.make(person.start_char, person.end_char, "Person")]
    return None


def with_article(country: Span, story: Story) -> bool:
    """Whether "the" stands before a country that takes none, so that its name goes on: "the Singapore Red Cross"."""
    start = country.start
    plural = country[-1].lower_.endswith("s") or any(t.lower_ in ("republic", "kingdom", "congo", "gambia", "state") for t in country)
    return bool(start) and story.doc[start - 1].lower_ == "the" and not plural


def is_body(span: Span, story: Story) -> bool:
    """Whether words end like an organization's name, or begin with a force's: "Red Cross", "Wildlife Service", "Army Europe"."""
    known = {row["words"] for row in story.lexicon.table("org_words")}
    force = story.lexicon.state_body(span[0].text) if len(span) else None
    return (force is not None and force.kind == "force") or any(span[i:].text.lower() in known for i in range(len(span)))
