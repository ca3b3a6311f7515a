"""Of which institute is a scholar, of which ministry a minister, by what was named just before."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.model import Extraction, Mention

NEAR = [
    ('"Fewer," say figures compiled by the Nordhavn Institute. "It falls," said Karl Holm, a senior researcher.', "Nordhavn Institute"),
    ("At the Nordhavn Institute for Arms Studies, research fellow Karl Holm counted jets.", "Nordhavn Institute for Arms Studies"),
    ("Iraq's Ministry of Electricity signed for turbines. Karl Holm, the minister, spoke of the price.", "Ministry of Electricity"),
    (
        "Mexico's Secretariat of the Navy has dropped plans. The news came from Karl Holm, who has been the secretary since October.",
        "Secretariat of the Navy",
    ),
    # a form of address, another ministry, two of them: the country's
    ("Iraq's Ministry of Electricity signed for turbines. Minister Karl Holm spoke of the price.", "Iraq"),
    ("Iraq's Ministry of Electricity signed for turbines. Karl Holm, the defence minister, spoke of the price.", "Iraq"),
    ("Iraq's Ministry of Electricity met the Ministry of Oil. Karl Holm, the minister, spoke of the price.", "Iraq"),
]
OPEN = [
    "The Nordhavn Institute counted jets. Karl Holm, a researcher in Belgrade, doubts it.",
    "The Nordhavn Institute and Verano University counted jets. Karl Holm, a researcher, doubts it.",
    "Verano Motors sold jets. Karl Holm, a researcher, doubts it.",
]
TEAM = "Engineers from Qatar cleared the airport. The team of 60 uses flails made by Kestrel Robotics. Karl Holm, its leader, spoke."


@pytest.mark.parametrize(("text", "owner"), NEAR)
def test_a_post_is_of_the_body_just_named(extracted: Callable[..., Extraction], text: str, owner: str) -> None:
    assert owners_of(extracted(text)) == [owner]


@pytest.mark.parametrize("text", OPEN)
def test_a_post_is_of_nobody_that_the_story_does_not_tell(extracted: Callable[..., Extraction], text: str) -> None:
    assert owners_of(extracted(text)) == [""]


def test_the_leader_of_a_team_without_a_name_is_no_firms(extracted: Callable[..., Extraction]) -> None:
    assert "Kestrel Robotics" not in owners_of(extracted(TEAM))


def owners_of(found: Extraction) -> list[str]:
    """The owner of each post of Karl Holm, "" for none."""
    posts = [c for c in found.claims if c.kind == "RoleHolding" and any(getattr(m, "text", "") == "Karl Holm" for m in c.values("holder"))]
    return [next((m.text for m in c.values("of") if isinstance(m, Mention)), "") for c in posts]
