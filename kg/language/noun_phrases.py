"""What noun does a number count? The phrase after it, read from tags alone, since parses of long noun phrases often slip."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Doc, Token

MOST_TOKENS = 12
"""Tokens between a number and its noun; longer phrases are lists or mistakes."""


@dataclass(frozen=True, slots=True)
class NounPhrase:
    """What is counted. end: character after the head. unit: singular head with its compounds, "" for a mere name.

    first: the first word, lower case ("mm" in "155 mm shells"). plural: whether the head is.
    """

    end: int
    unit: str
    first: str
    plural: bool


def noun_phrase(doc: Doc, index: int, more: frozenset[str]) -> NounPhrase | None:
    """The phrase that begins at a token, None where there is no noun. more: words to pass over first ("two more frigates").

    "of" with an article is passed too ("four of the jets"). Needs tags; without them plurals are told by their form.
    """
    first, passed = _skip(doc, index, more)
    run = _run(doc, first)
    head = next((t for t in reversed(run) if _is_noun(t)), None)
    if head is None:
        return NounPhrase(_end(doc[first - 1]), "", "", True) if passed and first > index else None
    nouns = [head]
    while not is_name(head) and nouns[0].i > first and _is_common_noun(doc[nouns[0].i - 1]):
        nouns.insert(0, doc[nouns[0].i - 1])
    names = [t for t in nouns if is_name(t)]
    unit = "" if names else " ".join([*(t.lower_ for t in nouns[:-1]), singular(head)])
    return NounPhrase(_end(head), unit, doc[first].lower_, _is_plural(head))


def is_name(token: Token) -> bool:
    """Whether a token is a proper noun or a designation: "Rafale", "S-400", "MSE"."""
    text = token.text
    if any(c.isdigit() for c in text):
        return any(c.isalpha() for c in text)
    if token.tag_:
        return token.tag_ in ("NNP", "NNPS") or (token.tag_ in ("NN", "NNS") and text[1:].lower() != text[1:])
    return text[:1].isupper()


def singular(token: Token) -> str:
    """The singular of a noun in lower case, by its lemma, or by its ending where the lemma is missing or odd."""
    word, lemma = token.lower_, token.lemma_.lower()
    if not _is_plural(token):
        return word
    if lemma and lemma != word and lemma[:3] == word[:3]:
        return lemma
    for ending, instead in (("ies", "y"), ("ches", "ch"), ("shes", "sh"), ("sses", "ss"), ("xes", "x"), ("craft", "craft"), ("s", "")):
        if word.endswith(ending) and len(word) > len(ending) + 1:
            return word[: len(word) - len(ending)] + instead
    return word


def _skip(doc: Doc, index: int, more: frozenset[str]) -> tuple[int, bool]:
    """The first token of the noun phrase proper, and whether a word for more was passed."""
    passed = False
    while index < len(doc) and doc[index].lower_ in more:
        index, passed = index + 1, True
    if index + 1 < len(doc) and doc[index].lower_ == "of":
        index += 1
        while index < len(doc) and (doc[index].tag_ in ("DT", "PRP$") or doc[index].lower_ in more | {"the", "its", "their"}):
            index += 1
    return index, passed


def _run(doc: Doc, first: int) -> list[Token]:
    """The tokens from first on that may stand in one noun phrase, up to its first plural head."""
    run: list[Token] = []
    for token in doc[first : first + MOST_TOKENS]:
        if token.is_sent_start and token.i > first:
            break
        if run and _is_plural(run[-1]) and not (_is_common_noun(token) and run[-1].whitespace_):
            break
        if not _may_modify(token):
            break
        run.append(token)
    return run


def _may_modify(token: Token) -> bool:
    if _is_noun(token) or token.tag_ in ("JJ", "JJR", "JJS", "VBN", "VBG", "HYPH", "CD", "AFX", "``", "''") or token.text in ("-", "/"):
        return "\n" not in token.text
    return not token.tag_ and token.is_alpha and not token.is_stop


def _is_noun(token: Token) -> bool:
    if token.tag_:
        return token.tag_ in ("NN", "NNS", "NNP", "NNPS") or (token.tag_ == "CD" and is_name(token))
    return (token.is_alpha and not token.is_stop) or is_name(token)


def _is_common_noun(token: Token) -> bool:
    return token.tag_ in ("NN", "NNS") and not is_name(token) and token.is_alpha


def _is_plural(token: Token) -> bool:
    if token.tag_:
        return token.tag_ in ("NNS", "NNPS") or (
            is_name(token) and token.text.endswith("s") and token.text[:-1][-1:].isalnum() and any(c.isdigit() for c in token.text)
        )
    return token.text.endswith("s") and not token.text.endswith("ss")


def _end(token: Token) -> int:
    return token.idx + len(token.text)
