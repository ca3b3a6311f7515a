"""What noun does a number count? The phrase after it, read from tags alone, since parses of long noun phrases often slip."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Doc, Token

MOST_TOKENS = 12
"""Tokens between a number and its noun; longer phrases are lists or mistakes."""
PLURALS = (("ies", "y"), ("ches", "ch"), ("shes", "sh"), ("sses", "ss"), ("xes", "x"), ("s", ""))
"""Endings of the plural and what the singular has instead, the first that fits."""


@dataclass(frozen=True, slots=True)
class PhraseWords:
    """skipped: words between number and noun that are no part of the unit ("more"). invariable: plurals without "s"."""

    skipped: frozenset[str]
    invariable: frozenset[str]


@dataclass(frozen=True, slots=True)
class NounPhrase:
    """What is counted. end: character after the head. unit: singular head with its compounds, "" for a mere name.

    first: the first word, lower case ("mm" in "155 mm shells", "second-hand"). numbered: whether that is a number ("six of 24 fighters").
    singular, plural: what the head may be; a name may be both.
    designated: whether the phrase holds a type designation ("KC-390"). owns: whether "'s" follows.
    """

    end: int
    unit: str
    first: str
    singular: bool
    plural: bool
    numbered: bool = False
    designated: bool = False
    owns: bool = False


def noun_phrase(doc: Doc, index: int, words: PhraseWords, *, many: bool = False) -> NounPhrase | None:
    """The phrase that begins at a token, None where there is no noun.

    "of" with an article is passed over ("four of the jets"). many: a plural must come, so that "units" in "24 launch units" is
    one even where it was tagged as a verb. Needs tags; without them plurals are told by their form.
    """
    first, passed = _skip(doc, index, words.skipped)
    run = _run(doc, first, words.invariable if many else None)
    if many and run and not _is_plural(run[-1]) and run[-1].lower_ not in words.invariable:
        run += [t for t in doc[run[-1].i + 1 : run[-1].i + 2] if t.tag_ == "VBZ" and t.text.endswith("s") and not t.is_sent_start]
    head = next((t for t in reversed(run) if _is_noun(t) or t.tag_ == "VBZ"), None)
    if head is None:
        return NounPhrase(_end(doc[first - 1]), "", "", True, True) if passed else None
    nouns = [head]
    while not is_name(head) and nouns[0].i > first and _is_compound(doc, nouns[0].i - 1):
        nouns.insert(0, doc[nouns[0].i - 1])
    name = is_name(head)
    plural = _is_plural(head)
    return NounPhrase(
        end=_end(head),
        unit="" if name else " ".join([*(t.lower_ for t in nouns[:-1]), singular(head)]),
        first=_word(doc, first),
        singular=name or not plural,
        plural=name or plural or head.lower_ in words.invariable,
        numbered=doc[first].tag_ == "CD" and not is_designation(doc[first]),
        designated=any(is_designation(t) for t in run),
        owns=any(t.tag_ == "POS" for t in doc[head.i + 1 : head.i + 2]),
    )


def _word(doc: Doc, index: int) -> str:
    """The word at a token with all that hyphens join to it, lower case."""
    last = index
    while last + 2 < len(doc) and doc[last + 1].text == "-" and not (doc[last].whitespace_ or doc[last + 1].whitespace_):
        last += 2
    return doc[index : last + 1].text.lower()


def is_name(token: Token) -> bool:
    """Whether a token is a proper noun or a designation: "Rafale", "S-400", "MSE"."""
    text = token.text
    if any(c.isdigit() for c in text):
        return is_designation(token)
    if not token.tag_:
        return text[:1].isupper()
    capital = text[1:] != text[1:].lower() or (text[:1].isupper() and not token.is_sent_start)
    return token.tag_ in ("NNP", "NNPS") or (token.tag_[:2] in ("NN", "VB") and capital)


def is_designation(token: Token) -> bool:
    """Whether a token holds letters and figures: "S-400", "F-35s"."""
    return any(c.isdigit() for c in token.text) and any(c.isalpha() for c in token.text)


def singular(token: Token) -> str:
    """The singular of a noun in lower case, by its ending, for odd plurals by its lemma ("men", "buses")."""
    word, lemma = token.lower_, token.lemma_.lower()
    if not _is_plural(token):
        return word
    if lemma and lemma != word and lemma[:2] == word[:2] and (not word.endswith("s") or (word.endswith("ses") and lemma.endswith("us"))):
        return lemma
    for ending, instead in PLURALS:
        if word.endswith(ending) and len(word) > len(ending) + 1:
            return word[: len(word) - len(ending)] + instead
    return word


def _skip(doc: Doc, index: int, skipped: frozenset[str]) -> tuple[int, bool]:
    """The first token of the noun phrase proper, and whether a word for more was passed."""
    start = index
    while index < len(doc) and doc[index].lower_ in skipped:
        index += 1
    passed = index > start
    if index + 1 < len(doc) and doc[index].lower_ == "of":
        index += 1
        while index < len(doc) and (doc[index].tag_ in ("DT", "PRP$") or doc[index].lower_ in skipped | {"the", "its", "their"}):
            index += 1
    return index, passed


def _run(doc: Doc, first: int, invariable: frozenset[str] | None) -> list[Token]:
    """The tokens from first on that may stand in one noun phrase, up to its first plural head. invariable: None where one is counted."""
    run: list[Token] = []
    for token in doc[first : first + MOST_TOKENS]:
        if token.i > first and token.is_sent_start and not token.text[0].islower():
            break
        if run and _is_plural(run[-1]) and not (_is_common_noun(token) and run[-1].whitespace_) and not _is_of_firm(run[-1], token):
            break
        listed = invariable is not None and run and run[-1].lower_ not in invariable and _goes_on(token, invariable)
        if not _may_modify(token) and not _joins(token, run) and not listed:
            break
        run.append(token)
    return run


def _is_of_firm(plural: Token, behind: Token) -> bool:
    """Whether a plural name is a firm's, or goes on, before another name: "Industries" in "32 Korea Aerospace Industries FA-50s"."""
    return plural.tag_ == "NNPS" and is_name(behind) and (behind.ent_iob_ == "I" or plural.ent_type_ == "ORG")


def _joins(token: Token, run: list[Token]) -> bool:
    """Whether "and" stands between two adjectives or two designations: "24 F-16AM and F-16BM fighters"."""
    if token.tag_ != "CC" or not run or token.i + 1 == len(token.doc):
        return False
    left, right = run[-1], token.nbor(1)
    return (left.tag_ == "JJ" and right.tag_ in ("JJ", "NNP")) or (is_designation(left) and is_designation(right))


def _goes_on(token: Token, invariable: frozenset[str]) -> bool:
    """Whether a comma or "and" stands between nouns before one plural: "two search and rescue helicopters", not "two tanks and guns"."""
    if token.tag_ not in ("CC", ",") or not token.i or token.nbor(-1).tag_ not in ("NN", "JJ", "VBG"):
        return False
    joined = token.lower_ == "and"
    for t in token.doc[token.i + 1 : token.i + MOST_TOKENS // 2]:
        if t.lower_ in invariable or (t.tag_ == "NNS" and not is_name(t)):
            return joined and t.i > token.i + 1
        joined = joined or t.lower_ == "and"
        if t.tag_ not in ("NN", "JJ", "VBG", "HYPH", ",") and t.lower_ != "and":
            return False
    return False


def _may_modify(token: Token) -> bool:
    if _is_noun(token) or token.tag_ in ("JJ", "JJR", "JJS", "VBN", "VBG", "HYPH", "CD", "AFX", "``", "''") or token.text in ("-", "/"):
        return "\n" not in token.text
    return not token.tag_ and token.is_alpha and not token.is_stop


def _is_noun(token: Token) -> bool:
    if token.tag_:
        return token.tag_ in ("NN", "NNS", "NNP", "NNPS") or is_name(token)
    return (token.is_alpha and not token.is_stop) or is_name(token)


def _is_common_noun(token: Token) -> bool:
    return token.tag_ in ("NN", "NNS") and not is_name(token) and token.is_alpha


def _is_compound(doc: Doc, index: int) -> bool:
    """Whether a noun before the head is part of the unit: "fighter" in "fighter jets", not "class" in "Hunter-class frigates"."""
    hyphened = index > 0 and doc[index - 1].tag_ == "HYPH"
    return _is_common_noun(doc[index]) and bool(doc[index].whitespace_) and not hyphened


def _is_plural(token: Token) -> bool:
    """By its tag; a designation ("F-35s", "PAC-3") and an untagged word by the ending."""
    designation = any(c.isdigit() for c in token.text)
    if token.tag_ and not designation:
        return token.tag_ in ("NNS", "NNPS") or (token.tag_ == "VBZ" and not is_name(token))
    return token.text.endswith("s") and not token.text.endswith("ss")


def _end(token: Token) -> int:
    return token.idx + len(token.text)
