"""How is each fact type worded? Reads ontology/frames/: one file for a fact type, checked against the ontology's terms.

A frame says which verbs, nouns and light verbs state a fact, which grammatical function of theirs fills which property, and
which status of the ontology a step ("planned", "done", "cancelled") stands for. README.md of that folder is the tutorial.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kg.lexicon.entries import Entry
from kg.lexicon.files import LexiconError, read_sections
from kg.lexicon.rows import Frame, FrameNoun, FramePhrase, FrameVerb, PostVerb
from kg.ontology import Ontology, UnknownTerm

SECTIONS = ("verbs", "nouns", "phrases")
VERB_KEYS = ("lemma", "particle", "company_kind", "status", "needs", "when", "roles", "example", "counter")
NOUN_KEYS = ("lemma", "company_kind", "status", "carrier", "roles", "example", "counter")
PHRASE_KEYS = ("lemma", "particle", "nouns", "status", "roles", "example", "counter")
NEEDS = ("buyer", "date", "goods", "seller", "value")  # what a verb of the deal family may ask for besides, where it alone says too little
STANDING = ("company", "counted", "force", "goods", "money", "none", "party", "share")  # what may be asked of a function, beside lemmas
POST_KEYS = (
    "lemma", "particle", "roles", "status", "past", "present", "future", "other", "title", "clause", "leaves", "example", "counter"
)  # fmt: skip
POST_FUNCTIONS = ("subject", "object", "bare", "as", "to", "office", "post", "body", "led", "on", "member")
ROOT = "Fact"
DEALS = ("Deal", "Delivery")  # families whose facts are told apart and completed by code of their own: extraction/deals/
POSTS = "RoleHolding"  # told by titles; extraction/roles/ reads them and asks the frame for the verbs alone
PARTY = "party"  # a side of a deal that is told apart later: its buyer or its seller
# What is said of a fact or of one of its values, and is no slot that a noun phrase fills.
NO_SLOTS = frozenset(
    {"status", "mentionedIn", "supportedBy", "attributedTo", "hedge", "history", "text", "dateText", "startText", "endText", "quantityText"}
    | {"approximateDate", "approximateQuantity"}
)
# How far a thing is, in words for all fact types, and the status of a deal that the engine thinks of it as.
STEPS = {"done": "signed", "approved": "approved", "planned": "planned", "cancelled": "cancelled"}


def frames(folders: Iterable[Path], ontology: Ontology) -> tuple[Frame, ...]:
    """The frames of several folders, sorted by fact; a file in a later folder takes the place of one of its name.

    Raises LexiconError naming file, line and what is allowed.
    """
    files = {path.name: path for folder in folders for path in sorted(folder.glob("*.yml"))}
    found: dict[str, tuple[Frame, Path]] = {}
    for _, path in sorted(files.items()):
        frame = read_frame(path, ontology)
        if frame.fact in found:
            raise LexiconError(f"{path.name}: {frame.fact} has a frame already, in {found[frame.fact][1].name}")
        found[frame.fact] = frame, path
    return tuple(found[fact][0] for fact in sorted(found))


def read_frame(path: Path, ontology: Ontology) -> Frame:
    """One frame file. Raises LexiconError."""
    values, sections = read_sections(path, SECTIONS)
    header = Entry.at(path.name, values)
    fact = _fact(header, ontology)
    family = family_of(fact, ontology)
    slots = {p: frozenset(ontology.range(p)) for p in ontology.properties_of(fact) if p not in NO_SLOTS}
    if family in (*DEALS, POSTS):
        header.only(("fact",))
        steps = {s: s for s in ontology.statuses_for(fact)}
    else:
        header.only(("fact", "status", "needs"))
        steps = _steps(fact, header, ontology)
    needs = () if family in (*DEALS, POSTS) else _needs(header, slots)
    rows = _Rows(fact, family, steps, frozenset(slots), ontology)
    verbs, nouns, phrases = ([Entry.at(*pair) for pair in sections[s]] for s in SECTIONS)
    if family == POSTS:
        return Frame(fact, family, slots, posts=tuple(map(rows.post, verbs)), steps=steps)
    return Frame(
        fact=fact,
        family=family,
        slots=slots,
        verbs=tuple(map(rows.verb, verbs)),
        nouns=tuple(map(rows.noun, nouns)),
        phrases=tuple(map(rows.phrase, phrases)),
        steps=steps,
        needs=needs,
    )


def family_of(fact: str, ontology: Ontology) -> str:
    """The class right below kg:Fact that a fact type belongs to: "Deal" for "Purchase"."""
    parents = [p for p in ontology.classes[fact].parents if p in ontology.classes]
    return fact if ROOT in parents else family_of(next(p for p in parents if ontology.is_a(p, ROOT)), ontology)


def _fact(header: Entry, ontology: Ontology) -> str:
    fact = header.text("fact")
    try:
        fits = ontology.is_a(fact, ROOT)
    except UnknownTerm as error:
        raise LexiconError(f"{header.where}: fact is {fact!r}: {error}") from error
    if not fits or fact == ROOT:
        raise LexiconError(f"{header.where}: fact is {fact!r}, which is no class below kg:{ROOT}")
    return fact


def _steps(fact: str, header: Entry, ontology: Ontology) -> dict[str, str]:
    """What the engine calls a step, to the status that the ontology has for it."""
    said, allowed = header.mapping("status"), ontology.statuses_for(fact)
    for step, status in said.items():
        header.refuse("status", step, STEPS)
        header.refuse(f"status.{step}", status, allowed)
    return {STEPS[step]: said[step] for step in STEPS if step in said}


def _needs(header: Entry, slots: Mapping[str, frozenset[str]]) -> tuple[str, ...]:
    needs = header.texts("needs")
    if not needs:
        raise LexiconError(f"{header.where}: needs must list what nothing is stated without, of: {', '.join(sorted(slots))}")
    for property in needs:
        header.refuse("needs", property, slots)
    return needs


@dataclass(frozen=True)
class _Rows:
    """Reads the rows of one file. steps: what the engine calls a status, to the status."""

    fact: str
    family: str
    steps: Mapping[str, str]
    slots: frozenset[str]
    ontology: Ontology

    def verb(self, entry: Entry) -> FrameVerb:
        entry.only(VERB_KEYS)
        return FrameVerb(
            kind=self.fact,
            particle=entry.text("particle", ""),
            company_kind=self.company_kind(entry),
            needs=entry.choice("needs", NEEDS, ""),
            when=self.when(entry),
            **self.common(entry),
        )

    def noun(self, entry: Entry) -> FrameNoun:
        entry.only(NOUN_KEYS)
        return FrameNoun(kind=self.fact, carrier=entry.flag("carrier"), company_kind=self.company_kind(entry), **self.common(entry))

    def phrase(self, entry: Entry) -> FramePhrase:
        entry.only(PHRASE_KEYS)
        return FramePhrase(particle=entry.text("particle", ""), nouns=entry.texts("nouns"), **self.common(entry))

    def post(self, entry: Entry) -> PostVerb:
        entry.only(POST_KEYS)
        said = {key: entry.text(key, "") for key in ("status", "past", "present", "future", "other")}
        for key in (key for key in said if said[key]):
            entry.refuse(key, said[key], self.steps)
        roles = entry.mapping("roles")
        for function, property in roles.items():
            entry.refuse("roles", function, POST_FUNCTIONS)
            entry.refuse(f"roles.{function}", property, ("holder", "title", "of"))
        return PostVerb(
            lemma=entry.text("lemma"),
            particle=entry.text("particle", ""),
            roles=roles,
            title=entry.text("title", ""),
            clause=entry.choice("clause", ("any", "relative"), "any"),
            leaves=entry.flag("leaves"),
            example=entry.text("example"),
            counter=entry.text("counter", ""),
            **said,
        )

    def common(self, entry: Entry) -> dict[str, Any]:
        """What every row has."""
        return {
            "lemma": entry.text("lemma"),
            "family": self.family,
            "status": self.status(entry),
            "roles": self.roles(entry),
            "example": entry.text("example"),
            "counter": entry.text("counter", ""),
        }

    def status(self, entry: Entry) -> str:
        """What the engine calls the row's status. Beside deals, a row without one states what is done."""
        said = entry.text("status", "")
        if not said:
            return "" if self.family in DEALS else STEPS["done"]
        entry.refuse("status", said, self.steps.values())
        return next(step for step, status in self.steps.items() if status == said)

    def company_kind(self, entry: Entry) -> str:
        said = entry.text("company_kind", "")
        if said:
            entry.refuse("company_kind", said, self.ontology.subclasses(self.family))
        return said

    def when(self, entry: Entry) -> dict[str, str]:
        """What must stand at a function: a class of STANDING, or lemmas."""
        said = entry.mapping("when")
        for function, words in said.items():
            if words not in STANDING and not all(w.islower() for w in words.split("|")):
                raise LexiconError(f"{entry.where}: when.{function} is {words!r}; allowed: {', '.join(STANDING)}, or lemmas between |")
        return said

    def roles(self, entry: Entry) -> dict[str, str]:
        roles = entry.mapping("roles")
        for function, property in roles.items():
            entry.refuse(f"roles.{function}", property, self.slots | ({PARTY} if self.family == "Deal" else frozenset()))
        return roles
