"""Which statements of one article are about the same post, and what do they say of it together?"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from kg.extraction.chains import fold
from kg.extraction.roles.kinds import kind_of_title
from kg.extraction.roles.statements import CONFIDENCE, Statement
from kg.extraction.story import Story
from kg.lexicon import word_key
from kg.model import Mention

# What the statements of one post say together: the first of these that any of them says.
STATUSES = ("deceasedInOffice", "former", "acting", "elect", "appointed", "current")
ALIKE = 0.5  # share of words that two titles of one person must have in common, one within the other, to be one post


@dataclass(frozen=True, slots=True)
class Group:
    """Statements of one person's one post, in reading order."""

    statements: tuple[Statement, ...]

    @property
    def owner(self) -> Mention | None:
        """The owner that most statements name, the first named one of several."""
        owners = [s.post.owner for s in self.statements if s.post.owner is not None]
        return max(owners, key=lambda o: (sum(o.chain == p.chain for p in owners), o.named, -o.start)) if owners else None

    @property
    def title(self) -> str:
        """The longest title, the first of several of one length in words."""
        best = max(self.statements, key=lambda s: (len(s.post.title.split()), CONFIDENCE.get(s.rule, 0), -s.token))
        return best.post.title

    @property
    def status(self) -> str:
        """What the statements say together, "current" where no word says anything."""
        said = {s.status for s in self.statements}
        if "then" in said:
            said = said - {"then"} if len(said) > 1 else {"former"}
        return next((status for status in STATUSES if status in said), "current")


def grouped(statements: Iterable[Statement], story: Story) -> list[Group]:
    """Statements joined by person, title and owner; a statement without owner goes to the post of the same title that has one."""
    groups: list[list[Statement]] = []
    ordered = sorted(statements, key=lambda s: (s.post.owner is None, s.token))
    for statement in ordered:
        home = next((g for g in groups if any(same_post(statement, other, story) for other in g)), None)
        if home is None:
            groups.append([statement])
        else:
            home.append(statement)
    made = [Group(tuple(sorted(g, key=lambda s: s.token))) for g in groups]
    return sorted(made, key=lambda g: (g.statements[0].token, g.title))


def same_post(left: Statement, right: Statement, story: Story) -> bool:
    """Whether two statements can be of one post: one person, titles alike, no two owners."""
    if left.holder.chain != right.holder.chain or not alike(left.post.title, right.post.title, story):
        return False
    a, b = left.post.owner, right.post.owner
    return a is None or b is None or a.chain == b.chain or within(a, b) or within(b, a)


def within(short: Mention, long: Mention) -> bool:
    """Whether one organization's name ends in the other's: "Quds Force", "Revolutionary Guard Corps-Quds Force"."""
    s, f = fold(short.text).replace("-", " ").split(), fold(long.text).replace("-", " ").split()
    return short.kind == long.kind == "Organization" and len(s) > 1 and f[-len(s) :] == s


def alike(left: str, right: str, story: Story) -> bool:
    """Whether two titles are variants of one: equal in canonical form, or one the other with further words of its field."""
    a, b = title_set(left, story), title_set(right, story)
    if a == b:
        return True
    effects = story.lexicon.title_words.effects
    return (a <= b or b <= a) and len(a & b) >= ALIKE * len(a | b) and not any(effects.get(w) == "part" for w in a ^ b)


def title_set(title: str, story: Story) -> frozenset[str]:
    """The words of a title's canonical form, without articles and prepositions."""
    words = word_key(story.lexicon.title_variants(title)).split()
    return frozenset(w for w in words if w not in ("of", "the", "for", "and", "to", "a"))


def completed(statements: Iterable[Statement], story: Story, *, last: bool = False) -> list[Statement]:
    """Statements whose owner is open, closed by what the article says of the possessor.

    last: all owners are known that will be, so that an organization is taken where there is no country.
    """
    done = list(statements)
    for i, s in enumerate(done):
        if s.post.owner is None and s.post.possessor is not None:
            owner = owner_of(s, [o for o in done if o.holder.chain == s.post.possessor.chain], story)
            if owner is not None and is_public(s, story) and (last or owner.kind != "Organization"):
                done[i] = replace(s, post=replace(s.post, owner=owner))
    return done


def owner_of(statement: Statement, posts: Iterable[Statement], story: Story) -> Mention | None:
    """Whose posts somebody holds to whom another one belongs: the nearest country or place, else the only organization.

    Not the force of a rank, and of former posts the country only. A deputy is one at the same organization.
    """
    owners = [(abs(s.token - statement.token), o) for s in posts for o in [s.post.owner] if o is not None and counts(s, o, story)]
    states = [(d, o) for d, o in owners if o.kind in ("Country", "Place")]
    row, deputy = kind_of_title(statement.post.title, story), statement.post.title.lower().split()[-1] == "deputy"
    serving = row is not None and row.scope != "country" and row.kind != "job"
    bodies = [o for _, o in owners if o.kind == "Organization" and (deputy or serving)]
    if len({o.chain for o in bodies}) == 1 and (deputy or not states):
        return bodies[0]
    return min(states, key=lambda pair: pair[0])[1] if states else None


def counts(statement: Statement, owner: Mention, story: Story) -> bool:
    """Whether the owner of somebody's post may own the posts of that person's staff."""
    row = kind_of_title(statement.post.title, story)
    return owner.kind != "Organization" or (statement.status != "former" and (row is None or row.kind != "military"))


def is_public(statement: Statement, story: Story) -> bool:
    """Whether a post on somebody's staff belongs to the state: not a private lawyer or doctor."""
    row = story.lexicon.title(statement.post.title)
    return row is None or (row.kind != "job" and row.scope != "none")
