"""How often is right what the network says, alone or beside the rules? Judged on texts that it has not seen."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extraction.confidence import family_of, weighed
from kg.extraction.extract import event_claims
from kg.extraction.learned.asked import asked_of
from kg.extraction.learned.pairs import FACT, pairs
from kg.extraction.learned.seconded import signs, things_of
from kg.extraction.learned.silent import silent_systems
from kg.extraction.learned.thing import Network, answered
from kg.extraction.roles import stated_posts
from kg.extraction.story import Story, arguments
from kg.model import Claim
from kg.training.confidence import Judged
from kg.training.judged import Names, is_right, just_this
from kg.training.labels import Facts


def of_story(story: Story, facts: Facts, network: Network, names: Names = just_this) -> Iterator[Judged]:
    """The rules' deals and deliveries of which the network is asked in one story, and the deals that it alone may mean."""
    claims = weighed(event_claims(story), story)
    asked = asked_of(story, stated_posts(story), claims)
    told = things_of(claims, asked.spans, story)
    silent = silent_systems(story, asked.spans, [c for c in claims if c.kind in story.words.deal_kinds])
    things = answered(story, asked, [*silent, *told.values()], network)

    def judged(fact: str, read: dict[str, float], claim: Claim) -> Judged:
        return Judged(str(facts["id"]), fact, read, is_right(claim, facts, story, names))

    for n, thing in told.items():
        if thing in things:
            yield judged(family_of(claims[n], story), signs(claims[n], things[thing]), claims[n])
    for pair in pairs([things[k] for k in silent if k in things], story.lexicon):
        evidence = story.evidence(pair.thing.span.sent, FACT, pair.chance)
        yield judged(FACT, dict(pair.signs), Claim("Purchase", arguments(buyer=pair.buyer, system=pair.thing.mention), evidence))
