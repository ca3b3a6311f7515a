"""How does the parser see an amount of money? As one word, so that its figures and signs cannot lead it astray.

"a 5.6 trillion-won ($3.9 billion) deal" holds nine tokens of money before its noun, among them one that is also a verb. Merged
and dressed as the word "dollars" they are two plain nouns, which the parser has seen thousands of times.
"""

from __future__ import annotations

from spacy.tokens import Doc

from kg.language.money import money_mentions
from kg.lexicon import Lexicon

LOOK = "dollars"


def merge_amounts(doc: Doc, lexicon: Lexicon) -> Doc:
    """Make one token of each amount of money in a Doc that is only tokenized; its text stays, its look is that of "dollars".

    Amounts whose ends fall inside a token are left as they are. Returns the same Doc.
    """
    found = [(start, end) for start, end, _ in money_mentions(doc.text, lexicon)]
    split_stops(doc, {end for _, end in found})
    spans = [doc.char_span(start, end) for start, end in found]
    whole = [s for s in spans if s is not None and len(s) > 1 and not any(t.is_sent_start for t in s[1:])]
    if not whole:
        return doc
    texts = {s.text for s in whole}  # never a text that is one token anyway: its look in other articles must not change
    with doc.retokenize() as retokenizer:
        for span in whole:
            retokenizer.merge(span, attrs={"NORM": LOOK})
    model = doc.vocab[LOOK]
    for token in doc:
        if token.text in texts:
            lexeme = doc.vocab[token.text]
            lexeme.norm_, lexeme.prefix_, lexeme.suffix_, lexeme.shape_ = LOOK, model.prefix_, model.suffix_, model.shape_
    return doc


def split_stops(doc: Doc, ends: set[int]) -> None:
    """Part the full stop from the last word of an amount, which the tokenizer reads as an abbreviation: "for $120m."."""
    with doc.retokenize() as retokenizer:
        for token in doc:
            if len(token) > 1 and token.text.endswith(".") and token.idx + len(token) - 1 in ends:
                retokenizer.split(token, [token.text[:-1], "."], heads=[(token, 0), (token, 0)])
