"""What is shipped: the two trained halves as one pipeline that plain `spacy.load` opens, with a note on its sources."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import spacy
import srsly  # type: ignore[import-untyped, unused-ignore]
from spacy.language import Language

from kg.language.training.run import load_half
from kg.language.training.tokens import adapt

SOURCES = Path(__file__).with_name("SOURCES.md")
PARSER_PIPES = ("tok2vec", "tagger", "morphologizer", "trainable_lemmatizer", "parser")
NAME, VERSION = "newskg", "1.0.0"


def assemble(halves: Path, out: Path) -> Language:
    """Join halves/parser and halves/ner (their best checkpoints) and write the model to out, replacing what was there.

    The tokenizer is stored with its rules, so loading needs no code of this package.
    """
    parser, ner = (load_half(halves / half / "model-best") for half in ("parser", "ner"))
    nlp = spacy.blank("en", config={"nlp": {"batch_size": 64}})
    adapt(nlp)
    for pipe in PARSER_PIPES:
        nlp.add_pipe(pipe, source=parser)
    nlp.add_pipe("ner", source=ner)
    nlp.meta |= {
        "name": NAME,
        "version": VERSION,
        "description": "English news: Universal Dependencies, Penn tags, lemmas, names.",
        "license": "CC-BY-SA-4.0",
        "performance": {},
        "sources": _sources(),
    }
    shutil.rmtree(out, ignore_errors=True)
    nlp.to_disk(out)
    srsly.write_json(out / "vocab" / "strings.json", needed_strings(nlp))
    shutil.copyfile(SOURCES, out / "README.md")
    return nlp


def needed_strings(nlp: Language) -> list[str]:
    """The strings without which the pipeline cannot be opened: labels, features and edits of lemmas, but no words of the corpora."""
    labels = {label for names in nlp.pipe_labels.values() for label in names}
    features = {part for label in labels for pair in label.split("|") for part in (pair, *pair.split("="))}
    lemmatizer: Any = nlp.get_pipe("trainable_lemmatizer")
    trees = srsly.msgpack_loads(lemmatizer.trees.to_bytes())["trees"]
    edits = {nlp.vocab.strings[tree[side]] for tree in trees for side in ("orig", "subst") if tree.get(side)}
    return sorted(labels | features | edits)


def _sources() -> list[dict[str, str]]:
    """The rows of the table in SOURCES.md, for the model's meta.json."""
    rows = [line.strip("|").split("|") for line in SOURCES.read_text(encoding="utf-8").splitlines() if line.startswith("| ")]
    return [{"name": name.strip(), "license": licence.strip(), "attribution": text.strip()} for name, licence, text in rows[1:]]
