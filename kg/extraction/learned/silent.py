"""Of which named systems have the rules told no deal, or no delivery?"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kg.extraction.chains import fold
from kg.extraction.learned.asked import Span
from kg.extraction.story import Story
from kg.model import Claim, Mention


def silent_systems(story: Story, spans: Sequence[Span], claims: Iterable[Claim]) -> list[int]:
    """Numbers of the spans of named systems that are in none of the claims, nor anything of a like name ("CH-47F", "CH-47F Block II").

    Only named systems are asked about: of goods without a name and of companies the network's answers were no surer than a guess. A letter
    ("the E model", "the A and B variants") names no system: it is one told of under its full name.
    """
    told = [s for c in claims for s in c.values("system") if isinstance(s, Mention)]
    chains, names = {s.chain for s in told}, [fold(s.text) for s in told if s.named]
    untold = [m for m in story.mentions if m.kind == "System" and m.chain not in chains and len(fold(m.text)) > 1]
    silent = [m for m in untold if not any(fold(m.text).startswith(n) or n.startswith(fold(m.text)) for n in names)]
    where = {(span.start, span.end) for span in map(story.span, silent)}
    return [k for k, (start, end, kind, _) in enumerate(spans) if kind == "System" and (start, end) in where]
