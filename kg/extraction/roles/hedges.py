"""Does the text stand behind what it says of a post ("has reportedly been named chairman", "denied being the leader")?"""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Token

from kg.extraction.assertion import assertion, own_hedge
from kg.extraction.clauses import governors
from kg.extraction.roles.statements import Statement
from kg.extraction.story import Story
from kg.extraction.syntax import base

REACH = 6  # tokens before a post in which a word of doubt is about it
# Rules that read a clause; the others read how a person is introduced, which the clause around it does not touch.
CLAUSAL = ("role.copula", "role.verb", "role.member", "role.succeeds")


def hedged(statement: Statement, story: Story) -> Statement | None:
    """The statement with the words of doubt about it; None where the text denies, asks or only supposes it."""
    head = head_of(statement, story)
    told = assertion(head, story) if statement.rule.startswith(CLAUSAL) else None
    if is_unreal(statement, story) or (told is not None and (not told.asserted or is_withheld(head, story))):
        return None
    found = nearby(statement, story) or (told.hedge if told is not None else own_hedge(head, story))
    return replace(statement, hedge=found) if found else statement


def head_of(statement: Statement, story: Story) -> Token:
    """The word that the statement hangs on: the head of the title, or the verb itself."""
    return story.doc[statement.post.words.start : statement.post.words.end].root


def nearby(statement: Statement, story: Story) -> str:
    """The word of doubt that stands shortly before the post in its sentence, "" for none."""
    doc, post = story.doc, statement.post
    first = max(doc[statement.token].sent.start, post.begin - (0 if statement.rule.startswith("role.title") else REACH))
    return next((doc[i].text for i in range(first, post.words.end) if doc[i].lower_ in story.words.doubts), "")


def is_unreal(statement: Statement, story: Story) -> bool:
    """Whether the word right before a title, or one in it, says that there is no such post ("the would-be president")."""
    post, unreal = statement.post, story.words.verb_classes["unreal"]
    before = story.doc[story.doc[post.begin].sent.start : post.begin].text.lower()
    within = story.doc[post.begin : post.words.end].text.lower().split()
    return before.endswith(tuple(sorted(unreal))) or any(w in unreal for w in within)


def is_withheld(head: Token, story: Story) -> bool:
    """Whether a post was turned down or not reached: "declined to be named", "failed to become"."""
    return any(
        base(label) == "xcomp" and governor.lemma_.lower() in story.words.verb_classes["withhold"] for governor, label in governors(head)
    )
