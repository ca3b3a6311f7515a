"""Where may a sentence begin? What the layout and abbreviations settle before the parser decides the rest."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from kg.lexicon import Lexicon, word_key

# Marks before the items of a list.
BULLETS = frozenset("•■▪●‣►")


def preset_starts(doc: Doc, lexicon: Lexicon) -> Doc:
    """Mark sentence starts that are certain, and places where none can be; returns the same Doc, not yet parsed.

    A sentence begins after a blank line, with the text, behind a bullet, and with a capital after a plain word and its full stop. None
    begins after an abbreviated rank or honorific ("Lt. Gen. Ray"), with a small letter after an abbreviation ("Acme Corp. said"),
    with white space, nor within a line after a word or a comma.
    """
    newlines = 0
    first = True
    for token in doc:
        if token.is_space:
            newlines += token.text.count("\n")
            if token.i:
                token.is_sent_start = False
            continue
        if first or newlines > 1 or _is_after_full_stop(token) or _opens_item(token):
            token.is_sent_start = True
        elif not newlines and _goes_on(token.nbor(-1), token, lexicon):
            token.is_sent_start = False
        first, newlines = bool(token.is_sent_start) and token.text in BULLETS, 0
    return doc


def _opens_item(token: Token) -> bool:
    """Whether a bullet begins the next item of a list on one line: "Prices rose. • Turkish yards closed"."""
    return token.text in BULLETS and token.i > 0 and bool(token.nbor(-1).whitespace_) and token.nbor(-1).text in ".!?;:"


def _is_after_full_stop(token: Token) -> bool:
    """Whether a capital stands after a word in small letters, its full stop and white space: "Prices rose. Turkish yards closed."."""
    if token.i < 2 or not token.text[0].isupper():
        return False
    stop, word = token.nbor(-1), token.nbor(-2)
    return stop.text == "." and bool(stop.whitespace_) and not word.whitespace_ and word.is_alpha and word.is_lower and len(word) > 2


def _goes_on(before: Token, token: Token, lexicon: Lexicon) -> bool:
    """Whether the token before is a word, a comma, or an abbreviation after which the sentence must go on."""
    word = before.text
    if word[-1].isalnum() or word == ",":
        return True
    if not word.endswith(".") or len(word) < 2 or not word[0].isalpha():
        return False
    bare = word_key(word.replace(".", ""))
    return token.is_lower or bare in lexicon.honorifics or bool(lexicon.title_length([word]))
