"""Deals between companies: what is taken over, given up or split, orders shared by several makers, contracts that went to a firm."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.model import Claim, Extraction, Mention
from tests.extraction.deals_told import Told, told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rio Tinto has abandoned its £30 billion ($38 billion) pursuit of Teck Resources.",
         [("its", "", "Teck Resources", "", "cancelled")]),
        ("The police abandoned the pursuit of a thief.", []),
        ("Verano Foods walked away from a $2 billion bid for Arla Foods.", [("Verano Foods", "", "Arla Foods", "", "cancelled")]),
        ("Verano Foods walked away with a prize.", []),
        ("Arla Foods goes to Verano Foods for $2 billion.", [("Verano Foods", "", "Arla Foods", "", "signed")]),
        ("Arla Foods goes to court for $2 billion.", []),
        ("Verizon pipped AT&T to Kestrel Telecom, agreeing to pay $9 billion.",
         [("Verizon", "", "Kestrel Telecom", "", "signed"), ("Verizon", "", "Kestrel Telecom", "", "signed")]),
        ("Lufthansa will put in $300 million for 20 percent of Vueling.", [("Lufthansa", "", "Vueling", "20", "planned")]),
        ("Orion Mining bought 20 per cent of Kestrel Mining from Verano Resources.",
         [("Orion Mining", "Verano Resources", "Kestrel Mining", "20", "signed")]),
        ("Output fell 20 per cent at Kestrel Mining.", []),
        ("Orion Mining bought the Arlit copper mine for $90 million.", [("Orion Mining", "", "Arlit copper mine", "", "signed")]),
        ("Orion Energy sold its 30 per cent of the Tamsa gas project to Verano Power for $90 million.",
         [("Verano Power", "Orion Energy", "Tamsa gas project", "30", "signed")]),
        ("Orion Mining raised $90 million for the Arlit copper mine.", []),
        # who acts with or for whom
        ("Kestrel Foods, together with Orion Group, acquired Verano Dairies.",
         [("Kestrel Foods, Orion Group", "", "Verano Dairies", "", "signed")]),
        ("Orion Mining bought Anglo American in tandem with Lufthansa.",
         [("Orion Mining, Lufthansa", "", "Anglo American", "", "signed")]),
        ("Orion Mining bought Anglo American after a dispute with Lufthansa.", [("Orion Mining", "", "Anglo American", "", "signed")]),
        ("A unit of Orion Group agreed to buy Verano Dairies.", [("Orion Group", "", "Verano Dairies", "", "signed")]),
        ("The unit of Orion Group agreed to buy Verano Dairies.", []),
        ("Kestrel Air bought the 60 percent stake in Orion Air owned by Verano Group.",
         [("Kestrel Air", "Verano Group", "Orion Air", "60", "signed")]),
        ("Orion Capital sold 51% of Kestrel Foods to the Lufthansa group.",
         [("Lufthansa", "Orion Capital", "Kestrel Foods", "51", "signed")]),
        ("Kestrel Foods prepared a bid for Verano Dairies with financing from Orion Bank.",
         [("Kestrel Foods", "", "Verano Dairies", "", "planned")]),
        # several names, several bidders
        ("Orion Group sold the brands Kestrel Foods and Verano Dairies to Lufthansa.",
         [("Lufthansa", "Orion Group", "Kestrel Foods, Verano Dairies", "", "signed")]),
        ("The board rejected bids from Kestrel Foods and Orion Group for Verano Dairies.",
         [("Kestrel Foods", "", "Verano Dairies", "", "planned"), ("Orion Group", "", "Verano Dairies", "", "planned")]),
        ("Orion Group also bid for Verano Dairies.", [("Orion Group", "", "Verano Dairies", "", "planned")]),
        ("Orion Group also bid for time.", []),
        # how it went
        ("The sale of Verano Foods, the maker of cheese, to Harim Group fell through Wednesday.",
         [("Harim Group", "", "Verano Foods", "", "cancelled")]),
        ("Kestrel Foods's takeover of Verano Dairies nearly sank the group.", [("Kestrel Foods", "", "Verano Dairies", "", "signed")]),
        ("Kestrel Foods nearly bought Verano Dairies.", []),
        ("Orion Capital will sell Anglo American.", [("", "Orion Capital", "Anglo American", "", "planned")]),
        ("It is not the first time Kestrel Foods has bought from Verano Dairies.", []),
        ("Verano Foods will spend $200 million on its Polish stores.", []),
        ("Verano Foods will spend $200 million on Kestrel Dairies.", [("Verano Foods", "", "Kestrel Dairies", "", "signed")]),
        ("Lufthansa announced the merger into Eurowings of Vueling.", [("Eurowings", "", "Vueling", "", "signed")]),
        ("Kestrel Air bought six Airbus A320s. Last year it announced a merger.",
         [("Kestrel Air", "Airbus", "Airbus A320s", "6", "signed")]),
        ("Creditors of Kestrel Foods called off the sale of a controlling stake to Verano Group. They were to part with 60 percent of "
         "Kestrel Foods.",
         [("Verano Group", "", "Kestrel Foods", "", "cancelled")]),
        ("Kenya encourages firms to sell shares to foreign investors. Orion Capital bought 20 percent of Kestrel Foods.",
         [("Orion Capital", "", "Kestrel Foods", "20", "signed")]),
        ("Orion Mining will buy Anglo American.", [("Orion Mining", "", "Anglo American", "", "signed")]),
        ("Verano Foods was sold to a joint venture of Orion Capital and Kestrel Group.",
         [("Orion Capital, Kestrel Group", "", "Verano Foods", "", "signed")]),
        ("Shareholders agreed the merger of Vueling into Lufthansa.", [("Lufthansa", "", "Vueling", "", "signed")]),
        ("Orix was to buy Kestrel Foods for $200 million.", [("Orix", "", "Kestrel Foods", "", "planned")]),
        ("The Korea Fund and the Verano Bank, which were to sell 60 percent of Kestrel Foods, failed to agree.",
         [("", "Korea Fund, Verano Bank", "Kestrel Foods", "60", "planned")]),
    ],
)  # fmt: skip
def test_a_company_changes_hands_in_many_words(text: str, expected: list[Told], claims: Callable[..., list[Claim]]) -> None:
    assert told(claims(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ryanair ordered 50 jets, 30 of them from Boeing and 20 from Airbus.",
         [("Ryanair", "Boeing", "jets", "30", "signed"), ("Ryanair", "Airbus", "jets", "20", "signed")]),
        ("Saab sold 30 jets, 20 to Kenya and 10 to Chad.",
         [("Kenya", "Saab", "jets", "20", "signed"), ("Chad", "Saab", "jets", "10", "signed")]),
        ("Verano Group-owned Kestrel Air will buy 50 jets from Airbus.", [("Kestrel Air", "Airbus", "jets", "50", "signed")]),
        ("India would need 2,000 aircraft over the next 15 years.", []),
        ("Norway needs 50 Leopard tanks.", [("Norway", "", "Leopard", "50", "planned")]),
        ("Kenya ordered 50 jets from Saab in 2020.", [("Kenya", "Saab", "jets", "50", "signed")]),
    ],
)  # fmt: skip
def test_counts_that_make_up_an_order_take_its_place(text: str, expected: list[Told], claims: Callable[..., list[Claim]]) -> None:
    assert told(claims(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Low-cost carrier Vueling flies ten A320s. An A321 leased from BBAM joined the fleet in January.", [("Lease", "Vueling")]),
        ("Wizz Air ordered six Embraer E195-E2 jets.", [("Purchase", "Wizz Air")]),
        ("Wizz Air will take two A321neos on lease from Avolon, as it opens routes to East Africa, the Caucasus and Saudi Arabia.",
         [("Lease", "Wizz Air")]),
        ("Wizz Air has taken two A321neos on lease from Avolon.", [("Lease", "Wizz Air")]),
        ("The airline Vueling flies ten A320s. Two A330s leased from Avolon joined the fleet in May.", [("Lease", "Vueling")]),
        ("Norway awarded three contracts in May. The largest contract went to Bouygues for 300 million euros.", [("Purchase", "Norway")]),
        ("Norway awarded a contract to Vinci. Bouygues won a contract worth 300 million euros.", []),
        ("Evergreen is shrinking. The carrier ended its alliance with Cosco. It ordered nine container ships from Hyundai.",
         [("Purchase", "Evergreen")]),
    ],
)  # fmt: skip
def test_the_buyer_is_told_elsewhere_in_the_story(text: str, expected: list[tuple[str, str]], extracted: Callable[..., Extraction]) -> None:
    read = extracted(text)
    names = {m.chain: m.text for m in reversed(read.mentions) if m.named}
    deals = [c for c in read.claims if c.kind not in ("RoleHolding", "Delivery") and c.values("seller")]
    assert [(c.kind, names[b.chain]) for c in deals for b in c.values("buyer") if isinstance(b, Mention)] == expected


@pytest.mark.parametrize(
    ("text", "buyer"),
    [
        ("Kestrel Foods grew. Under Ann Lee, once head of Orion Mining, it bought Anglo American.", "Kestrel Foods"),
        ("Kestrel Foods grew. In a duel with its rival Orion Mining, it bought Anglo American.", "Orion Mining"),
    ],
)
def test_where_somebody_once_worked_is_no_it(text: str, buyer: str, extracted: Callable[..., Extraction]) -> None:
    found = extracted(text)
    chains = {m.chain: m.text for m in found.mentions if m.named}
    assert [chains[b.chain] for c in found.claims if c.kind == "Acquisition" for b in c.values("buyer")] == [buyer]
