"""What are goods called that a story first tells by their class ("will buy 48 howitzers ... The K9 guns are to arrive in May")?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Span

from kg.extraction.chains import singular
from kg.extraction.frames.drafts import Draft
from kg.extraction.goods.unnamed import GENERIC
from kg.extraction.references import covers, is_definite, nouns_of
from kg.extraction.story import Story
from kg.extraction.subjects import is_subject
from kg.extraction.syntax import SUBJECTS, base
from kg.model import Mention

# How many sentences after a deal the name of its goods is looked for.
NEXT = 2


def name_later(draft: Draft, story: Story) -> None:
    """Give goods without a name the one that a later sentence takes up with "the"; only where the deal counts one kind of goods."""
    if draft.kind == "Delivery" or len(draft.goods) != 1 or draft.acquisition:
        return
    system = draft.goods[0].system
    if system is None or draft.goods[0].quantity is None or system.chain < GENERIC or system.kind != "System":
        return
    noun = singular(system.text.split()[-1].lower())
    found = {m.chain: m for m in taken_up(draft, story) if fits(m, noun, story)}
    if len(found) == 1:
        (chain,) = found
        draft.goods = [replace(draft.goods[0], system=replace(system, chain=chain, named=False))]


def taken_up(draft: Draft, story: Story) -> Iterator[Mention]:
    """Systems that are subjects with "the" in the sentences right after a deal ("The HK9 guns are")."""
    after = [s for s in story.doc.sents if s.start >= draft.sentence.end][:NEXT]
    for m in story.mentions:
        span = story.span(m)
        if m.kind == "System" and any(holds(s, span) for s in after) and opens(span) and (is_subject(story, m) or modifies_subject(span)):
            yield m


def holds(sentence: Span, span: Span) -> bool:
    """Whether a span lies in a sentence."""
    return bool(sentence.start <= span.start and span.end <= sentence.end)


def opens(span: Span) -> bool:
    """Whether "the" stands before a name or before the noun it modifies."""
    return is_definite(span.root) or is_definite(span.root.head)


def modifies_subject(span: Span) -> bool:
    """Whether a name stands before the noun that is the subject ("the K9 guns are")."""
    return base(span.root.dep_) == "compound" and span.root.head.dep_ in SUBJECTS


def fits(system: Mention, noun: str, story: Story) -> bool:
    """Whether a named system may be goods of this noun: by the nouns it is called, or as the only system of the story."""
    called = nouns_of(system, story)
    if not called:
        return len({m.chain for m in story.mentions if m.kind == "System"}) == 1
    return noun in called or covers(noun, called, story) or any(covers(c, {noun}, story) for c in called)
