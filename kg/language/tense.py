"""Does a clause speak of what was or of what comes? Needed to tell which Friday, which July is meant."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import TypeAlias

from spacy.tokens import Doc, Span, Token

from kg.language.date_words import date_words
from kg.language.wording import alternatives
from kg.lexicon import Lexicon

Tense: TypeAlias = Callable[[int, int], str]
"""For a span of characters "past", "future", or "" where the text does not say."""

BEFORE, AFTER = 120, 60
"""Characters around a date in which a bare text is searched for its verb: about a clause."""
MOST_STEPS = 12
PRESENT = "present"
_CLAUSE_END = re.compile(r"[.;:!?\n\"“”]\s|[\"“”\n]")


def tense_in_text(text: str, lexicon: Lexicon) -> Tense:
    """Tense by the nearest telling word of the sentence before the date, else the first one after it."""
    words = _telling_words(lexicon)

    def tense(start: int, end: int) -> str:
        before = _CLAUSE_END.split(text[max(0, start - BEFORE) : start])[-1]
        after = _CLAUSE_END.split(text[end : end + AFTER])[0]
        found = list(words.finditer(before))[-1:] or list(words.finditer(after))[:1]
        return "" if not found else "future" if found[0]["future"] else "past"

    return tense


def tense_in_doc(doc: Doc, lexicon: Lexicon) -> Tense:
    """Tense of the verb that governs the date in the parse; by the words alone where there is no parse."""
    by_text = tense_in_text(doc.text, lexicon)
    if not (doc.has_annotation("DEP") and doc.has_annotation("TAG")):
        return by_text
    words = date_words(lexicon).lists

    def tense(start: int, end: int) -> str:
        span = doc.char_span(start, end, alignment_mode="expand")
        return by_text(start, end) if span is None else _governing(_root(span), words, lexicon.say_verbs)

    return tense


def _root(span: Span) -> Token:
    """As span.root, which goes through the whole Doc each time."""
    return next((t for t in span if t.head.i == t.i or not span.start <= t.head.i < span.end), span[0])


@lru_cache(maxsize=4)
def _telling_words(lexicon: Lexicon) -> re.Pattern[str]:
    lists = date_words(lexicon).lists
    future, past = (alternatives(sorted(lists[name])) for name in ("future", "past"))
    return re.compile(rf"(?<![\w-])(?:(?P<future>{future})|(?<!\bbe )(?:{past}|[^\W\d_]{{2,15}}ed))(?![\w-])", re.IGNORECASE)


def _governing(token: Token, words: Mapping[str, frozenset[str]], say_verbs: frozenset[str]) -> str:
    """Climb from a token to verbs until one tells the tense.

    A date that belongs to a noun ("visits in October", "the Jan. 6 agreement") may lie at any distance from a present tense.
    """
    if any(t.lower_ == "since" for t in token.children):
        return "past"
    nominal = token.head.tag_.startswith("NN") and token.head.i != token.i
    if nominal and token.i < token.head.i and not any(t.dep_ == "case" for t in token.children):
        return ""
    for _ in range(MOST_STEPS):
        if token.tag_[:2] == "VB" or any(t.dep_ == "cop" for t in token.children):
            verdict = _of_verb(token, words, say_verbs)
            if verdict == PRESENT:
                return "" if nominal else "future"
            if verdict:
                return verdict
        if token.head.i == token.i:
            return ""
        token = token.head
    return ""


def _of_verb(verb: Token, words: Mapping[str, frozenset[str]], say_verbs: frozenset[str]) -> str:
    """ "past", "future", PRESENT, or "" where the verb leaves it to the one above."""
    helpers = [t for t in verb.children if t.dep_.startswith("aux") or t.dep_ == "cop" or t.tag_ == "TO"]
    tags = {t.tag_ for t in helpers}
    lemma = verb.lemma_.casefold()
    perfect = any(t.lemma_ == "have" for t in helpers)
    modals = {t.lower_.replace("’", "'") for t in helpers if t.tag_ == "MD"}
    if modals:
        return "past" if perfect else "future" if modals & words["modals"] or verb.dep_ == "ccomp" else ""
    if perfect and "TO" not in tags:
        return "past"
    if lemma in words["planning"] or (lemma in words["fixing"] and verb.tag_ == "VBN"):
        return "future"
    if not helpers and _is_past_form(verb, lemma):
        return "past"
    if "TO" in tags or verb.tag_ == "VB":
        return "past" if perfect else _of_infinitive(verb, words)
    if "VBD" in tags:
        return "past"
    if tags & {"VBZ", "VBP"}:
        return PRESENT
    if verb.tag_ in ("VBZ", "VBP"):
        return "past" if lemma in say_verbs else PRESENT
    return "past" if verb.tag_ in ("VBD", "VBN") else ""


def _is_past_form(verb: Token, lemma: str) -> bool:
    """ "set" after a singular subject is past, whatever its tag: "a translation set the wires humming"."""
    subjects = [t for t in verb.children if t.dep_.startswith("nsubj")]
    return (
        verb.tag_ in ("VB", "VBP")
        and verb.lower_ == lemma
        and len(subjects) == 1
        and subjects[0].tag_ in ("NN", "NNP")
        and not any(c.dep_ == "conj" for c in subjects[0].children)
    )


def _of_infinitive(verb: Token, words: Mapping[str, frozenset[str]]) -> str:
    """ "agreed to deliver in July" lies ahead; "flew in to sign on Friday" and "managed to sign" have the time of their verb."""
    governor = verb.head
    purpose = verb.dep_ == "advcl" or governor.lemma_.casefold() in words["implicative"]
    return "" if purpose and governor.i != verb.i else "future"
