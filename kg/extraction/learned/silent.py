"""Of which things that may be bought or delivered have the rules told no deal, or no delivery?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.extraction.chains import fold
from kg.extraction.goods.goods import one_of
from kg.extraction.learned.asked import Span
from kg.extraction.story import Story
from kg.model import Claim, Mention


@dataclass(frozen=True)
class Told:
    """What claims tell of. chains: of systems; names: folded; places: characters."""

    chains: frozenset[int]
    names: tuple[str, ...]
    places: tuple[tuple[int, int], ...]

    @classmethod
    def by(cls, claims: Sequence[Claim]) -> Told:
        """All systems of some claims."""
        systems = [s for c in claims for s in c.values("system") if isinstance(s, Mention)]
        named = tuple(fold(s.text) for s in systems if s.named)
        return cls(frozenset(s.chain for s in systems), named, tuple((s.start, s.end) for s in systems))

    def covers(self, mention: Mention) -> bool:
        """Whether a claim is about this, or about something of a like name ("CH-47F", "CH-47F Block II")."""
        text = fold(mention.text)
        return (
            mention.chain in self.chains
            or any(start < mention.end and mention.start < end for start, end in self.places)
            or any(text.startswith(name) or name.startswith(text) for name in self.names if name)
        )


def things(story: Story, spans: Sequence[Span]) -> Iterator[tuple[int, Mention]]:
    """The spans that may be bought or delivered, by number: named systems, named organizations, and goods of a class that is known."""
    starts = {(m.start, m.chain): m for m in story.mentions}
    for number, (start, end, kind, chain) in enumerate(spans):
        token = story.doc[end - 1]
        if kind in ("System", "Organization"):
            found = starts.get((story.doc[start].idx, chain))
            if found is not None:
                yield number, found
        elif kind == "goods" and token.pos_ == "NOUN" and not token.dep_.startswith("compound"):
            goods = one_of(token, story)
            system = None if goods is None or goods.is_company else goods.system
            if system is not None and system.start <= token.idx < system.end:
                yield number, system
