"""Deals that only the network reads: where it is asked, what must be sure, and what it may not say against the rules."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.language import Language

from kg import language
from kg.extraction import extract
from kg.extraction.extract import event_claims, story_of
from kg.extraction.learned.asked import asked_of
from kg.extraction.roles import stated_posts
from kg.language.slots import SlotNetwork
from kg.lexicon import Lexicon
from kg.model import Article, Claim, Mention
from kg.values import Date
from tests.extraction.fake_network import PURCHASE, Fake, texts

BUDGET = (
    "Lithuania's parliament approved the budget on Thursday. It contains 1.2 billion euros for 44 Leopard 2A8 tanks from KNDS, "
    "which are to stand in Rukla by 2030. The opposition abstained."
)
DREAM = "Portugal said farewell to its old trainers. Its pilots dream of twelve Super Tucano aircraft made by Embraer."


def bought(buyer: str, deal: float = 1.0, chance: float = 1.0, delivery: float = 0.0) -> Fake:
    """A network that reads everything as bought by somebody."""
    return Fake(deal, delivery, {"buyer": {buyer: chance}})


@pytest.fixture(scope="session")
def asking(nlp: Language, words: Lexicon) -> Callable[..., list[Claim]]:
    """Claims of a text, by rules and a network, without posts unless these alone are asked for."""

    def found(text: str, network: Fake | SlotNetwork, *, posts: bool = False) -> list[Claim]:
        article = Article("t", text, published=Date.parse("2026-03-14"))
        claims = extract(language.annotate(article, nlp, words), article, words, network, least=0.0).claims
        return [c for c in claims if (c.kind == "RoleHolding") == posts]

    return found


def test_a_deal_of_which_no_rule_tells_is_read_with_its_sides_and_amounts(asking: Callable[..., list[Claim]]) -> None:
    (claim,) = asking(BUDGET, SlotNetwork())
    assert claim.evidence.rule == "deal.learned"
    assert claim.evidence.text == BUDGET[: BUDGET.index(" The opposition")]
    assert (texts(claim, "buyer"), texts(claim, "seller"), texts(claim, "system")) == (["Lithuania"], ["KNDS"], ["Leopard 2A8"])
    assert texts(claim, "hasValue") == ["1.2 billion euros"]
    assert 0.75 <= claim.evidence.confidence < 0.99


@pytest.mark.parametrize(
    "text",
    [
        "The Leopard 2A8 stood in the rain at Rukla. Soldiers from Lithuania and Germany took turns to drive it.",
        "Poland and Sweden flew the Gripen and the F-16 side by side in an exercise over the Baltic Sea.",
        "The T-90 was built at Nizhny Tagil. Analysts in India compare it with the Abrams.",
    ],
)
def test_things_that_are_only_driven_or_compared_are_no_deals(asking: Callable[..., list[Claim]], text: str) -> None:
    assert asking(text, SlotNetwork()) == []


def test_what_a_rule_has_told_stays(asking: Callable[..., list[Claim]]) -> None:
    text = "Poland ordered 32 F-35A fighter jets from Lockheed Martin. The F-35 is made in Fort Worth."
    (claim,) = asking(text, bought("Fort Worth"))
    assert claim.evidence.rule != "deal.learned"
    assert texts(claim, "buyer") == ["Poland"]


def test_nothing_is_asked_of_what_is_told_whole(asking: Callable[..., list[Claim]]) -> None:
    network = Fake()
    asking("Norwegian Prime Minister Maria Lund met Spain's Defence Minister Pedro Ramos.", network)
    assert network.things == []


@pytest.mark.parametrize(
    ("deal", "buyer", "claims"), [(0.99, 0.95, 1), (0.9, 1.0, 1), (0.2, 1.0, 0), (1.0, 0.1, 0), (0.5, 0.9, 0), (0.8, 0.8, 0)]
)
def test_the_deal_and_its_buyer_must_be_sure_together(asking: Callable[..., list[Claim]], deal: float, buyer: float, claims: int) -> None:
    found = [c for c in asking(DREAM, bought("Portugal", deal, buyer)) if c.evidence.rule == "deal.learned"]
    assert len(found) == claims


def test_the_surer_the_network_the_likelier_the_deal(asking: Callable[..., list[Claim]]) -> None:
    sure, surer = (asking(DREAM, bought("Portugal", 1.0, chance))[0].evidence.confidence for chance in (0.9, 1.0))
    assert 0.7 <= sure < surer < 1


CHOICE = (
    "Swiss voters backed a plan to spend six billion francs on jets. The government is choosing between the Eurofighter from Airbus, "
    "Boeing's F/A-18 Super Hornet and the Rafale from Dassault."
)


def test_the_firm_at_a_system_sells_that_one_and_no_other(asking: Callable[..., list[Claim]]) -> None:
    network = Fake(1.0, chances={"buyer": {"Swiss": 1.0}, "seller": {"Airbus": 1.0}, "maker": {"Airbus": 1.0}})
    found = {texts(c, "system")[0]: (texts(c, "seller"), texts(c, "maker")) for c in asking(CHOICE, network)}
    assert found["Eurofighter"] == (["Airbus"], ["Airbus"])
    assert found["Rafale"] == (["Dassault"], [])
    assert found["F/A-18 Super Hornet"] == (["Boeing"], [])


def test_an_alliance_that_describes_a_buyer_does_not_buy(asking: Callable[..., list[Claim]]) -> None:
    text = "Saab has received an order for RBS 70 missiles from a NATO country."
    (claim,) = asking(text, bought("NATO"))
    assert texts(claim, "buyer") == []


def test_another_buyer_tells_against_each(asking: Callable[..., list[Claim]]) -> None:
    text = DREAM.replace("Portugal said", "Portugal and Spain said")
    alone = asking(text, bought("Portugal", 0.95))
    assert [texts(c, "buyer") for c in alone] == [["Portugal"]]
    assert asking(text, Fake(0.95, chances={"buyer": {"Portugal": 0.9, "Spain": 0.9}})) == []


def test_of_a_buyer_far_from_the_goods_their_sentence_is_the_evidence(asking: Callable[..., list[Claim]]) -> None:
    far = "Portugal said farewell to its old trainers. It rained. A band played. Children sang. The Super Tucano is made by Embraer."
    (claim,) = asking(far, bought("Portugal"))
    assert (texts(claim, "buyer"), claim.evidence.text) == (["Portugal"], "The Super Tucano is made by Embraer.")


def test_a_force_stands_for_its_state(asking: Callable[..., list[Claim]]) -> None:
    (claim,) = asking("The Spanish Air Force will be flying the NH90 soon.", bought("Spanish Air Force"))
    (buyer,) = claim.values("buyer")
    assert isinstance(buyer, Mention)
    assert buyer.kind == "Country"


def test_nobody_buys_what_a_rule_says_he_hands_over(asking: Callable[..., list[Claim]]) -> None:
    text = "Slovenia delivered the last of its 28 M-55S tanks to Ukraine in March."
    found = asking(text, bought("Slovenia"))
    assert found
    assert all(c.evidence.rule != "deal.learned" for c in found)


def test_a_delivery_of_which_no_rule_tells_is_read_with_its_receiver(asking: Callable[..., list[Claim]]) -> None:
    sure = {"to": {"Portugal": 0.9}, "from": {"Embraer": 0.95}, "dquantity": {"twelve": 1.0}}
    (claim,) = asking(DREAM, Fake(delivery=0.99, chances=sure))
    assert (claim.kind, claim.evidence.rule) == ("Delivery", "delivery.learned")
    assert (texts(claim, "to"), texts(claim, "from"), texts(claim, "system")) == (["Portugal"], ["Embraer"], ["Super Tucano"])
    assert asking(DREAM, Fake(delivery=0.9, chances=sure)) == []
    assert asking(DREAM, Fake(delivery=0.99, chances=sure | {"to": {"Portugal": 0.5}})) == []


def test_an_open_slot_of_a_deal_is_filled_and_a_told_one_is_not(asking: Callable[..., list[Claim]]) -> None:
    text = "Two billion euros are set aside. Poland ordered 32 F-35A fighter jets from Lockheed Martin for 5 billion dollars."
    value = {"value": {"Two billion euros": 1.0}}
    assert texts(asking(text, Fake(chances=value))[0], "hasValue") == ["5 billion dollars"]
    (claim,) = asking(text.replace(" for 5 billion dollars", ""), Fake(chances=value))
    assert texts(claim, "hasValue") == ["Two billion euros"]
    assert claim.evidence.text == text.replace(" for 5 billion dollars", "")  # with the words that fill the slot
    assert claim.evidence.rule == "deal.order.active" and claim.evidence.confidence <= 0.75
    far = text.replace(" for 5 billion dollars", "").replace("aside. ", "aside. It rained. A band played. Children sang. ")
    assert texts(asking(far, Fake(chances=value))[0], "hasValue") == []
    (claim,) = asking(text.replace(" for 5 billion dollars", ""), Fake(chances={"value": {"Two billion euros": 0.5}}))
    assert texts(claim, "hasValue") == []


@pytest.mark.parametrize(
    ("text", "chance", "sellers"),
    [
        ("Verano Group is glad. Poland bought 32 Gripen jets in May.", 0.97, ["Verano Group"]),
        ("Verano Group is glad. Poland bought 32 Gripen jets in May.", 0.9, []),
        ("The old C-390 aircraft from Verano Group are sold. Poland bought 32 Gripen jets in May.", 0.97, []),
        ("Verano Group is glad. Poland plans to buy 32 Gripen jets.", 0.97, []),
        ("Verano Group is glad. Poland bought 32 lorries for 5 million euros in May.", 0.97, []),
    ],
)
def test_an_open_seller_is_filled_where_the_network_has_no_doubt(
    asking: Callable[..., list[Claim]], text: str, chance: float, sellers: list[str]
) -> None:
    found = asking(text, Fake(chances={"seller": {"Verano Group": chance}}))
    assert [texts(c, "seller") for c in found if texts(c, "buyer") == ["Poland"]] == [sellers]


def test_an_open_date_and_count_are_filled_too(asking: Callable[..., list[Claim]]) -> None:
    text = "The pen touched the paper on 3 March, and twelve aircraft it is. Portugal ordered the Super Tucano from Embraer."
    near = {"date": {"3 March": 0.9}, "quantity": {"twelve aircraft": 0.9}}
    (claim,) = asking(text, Fake(chances=near))
    assert [texts(claim, s) for s in ("hasDate", "quantity")] == [["3 March"], ["twelve aircraft"]]
    (claim,) = asking(text, Fake(chances={"date": {"3 March": 0.7}, "quantity": {"twelve aircraft": 0.7}}))
    assert [texts(claim, s) for s in ("hasDate", "quantity")] == [[], []]


def test_a_takeover_keeps_its_date_open(asking: Callable[..., list[Claim]]) -> None:
    text = "The last hurdle fell on 3 March. Verano Group completed its $2 billion acquisition of Kestrel Dairies."
    (claim,) = asking(text, Fake(chances={"date": {"3 March": 1.0}}))
    assert (claim.kind, texts(claim, "hasDate")) == ("Acquisition", [])


def test_a_deal_is_as_sure_as_rules_and_network_together(asking: Callable[..., list[Claim]]) -> None:
    text = "Poland ordered 32 Gripen jets from Saab."

    def confidence(network: Fake) -> float:
        (claim,) = asking(text, network)
        return claim.evidence.confidence

    doubted, alike, believed = (confidence(bought("Poland", chance=chance)) for chance in (0.01, 0.5, 0.99))
    assert doubted < alike < believed
    assert confidence(bought("Sweden")) == confidence(bought("Poland", chance=0.0)) < doubted


def test_a_delivery_is_as_sure_as_both_and_one_to_nobody_too(asking: Callable[..., list[Claim]]) -> None:
    def confidence(text: str, chance: float) -> float:
        (claim,) = [c for c in asking(text, Fake(delivery=1.0, chances={"to": {"Ukraine": chance}})) if c.kind == "Delivery"]
        return claim.evidence.confidence

    text = "Slovenia delivered 28 M-55S tanks to Ukraine in March."
    assert confidence(text, 0.01) < confidence(text, 0.99)
    open_ended = "Saab delivered the first two Gripen jets in March."
    assert confidence(open_ended, 0.01) == confidence(open_ended, 0.99)


def test_an_open_post_is_that_of_whom_the_network_is_sure_of(asking: Callable[..., list[Claim]]) -> None:
    def owners(text: str, chance: float) -> list[str]:
        (post,) = asking(text, Fake(chances={"of": {"Bergen": chance}}), posts=True)
        return texts(post, "of")

    told = "Nordia Hull's director Maria Lund spoke in Bergen."
    assert owners(told, 1.0) == ["Nordia Hull"]
    bare = "A director, Maria Lund, spoke. In Bergen it rained."
    assert owners(bare, 0.5) == []
    assert owners(bare, 0.9) == ["Bergen"]


def test_an_article_reads_the_same_twice(asking: Callable[..., list[Claim]]) -> None:
    network = SlotNetwork()
    assert asking(BUDGET, network) == asking(BUDGET, network) == asking(BUDGET, SlotNetwork())


def test_what_rules_tell_of_a_system_is_told_of_its_name_and_not_of_its_count(nlp: Language, words: Lexicon) -> None:
    article = Article("t", "Poland ordered 36 Rafale fighter jets from Dassault in May.")
    story = story_of(language.annotate(article, nlp, words), article, words)
    asked = asked_of(story, stated_posts(story), event_claims(story))
    told = {asked.spans[thing][2] for (thing, filler), said in asked.relations.items() if "buyer" in said}
    assert told == {"System"}


def test_who_stands_side_by_side_buys_together(asking: Callable[..., list[Claim]]) -> None:
    text = "Norway, Finland and Latvia dream of the Gripen. Peru does, too."
    sure = dict.fromkeys(("Norway", "Finland", "Latvia", "Peru"), 1.0)
    together, alone = asking(text, Fake(1.0, chances={"buyer": sure}))
    assert texts(together, "buyer") == ["Norway", "Finland", "Latvia"]
    assert texts(alone, "buyer") == ["Peru"]


def test_a_system_is_told_with_the_deal_of_the_rules_around_it(asking: Callable[..., list[Claim]]) -> None:
    text = "Norway awarded Saab a contract worth $410 million on May 8 to speed up the Gripen."
    told = asking(text, bought("Norway"))
    alone = asking(text, Fake())
    assert [texts(c, "system") for c in alone] == [[]]
    assert [texts(c, "system") for c in told] == [[], ["Gripen"]]
    for slot in ("buyer", "seller", "hasValue", "hasDate"):
        assert texts(told[1], slot) == texts(alone[0], slot) != []


@pytest.mark.parametrize(
    ("goods", "count"),
    [
        ("twelve Super Tucano aircraft", ["twelve Super Tucano aircraft"]),
        ("the last twelve Super Tucano aircraft", []),
        ("half of the twelve Super Tucano aircraft", []),
        ("twelve Super Tucano and Gripen aircraft", []),
    ],
)
def test_a_count_at_the_goods_themselves_need_not_be_as_sure(asking: Callable[..., list[Claim]], goods: str, count: list[str]) -> None:
    text = DREAM.replace("twelve Super Tucano aircraft", goods)
    words = goods[goods.index("twelve") :]
    network = Fake(1.0, 0.0, {"buyer": {"Portugal": 1.0}, "quantity": {words: 0.6}})
    found = [c for c in asking(text, network) if texts(c, "system")[0].startswith("Super Tucano")]
    assert [texts(c, "quantity") for c in found] == [count]
    less = Fake(1.0, 0.0, {"buyer": {"Portugal": 1.0}, "quantity": {words: 0.4}})
    assert not any(c.values("quantity") for c in asking(text, less))


@pytest.mark.parametrize(
    ("text", "sellers"),
    [
        ("Its pilots dream of twelve Super Tucano aircraft from Embraer.", ["Embraer"]),
        ("Its pilots dream of Embraer's Super Tucano.", ["Embraer"]),
        ("Its pilots dream of the Super Tucano, and Embraer knows it.", []),
        ("Its pilots dream of the Super Tucano. Letters came from Embraer.", []),
    ],
)
def test_a_seller_at_the_goods_themselves_need_not_be_as_sure(asking: Callable[..., list[Claim]], text: str, sellers: list[str]) -> None:
    network = Fake(1.0, 0.0, {"buyer": {"Portugal": 1.0}, "seller": {"Embraer": 0.6}})
    found = [c for c in asking(f"Portugal said farewell to its old trainers. {text}", network) if c.evidence.rule == "deal.learned"]
    assert [texts(c, "seller") for c in found if texts(c, "system") == ["Super Tucano"]] == [sellers]


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("Its pilots dream of the Super Tucano, on which all agreed in 2019.", ["2019"]),
        ("Its pilots dream of the Super Tucano, which was announced in 2019.", []),
        ("Its pilots dream of the Super Tucano, which landed in 2019.", []),
        ("Its pilots dream of the Super Tucano. All agreed on it in 2019.", []),
    ],
)
def test_a_date_at_the_verb_of_a_deal_need_not_be_as_sure(asking: Callable[..., list[Claim]], text: str, dates: list[str]) -> None:
    network = Fake(1.0, 0.0, {"buyer": {"Portugal": 1.0}, "date": {"2019": 0.75}})
    found = [c for c in asking(f"Portugal said farewell to its old trainers. {text}", network) if c.evidence.rule == "deal.learned"]
    assert [texts(c, "hasDate") for c in found if texts(c, "system") == ["Super Tucano"]] == [dates]


def test_a_letter_names_no_system(asking: Callable[..., list[Claim]]) -> None:
    told = "Portugal dreams of the Gripen."
    assert [texts(c, "system") for c in asking(told, bought("Portugal"))] == [["Gripen"]]
    letter = f"{told} Its pilots prefer the E model."
    assert [texts(c, "system") for c in asking(letter, bought("Portugal"))] == [["Gripen"]]


def test_another_firm_than_the_assumed_one_owns_a_post_where_the_network_is_sure(asking: Callable[..., list[Claim]]) -> None:
    """It is not heard on states."""

    def owners(text: str, other: str, chance: float) -> list[str]:
        (post,) = asking(text, Fake(chances={"of": {other: chance}}), posts=True)
        return texts(post, "of")

    firms = "Nordia Hull sold a yard to Verano Group. Chief executive Maria Lund said so."
    assert owners(firms, "Verano Group", 0.5) == ["Nordia Hull"]
    assert owners(firms, "Verano Group", 0.9) == ["Verano Group"]
    states = "Norway sold a ship to Sweden. Defence Minister Maria Lund said so."
    assert owners(states, "Sweden", 0.9) == ["Norway"]


GIFT = {"Purchase": 0.1, "Acquisition": 0.0, "Contract": 0.0, "Lease": 0.0, "Donation": 0.9}


@pytest.mark.parametrize(
    ("text", "gift", "date"),
    [
        ("Germany will hand over the Patriot to Kenya, the defence ministry said on Wednesday.", True, ["Wednesday"]),
        ("Germany will hand over the Patriot to Kenya, the defence ministry said on Wednesday.", False, []),
        ("Germany will hand over the Patriot to Kenya, the defence ministry said.", True, []),
        ("A Patriot stands in Kenya. The defence ministry said on Wednesday that it works.", True, []),
    ],
)
def test_a_gift_that_only_the_network_reads_has_the_day_on_which_it_was_announced(
    text: str, gift: bool, date: list[str], asking: Callable[..., list[Claim]]
) -> None:
    network = Fake(1.0, 0.0, {"buyer": {"Kenya": 1.0}}, status="planned", kinds=GIFT if gift else PURCHASE)
    found = [c for c in asking(text, network) if c.evidence.rule == "deal.learned"]
    assert [texts(c, "hasDate") for c in found] == [date]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("A Spanish offer of Rafale jets was politely declined by Kenya.", "cancelled"),
        ("Kenya rejected a Spanish offer of Rafale jets.", "cancelled"),
        ("Kenya may reject a Spanish offer of Rafale jets.", "planned"),
        ("Kenya did not reject a Spanish offer of Rafale jets.", "planned"),
        ("Kenya welcomed a Spanish offer of Rafale jets.", "planned"),
    ],
)
def test_an_offer_that_is_turned_down_is_over(text: str, status: str, asking: Callable[..., list[Claim]]) -> None:
    network = Fake(1.0, 0.0, {"buyer": {"Kenya": 1.0}}, status="planned")
    found = [c for c in asking(text, network) if c.evidence.rule == "deal.learned"]
    assert [c.values("status") for c in found] == [(status,)]
