"""How good is a model on what was held back? Trees against the dev treebanks, names against the dev passages."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from spacy.language import Language
from spacy.training import Example

from kg.language.training.names import name_dev_corpus
from kg.language.training.trees import tree_corpus

TREE_SCORES = ("token_f", "tag_acc", "pos_acc", "lemma_acc", "dep_uas", "dep_las", "sents_f")
NAME_SCORES = ("ents_p", "ents_r", "ents_f")


def evaluate(nlp: Language, data: Path) -> dict[str, Any]:
    """Scores in percent: "trees" (parse-dev.conllu.xz) and "names" (every tenth passage), the latter also per label.

    Names are scored as the bare model finds them, before any rule.
    """
    trees = nlp.evaluate(_examples(tree_corpus(data, "parse-dev.conllu.xz")(nlp)))
    names = nlp.evaluate(_examples(name_dev_corpus(data)(nlp)))
    per_type = {label: {k: _percent(v) for k, v in row.items()} for label, row in sorted(names["ents_per_type"].items())}
    relations = {label: _percent(row["f"]) for label, row in sorted(trees["dep_las_per_type"].items())}
    return {
        "trees": {score: _percent(trees[score]) for score in TREE_SCORES} | {"relations": relations},
        "names": {score: _percent(names[score]) for score in NAME_SCORES} | {"labels": per_type},
    }


def _examples(examples: Iterable[Example]) -> list[Example]:
    return list(examples)


def _percent(score: float | None) -> float:
    return round(100 * (score or 0.0), 1)
