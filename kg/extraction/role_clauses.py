"""Which posts does a clause give to its subject or object ("X is", "was named", "resigned as", "who heads")?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from spacy.tokens import Token

from kg.extraction.clauses import clause_of, surface_subject
from kg.extraction.references import PERSON_PRONOUNS, described, recent
from kg.extraction.role_names import Unit
from kg.extraction.role_posts import Phrase, Post
from kg.extraction.role_statements import Statement
from kg.extraction.role_tail import Tail, noun_at, tail, take
from kg.extraction.role_titles import Around, Words, effect
from kg.extraction.status import NEGATIONS
from kg.extraction.story import Story
from kg.extraction.syntax import SUBJECTS, base, child, children, first_conjunct
from kg.lexicon import Lexicon
from kg.model import Mention

ANYTHING = Around(frozenset(), frozenset(), frozenset())
CONTINUED = 6  # sentences that a pronoun may go on through while nobody else is named
IRREAL = frozenset({"would", "could", "might", "may", "should", "must", "can"})
FINITE_BE = frozenset({"am", "are", "is", "was", "were", "'s", "’s"})
SET = frozenset({"agree", "be", "due", "expect", "go", "plan", "schedule", "set", "slate"})
FUTURE = frozenset({"will", "shall", "'ll", "’ll", "to"})


@dataclass(frozen=True, slots=True)
class RoleVerb:
    """A row of role_verbs.yml."""

    lemma: str
    particle: str
    holder: str
    links: frozenset[str]
    status: str
    future: str = ""
    title: str = ""
    clause: str = "any"
    other: str = ""
    past: str = ""


def role_verbs(lexicon: Lexicon) -> Mapping[str, RoleVerb]:
    """Rows of role_verbs.yml by lemma."""
    rows: list[dict[str, Any]] = lexicon.document("role_verbs")
    verbs = [RoleVerb(r["lemma"], r.get("particle", ""), r["holder"], frozenset(r["links"]), r["status"], r.get("future", ""),
                      r.get("title", ""), r.get("clause", "any"), r.get("other", ""), r.get("past", "")) for r in rows]  # fmt: skip
    return {v.lemma: v for v in verbs}


@dataclass(frozen=True)
class Clauses:
    """What the clause patterns look at: the story, its people and the verbs of posts."""

    story: Story
    units: tuple[Unit, ...]
    verbs: Mapping[str, RoleVerb]

    def person(self, token: Token | None) -> Mention | None:
        """The person that a noun or pronoun is: a name, the name behind a title, or a clear "he"."""
        if token is None:
            return None
        for unit in self.units:
            span = self.story.span(unit.person)
            if unit.begin <= token.i < span.end:
                return unit.person
        if token.lower_ in PERSON_PRONOUNS:
            found = described(token, self.story) or self.continued(token)
            return found if found is not None and found.kind == "Person" else None
        return None

    def continued(self, token: Token) -> Mention | None:
        """Whom "he" goes on to mean through sentences that name nobody else: the subject of the last that names people."""
        found = recent(token, self.story, frozenset({"Person"}), subjects_first=True, reach=CONTINUED)
        if found is None or token.dep_ not in SUBJECTS:
            return None
        sentence = self.story.span(found).sent
        others = [m for m in self.story.mentions if m.kind == "Person" and sentence.start_char <= m.start < sentence.end_char]
        alone = all(m.chain == found.chain for m in others)
        return self.story.make(token.idx, token.idx + len(token), "Person", found.chain, named=False) if alone else None

    def verb_of(self, token: Token) -> RoleVerb | None:
        """The row of a verb, its particle present."""
        row = self.verbs.get(token.lemma_.lower()) if token.pos_ in ("VERB", "AUX") else None
        if row is None or not row.particle:
            return row
        near = {c.lower_ for c in token.children} | {t.lower_ for t in self.story.doc[token.i + 1 : token.i + 3]}
        return row if row.particle in near else None


def clause_posts(story: Story, phrases: tuple[Phrase, ...], units: tuple[Unit, ...]) -> Iterator[Statement]:
    """Statements of copulas and of verbs that give, keep or end a post."""
    view = Clauses(story, units, role_verbs(story.lexicon))
    named = {p.begin for u in units for p in u.before}
    for phrase in phrases:
        if phrase.begin in named:
            continue
        yield from copular(phrase, view)
        yield from linked(phrase, view)
    for token in story.doc:
        row = view.verb_of(token)
        if row is not None and "of" in row.links:
            yield from led(token, row, view)
        elif row is not None and row.other and not any(doc_as(token, p, story) for p in phrases):
            yield from succeeded(token, row, view)


def copular(phrase: Phrase, view: Clauses) -> Iterator[Statement]:
    """ "X is the president of Y", "X was the deputy commander"."""
    doc = view.story.doc
    head = doc[phrase.posts[0].words.start : phrase.posts[0].words.end].root
    cop = child(head, "cop") or (doc[phrase.begin - 1] if phrase.begin and doc[phrase.begin - 1].lemma_ == "be" else None)
    if cop is None or cop.i > phrase.posts[0].words.start:
        return
    verb = head if child(head, "nsubj") is not None else cop
    subject = child(head, "nsubj") or child(cop, "nsubj")
    holder = view.person(relative_of(subject, verb) if subject is not None else surface_subject(head))
    status = copula_status(cop, head)
    if holder is None or not status or denied(head) or denied(cop):
        return
    yield from given(holder, from_giver(phrase, place_of(head), view), "role.copula", status)


def place_of(head: Token) -> Token | None:
    """What "where" stands for: "the Home Office, where he had been prisons minister"."""
    where = any(c.lower_ == "where" for c in head.children)
    return head.head if where and base(head.dep_) == "acl" else None


def relative_of(subject: Token, verb: Token) -> Token:
    """The noun a relative pronoun stands for, else the subject itself."""
    if subject.lower_ in ("who", "that") and base(verb.dep_) == "acl":
        return verb.head
    return subject


def copula_status(cop: Token, head: Token) -> str:
    """What the tense of "to be" says about the post; "" where it is not stated as a fact."""
    words = {c.lower_ for c in (*children(head, "aux"), *children(cop, "aux"))}
    if words & IRREAL or ("to" in words and not is_set(head)):
        return ""
    if words & FUTURE:
        return "appointed"
    if cop.lower_ in ("was", "were") or "had" in words:
        return "former"
    return "current"


def is_set(verb: Token) -> bool:
    """Whether "to" with a verb says what will be ("is to become", "is set to step down"), not a wish or purpose ("ran to be")."""
    if any(c.lower_ in FINITE_BE and base(c.dep_) in ("aux", "cop") for c in verb.children):
        return True
    return base(verb.dep_) in ("xcomp", "ccomp") and verb.head.lemma_.lower() in SET


def denied(token: Token) -> bool:
    """Whether "not" or "never" stands with the word."""
    return any(c.lower_ in NEGATIONS and base(c.dep_) in ("advmod", "neg", "det") for c in token.children)


def linked(phrase: Phrase, view: Clauses) -> Iterator[Statement]:
    """ "was appointed chairman", "named Y as head of Z", "resigned as mayor", "became president"."""
    doc, i = view.story.doc, before_one_of(phrase, view.story)
    if i < 1:
        return
    link = doc[i].lower_ if doc[i].lower_ in ("as", "to") else "bare"
    verb = governor(phrase, link, view)
    if verb is None or (phrase.posts[0].plural and any(t.lower_ == "respectively" for t in verb.sent)):
        return
    row = view.verb_of(verb)
    if row is None or link not in row.links or denied(verb):
        return
    status = verb_status(verb, row)
    holder = holder_of(verb, row, phrase, view)
    if holder is None or not status:
        return
    giver = clause_of(verb).subject if row.holder == "object" else None
    yield from given(holder, from_giver(phrase, giver, view), f"role.verb.{'bare' if link == 'bare' else 'as'}", status)
    if row.other:
        yield from followed(verb, row, phrase, view)


def from_giver(phrase: Phrase, giver: Token | None, view: Clauses) -> Phrase:
    """The phrase, its open posts given by the verb's subject: a company hires for itself, a president appoints for the state."""
    mention = view.story.mention(giver) if giver is not None else None
    person = view.person(giver)
    firm = mention if mention is not None and mention.kind == "Organization" else None
    if firm is None and person is None:
        return phrase
    posts = tuple(p if p.owner or p.possessor else replace(p, owner=firm, possessor=person) for p in phrase.posts)
    return replace(phrase, posts=posts)


def before_one_of(phrase: Phrase, story: Story) -> int:
    """The token before a phrase, "one of" passed over."""
    i = phrase.begin - 1
    return i - 2 if i > 1 and story.doc[i - 1 : i + 1].text.lower() == "one of" else i


def governor(phrase: Phrase, link: str, view: Clauses) -> Token | None:
    """The verb of posts that a phrase complements: directly before it, or before the person it is given to; for "as" the nearest."""
    doc, story = view.story.doc, view.story
    first = doc[phrase.begin].sent.start
    i = before_one_of(phrase, story) - (0 if link == "bare" else 1)
    if link == "bare":
        while i >= first and doc[i].pos_ in ("ADV", "PART"):
            i -= 1
        unit = next((u for u in view.units if u.end == i + 1 and u.end == phrase.begin), None)
        i = unit.begin - 1 if unit is not None else i
        return doc[i] if i >= first and view.verb_of(doc[i]) is not None else None
    head = doc[phrase.posts[0].words.start : phrase.posts[0].words.end].root.head
    if view.verb_of(head) is not None and head.i < phrase.begin:
        return head
    for j in range(i, max(first, i - 25) - 1, -1):
        row = view.verb_of(doc[j])
        if row is not None and link in row.links:
            return doc[j]
        if doc[j].text in (";", ":") or (doc[j].tag_ in ("VBD", "VBZ", "VBP") and row is None and story.mention(doc[j]) is None):
            return None
    return None


def holder_of(verb: Token, row: RoleVerb, phrase: Phrase, view: Clauses) -> Mention | None:
    """Who gets or leaves the post, by the voice of the verb."""
    clause = clause_of(verb)
    if row.holder == "subject":
        return view.person(clause.subject)
    found = view.person(clause.object)
    if found is None:
        unit = next((u for u in view.units if verb.i < u.begin and u.end <= phrase.begin), None)
        found = unit.person if unit is not None and unit.begin == verb.i + 1 else None
    return found


def verb_status(verb: Token, row: RoleVerb) -> str:
    """The status a verb gives, by its tense: "will become" is not yet; "would have resigned" is nothing."""
    words = {c.lower_ for c in verb.children if base(c.dep_) in ("aux", "mark")}
    if verb.dep_ == "conj" and not children(verb, "aux"):
        words |= {c.lower_ for c in children(first_conjunct(verb), "aux")}
    governing = verb.head if base(verb.dep_) == "xcomp" else None
    if words & IRREAL or (verb.tag_ == "VB" and "to" in words and not is_set(verb)):
        return ""
    if words & FUTURE or (governing is not None and verb.tag_ == "VB"):
        return row.future
    past = verb.tag_ == "VBD" or {"was", "were", "had"} & words
    return "former" if past and row.past == "former" else row.status


def followed(verb: Token, row: RoleVerb, phrase: Phrase, view: Clauses) -> Iterator[Statement]:
    """The one before: "succeeds Y as head", "takes over from Y as head"."""
    clause = clause_of(verb)
    before = next((n for p, n in clause.prepositions if p == "from"), clause.object)
    person = view.person(before)
    if person is not None and row.holder == "subject":
        yield from given(person, phrase, "role.succeeds", row.other)


def doc_as(verb: Token, phrase: Phrase, story: Story) -> bool:
    """Whether a post is joined to the verb by "as"."""
    return verb.i < phrase.begin < verb.sent.end and story.doc[phrase.begin - 1].lower_ == "as"


def succeeded(verb: Token, row: RoleVerb, view: Clauses) -> Iterator[Statement]:
    """ "X succeeds Y", "Y is set to be replaced by X": X gets the post that the article gives to Y."""
    clause = clause_of(verb)
    new = view.person(clause.subject)
    source = next((n for p, n in clause.prepositions if p == "from"), clause.object)
    old = view.person(source)
    status = verb_status(verb, row)
    if new is None or old is None or new.chain == old.chain or not status or denied(verb):
        return
    post = Post(verb.i, verb.i + 1, Words(verb.i, verb.i + 1), "")
    yield Statement(new, post, verb.i, "role.succeeds", status, like=old.chain)


def led(verb: Token, row: RoleVerb, view: Clauses) -> Iterator[Statement]:
    """ "who heads the agency", "chairs the committee", "speaks for the navy": the verb makes the title."""
    story = view.story
    clause = clause_of(verb)
    own = child(verb, "nsubj")
    relative = own is not None and own.lower_ == "who"
    holder = view.person(clause.subject)
    finite = verb.tag_ in ("VBD", "VBZ", "VBP") or child(verb, "aux") is not None
    if holder is None or not finite or denied(verb) or (row.clause == "relative" and not relative):
        return
    status = verb_status(verb, row)
    start = verb.i + 1
    while start < len(story.doc) and story.doc[start].lower_ in ("for", "at", "on", row.particle):
        start += 1
    noun = noun_at(start, verb.sent.end, story, ANYTHING)
    if noun is None or not status:
        return
    found = Tail(noun.end)
    words = Words(verb.i, verb.i + 1)
    if not take(verb, noun, found, words, story, owned=False):
        return
    further = tail(Words(noun.end - 1, noun.end), story, owned=found.owner is not None or found.possessor is not None, near=ANYTHING)
    found.owner, found.possessor = found.owner or further.owner, found.possessor or further.possessor
    title = " ".join((row.title, *(["of"] if len(found.field) > 1 else []), *(story.doc[i].text for i in found.field[1:])))
    past = verb.tag_ == "VBD" and effect(verb, story) == ""
    post = Post(verb.i, noun.end, words, title, found.owner, found.possessor)
    yield Statement(holder, post, verb.i, "role.verb.of", "former" if past else status)


def given(holder: Mention, phrase: Phrase, rule: str, status: str) -> Iterator[Statement]:
    """One statement for each post of a phrase; a status word in the phrase goes before the verb's."""
    for post in phrase.posts:
        yield Statement(holder, replace(post, status=""), post.words.end - 1, rule, post.status or status)
