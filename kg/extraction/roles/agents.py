"""What is led by somebody, so that the post before the leader's name is its post ("the government, led by Prime Minister X")?"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from kg.extraction.assertion import denied
from kg.extraction.clauses import reduced_relative
from kg.extraction.doers import antecedent, surface_subject
from kg.extraction.roles.bodies import kinds_of
from kg.extraction.roles.kinds import kind_of_title
from kg.extraction.roles.owners import owner_at, referent
from kg.extraction.roles.posts import Phrase, Post
from kg.extraction.roles.statements import Statement
from kg.extraction.roles.titles import Words
from kg.extraction.roles.units import Unit
from kg.extraction.roles.verbs import RoleVerb, role_verbs
from kg.extraction.roles.view import Clauses
from kg.extraction.story import Story
from kg.extraction.syntax import base, child, preposition
from kg.lexicon import Lexicon
from kg.model import Mention

LINK = "led"
PLACING = frozenset({"at", "in"})


def leading_verb(unit: Unit, story: Story) -> tuple[Token, RoleVerb] | None:
    """The participle before "by X", with its row: "led by Prime Minister X"."""
    i = unit.begin - 1
    if i < 1 or story.doc[i].lower_ != "by":
        return None
    verb = story.doc[i - 1]
    row = row_of(verb, story.lexicon)
    return (verb, row) if row is not None and verb.tag_ in ("VBN", "VBD") else None


def row_of(verb: Token, lexicon: Lexicon) -> RoleVerb | None:
    """The row of a verb of leading."""
    return next((row for row in role_verbs(lexicon).get(verb.lemma_.lower(), ()) if LINK in row.links), None)


def body_led(verb: Token, story: Story) -> Mention | None:
    """The organization or country that a participle describes, right before it, a comma passed over, or by the parse."""
    before = story.doc[verb.i - 2] if verb.i > 1 and story.doc[verb.i - 1].text == "," else story.doc[verb.i - 1]
    noun = verb.head if base(verb.dep_) == "acl" else reduced_relative(verb)
    place = preposition(before) in PLACING and owner_at(before, story) is not None
    if place and noun is not None and noun.i != before.i:  # "the delegation in Sarajevo, headed by"
        return owner_at(noun, story)
    return owner_at(before, story) or (owner_at(noun, story) if noun is not None else None)


def body_spoken_of(verb: Token, story: Story) -> Mention | None:
    """The organization that is the subject of a passive: "Acme is headed by X", "the fund, which is chaired by X"."""
    subject = child(verb, "nsubj:pass") or surface_subject(verb)
    if subject is None or denied(verb):
        return None
    noun = antecedent(subject, verb)
    near = next((t for t in story.doc[subject.i - 1].ancestors if t.dep_ == "appos"), noun) if subject.tag_ == "WDT" else noun
    noun = noun if owner_at(noun, story) is not None or near.i > subject.i else near
    noun = noun.head if base(noun.dep_) == "appos" else noun  # "Acme, a fund that is chaired by X"
    bare = not any(base(c.dep_) in ("amod", "compound", "nmod") for c in noun.children)
    return owner_at(noun, story) or (referent(noun, story) if bare else None)


def body_under(unit: Unit, story: Story) -> Mention | None:
    """The organization or country right before "under X": "the Central Bank under Governor X"."""
    i = unit.begin - 1
    owner = owner_at(story.doc[i - 1], story) if i > 0 and story.doc[i].lower_ == "under" else None
    return owner if owner is not None and owner.kind != "Place" else None


def owner_led(unit: Unit, phrase: Phrase, story: Story) -> Mention | None:
    """Whose post stands before the name of a leader: a public one is a government's or a country's, another the organization's."""
    found = leading_verb(unit, story)
    owner = body_led(found[0], story) if found is not None else body_under(unit, story)
    row = kind_of_title(phrase.posts[-1].title, story)
    if owner is None or row is None or phrase.posts[-1].status == "former":
        return None
    if owner.kind == "Organization" and row.kind == "diplomatic":
        return owner
    if owner.kind == "Organization" and row.scope == "country":
        return owner if owner.text.lower().endswith("government") else None
    fits = owner.kind == "Organization" if row.scope == "organization" else row.scope in ("country", "either")
    return owner if fits and "party" not in kinds_of(owner, story) else None


def led_by(unit: Unit, view: Clauses) -> Iterator[Statement]:
    """The post that leading makes: "the committee, chaired by X"; nothing where a title before the name says which post it is."""
    found = leading_verb(unit, view.story)
    if found is None or not found[1].title:
        return
    verb, row = found
    passive = child(verb, "aux:pass")
    owner = body_led(verb, view.story) if passive is None else body_spoken_of(verb, view.story)
    if owner is None or owner.kind != "Organization" or any(owner_led(unit, p, view.story) for p in unit.before):
        return
    if unit.before and any(word.lower() == "government" for word in owner.text.split()):
        return
    post = Post(verb.i, unit.begin, Words(verb.i, verb.i + 1), row.title, owner)
    over = passive is not None and passive.tag_ == "VBD"
    yield Statement(unit.person, post, verb.i, "role.verb.of", "former" if over else "current")
