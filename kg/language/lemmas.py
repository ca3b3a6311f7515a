"""What is the base form of a word? The model's answer, mended where it is no English verb, or no singular."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from spacy.tokens import Doc

from kg.lexicon import Lexicon

PLURALS = (("ies", "y"), ("sses", "ss"), ("shes", "sh"), ("ches", "ch"), ("xes", "x"), ("s", ""))
LARGE = "mega"
ENDINGS = (("s", ""), ("ies", "y"), ("es", "e"), ("es", ""), ("ed", "e"), ("ed", ""), ("ing", "e"), ("ing", ""))


@dataclass(frozen=True, slots=True)
class Verbs:
    """Base forms, and irregular forms to their base, from verbs.tsv."""

    known: frozenset[str]
    irregular: Mapping[str, str]

    def base(self, form: str) -> str:
        """The base form of a small-letter form, "" when none is known; the first ending that leads to a verb counts."""
        if form in self.irregular:
            return self.irregular[form]
        stems = (form[: -len(ending)] + put for ending, put in ENDINGS if form.endswith(ending))
        return next((stem for stem in stems if stem in self.known), form if form in self.known else "")


@lru_cache(maxsize=4)
def verbs(lexicon: Lexicon) -> Verbs:
    """The lexicon's verbs, built once for each lexicon."""
    rows = lexicon.table("verbs")
    irregular = {form: row["verb"] for row in rows for form in row.many("forms")}
    return Verbs(frozenset(row["verb"] for row in rows), irregular)


def mend_lemmas(doc: Doc, lexicon: Lexicon) -> None:
    """Give verbs whose lemma is no known verb the base form that their own form leads to; others keep the model's lemma.

    The model learns lemmas from endings and sometimes invents a stem ("cancell", "unveile"), and it leaves a plural that opens a
    sentence as it is ("Deliveries"). A "megadeal" is a deal.
    """
    table, deals = verbs(lexicon), frozenset(n.lemma for frame in lexicon.frames for n in frame.nouns)
    for token in doc:
        if (token.pos_ in ("VERB", "AUX") or token.tag_ == "VBG") and token.lemma_ not in table.known:
            base = table.base(token.text.lower())
            if base:
                token.lemma_ = base
        elif token.tag_ == "NNS" and token.lemma_.lower() == token.lower_:
            token.lemma_ = singular(token.lower_)
        if token.pos_ == "NOUN" and token.lemma_.startswith(LARGE) and token.lemma_.removeprefix(LARGE) in deals:
            token.lemma_ = token.lemma_.removeprefix(LARGE)


def singular(form: str) -> str:
    """The singular of a regular plural in small letters; the form itself where no ending tells it ("people")."""
    return next((form[: -len(ending)] + put for ending, put in PLURALS if form.endswith(ending) and not form.endswith("ss")), form)
