"""Which systems does a plural mean that stands for several names ("Stinger and Javelin missiles ... sent thousands of the missiles")?"""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Token

from kg.extraction.chains import singular
from kg.extraction.deals.taken_up import head_of, is_whole
from kg.extraction.frames.drafts import Draft
from kg.extraction.goods.unnamed import GENERIC
from kg.extraction.references import is_one_of
from kg.extraction.story import Story
from kg.extraction.syntax import conjuncts, first_conjunct
from kg.model import Mention


def mean_together(draft: Draft, story: Story) -> None:
    """Let "the missiles" of a delivery be all those that were named together last, where no count tells that it is one kind of them."""
    system = draft.systems[0] if draft.kind == "Delivery" and len(draft.goods) == 1 and draft.systems else None
    if system is None or system.named or system.chain >= GENERIC or draft.goods[0].quantity is not None:
        return
    noun = head_of(system, story)
    if not is_whole(noun):
        return
    before = [m for m in story.chain(system.chain) if m.named and m.start < system.start]
    beside = coordinated(before[-1], story) if before else []
    others = [m for m in beside if m.chain != system.chain and is_one_of(m, singular(noun.lower_), story)]
    draft.goods += [replace(draft.goods[0], system=replace(system, chain=m.chain)) for m in others]


def coordinated(system: Mention, story: Story) -> list[Mention]:
    """The systems that a name is coordinated with, itself included: "the Stinger and the Javelin"."""
    root: Token = story.span(system).root
    named = [m for t in conjuncts(first_conjunct(root)) if (m := story.mention(t)) is not None]
    return named if all(m.kind == "System" and m.chain < GENERIC for m in named) else []
