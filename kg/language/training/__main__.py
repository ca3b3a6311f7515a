"""The command line of training: `python -m kg.language.training [all|parser|ner|assemble|evaluate] --data DIR [--out DIR]`."""

from __future__ import annotations

import argparse
import json
import logging
from pathlib import Path

import spacy

from kg.language.training.assemble import assemble
from kg.language.training.evaluate import evaluate
from kg.language.training.run import HALVES, train

MODEL = Path(__file__).parent.parent / "model"


def main() -> None:
    """Train, assemble or measure, as asked."""
    arguments = argparse.ArgumentParser(prog="python -m kg.language.training", description=__doc__)
    arguments.add_argument("step", nargs="?", default="all", choices=["all", *HALVES, "assemble", "evaluate"])
    arguments.add_argument("--data", type=Path, help="folder with parse-*.conllu.xz, ner-*.jsonl.xz, news-passages/")
    arguments.add_argument("--work", type=Path, default=Path("build/training"), help="folder for the trained halves")
    arguments.add_argument("--out", type=Path, default=MODEL, help="folder of the model (default: the shipped one)")
    asked = arguments.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    if asked.step != "assemble" and asked.data is None:
        arguments.error("--data is needed")
    if asked.step == "evaluate":
        print(json.dumps(evaluate(spacy.load(asked.out), asked.data), indent=2))
        return
    for half in HALVES:
        if asked.step in ("all", half):
            train(half, asked.data, asked.work)
    if asked.step in ("all", "assemble"):
        assemble(asked.work, asked.out)


if __name__ == "__main__":
    main()
