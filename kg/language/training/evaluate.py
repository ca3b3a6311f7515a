"""How good is a model on what was held back? Trees against the dev treebanks, names against the dev passages."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from spacy.language import Language
from spacy.scorer import Scorer
from spacy.tokens import Doc, Span
from spacy.training import Example

import kg.lexicon
from kg.language.names import mark_names
from kg.language.sentences import preset_starts
from kg.language.training.names import name_dev_corpus
from kg.language.training.trees import tree_corpus
from kg.lexicon import Lexicon

TREE_SCORES = ("token_f", "tag_acc", "pos_acc", "lemma_acc", "dep_uas", "dep_las", "sents_f")
NAME_SCORES = ("ents_p", "ents_r", "ents_f")


def evaluate(nlp: Language, data: Path) -> dict[str, Any]:
    """Scores in percent: "trees" (parse-dev.conllu.xz) and "names" (every tenth passage), the latter also per label.

    "names" is what the bare model finds, "names_by_rule" what it finds together with the rules and the lexicon.
    """
    trees = nlp.evaluate(list(tree_corpus(data, "parse-dev.conllu.xz")(nlp)))
    examples = list(name_dev_corpus(data)(nlp))
    corrected = [Example(_by_rule(example, nlp, kg.lexicon.load()), example.reference) for example in examples]
    relations = {label: _percent(row["f"]) for label, row in sorted(trees["dep_las_per_type"].items())}
    return {
        "trees": {score: _percent(trees[score]) for score in TREE_SCORES} | {"relations": relations},
        "names": _name_scores(nlp.evaluate(examples)),
        "names_by_rule": _name_scores(Scorer().score_spans(corrected, "ents", getter=_names_and_titles, allow_overlap=True)),
    }


def _by_rule(example: Example, nlp: Language, lexicon: Lexicon) -> Doc:
    """The example's text as annotate() would mark its names."""
    doc = nlp(preset_starts(nlp.make_doc(example.reference.text), lexicon))
    mark_names(doc, lexicon)
    return doc


def _names_and_titles(doc: Doc, key: str) -> list[Span]:
    """All names, and titles where rules have moved them to a group of their own."""
    return [*doc.ents, *(Span(doc, span.start, span.end, label="TITLE") for span in doc.spans.get("titles", ()))]


def _name_scores(scores: dict[str, Any]) -> dict[str, Any]:
    labels = {label: {k: _percent(v) for k, v in row.items()} for label, row in sorted(scores["ents_per_type"].items())}
    return {score: _percent(scores[score]) for score in NAME_SCORES} | {"labels": labels}


def _percent(score: float | None) -> float:
    return round(100 * (score or 0.0), 1)
