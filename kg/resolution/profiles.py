"""What is known of one thing when it is compared with another?"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from kg.resolution.judging import Comparison, Finding
from kg.resolution.names import Form
from kg.resolution.nodes import NodeKey

Post = tuple[str, str]
NOTHING: frozenset[str] = frozenset()
MANY_ARTICLES = 50  # of each side are looked at; who is in more is known well enough


def sign(kind: str, form: Form) -> str:
    """A name as it stands among the telling names of an article."""
    return f"{kind}:{' '.join(form)}"


@dataclass(frozen=True)
class Profile:
    """One or several nodes taken for one thing.

    form: normal form of its fullest name, by which identical names are joined without comparison. forms: all normal forms.
    written: that name as written. posts: (canonical title, identity of country or organization, "" where open).
    local: the form holds the article's id, because the name alone says too little to leave it.
    known: plain names of the user's known entities that it is.
    """

    key: NodeKey
    kind: str
    nodes: tuple[NodeKey, ...]
    form: Form
    forms: frozenset[Form]
    written: str
    posts: frozenset[Post] = frozenset()
    local: bool = False
    known: frozenset[str] = frozenset()

    @cached_property
    def signs(self) -> frozenset[str]:
        """How its own names would stand among the names of an article."""
        return frozenset(sign(self.kind, form) for form in self.forms)

    @cached_property
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
        kind=parts[0].kind,
        nodes=tuple(sorted({n for p in parts for n in p.nodes})),
        form=form,
        forms=frozenset().union(*(p.forms for p in parts)),
        written=next(p.written for p in parts if p.form == form),
        posts=frozenset().union(*(p.posts for p in parts)),
        local=all(p.local for p in parts),
        known=frozenset().union(*(p.known for p in parts)),
    )


def same_story(company: Mapping[str, frozenset[str]]) -> Comparison[Profile]:
    """A comparison: an article of one and an article of the other speak of the same others; a weak sign.

    company: article to the telling names in it.
    """

    around: dict[tuple[NodeKey, int], tuple[tuple[str, ...], frozenset[str]]] = {}  # by first node and number of nodes

    def seen(p: Profile) -> tuple[tuple[str, ...], frozenset[str]]:
        """The articles to look at, and all names in them."""
        key = (p.key, len(p.nodes))
        if key not in around:
            looked_at = tuple(sorted(p.articles)[:MANY_ARTICLES])
            around[key] = (looked_at, frozenset().union(*(company.get(x, NOTHING) for x in looked_at)))
        return around[key]

    def same_others(a: Profile, b: Profile) -> Finding | None:
        (ours, our_names), (theirs, their_names) = seen(a), seen(b)
        own = a.signs | b.signs
        if len((our_names & their_names) - own) < 2:
            return None
        apart = [(x, y) for x in ours for y in theirs if x != y]
        shared = max((len((company.get(x, NOTHING) & company.get(y, NOTHING)) - own) for x, y in apart), default=0)
        if shared < 2:
            return None
        return Finding(1.0 if shared > 2 else 0.75, f"their articles share {shared} other names", support=True)

    return same_others
