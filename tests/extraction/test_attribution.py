"""Who is quoted for a deal, a delivery or a post; nobody where the article says it itself."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.model import Extraction, Mention

BOUGHT = "Norway had ordered 12 Gripen jets from Saab"
ORDERED = "Norway has ordered 12 Gripen jets from Saab"

# (text, speakers of its deals and deliveries, by the name their chain has in the text)
SPOKEN = [
    (f"{ORDERED}, Defence Minister Jon Berg said.", ["Jon Berg"]),
    (f"Defence Minister Jon Berg said on Monday that {BOUGHT}.", ["Jon Berg"]),
    (f"Jon Berg told Reuters that {BOUGHT}.", ["Jon Berg"]),
    (f"According to Defence Minister Jon Berg, {ORDERED}.", ["Jon Berg"]),
    (f"{ORDERED}, according to the Swedish defence ministry.", ["Swedish"]),
    (f"{ORDERED}, according to a report by Reuters.", ["Reuters"]),
    (f"Jon Berg was quoted by Reuters as saying that {BOUGHT}.", ["Jon Berg"]),
    (f"Reuters quoted Jon Berg as saying {BOUGHT}.", ["Jon Berg"]),
    (f"Saab is proud. The company said in a statement that {BOUGHT}.", ["Saab"]),
    (f"{ORDERED}, a Swedish defence ministry official said.", ["Swedish"]),
    (f"{ORDERED}, US officials said.", ["US"]),
    (f"{ORDERED}, a spokesman for Saab said.", ["Saab"]),
    (f"{ORDERED}, a Saab spokeswoman said.", ["Saab"]),
    (f"{ORDERED}, its chief executive, Micael Lund, said.", ["Micael Lund"]),
    (f"Defence Minister Jon Berg spoke in Oslo. The minister said {BOUGHT}.", ["Jon Berg"]),
    (f"Prime Minister Anna Holm met Jon Berg in Oslo. The prime minister said {BOUGHT}.", ["Anna Holm"]),
    (f"Defence Minister Jon Berg spoke in Oslo. He said {BOUGHT}.", ["Jon Berg"]),
    (f"Jon Berg and Anna Holm said {BOUGHT}.", ["Jon Berg", "Anna Holm"]),
    (f"Jon Berg praised the pilots and said {BOUGHT}.", ["Jon Berg"]),
    (f"Jon Berg, who said {BOUGHT}, left the room.", ["Jon Berg"]),
    (f"As Jon Berg said, {ORDERED}.", ["Jon Berg"]),
    (f"The Pentagon announced that {BOUGHT}.", ["Pentagon"]),
    (f'"{ORDERED}," Jon Berg said.', ["Jon Berg"]),
    (f'"{ORDERED}. They are fast," Jon Berg said.', ["Jon Berg"]),
    (f'Jon Berg said: "This is a great day. {ORDERED}."', ["Jon Berg"]),
    (f'"This is a great day," Jon Berg said. "{ORDERED}."', ["Jon Berg"]),
    (f"“This is a great day,” said Jon Berg. “{ORDERED}.”", ["Jon Berg"]),
    ("Saab has delivered 12 Gripen jets to Norway, Jon Berg said.", ["Jon Berg"]),
]

# Nobody is quoted, or nobody with a name.
UNSPOKEN = [
    f"{ORDERED}.",
    f"{ORDERED}, officials said.",
    f"{ORDERED}, sources told Reuters.",
    f"{ORDERED}, people close to Boeing said.",
    f"Opponents of Boeing said {BOUGHT}.",
    f"The companies said {BOUGHT}.",
    f"It was announced that {BOUGHT}.",
    f"According to the contract, {ORDERED}.",
    f'{ORDERED}. "This is a great day," Jon Berg said.',
    f'"This is a great day," Jon Berg said. {ORDERED}.',
    f"Jon Berg said nothing. {ORDERED}.",
    "Norwegian Air broke with Boeing. It will buy 12 Gripen jets from Saab, the operator said.",
    "Jon Berg will visit Oslo, the palace said on Monday, as Norway orders 12 Gripen jets from Saab.",
    f"{ORDERED}, a deal that Jon Berg said was too dear.",
    "Norway, which ordered 12 Gripen jets from Saab in 2020, needs more, Jon Berg said.",
    "Jon Berg said Norway, which ordered 12 Gripen jets from Saab in 2020, needed more.",
    "Norway ordered 12 Gripen jets from Saab after Jon Berg said it needed them.",
    "Talks go on, Jon Berg said, as Norway orders 12 Gripen jets from Saab.",
    "Prime Minister Anna Holm and Defence Minister Jon Berg met. The minister said Norway had ordered 12 Gripen jets from Saab.",
]

# (text, (holder, speakers) of its posts)
POSTS = [
    ("Jon Berg said Anna Holm had been named chief executive of Norwegian Air.", ("Anna Holm", ["Jon Berg"])),
    ("Anna Holm was named chief executive of Norwegian Air, the company said.", ("Anna Holm", ["Norwegian Air"])),
    ("Jon Berg is the chairman of Saab, Anna Holm told the court.", ("Jon Berg", ["Anna Holm"])),
    ("Jon Berg said he was the chief executive of Saab.", ("Jon Berg", ["Jon Berg"])),
    ('"Prime Minister Anna Holm has left," Jon Berg said.', ("Anna Holm", ["Jon Berg"])),
    ("Jon Berg said Prime Minister Anna Holm had left.", ("Anna Holm", [])),
    ("Defence Minister Jon Berg said the jets were fast.", ("Jon Berg", [])),
    ("The jets are fast, said Jon Berg, chief executive of Saab.", ("Jon Berg", [])),
    ("Reuters reported that Defence Minister Jon Berg was ill.", ("Jon Berg", [])),
    ("Jon Berg resigned as chairman of Saab after Anna Holm said sales had fallen.", ("Jon Berg", [])),
]


def names(extraction: Extraction, values: tuple[object, ...]) -> list[str]:
    """The first name in the text of each mention's chain."""
    return [next(n.text for n in extraction.mentions if n.named and n.chain == m.chain) for m in values if isinstance(m, Mention)]


@pytest.mark.parametrize(("text", "speakers"), SPOKEN)
def test_a_deal_has_the_speaker_it_stands_under(text: str, speakers: list[str], extracted: Callable[..., Extraction]) -> None:
    found = extracted(text)
    events = [c for c in found.claims if c.kind != "RoleHolding"]
    assert events
    assert [names(found, c.values("attributedTo")) for c in events] == [speakers] * len(events)


@pytest.mark.parametrize("text", UNSPOKEN)
def test_a_deal_that_nobody_is_quoted_for_has_no_speaker(text: str, extracted: Callable[..., Extraction]) -> None:
    events = [c for c in extracted(text).claims if c.kind != "RoleHolding"]
    assert events
    assert [c.values("attributedTo") for c in events] == [()] * len(events)


@pytest.mark.parametrize(("text", "post"), POSTS)
def test_a_post_has_a_speaker_only_inside_the_quoted_clause(
    text: str, post: tuple[str, list[str]], extracted: Callable[..., Extraction]
) -> None:
    found = extracted(text)
    held = [c for c in found.claims if c.kind == "RoleHolding"]
    assert [(*names(found, c.values("holder")), names(found, c.values("attributedTo"))) for c in held] == [post]
