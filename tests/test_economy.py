"""Does every fact lead to its words, at the cost of few triples?"""

from pathlib import Path

import pytest
from pyoxigraph import QuerySolutions

import kg
from kg import pipeline
from kg.graph import query
from kg.lexicon import load as load_lexicon
from kg.ontology import load
from kg.reading import find, read_text
from tests.economy import counted, ratio

SAMPLES = Path(kg.__file__).parent / "samples"
MOST = 1.5  # provenance triples for each fact triple
# A triple that follows from a role leads to whoever holds it.
WORDS = """
SELECT ?fact ?file ?start ?end ?quote WHERE {
  { ?fact kg:supportedBy ?evidence }
  UNION { ?fact a kg:Inference ; prov:wasDerivedFrom/^kg:role?/kg:supportedBy ?evidence }
  ?evidence prov:wasDerivedFrom/dcterms:identifier ?file ; oa:start ?start ; oa:end ?end ; oa:exact ?quote .
}"""


@pytest.fixture(scope="module")
def merged() -> pipeline.Merged:
    return pipeline.merge([SAMPLES], pipeline.Settings())


@pytest.fixture(scope="module")
def built(merged: pipeline.Merged) -> pipeline.Build:
    return pipeline.finished(lambda: merged, pipeline.Settings())


@pytest.mark.slow
def test_few_triples_say_where_the_others_come_from(built: pipeline.Build) -> None:
    assert ratio(counted(built.graph.triples(), built.graph.terms)) <= MOST


@pytest.mark.slow
def test_one_query_leads_from_every_fact_and_inference_to_its_words(built: pipeline.Build, merged: pipeline.Merged) -> None:
    found = query(built.graph, WORDS, load())
    assert isinstance(found, QuerySolutions)
    rows = [tuple(getattr(v, "value", "") for v in row) for row in found]
    texts = {a.id: a.text for a in (read_text(path, load_lexicon()) for path in find([SAMPLES]).files)}
    for _, file, start, end, quote in rows:
        assert texts[file][int(start) : int(end)] == quote
    facts = {built.graph.terms.data(f.id).value for f in merged.resolution.facts}
    inferences = {t.subject.value for t in built.graph.records()}  # type: ignore[union-attr]
    assert {fact for fact, *_ in rows} == facts | inferences
