"""Whose posts lie in the past though no word says so, because the article names them only for what they did long ago?"""

from __future__ import annotations

import re

from spacy.tokens import Token

from kg.extraction.roles.kinds import kind_of_title
from kg.extraction.roles.merge import Group
from kg.extraction.roles.statesmen import has_left
from kg.extraction.story import Story
from kg.extraction.syntax import base
from kg.model import Mention
from kg.values import Date

LONG = 6  # years after which the holder of a post, named only then, has hardly kept it
LONGER = 12  # ... of a post that one may keep for long: monarchs, heads of state, jobs
LASTING = frozenset({"academic", "job", "media", "monarchy", "religious"})
HEADS = frozenset({"president", "leader", "chair", "founder"})  # last words of titles that are kept long too
DECADE = re.compile(r"(1[5-9]|20)\d0s")
TERM = re.compile(r"\(\s*(1[5-9]|20)\d\d\s*[-–—]\s*(?P<end>(1[5-9]|20)\d\d)\s*\)")
INTRODUCING = ("role.title", "role.apposition")


def is_past(group: Group, story: Story) -> bool:
    """Whether all that an article tells of a holder is dated long before it, or the years of a term or a life stand behind the name.

    So it is of a well-known holder whose last term, as the lexicon knows it, ended before the year of publication.
    """
    published = story.article.published
    if published is None or group.status != "current" or not all(s.rule.startswith(INTRODUCING) for s in group.statements):
        return False
    holder = group.statements[0].holder
    if has_left(holder, group.title, published.year, story):
        return True
    mentions = list(story.chain(holder.chain))
    if any(m.named and has_term(story.article.text[m.end : m.end + 20], published.year) for m in mentions):
        return True
    span = LONGER if is_lasting(group, story) else LONG
    return all(is_long_ago(m, published.year - span, story) for m in mentions)


def is_lasting(group: Group, story: Story) -> bool:
    """Whether a post is of those that are kept for long."""
    row = kind_of_title(group.title, story)
    return row is None or row.kind in LASTING or story.lexicon.title_variants(group.title).split()[-1:][0] in HEADS


def has_term(behind: str, year: int) -> bool:
    """Whether the words behind a name begin with the years of a term that is over: "X (2001-2005)"."""
    found = TERM.match(behind.lstrip())
    return found is not None and int(found["end"]) < year


def is_long_ago(mention: Mention, latest: int, story: Story) -> bool:
    """Whether the clause in which somebody is named tells in the past tense of what it dates long ago, "now" apart."""
    verb = verb_over(story.span(mention).root)
    if verb is None or verb.tag_ not in ("VBD", "VBN") or any(c.tag_ in ("VBZ", "VBP", "MD") for c in verb.children):
        return False
    if any(t.lower_ in ("now", "today", "currently") for t in verb.sent):
        return False
    years = [(v.year, span.root) for span, v in story.values("dates", verb.sent) if isinstance(v, Date)]
    years += [(int(t.text[:4]) + 9, t) for t in verb.sent if DECADE.fullmatch(t.text)]
    return any(root.head == verb and base(root.dep_) in ("obl", "advmod") for _, root in years) and max(year for year, _ in years) <= latest


def verb_over(token: Token) -> Token | None:
    """The nearest verb that a word hangs on; None where it hangs on none."""
    while token.pos_ != "VERB":
        if token.head.i == token.i:
            return None
        token = token.head
    return token
