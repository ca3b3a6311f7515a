"""Who follows whom in a post ("X succeeds Y as head", "takes over from Y")?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from spacy.tokens import Token

from kg.extraction.assertion import denied
from kg.extraction.clauses import clause_of
from kg.extraction.roles.merge import alike
from kg.extraction.roles.posts import Phrase, Post
from kg.extraction.roles.statements import PREDECESSOR, Statement, given
from kg.extraction.roles.tense import verb_status
from kg.extraction.roles.titles import Words
from kg.extraction.roles.verbs import RoleVerb
from kg.extraction.roles.view import Clauses
from kg.extraction.story import Story
from kg.extraction.syntax import base
from kg.model import Mention

SUCCESSION = frozenset({PREDECESSOR, "role.succeeds"})
COMING = frozenset({"acting", "appointed", "elect"})
INSTEAD = (["in", "place", "of"], ["in", "succession", "to"])
BEHIND = 12  # tokens behind a post within which such words may stand
ELSEWHERE = frozenset({"with", "on", "for", "at"})  # "replaced Y with Z", "replaced Y on the committee": not in the post before the name


def followed(verb: Token, row: RoleVerb, phrase: Phrase, view: Clauses) -> Iterator[Statement]:
    """The one before: "succeeds Y as head", "takes over from Y as head"."""
    clause = clause_of(verb)
    before = next((n for p, n in clause.prepositions if p == "from"), clause.object)
    person = view.person(before) or (view.behind(verb) if view.flanked(verb) else None)
    if person is not None and row.holder == "subject":
        yield from given(person, phrase, "role.succeeds", "current" if is_ahead(verb, row, view) else row.other)


def displaced(phrase: Phrase, status: str, view: Clauses) -> Iterator[Statement]:
    """The one before where a noun says so: "named chairwoman of Acme on Monday in place of Y", "becomes mayor in succession to Y"."""
    doc = view.story.doc
    stop = min(doc[phrase.begin].sent.end, phrase.end + BEHIND)
    for i in range(phrase.end, stop - 2):
        if [t.lower_ for t in doc[i : i + 3]] in INSTEAD:
            person = next((u.person for u in view.units if u.begin in (i + 3, i + 4)), None)
            if person is not None and status in ("appointed", "current"):
                yield from given(person, replace(phrase, posts=phrase.posts[:1]), "role.succeeds", "former")
            return


def installed(verb: Token, view: Clauses) -> Mention | None:
    """Who is put into the post in "appointed X chairman, replacing Y": the object of the verb that gives it."""
    main = verb.head
    row = view.verb_of(main) if verb.tag_ == "VBG" and base(verb.dep_) == "advcl" else None
    return view.person(clause_of(main).object) or view.behind(main) if row is not None and row.holder == "object" else None


def is_ahead(verb: Token, row: RoleVerb, view: Clauses) -> bool:
    """Whether the change is still to come: "will be succeeded by"."""
    return verb_status(verb, row, view.story) == row.future != row.status


def doc_as(verb: Token, phrase: Phrase, story: Story) -> bool:
    """Whether a post is joined to the verb by "as"."""
    return verb.i < phrase.begin < verb.sent.end and story.doc[phrase.begin - 1].lower_ == "as"


def is_other_work(verb: Token, taken: Token | None, old: Mention | None) -> bool:
    """Whether what is taken over from somebody is no office: "took over the organising of the fair from Y"."""
    work = taken is not None and taken.i > verb.i and (taken.tag_ == "VBG" or taken.lower_.endswith("ing")) and taken.pos_ != "PROPN"
    return old is not None and work


def succeeded(verb: Token, row: RoleVerb, view: Clauses) -> Iterator[Statement]:
    """ "X succeeds Y", "Y is set to be replaced by X": X gets the post that the article gives to Y."""
    clause = clause_of(verb)
    new = installed(verb, view) or view.subject(verb)
    source = next((n for p, n in clause.prepositions if p == "from"), clause.object)
    old = view.person(source)
    status = verb_status(verb, row, view.story)
    if is_other_work(verb, clause.object, old):
        return
    if new is None or old is None or new.chain == old.chain or not status or denied(verb):
        return
    post = Post(verb.i, verb.i + 1, Words(verb.i, verb.i + 1), "")
    yield Statement(new, post, verb.i, "role.succeeds", status, like=old.chain)
    elsewhere = any(p in ELSEWHERE for p, _ in clause.prepositions)
    if not elsewhere and not is_ahead(verb, row, view):
        yield Statement(old, post, verb.i, PREDECESSOR, row.other, like=new.chain)


def of_office(statement: Statement, statements: Iterable[Statement], story: Story) -> Mention | None:
    """The one organization that the article says another's post of this title to be of, for who gets or minds it: "will act as chief"."""
    if statement.status not in COMING or not statement.rule.startswith("role.verb"):
        return None
    owners = [
        o.post.owner for o in statements
        if o.holder.chain != statement.holder.chain and not o.assumed and alike(o.post.title, statement.post.title, story)
        and o.post.owner is not None
    ]  # fmt: skip
    return owners[-1] if len({m.chain for m in owners}) == 1 and owners[-1].kind == "Organization" else None


def with_successors(statement: Statement, statements: Iterable[Statement], story: Story) -> Statement:
    """The statement of who had or gets a post with the owner that the other one's has there: "returns as envoy, replacing X"."""
    if statement.rule not in SUCCESSION or not (statement.post.owner is None or statement.assumed) or statement.post.possessor is not None:
        return statement
    others = [
        o for o in statements
        if o.holder.chain != statement.holder.chain and o.post.owner is not None and o.rule not in SUCCESSION
        and story.doc[o.token].sent == story.doc[statement.token].sent and alike(o.post.title, statement.post.title, story)
    ]  # fmt: skip
    best = min(others, key=lambda o: (o.assumed, abs(o.token - statement.token)), default=None)
    if best is None:
        return statement
    return replace(statement, post=replace(statement.post, owner=best.post.owner), assumed=True)
