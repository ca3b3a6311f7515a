"""How good is a model on what was held back? Trees, names, speed and size, by the corpora's own labels."""

from __future__ import annotations

import json
import lzma
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from spacy.language import Language
from spacy.scorer import Scorer, get_ner_prf
from spacy.tokens import Doc, Span
from spacy.training import Example

import kg.lexicon
from kg.language.annotation import annotate_all
from kg.language.loading import MODELS, SHIPPED, load
from kg.language.names import mark_names
from kg.language.sentences import preset_starts
from kg.language.training.constructions import constructions, misread
from kg.language.training.names import PASSAGES, to_example
from kg.language.training.passages import Marked, named, read_passages
from kg.language.training.trees import news_examples, tree_corpus
from kg.lexicon import Lexicon
from kg.model import Article

TREES = "parse-dev.conllu.xz"
TREE_SCORES = ("token_f", "tag_acc", "pos_acc", "lemma_acc", "dep_uas", "dep_las", "sents_f")
NAME_SCORES = ("ents_p", "ents_r", "ents_f")
CORPUS_LABELS = frozenset({"PERSON", "ORG", "LOC", "NORP"})  # what all other corpora mark; they do not tell GPE from LOC
TIMED_WORDS = 40_000

Scores = dict[str, Any]


def evaluate(nlp: Language, data: Path) -> Scores:
    """All scores of a pipeline, in percent; of a baseline that only parses or only finds names, those it can have.

    trees: on parse-dev.conllu.xz. "news trees": on the dev part of the project's own sentences. names: on the passages' dev part,
    "passages" of the bare model with all eight labels, "passages by rule" together with rules and lexicon; and on the dev part of
    each ner-*.jsonl.xz, with its own four labels (a GPE counts as LOC).
    """
    scores: Scores = {}
    if nlp.has_pipe("parser"):
        scores["trees"] = tree_scores(nlp, tree_corpus(data, TREES)(nlp))
        scores["news trees"] = tree_scores(nlp, news_examples(nlp, dev=True))
    if nlp.has_pipe("ner"):
        scores["names"] = _all_names(nlp, data)
    return scores


def _all_names(nlp: Language, data: Path) -> Scores:
    passages = list(read_passages(PASSAGES, dev=True))
    names = {"passages": _score([to_example(p, nlp, plurals=True) for p in passages], nlp)}
    if nlp.has_pipe("tagger"):
        names["passages by rule"] = _score_by_rule([to_example(named(p), nlp, plurals=True) for p in passages], nlp)
    for path in sorted(data.glob("ner-*.jsonl.xz")):
        names[path.name.split(".")[0]] = _score([to_example(m, nlp) for m in corpus_dev(path)], nlp, CORPUS_LABELS)
    return names


def measure(model: str, data: Path) -> Scores:
    """evaluate() of a model by name or folder, with the number of "constructions" that are read right, "speed" in words per
    second of processor time (see words_per_second()), and "size" in MB.
    """
    nlp = load(model)
    wrong = misread(nlp, kg.lexicon.load())
    folder = MODELS / model if model in SHIPPED else Path(model)
    size = sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())
    return evaluate(nlp, data) | {
        "constructions": len(constructions()) - len(wrong),
        "speed": words_per_second(nlp, [p.text for p in read_passages(PASSAGES, dev=False)]),
        "size": round(size / 1e6, 1),
    }


def tree_scores(nlp: Language, examples: Iterable[Example]) -> Scores:
    """Words, tags, lemmas, arcs and sentences of raw text; punctuation does not count among the arcs."""
    scores = nlp.evaluate(list(examples))
    relations = {label: _percent(row["f"]) for label, row in sorted(scores["dep_las_per_type"].items())}
    return {score: _percent(scores[score]) for score in TREE_SCORES} | {"relations": relations}


def corpus_dev(path: Path) -> Iterator[Marked]:
    """The lines of one corpus that were held back, with its own labels; what it does not annotate is unknown."""
    with lzma.open(path, "rt", encoding="utf-8") as file:
        for record in map(json.loads, file):
            if record["split"] == "dev":
                spans = [(s, e, label) for s, e, label in record["spans"] if label in CORPUS_LABELS]
                unknown = [(s, e) for s, e, label in record["spans"] if label not in CORPUS_LABELS]
                yield Marked(record["text"], tuple(spans), (*unknown, *map(tuple, record["open"])))


def words_per_second(nlp: Language, texts: list[str]) -> dict[str, int]:
    """Words read per second of processor time: by each component, by all ("pipeline"), and by all with the rules ("reading").

    texts: of paragraph length; repeated or cut to TIMED_WORDS words. One document at a time, as annotate() does.
    """
    lexicon = kg.lexicon.load()
    length = sum(len(text.split()) for text in texts)
    texts = (texts * (TIMED_WORDS // length + 1))[: TIMED_WORDS * len(texts) // length]
    articles = [Article(str(i), "\n\n".join(texts[i : i + 5])) for i in range(0, len(texts), 5)]
    list(annotate_all(articles[:5], nlp, lexicon))  # what is loaded once is not counted
    docs, seconds = _timed(lambda: [nlp.make_doc(article.text) for article in articles])
    words = sum(not token.is_space for doc in docs for token in doc)
    spent = {"tokenizer": seconds}
    for name, pipe in nlp.pipeline:
        docs, spent[name] = _timed(lambda pipe=pipe, docs=docs: [pipe(doc) for doc in docs])  # type: ignore[misc]
    _, reading = _timed(lambda: list(annotate_all(articles, nlp, lexicon)))
    rates = {name: round(words / seconds) for name, seconds in spent.items() if seconds > 0}
    return rates | {"pipeline": round(words / sum(spent.values())), "reading": round(words / reading)}


def _timed(work: Callable[[], list[Doc]]) -> tuple[list[Doc], float]:
    before = time.process_time()
    docs = work()
    return docs, time.process_time() - before


def _score(examples: list[Example], nlp: Language, only: frozenset[str] = frozenset()) -> Scores:
    """P, R, F of the names that the bare model finds; with `only`, of these labels, GPE taken for LOC."""
    for example, doc in zip(examples, nlp.pipe(example.predicted for example in examples), strict=True):
        if only:
            doc.set_ents([_relabelled(ent) for ent in doc.ents if ent.label_ in only | {"GPE"}])
        example.predicted = doc
    return _name_scores(get_ner_prf(examples))


def _relabelled(ent: Span) -> Span:
    return Span(ent.doc, ent.start, ent.end, label="LOC" if ent.label_ == "GPE" else ent.label_)


def _score_by_rule(examples: list[Example], nlp: Language) -> Scores:
    lexicon = kg.lexicon.load()
    corrected = [Example(_by_rule(example, nlp, lexicon), example.reference) for example in examples]
    return _name_scores(Scorer().score_spans(corrected, "ents", getter=_names_and_titles, allow_overlap=True))


def _by_rule(example: Example, nlp: Language, lexicon: Lexicon) -> Doc:
    """The example's text as annotate() would mark its names."""
    doc = nlp(preset_starts(nlp.make_doc(example.reference.text), lexicon))
    mark_names(doc, lexicon)
    return doc


def _names_and_titles(doc: Doc, key: str) -> list[Span]:
    """All names, and titles where rules have moved them to a group of their own."""
    return [*doc.ents, *(Span(doc, span.start, span.end, label="TITLE") for span in doc.spans.get("titles", ()))]


def _name_scores(scores: Scores) -> Scores:
    labels = {label: {k: _percent(v) for k, v in row.items()} for label, row in sorted((scores["ents_per_type"] or {}).items())}
    return {score: _percent(scores[score]) for score in NAME_SCORES} | {"labels": labels}


def _percent(score: float | None) -> float:
    return round(100 * (score or 0.0), 1)


def flat(scores: Scores, path: Iterable[str] = ()) -> Iterator[tuple[str, float]]:
    """Every number with the keys that lead to it: "names passages labels TITLE f"."""
    for key, value in scores.items():
        if isinstance(value, dict):
            yield from flat(value, (*path, key))
        else:
            yield " ".join((*path, key)), value
