"""Which facts does a story state of the types that are described by a frame alone (sanctions, test firings, whatever a user adds)?

Deals, deliveries and role holdings have frames too, but also code that knows how they are told over several sentences.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.extraction.attribution import attributed_to
from kg.extraction.frames.amounts import place_values
from kg.extraction.frames.anchors import drafts
from kg.extraction.frames.drafts import Draft
from kg.extraction.frames.joining import joined
from kg.extraction.story import Story, arguments
from kg.lexicon import Frame
from kg.model import Claim, Value
from kg.values import Date, Money

DONE = "signed"  # what the engine calls the status of what has happened
MONEY = frozenset({"MonetaryValue"})
DATES = frozenset({"xsd:date", "xsd:gYear", "xsd:gYearMonth"})


def frame_claims(story: Story) -> Iterator[Claim]:
    """The claims of every frame that stands for itself, each frame read without regard to the others."""
    for frame in story.lexicon.frames:
        if frame.needs:
            yield from claims_of(frame, replace(story, words=story.words.of_frame(frame)))


def claims_of(frame: Frame, story: Story) -> Iterator[Claim]:
    """The claims of one frame, in reading order."""
    found = joined(drafts(story), story)
    place_values(found, story)
    for draft in found:
        status = frame.steps.get(draft.status, "")
        stated = bool(status) or (not frame.steps and draft.status == DONE)
        if stated and all(draft.others.get(p) for p in frame.needs):
            yield claim(draft, status, frame, story)


def claim(draft: Draft, status: str, frame: Frame, story: Story) -> Claim:
    """A draft as a claim: its slots, and its date and money where the fact type has a property for them."""
    slots = arguments(**{p: draft.others.get(p, ()) for p in sorted(frame.slots)})
    values = {**slot_for(frame, DATES, draft.date), **slot_for(frame, MONEY, draft.value)}
    said = arguments(**values, status=status or None, hedge=draft.hedge or None, attributedTo=attributed_to(draft.anchor, story))
    return Claim(frame.fact, slots + said, story.evidence(draft.sentence, draft.rule, draft.confidence))


def slot_for(frame: Frame, ranges: frozenset[str], value: Date | Sequence[Money] | None) -> dict[str, Value | Sequence[Value] | None]:
    """The value under the property of the fact type that takes it, the ontology's own (hasDate, hasValue) before others."""
    fitting = sorted((p for p, r in frame.slots.items() if r & ranges), key=lambda p: (p not in ("hasDate", "hasValue"), p))
    return {fitting[0]: value} if fitting and value else {}
