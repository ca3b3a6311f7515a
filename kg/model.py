"""The nouns that the rooms hand to each other, from the page that was read to the facts that were merged."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeAlias

from kg.values import Date, Money, Quantity


@dataclass(frozen=True, slots=True)
class Segment:
    """A run of characters of the cleaned text and where it stood in the original.

    start: offset into Article.text; original: offset into Article.original; length: characters.
    Article.text[start:start + length] == Article.original[original:original + length] always holds.
    Text that no segment covers (the blank line between two paragraphs) was put there by the reader.
    """

    start: int
    original: int
    length: int


@dataclass(frozen=True, slots=True)
class Article:
    """One news story, freed of the page around it.

    id: the input file's name without its ending, or the record's own id; a number follows where a file holds several stories.
    text: the story only, paragraphs separated by a blank line; every offset in the program refers to it.
    headline: the title; it is not part of text.
    published_from: where the date was found ("metadata", "first line", "dateline", "url", "text", "crawl date", "file time"),
        "" when there is none.
    place: the dateline's place ("MOSCOW"), "" when there is none.
    original: the characters that segments point into. For plain text and text in records the input as read (without lines of
        metadata above it); for pages, mail and PDF the text that was taken out of them, headline first; for one of several
        stories its part of that.
    author: as the page or record names its writer. language: ISO 639-1 code, as the page or record states it.
    copy_of: the id of the article that told the same story first, word for word or nearly; "" for a story of its own.
    released: the day that the dateline of a press release tells ("AUSTIN, Texas — April 10, 2026 —"), None for other stories.
    """

    id: str
    text: str
    headline: str = ""
    published: Date | None = None
    published_from: str = ""
    publisher: str = ""
    url: str = ""
    place: str = ""
    original: str = field(default="", repr=False)
    segments: tuple[Segment, ...] = field(default=(), repr=False)
    author: str = ""
    language: str = ""
    copy_of: str = ""
    released: Date | None = None

    def original_span(self, start: int, end: int) -> tuple[int, int] | None:
        """Offsets into the original for a span of the text, None where either end was put in by the reader."""
        first = last = None
        for s in self.segments:
            if s.start <= start < s.start + s.length:
                first = s.original + start - s.start
            if s.start < end <= s.start + s.length:
                last = s.original + end - s.start
        return None if first is None or last is None else (first, last)


@dataclass(frozen=True, slots=True)
class Mention:
    """A stretch of one article that names something.

    start, end: character offsets into Article.text, half-open; article.text[start:end] == text always holds.
    kind: ontology class: "Person", "Organization", "Country", "Place" or "System".
    chain: mentions of one article with one chain number name one thing ("Recep Tayyip Erdogan", "Erdogan", "he").
    named: False for a pronoun or a description ("the company"), which gives no name to the entity.
    meant: the country's name where the words only point to it: a city in it, or a title under the country's dateline; "" elsewhere.
    """

    article: str
    start: int
    end: int
    text: str
    kind: str
    chain: int = -1
    named: bool = True
    meant: str = ""


@dataclass(frozen=True, slots=True)
class Evidence:
    """The words that support a claim, and how sure the rule is.

    start, end: offsets into the article's cleaned text; text is that span.
    rule: stable name of the rule that fired ("deal.order.active"). confidence: 0..1.
    copy_of: the article that told the same story first (Article.copy_of), so that support is not counted twice; "" for none.
    """

    article: str
    start: int
    end: int
    text: str
    rule: str
    confidence: float
    copy_of: str = ""

    @property
    def told_by(self) -> str:
        """The article whose story this is: the first that told it."""
        return self.copy_of or self.article


@dataclass(frozen=True, slots=True)
class Ref:
    """A link to an Entity by its id; takes the place of a Mention once mentions are resolved."""

    id: str


Value: TypeAlias = Mention | Ref | Date | Money | Quantity | str


@dataclass(frozen=True, slots=True)
class Argument:
    """One filled slot of a claim or fact. property: local name of an ontology property ("buyer", "hasValue")."""

    property: str
    value: Value


@dataclass(frozen=True, slots=True)
class Claim:
    """What one article says once. kind: ontology class ("RoleHolding", "Purchase", "Delivery").

    arguments: in the ontology's terms; a property may occur more than once (two buyers, two systems).
    """

    kind: str
    arguments: tuple[Argument, ...]
    evidence: Evidence

    def values(self, property: str) -> tuple[Value, ...]:
        """All values of one property, in the order stated; empty when the slot is open."""
        return tuple(a.value for a in self.arguments if a.property == property)


@dataclass(frozen=True, slots=True)
class Extraction:
    """Everything taken from one article. mentions: sorted by start; claims: in reading order."""

    article: Article
    mentions: tuple[Mention, ...]
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class Entity:
    """One person, organization, country, place, system or role, with every mention of it in all articles.

    id: local name of its IRI, made from its content ("person-mike-pompeo"). names: every form seen, sorted, label first.
    code: ISO 3166 alpha-2 of a country, "" otherwise.
    ids: what it is called elsewhere ("wikidata:Q43", "geonames:298795", "lei:...", or an IRI).
    """

    id: str
    kind: str
    label: str
    names: tuple[str, ...]
    mentions: tuple[Mention, ...] = field(default=(), repr=False)
    code: str = ""
    ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Step:
    """One status that a fact has had.

    date: of the event, where an article says; reported: ISO date of the first article that tells it, "" where unknown.
    claims: those that tell it, sorted by article, then offset.
    """

    status: str
    date: Date | None
    reported: str
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class Stated:
    """One value of a slot and the claims that state it, or one that agrees with it. preferred: whether the fact shows it."""

    value: Value
    preferred: bool
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class Conflict:
    """Values of one slot that cannot all be true. stated: the preferred first, then by how many claims state them."""

    property: str
    stated: tuple[Stated, ...]


@dataclass(frozen=True, slots=True)
class Fact:
    """One n-ary fact (role holding, deal, delivery) with all the claims, from all articles, that state it.

    arguments: the preferred value of each slot, entities as Ref. claims: sorted by article, then offset.
    history: its statuses in the order in which they came; conflicts: where its claims disagree, by property.
    """

    id: str
    kind: str
    arguments: tuple[Argument, ...]
    claims: tuple[Claim, ...]
    history: tuple[Step, ...] = ()
    conflicts: tuple[Conflict, ...] = ()

    def values(self, property: str) -> tuple[Value, ...]:
        """All values of one property; empty when the slot is open."""
        return tuple(a.value for a in self.arguments if a.property == property)


@dataclass(frozen=True, slots=True)
class Ruling:
    """What a person judged: that two things are one, or are not. It goes before what the program would decide.

    kind: ontology class of an entity, or family of a fact ("Deal", "Delivery"). left, right: a name as written, or a fact's quoted
    words, as Side.name has them; left_in, right_in: the article where it stands, "" for every article. by: who judged; note: why.
    where: file and line.
    """

    kind: str
    left: str
    left_in: str
    right: str
    right_in: str
    same: bool
    by: str = ""
    note: str = ""
    where: str = ""


@dataclass(frozen=True, slots=True)
class Side:
    """One of two things compared, told so that a reader knows it and a later build finds it again.

    id: the entity or fact it belongs to. name: as written there; for a fact the quoted words, its system in brackets.
    article: where it stands; words: those around it.
    """

    id: str
    name: str
    article: str
    words: str = ""


@dataclass(frozen=True, slots=True)
class Decision:
    """Why two things were, or were not, taken for one: the record that makes a merge explainable.

    kind: ontology class compared. same: the outcome. score: 0..1. reason: a sentence. findings: what each comparison found,
    with its weight. uncertain: whether a person should look. by: who decided, "" for the program's policy.
    """

    kind: str
    left: Side
    right: Side
    same: bool
    score: float
    reason: str
    findings: tuple[str, ...] = ()
    uncertain: bool = False
    by: str = ""


@dataclass(frozen=True, slots=True)
class Variant:
    """That one system is a variant of another ("F-35C" of "F-35"). variant, family: entity ids; reason: a sentence."""

    variant: str
    family: str
    reason: str


@dataclass(frozen=True, slots=True)
class Resolution:
    """Entities and facts of all articles, sorted by id, and the decisions that made them.

    unused: judgements of people that found nothing to judge, each with the reason. variants: by variant.
    """

    entities: tuple[Entity, ...]
    facts: tuple[Fact, ...]
    decisions: tuple[Decision, ...]
    unused: tuple[tuple[Ruling, str], ...] = ()
    variants: tuple[Variant, ...] = ()
