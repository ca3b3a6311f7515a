"""What do posts say about the kind of a name beside them? A model's guess that they contradict is corrected before names are joined.

"Acme spokesman X": Acme is an organization. "Governor Y Z": Y Z is a person. Evidence on one mention counts for all of the same words.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from kg.extraction.chains import fold
from kg.extraction.clauses import clause_of
from kg.extraction.roles.likeness import is_full_name, is_name_like, is_person, names_firm, proves_person
from kg.extraction.roles.phrases import post_phrases
from kg.extraction.roles.posts import Phrase
from kg.extraction.roles.split import split
from kg.extraction.roles.titles import Words
from kg.extraction.roles.units import is_firm_name
from kg.extraction.roles.verbs import role_verbs
from kg.extraction.story import Story
from kg.model import Mention

OF_PEOPLE = frozenset({"government", "legislature", "military", "monarchy", "police", "religious"})  # posts no organization can be
MARKS = frozenset({",", ".", ";"})
LINKS = frozenset({"at", "for", "of"})
FIRMS = frozenset({"organization"})
MISTAKEN = frozenset({"Person", "Organization", "Place", "System"})


def recast(story: Story) -> tuple[Mention, ...]:
    """The mentions of a story, not yet joined, with the kinds that the posts beside them demand."""
    story = Story.of(story.doc, story.article, story.lexicon, tuple(split(story)), story.words)
    phrases = post_phrases(story)
    votes: dict[str, Counter[str]] = {}
    for mention, kind in evidence(story, phrases):
        votes.setdefault(fold(mention.text), Counter())[kind] += 1
    firms = frozenset(text for text, kinds in votes.items() if set(kinds) == {"Organization"})
    led = frozenset(led_names(story, phrases))
    return with_surnames(tuple(replace(m, kind=settled(m, votes, led, story)) for m in story.mentions), firms, story)


def led_names(story: Story, phrases: Iterable[Phrase]) -> Iterator[str]:
    """Names before a company's post and its holder, folded, also where a person named later has them too: "Cadbury chairman X"."""
    for phrase in phrases:
        words = phrase.posts[0].words
        name = story.mention(story.doc[words.start - 1]) if words.start else None
        row = story.lexicon.title(story.doc[words.start : words.end].text)
        holder = named_next(phrase.end, story)
        corporate = row is not None and row.kind == "corporate" and row.scope in FIRMS
        if name is None or name.kind != "Person" or not corporate or holder is None or holder.kind != "Person":
            continue
        alike = [m for m in story.mentions if fold(m.text).split()[-1] == fold(name.text)]
        if alike and fold(alike[0].text) == fold(name.text) and not any(is_addressed(m, story) for m in alike if m.text == name.text):
            yield fold(name.text)


def is_addressed(mention: Mention, story: Story) -> bool:
    """Whether "Mr" or the like stands before a name."""
    start = story.span(mention).start
    return start > 0 and story.doc[start - 1].lower_.strip(".") in story.lexicon.honorifics


def with_surnames(mentions: tuple[Mention, ...], known: frozenset[str], story: Story) -> tuple[Mention, ...]:
    """The mentions, single words that are part of just one person's full name, and of no organization's, made that person's.

    known: texts that a post has shown to be organizations.
    """
    people, firms = Counter[str](), set(known)
    for text, kind in {(fold(m.text), m.kind) for m in mentions}:
        words = text.split()
        if kind == "Person" and len(words) > 1:
            people.update(set(words))
        elif kind == "Organization" and len(words) > 1:
            firms.update(words)
    return tuple(replace(m, kind="Person") if is_surname(m, people, story) and fold(m.text) not in firms else m for m in mentions)


def is_surname(mention: Mention, people: Counter[str], story: Story) -> bool:
    """Whether a single word marked as an organization or place belongs to one person's full name."""
    single = mention.kind in ("Organization", "Place") and people[fold(mention.text)] == 1
    return single and story.lexicon.place(mention.text) is None and story.lexicon.country(mention.text) is None


def settled(mention: Mention, votes: dict[str, Counter[str]], led: frozenset[str], story: Story) -> str:
    """The kind that all evidence on a name's words agrees on, else the one it had. led: companies' names, if people's too."""
    if mention.kind == "Person" and is_firm_name(mention, story):
        return "Organization"
    said = votes.get(fold(mention.text))
    if said is None or len(said) != 1 or mention.kind not in MISTAKEN:
        return mention.kind
    kind = next(iter(said))
    if kind == "Organization" and mention.kind == "Person" and is_somebody(mention, story):
        return kind if fold(mention.text) in led else mention.kind
    return kind


def is_somebody(mention: Mention, story: Story) -> bool:
    """Whether the article has a fuller person's name that ends with these words ("Trump", "Donald Trump")."""
    words = fold(mention.text).split()
    for other in story.mentions:
        full = fold(other.text).split()
        longer = other.kind == "Person" and len(full) > len(words) and not is_firm_name(other, story)
        if longer and full[-len(words) :] == words:
            return True
    return False


def evidence(story: Story, phrases: Iterable[Phrase]) -> Iterator[tuple[Mention, str]]:
    """(mention, kind that its post demands)."""
    for phrase in phrases:
        yield from before_title(phrase, story)
        yield from having(phrase, story)
        for post in phrase.posts:
            yield from behind_title(post.words, story)
            yield from apposed(post.words, story)
        yield from appointed(phrase, story)
        yield from followed(phrase, story)
        yield from preceded(phrase, story)
    yield from predecessors(story)


def predecessors(story: Story) -> Iterator[tuple[Mention, str]]:
    """ "X succeeds Y Z", "X, who took over from Y Z": a full name after a person's verb of succession is a person's."""
    verbs = role_verbs(story.lexicon)
    for token in story.doc:
        rows = verbs.get(token.lemma_.lower(), ()) if token.pos_ == "VERB" else ()
        if not any(row.other for row in rows):
            continue
        near = {c.lower_ for c in token.children}
        if not any(row.other and (not row.particle or row.particle in near) for row in rows):
            continue
        clause = clause_of(token)
        subject = story.mention(clause.subject) if clause.subject is not None else None
        before = next((n for p, n in clause.prepositions if p == "from"), clause.object)
        name = story.mention(before) if before is not None else None
        if subject is not None and name is not None and subject.kind == "Person" and name.kind != "Person" and is_full_name(name, story):
            yield name, "Person"


def preceded(phrase: Phrase, story: Story) -> Iterator[tuple[Mention, str]]:
    """ "Y Z, president of Acme,", "the president of Acme, Y Z,": a full name set off by commas from a post."""
    doc, words = story.doc, phrase.posts[0].words
    names = []
    if phrase.begin > 1 and doc[phrase.begin - 1].text == "," and (phrase.end >= len(doc) or doc[phrase.end].text in MARKS):
        names.append(story.mention(doc[phrase.begin - 2]))
    if phrase.posts[0].definite and phrase.end + 1 < len(doc) and doc[phrase.end].text == ",":
        behind = story.mention(doc[phrase.end + 1])
        end = story.span(behind).end if behind is not None else 0
        names.append(behind if 0 < end < len(doc) and doc[end].text in MARKS else None)
    for name in names:
        if name is not None and name.kind != "Person" and proves_person(words, story) and is_person(name, words, story):
            yield name, "Person"


def appointed(phrase: Phrase, story: Story) -> Iterator[tuple[Mention, str]]:
    """ "has appointed Y Z chief executive": the name between a verb that gives posts and the post."""
    words = phrase.posts[0].words
    name = story.mention(story.doc[words.start - 1]) if words.start else None
    if name is None or name.kind == "Person" or not (proves_person(words, story) and is_person(name, words, story)):
        return
    start = story.span(name).start
    verb = story.doc[start - 1] if start else None
    rows = role_verbs(story.lexicon).get(verb.lemma_.lower(), ()) if verb is not None else ()
    if any(row.holder == "object" and "bare" in row.links for row in rows):
        yield name, "Person"


def followed(phrase: Phrase, story: Story) -> Iterator[tuple[Mention, str]]:
    """ "Governor Y Z", "speaker of the parliament Y Z"; a plural asks for people in the whole list that follows."""
    name = named_next(phrase.end, story)
    if name is not None and names_firm(phrase.posts[-1], story):
        yield name, "Organization"
        return
    while name is not None and is_person(name, phrase.posts[-1].words, story):
        yield name, "Person"
        if not phrase.posts[-1].plural:
            return
        i = story.span(name).end
        while i < len(story.doc) and (story.doc[i].text == "," or story.doc[i].lower_ == "and"):
            i += 1
        name = named_next(i, story)


def before_title(phrase: Phrase, story: Story) -> Iterator[tuple[Mention, str]]:
    """ "Acme spokesman X", "Acme's chief executive": the name before the post is its owner."""
    words = phrase.posts[0].words
    doc, i = story.doc, words.start - 1
    if i < 0:
        return
    possessive = doc[i].tag_ == "POS"
    name = story.mention(doc[i - 1] if possessive and i else doc[i])
    if name is None or name.kind != "Person":
        return
    if possessive:
        firm = any(of_firms(p.words, story) for p in phrase.posts) and len(name.text.split()) == 1
    else:
        holder = named_next(words.end, story)
        firm = holder is not None and holder.kind == "Person"
    if firm:
        yield name, "Organization"


def having(phrase: Phrase, story: Story) -> Iterator[tuple[Mention, str]]:
    """ "Y Z and its leader": what has a leader is no person."""
    doc, i = story.doc, phrase.begin - 1
    if doc[phrase.begin].lower_ != "its" or i < 1 or doc[i].lower_ != "and":
        return
    name = story.mention(doc[i - 2] if doc[i - 1].text == "," and i > 1 else doc[i - 1])
    if name is not None and name.kind == "Person" and doc[story.span(name).start - 1].text != ",":  # not "its chair, X, and its"
        yield name, "Organization"


def named_next(index: int, story: Story) -> Mention | None:
    """The name that begins at a token, within the sentence of the token before it."""
    doc = story.doc
    return story.mention(doc[index]) if 0 < index < len(doc) and doc[index].sent == doc[index - 1].sent else None


def behind_title(words: Words, story: Story) -> Iterator[tuple[Mention, str]]:
    """ "analyst at Acme", "chief executive of Acme"; "Governor Y Z"."""
    doc, i = story.doc, words.end
    if i + 1 >= len(doc):
        return
    link = doc[i].lower_
    name = named_next(i + (2 if doc[i + 1].pos_ == "DET" else 1), story) if link in LINKS else None
    if name is None or name.kind not in ("Person", "Place", "System") or not (link == "at" or of_firms(words, story, named=link != "of")):
        return
    if name.kind == "Person" or story.lexicon.place(name.text) is None:
        yield name, "Organization"


def apposed(words: Words, story: Story) -> Iterator[tuple[Mention, str]]:
    """ "Y Z, the governor," and "the governor, Y Z,": the name is a person."""
    head = story.doc[words.start : words.end].root
    others = [head.head] if head.dep_ == "appos" else []
    for other in [*others, *(c for c in head.children if c.dep_ == "appos")]:
        name = story.mention(other)
        if name is not None and name.kind != "Person" and proves_person(words, story) and is_person(name, words, story):
            yield name, "Person"
    subject = next((c for c in head.children if c.dep_ == "nsubj"), None)
    name = story.mention(subject) if subject is not None else None
    row = story.lexicon.title(story.doc[words.start : words.end].text)
    if name is not None and name.kind == "Organization" and row is not None and row.kind in OF_PEOPLE and is_name_like(name, story):
        yield name, "Person"


def of_firms(words: Words, story: Story, *, named: bool = False) -> bool:
    """Whether the post is one of companies and other organizations, never of a person or state. named: behind "for"."""
    row = story.lexicon.title(story.doc[words.start : words.end].text)
    return row is not None and (row.kind in ("job", "media") or (row.scope in FIRMS and not named))
