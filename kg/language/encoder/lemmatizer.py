"""What is the base form of a word? The one that the treebanks give it; where they never saw it, what its ending leads to.

Not spaCy's own rule lemmatizer: that leaves the capital of "The" and takes it from "Palestinian".
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import srsly  # type: ignore[import-untyped, unused-ignore]
from spacy.language import Language
from spacy.pipeline import Pipe
from spacy.pipeline.lemmatizer import lemmatizer_score
from spacy.tokens import Doc
from spacy.vocab import Vocab

TABLES = "tables.json"
AS_WRITTEN = frozenset({"NUM", "PROPN", "PUNCT", "SPACE", "SYM", "X"})
BASE_TAGS = frozenset({"JJ", "NN", "RB", "VB", "VBP"})
PLURAL_NAME = "NNPS"


@Language.factory("kg_lemmatizer", requires=["token.pos", "token.tag"], assigns=["token.lemma"], default_score_weights={"lemma_acc": 1.0})
def make_lemmatizer(nlp: Language, name: str) -> HybridLemmatizer:
    """The factory behind "kg_lemmatizer"; the tables come with from_disk()."""
    return HybridLemmatizer(nlp.vocab, name)


class HybridLemmatizer(Pipe):  # type: ignore[misc, unused-ignore]
    """Sets lemmas by tables: forms (part of speech, form in small letters -> lemma), words (part of speech -> known base forms)
    and endings (part of speech -> [ending, what is put for it], the likelier ones first).
    """

    def __init__(self, vocab: Vocab, name: str = "kg_lemmatizer") -> None:
        """A component without tables, until set_tables() or from_disk()."""
        self.vocab = vocab
        self.name = name
        self.tables: dict[str, Any] = {}
        self._words: dict[str, frozenset[str]] = {}
        self._seen: dict[tuple[int, int, int, bool], str] = {}

    def set_tables(self, tables: dict[str, Any]) -> None:
        """Take "forms", "words" and "endings"."""
        self.tables = tables
        self._words = {pos: frozenset(words) for pos, words in tables["words"].items()}
        self._seen = {}

    def __call__(self, doc: Doc) -> Doc:
        """Set token.lemma of every token."""
        for token in doc:
            opens = bool(token.is_sent_start)
            key = (token.orth, token.pos, token.tag, opens)
            lemma = self._seen.get(key)
            if lemma is None:
                lemma = self._seen[key] = self.lemma(token.text, token.pos_, token.tag_, opens=opens)
            token.lemma_ = lemma
        return doc

    def lemma(self, form: str, pos: str, tag: str, *, opens: bool = False) -> str:
        """The base form of one word. opens: whether it opens a sentence, so that its capital means nothing."""
        if pos in AS_WRITTEN:
            if tag == PLURAL_NAME:
                return self._by_ending(form, "NOUN")
            return form.lower() if pos == "NUM" and form.isalpha() else form
        low = form.lower()
        known = self.tables["forms"].get(pos, {}).get(low)
        if known is not None:
            return str(known)
        lemma = low if tag in BASE_TAGS else self._by_ending(low, pos)
        named = pos == "ADJ" and form[0].isupper() and not opens and not form.isupper()
        return form[0] + lemma[1:] if named else lemma

    def _by_ending(self, form: str, pos: str) -> str:
        """The first stem that is a known word, else the first; the form itself where no ending fits."""
        stems = [form[: -len(end)] + put for end, put in self.tables["endings"].get(pos, ()) if form.endswith(end) and len(form) > len(end)]
        words = self._words.get(pos, frozenset())
        return next((stem for stem in stems if stem in words), stems[0] if stems else form)

    def score(self, examples: Any, **kwargs: Any) -> dict[str, Any]:
        """spaCy's own score of lemmas."""
        return dict(lemmatizer_score(examples, **kwargs))

    def to_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> None:
        """Write tables.json into a folder."""
        folder = Path(path)
        folder.mkdir(parents=True, exist_ok=True)
        srsly.write_json(folder / TABLES, self.tables)

    def from_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> HybridLemmatizer:
        """Read what to_disk() wrote."""
        self.set_tables(srsly.read_json(Path(path) / TABLES))
        return self
