"""What is known of one thing when it is compared with another?"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from kg.resolution.names import Form
from kg.resolution.nodes import NodeKey

Post = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Profile:
    """One or several nodes taken for one thing.

    form: normal form of its fullest name, by which identical names are joined without comparison. forms: all normal forms.
    written: that name as written. posts: (canonical title, identity of country or organization, "" where open).
    company: names of other things told of in the same articles; a weak sign of one story.
    local: the form holds the article's id, because the name alone says too little to leave it.
    """

    key: NodeKey
    nodes: tuple[NodeKey, ...]
    form: Form
    forms: frozenset[Form]
    written: str
    posts: frozenset[Post] = frozenset()
    company: frozenset[str] = frozenset()
    local: bool = False

    @property
    def articles(self) -> frozenset[str]:
        """Ids of the articles that tell of it."""
        return frozenset(key[0] for key in self.nodes)


def combined(profiles: Iterable[Profile], fullness: Callable[[Form], int] = len) -> Profile:
    """Several profiles as one. fullness: how much a form says; the fullest, then the most frequent, then the first becomes its form."""
    parts = sorted(profiles, key=lambda p: p.key)
    if len(parts) == 1:
        return parts[0]
    votes: dict[Form, int] = {}
    for part in parts:
        votes[part.form] = votes.get(part.form, 0) + len(part.nodes)
    form = min(votes, key=lambda f: (-fullness(f), -votes[f], f))
    return Profile(
        key=parts[0].key,
        nodes=tuple(sorted({n for p in parts for n in p.nodes})),
        form=form,
        forms=frozenset().union(*(p.forms for p in parts)),
        written=next(p.written for p in parts if p.form == form),
        posts=frozenset().union(*(p.posts for p in parts)),
        company=frozenset().union(*(p.company for p in parts)),
        local=all(p.local for p in parts),
    )
