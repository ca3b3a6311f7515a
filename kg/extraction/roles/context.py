"""Whose minister is "the foreign minister", when the phrase does not say? The country or company the article is about there."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from kg.extraction.roles.assumed import Chooser, assumed
from kg.extraction.roles.forces import with_full_name
from kg.extraction.roles.kinds import kind_of_title
from kg.extraction.roles.loose import is_given_name, is_loose_member, is_party_member, without_origin, without_party
from kg.extraction.roles.merge import alike, completed, is_public
from kg.extraction.roles.nations import Context, taken
from kg.extraction.roles.posts import Phrase
from kg.extraction.roles.signs import standing
from kg.extraction.roles.statements import NATION, Statement
from kg.extraction.roles.states import country
from kg.extraction.roles.statesmen import home_of_head
from kg.extraction.roles.successions import with_successors
from kg.extraction.roles.tasks import PARTS, is_office
from kg.extraction.story import Story

WHOLES = frozenset({"administration", "consortium", "force", "holding"})  # of many firms or of part of a state, which the text names
OF_STATES = frozenset({"cabinet", "customs", "police", "presidency", "treasury"})  # bodies of which a state has one


def placed(statements: Iterable[Statement], phrases: Iterable[Phrase], story: Story, choose: Chooser = country) -> list[Statement]:
    """Statements whose post must belong to somebody, with the owner a reader would take. choose: which country, where it is a country's."""
    context = Context.of(story, [with_full_name(s, story) for s in statements], phrases)
    done = [
        without_origin(without_party(s, story), story)
        for s in context.statements
        if not (is_party_member(s, story) or is_loose_member(s, story))
    ]
    for i, s in enumerate(done):
        nowhere = s.peer not in ("", "same") and s.apart is None  # elsewhere than a post of which it is not known where it is
        nowhere = nowhere or is_unknown_ones(s, story)
        if s.post.owner is None and s.post.possessor is None and not nowhere:
            other = told_elsewhere(s, done, story)
            owner = assumed(s, context, choose) if other is None else other.post.owner
            if owner is not None and owner.chain != s.apart:
                done[i] = replace(s, post=replace(s.post, owner=owner), assumed=other is None or other.assumed)
    placed_others = replace(context, statements=tuple(done))
    done = [with_counterparts_country(s, placed_others, choose) for s in done]
    done = [with_successors(s, done, story) for s in done]
    told = (with_served(s, context) for s in completed(done, story, last=True))
    return [s for s in told if not is_given_name(s, done, story)]


def with_counterparts_country(statement: Statement, context: Context, choose: Chooser) -> Statement:
    """The statement of somebody's counterpart with the country that is left where the other's was found last."""
    if statement.peer != NATION or statement.apart is not None or statement.post.owner is not None:
        return statement
    owner = choose(statement, context) if taken(statement, context) else None
    return statement if owner is None else replace(statement, post=replace(statement.post, owner=owner), assumed=True)


def with_served(statement: Statement, context: Context) -> Statement:
    """The statement with the state of whom the holder serves, where that is a well-known head of it: "Putin's spokesman X"."""
    served, story = statement.post.possessor, context.story
    if statement.post.owner is not None or served is None or not is_public(statement, story):
        return statement
    codes = home_of_head(served, story)
    named = [seat for seat in context.places if seat.code in codes]
    if len({seat.code for seat in named}) != 1:
        return statement
    return replace(statement, post=replace(statement.post, owner=standing(named, story)), assumed=True)


def is_unknown_ones(statement: Statement, story: Story) -> bool:
    """Whether the phrase says whose the post is, by a noun of which nothing is known and that is no post: "the court's president".

    Behind the post too, by a noun for a body: "the chairman of the council".
    """
    doc, post = story.doc, statement.post
    behind = post.title.split(" of ")[-1]
    national = story.lexicon.state_body(behind) is not None or story.lexicon.title_body(behind) is not None or behind in OF_STATES
    last = behind.split()[-1]
    row = kind_of_title(post.title, story)
    whole = last in WHOLES and row is not None and row.kind == "corporate"
    if behind != post.title and not national and behind not in ("board", *PARTS) and (whole or is_office(behind, story)):
        return True
    owners = [doc[i - 1] for i in range(post.begin + 1, post.words.start) if doc[i].tag_ == "POS"]
    return any(kind_of_title(t.text, story) is None and t.lower_ not in story.words.country_nouns for t in owners)


def told_elsewhere(statement: Statement, statements: Iterable[Statement], story: Story) -> Statement | None:
    """The statement of the same person and title with an owner in another place of the article."""
    for other in statements:
        same_person = other.holder.chain == statement.holder.chain and other.post.owner is not None
        if same_person and alike(other.post.title, statement.post.title, story):
            return other
    return None
