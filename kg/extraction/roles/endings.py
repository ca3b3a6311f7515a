"""Whose posts have ended by death or resignation, though the words of the post do not say so?"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from spacy.tokens import Token

from kg.extraction.assertion import STILL_AHEAD, assertion, denied
from kg.extraction.clauses import clause_of
from kg.extraction.references import described, relative_noun
from kg.extraction.roles.merge import Group
from kg.extraction.roles.offices import is_done
from kg.extraction.roles.past import is_past
from kg.extraction.roles.verbs import holder_of, post_verbs
from kg.extraction.story import Story
from kg.extraction.syntax import auxiliaries, base, child, children, conjuncts, first_conjunct, preposition
from kg.model import Mention

AGE = re.compile(r"\b(?:aged|at|age of|was) (\d\d)\b(?!\s*(?:percent|per cent|%|a\.m|p\.m|miles|km))")
DEAD = (["the", "dead"], ["the", "victims"], ["those", "killed"])
RETIRED = 66  # age from which the "was" of an obituary tells a life, not the post that death ended


def ended(groups: Iterable[Group], story: Story) -> Iterator[Group]:
    """The groups, with the posts that a dead person held until death marked so."""
    groups = list(groups)
    retired, old = retirements(groups, story), aged(groups, story)
    dead, gone = deaths(groups, story), resignations(story) | departures(story) | removals(story)
    for group in groups:
        chain = group.statements[0].holder.chain
        if chain in dead and (group.status in ("current", "acting") or (was_until_death(group) and chain not in old)):
            yield Group(tuple(replace(s, status="deceasedInOffice") for s in group.statements))
        elif group.status == "current" and (
            chain in gone or is_past(group, story) or is_called_late(group, story) or (chain in retired and is_rank(group, story))
        ):
            yield Group(tuple(replace(s, status="former") for s in group.statements))
        else:
            yield group


def is_called_late(group: Group, story: Story) -> bool:
    """Whether "late" stands before the holder's name somewhere: "the late Maria Lund, mayor of Bergen for 20 years"."""
    starts = [story.span(m).start for m in story.chain(group.statements[0].holder.chain) if m.named]
    return any(i > 0 and story.doc[i - 1].lower_ == "late" for i in starts)


def deaths(groups: Iterable[Group], story: Story) -> frozenset[int]:
    """Chains of the people of whom the article says that they died or were killed."""
    verbs = {row.lemma: holder_of(row) for row in post_verbs(story.lexicon) if row.ends}
    posts = {i: s.holder.chain for g in groups for s in g.statements for i in range(s.post.begin, s.post.end)}
    found: set[int] = set()
    for token in story.doc:
        side = verbs.get(token.lemma_.lower()) if token.pos_ == "VERB" else None
        if side is None or not has_happened(token, story):
            continue
        clause = clause_of(token)
        dead = clause.subject if side == "subject" else clause.object
        found |= chains_at(dead, story) or ({posts[dead.i]} if dead is not None and dead.i in posts else set())
    return frozenset(found | {m.chain for token in story.doc for m in counted_dead(token, story)})


def counted_dead(token: Token, story: Story) -> Iterator[Mention]:
    """The people of a list of the dead: "Among the dead were Major X and Y, a pilot; Z, a nurse"."""
    doc, i = story.doc, token.i + 3
    if token.lower_ != "among" or i >= len(doc) or doc[i].lower_ not in ("is", "are", "was", "were"):
        return
    if [t.lower_ for t in doc[token.i + 1 : i]] not in DEAD:
        return
    people = [m for m in story.mentions if m.kind == "Person" and doc[i].idx < m.start < token.sent.end_char]
    first = {c.i for m in people[:1] for c in conjuncts(first_conjunct(story.span(m).root))}
    end = doc[i].idx
    for m in people:
        if m == people[0] or story.span(m).root.i in first or ";" in story.article.text[end : m.start]:
            yield m
        end = m.end


def has_happened(verb: Token, story: Story) -> bool:
    """Whether a verb tells what was or is done, not what somebody threatens, may or is to do: "was killed", "dies"."""
    if verb.tag_ == "VBG" and base(verb.dep_) == "advcl" and verb.head.tag_ in ("VBD", "VBN"):  # "crashed, killing X"
        return not any(c.tag_ == "IN" for c in verb.children) and assertion(verb.head, story).asserted
    told = verb.tag_ in ("VBD", "VBN", "VBZ", "VBP") and not auxiliaries(verb) & (STILL_AHEAD | {"to"})
    return told and assertion(verb, story).asserted


def retirements(groups: Iterable[Group], story: Story) -> frozenset[int]:
    """Chains of the people whom another post of theirs calls retired: "Colonel X, a retired missile officer"."""
    said = (s for g in groups for s in g.statements if s.status == "former" and s.rule.startswith("role.apposition"))
    return frozenset(s.holder.chain for s in said if any(t.lower_ == "retired" for t in story.doc[s.post.begin : s.post.end]))


def is_rank(group: Group, story: Story) -> bool:
    """Whether a post is only said as a military rank before the name."""
    row = story.lexicon.title(group.title)
    return row is not None and row.kind == "military" and all(s.rule == "role.title.before" for s in group.statements)


def aged(groups: Iterable[Group], story: Story) -> frozenset[int]:
    """Chains of the people who died at an age at which few are in office: "has died at 91", "who died aged 84"."""
    found: set[int] = set()
    for chain in {s.holder.chain for g in groups for s in g.statements}:
        for sentence in {story.doc[story.span(m).start].sent for m in story.chain(chain)}:
            ages = [int(age) for age in AGE.findall(sentence.text)]
            if ages and max(ages) >= RETIRED and any(t.lemma_.lower() == "die" for t in sentence):
                found.add(chain)
    return frozenset(found)


def was_until_death(group: Group) -> bool:
    """Whether only the tense of "was" puts a post into the past, and no date does."""
    return all(s.rule == "role.copula" and s.start is None and s.end is None for s in group.statements)


def resignations(story: Story) -> frozenset[int]:
    """Chains of the people who "resigned" or "quit", where the clause does not say as what."""
    verbs = {row.lemma: row.particle for row in post_verbs(story.lexicon) if row.leaves}
    found: set[int] = set()
    for token in story.doc:
        particle = verbs.get(token.lemma_.lower()) if token.tag_ in ("VBD", "VBN") and token.dep_ not in ("amod", "acl") else None
        if particle is None or denied(token) or any(t.lower_ in ("as", "from") for t in token.sent[token.i - token.sent.start :]):
            continue
        if not is_of_posts(child(token, "obj"), story):
            continue
        auxiliaries = {c.lower_ for c in token.children if c.dep_.startswith("aux")}
        if auxiliaries <= {"has", "have"} and (not particle or story.doc[token.i + 1].lower_ == particle):
            found |= chains_at(clause_of(token).subject, story)
    return frozenset(found)


def is_of_posts(noun: Token | None, story: Story) -> bool:
    """Whether what somebody quits is a post or a body, if it is said: "quit the cabinet", not "quit the race"."""
    if noun is None or noun.lower_ in ("his", "her", "their") or story.mention(noun) is not None:
        return True
    offices = {row["word"] for row in story.lexicon.table("office_nouns") if row["use"] not in ("turn", "hold", "other")}
    words = offices | {row["words"] for row in story.lexicon.table("org_words")}
    return noun.lemma_.lower() in words | story.words.company_nouns | story.words.agency_nouns


def removals(story: Story) -> frozenset[int]:
    """Chains of the people who were put out of a post that the clause names only beside them: "fired Finance Minister X"."""
    verbs = {row.lemma: row.particle for row in post_verbs(story.lexicon) if row.status == "former" and holder_of(row) == "object"}
    found: set[int] = set()
    for token in story.doc:
        particle = verbs.get(token.lemma_.lower()) if token.tag_ in ("VBD", "VBN") and token.pos_ == "VERB" else None
        if particle is None or denied(token) or names_post(token):
            continue
        auxiliaries = {c.lower_ for c in token.children if c.dep_.startswith("aux")}
        if auxiliaries <= {"has", "have", "had", "been", "was", "were"} and (not particle or story.doc[token.i + 1].lower_ == particle):
            found |= chains_at(clause_of(token).object, story)
    return frozenset(found)


def names_post(verb: Token) -> bool:
    """Whether the words behind a verb say out of which post somebody was put: "fired as chairman", not "removed from office"."""
    links = (t for t in verb.sent[verb.i - verb.sent.start :] if t.lower_ in ("as", "from"))
    return any(t.lower_ == "as" or t.i + 1 >= len(t.doc) or t.nbor().lower_ not in ("office", "power") for t in links)


def departures(story: Story) -> frozenset[int]:
    """Chains of the people whose "resignation" or "dismissal" the article tells as done ("after the resignation of X")."""
    nouns = {row["word"] for row in story.lexicon.table("office_nouns") if row["use"] == "end"}
    found: set[int] = set()
    for token in story.doc:
        if token.pos_ != "NOUN" or token.lemma_.lower() not in nouns or not is_done(token):
            continue
        for c in children(token, "nmod", "nmod:poss"):
            if c.dep_ == "nmod:poss" or preposition(c) == "of":
                found |= chains_at(c, story)
    return frozenset(found)


def chains_at(token: Token | None, story: Story) -> set[int]:
    """The person chain that a noun names, or "who" behind a name or its apposition, or "he"; none for other nouns."""
    if token is not None and token.lower_ in ("he", "she"):
        found = described(token, story)
        return {found.chain} if found is not None and found.kind == "Person" else set()
    if token is not None and token.lower_ == "who":
        token = relative_noun(token)
    if token is None:
        return set()
    token = token.head if token.dep_ == "appos" and story.mention(token) is None else token
    own = (
        c for c in token.children if c.dep_ not in ("nmod", "nmod:poss") and base(c.dep_) not in ("acl", "obl")
    )  # not of "X's aide", "the aide of X"
    first = next((m for t in (token, *own) if (m := story.mention(t)) is not None and m.kind == "Person"), None)
    others = (t for c in conjuncts(token)[1:] for t in story.doc[c.i : c.i + 2]) if first is not None else ()  # "and director | X"
    further = (m for t in others if (m := story.mention(t)) is not None and m.kind == "Person")
    return {m.chain for m in (first, *further) if m is not None}
