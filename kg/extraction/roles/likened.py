"""Which title is meant where a post is said only by another person's ("his Greek counterpart, X", "X succeeds Y")?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from kg.extraction.roles.kinds import kind_of_title
from kg.extraction.roles.merge import alike
from kg.extraction.roles.statements import NATION, PREDECESSOR, Statement
from kg.extraction.story import Story
from kg.model import Mention

STATE = frozenset({"diplomatic", "government", "military", "monarchy"})
NOW = frozenset({"now", "today"})
NEAR = 60  # tokens that the post of a successor may stand from the verb that tells of the predecessor


def likened(statements: Iterable[Statement], story: Story) -> Iterator[Statement]:
    """The statements, with the title taken from the other person where it is said only by reference; dropped where that has none."""
    known = list(statements)
    for s in known:
        if s.like is None:
            yield s
            continue
        model = successors_post(s, known, story) if s.rule == PREDECESSOR else nearest(s, known, story)
        if model is not None and not (s.peer == NATION and not is_of_state(model, story)):
            elsewhere = s.peer not in ("", "same")
            owner = s.post.owner or (other_country(model, story) if elsewhere else model.post.owner)
            post = replace(s.post, title=model.post.title, owner=owner, possessor=model.post.possessor)
            apart = model.post.owner.chain if elsewhere and model.post.owner is not None else None
            yield replace(s, post=post, like=None, apart=apart, assumed=elsewhere and s.post.owner is None and owner is not None)


def nearest(statement: Statement, known: Iterable[Statement], story: Story) -> Statement | None:
    """The statement of the other person's post that stands nearest, one that is not over before others; nobody succeeds to a rank."""
    models = [o for o in known if o.holder.chain == statement.like and o.post.title]
    if statement.rule == "role.succeeds":
        models = [o for o in models if not is_rank(o, story) and not is_new(o, story)]
    elif statement.peer == "same":
        models = [o for o in models if not is_job(o, story)]
    return min(models, key=lambda o: (o.status == "former", o.token > statement.token, abs(o.token - statement.token)), default=None)


def is_new(statement: Statement, story: Story) -> bool:
    """Whether "now" tells a post from the one that is succeeded to: "succeeds X, who now chairs the bank"."""
    return any(t.lower_ in NOW for t in story.doc[max(0, statement.post.begin - 2) : statement.post.words.start])


def other_country(model: Statement, story: Story) -> Mention | None:
    """The one country of a story beside that of a post: whose is the counterpart's."""
    mine = model.post.owner
    others = [m for m in story.mentions if m.kind == "Country" and m.chain != (mine.chain if mine is not None else None)]
    return others[0] if mine is not None and mine.kind == "Country" and len({m.chain for m in others}) == 1 else None


def is_of_state(statement: Statement, story: Story) -> bool:
    """Whether a post is one in a government, a diplomatic or a military one."""
    row = kind_of_title(statement.post.title, story)
    return row is not None and row.kind in STATE


def successors_post(statement: Statement, known: list[Statement], story: Story) -> Statement | None:
    """The post that a successor has near the verb, no rank or seat that many have; None where the predecessor is said to have another."""
    own = [o for o in known if o.holder.chain == statement.holder.chain and o.post.title and not is_shared(o, story)]
    models = [
        o for o in known
        if o.holder.chain == statement.like and o.post.title and not is_shared(o, story)
        and o.status != "former" and abs(o.token - statement.token) <= NEAR
    ]  # fmt: skip
    model = min(models, key=lambda o: abs(o.token - statement.token), default=None)
    if model is None or (own and not any(alike(o.post.title, model.post.title, story) for o in own)):
        return None
    return model


def is_rank(statement: Statement, story: Story) -> bool:
    """Whether a post is a military rank."""
    row = kind_of_title(statement.post.title, story)
    return row is not None and row.kind == "military"


def is_job(statement: Statement, story: Story) -> bool:
    """Whether a post is a calling of one's own, in which nobody has a predecessor: "an economist"."""
    row = kind_of_title(statement.post.title, story)
    return row is not None and row.kind in ("academic", "job") and row.scope != "organization"


def is_shared(statement: Statement, story: Story) -> bool:
    """Whether a post is a rank, a seat or a job that many hold at a time."""
    row = kind_of_title(statement.post.title, story)
    return row is None or row.kind in ("academic", "job", "legislature", "media", "military")
