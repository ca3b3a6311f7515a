"""How a treebank file becomes training documents: CoNLL-U sentences, grouped and laid out as a newspaper page is."""

from __future__ import annotations

import lzma
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc
from spacy.training import Example
from spacy.vocab import Vocab

NEWS_TREES = Path(__file__).with_name("news-trees")
SENTENCES_PER_DOC = 10
DEV_EVERY = 10
BLANK_LINE = "\n\n"


@dataclass(frozen=True, slots=True)
class Row:
    """One word of a tree. head: index within the sentence, its own index for the root."""

    form: str
    lemma: str
    pos: str
    tag: str
    morph: str
    head: int
    dep: str
    space: bool


@dataclass(frozen=True, slots=True)
class Tree:
    """One sentence; first: whether it opens a paragraph; document: the id of the text it stands in."""

    rows: tuple[Row, ...]
    first: bool
    document: str


def read_trees(path: Path) -> Iterator[Tree]:
    """The sentences of one CoNLL-U file, plain or packed by xz, in order.

    Multi-word tokens are split without a space; a sentence whose parts do not spell the word again is skipped.
    """
    document, first, lines = "", True, list[list[str]]()
    with (lzma.open if path.suffix == ".xz" else open)(path, "rt", encoding="utf-8") as file:
        for line in file:
            line = line.rstrip("\n")
            if line.startswith("# newdoc"):
                document, first = line.split("=", 1)[-1].strip(), True
            elif line.startswith("# newpar"):
                first = True
            elif line and not line.startswith("#"):
                lines.append(line.split("\t"))
            elif not line and lines:
                rows = _rows(lines)
                lines = []
                if rows:
                    yield Tree(rows, first, document)
                    first = False


def _rows(lines: list[list[str]]) -> tuple[Row, ...]:
    """The words of one sentence; empty when a multi-word token cannot be spelled by its parts."""
    glued: dict[int, bool] = {}
    for columns in lines:
        if "-" in columns[0]:
            start, end = map(int, columns[0].split("-"))
            if "".join(c[1] for c in lines if c[0].isdigit() and start <= int(c[0]) <= end) != columns[1]:
                return ()
            glued |= dict.fromkeys(range(start, end), False)
            glued[end] = "SpaceAfter=No" not in columns[9]
    rows = []
    for number, form, lemma, pos, tag, morph, head, dep, _, misc in (c for c in lines if c[0].isdigit()):
        here = int(number) - 1
        space = glued.get(here + 1, "SpaceAfter=No" not in misc)
        rows.append(Row(form, lemma, pos.strip("_"), tag, morph.strip("_"), int(head) - 1 if head != "0" else here, dep, space))
    return tuple(rows)


def group(trees: Iterator[Tree]) -> Iterator[list[Tree]]:
    """Runs of at most SENTENCES_PER_DOC sentences of one document."""
    batch: list[Tree] = []
    for tree in trees:
        if batch and (len(batch) == SENTENCES_PER_DOC or tree.document != batch[0].document):
            yield batch
            batch = []
        batch.append(tree)
    if batch:
        yield batch


def to_doc(trees: list[Tree], vocab: Vocab) -> Doc:
    """One gold Doc of several sentences: a blank line, a token of its own, before each new paragraph."""
    rows: list[Row] = []
    heads: list[int] = []
    starts: list[bool] = []
    for tree in trees:
        if rows and tree.first:
            rows[-1] = _without_space(rows[-1])
            rows.append(Row(BLANK_LINE, BLANK_LINE, "SPACE", "_SP", "", 0, "dep", False))
            heads.append(len(rows) - 2)
            starts.append(False)
        offset = len(rows)
        rows += tree.rows
        heads += [offset + row.head for row in tree.rows]
        starts += [i == 0 for i in range(len(tree.rows))]
    return Doc(
        vocab,
        words=[r.form for r in rows],
        spaces=[r.space for r in rows],
        tags=[r.tag for r in rows],
        pos=[r.pos for r in rows],
        morphs=[r.morph for r in rows],
        lemmas=[r.lemma for r in rows],
        heads=heads,
        deps=["ROOT" if r.dep == "root" else r.dep for r in rows],
        sent_starts=list(starts),
    )


def _without_space(row: Row) -> Row:
    return Row(row.form, row.lemma, row.pos, row.tag, row.morph, row.head, row.dep, False)


def news_trees(dev: bool) -> Iterator[Tree]:
    """The project's own sentences: every tenth of a file if dev, else the other nine."""
    for path in sorted(NEWS_TREES.glob("*.conllu")):
        for number, tree in enumerate(read_trees(path), start=1):
            if (number % DEV_EVERY == 0) == dev:
                yield tree


def news_examples(nlp: Language, dev: bool) -> Iterator[Example]:
    """news_trees() as examples; those that are measured stand alone."""
    for trees in ([tree] for tree in news_trees(dev)) if dev else group(news_trees(dev)):
        gold = to_doc(trees, nlp.vocab)
        yield Example(nlp.make_doc(gold.text), gold)


def tree_corpus(folder: Path, pattern: str, max_words: int = 0, own: int = 0) -> Callable[[Language], Iterator[Example]]:
    """Corpus reader: examples of all files in folder that match pattern, cut off after max_words (0: all).

    own: how many times the project's own sentences are read first.
    """

    def read(nlp: Language) -> Iterator[Example]:
        for _ in range(own):
            yield from news_examples(nlp, dev=False)
        seen = 0
        for path in sorted(Path(folder).glob(pattern)):
            for trees in group(read_trees(path)):
                gold = to_doc(trees, nlp.vocab)
                yield Example(nlp.make_doc(gold.text), gold)
                seen += len(gold)
                if max_words and seen >= max_words:
                    return

    return read
