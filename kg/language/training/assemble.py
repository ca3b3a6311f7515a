"""What is shipped: trained weights as pipelines that plain `spacy.load` opens, with a note on their sources."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import spacy
import srsly  # type: ignore[import-untyped, unused-ignore]
from spacy.language import Language

from kg.language.encoder.wordpieces import Wordpieces
from kg.language.training.export import to_onnx, tree_labels
from kg.language.training.learn import LEMMAS, TOKENIZER, TREE_LABELS, load_checkpoint
from kg.language.training.network import Heads
from kg.language.training.run import load_trained
from kg.language.training.tokens import adapt

SOURCES = Path(__file__).with_name("SOURCES.md")
VERSION = "2.0.0"


def assemble_news(trained: Path, out: Path, *, whole_numbers: bool = True) -> Language:
    """The transformer pipeline, from the folder that learn() filled, written to out.

    whole_numbers: False keeps the transformer's weights as they were learned; four times the size, to measure what rounding costs.
    """
    encoding, heads = load_checkpoint(trained, "eager")
    relations, names = tree_labels(trained)
    trees = spacy.load(trained / TREE_LABELS)
    nlp = spacy.blank("en")
    adapt(nlp)
    encoder: Any = nlp.add_pipe("kg_encoder", name="encoder")
    encoder.set_network(to_onnx(encoding, whole_numbers=whole_numbers), Wordpieces.from_disk(trained / TOKENIZER))
    for task, pipe in (("tag", "tagger"), ("morph", "morphologizer")):
        nlp.add_pipe(pipe, source=trees)
        _fill(nlp.get_pipe(pipe), heads, task)
    nlp.add_pipe("kg_spaces", name="spaces")
    parser: Any = nlp.add_pipe("kg_tree_parser", name="parser")
    parser.set_weights(relations, {name: weight.detach().numpy() for name, weight in heads.parser_weights().items()})
    lemmatizer: Any = nlp.add_pipe("kg_lemmatizer", name="lemmatizer")
    lemmatizer.set_tables(json.loads((trained / LEMMAS).read_text(encoding="utf-8")))
    tagger: Any = nlp.add_pipe("kg_name_tagger", name="ner")
    tagger.set_weights(names, {name: weight.detach().numpy() for name, weight in heads.name_weights().items()})
    return _write(nlp, "newskg", out)


def assemble_fast(trained: Path, out: Path) -> Language:
    """The pipeline of the convolutional encoder, from its best checkpoint, written to out."""
    trained_nlp = load_trained(trained / "model-best")
    nlp = spacy.blank("en", config={"nlp": {"batch_size": 64}})
    adapt(nlp)
    for pipe in trained_nlp.pipe_names:
        nlp.add_pipe(pipe, source=trained_nlp)
    return _write(nlp, "newskg_fast", out)


def _fill(pipe: Any, heads: Heads, task: str) -> None:
    """Give spaCy's component the weights of its head."""
    layer: Any = heads.plain[task]
    softmax = pipe.model.get_ref("output_layer")
    softmax.set_param("W", layer.weight.detach().numpy())
    softmax.set_param("b", layer.bias.detach().numpy())


def _write(nlp: Language, name: str, out: Path) -> Language:
    """Replace what is in out. The tokenizer is stored with its rules, so loading needs no code of this folder."""
    nlp.meta |= {
        "name": name,
        "version": VERSION,
        "description": "English news: Universal Dependencies, Penn tags, lemmas, names, titles, equipment.",
        "license": "CC-BY-SA-4.0",
        "performance": {},
        "sources": _sources(),
    }
    shutil.rmtree(out, ignore_errors=True)
    out.mkdir(parents=True)
    nlp.to_disk(out)
    srsly.write_json(out / "vocab" / "strings.json", needed_strings(nlp))
    shutil.copyfile(SOURCES, out / "README.md")
    return nlp


def needed_strings(nlp: Language) -> list[str]:
    """The strings without which the pipeline cannot be opened: labels, features and edits of lemmas, but no words of the corpora."""
    labels = {label for names in nlp.pipe_labels.values() for label in names if isinstance(label, str)}
    features = {part for label in labels for pair in label.split("|") for part in (pair, *pair.split("="))}
    return sorted(labels | features | (_edits(nlp) if nlp.has_pipe("trainable_lemmatizer") else set()))


def _edits(nlp: Language) -> set[str]:
    lemmatizer: Any = nlp.get_pipe("trainable_lemmatizer")
    trees = srsly.msgpack_loads(lemmatizer.trees.to_bytes())["trees"]
    return {nlp.vocab.strings[tree[side]] for tree in trees for side in ("orig", "subst") if tree.get(side)}


def _sources() -> list[dict[str, str]]:
    """The rows of the table in SOURCES.md, for the model's meta.json."""
    rows = [line.strip("|").split("|") for line in SOURCES.read_text(encoding="utf-8").splitlines() if line.startswith("| ")]
    return [{"name": name.strip(), "license": licence.strip(), "attribution": text.strip()} for name, licence, text in rows[1:]]
