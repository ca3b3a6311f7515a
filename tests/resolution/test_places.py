from __future__ import annotations

from kg.lexicon import Lexicon
from kg.resolution import resolve
from tests.resolution.build import Story, extractions, of_kind


def test_all_names_of_a_country_are_one_with_its_code(lexicon: Lexicon) -> None:
    stories = []
    for id, names in (("a", ("Turkish", "Ankara")), ("b", ("Türkiye",)), ("c", ("Turkish Ministry of National Defence",))):
        stories.append(Story(id))
        stories[-1].country(*names)
    (country,) = of_kind(resolve(extractions(stories), lexicon), "Country")
    assert (country.id, country.label, country.code) == ("country-turkey", "Turkey", "TR")
    assert country.names == ("Turkey", "Ankara", "Turkish", "Turkish Ministry of National Defence", "Türkiye")


def test_a_country_nobody_knows_goes_by_its_name(lexicon: Lexicon) -> None:
    stories = []
    for id, name in (("a", "Ruritania"), ("b", "the Ruritania"), ("c", "Syldavia")):
        stories.append(Story(id))
        stories[-1].country(name)
    assert [(e.id, e.code) for e in of_kind(resolve(extractions(stories), lexicon), "Country")] == [
        ("country-ruritania", ""),
        ("country-syldavia", ""),
    ]


def test_a_country_and_a_state_of_one_name_stay_two(lexicon: Lexicon) -> None:
    a, b = Story("a"), Story("b")
    a.country("Georgia")
    b.chain("Place", "Georgia")
    assert {e.id for e in resolve(extractions([a, b]), lexicon).entities} == {"country-georgia", "place-georgia"}
