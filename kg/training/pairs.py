"""How often is it right that a party buys a system of which the network says so? Judged on texts that it has not seen."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kg.extraction.extract import event_claims
from kg.extraction.learned.asked import asked_of
from kg.extraction.learned.pairs import pairs
from kg.extraction.learned.silent import silent_systems
from kg.extraction.learned.thing import Network, Thing
from kg.extraction.roles import stated_posts
from kg.extraction.story import Story, arguments
from kg.model import Claim
from kg.training.confidence import Judged
from kg.training.judged import Names, is_right, just_this
from kg.training.labels import Facts

FACT = "learned deal"  # by this name the table has them


def of_story(story: Story, facts: Facts, network: Network, names: Names = just_this) -> Iterator[Judged]:
    """The systems and buyers that the network may mean in one story, of systems of which rules tell no deal."""
    posts, claims = stated_posts(story), event_claims(story)
    asked = asked_of(story, posts, claims)
    silent = silent_systems(story, asked.spans, [c for c in claims if c.kind in story.words.deal_kinds])
    answers = network.answers(story.doc, replace(asked, things=tuple(silent)))
    for pair in pairs([Thing(k, answer, asked, story) for k, answer in answers.items()], story.lexicon):
        evidence = story.evidence(pair.thing.span.sent, FACT, pair.chance)
        claim = Claim("Purchase", arguments(buyer=pair.buyer, system=pair.thing.mention), evidence)
        yield Judged(str(facts["id"]), FACT, pair.signs, is_right(claim, facts, story, names))
