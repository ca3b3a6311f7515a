"""What does an extractor see of an article: its parse, its mentions, and who stands where?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from spacy.tokens import Doc, Span, Token

from kg.extraction.words import Words
from kg.lexicon import FrameNoun, FramePhrase, FrameVerb, Lexicon
from kg.model import Argument, Article, Claim, Evidence, Mention, Value
from kg.values import Date, Money, Quantity


@dataclass(frozen=True)
class Story:
    """One article as the extractors see it.

    mentions: sorted by start, chains assigned. at: token index -> the mention that covers it.
    """

    doc: Doc
    article: Article
    lexicon: Lexicon
    mentions: tuple[Mention, ...]
    at: dict[int, Mention] = field(repr=False)
    words: Words = field(repr=False)
    _spans: dict[tuple[int, int], Span] = field(default_factory=dict, repr=False, compare=False)

    @classmethod
    def of(cls, doc: Doc, article: Article, lexicon: Lexicon, mentions: tuple[Mention, ...], words: Words | None = None) -> Story:
        """Index the mentions of an article by token. words: those of the lexicon, when at hand."""
        at: dict[int, Mention] = {}
        for m in mentions:
            span = doc.char_span(m.start, m.end, alignment_mode="expand")
            if span is not None:
                for t in span:
                    at.setdefault(t.i, m)
        return cls(doc, article, lexicon, mentions, at, words or Words.of(lexicon))

    def mention(self, token: Token) -> Mention | None:
        """The mention that covers a token."""
        return self.at.get(token.i)

    def span(self, mention: Mention) -> Span:
        """The tokens of a mention."""
        place = mention.start, mention.end
        span = self._spans.get(place)
        if span is None:
            span = self.doc.char_span(*place, alignment_mode="expand")
            assert span is not None
            self._spans[place] = span
        return span

    def chain(self, number: int) -> Iterator[Mention]:
        """All mentions of one chain, in reading order."""
        return (m for m in self.mentions if m.chain == number)

    def values(self, group: str, span: Span) -> list[tuple[Span, Date | Money | Quantity]]:
        """The value spans ("dates", "money", "quantities") that lie wholly inside a span, with their values."""
        return [(s, s._.value) for s in self.doc.spans.get(group, ()) if s.start >= span.start and s.end <= span.end]

    def make(self, start: int, end: int, kind: str, chain: int = -1, *, named: bool = True) -> Mention:
        """A mention of the characters from start to end."""
        return Mention(self.article.id, start, end, self.article.text[start:end], kind, chain, named)

    def evidence(self, span: Span, rule: str, confidence: float) -> Evidence:
        """Evidence that quotes a span of the article."""
        start, end = span.start_char, span.end_char
        return Evidence(self.article.id, start, end, self.article.text[start:end], rule, round(confidence, 3), self.article.copy_of)


def arguments(**slots: Value | Sequence[Value] | None) -> tuple[Argument, ...]:
    """Filled slots as arguments, in the order given; None and empty lists give nothing, repeats one."""
    found: list[Argument] = []
    for name, value in slots.items():
        for v in value if isinstance(value, Sequence) and not isinstance(value, str) else [value]:
            if v is not None and Argument(name, v) not in found:
                found.append(Argument(name, v))
    return tuple(found)


def rule_prefix(row: FrameVerb | FrameNoun | FramePhrase) -> str:
    """What the names of all rules of a fact type begin with: "deal", "delivery", "test_firing"."""
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", row.family).lower()


def claim_order(claim: Claim) -> tuple[int, int, str, str]:
    """Reading order of claims, ties broken by rule and kind."""
    return claim.evidence.start, claim.evidence.end, claim.kind, claim.evidence.rule
