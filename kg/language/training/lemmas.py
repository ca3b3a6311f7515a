"""How does the shipped lemmatizer know its words? From the treebanks' own lemmas, and endings for all that they have not seen."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import Any

import spacy

import kg.lexicon
from kg.language.encoder.lemmatizer import AS_WRITTEN, HybridLemmatizer
from kg.language.training.trees import Tree

LONGEST = 30  # letters of a form that is remembered
RARE = 2  # times that a form of an open class must be seen before its lemma is remembered against what its ending says
DOUBLED = "bdgklmnprt"
SILENT = (
    "at",
    "iz",
    "is",
    "yz",
    "v",
    "rc",
    "nc",
    "dg",
    "ng",
    "uc",
    "ur",
    "bl",
    "pl",
    "tl",
    "u",
    "rs",
    "ns",
)  # stems that end in a silent e
NOUNS = [
    ["ies", "y"], ["sses", "ss"], ["shes", "sh"], ["ches", "ch"], ["xes", "x"], ["zzes", "zz"], ["wives", "wife"], ["lives", "life"],
    ["selves", "self"], ["halves", "half"], ["men", "man"], ["ss", "ss"], ["us", "us"], ["is", "is"], ["s", ""], ["oes", "o"], ["es", ""],
]  # fmt: skip
VERBS = [
    ["ies", "y"], ["sses", "ss"], ["shes", "sh"], ["ches", "ch"], ["xes", "x"], ["zzes", "zz"], ["ss", "ss"], ["s", ""], ["oes", "o"],
    ["ied", "y"], ["eed", "ee"],
    *([letter * 2 + end, letter * 2] for letter in "lsz" for end in ("ed", "ing")),
    *([letter * 2 + end, letter] for letter in DOUBLED for end in ("ed", "ing")),
    *([stem + end, stem + "e"] for stem in SILENT for end in ("ed", "ing")),
    ["ed", ""], ["ing", ""], ["ed", "e"], ["ing", "e"],
]  # fmt: skip
DEGREES = [["iest", "y"], ["ier", "y"], ["est", "e"], ["er", "e"], ["est", ""], ["er", ""]]
ENDINGS = {"NOUN": NOUNS, "VERB": VERBS, "ADJ": DEGREES, "ADV": DEGREES}


def lemma_tables(trees: Iterable[Tree]) -> dict[str, Any]:
    """The tables of the hybrid lemmatizer, from training trees; more verbs and their irregular forms from the lexicon.

    A form is remembered with its commonest lemma, unless the endings give the same.
    """
    seen: dict[str, dict[tuple[str, str], Counter[str]]] = defaultdict(lambda: defaultdict(Counter))
    for tree in trees:
        for row in tree.rows:
            if row.pos not in AS_WRITTEN and len(row.form) < LONGEST:
                seen[row.pos][row.form.lower(), row.tag][row.lemma] += 1
    verbs = kg.lexicon.load().table("verbs")
    words = {
        pos: {lemma for counts in seen[pos].values() for lemma, n in counts.items() if n >= RARE and lemma.isalpha()} for pos in ENDINGS
    }
    words["VERB"] |= {verb["verb"] for verb in verbs}
    tables: dict[str, Any] = {"forms": {}, "words": {pos: sorted(known) for pos, known in words.items()}, "endings": ENDINGS}
    guesser = HybridLemmatizer(spacy.blank("en").vocab)
    guesser.set_tables(tables)
    forms: dict[str, dict[str, str]] = {}
    for pos, by_tag in sorted(seen.items()):
        forms[pos] = _forms(pos, by_tag, guesser)
    for verb in verbs:
        for form in verb.many("forms"):
            forms["VERB"].setdefault(form, verb["verb"])
    return tables | {"forms": {pos: dict(sorted(table.items())) for pos, table in forms.items()}}


def _forms(pos: str, by_tag: dict[tuple[str, str], Counter[str]], guesser: HybridLemmatizer) -> dict[str, str]:
    """What must be remembered of one part of speech: forms whose commonest lemma is not what the lemmatizer guesses."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    tags: dict[str, Counter[str]] = defaultdict(Counter)
    for (form, tag), lemmas in by_tag.items():
        counts[form].update(lemmas)
        tags[form][tag] += lemmas.total()
    found = {}
    for form, lemmas in counts.items():
        lemma, times = min(lemmas.items(), key=lambda c: (-c[1], c[0]))
        guesses = {guesser.lemma(form, pos, tag) for tag in tags[form]}
        if guesses != {lemma} and (times >= RARE or pos not in ENDINGS or not lemma.islower()):
            found[form] = lemma
    return found
