"""What is the network asked about a story, and what becomes of its answers?"""

from __future__ import annotations

from collections.abc import Sequence

from kg.extraction.learned.asked import asked_of
from kg.extraction.learned.contested import contested
from kg.extraction.learned.deals import learned_deals
from kg.extraction.learned.deliveries import learned_deliveries
from kg.extraction.learned.fill import filled
from kg.extraction.learned.owners import open_titles, opened, owned
from kg.extraction.learned.seconded import seconded, things_of
from kg.extraction.learned.silent import silent_systems
from kg.extraction.learned.thing import Network, answered
from kg.extraction.roles import Statement
from kg.extraction.story import Story
from kg.model import Claim


def heard(story: Story, posts: Sequence[Statement], claims: Sequence[Claim], network: Network) -> tuple[list[Statement], list[Claim]]:
    """The posts and claims of the rules, as sure as they are beside the network, and what it knows better or alone.

    It knows some buyers and statuses of deals better, and alone some owners, slots and whole deals.
    """
    unsure = opened(posts, story)
    asked = asked_of(story, unsure, claims)
    titles = open_titles(unsure, asked.spans)
    deals_told, sent = [c for c in claims if c.kind in story.words.deal_kinds], [c for c in claims if c.kind == "Delivery"]
    unbought = silent_systems(story, asked.spans, deals_told) if story.words.deal_verbs else []
    unsent = silent_systems(story, asked.spans, sent) if story.words.delivery_verbs else []
    told = things_of(claims, asked.spans, story)
    things = answered(story, asked, [*titles.values(), *unbought, *unsent, *told.values()], network)
    deals = learned_deals(story, claims, [things[k] for k in unbought if k in things])
    deliveries = learned_deliveries(story, [things[k] for k in unsent if k in things])
    better = list(contested(list(seconded(claims, told, things)), told, things))
    return owned(posts, titles, things, story), [*filled(better, told, things), *deals, *deliveries]
