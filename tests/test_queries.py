"""Does every shipped query say what it answers, run, and give what it says?"""

from pathlib import Path

import pytest
from pyoxigraph import QuerySolutions

from kg.graph import KnowledgeGraph, assemble, query
from kg.lexicon import load as load_lexicon
from kg.ontology import data_dir, load
from kg.resolution import resolve
from kg.values import Date
from tests.graph.sample import sample_graph
from tests.reasoning.test_offices import holds, world
from tests.resolution.build import Story, count, extractions, money

ONTOLOGY = load()
QUERIES = sorted((data_dir() / "queries").glob("*.rq"))


def rows(name: str, graph: KnowledgeGraph, **values: str) -> list[tuple[str, ...]]:
    found = query(graph, (data_dir() / "queries" / name).read_text(encoding="utf-8"), ONTOLOGY, values)
    assert isinstance(found, QuerySolutions)
    return [tuple("" if v is None else str(getattr(v, "value", v)) for v in solution) for solution in found]


@pytest.mark.parametrize("path", QUERIES, ids=lambda p: p.stem)
def test_a_query_opens_with_its_question_and_runs(path: Path) -> None:
    opening = path.read_text(encoding="utf-8").split("\n", 1)[0]
    assert opening.startswith("# ") and opening.endswith("?")
    assert isinstance(rows(path.name, sample_graph()), list)


def test_contradictions_shows_the_sentences_of_both_sides() -> None:
    graph = world(holds("ann", ("a2016", "current"), ("a2019", "current")), holds("bob", ("a2018", "current")))
    found = rows("contradictions.rq", graph)
    assert {why for why, *_ in found} == {"Ann and Bob are both called President of Turkey at one time"}
    assert [(published, article, sentence) for _, _, _, status, published, article, sentence in found if status.endswith("current")] == [
        ("2016-05-01", "a2016", "ann current"), ("2019-03-01", "a2019", "ann current"), ("2018-03-01", "a2018", "bob current"),
    ]  # fmt: skip


def test_a_graph_without_contradictions_has_none() -> None:
    assert rows("contradictions.rq", sample_graph()) == []
    assert rows("contradictions.rq", world(holds("ann", ("a2018", "former")), holds("bob", ("a2018", "current")))) == []


def test_unsettled_offices_lists_who_may_have_followed_whom() -> None:
    ann, bob = holds("ann", ("a2016", "current")), holds("bob", ("a2021", "current"))
    assert rows("unsettled-offices.rq", world(ann, bob)) == [
        ("President of Turkey", "Ann", "2016-05-01", "2016-05-01"), ("President of Turkey", "Bob", "2021-02-01", "2021-02-01"),
    ]  # fmt: skip


def test_a_told_succession_or_a_contradiction_is_not_unsettled() -> None:
    bob = holds("bob", ("a2018", "current"))
    assert rows("unsettled-offices.rq", world(holds("ann", ("a2016", "current"), ("a2018", "former")), bob)) == []
    assert rows("unsettled-offices.rq", world(holds("ann", ("a2016", "current"), ("a2019", "current")), bob)) == []
    assert rows("unsettled-offices.rq", world(holds("ann", ("a2016", "current")))) == []


def priced(*told: tuple[str, str, int]) -> KnowledgeGraph:
    """Stories of one purchase: id, day and price in billions of dollars of each."""
    stories = []
    for id, day, price in told:
        story = Story(id, day)
        buyer, seller, system = story.country("India"), story.country("France"), story.system("Rafale")
        when = Date.parse("2016-09-23")
        story.claim("Purchase", buyer=buyer, seller=seller, system=system, hasValue=money(price * 1e9), hasDate=when, status="signed")
        stories.append(story)
    told_by = extractions(stories)
    return assemble(resolve(told_by, load_lexicon()), [e.article for e in told_by], ONTOLOGY)


def test_conflicts_shows_all_values_with_their_sources_and_which_is_preferred() -> None:
    found = rows("conflicts.rq", priced(("a", "2016-09-23", 8), ("b", "2016-09-24", 11), ("c", "2016-09-25", 8)))
    assert [(value, shown, article) for _, _, _, value, shown, _, article, _ in found] == [
        ("8000000000 USD (8000000000.0 USD)", "true", "a"),
        ("8000000000 USD (8000000000.0 USD)", "true", "c"),
        ("11000000000 USD (11000000000.0 USD)", "false", "b"),
    ]
    assert rows("conflicts.rq", priced(("a", "2016-09-23", 8), ("b", "2016-09-24", 8))) == []


def test_merges_tells_who_decided_and_why() -> None:
    [row] = rows("merges.rq", priced(("a", "2016-09-23", 8), ("b", "2016-09-24", 8)))
    kind, left, left_article, same, right, right_article, score, uncertain, by, reason = row
    assert (left_article, right_article, same, score, uncertain, by) == ("a", "b", "true", "1", "false", "policy")
    assert kind.endswith("Deal") and left.startswith("sentence") and right.startswith("sentence") and "same value" in reason


def posts(graph: KnowledgeGraph, **values: str) -> list[tuple[str, ...]]:
    return [row[1:5] for row in rows("holders.rq", graph, **values)]


def test_holders_tells_who_was_in_office_on_a_day_and_nobody_before_or_after() -> None:
    graph = world(holds("ann", ("a2016", "current"), ("a2018", "former")), holds("bob", ("a2018", "current")))
    ann = ("President of Turkey", "Ann", "2016-05-01", "2018-03-01")
    bob = ("President of Turkey", "Bob", "2018-03-01", "")
    assert posts(graph) == [ann, bob]
    assert posts(graph, date="2016-04-30") == []
    assert posts(graph, date="2016-05-01") == posts(graph, date="2017-12-31") == [ann]
    assert posts(graph, date="2018-06-01") == posts(graph, date="2030-01-01") == [bob]


def test_holders_leaves_out_who_was_only_ever_called_former() -> None:
    assert posts(world(holds("ann", ("a2016", "former")))) == []


def test_purchases_tells_who_bought_what_from_whom() -> None:
    graph = priced(("a", "2016-09-23", 8), ("b", "2016-09-24", 8))
    [row] = rows("purchases.rq", graph)
    assert row[:7] == ("2016-09-23", "India", "Rafale", "", "France", "8000000000", "USD") and row[7].endswith("#signed")
    assert rows("purchases.rq", graph, buyer="India", seller="France") == [row]
    assert rows("purchases.rq", graph, buyer="France") == []


def test_a_purchase_from_nobody_known_is_not_one_from_whom_one_asks_for() -> None:
    assert {row[1] for row in rows("purchases.rq", sample_graph())} == {"Poland", "Turkey"}
    assert [row[1] for row in rows("purchases.rq", sample_graph(), seller="Russia")] == ["Turkey"]


def test_deals_by_value_has_the_largest_first_and_converts_nothing() -> None:
    stories = []
    for number, (price, currency) in enumerate([(2, "USD"), (9, "EUR"), (11, "USD"), (3, "USD")]):
        story = Story(f"s{number}", f"2016-0{number + 1}-23")
        buyer, system = story.country(("India", "Poland", "Norway", "Chile")[number]), story.system("Rafale")
        story.claim("Purchase", buyer=buyer, system=system, hasValue=money(price * 1e9, currency), status="signed")
        stories.append(story)
    told = extractions(stories)
    found = rows("deals-by-value.rq", assemble(resolve(told, load_lexicon()), [e.article for e in told], ONTOLOGY))
    assert [row[:2] for row in found] == [("EUR", "9000000000"), ("USD", "11000000000"), ("USD", "3000000000"), ("USD", "2000000000")]


def test_transfers_is_a_register_of_orders_with_what_came_of_them() -> None:
    assert [row[:8] for row in rows("transfers.rq", sample_graph())] == [("Turkey", "Russia", "4", "S-400", "2017", "2019", "2019", "")]


def test_transfers_lists_deliveries_without_an_order_and_no_company_that_was_bought() -> None:
    story = Story("s", "2020-05-01")
    poland, norway, tanks, firm = story.country("Poland"), story.country("Norway"), story.system("K2"), story.organization("Expal Systems")
    when = Date.parse("2020-04-20")
    story.claim("Delivery", to=poland, system=tanks, **{"from": norway}, quantity=count(10), start=when, status="started")
    story.claim("Acquisition", buyer=story.organization("Rheinmetall"), system=firm, status="signed")
    story.claim("Delivery", to=norway, system=tanks, status="expected")
    graph = assemble(resolve(extractions([story]), load_lexicon()), [story.told().article], ONTOLOGY)
    [row] = rows("transfers.rq", graph)
    assert row[:8] == ("Poland", "Norway", "", "K2", "", "2020", "", "10") and row[8].endswith("#started")


def test_evidence_gives_the_words_of_a_fact_with_their_place() -> None:
    graph = priced(("a", "2016-09-23", 8), ("b", "2016-09-24", 8))
    [fact] = {t.subject for t in graph.asserted if t.object == graph.terms.name("kg:Purchase")}
    found = rows("evidence.rq", graph, fact=f"<{fact.value}>")
    assert [(article, published, sentence) for _, _, article, published, _, _, _, sentence, *_ in found] == [
        ("a", "2016-09-23", "sentence 0."), ("b", "2016-09-24", "sentence 0."),
    ]  # fmt: skip
    assert rows("evidence.rq", graph, fact="id:nothing") == []


def test_suppliers_counts_deals_and_leaves_out_what_is_only_planned() -> None:
    assert [row[:4] for row in rows("suppliers.rq", sample_graph())] == [("Russia", "Turkey", "1", "2017-12")]
    story = Story("s", "2020-05-01")
    story.claim("Purchase", buyer=story.country("Poland"), seller=story.country("Norway"), system=story.system("K2"), status="planned")
    assert rows("suppliers.rq", assemble(resolve([story.told()], load_lexicon()), [story.told().article], ONTOLOGY)) == []


def test_stories_tells_what_each_story_supports() -> None:
    found = rows("stories.rq", priced(("a", "2016-09-23", 8), ("b", "2016-09-24", 8)))
    assert [(published, article, passages) for published, article, _, _, _, passages in found] == [
        ("2016-09-24", "b", "1"), ("2016-09-23", "a", "1"),
    ]  # fmt: skip
    assert [row[1] for row in rows("stories.rq", sample_graph(), article="first-story")] == ["first-story"] * 3
