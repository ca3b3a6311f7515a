"""Where may a sentence begin? What the layout and abbreviations settle before the parser decides the rest."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from kg.lexicon import Lexicon, word_key


def preset_starts(doc: Doc, lexicon: Lexicon) -> Doc:
    """Mark sentence starts that are certain, and places where none can be; returns the same Doc, not yet parsed.

    A sentence begins after a blank line and with the text. None begins after an abbreviated rank or honorific ("Lt. Gen.
    Ray"), with a small letter after an abbreviation ("Acme Corp. said"), with white space, nor within a line after a word or
    a comma.
    """
    newlines = 0
    first = True
    for token in doc:
        if token.is_space:
            newlines += token.text.count("\n")
            if token.i:
                token.is_sent_start = False
            continue
        if first or newlines > 1:
            token.is_sent_start = True
        elif not newlines and _goes_on(token.nbor(-1), token, lexicon):
            token.is_sent_start = False
        first, newlines = False, 0
    return doc


def _goes_on(before: Token, token: Token, lexicon: Lexicon) -> bool:
    """Whether the token before is a word, a comma, or an abbreviation after which the sentence must go on."""
    word = before.text
    if word[-1].isalnum() or word == ",":
        return True
    if not word.endswith(".") or len(word) < 2 or not word[0].isalpha():
        return False
    bare = word_key(word.replace(".", ""))
    return token.is_lower or bare in lexicon.honorifics or bool(lexicon.title_length([word]))
