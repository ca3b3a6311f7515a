"""What a reader of the graph (the HTML page, `kg explain`) sees: plain records, no RDF terms.

Made by `kg.graph.view(graph) -> View`; every tuple is sorted and the same on every run.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ArticleView:
    """One story. id: its identifier; date: ISO 8601, as precise as known, "" when unknown; url: http(s) only, else "".

    author: as the page or record names them. copy_of: identifier of the article that told the same story first, "" for none.
    """

    id: str
    iri: str
    headline: str
    publisher: str
    date: str
    url: str
    author: str = ""
    copy_of: str = ""


@dataclass(frozen=True, slots=True)
class EvidenceView:
    """The words of one article that support a fact.

    start, end: offsets into the article's cleaned text. confidence: 0..1.
    stated: what this article said, slot by slot ("hasDate: December 2017"), also where another value was preferred.
    said_by: names of those it quotes for the fact, sorted; empty where it states the fact itself. hedge: its words of doubt, "" for none.
    """

    iri: str
    article: ArticleView
    quote: str
    start: int
    end: int
    rule: str
    confidence: float
    stated: tuple[str, ...] = ()
    said_by: tuple[str, ...] = ()
    hedge: str = ""


@dataclass(frozen=True, slots=True)
class EntityView:
    """A person, organization, country, place, system or role. kind: ontology class ("Person"); names: label first.

    articles: identifiers of the stories that mention it. links: http(s) addresses of the same thing elsewhere, sorted.
    """

    id: str
    iri: str
    kind: str
    label: str
    names: tuple[str, ...]
    articles: tuple[str, ...]
    links: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SlotValue:
    """One value of a slot.

    text: what to show ("2,500,000,000 USD"); entity: id of the EntityView it names, "" for a plain value;
    written: the words it was read from ("about $2.5 billion"), "" when they are not kept.
    """

    text: str
    entity: str = ""
    written: str = ""


@dataclass(frozen=True, slots=True)
class Slot:
    """One property of a fact with all its values. property: "hasValue"; label: the ontology's words for it ("has value")."""

    property: str
    label: str
    values: tuple[SlotValue, ...]


@dataclass(frozen=True, slots=True)
class StepView:
    """One status that a fact has had. date: when it came about, reported: when it was first told of; "" where unknown.

    articles: identifiers of the stories that tell of it.
    """

    status: str
    date: str
    reported: str
    articles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class StatedView:
    """One value of a conflict as text, whether the fact shows it, and the identifiers of the stories that state it."""

    text: str
    preferred: bool
    articles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ConflictView:
    """Values of one property that cannot all be true, the preferred first. label: the ontology's words for the property."""

    property: str
    label: str
    stated: tuple[StatedView, ...]


@dataclass(frozen=True, slots=True)
class FactView:
    """One role holding, deal or delivery.

    kind: ontology class ("Purchase"); kind_label: its words ("purchase"). slots: in the ontology's order, open ones left out.
    status: local name ("signed", "deceasedInOffice"), "" when open. date: ISO date it starts, was made or delivered, "" when open.
    hedge: the words of doubt ("reportedly"), "" when there are none or an article states the fact without them.
    history: the statuses it has had, the earliest first. conflicts: where its stories disagree.
    contradictions: sentences, each of a contradiction that this fact is a side of.
    """

    id: str
    iri: str
    kind: str
    kind_label: str
    label: str
    slots: tuple[Slot, ...]
    status: str
    date: str
    hedge: str
    evidence: tuple[EvidenceView, ...]
    history: tuple[StepView, ...] = ()
    conflicts: tuple[ConflictView, ...] = ()
    contradictions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RelationView:
    """A line between two entities: one fact seen from two of its parties, or an inferred shortcut.

    subject, target: EntityView ids. property: stable name ("holdsRole", "purchases", "buyer-seller"); label: words for the line.
    fact: id of the FactView behind it. literals: short texts worth showing ("4 battery", "2,500,000,000 USD", "signed").
    inferred: the line follows by `rule`, no article says it in these words; evidence is the fact's. because: the rule in words.
    """

    subject: str
    property: str
    label: str
    target: str
    fact: str
    status: str
    date: str
    literals: tuple[str, ...]
    inferred: bool
    rule: str
    evidence: tuple[EvidenceView, ...]
    because: str = ""


@dataclass(frozen=True, slots=True)
class SideView:
    """One of the two compared. id: of the entity or fact it belongs to now; label: that one's name.

    name: as written in the article, for a fact its quoted words; article: identifier of the story, "" for none; words: those around it.
    """

    id: str
    label: str
    name: str
    article: str
    words: str


@dataclass(frozen=True, slots=True)
class DecisionView:
    """Why two things were, or were not, taken for one.

    kind: ontology class compared; score: 0..1; findings: what each comparison found, with its weight, the strongest first.
    uncertain: whether a person should look; by: "policy", or the person whose judgement it is.
    """

    kind: str
    left: SideView
    right: SideView
    same: bool
    score: float
    reason: str
    findings: tuple[str, ...]
    uncertain: bool
    by: str


@dataclass(frozen=True, slots=True)
class View:
    """The whole graph for a reader. Entities, facts and articles sorted by id; relations by subject, property, target, fact.

    decisions: on what is one thing and what is not, in the order of their nodes.
    """

    entities: tuple[EntityView, ...]
    facts: tuple[FactView, ...]
    relations: tuple[RelationView, ...]
    articles: tuple[ArticleView, ...]
    decisions: tuple[DecisionView, ...] = ()
