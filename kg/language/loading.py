"""Which model reads the text? The one shipped with the program, or any installed English spaCy pipeline."""

from __future__ import annotations

from pathlib import Path

import spacy
from spacy.language import Language

MODEL = Path(__file__).with_name("model")


class NoModel(RuntimeError):
    """A language model cannot be opened; the message says which and how to get it."""


def load(name: str = "") -> Language:
    """Open a spaCy pipeline: "" for the shipped model, else a package name ("en_core_web_sm") or a folder.

    It must tag, parse and recognize names. Dependencies in the scheme of spaCy's own English models are accepted:
    annotate() turns them into Universal Dependencies. Raises NoModel.
    """
    try:
        nlp = spacy.load(name or MODEL)
    except OSError as error:
        hint = "train it with python -m kg.language.training" if not name else f"install it: python -m spacy download {name}"
        raise NoModel(f"no language model {name or 'in kg/language/model'}: {hint}") from error
    missing = [pipe for pipe in ("tagger", "parser", "ner") if not nlp.has_pipe(pipe)]
    if missing:
        raise NoModel(f"the model {name or MODEL.name} has no {', '.join(missing)}")
    return nlp
