from __future__ import annotations

import pytest

from kg.lexicon import Lexicon
from kg.model import Ref
from kg.resolution import resolve
from tests.resolution.build import Story, extractions, facts, labels, of_kind

SAME = [
    ("Microsoft", "Microsoft Corp."),
    ("LinkedIn Corp", "Linkedin"),
    ("Boeing", "The Boeing Company"),
    ("Strategic Hotels & Resorts", "Strategic Hotels and Resorts Inc"),
    ("J.C. Flowers & Co", "JC Flowers"),
    ("MetLife", "Met Life"),
    ("U.S. Army", "US Army"),
    ("Lockheed Martin Corp", "Lockheed Martin"),
]
APART = [
    ("Airbus", "Airbus Helicopters"),
    ("Boeing", "Boeing Japan"),
    ("Hanwha Aerospace", "Hanwha Systems"),
    ("Hyundai Rotem", "Rotem"),
    ("Hyundai Rotem", "Hyundai Motor"),
    ("Bank of America", "Bank of China"),
    ("General Dynamics", "General Electric"),
    ("Delta Air Lines", "Delta Electronics"),
    ("Finnish Army", "US Army"),
    ("National Bank of Greece", "National Bank of Canada"),
]


@pytest.mark.parametrize(("left", "right"), SAME)
def test_two_forms_are_one_organization(lexicon: Lexicon, left: str, right: str) -> None:
    assert len(of_kind(resolve(extractions(named(left, right)), lexicon), "Organization")) == 1


@pytest.mark.parametrize(("left", "right"), APART)
def test_two_organizations_stay_two(lexicon: Lexicon, left: str, right: str) -> None:
    assert len(of_kind(resolve(extractions(named(left, right)), lexicon), "Organization")) == 2


def named(*names: str) -> list[Story]:
    stories = []
    for id, name in zip("abcdef", names, strict=False):
        stories.append(Story(id))
        stories[-1].organization(name)
    return stories


def test_a_company_is_shown_as_it_is_mostly_written(lexicon: Lexicon) -> None:
    a, b = Story("a"), Story("b")
    a.organization("Microsoft Corp", "Microsoft", "Microsoft")
    b.organization("Microsoft")
    (company,) = of_kind(resolve(extractions([a, b]), lexicon), "Organization")
    assert (company.id, company.names) == ("organization-microsoft", ("Microsoft", "Microsoft Corp"))


def test_the_legal_form_is_no_part_of_the_id(lexicon: Lexicon) -> None:
    assert [e.id for e in resolve(extractions(named("Marriott International Inc")), lexicon).entities] == [
        "organization-marriott-international"
    ]


def test_an_acronym_that_an_article_explains_holds_in_all(lexicon: Lexicon) -> None:
    a, b = Story("a"), Story("b")
    a.organization("Harbour Modernisation Planning Office", "HMPO")
    b.organization("HMPO")
    assert labels(resolve(extractions([a, b]), lexicon), "Organization") == ["Harbour Modernisation Planning Office"]


def test_an_acronym_that_two_bear_joins_neither(lexicon: Lexicon) -> None:
    a, b, c = Story("a"), Story("b"), Story("c")
    a.organization("Puerto Industrial Authority", "PIA")
    b.organization("Pakistan International Airlines", "PIA")
    c.organization("PIA")
    assert len(of_kind(resolve(extractions([a, b, c]), lexicon), "Organization")) == 3


def short_and_long(*, shared: bool) -> list[Story]:
    a, b = Story("a"), Story("b")
    a.organization("Hyundai Rotem", "Rotem")
    b.organization("Rotem")
    for name in ("Polish Armament Agency", "Huta Stalowa Wola", "Jelcz"):
        a.organization(name)
        b.organization(name if shared else f"Other {name}")
    return [a, b]


def test_a_short_form_needs_an_article_that_shows_both_and_one_story(lexicon: Lexicon) -> None:
    assert "Rotem" not in labels(resolve(extractions(short_and_long(shared=True)), lexicon), "Organization")
    assert "Rotem" in labels(resolve(extractions(short_and_long(shared=False)), lexicon), "Organization")


def test_a_longer_name_said_once_and_later_leaves_the_chain(lexicon: Lexicon) -> None:
    story = Story("a")
    drive = story.organization("Google", "Google", "Google", "Google Drive")
    story.claim("Purchase", buyer=story.again(drive, "it"), system=story.system("S-400"))
    resolution = resolve(extractions([story]), lexicon)
    assert labels(resolution, "Organization") == ["Google", "Google Drive"]
    assert facts(resolution, "Purchase")[0].values("buyer") == (Ref("organization-google"),)


def test_the_full_name_that_comes_first_keeps_its_short_form(lexicon: Lexicon) -> None:
    story = Story("a")
    story.organization("Hyundai Rotem", "Rotem", "Rotem", "Rotem")
    assert labels(resolve(extractions([story]), lexicon), "Organization") == ["Hyundai Rotem"]


def test_the_army_is_that_of_the_country_the_story_is_about(lexicon: Lexicon) -> None:
    stories = []
    for id, country in (("a", "Finland"), ("b", "Poland"), ("c", "Finland")):
        story = Story(id)
        story.country(country)
        story.organization("Army")
        stories.append(story)
    entities = of_kind(resolve(extractions(stories), lexicon), "Organization")
    assert sorted(len(e.mentions) for e in entities) == [1, 2]
    assert [e.id for e in entities] == ["organization-army-finland", "organization-army-poland"]
    assert [e.label for e in entities] == ["Army (Finland)", "Army (Poland)"]


def test_a_senate_is_that_of_the_state_the_story_is_about(lexicon: Lexicon) -> None:
    stories = []
    for id, countries in (("a", ("Philippines", "Philippines", "United States")), ("b", ("Denmark", "Denmark", "United States"))):
        story = Story(id)
        for country in countries:
            story.country(country)
        story.organization("Senate")
        stories.append(story)
    entities = of_kind(resolve(extractions(stories), lexicon), "Organization")
    assert sorted(e.label for e in entities) == ["Senate (Philippines)", "Senate (United States)"]


def test_a_name_most_articles_take_for_a_company_is_one(lexicon: Lexicon) -> None:
    stories = named("Starwood", "Starwood")
    odd = Story("x")
    odd.person("Starwood")
    resolution = resolve(extractions([*stories, odd]), lexicon)
    assert [(e.id, len(e.mentions)) for e in resolution.entities] == [("organization-starwood", 3)]


def test_a_person_with_a_post_is_no_company_of_that_name(lexicon: Lexicon) -> None:
    stories = named("Ford", "Ford")
    story = Story("x")
    story.holds(story.person("Ford"), "premier")
    assert len(of_kind(resolve(extractions([*stories, story]), lexicon), "Person")) == 1
