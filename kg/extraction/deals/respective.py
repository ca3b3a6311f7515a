"""What goes with what where several are told in one order ("Chad and Niger ordered five and four jets respectively")?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from kg.extraction.frames.drafts import Draft
from kg.extraction.goods.counts import bare_number
from kg.extraction.goods.goods import Goods
from kg.extraction.story import Story
from kg.extraction.syntax import children, conjuncts

RESPECTIVELY = "respectively"


def with_respective(drafts: list[Draft], story: Story) -> Iterator[Draft]:
    """The drafts; one whose parties, counts and prices are told in the same order becomes one for each."""
    for draft in drafts:
        parts = goods_told(draft, story) if any(t.lower_ == RESPECTIVELY for t in draft.sentence) else []
        count = len(parts)
        sides = [s for s in ("buyer", "seller") if len(getattr(draft, s)) == count > 1]
        priced = len(draft.amounts) == count > 1
        if not sides and not priced:
            yield draft
            continue
        for i, part in enumerate(parts):
            one = replace(draft, goods=[part], inner=list(draft.inner))
            for side in sides:
                setattr(one, side, [getattr(draft, side)[i]])
            if priced:
                one.amounts, one.value = [draft.amounts[i]], [draft.amounts[i][1]]
            yield one


def goods_told(draft: Draft, story: Story) -> list[Goods]:
    """The goods of a draft one by one, also where only their counts are several ("five and four jets")."""
    if len(draft.goods) != 1 or draft.goods[0].system is None:
        return draft.goods
    noun = noun_of(story.span(draft.goods[0].system).root)
    numbers = [n for c in children(noun, "nummod")[:1] for n in conjuncts(c)]
    counts = [bare_number(n, story) for n in numbers]
    return [replace(draft.goods[0], quantity=c) for c in counts] if len(counts) > 1 and None not in counts else []


def noun_of(root: Token) -> Token:
    """The noun that a name of goods stands before ("Boxer vehicles"), or the name itself."""
    return root.head if root.dep_ in ("compound", "amod") else root
