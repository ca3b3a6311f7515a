from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.language import Language
from spacy.tokens import Doc

from kg.language.name_titles import cut_titles
from kg.language.spans import Name
from kg.lexicon import Lexicon

Read = Callable[..., Doc]

# text, names that must be there, texts that must not be (part of) a name
SENTENCES: list[tuple[str, dict[str, str], list[str]]] = [
    (
        "Poland ordered 32 F-16 Block 70 jets and an S-400 battery.",
        {"Poland": "GPE", "F-16 Block 70": "SYSTEM", "S-400": "SYSTEM"},
        ["battery"],
    ),
    ("Norway chose the Leopard 2A7 over the K9 howitzer.", {"Norway": "GPE", "Leopard 2A7": "SYSTEM", "K9": "SYSTEM"}, ["howitzer"]),
    ("The navy will get six Type 212CD submarines and an MQ-9B drone.", {"Type 212CD": "SYSTEM", "MQ-9B": "SYSTEM"}, ["drone"]),
    ("The army fired a Patriot PAC-3 MSE missile and flew a Su-35S.", {"Patriot PAC-3 MSE": "SYSTEM", "Su-35S": "SYSTEM"}, ["missile"]),
    ("Kiel will build two Korrin-class frigates.", {"Korrin-class": "SYSTEM"}, ["frigates"]),
    ("World-class engineers flew business-class to the G-20 summit.", {}, ["World", "class"]),
    ("The shipment was delayed by COVID-19 and passed A-level tests in Q3.", {}, ["COVID", "A-level", "Q3"]),
    ("The United Arab Emirates and South Korea's navy met.", {"United Arab Emirates": "GPE", "South Korea": "GPE"}, ["'s"]),
    ("A Turkish envoy met Polish officers in Ankara.", {"Turkish": "NORP", "Polish": "NORP", "Ankara": "GPE"}, ["envoy"]),
    ("The European Union fined the Turkish company.", {"European Union": "ORG", "Turkish": "NORP"}, ["The"]),
    ("Foreign Minister Marta Havel spoke. Havel left.", {"Marta Havel": "PERSON", "Havel": "PERSON"}, ["Foreign", "Minister"]),
    ("Mr Ode and Ms Velkova sold the yard.", {"Ode": "PERSON", "Velkova": "PERSON"}, ["Mr", "Ms"]),
    ("Shares in Boeing (NYSE: BA) rose.", {"Boeing": "ORG"}, ["NYSE", "BA"]),
    ("Egypt bought 24 Rafales and more Javelin missiles; NATO welcomed it.", {"Rafales": "SYSTEM", "Javelin": "SYSTEM", "NATO": "ORG"}, []),
    ("The senator left for Norhaven Marine Holdings and Aden Airport.", {"Norhaven Marine Holdings": "ORG", "Aden Airport": "LOC"}, []),
    ("Sweden's Norhaven Chief Executive Jan Holt spoke.", {"Sweden": "GPE", "Jan Holt": "PERSON"}, ["Chief", "Executive"]),
    ("The Council of Ministers met Lena Ode of Acme Corp.", {"Lena Ode": "PERSON"}, ["Lena Ode of"]),
    ("It starts in mid-July, the ex-minister said.", {}, ["mid-July", "ex-minister"]),
]


@pytest.mark.parametrize(("text", "expected", "forbidden"), SENTENCES, ids=[s[0] for s in SENTENCES])
def test_names(read_text: Read, text: str, expected: dict[str, str], forbidden: list[str]) -> None:
    found = {ent.text: ent.label_ for ent in read_text(text).ents}
    assert expected.items() <= found.items()
    assert not [(name, part) for name in found for part in forbidden if part in name]


def test_a_share_at_an_exchange_is_no_system(read_text: Read) -> None:
    found = {ent.text: ent.label_ for ent in read_text("Embraer (NYSE: ERJ; B3: EMBR3) sold 26 Gripen-E jets and CV90 vehicles.").ents}
    assert found.get("EMBR3") != "SYSTEM"
    assert found["Gripen-E"] == found["CV90"] == "SYSTEM"


@pytest.mark.parametrize("word", ["COVID-19", "G-20", "I-95", "H1N1", "Q3", "CO2", "FY2024", "A4", "MI6", "World-class"])
def test_no_designators(read_text: Read, word: str) -> None:
    doc = read_text(f"The report on {word} was published in Oslo. Ministers discussed {word} again.")
    assert "SYSTEM" not in [ent.label_ for ent in doc.ents]


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("Turkish Foreign Minister Selin Aydar met Defence Minister Jan Holt.", ["Foreign Minister", "Defence Minister"]),
        ("Ada Ray, the chief executive of Norhaven Marine, resigned.", ["chief executive"]),
        ("They voted in the general election at 5 p.m.", []),
        ("Farmers and drivers protested.", []),
    ],
)
def test_titles(read_text: Read, text: str, titles: list[str]) -> None:
    doc = read_text(text)
    assert [span.text for span in doc.spans["titles"]] == titles


def test_titles_and_persons_do_not_share_words(read_text: Read) -> None:
    doc = read_text("Air Force commander Maj. Gen. Ray Ode met Prime Minister-designate Ann Berg and President Jan Holt.")
    titled = {token.i for span in doc.spans["titles"] for token in span}
    assert titled.isdisjoint(token.i for ent in doc.ents if ent.label_ == "PERSON" for token in ent)


def test_a_form_keeps_its_kind_in_an_article(read_text: Read) -> None:
    doc = read_text("Phone company Qwerto bid for Alcor. Qwerto shares rose. Qwerto chairman Jan Holt said Qwerto would wait.")
    assert {ent.label_ for ent in doc.ents if ent.text == "Qwerto"} == {"ORG"}
    assert len([ent for ent in doc.ents if ent.text == "Qwerto"]) == 4


def test_a_company_that_is_never_introduced_as_a_person_is_none(read_text: Read) -> None:
    doc = read_text("Gasnor bid for the yard. Its rival had sued Gasnor in May. The court told Gasnor to wait. Gasnor appealed.")
    assert {ent.label_ for ent in doc.ents if ent.text == "Gasnor"} <= {"ORG"}


@pytest.mark.parametrize("text", ["Turtles have nested here.", "They met on Thursdays.", "Repairs take two hours."])
def test_plain_words_are_no_names(read_text: Read, text: str) -> None:
    assert not read_text(text).ents


def test_an_account_is_no_name(read_text: Read) -> None:
    doc = read_text("Be sure to follow Deputy Secretary Ann Lee on Twitter (@AnnLee) and the office on Flickr.")
    assert [e.text for e in doc.ents if e.label_ == "PERSON"] == ["Ann Lee"]


def test_a_country_stays_one_beside_a_person_of_its_name(read_text: Read) -> None:
    doc = read_text("Ann France met ministers of Italy. Poland and Italy agreed. France agreed too.")
    assert [ent.label_ for ent in doc.ents if ent.text == "France"] == ["GPE"]


def test_the_people_that_opens_a_sentence_is_one(read_text: Read) -> None:
    doc = read_text("French Armed Forces Minister Florence Parly met Indian Navy chief Admiral Hari Kumar.")
    assert ("French", "NORP") in {(ent.text, ent.label_) for ent in doc.ents}
    assert "Armed Forces Minister" in {span.text for span in doc.spans["titles"]}
    assert "Armed Forces" not in {ent.text for ent in doc.ents}


def test_what_is_sold_by_shares_is_a_company(read_text: Read) -> None:
    doc = read_text("Norway's Ulrik Steen agreed to buy 33% of Changyu. The army destroyed 80% of Bakhmut.")
    labels = {ent.text: ent.label_ for ent in doc.ents}
    assert labels["Changyu"] == labels["Ulrik Steen"] == "ORG"
    assert labels["Bakhmut"] != "ORG"


def test_a_country_with_a_title_is_no_person(nlp: Language, words: Lexicon) -> None:
    doc = nlp("They met Syrian President Bashar Karim.")
    assert cut_titles(doc, [Name(2, 4, "PERSON"), Name(4, 6, "PERSON")], words) == [Name(2, 3, "NORP"), Name(4, 6, "PERSON")]
