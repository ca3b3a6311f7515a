"""Which country or territory does a public post belong to, where its phrase does not say? The one most signs speak for."""

from __future__ import annotations

import math
from collections.abc import Mapping
from functools import lru_cache

from kg.extraction.roles.kinds import kind_of_title
from kg.extraction.roles.nations import Context, addressed, taken
from kg.extraction.roles.parties import party_states
from kg.extraction.roles.signs import Candidate, signs
from kg.extraction.roles.statements import Statement
from kg.extraction.roles.statesmen import is_in_office, states_of
from kg.extraction.story import Story
from kg.extraction.syntax import base
from kg.lexicon import Lexicon
from kg.model import Mention

# Chance below which a post is nobody's, by the kind of the post: the country would likelier be wrong than right. An officer serves abroad
# and an envoy is received there: of such posts of the passages with less, one in three was the country's.
SURE = 0.5
# Signs of which a country must have one, or the holder's name speak for it: of posts of the passages whose country had but a share of the
# mentions, one in three was its.
TELLING = frozenset({"before", "behind", "first", "home", "in_capital", "lead", "own", "scene", "subject", "voted"})
SURE_OF = {"diplomatic": 0.7, "military": 0.8}


def country(statement: Statement, context: Context) -> Mention | None:
    """The country, or territory with a government of its own, whose post it most likely is; None where that is not likely enough.

    Of a well-known holder that is the state of which the table knows it, if the article names it, and no other. Else never one that the
    holder visits or turns to, that somebody else has the post of, or that is only named beside its equals; nor one that is only named
    behind the title and gets no votes.
    """
    weights, story = weights_of(context.story.lexicon), context.story
    post = statement.post
    known = states_of(statement, story) or party_states(post.title, post.words.start, story)
    others = addressed(statement, story) | context.visits.get(statement.holder.chain, frozenset()) | taken(statement, context)
    every = list(signs(statement, context))
    read = [(c, found) for c, found in every if c.code in known]
    if not read and known and is_in_office(statement, story):
        return None
    read = read or [(c, found) for c, found in every if c.only]
    sure = bool(read)
    read = read or [(c, found) for c, found in every if c.chain not in others]
    if not read:
        return None
    scored = [(score(found, weights), c, found) for c, found in read]
    best, candidate, found = max(scored, key=lambda s: (s[0], -s[1].mention.start))
    if sure:
        return candidate.mention
    chance = 1 / sum(math.exp(other - best) for other, _, _ in scored)
    even = found.get("paired", 0.0) > 0 >= found.get("own", 0.0)
    untold = not found.keys() & TELLING and found.get("name", 0.0) <= 0
    passing = untold or (not any("voted" in signs for _, signs in read) and is_later(candidate, statement, story))
    row = kind_of_title(statement.post.title, story)
    of_goods = row is not None and row.kind == "military" and is_of_goods(candidate, story)
    sure_enough = chance >= SURE_OF.get(row.kind if row is not None else "", SURE)
    return candidate.mention if sure_enough and not (even or passing or of_goods) else None


def is_later(candidate: Candidate, statement: Statement, story: Story) -> bool:
    """Whether the words name a country only behind the title: "envoy for Libya", "sacked as minister, now teaches in Madrid"."""
    title = story.doc[statement.post.words.start].idx
    return bool(candidate.seats) and all(s.mention.start > title for s in candidate.seats) and not candidate.mention.meant


def is_of_goods(candidate: Candidate, story: Story) -> bool:
    """Whether the words name a country only before a noun for goods, whose officers are not the story's: "the French frigate Argo"."""
    roots = [story.span(s.mention).root for s in candidate.seats]
    return bool(roots) and all(
        base(r.dep_) in ("amod", "compound") and r.head.i > r.i and r.head.lemma_.lower() in story.words.goods_nouns for r in roots
    )


def score(signs: Mapping[str, float], weights: Mapping[str, float]) -> float:
    """The sum of what the signs count; e to its power is in proportion to the chance."""
    return sum(weights[name] * value for name, value in signs.items())


@lru_cache(maxsize=4)
def weights_of(lexicon: Lexicon) -> dict[str, float]:
    """Sign -> what it counts (ontology/lexicon/owner_signs.tsv)."""
    return {row["sign"]: float(row["weight"]) for row in lexicon.table("owner_signs")}
