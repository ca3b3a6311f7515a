"""Which posts are none after all, and which owners does a post not have? A party's plain member, a nationality before a job."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from kg.extraction.roles.bodies import is_chamber, kinds_of
from kg.extraction.roles.kinds import kind_of_title
from kg.extraction.roles.statements import Statement
from kg.extraction.story import Story
from kg.lexicon import word_key

REIGNING = frozenset({"emir", "khan", "king", "pope", "shah", "sultan"})


def is_party_member(statement: Statement, story: Story) -> bool:
    """Whether the post is mere membership of a party, which is none."""
    owner = statement.post.owner
    if owner is None or story.lexicon.title_variants(statement.post.title) != "member":
        return False
    last = word_key(owner.text.split()[-1])
    return any(row["words"] == last and row["kind"] == "party" for row in story.lexicon.table("org_words"))


def is_loose_member(statement: Statement, story: Story) -> bool:
    """Whether the post is membership of what is no body with seats: "a member of the Miwok nation"."""
    words = word_key(statement.post.title).split()
    if statement.post.owner is not None or words[:2] != ["member", "of"] or words[2:3] == ["parliament"]:
        return False
    return not any(row["words"] == words[-1] for row in story.lexicon.table("member_bodies"))


def is_given_name(statement: Statement, statements: Iterable[Statement], story: Story) -> bool:
    """Whether a reigning title is but the first name of somebody with a lesser post: "Sultan X was made ambassador"."""
    words = story.doc[statement.post.words.start : statement.post.words.end]
    if not statement.assumed or words.text.lower() not in REIGNING:
        return False
    others = [kind_of_title(o.post.title, story) for o in statements if o.holder.chain == statement.holder.chain and o is not statement]
    return any(row is not None and row.kind != "monarchy" for row in others)


def without_party(statement: Statement, story: Story) -> Statement:
    """The statement without the party beside a legislator's title ("a Labour MP", "a senator of N-VA"), which does not own the seat."""
    owner, row = statement.post.owner, kind_of_title(statement.post.title, story)
    seat = row is not None and row.kind == "legislature" and row.scope != "organization"
    unknown = owner is not None and owner.kind == "Place" and story.lexicon.place(owner.text) is None
    if not seat or owner is None or (owner.kind != "Organization" and not unknown):
        return statement
    behind = owner.start > story.doc[statement.post.words.start].idx
    kept = is_chamber(owner, story) if behind else story.lexicon.title_body(owner.text) is not None
    unnamed = behind and not owner.named and "party" not in kinds_of(owner, story)
    return statement if kept or unnamed else replace(statement, post=replace(statement.post, owner=None))


def without_origin(statement: Statement, story: Story) -> Statement:
    """The statement without the nationality before a job of one's own, which employs nobody: "the Norwegian journalist X".

    A title in small letters of which nothing is known is taken for such a job.
    """
    owner, row = statement.post.owner, kind_of_title(statement.post.title, story)
    job = row.scope == "none" if row is not None else statement.post.title.islower()
    if not job or owner is None or owner.start > story.doc[statement.post.words.start].idx:
        return statement
    national = owner.kind == "Country" and story.lexicon.country_by_demonym(owner.text) is not None
    return replace(statement, post=replace(statement.post, owner=None)) if national else statement
