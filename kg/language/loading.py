"""Which model reads the text? One of those shipped with the program, or any installed English spaCy pipeline it can understand."""

from __future__ import annotations

from pathlib import Path

import spacy
from spacy.language import Language
from threadpoolctl import threadpool_limits

from kg.language.scheme import unknown_names, unknown_relations

MODELS = Path(__file__).with_name("models")
SHIPPED = ("news", "fast")
NEEDED = ("tagger", "parser", "ner")
NEEDED_NAMES = frozenset({"PERSON", "ORG", "GPE"})


class NoModel(RuntimeError):
    """A language model cannot be opened or understood; the message says which, why and what to do."""


def load(name: str = "") -> Language:
    """Open a spaCy pipeline: "news" (also ""), "fast", a package name ("en_core_web_sm") or a folder.

    "news" reads with a small transformer, "fast" with a convolutional network that is quicker and sees names and trees less well.
    Another must tag, parse and recognize names in English; dependencies in the scheme of spaCy's own models are accepted:
    annotate() turns them into Universal Dependencies. Raises NoModel.

    From then on matrices are multiplied on one thread in this process: those of a sentence are small, and threads that wait for each
    other took two thirds of the processor's time. More articles at once are read by more processes.
    """
    name = name or SHIPPED[0]
    try:
        nlp = spacy.load(MODELS / name if name in SHIPPED else name)
    except OSError as error:
        hint = "train it with python -m kg.language.training" if name in SHIPPED else f"install it: python -m spacy download {name}"
        raise NoModel(f"no language model {name}: {hint}") from error
    except ValueError as error:
        raise NoModel(f"the model {name} cannot be opened: {error}") from error
    check(nlp, name)
    threadpool_limits(limits=1, user_api="blas")
    return nlp


def folder_of(name: str = "") -> Path | None:
    """Where the files of a pipeline lie, None for one that is not there."""
    name = name or SHIPPED[0]
    places = (MODELS / name,) if name in SHIPPED else (Path(name),)
    if spacy.util.is_package(name):
        places = (spacy.util.get_package_path(name),)
    return next((p for p in places if p.is_dir()), None)


def check(nlp: Language, name: str) -> None:
    """Refuse a pipeline that the rest of the program would misread. Raises NoModel."""
    other = f"choose an English model, e.g. --model {' or --model '.join(SHIPPED)}"
    if nlp.lang != "en":
        raise NoModel(f"the model {name} reads the language {nlp.lang!r}, not English: {other}")
    missing = [pipe for pipe in NEEDED if not nlp.has_pipe(pipe)]
    if missing:
        raise NoModel(f"the model {name} has no {', '.join(missing)}: {other}")
    strange = unknown_relations(nlp)
    if strange:
        raise NoModel(f"the model {name} has dependencies that are not understood here ({', '.join(strange[:5])}): {other}")
    strange = unknown_names(nlp)
    absent = sorted(NEEDED_NAMES.difference(nlp.pipe_labels.get("ner", ())))
    if strange or absent:
        what = (
            f"kinds of names that are not understood here ({', '.join(strange[:5])})"
            if strange
            else f"no names of kind {', '.join(absent)}"
        )
        raise NoModel(f"the model {name} has {what}: {other}")
