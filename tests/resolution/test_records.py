"""Every merge of two names says why; so does every pair that nearly was one."""

from __future__ import annotations

from kg.lexicon import Lexicon
from kg.model import Decision
from kg.resolution import resolve
from kg.values import Date
from tests.resolution.build import Story, extractions, money


def decided(lexicon: Lexicon, *stories: Story) -> dict[tuple[str, str], Decision]:
    """Decisions by the entity or fact on the left and the name, or article of a fact, on the right."""
    found = resolve(extractions(stories), lexicon).decisions
    return {(d.left.id, (d.right.article if d.kind == "Deal" else d.right.name) if d.same else d.right.id): d for d in found}


def test_names_joined_by_their_form_are_recorded(lexicon: Lexicon) -> None:
    a, b = Story("a"), Story("b")
    a.country("Turkey")
    b.country("Ankara")
    a.system("S-400")
    b.system("S-400 air defence system")
    found = decided(lexicon, a, b)
    assert found[("country-turkey", "Ankara")].reason == "“Ankara” is a name of “Turkey”"
    assert found[("system-s-400", "S-400 air defence system")].same


def test_a_deal_joined_across_stories_is_recorded_with_its_reasons(lexicon: Lexicon) -> None:
    stories = []
    for id, value in (("a", 2.5e9), ("b", 2.5e9), ("c", 6e9)):
        story = Story(id, "2017-12-29")
        day = Date.parse("2017-12-29")
        story.claim("Purchase", buyer=story.country("Turkey"), system=story.system("S-400"), hasValue=money(value), hasDate=day)
        stories.append(story)
    found = decided(lexicon, *stories)
    merged = found[("deal-turkey-s-400-2017", "b")]
    assert merged.same and merged.score == 1.0
    assert "same buyer" in merged.reason and "same value" in merged.reason
    apart = found[("deal-turkey-s-400-2017", "deal-turkey-s-400-2017-c")]
    assert not apart.same
    assert apart.reason.startswith("different values (USD 2,500,000,000")


def test_pairs_that_share_only_their_article_are_not_recorded(lexicon: Lexicon) -> None:
    story = Story("a")
    for name in ("Kang Hoon-sik", "Kim Hyun-jong", "Nikos Dendias", "Nikos Christodoulides"):
        story.person(name)
    assert decided(lexicon, story) == {}


def test_one_full_name_with_posts_of_two_countries_is_for_a_person_to_judge(lexicon: Lexicon) -> None:
    stories = []
    for id, country in (("a", "Norway"), ("b", "Chile"), ("c", "Chile")):
        story = Story(id, "2020-02-03")
        story.holds(story.person("Maria Holm"), "minister", story.country(country))
        stories.append(story)
    [asked] = [d for d in resolve(extractions(stories), lexicon).decisions if d.uncertain]
    assert (asked.left.article, asked.right.article, asked.same) == ("b", "a", True)
    assert asked.reason == "one name, but posts of Chile there and of Norway here"
    assert not any(d.uncertain for d in resolve(extractions(stories[1:]), lexicon).decisions)
