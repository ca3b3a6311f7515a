"""What is shipped: the two trained halves as one pipeline that plain `spacy.load` opens, with a note on its sources."""

from __future__ import annotations

import shutil
from pathlib import Path

import spacy
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
    shutil.copyfile(SOURCES, out / "README.md")
    return nlp


def _sources() -> list[dict[str, str]]:
    """The rows of the table in SOURCES.md, for the model's meta.json."""
    rows = [line.strip("|").split("|") for line in SOURCES.read_text(encoding="utf-8").splitlines() if line.startswith("| ")]
    return [{"name": name.strip(), "license": licence.strip(), "attribution": text.strip()} for name, licence, text in rows[1:]]
