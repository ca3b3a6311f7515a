"""Which posts does an article say that people hold, held or will hold?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kg.extraction.attribution import attributed_to
from kg.extraction.roles.anaphora import described_posts
from kg.extraction.roles.assumed import Chooser
from kg.extraction.roles.bracketed import with_field
from kg.extraction.roles.clauses import clause_posts
from kg.extraction.roles.context import placed
from kg.extraction.roles.dates import dated
from kg.extraction.roles.endings import ended
from kg.extraction.roles.hedges import CLAUSAL, hedged
from kg.extraction.roles.likened import likened
from kg.extraction.roles.lists import counterparts, listed_posts
from kg.extraction.roles.merge import Group, completed, grouped
from kg.extraction.roles.names import named_posts
from kg.extraction.roles.phrases import post_phrases
from kg.extraction.roles.statements import ASSUMED, CONFIDENCE, Statement
from kg.extraction.roles.states import country
from kg.extraction.roles.units import units_of
from kg.extraction.story import Story, arguments
from kg.extraction.syntax import sentence_of
from kg.model import Claim


def stated_posts(story: Story, choose: Chooser = country) -> list[Statement]:
    """What the rules read of posts: who holds which, whose it is, where a reader knows, and since or until when.

    choose: the country of a public post whose phrase does not say it.
    """
    phrases = post_phrases(story)
    units = units_of(story, phrases)
    found = [*named_posts(story, phrases, units), *listed_posts(story, phrases, units), *counterparts(story, units)]
    found = [*found, *clause_posts(story, phrases, units)]
    found = [*found, *described_posts(found, phrases, story)]
    told = [hedged(dated(with_field(s, story), story), story) for s in likened(found, story)]
    found = [s for s in told if s is not None]
    return placed(completed(found, story), phrases, story, choose)


def role_claims(statements: Iterable[Statement], story: Story) -> Iterator[Claim]:
    """RoleHolding claims, each with its sentence: holder, title, of (where a reader knows), status, start and end.

    Every sentence that states a post gives a claim; claims of one post agree in title, owner and status.
    """
    for group in ended(grouped(statements, story), story):
        yield from claims_of(group, story)


def claims_of(group: Group, story: Story) -> Iterator[Claim]:
    """A claim for each sentence that states the post."""
    seen: set[int] = set()
    for s in group.statements:
        sentence = sentence_of(story.doc[s.token])
        if sentence.start in seen:
            continue
        seen.add(sentence.start)
        yield claim(group, s, story)


def claim(group: Group, statement: Statement, story: Story) -> Claim:
    """The claim of one statement in the terms its group agreed on."""
    slots = arguments(
        holder=statement.holder,
        title=group.title,
        of=group.owner,
        status=group.status,
        start=statement.start,
        end=statement.end,
        hedge=statement.hedge or None,
        attributedTo=attributed_to(story.doc[statement.token], story, naming=not statement.rule.startswith(CLAUSAL)),
    )
    confidence = CONFIDENCE[statement.rule] * (ASSUMED if all(s.assumed for s in group.statements) else 1.0)
    evidence = story.evidence(sentence_of(story.doc[statement.token]), statement.rule, confidence)
    return Claim("RoleHolding", slots, evidence)
