"""What do the words in and beside a name say about its kind? "phone company Qwest", "Aden Airport", "Mr Ray"."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from spacy.tokens import Doc, Span, Token

from kg.language.habits import unlike_their_label
from kg.language.spans import Name
from kg.lexicon import Lexicon, word_key

MOVABLE = frozenset({"PERSON", "ORG", "GPE", "LOC", "SYSTEM"})  # no EVENT: a "Forum" that the model takes for one is no body
INNER, OUTER = 3, 1  # votes of a word within the name, and of one beside it
LONGEST_RUN = 4  # capitalised words after an honorific that are taken for its name


@dataclass(frozen=True, slots=True)
class Cues:
    """Rows of name_cues.tsv by place ("last", "first", "before", "after"): word to label; bodies: heads of names of bodies;
    shares: nouns for a part of a company; trades: verbs of buying and selling one."""

    lexicon: Lexicon
    tables: dict[str, dict[str, str]]
    bodies: frozenset[str]
    shares: frozenset[str]
    trades: frozenset[str]

    @classmethod
    def of(cls, lexicon: Lexicon) -> Cues:
        """The lexicon's cues."""
        tables: dict[str, dict[str, str]] = {"last": {}, "first": {}, "before": {}, "after": {}}
        for row in lexicon.table("name_cues"):
            tables[row.choice("place", tables)][row["word"]] = row["label"]
        return cls(
            lexicon,
            tables,
            frozenset(row["words"] for row in lexicon.table("org_words")),
            frozenset(row["word"] for row in lexicon.table("reference_nouns") if row["kind"] == "Share"),
            frozenset(v.lemma for f in lexicon.frames for v in f.verbs if v.company_kind or v.kind == "Acquisition"),
        )

    def say(self, span: Span) -> Iterator[tuple[str, int]]:
        """(label, votes) of every cue in and around one name."""
        last, first = span[-1].text, span[0].text
        if len(span) > 1:
            if word_key(last.strip(".")) in self.lexicon.company_suffixes or word_key(last) in self.lexicon.company_suffixes:
                yield "ORG", INNER
            if last[0].isupper() and last.lower() in self.bodies:
                yield "ORG", INNER
            for place, word in (("last", last), ("first", first)):
                if word in self.tables[place]:
                    yield self.tables[place][word], INNER
        if self._is_shared_out(span.root) or self._takes_share(span.root):
            yield "ORG", INNER
        yield from self._before(span)
        yield from self._after(span)

    def _is_shared_out(self, token: Token) -> bool:
        """Whether somebody buys or sells a share of it: "bought 33% of Changyu", "sold a stake in Lenzo"."""
        share = token.head
        preposition = next((c.lower_ for c in token.children if c.dep_ == "case"), "")
        if token.dep_ != "nmod" or preposition not in ("of", "in") or share.lower_ not in self.shares:
            return False
        return share.dep_ in ("obj", "nsubj:pass") and share.head.lemma_ in self.trades

    def _takes_share(self, token: Token) -> bool:
        """Whether it is a country's and buys or sells a share: "Italy's Illva Saronno agreed to buy 33% of Changyu"."""
        owned = any(c.dep_ == "nmod:poss" and self.lexicon.country(c.text) is not None for c in token.children)
        verbs = [token.head, *(c for c in token.head.children if c.dep_ == "xcomp")] if token.dep_ == "nsubj" and owned else []
        return any(verb.lemma_ in self.trades and any(c.dep_ == "obj" and c.lower_ in self.shares for c in verb.children) for verb in verbs)

    def _before(self, span: Span) -> Iterator[tuple[str, int]]:
        doc, start = span.doc, span.start
        if not start or span[0].is_sent_start:
            return
        one = doc[start - 1]
        two = doc[max(start - 2, 0) : start].text
        label = self.tables["before"].get(two) or self.tables["before"].get(one.text)
        if label:
            yield label, OUTER
        if one.lower_ == "at" and start > 1 and self.lexicon.is_title(doc[start - 2].text):
            yield "ORG", OUTER  # "an analyst at Troyka Dialog"
        if _is_honorific(one, self.lexicon):
            yield "PERSON", INNER
        elif one.text[:1].isupper() and self.lexicon.is_title(one.text) and one.pos_ in ("NOUN", "PROPN") and not span[0].is_sent_start:
            yield "PERSON", OUTER

    def _after(self, span: Span) -> Iterator[tuple[str, int]]:
        doc, end = span.doc, span.end
        if end < len(doc) and not doc[end].is_sent_start:
            words = [token.text for token in doc[end : end + 6]]
            label = self.tables["after"].get(doc[end : end + 2].text) or self.tables["after"].get(words[0])
            if label:
                yield label, OUTER
            length = self.lexicon.title_length(words)
            title = self.lexicon.title(" ".join(words[:length])) if length and words[0].islower() else None
            if title is not None and title.kind == "corporate" and doc[end + length - 1].pos_ != "VERB":  # "Ann Lee heads the agency"
                yield "ORG", OUTER
        for child in span.root.children:
            if child.dep_ == "appos" and child.i > span.root.i and child.lemma_ in self.tables["before"]:
                yield self.tables["before"][child.lemma_], OUTER


@lru_cache(maxsize=4)
def cues_of(lexicon: Lexicon) -> Cues:
    """The lexicon's cues, built once for each lexicon."""
    return Cues.of(lexicon)


@lru_cache(maxsize=4)
def cue_words(lexicon: Lexicon) -> frozenset[str]:
    """All words of name_cues.tsv, as written there."""
    return frozenset(row["word"] for row in lexicon.table("name_cues"))


def tells_body(doc: Doc, name: Name, lexicon: Lexicon) -> bool:
    """Whether a word within the name says that it is an organization ("Havel Motors", "Grupo Havel")."""
    return ("ORG", INNER) in cues_of(lexicon).say(name.span(doc))


def follow_cues(doc: Doc, names: Iterable[Name], lexicon: Lexicon) -> list[Name]:
    """Names with the label that the cues around all mentions of the same form speak for; new persons after an honorific.

    Forms that never are spoken of as people and towns are (habits.py) have a cue for what they are like. Places that the lexicon knows
    and peoples keep their label; without cues, or with as many for as against, nothing changes.
    """
    cues = cues_of(lexicon)
    names = _honoured(doc, list(names), lexicon)
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for name in names:
        for label, count in cues.say(name.span(doc)):
            votes[doc[name.start : name.end].text][label] += count
    for form, label in unlike_their_label(doc, names, lexicon):
        votes[form][label] += OUTER
    return [_decided(doc, name, votes[doc[name.start : name.end].text], lexicon) for name in names]


def _decided(doc: Doc, name: Name, votes: Counter[str], lexicon: Lexicon) -> Name:
    ranked = votes.most_common(2)
    if not ranked or name.label not in MOVABLE or (len(ranked) > 1 and ranked[0][1] == ranked[1][1]):
        return name
    text = doc[name.start : name.end].text
    known = (lexicon.country(text) or lexicon.place(text)) is not None and not lexicon.is_ambiguous(text)
    return name if known or (name.label == "GPE" and ranked[0][0] == "LOC") else name._replace(label=ranked[0][0])


def _honoured(doc: Doc, names: list[Name], lexicon: Lexicon) -> list[Name]:
    """ "Ms Ray": the capitalised words after an honorific are a person, unless a longer name of another kind begins before it."""
    taken = {i for name in names for i in range(name.start, name.end)}
    found = []
    for token in doc[:-1]:
        start = token.i + 1
        if not _is_honorific(token, lexicon) or start in taken or token.i in taken or not token.text[0].isupper():
            continue
        end = start
        while end < len(doc) and end - start < LONGEST_RUN and doc[end].text[0].isupper() and doc[end].is_alpha and end not in taken:
            end += 1
        if end > start:
            found.append(Name(start, end, "PERSON"))
    return sorted([*names, *found])


def _is_honorific(token: Token, lexicon: Lexicon) -> bool:
    return word_key(token.text.replace(".", "")) in lexicon.honorifics
