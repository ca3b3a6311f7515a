"""What is the network asked about a story, and what becomes of its answers?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kg.extraction.learned.asked import asked_of
from kg.extraction.learned.deals import SURE_OF_DEAL, learned_deals
from kg.extraction.learned.deliveries import SURE_OF_DELIVERY, learned_deliveries
from kg.extraction.learned.fill import filled, told_things
from kg.extraction.learned.owners import open_titles, owned
from kg.extraction.learned.silent import Told, things
from kg.extraction.learned.thing import Network
from kg.extraction.story import Story, claim_order
from kg.model import Claim


def heard(story: Story, claims: Sequence[Claim], network: Network) -> list[Claim]:
    """The claims of the rules with what the network knows better or alone, in reading order."""
    asked = asked_of(story, claims, ())
    known = dict(things(story, asked.spans)) if story.words.deal_verbs else {}
    deals_told = Told.by([c for c in claims if c.kind in story.words.deal_kinds])
    sent = Told.by([c for c in claims if c.kind == "Delivery"])
    unbought = {k: m for k, m in known.items() if asked.spans[k][2] in SURE_OF_DEAL and not deals_told.covers(m)}
    unsent = {k: m for k, m in known.items() if asked.spans[k][2] in SURE_OF_DELIVERY and not sent.covers(m)}
    titles = open_titles(claims, asked.spans, story)
    told = told_things(claims, asked, story)
    asked = replace(asked, things=tuple(sorted({*unbought, *unsent, *titles.values(), *told.values()})))
    answers = network.answers(story.doc, asked)
    deals = learned_deals(story, claims, unbought, answers, asked)
    deliveries = learned_deliveries(story, unsent, answers, asked)
    better = owned(list(filled(claims, told, answers, asked, story)), titles, answers, asked, story)
    return sorted([*better, *deals, *deliveries], key=claim_order)
