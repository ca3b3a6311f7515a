"""Which posts beside each other are of one holder, and what do they share ("chairman and chief executive of Boeing")?"""

from __future__ import annotations

from dataclasses import replace

from kg.extraction.forces import force_of
from kg.extraction.roles.kinds import kind_of_title
from kg.extraction.roles.owners import capital
from kg.extraction.roles.posts import HEADS, Post
from kg.extraction.story import Story
from kg.model import Mention


def joined(left: Post, right: Post, story: Story) -> bool:
    """Whether two posts are coordinated: only "and", "&" or a comma with "and" stands between them."""
    between = [t.lower_ for t in story.doc[left.end : right.begin]]
    if ended_by_date(left, right, story):
        return True
    if between not in (["and"], ["&"], [",", "and"], ["/"], ["as", "well", "as"]) or left.plural != right.plural:
        return False
    if right.end < len(story.doc) and story.doc[right.end].tag_ == "POS":
        return False  # "ambassador of Germany, and the President's adviser"
    if story.doc[right.begin].lower_ == "once":
        return False  # "a fellow at Acme and once attaché in Cairo"
    if between[0] == "," and set_off_name(right, story):
        return False  # "X, chief of defence, and the faction's deputy commander, Y,"
    if are_two_heads(left, right, story):
        return False
    own = right.owner is not None and right.owner.start < story.doc[right.words.start].idx
    first = story.doc[right.words.start]
    if names_next(right, story) and story.doc[left.begin - 1].lower_ == "as" and right.status != left.status:
        return False  # "with A as its chairman and former minister B as member"
    if names_next(right, story) and capital(first) and not first.is_upper and not capital(story.doc[left.words.start]):
        return False  # "A as minister of health and Col. B as"
    return not own and not (between[0] == "," and names_next(right, story))


def ended_by_date(left: Post, right: Post, story: Story) -> bool:
    """Whether only "and until DATE" stands between two posts, so that the second is over: "president and, until March, mayor of Lund"."""
    doc, i = story.doc, left.end
    i += doc[i : i + 1].text == ","
    if doc[i : i + 1].text.lower() != "and" or left.plural != right.plural:
        return False
    i += 2 if doc[i + 1 : i + 2].text == "," else 1
    end = dated_until(i, story)
    return end > i and right.begin == end + (doc[end : end + 1].text == ",")


def dated_until(index: int, story: Story) -> int:
    """The token behind "until March": the date up to which a post was held; the token itself where none is told."""
    doc = story.doc
    if index + 1 >= len(doc) or doc[index].lower_ not in ("until", "till"):
        return index
    return next((s.end for s in doc.spans.get("dates", ()) if s.start == index + 1), index)


def are_two_heads(left: Post, right: Post, story: Story) -> bool:
    """Whether a post with "the" and one that a name follows are those of two people: "the Prime Minister and President Hollande"."""
    apart = all(story.lexicon.title_variants(p.title) in HEADS for p in (left, right))
    written = capital(story.doc[left.words.start]) and capital(story.doc[right.words.start])
    return apart and written and story.doc[left.begin].lower_ == "the" and names_next(right, story)


def names_next(post: Post, story: Story) -> bool:
    """Whether a person's name follows the post at once."""
    following = story.mention(story.doc[post.end]) if post.end < len(story.doc) else None
    return following is not None and following.kind == "Person"


def set_off_name(post: Post, story: Story) -> bool:
    """Whether a person's name between a comma and another mark follows the post: "and the mayor, X, said"."""
    doc, i = story.doc, post.end + 1
    name = story.mention(doc[i]) if i < len(doc) and doc[post.end].text == "," and doc[i].sent == doc[post.end].sent else None
    if name is None or name.kind != "Person":
        return False
    end = story.span(name).end
    return end >= len(doc) or doc[end].text in (",", ".", ";", ")")


def serves(post: Post, story: Story) -> bool:
    """Whether the words behind a title say whom it serves: "an adviser to the union"."""
    return post.words.end < post.end and story.doc[post.words.end].lower_ == "to"


def is_earlier_one(post: Post, current: Post, story: Story) -> bool:
    """Whether a post was held before that beside it, in another service or trade: "an analyst at Telia and a former army officer"."""
    apart = post.status == "former" != current.status and story.doc[post.begin].lower_ in ("a", "an")
    row = kind_of_title(post.title, story)
    return apart and current.end > current.words.end and row is not None and row.kind != "corporate"


def is_of_state_alone(post: Post, owner: Mention, story: Story) -> bool:
    """Whether a post is one of a state, and the owner of that beside it no part of one: "minister and deputy leader of the Greens".

    A city has no ministers either: "the mayor of Lyon and a former minister".
    """
    row, place = kind_of_title(post.title, story), story.lexicon.place(owner.text) if owner.kind == "Place" else None
    state = force_of(owner.text, story) is not None or story.lexicon.title_body(owner.text) is not None
    private = owner.kind == "Organization" and (owner.start < story.doc[post.begin].idx or not state)
    return (
        (private or (place is not None and place.kind == "city"))
        and row is not None
        and row.scope == "country"
        and (row.kind == "diplomatic" or (row.kind == "government" and not row.field))
    )


def is_own_job(post: Post, story: Story) -> bool:
    """Whether a post with "a" is a job that needs no employer: "the chairman of Acme and a lawyer"."""
    row = kind_of_title(post.title, story)
    return row is not None and (row.scope == "none" or row.kind == "judicial") and story.doc[post.begin].lower_ in ("a", "an")


def shared(group: list[Post], story: Story) -> tuple[Post, ...]:
    """The posts of one phrase, owner and status passed on: "Metlife's chairman and chief executive", "president and CEO of Ford"."""
    posts = list(group)
    for i in range(1, len(posts)):
        before = posts[i - 1].owner
        told_behind = before is not None and before.start > story.doc[posts[i - 1].words.start].idx
        alone = told_behind and before is not None and (is_of_state_alone(posts[i], before, story) or is_own_job(posts[i], story))
        open_one = posts[i].owner is None and posts[i].possessor is None
        if open_one and not serves(posts[i], story) and not alone and not is_earlier_one(posts[i], posts[i - 1], story):
            posts[i] = replace(posts[i], owner=posts[i - 1].owner, possessor=posts[i - 1].possessor)
        posts[i] = replace(posts[i], status=posts[i].status or posts[i - 1].status)
    for i in range(len(posts) - 2, -1, -1):
        behind, place = posts[i + 1].owner or posts[i + 1].possessor, story.doc[posts[i + 1].words.start].idx
        open_one = posts[i].owner is None and posts[i].possessor is None
        if open_one and behind is not None and behind.start > place and not is_of_state_alone(posts[i], behind, story):
            posts[i] = replace(posts[i], owner=posts[i + 1].owner, possessor=posts[i + 1].possessor)
    return tuple(posts)
