"""Each claim of a fact keeps its own speakers, as entities."""

from __future__ import annotations

from kg.lexicon import Lexicon
from kg.model import Mention, Ref
from kg.resolution import resolve
from tests.resolution.build import Story, extractions, facts


def told(id: str, day: str, speaker: str, *, pronoun: bool = False) -> Story:
    """Poland ordered tanks from Rotem, says a speaker: by name, or by a pronoun that nobody explained."""
    story = Story(id, day)
    poland, rotem, tanks = story.country("Poland"), story.organization("Hyundai Rotem"), story.system("K2")
    said: Mention = story.chain("Person", speaker, named=not pronoun)
    story.claim("Purchase", buyer=poland, seller=rotem, system=tanks, status="signed", attributedTo=said)
    return story


def speakers(stories: list[Story], lexicon: Lexicon) -> list[list[tuple[object, ...]]]:
    return [[c.values("attributedTo") for c in f.claims] for f in facts(resolve(extractions(stories), lexicon), "Purchase")]


def test_claims_of_one_fact_keep_each_its_own_speaker(lexicon: Lexicon) -> None:
    stories = [told("a", "2022-08-26", "Jan Kowal"), told("b", "2022-08-27", "Anna Holm")]
    assert speakers(stories, lexicon) == [[(Ref("person-jan-kowal"),), (Ref("person-anna-holm"),)]]


def test_a_speaker_is_no_slot_of_the_fact(lexicon: Lexicon) -> None:
    (deal,) = facts(resolve(extractions([told("a", "2022-08-26", "Jan Kowal")]), lexicon), "Purchase")
    assert deal.values("attributedTo") == ()


def test_a_pronoun_that_nobody_explained_is_no_speaker(lexicon: Lexicon) -> None:
    assert speakers([told("a", "2022-08-26", "he", pronoun=True)], lexicon) == [[()]]
