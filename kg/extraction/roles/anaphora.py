"""Whom does a description with a post mean where one person only is named ("The Samoan minister had", "the 38-year-old architect")?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kg.extraction.references import PERSON_PRONOUNS
from kg.extraction.roles.posts import HEADS, Phrase, Post
from kg.extraction.roles.statements import Statement
from kg.extraction.story import Story
from kg.extraction.subjects import is_subject
from kg.extraction.syntax import SUBJECTS
from kg.model import Mention

RULE = "role.described"
REACH = 2  # sentences that the name may stand before the description
VAGUE = frozenset({"official"})  # "the Irish official" may serve anybody
AGE = ("year", "old")


def described_posts(statements: Iterable[Statement], phrases: Iterable[Phrase], story: Story) -> Iterator[Statement]:
    """Statements of "the" posts that are subjects, told of the person just spoken of.

    Only posts that say more of the person than what the person does there: an age, a former post, a nationality. "The mayor
    said" may be anybody's.
    """
    phrases, known = tuple(phrases), list(statements)
    held = {s.post.words.start for s in known}
    for phrase in phrases:
        post = phrase.posts[0]
        if len(phrase.posts) > 1 or post.words.start in held or post.plural or not is_description(phrase, story):
            continue
        own = of_nation(phrase, phrases, story)
        person = own or only_person(phrase, story)
        if (
            person is None
            or (own is None and may_be_a_local(phrase, story))
            or any(s.holder.chain == person.chain for s in known if not tells_of_person(post, story))
        ):
            continue
        yield Statement(
            story.make(*bounds(phrase, story), "Person", person.chain, named=False), post, post.words.end - 1, RULE, post.status
        )


def bounds(phrase: Phrase, story: Story) -> tuple[int, int]:
    """First and last character of a phrase."""
    span = story.doc[phrase.begin : phrase.end]
    return span.start_char, span.end_char


def is_description(phrase: Phrase, story: Story) -> bool:
    """Whether a phrase with "the" is a subject without a name behind it and tells an age, an earlier post or a nationality."""
    doc, post = story.doc, phrase.posts[0]
    head = doc[post.words.start : post.words.end].root
    if (
        doc[phrase.begin].lower_ != "the"
        or head.dep_ not in SUBJECTS
        or any(c.dep_ == "appos" and c.i >= phrase.end for c in head.children)
    ):
        return False
    behind = doc[phrase.end] if phrase.end < len(doc) else None
    relative = behind is not None and behind.text == "," and behind.i + 1 < len(doc) and behind.nbor().lower_ == "who"
    if behind is None or (behind.text in (",", "(") and not relative) or story.mention(behind) is not None:
        return False
    if story.lexicon.title_variants(post.title) in VAGUE:
        return False
    return tells_of_person(post, story) or nation(post, story) or (post.owner is not None and post.owner.named)


def tells_of_person(post: Post, story: Story) -> bool:
    """Whether a post comes with an age or is a former one: "the 38-year-old architect", "the former auditor general"."""
    words = story.doc[post.begin : post.words.start].text.lower()
    return post.status == "former" or all(part in words for part in AGE)


def nation(post: Post, story: Story) -> bool:
    """Whether an adjective of nationality says whose the post is: "the Samoan minister"."""
    owner = post.owner
    first = story.doc[post.words.start].idx
    return owner is not None and owner.start < first and story.lexicon.country_by_demonym(owner.text) is not None


def of_nation(phrase: Phrase, phrases: Iterable[Phrase], story: Story) -> Mention | None:
    """The one person that is named before as a country's, for a head of it: "Chad's Ada Ray ... the Chadian president".

    Only in a story that names another country's head: in others "Italy's Ada Ray" may be a runner.
    """
    post = phrase.posts[0]
    if not nation(post, story) or post.owner is None or story.lexicon.title_variants(post.title) not in HEADS:
        return None
    heads = {p.owner.chain for f in phrases for p in f.posts if p.owner is not None and story.lexicon.title_variants(p.title) in HEADS}
    if len(heads) < 2 or speaks_of_another(phrase, story):
        return None
    country = story.lexicon.country_by_demonym(post.owner.text)
    found = []
    for m in story.mentions:
        span = story.span(m)
        owner = story.mention(story.doc[span.start - 2]) if span.start > 1 and story.doc[span.start - 1].tag_ == "POS" else None
        if m.kind == "Person" and m.end <= post.owner.start and owner is not None and story.lexicon.country(owner.text) == country:
            found.append(m)
    return found[0] if len({m.chain for m in found}) == 1 else None


def may_be_a_local(phrase: Phrase, story: Story) -> bool:
    """Whether the country of a post was a scene before, where others serve it: "Ann Berg flew to Lima. The Peruvian president was ill."

    Not where the sentence goes on with "she", who is then the person told of.
    """
    doc, owner = story.doc, phrase.posts[0].owner
    nation = story.lexicon.country_by_demonym(owner.text) if owner is not None else None
    if nation is None or any(t.tag_ == "PRP" and t.dep_ in SUBJECTS for t in doc[phrase.end : doc[phrase.begin].sent.end]):
        return False
    before = (m for m in story.mentions if m.kind in ("Country", "Place") and m.start < doc[phrase.begin].idx)
    return any(
        story.lexicon.country(m.text) == nation or ((place := story.lexicon.place(m.text)) is not None and place.country == nation.code)
        for m in before
    )


def is_introduced(mention: Mention, story: Story) -> bool:
    """Whether words beside a name say who it is: "the singer X", "X, 53,", "X of Acme"."""
    span = story.span(mention)
    behind = story.doc[span.end] if span.end < len(story.doc) else None
    before = story.doc[span.start - 1] if span.start > span.sent.start else None
    told = behind is not None and (behind.text in (",", "(") or behind.lower_ in ("of", "from"))
    return told or (before is not None and before.pos_ in ("NOUN", "PROPN", "PART") and before.tag_ != "TO")


def speaks_of_another(phrase: Phrase, story: Story) -> bool:
    """Whether "he" stands before a phrase in its sentence, or is whom its verb tells of: "the Iranian minister said she"."""
    doc = story.doc
    head = doc[phrase.posts[0].words.start : phrase.posts[0].words.end].root
    first = doc[phrase.begin].sent.start
    behind = () if head.dep_.endswith(":pass") else doc[phrase.end : doc[phrase.begin].sent.end]
    return any(t.tag_ in ("PRP", "PRP$") for t in doc[first : phrase.begin] if t.lower_ in PERSON_PRONOUNS) or any(
        t.tag_ == "PRP" and t.lower_ in PERSON_PRONOUNS for t in behind
    )


def only_person(phrase: Phrase, story: Story) -> Mention | None:
    """The one person named before a phrase, a subject of the sentence right before, or with nothing named since.

    None where the phrase's own sentence has a name or "he".
    """
    doc = story.doc
    sentences = list(doc.sents)
    here = next(i for i, s in enumerate(sentences) if s.start <= phrase.begin < s.end)
    sure = tells_of_person(phrase.posts[0], story)
    if here == 0 or (not sure and speaks_of_another(phrase, story)):
        return None
    before = [m for m in story.mentions if m.kind == "Person" and m.start < doc[phrase.begin].idx]
    if len({m.chain for m in before}) != 1 or any(m.start >= sentences[here].start_char for m in before):
        return None
    if not sure and any(is_introduced(m, story) for m in before):
        return None
    if any(t.lower_ in ("he", "she") and t.dep_ in SUBJECTS for t in sentences[here - 1]):
        return before[-1]
    near = [m for m in before if m.start >= sentences[max(0, here - REACH)].start_char and is_subject(story, m)]
    if not near:
        return None
    end = story.span(near[-1]).sent.end_char
    others = any(end <= m.start < sentences[here].start_char for m in story.mentions)
    return None if others else near[-1]
