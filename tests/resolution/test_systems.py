from __future__ import annotations

import pytest

from kg.lexicon import Lexicon
from kg.resolution import resolve
from kg.resolution.systems import is_common, system_form
from kg.resolution.words import Words
from tests.resolution.build import Story, count, extractions, facts, labels, of_kind

SAME = [
    ("S-400", "S400"),
    ("S-400", "S-400 Triumf"),
    ("S-400", "S-400 air defence systems"),
    ("Russian S-400", "S-400 Air Defense Missile System"),
    ("F-16", "F-16s"),
    ("F-35", "F-35 Lightning II"),
    ("Leopard 2A8", "Leopard 2A8 tanks"),
    ("Boeing 737-800", "737-800"),
    ("Airbus A350", "A350"),
    ("Bayraktar TB2", "TB2 drone"),
    ("Su-30MKI", "Su 30MKI"),
    ("Rafale", "Rafale fighter jets"),
    ("Ada-class corvettes", "Ada-class"),
    ("K9 self-propelled howitzer", "K9"),
    ("Black Hawk", "Blackhawk helicopters"),
    ("Type 212CD", "Type 212 CD"),
    ("HIMARS", "M142 HIMARS"),
]
APART = [
    ("F-35", "F-35C"),
    ("Leopard 2", "Leopard 2A7"),
    ("Leopard 2", "Abrams 2"),
    ("S-300", "S-400"),
    ("PAC-3", "PAC-3 MSE"),
    ("Gripen E", "Gripen"),
    ("F-16", "F-16 Block 70"),
    ("M1 Abrams", "M1 Garand"),
    ("Joint Strike Missile", "Joint Light Tactical Vehicle"),
    ("Type 212CD", "Type 214"),
    ("Sea Hawk", "Black Hawk"),
]


@pytest.mark.parametrize(("left", "right"), SAME)
def test_two_names_are_one_system(lexicon: Lexicon, left: str, right: str) -> None:
    assert len(of_kind(resolve(extractions(named(left, right)), lexicon), "System")) == 1


@pytest.mark.parametrize(("left", "right"), APART)
def test_two_systems_stay_two(lexicon: Lexicon, left: str, right: str) -> None:
    assert len(of_kind(resolve(extractions(named(left, right)), lexicon), "System")) == 2


def named(*names: str) -> list[Story]:
    stories = []
    for id, name in zip("abcdef", names, strict=False):
        stories.append(Story(id))
        stories[-1].system(name)
    return stories


def test_forms(words: Words) -> None:
    assert system_form("S-400 Air Defence System", words) == ("s400",)
    assert system_form("Leopard 2A7", words) == ("leopard", "2a7")


@pytest.mark.parametrize(("name", "common"), [("protective masks", True), ("155 mm shells", True), ("737-800", False), ("Javelin", False)])
def test_goods_without_a_name(words: Words, name: str, common: bool) -> None:
    assert is_common([name], words) is common


def test_the_label_is_the_plain_name(lexicon: Lexicon) -> None:
    assert labels(resolve(extractions(named("S-400 air defence system", "S-400")), lexicon), "System") == ["S-400"]


@pytest.mark.parametrize(
    ("written", "label"),
    [
        ("F-16s", "F-16"),
        ("F-16 Block 70s", "F-16 Block 70"),
        ("MQ-9Bs", "MQ-9B"),
        ("Caesar Mk IIs", "Caesar Mk II"),
        ("MiG-29S", "MiG-29S"),
        ("Hercules", "Hercules"),
        ("PULS", "PULS"),
    ],
)
def test_the_label_of_designations_is_in_the_singular(lexicon: Lexicon, written: str, label: str) -> None:
    only = resolve(extractions(named(written)), lexicon)
    assert labels(only, "System") == [label]
    assert written in of_kind(only, "System")[0].names
    assert not only.decisions


def test_a_variant_named_beside_its_family_leaves_the_chain(lexicon: Lexicon) -> None:
    story = Story("a")
    story.system("Chunmoo", "Chunmoo", "Chunmoo", "Chunmoo CGR-080", "CGR-080")
    assert labels(resolve(extractions([story]), lexicon), "System") == ["Chunmoo", "Chunmoo CGR-080"]


def test_a_variant_may_be_called_by_its_family(lexicon: Lexicon) -> None:
    story = Story("a")
    story.system("Leopard 2A8", "Leopard 2A8", "Leopard 2")
    story.system("UH-60M Black Hawk", "Black Hawk")
    assert labels(resolve(extractions([story]), lexicon), "System") == ["Leopard 2A8", "UH-60M Black Hawk"]


def masks(*, buyers: tuple[str, str]) -> list[Story]:
    stories = []
    for id, buyer in zip("ab", buyers, strict=True):
        story = Story(id, "2020-04-02")
        story.claim("Purchase", buyer=story.country(buyer), system=story.system("protective masks"), status="signed")
        stories.append(story)
    return stories


def test_goods_without_a_name_are_one_only_in_one_deal(lexicon: Lexicon) -> None:
    apart = resolve(extractions(masks(buyers=("France", "Italy"))), lexicon)
    assert [e.id for e in of_kind(apart, "System")] == ["system-protective-masks", "system-protective-masks-b"]
    undecided = resolve(extractions(masks(buyers=("France", "France"))), lexicon)
    assert len(facts(undecided, "Purchase")) == 2
    stories = masks(buyers=("France", "France"))
    for story in stories:
        seller = story.country("China")
        story.claims.pop()
        buyer, goods = (next(m for m in story.mentions if m.kind == k) for k in ("Country", "System"))
        story.claim("Purchase", buyer=buyer, seller=seller, system=goods, quantity=count(1_000_000, "mask"), status="signed")
    one = resolve(extractions(stories), lexicon)
    assert len(facts(one, "Purchase")) == 1
    assert [e.id for e in of_kind(one, "System")] == ["system-protective-masks"]
