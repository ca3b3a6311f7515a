"""The command line: `python -m kg.training slots --encoder DIR`, `average DIRS`, `measure FILES`, `nations`,
`confidence`, `heard FILES`; see `--help`."""

from __future__ import annotations

import logging
from functools import partial
from pathlib import Path

import click

from kg import language, lexicon
from kg.language.encoder.component import NETWORK, TOKENIZER
from kg.language.encoder.wordpieces import Wordpieces
from kg.language.slots import SlotNetwork
from kg.language.slots.network import PIECES_OF
from kg.training import CHECKPOINT
from kg.training.examples import Reader
from kg.training.passages import FACTS, file_of, told_passages

WORK = Path("build/training")
STEPS = 5400  # as each of the networks of which the shipped one is the mean


@click.group(
    help="Make and measure what is learned from passages: the network of slots, what signs of a country and of a right claim count."
)
def main() -> None:
    """Set up logging."""
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")


@main.command()
@click.option(
    "--encoder",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    required=True,
    help="Folder to go on from: the encoder that `python -m kg.language.training news` left, a WORK/slots, or the shipped network.",
)
@click.option("--work", type=click.Path(path_type=Path), default=WORK, help="Folder for what is trained (default: build/training).")
@click.option("--steps", type=click.IntRange(min=1), default=STEPS, help=f"Batches to learn from (default: {STEPS}).")
@click.option("--seed", type=int, default=1, help="Of the order of the passages: another gives another network (default: 1).")
@click.option("--rate", type=click.FloatRange(min=0, min_open=True), default=1.0, help="Times the rates of learning (default: 1).")
@click.option("--threads", type=click.IntRange(min=1), default=2, help="Processor cores to use (default: 2).")
@click.option("--without", multiple=True, metavar="FILE", help='File of facts to keep back and measure on ("arms-mixed-4"); repeatable.')
@click.option("--twice", multiple=True, metavar="FILE", help="File of facts whose passages are read twice as often; repeatable.")
def slots(
    encoder: Path, work: Path, steps: int, seed: int, rate: float, threads: int, without: tuple[str, ...], twice: tuple[str, ...]
) -> None:
    """Train the network of slots and write its three files to WORK/slots (hours on two cores, minutes on a graphics processor)."""
    if not (encoder / CHECKPOINT).exists() and not (encoder / NETWORK).exists():
        raise click.ClickException(
            f"{encoder} holds no {CHECKPOINT} or {NETWORK}: it is not what `python -m kg.language.training news` leaves"
        )
    if (encoder / TOKENIZER).exists() and (encoder / TOKENIZER).read_bytes() != PIECES_OF.read_bytes():
        raise click.ClickException(f"{encoder / TOKENIZER} is not the vocabulary of the shipped model: assemble that one first")
    from kg.training.export import export
    from kg.training.learn import learn

    pieces = Wordpieces.from_disk(PIECES_OF)
    examples = Reader(language.load(), lexicon.load(), pieces).examples(without=without, twice=twice)
    if not examples:
        raise click.ClickException(f"no facts of passages in {FACTS}: training needs a checkout of the project, what is installed has none")
    for path in export(learn(examples, pieces, encoder, work / "slots", steps=steps, threads=threads, seed=seed, rate=rate)):
        click.echo(path)


@main.command()
@click.argument("networks", nargs=-1, required=True, type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--work", type=click.Path(path_type=Path), default=WORK, help="Folder for the mean (default: build/training).")
def average(networks: tuple[Path, ...], work: Path) -> None:
    """Write the mean of NETWORKS, folders that `slots` left with other seeds, to WORK/slots, with its three files."""
    from kg.training.average import average as mean_of
    from kg.training.export import export

    missing = [str(folder) for folder in networks if not (folder / CHECKPOINT).exists()]
    if missing:
        raise click.ClickException(f"no {CHECKPOINT} in {', '.join(missing)}: not what `python -m kg.training slots` leaves")
    try:
        found = mean_of(networks, work / "slots")
    except ValueError as error:
        raise click.ClickException(str(error)) from error
    for path in export(found):
        click.echo(path)


@main.command()
@click.argument("files", nargs=-1, required=True)
def measure(files: tuple[str, ...]) -> None:
    """Count what the shipped network adds to the passages of FILES of facts ("arms-mixed-4"), and how much of that is right."""
    from kg.training.measure import added

    passages = [(facts, text) for facts, text in told_passages() if file_of(facts) in files]
    if not passages:
        raise click.ClickException(f"no facts of {', '.join(files)} in {FACTS}: training needs a checkout of the project")
    found = added(passages, language.load(), lexicon.load(), SlotNetwork())
    click.echo(f"{found.passages} passages")
    for name, parts, c in (
        ("deals", "system and buyer", found.deals),
        ("deliveries", "system and receiver", found.deliveries),
        ("owners of posts", "title and owner", found.owners),
    ):
        click.echo(f"{c.told} {name}: {c.by_rules} claims by rules; {c.by_network} more by the network, {c.right} with {parts} right")
    filled = found.filled
    click.echo(f"{filled.by_network} deals of the rules with a slot filled by the network; {filled.right} with system and buyer right")


@main.command()
@click.option("--without", multiple=True, metavar="FILE", help='File of facts to keep back and measure on ("arms-mixed-4"); repeatable.')
def nations(without: tuple[str, ...]) -> None:
    """Learn what each sign of the country of a public post counts, and write it to ontology/lexicon/owner_signs.tsv."""
    from kg.training.nations import choices, hits, learned, written

    words = lexicon.load()
    found = list(choices(told_passages(), language.load(), words))
    if not found:
        raise click.ClickException(f"no facts of passages in {FACTS}: training needs a checkout of the project")
    kept = [c for c in found if c.passage.rpartition("-")[0] in without]
    read = [c for c in found if c not in kept]
    weights = learned(read, [row["sign"] for row in words.table("owner_signs")])
    table = words.folder / "owner_signs.tsv"
    table.write_text(written(table.read_text(encoding="utf-8"), weights), encoding="utf-8")
    for name, some in (("learned from", read), ("kept back", kept)):
        made, right = hits(some, weights)
        voted = sum(any(r and s.get("voted") for s, r in zip(c.signs, c.right, strict=True)) for c in some)
        click.echo(f"{name}: {len(some)} posts, {made} given a country, {right} the right one ({voted} by votes alone)")


@main.command()
@click.option("--without", multiple=True, metavar="FILE", help='File of facts to keep back and measure on ("arms-mixed-4"); repeatable.')
@click.option(
    "--articles",
    multiple=True,
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Folder of annotated articles (articles.jsonl, entities.json, texts/) to measure on; repeatable.",
)
@click.option("--keep", is_flag=True, help="Leave the table as it is, and measure what it says.")
def confidence(without: tuple[str, ...], articles: tuple[Path, ...], keep: bool) -> None:
    """Learn what each sign of a right claim counts, write it to ontology/lexicon/claim_signs.tsv, and print how reliable it is.

    In each band of stated confidence: the mean of what is stated, the share that is right, and how many claims there are.
    """
    from kg.extraction.confidence import weights_of
    from kg.training.confidence import in_words, learned, of_articles, of_passages, reliability, written

    words, nlp = lexicon.load(), language.load()
    found = list(of_passages(told_passages(), nlp, words))
    if not found:
        raise click.ClickException(f"no facts of passages in {FACTS}: training needs a checkout of the project")
    kept = [j for j in found if j.text.rpartition("-")[0] in without]
    read = [j for j in found if j.text.rpartition("-")[0] not in without]
    weights = weights_of(words)
    if not keep:
        weights = {family: learned([j for j in read if j.family == family]) for family in weights}
        table = words.folder / "claim_signs.tsv"
        table.write_text(written(table.read_text(encoding="utf-8"), read, weights), encoding="utf-8")
    for name, some in (("learned from", read), ("kept back", kept), *((f.name, list(of_articles(f, nlp, words))) for f in articles)):
        for family, told in reliability(some, weights).items():
            click.echo(f"{name}, {family}: {in_words(told)}")


@main.command()
@click.argument("files", nargs=-1, required=True)
@click.option(
    "--articles",
    multiple=True,
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Folder of annotated articles (articles.jsonl, entities.json, texts/) to measure on; repeatable.",
)
@click.option("--keep", is_flag=True, help="Leave the table as it is, and measure what it says.")
def heard(files: tuple[str, ...], articles: tuple[Path, ...], keep: bool) -> None:
    """Learn how likely right is what the network says, from passages of FILES of facts that it has not seen ("arms-mixed-4").

    Writes ontology/lexicon/network_signs.tsv, and prints how reliable it is, as `confidence` does.
    """
    from kg.extraction.learned.odds import weights_of
    from kg.training.confidence import in_words, learned, of_articles, of_passages, reliability, written
    from kg.training.heard import of_story

    passages = [(facts, text) for facts, text in told_passages() if file_of(facts) in files]
    if not passages:
        raise click.ClickException(f"no facts of {', '.join(files)} in {FACTS}: training needs a checkout of the project")
    words, nlp = lexicon.load(), language.load()
    judge = partial(of_story, network=SlotNetwork())
    read = list(of_passages(passages, nlp, words, judge))
    weights = weights_of(words)
    if not keep:
        weights = {fact: learned([j for j in read if j.family == fact]) for fact in sorted({j.family for j in read})}
        table = words.folder / "network_signs.tsv"
        table.write_text(written(table.read_text(encoding="utf-8"), read, weights), encoding="utf-8")
    for name, some in (("learned from", read), *((f.name, list(of_articles(f, nlp, words, judge))) for f in articles)):
        for fact, told in reliability(some, weights).items():
            click.echo(f"{name}, {fact}: {in_words(told)}")


if __name__ == "__main__":
    main()
