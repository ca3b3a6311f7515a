"""Which verbs put people into posts, keep them there or take them out of them?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kg.lexicon import Lexicon, PostVerb

LINKS = {"body": "of"}  # how a function of the frame is called here, where it is not called the same


@dataclass(frozen=True, slots=True)
class RoleVerb:
    """A verb of the frame of role holdings as the clauses ask for it: on which side the holder stands and how the post is said."""

    lemma: str
    particle: str
    holder: str
    links: frozenset[str]
    status: str
    future: str = ""
    title: str = ""
    clause: str = "any"
    other: str = ""
    past: str = ""
    present: str = ""


def role_verbs(lexicon: Lexicon) -> Mapping[str, tuple[RoleVerb, ...]]:
    """The verbs that name a post, by lemma, those with a particle first."""
    found: dict[str, tuple[RoleVerb, ...]] = {}
    for row in sorted(post_verbs(lexicon), key=lambda r: not r.particle):
        if not row.ends:
            links = frozenset(LINKS.get(f, f) for f, property in row.roles.items() if property != "holder")
            own = (row.lemma, row.particle, holder_of(row), links, row.status, row.future, row.title, row.clause, row.other)
            verb = RoleVerb(*own, past=row.past, present=row.present)
            found[row.lemma] = (*found.get(row.lemma, ()), verb)
    return found


def post_verbs(lexicon: Lexicon) -> Iterator[PostVerb]:
    """All rows of the frame of role holdings."""
    return (row for frame in lexicon.frames for row in frame.posts)


def holder_of(row: PostVerb) -> str:
    """Where the holder stands in the active voice: "subject" or "object"."""
    return next(function for function, property in row.roles.items() if property == "holder")
