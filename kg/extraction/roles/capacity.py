"""In which post does somebody do what a verb says ("ordered the jets as defence minister", "runs Verano as chief executive")?"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from kg.extraction.assertion import denied
from kg.extraction.references import PERSON_PRONOUNS
from kg.extraction.roles.kinds import kind_of_title
from kg.extraction.roles.posts import Phrase
from kg.extraction.roles.statements import Statement, given
from kg.extraction.roles.tense import IRREAL
from kg.extraction.roles.view import Clauses
from kg.extraction.story import Story
from kg.extraction.syntax import base, child, children, is_passive
from kg.values import Date

HELD = frozenset({"corporate", "diplomatic", "government", "military"})  # kinds of posts that things are done in
COMPARING = frozenset({"as", "far", "known", "same", "such", "well"})  # words before an "as" that tells no post


def in_capacity(phrase: Phrase, view: Clauses) -> Iterator[Statement]:
    """The post behind "as" of who does what an active verb says: held now in the present tense, once in the past.

    Without an article: "emerged as the leader" tells of no office. Not of whom else the verb says something: "saw her as minister".
    """
    doc, post = view.story.doc, phrase.posts[0]
    link = phrase.begin - 1
    owned = post.owner is not None and post.owner.start == doc[phrase.begin].idx
    if link < 1 or doc[link].lower_ != "as" or post.plural or not (owned or phrase.begin == post.words.start):
        return
    verb, row = doc[post.words.start : post.words.end].root.head, kind_of_title(post.title, view.story)
    if row is None or row.kind not in HELD or doc[link - 1].lower_ in COMPARING or verb.pos_ != "VERB" or verb.i > link:
        return
    if is_office(doc[link - 1], view):
        return
    known, clause = view.verb_of(verb), doc[phrase.end : phrase.end + 1].text in IRREAL  # "as a president would"
    if clause or (known is not None and "as" in known.links) or is_passive(verb) or denied(verb) or of_another(verb, link, view):
        return
    holder, status = view.subject(verb), status_of(verb, view.story)
    if holder is not None and status:
        yield from given(holder, phrase, "role.noun.as", status)


def is_office(noun: Token, view: Clauses) -> bool:
    """Whether a word before "as" is a noun for a post, which is told of elsewhere: "won a term as mayor", not "spent years as mayor"."""
    uses = {r["use"] for r in view.story.lexicon.table("office_nouns") if r["word"] == noun.lemma_.lower()}
    return bool(uses) and (uses != {"turn"} or child(noun, "nmod:poss") is not None)


def of_another(verb: Token, link: int, view: Clauses) -> bool:
    """Whether the post may be somebody else's whom the verb has for its object, or who is named before "as"."""
    if any(t.lower_ in PERSON_PRONOUNS or view.person(t) is not None for t in children(verb, "obj", "iobj")):
        return True
    return any(verb.i < u.begin < link for u in view.units)


def status_of(verb: Token, story: Story) -> str:
    """What the tense of a verb says of the post in which somebody does it; "" where it is not done, or only to get the post.

    What was done this year was done in a post still held.
    """
    words = {c.lower_ for c in verb.children if base(c.dep_) in ("aux", "mark")}
    aiming = verb.lemma_.lower() in story.words.verb_classes["aspire"] and child(verb, "obj") is None
    if words & IRREAL or aiming or {"to", "will"} & words:
        return ""
    if verb.tag_ in ("VBZ", "VBP") or {"has", "have", "is", "are"} & words:
        return "current"
    if verb.tag_ == "VBD" or {"had", "was", "were"} & words:
        return "current" if verb.lemma_.lower() in story.words.verb_classes["enter"] or is_of_late(verb, story) else "former"
    return ""


def is_of_late(verb: Token, story: Story) -> bool:
    """Whether all dates of a sentence are of the year of publication, and there are some."""
    published = story.article.published
    years = {v.year for _, v in story.values("dates", verb.sent) if isinstance(v, Date)}
    return published is not None and years == {published.year}
