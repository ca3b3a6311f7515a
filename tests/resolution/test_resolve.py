from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from kg.lexicon import Lexicon
from kg.model import Extraction, Ref
from kg.resolution import resolve
from kg.values import Date
from tests.resolution.build import Story, count, extractions, facts, labels, money, of_kind


def s400_stories() -> list[Extraction]:
    """Three stories of one purchase, a delivery and a holder of a post; a fourth of another buyer."""
    a = Story("a", "2017-12-29")
    turkey, russia, s400 = a.country("Turkey", "Ankara"), a.country("Russia"), a.system("S-400")
    a.holds(a.person("Recep Tayyip Erdogan", "Erdogan"), "President", turkey)
    a.claim("Purchase", buyer=turkey, seller=russia, system=s400, status="signed", hasDate=Date.parse("2017-12-29"))
    a.claim("Purchase", system=s400, hasValue=money(2_500_000_000), quantity=count(4, "battery"), status="signed")
    b = Story("b", "2018-01-03")
    turkey, s400 = b.country("Turkey"), b.system("S-400 Triumf")
    b.holds(b.person("Erdoğan"), "president", turkey)
    b.claim("Purchase", buyer=turkey, system=s400, hasValue=money(2_500_000_000, about=True), status="signed", hasDate=Date.parse("2017"))
    c = Story("c", "2019-07-12")
    turkey, s400 = c.country("Turkey"), c.system("S-400 air defence system")
    c.claim("Purchase", buyer=turkey, system=s400, quantity=count(4, "battery"), status="delivered")
    c.claim("Delivery", system=s400, to=turkey, start=Date.parse("2019-07-12"), status="started")
    d = Story("d", "2018-10-05")
    india, s400 = d.country("India"), d.system("S-400")
    d.claim("Purchase", buyer=india, system=s400, hasValue=money(5_430_000_000), status="signed", hasDate=Date.parse("2018-10-05"))
    return extractions([a, b, c, d])


def test_one_deal_in_three_stories_is_one_fact(lexicon: Lexicon) -> None:
    resolution = resolve(s400_stories(), lexicon)
    deals = facts(resolution, "Purchase")
    assert [d.id for d in deals] == ["deal-india-s-400-2018", "deal-turkey-s-400-2017"]
    turkish = deals[1]
    assert {c.evidence.article for c in turkish.claims} == {"a", "b", "c"}
    assert turkish.values("quantity") == (count(4, "battery"),)
    assert turkish.values("hasValue") == (money(2_500_000_000),)
    assert turkish.values("seller") == (Ref("country-russia"),)
    assert turkish.values("status") == ("delivered",)


def test_one_person_and_one_system_under_all_their_names(lexicon: Lexicon) -> None:
    resolution = resolve(s400_stories(), lexicon)
    assert labels(resolution, "Person") == ["Recep Tayyip Erdogan"]
    assert of_kind(resolution, "Person")[0].names == ("Recep Tayyip Erdogan", "Erdogan", "Erdoğan")
    assert [e.id for e in of_kind(resolution, "System")] == ["system-s-400"]
    assert len(facts(resolution, "RoleHolding")) == 1


@settings(max_examples=25, deadline=None)
@given(order=st.permutations(range(4)), again=st.lists(st.integers(0, 3), max_size=3))
def test_order_and_repetition_of_stories_change_nothing(lexicon: Lexicon, order: list[int], again: list[int]) -> None:
    told = s400_stories()
    assert resolve([told[i] for i in [*order, *again]], lexicon) == resolve(told, lexicon)


def test_nothing_gives_nothing(lexicon: Lexicon) -> None:
    resolution = resolve([], lexicon)
    assert (resolution.entities, resolution.facts, resolution.decisions) == ((), (), ())


def test_a_slot_that_only_a_pronoun_fills_stays_open(lexicon: Lexicon) -> None:
    story = Story("a")
    it = story.chain("Organization", "it", named=False)
    story.claim("Purchase", buyer=it, system=story.system("S-400"), status="signed")
    resolution = resolve(extractions([story]), lexicon)
    assert [e.id for e in resolution.entities] == ["system-s-400"]
    assert facts(resolution, "Purchase")[0].values("buyer") == ()


def test_a_description_is_an_entity_where_a_claim_needs_it(lexicon: Lexicon) -> None:
    story = Story("a")
    firm = story.chain("Organization", "a local shipyard", named=False)
    story.chain("Organization", "the bank", named=False)
    story.claim("Purchase", buyer=firm, system=story.system("S-400"), status="signed")
    assert labels(resolve(extractions([story]), lexicon), "Organization") == ["local shipyard"]


def test_a_kind_nobody_knows_is_joined_by_its_entities(lexicon: Lexicon) -> None:
    stories = []
    for id in "ab":
        story = Story(id)
        story.claim("Visit", visitor=story.country("Turkey"), host=story.country("Russia"))
        stories.append(story)
    visits = facts(resolve(extractions(stories), lexicon), "Visit")
    assert len(visits) == 1 and len(visits[0].claims) == 2
