from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from kg.language.tense import tense_in_doc
from kg.lexicon import Lexicon

SENTENCES = [
    ("The ministry signed the contract on Friday.", "past"),
    ("The ministry will sign the contract on Friday.", "future"),
    ("The contract was signed on Friday.", "past"),
    ("The contract has been signed since Friday.", "past"),
    ("The ministry said on Friday that it will buy the jets.", "past"),
    ("The ministry said it will buy the jets on Friday.", "future"),
    ("The ministry plans to sign the contract on Friday.", "future"),
    ("The delivery was expected on Friday.", "future"),
    ("The ships are due on Friday.", "future"),
    ("The two sides managed to sign it on Friday.", "past"),
    ("The court meets on Friday.", "future"),
    ("The minister says on Friday he knew nothing.", "past"),
    ("A careless remark set the wires humming on Friday.", "past"),
]


@pytest.mark.parametrize(("text", "expected"), SENTENCES)
def test_the_governing_verb_tells_the_tense(text: str, expected: str, read_text: Callable[..., Doc], words: Lexicon) -> None:
    doc = read_text(text)
    start = text.rindex("Friday") if text.count("Friday") == 1 else text.index("Friday")
    assert tense_in_doc(doc, words)(start, start + len("Friday")) == expected
