"""Who is meant, and which verb is it, in a clause that may state a post?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from spacy.tokens import Token

from kg.extraction.clauses import clause_of
from kg.extraction.references import PERSON_PRONOUNS, described, recent
from kg.extraction.roles.lists import peer_at
from kg.extraction.roles.units import Unit
from kg.extraction.roles.verbs import RoleVerb
from kg.extraction.story import Story
from kg.extraction.syntax import SUBJECTS, child, first_conjunct
from kg.model import Mention

CONTINUED = 6  # sentences that a pronoun may go on through while nobody else is named


@dataclass(frozen=True)
class Clauses:
    """What the clause patterns look at: the story, its people and the verbs of posts."""

    story: Story
    units: tuple[Unit, ...]
    verbs: Mapping[str, tuple[RoleVerb, ...]]

    def person(self, token: Token | None) -> Mention | None:
        """The person that a noun or pronoun is: a name, the name behind a title, or a clear "he"."""
        if token is None:
            return None
        for unit in self.units:
            span = self.story.span(unit.person)
            if unit.begin <= token.i < span.end:
                return unit.person
        apposed = self.apposed(token)
        if apposed is not None:
            return apposed
        named = self.described_by(token)
        if named is not None:
            return named
        if token.lower_ in PERSON_PRONOUNS:
            found = described(token, self.story) or (None if token.lower_ in ("who", "whom") else self.continued(token))
            return found if found is not None and found.kind == "Person" else None
        return None

    def apposed(self, token: Token) -> Mention | None:
        """The person whose name is set off behind a title: "the company's founder, X, will stay on"."""
        words = self.story.lexicon.title_words
        if peer_at(token, self.story) is None and token.lower_ not in words.heads and self.story.lexicon.title(token.text) is None:
            return None
        names = {c.i for c in token.children if c.dep_ == "appos"}
        return next((u.person for u in self.units if names & set(range(u.begin, u.end))), None)

    def described_by(self, token: Token) -> Mention | None:
        """The person whose apposition a plain noun is or belongs to: "X, a lawyer and reservist who chairs the board"."""
        first = first_conjunct(token)
        name = self.story.mention(token)
        if first.dep_ != "appos" or (name is not None and name.kind != "Country") or (name is None and token.pos_ != "NOUN"):
            return None
        return next((u.person for u in self.units if u.begin <= first.head.i < u.end), None)

    def subject(self, verb: Token) -> Mention | None:
        """Who does what a verb says; "who" behind a name and a comma is that person, whatever the parser hung the clause on."""
        own = child(verb, "nsubj")
        if own is not None and own.lower_ == "who" and own.i > 1 and self.story.doc[own.i - 1].text == ",":
            comma = own.i - 1
            aged = comma > 2 and self.story.doc[comma - 1].like_num and self.story.doc[comma - 2].text == ","  # "X, 39, who"
            named = next((u.person for u in self.units if u.end == (comma - 2 if aged else comma)), None)
            named = named or self.apposed_over(comma)
            if named is not None:
                return named
        return self.person(clause_of(verb).subject)

    def apposed_over(self, comma: int) -> Mention | None:
        """The person whose apposition a comma ends, nothing else in it: "X, the head of Acme, | who"."""
        doc = self.story.doc
        first = next((i for i in range(comma - 1, doc[comma].sent.start, -1) if doc[i].text == ","), None)
        if first is None or any(t.tag_ in ("VBD", "VBZ", "VBP", "MD") for t in doc[first + 1 : comma]):
            return None
        free = not any(first < u.begin < comma for u in self.units)
        return next((u.person for u in self.units if u.end == first), None) if free else None

    def continued(self, token: Token) -> Mention | None:
        """Whom "he" goes on to mean through sentences that name nobody else: the subject of the last that names people."""
        found = recent(token, self.story, frozenset({"Person"}), subjects_first=True, reach=CONTINUED)
        if found is None or token.dep_ not in SUBJECTS:
            return None
        sentence = self.story.span(found).sent
        others = [m for m in self.story.mentions if m.kind == "Person" and sentence.start_char <= m.start < sentence.end_char]
        alone = all(m.chain == found.chain for m in others)
        return self.story.make(token.idx, token.idx + len(token), "Person", found.chain, named=False) if alone else None

    def flanked(self, token: Token) -> bool:
        """Whether a person's name ends right before a word and another begins right behind it ("X succeeds Y")."""
        return self.before(token) is not None and self.behind(token) is not None

    def before(self, token: Token) -> Mention | None:
        """The person named right before a word."""
        return next((u.person for u in self.units if u.end == token.i), None)

    def behind(self, token: Token) -> Mention | None:
        """The person named right behind a word."""
        return next((u.person for u in self.units if u.begin == token.i + 1), None)

    def verb_of(self, token: Token) -> RoleVerb | None:
        """The row of a verb, its particle present."""
        lemma = token.lemma_.lower() if token.pos_ in ("VERB", "AUX") else plain_form(token) if self.flanked(token) else ""
        rows = self.verbs.get(lemma, ())
        if not any(row.particle for row in rows):
            return rows[0] if rows else None
        near = {c.lower_ for c in token.children} | {t.lower_ for t in self.story.doc[token.i + 1 : token.i + 3]}
        return next((row for row in rows if not row.particle or row.particle in near), None)


def plain_form(token: Token) -> str:
    """The infinitive of a regular verb that was taken for a noun ("succeeds", "replaced")."""
    word = token.lower_
    return word[:-1] if word.endswith("s") else word[:-2] if word.endswith("eded") else word[:-1] if word.endswith("ed") else word
