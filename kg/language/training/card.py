"""What should a user know of a model? Its card: what it is, how it was made, from what, and how good it is."""

from __future__ import annotations

from pathlib import Path

from kg.language.loading import MODELS
from kg.language.training.evaluate import Scores

HERE = Path(__file__).parent
SOURCES = HERE / "SOURCES.md"
MARK = "<!-- scores -->"
TREE_ROWS = {
    "tag_acc": "tags",
    "pos_acc": "parts of speech",
    "lemma_acc": "lemmas",
    "dep_uas": "UAS",
    "dep_las": "LAS",
    "sents_f": "sentences F",
}


def write_card(model: str, scores: Scores) -> None:
    """README.md in the model's folder, from card-MODEL.md, the scores and the sources."""
    text = (HERE / f"card-{model}.md").read_text(encoding="utf-8")
    card = text.replace(MARK, "\n\n".join(tables(scores))) + "\n" + SOURCES.read_text(encoding="utf-8")
    (MODELS / model / "README.md").write_text(card, encoding="utf-8")


def tables(scores: Scores) -> list[str]:
    """The scores as tables in Markdown."""
    rows: list[tuple[object, ...]] = [(title, scores["trees"][key], scores["news trees"][key]) for key, title in TREE_ROWS.items()]
    trees = _table(("trees, %", "parse-dev.conllu.xz", "our own sentences"), rows)
    names = scores["names"]
    whole = _table(("names", "P", "R", "F"), [(name, *(row[k] for k in ("ents_p", "ents_r", "ents_f"))) for name, row in names.items()])
    labels = _table(
        ("passages, by kind", "P", "R", "F", "F with the rules"),
        [
            (label, row["p"], row["r"], row["f"], names["passages by rule"]["labels"].get(label, {}).get("f", 0.0))
            for label, row in names["passages"]["labels"].items()
        ],
    )
    speed = _table(("words per second of processor time", ""), [(name, f"{rate:,}") for name, rate in scores["speed"].items()])
    rest = f"Constructions read right: {scores['constructions']} of 40. Size: {scores['size']} MB."
    return [trees, whole, labels, speed, rest]


def _table(head: tuple[str, ...], rows: list[tuple[object, ...]]) -> str:
    lines = [head, ("---",) * len(head), *rows]
    return "\n".join("| " + " | ".join(map(str, line)) + " |" for line in lines)
