"""Whatever articles say, the outcome is whole: ids are distinct, links lead somewhere, nothing is lost, order does not matter."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from kg.lexicon import Lexicon
from kg.model import Extraction, Mention, Ref, Value
from kg.resolution import resolve
from kg.values import Date
from tests.resolution.build import Story, count, money

KINDS = ("Person", "Organization", "Country", "Place", "System")
NAMES = (
    *("Erdogan", "Recep Tayyip Erdogan", "al-Assad", "Lee", "Lee Jae-myung", "J. R. Smith", "the company", "it", "U.S. Army", "Army"),
    *("Turkey", "Ankara", "Georgia", "S-400", "S-400 Triumf", "F-35", "F-35C", "masks", "155 mm shells", "Inc", "&", "…", "Ç", "Boeing Co"),
)
CLAIMS = ("RoleHolding", "Purchase", "Acquisition", "Donation", "Delivery", "Visit")
SLOTS = ("buyer", "seller", "system", "holder", "of", "to", "from")
VALUES: tuple[tuple[str, Value], ...] = (
    ("hasValue", money(2.5e9)),
    ("hasValue", money(0)),
    ("hasDate", Date(2017)),
    ("hasDate", Date(2017, 12, 29)),
    ("start", Date(2019, 7)),
    ("quantity", count(4, "battery")),
    ("status", "signed"),
    ("status", "odd"),
    ("title", "president"),
    ("title", ""),
    ("ordinal", "second"),
)


@st.composite
def stories(draw: st.DrawFn) -> list[Extraction]:
    told = []
    for i in range(draw(st.integers(1, 4))):
        story = Story(f"s{i}", draw(st.sampled_from(["", "2017", "2017-12-30", "2019-07-12"])))
        mentions = [
            story.chain(
                draw(st.sampled_from(KINDS)), *draw(st.lists(st.sampled_from(NAMES), min_size=1, max_size=3)), named=draw(st.booleans())
            )
            for _ in range(draw(st.integers(1, 5)))
        ]
        for _ in range(draw(st.integers(0, 4))):
            slots: dict[str, Value | list[Value]] = {s: draw(st.sampled_from(mentions)) for s in draw(st.sets(st.sampled_from(SLOTS)))}
            slots |= dict(draw(st.lists(st.sampled_from(VALUES), max_size=4)))
            story.claim(draw(st.sampled_from(CLAIMS)), **slots)  # type: ignore[arg-type]
        told.append(story.told())
    return told


@settings(max_examples=150, deadline=None)
@given(stories())
def test_the_outcome_is_whole(lexicon: Lexicon, told: list[Extraction]) -> None:
    resolution = resolve(told, lexicon)
    assert resolve(list(reversed(told)), lexicon) == resolution
    assert resolve([*told[1:], *told], lexicon) == resolution
    entities, facts = [e.id for e in resolution.entities], [f.id for f in resolution.facts]
    assert entities == sorted(set(entities)) and facts == sorted(set(facts))
    assert all(a.value.id in set(entities) for f in resolution.facts for a in f.arguments if isinstance(a.value, Ref))
    assert not any(isinstance(a.value, Mention) for f in resolution.facts for a in f.arguments)
    assert all(e.names[0] == e.label and len(set(e.names)) == len(e.names) for e in resolution.entities)
    mentions = [m for e in resolution.entities for m in e.mentions]
    assert len(mentions) == len(set(mentions))
    assert {(m.article, m.start, m.end) for e in told for m in e.mentions if m.named} <= {(m.article, m.start, m.end) for m in mentions}
    kept = [c for f in resolution.facts for c in f.claims]
    events = [c for e in told for c in e.claims if c.kind != "RoleHolding"]
    assert len([c for c in kept if c.kind != "RoleHolding"]) == len(events)
    assert all({d.left.id, d.right.id} <= {*entities, *facts} and 0 <= d.score <= 1 for d in resolution.decisions)
    assert all((d.left.id == d.right.id) == d.same for d in resolution.decisions)
