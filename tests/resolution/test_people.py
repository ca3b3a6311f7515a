"""Each case: two persons as two articles name them. Namesakes must stay two; other spellings of one name must become one."""

from __future__ import annotations

import pytest

from kg.lexicon import Lexicon
from kg.resolution import resolve
from tests.resolution.build import Story, extractions, labels, of_kind

SAME = [
    ("Mevlut Cavusoglu", "Mevlüt Çavuşoğlu"),
    ("Mevlut Cavusoglu", "Mevlut Cavusoglou"),
    ("Sergei Mikheev", "Sergei Mikheyev"),
    ("Volodymyr Zelensky", "Volodymyr Zelenskyy"),
    ("Haider al-Abadi", "Haider Al Abadi"),
    ("Gary J. Volesky", "Gary Volesky"),
    ("Elijah Cummings", "Elijah Eugene Cummings"),
    ("Recep Tayyip Erdogan", "Recep Erdogan"),
    ("Lee Jae Myung", "Lee Jae-myung"),
    ("Lee Jae-myung", "Jae-myung Lee"),
    ("Mike Pompeo", "Michael Pompeo"),
    ("Bill Clinton", "William Jefferson Clinton"),
    ("Ferdinand Marcos Jr.", "Ferdinand Marcos Junior"),
    ("Lee Jaemyung", "Lee Jae-myung"),
    ("Governor Ricardo Rossello", "Ricardo Rosselló"),
    ("Mr. Douglas Bush", "Douglas Bush"),
    ("Bashar al-Assad", "Bashar Assad"),
]
APART = [
    ("Bill Clinton", "Hillary Clinton"),
    ("George H. W. Bush", "George W. Bush"),
    ("John Petersen", "John Peterson"),
    ("Kim Jong-un", "Kim Jong-il"),
    ("Kim Hyun-jong", "Kim Min-jong"),
    ("Donald Trump", "Donald Trump Jr."),
    ("Donald Trump", "Melania Trump"),
    ("Lee Jae Myung", "Lee Yong-cheol"),
    ("James Martin", "Martin James"),
    ("John Paul", "John Paul Jones"),
    ("Marin Popescu", "Marina Popescu"),
    ("Boris Johnson", "Lyndon Johnson"),
    ("Janez Novak", "Jan Novak"),
    ("Erdogan", "Bilal Erdogan"),
    ("Bashar al-Assad", "al-Assadi"),
    ("Al Gore", "Martin Gore"),
    ("Lee", "Lee Jae Myung"),
    ("Maria Silva", "Mario Silva"),
    ("Ali Khamenei", "Ali Khomeini"),
]


@pytest.mark.parametrize(("left", "right"), SAME)
def test_two_spellings_are_one_person(lexicon: Lexicon, left: str, right: str) -> None:
    assert len(of_kind(resolve(extractions(named(left, right)), lexicon), "Person")) == 1


@pytest.mark.parametrize(("left", "right"), APART)
def test_two_persons_stay_two(lexicon: Lexicon, left: str, right: str) -> None:
    resolution = resolve(extractions(named(left, right)), lexicon)
    assert len(of_kind(resolution, "Person")) == 2
    assert len({e.id for e in resolution.entities}) == 2


def named(*names: str) -> list[Story]:
    stories = []
    for id, name in zip("abcdef", names, strict=False):
        stories.append(Story(id))
        stories[-1].person(name)
    return stories


def officeholders(*rows: tuple[str, str, str]) -> list[Story]:
    stories = []
    for i, (name, title, country) in enumerate(rows):
        story = Story(f"a{i}")
        story.holds(story.person(name), title, story.country(country))
        stories.append(story)
    return stories


def test_a_surname_joins_the_one_who_holds_the_post(lexicon: Lexicon) -> None:
    stories = officeholders(("Recep Tayyip Erdogan", "President", "Turkey"), ("Erdogan", "president", "Turkey"))
    assert labels(resolve(extractions(stories), lexicon), "Person") == ["Recep Tayyip Erdogan"]


def test_an_initial_is_the_letter_as_written(lexicon: Lexicon) -> None:
    stories = officeholders(("J. Stoltenberg", "finance minister", "Norway"), ("Jens Stoltenberg", "finance minister", "Norway"))
    assert labels(resolve(extractions(stories), lexicon), "Person") == ["Jens Stoltenberg"]


def test_a_surname_with_its_particle_is_a_surname(lexicon: Lexicon) -> None:
    stories = officeholders(("Bashar al-Assad", "President", "Syria"), ("al-Assad", "president", "Syria"), ("Assad", "president", "Syria"))
    assert labels(resolve(extractions(stories), lexicon), "Person") == ["Bashar al-Assad"]


def test_a_surname_does_not_join_the_holder_of_another_post(lexicon: Lexicon) -> None:
    stories = officeholders(("Boris Johnson", "prime minister", "United Kingdom"), ("Johnson", "senator", "United States"))
    assert len(of_kind(resolve(extractions(stories), lexicon), "Person")) == 2


def test_a_surname_that_two_bear_joins_neither(lexicon: Lexicon) -> None:
    story = Story("a")
    for name in ("Hunter Biden", "Joe Biden", "Biden"):
        story.person(name)
    resolution = resolve(extractions([story]), lexicon)
    assert labels(resolution, "Person") == ["Biden", "Hunter Biden", "Joe Biden"]
    reasons = [d.reason for d in resolution.decisions if not d.same and d.left.id == "person-biden"]
    assert len(reasons) == 2 and all("more than one" in r for r in reasons)


def test_two_surnames_alone_in_two_stories_stay_two_with_ids_of_their_own(lexicon: Lexicon) -> None:
    resolution = resolve(extractions(named("Smith", "Smith")), lexicon)
    assert [e.id for e in resolution.entities] == ["person-smith", "person-smith-b"]


def test_a_surname_never_joins_a_servant_of_another_country(lexicon: Lexicon) -> None:
    stories = officeholders(("George Bush", "governor", "Jamaica"), ("Bush", "governor", "United States"))
    for story in stories:
        for other in ("Harbour Trust", "Polar Institute", "Civic Forum"):
            story.organization(other)
    assert len(of_kind(resolve(extractions(stories), lexicon), "Person")) == 2


def test_only_some_countries_put_the_family_name_first(lexicon: Lexicon) -> None:
    for country, found in (("Japan", 1), ("Canada", 2)):
        stories = officeholders(("James Martin", "minister", country), ("Martin James", "minister", country))
        assert len(of_kind(resolve(extractions(stories), lexicon), "Person")) == found


def test_similar_spelling_needs_support(lexicon: Lexicon) -> None:
    apart = named("Mohammed Deif", "Mohammad Deef")
    assert len(of_kind(resolve(extractions(apart), lexicon), "Person")) == 2
    stories = officeholders(("Mohamed Farah", "foreign minister", "Somalia"), ("Muhammad Farah", "foreign minister", "Somalia"))
    assert len(of_kind(resolve(extractions(stories), lexicon), "Person")) == 1


def test_one_story_does_not_make_one_of_a_couple(lexicon: Lexicon) -> None:
    story = Story("a")
    story.person("Ivan Petrov")
    story.person("Ivana Petrov")
    assert len(of_kind(resolve(extractions([story]), lexicon), "Person")) == 2


def test_a_reversed_name_needs_support(lexicon: Lexicon) -> None:
    stories = officeholders(("Viktor Orban", "prime minister", "Hungary"), ("Orbán Viktor", "prime minister", "Hungary"))
    assert len(of_kind(resolve(extractions(stories), lexicon), "Person")) == 1


def test_the_label_is_a_full_name_and_all_names_are_kept(lexicon: Lexicon) -> None:
    a, b = Story("a"), Story("b")
    a.person("Mr Erdogan", "Recep Tayyip Erdogan")
    b.person("Recep Tayyip Erdoğan", "Erdoğan")
    (person,) = of_kind(resolve(extractions([a, b]), lexicon), "Person")
    assert person.id == "person-recep-tayyip-erdogan"
    written = {"Mr Erdogan", "Recep Tayyip Erdogan", "Recep Tayyip Erdoğan", "Erdoğan"}
    assert person.names == (person.label, *sorted(written - {person.label}))


def test_every_merge_of_two_names_is_explained(lexicon: Lexicon) -> None:
    decisions = resolve(extractions(named("Sergei Mikheev", "Sergei Mikheyev")), lexicon).decisions
    assert [(d.left.id, d.right.name, d.same) for d in decisions] == [("person-sergei-mikheyev", "Sergei Mikheev", True)]
    assert "another spelling" in decisions[0].reason
