from __future__ import annotations

import lzma
import re
from pathlib import Path

import spacy

from kg.language.training.constructions import constructions
from kg.language.training.tokens import adapt
from kg.language.training.trees import NEWS_TREES, news_examples, news_trees, read_trees, tree_corpus

CONLLU = """# newdoc id = a
# newpar
1\tAda\tAda\tPROPN\tNNP\t_\t2\tnsubj\t_\t_
2-3\tdidn't\t_\t_\t_\t_\t_\t_\t_\t_
2\tdid\tdo\tAUX\tVBD\tTense=Past\t0\troot\t_\t_
3\tn't\tnot\tPART\tRB\t_\t2\tadvmod\t_\t_
4\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_

# newpar
1\tYes\tyes\tINTJ\tUH\t_\t0\troot\t_\t_

1-2\tdunno\t_\t_\t_\t_\t_\t_\t_\t_
1\tdo\tdo\tAUX\tVB\t_\t0\troot\t_\t_
2\tknow\tknow\tVERB\tVB\t_\t1\txcomp\t_\t_

"""


def write(folder: Path) -> Path:
    path = folder / "parse-train-a.conllu.xz"
    with lzma.open(path, "wt", encoding="utf-8") as file:
        file.write(CONLLU)
    return path


def test_sentences_are_read_and_unspellable_ones_skipped(tmp_path: Path) -> None:
    trees = list(read_trees(write(tmp_path)))
    assert [[row.form for row in tree.rows] for tree in trees] == [["Ada", "did", "n't", "."], ["Yes"]]
    assert [tree.first for tree in trees] == [True, True]


def test_paragraphs_are_parted_by_a_blank_line_that_belongs_to_the_sentence_before(tmp_path: Path) -> None:
    write(tmp_path)
    (example,) = tree_corpus(tmp_path, "parse-train-*.xz")(adapt(spacy.blank("en")))
    gold = example.reference
    assert gold.text.strip() == "Ada didn't .\n\nYes"
    assert [sent.text.strip() for sent in gold.sents] == ["Ada didn't .", "Yes"]
    assert example.get_aligned("DEP", as_string=True)[:3] == ["nsubj", "ROOT", "advmod"]


def test_the_tokenizer_knows_prefixes_abbreviations_and_designators() -> None:
    nlp = adapt(spacy.blank("en"))
    words = [token.text for token in nlp("The anti-aircraft MQ-9B. Lt. Gen. Ode of AT&T. In mid-July a state-owned U.S.-Iraq yard")]
    assert words == [
        "The", "anti-aircraft", "MQ-9B", ".", "Lt.", "Gen.", "Ode", "of", "AT&T", ".", "In", "mid-July", "a",
        "state", "-", "owned", "U.S.", "-", "Iraq", "yard",
    ]  # fmt: skip


def test_our_own_sentences_are_whole_trees_and_cut_as_the_tokenizer_cuts() -> None:
    nlp = adapt(spacy.blank("en"))
    examples = [*news_examples(nlp, dev=False), *news_examples(nlp, dev=True)]
    assert all([t.text for t in e.predicted] == [t.text for t in e.reference] for e in examples)
    for tree in (*news_trees(dev=False), *news_trees(dev=True)):
        assert sum(row.dep == "root" for row in tree.rows) == 1
        for place in range(len(tree.rows)):
            path = [place]
            while tree.rows[path[-1]].head not in path:
                path.append(tree.rows[path[-1]].head)
            assert tree.rows[path[-1]].dep == "root", " ".join(row.form for row in tree.rows)


def test_a_sentence_is_either_learned_from_or_measured_on() -> None:
    learned, measured = ({" ".join(row.form for row in tree.rows) for tree in news_trees(dev)} for dev in (False, True))
    assert len(learned) > 5 * len(measured) > 0
    assert not learned & measured
    assert list(NEWS_TREES.glob("*.conllu"))


def test_no_sentence_repeats_five_words_of_a_construction_that_is_measured() -> None:
    def runs(text: str) -> set[tuple[str, ...]]:
        words = re.findall(r"\w+", text.lower())
        return {tuple(words[i : i + 5]) for i in range(len(words) - 4)}

    measured = set[tuple[str, ...]]().union(*(runs(row["text"]) for row in constructions()))
    for tree in (*news_trees(dev=False), *news_trees(dev=True)):
        text = "".join(row.form + " " * row.space for row in tree.rows)
        assert not runs(text) & measured, text
