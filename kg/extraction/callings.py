"""On which side does a company stand by what it does ("the shipowner Danaos", "Kenya Airways", "the train maker Stadler")?"""

from __future__ import annotations

from kg.extraction.chains import singular
from kg.extraction.story import Story
from kg.extraction.syntax import children
from kg.model import Mention

BUYING = frozenset({"buyer", "public"})


def by_calling(parties: list[Mention], story: Story) -> tuple[list[Mention], list[Mention]]:
    """Two companies told apart as (buyers, sellers) where the words of one say what it does; empty lists where nothing does, or both alike.

    "PLN signed an agreement with Wartsila" stays open, "the utility PLN signed an agreement with Wartsila" does not.
    """
    if len(parties) != 2:
        return [], []
    first, second = (calling(p, story) for p in parties)
    if first == second:
        return [], []
    buys_first = first in BUYING or second == "seller"
    return (parties[:1], parties[1:]) if buys_first else (parties[1:], parties[:1])


def calling(party: Mention, story: Story) -> str:
    """ "buyer", "seller" or "public" by the words of a company's names and of what describes it anywhere in the story.

    "" for nothing or several.
    """
    words: list[str] = []
    for mention in [party, *(m for m in story.chain(party.chain) if m.start != party.start)]:
        span = story.span(mention)
        words += [t.lower_ for t in span]
        for t in (span.root, span.root.head if span.root.dep_ in ("appos", "flat", "nmod:desc") else span.root):
            words += [t.lower_, *(c.lower_ for c in children(t, "nmod:desc", "appos", "compound", "flat"))]
    sides = {story.words.deal_sides[s] for w in words if (s := singular(w)) in story.words.deal_sides}
    return next(iter(sides)) if len(sides) == 1 else ""
