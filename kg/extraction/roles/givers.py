"""Who gives a post and who gets it, in a clause with a verb of posts?"""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Token

from kg.extraction.clauses import clause_of
from kg.extraction.roles.bodies import is_chamber
from kg.extraction.roles.kinds import kind_of_title
from kg.extraction.roles.posts import Phrase
from kg.extraction.roles.verbs import RoleVerb
from kg.extraction.roles.view import Clauses
from kg.extraction.syntax import base, child
from kg.model import Mention

OPENING = frozenset({"and", "but", "while", "whereas", "that", ";"})  # words that a clause may open with


def from_official(phrase: Phrase, giver: Token | None, phrases: tuple[Phrase, ...], view: Clauses) -> Phrase:
    """The phrase, its open state posts given the country whose official fills them: "Chad's president picked X as prime minister"."""
    giving = [q for p in phrases for q in p.posts[:1] if giver is not None and p is not phrase and q.words.start <= giver.i < q.words.end]
    owners = [q.owner for q in giving if q.owner is not None]
    if not owners or owners[0].kind != "Country":
        return phrase
    kinds = [kind_of_title(p.title, view.story) for p in phrase.posts]
    open_posts = [
        not p.owner and not p.possessor and k is not None and k.scope == "country" for p, k in zip(phrase.posts, kinds, strict=True)
    ]
    posts = tuple(replace(p, owner=owners[0]) if free else p for p, free in zip(phrase.posts, open_posts, strict=True))
    return replace(phrase, posts=posts)


def from_giver(phrase: Phrase, giver: Token | None, view: Clauses) -> Phrase:
    """The phrase, its open posts given by the verb's subject: a company hires for itself, a president appoints for the state."""
    mention = view.story.mention(giver) if giver is not None else None
    person = view.person(giver)
    firm = mention if mention is not None and mention.kind == "Organization" else None
    if firm is not None and is_chamber(firm, view.story):  # "confirmed by the Senate as head of the army"
        firm = None
    if firm is None and person is None:
        return phrase
    rows = [kind_of_title(p.title, view.story) for p in phrase.posts]
    if firm is not None and any(row is not None and row.scope == "country" for row in rows):
        return phrase  # a parliament elects the state's ombudsman
    posts = tuple(p if p.owner or p.possessor else replace(p, owner=firm, possessor=person) for p in phrase.posts)
    return replace(phrase, posts=posts)


def holder_of(verb: Token, row: RoleVerb, view: Clauses) -> Mention | None:
    """Who gets or leaves the post, by the voice of the verb."""
    clause = clause_of(verb)
    if row.holder == "subject":
        return named_at(verb, view) or view.subject(verb) or (view.before(verb) if view.flanked(verb) else None)
    return view.person(clause.object) or view.behind(verb) or described(verb, view)


def described(verb: Token, view: Clauses) -> Mention | None:
    """The person before a comma whom a participle describes that the parser took for a past tense: "X, brought in as coach"."""
    bare = verb.tag_ == "VBD" and base(verb.dep_) == "acl" and child(verb, "nsubj", "obj", "aux") is None
    return view.person(verb.head) if bare and verb.i and verb.nbor(-1).text == "," else None


def named_at(verb: Token, view: Clauses) -> Mention | None:
    """The person named right before a verb where a new clause begins with the name: "A will leave and B stays on as chairman"."""
    unit = next((u for u in view.units if u.end == verb.i), None)
    if unit is None or verb.tag_ not in ("VBD", "VBZ", "VBP") or unit.begin == 0:
        return None
    return unit.person if view.story.doc[unit.begin - 1].lower_ in OPENING else None
