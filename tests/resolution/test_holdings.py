from __future__ import annotations

from kg.lexicon import Lexicon
from kg.model import Ref
from kg.resolution import resolve
from tests.resolution.build import Story, extractions, facts, of_kind


def test_variants_of_a_title_are_one_post(lexicon: Lexicon) -> None:
    story = Story("a")
    person, greece = story.person("Kyriakos Mitsotakis"), story.country("Greece")
    story.holds(person, "Prime Minister", greece)
    story.holds(person, "PM", greece)
    resolution = resolve(extractions([story]), lexicon)
    (holding,) = facts(resolution, "RoleHolding")
    (role,) = of_kind(resolution, "Role")
    assert (role.id, role.label) == ("role-prime-minister-of-greece", "Prime Minister of Greece")
    assert holding.values("role") == (Ref(role.id),)
    assert holding.id == "holding-kyriakos-mitsotakis-prime-minister-of-greece"


def test_a_claim_without_a_country_joins_the_one_with_it(lexicon: Lexicon) -> None:
    a, b = Story("a"), Story("b")
    person = a.person("Mevlut Cavusoglu")
    a.holds(person, "foreign minister")
    a.holds(person, "Foreign Minister", a.country("Turkey"))
    b.holds(b.person("Mevlut Cavusoglu"), "foreign minister")
    (holding,) = facts(resolve(extractions([a, b]), lexicon), "RoleHolding")
    assert len(holding.claims) == 3
    assert holding.values("of") == (Ref("country-turkey"),)


def test_a_claim_that_fits_two_countries_stays_by_itself(lexicon: Lexicon) -> None:
    story = Story("a")
    person = story.person("Mikheil Saakashvili")
    story.holds(person, "president", story.country("Georgia"))
    story.holds(person, "president", story.country("Ukraine"))
    story.holds(person, "president")
    assert len(facts(resolve(extractions([story]), lexicon), "RoleHolding")) == 3


def test_two_posts_of_one_person_are_two(lexicon: Lexicon) -> None:
    story = Story("a")
    person, firm = story.person("Elon Smith"), story.organization("Acme")
    story.holds(person, "chairman", firm)
    story.holds(person, "chief executive", firm)
    assert len(facts(resolve(extractions([story]), lexicon), "RoleHolding")) == 2


def test_the_newest_story_decides_the_status(lexicon: Lexicon) -> None:
    stories = []
    for id, day, status in (("a", "2019-08-05", "former"), ("b", "2019-07-28", "current")):
        story = Story(id, day)
        story.holds(story.person("Ricardo Rossello"), "governor", story.chain("Place", "Puerto Rico"), status)
        stories.append(story)
    (holding,) = facts(resolve(extractions(stories), lexicon), "RoleHolding")
    assert holding.values("status") == ("former",)


def test_two_holders_of_one_post_share_the_role(lexicon: Lexicon) -> None:
    stories = []
    for id, name in (("a", "Ricardo Rossello"), ("b", "Wanda Vazquez")):
        story = Story(id)
        story.holds(story.person(name), "governor", story.chain("Place", "Puerto Rico"))
        stories.append(story)
    resolution = resolve(extractions(stories), lexicon)
    assert len(facts(resolution, "RoleHolding")) == 2
    assert [e.id for e in of_kind(resolution, "Role")] == ["role-governor-of-puerto-rico"]
