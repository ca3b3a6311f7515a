"""Whose a post is when its phrase only points to the owner: "the carrier's fleet director", "its founder", "his deputy"."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.model import Extraction, Mention

CALLED = [
    # by a word of a name, though another stands nearer
    ("Verano Air ordered jets from Boeing. Money comes from Orion Bank. The airline's finance chief, Karl Holm, spoke.", "Verano Air"),
    ("The Court of Accounts found that Peru had paid. The court's president, Karl Holm, spoke.", "Court of Accounts"),
    ("The Kestrel Group met Vitava. Verano Holdings met it too. It is late, says Karl Holm, the group's chairman.", "Kestrel Group"),
    ("Kestrel Corp. paid. Its chief is Ola Lund, once head of Vitava Resources, and its chair is Karl Holm.", "Kestrel Corp."),
    # by what describes it
    ("Fjordfisk bought Danish dairy group Vestmejeri. The dairy's finance chief, Karl Holm, spoke.", "Vestmejeri"),
    # by country and kind: an officer of a company is no country's
    (
        "Monte Rosa Assicurazioni wants Kestrel. The Italian insurer's chairman, Karl Holm, spoke.",
        "Monte Rosa Assicurazioni",
    ),
    ("Kestrel Rail of Denmark is merging with Verano Rail of Norway. The Danish railway's chairman, Karl Holm, spoke.", "Kestrel Rail"),
    # by its part in the deal
    ("Dutch drone maker Verano received a takeover bid from Kestrel Foods. The suitor's chairman, Karl Holm, spoke.", "Kestrel Foods"),
    # by its members or its task
    ("Peru's Verano Group said no. Karl Holm, secretary of the oilseed workers' union, danced.", "oilseed workers' union"),
    ("A report went before the defence committee. The committee's chairman, Karl Holm, asked why.", "defence committee"),
    # "its": what the clause before is about
    ("The loser is Kestrel Yards of Germany, which had bid against Verano. Its chief executive, Karl Holm, spoke.", "Kestrel Yards"),
    ("Verano Motors leads. It has reserved berths at Kestrel Yards. Karl Holm, its chartering manager, spoke.", "Verano Motors"),
    # a commentator's employer is not what the story is about
    (
        'Shares in Verano Motors rose on Friday. "They build well," said Ada Berg, an analyst at Kestrel Securities. '
        "Karl Holm, the group's president, has a target.",
        "Verano Motors",
    ),
    # named before, not one of the kind that is named later
    (
        "The Mauritshuis has bought a painting. Karl Holm, the museum's director, spoke. It once hung in the Dordrechts Museum.",
        "Mauritshuis",
    ),
    # the deputy of who serves an organization only
    ("Ann Berg, secretary general of the World Food Council, was ill. Her deputy, Karl Holm, spoke.", "World Food Council"),
]
OPEN = [
    # nothing is known of it, so nobody else's
    "In Peru, Verano Group said no. The festival's director, Karl Holm, said yes.",
    "The frigate's captain, Karl Holm, sailed to Peru.",
    # a whole of which the firms named are at best parts
    "Nammo delivered the shells. Karl Holm, director general of the force, said that Nammo was late.",
    # several are called so
    "Verano Airways and Kestrel Airlines spoke. The airline's chairman, Karl Holm, spoke.",
    # the only other is of another kind
    "Orion Bank spoke. The airline's chairman, Karl Holm, spoke.",
]


@pytest.mark.parametrize(("text", "owner"), CALLED)
def test_a_reference_finds_its_owner(extracted: Callable[..., Extraction], text: str, owner: str) -> None:
    assert owners_of_holm(extracted(text)) == {owner}


@pytest.mark.parametrize("text", OPEN)
def test_a_reference_to_what_is_not_named_leaves_the_owner_open(extracted: Callable[..., Extraction], text: str) -> None:
    assert owners_of_holm(extracted(text)) == set()


def owners_of_holm(found: Extraction) -> set[str]:
    """The owners of Karl Holm's posts, by the name that the story gives them first."""
    posts = [
        c for c in found.claims if c.kind == "RoleHolding" and "Karl Holm" in [m.text for m in c.values("holder") if isinstance(m, Mention)]
    ]
    assert posts
    named = {m.chain: m.text for m in reversed(found.mentions) if m.named}
    return {named.get(m.chain, m.text) for c in posts for m in c.values("of") if isinstance(m, Mention)}
