"""Which posts does a sentence open with, before its subject ("A former teacher, she", "As head of sales, X", "Elected mayor, X")?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from spacy.tokens import Span, Token

from kg.extraction.references import PERSON_PRONOUNS
from kg.extraction.roles.names import located, skip_adverbs
from kg.extraction.roles.posts import Phrase
from kg.extraction.roles.statements import Statement, given
from kg.extraction.roles.verbs import RoleVerb
from kg.extraction.roles.view import Clauses
from kg.extraction.syntax import SUBJECTS, base, child
from kg.model import Mention
from kg.values import Date

FRONT = 25  # tokens that may stand before the comma
LISTING = frozenset({",", "and", "or", "/"})  # what follows a name that is one of a list: "A judge, Ann Berg and two clerks"
LINKS = frozenset({"as", "to"})


def fronted_posts(phrases: Iterable[Phrase], taken: frozenset[int], view: Clauses) -> Iterator[Statement]:
    """Statements of the posts that open a sentence. taken: first tokens of phrases that are known to be somebody's."""
    beginning = {p.begin: p for p in phrases if not p.posts[0].plural}
    for sent in view.story.doc.sents:
        comma = comma_before_subject(sent, view)
        if comma is None:
            continue
        holder, follower = subject_at(comma.i + 1, view)
        if holder is None or is_aside(follower):
            continue
        start, past = skip_adverbs(sent.start, view.story)
        verb = sent[0] if sent[0].tag_ in ("VBN", "VBD", "JJ", "VB") else None
        row = fronted_verb(verb, view) if verb is not None else None
        if row is not None and verb is not None:
            yield from by_participle(verb, row, comma, holder, beginning, view)
        elif sent[0].lower_ == "as":
            phrase = beginning.get(sent.start + 1)
            status = as_status(follower, sent, view)
            if phrase is not None and status and spans(phrase, comma, view) and view.story.doc[phrase.begin].lower_ not in ("a", "an"):
                yield from given(holder, phrase, "role.apposition.before", status)
        else:
            phrase = beginning.get(start)
            listed = view.story.doc[follower.i].lower_ in LISTING if follower is not None else False
            if phrase is not None and phrase.begin not in taken and spans(phrase, comma, view) and not listed:
                yield from given(holder, phrase, "role.apposition.before", "former" if past else "")


def as_who(phrase: Phrase, view: Clauses) -> Iterator[Statement]:
    """ "X, who as defence minister had ordered them": the post of whom "who" means, a former one where the verb is past."""
    doc, i = view.story.doc, phrase.begin - 2
    i -= 1 if i > 0 and doc[i].text == "," else 0
    if i < 1 or doc[phrase.begin - 1].lower_ != "as" or doc[i].lower_ != "who" or phrase.posts[0].plural:
        return
    verb = doc[i].head
    holder = view.subject(verb) if verb.pos_ == "VERB" else None
    past = verb.tag_ == "VBD" or any(c.lower_ == "had" for c in verb.children)
    if holder is not None:
        yield from given(holder, phrase, "role.apposition.after", "former" if past else "")


def comma_before_subject(sent: Span, view: Clauses) -> Token | None:
    """The first comma of a sentence with a person's name or "he" right behind it."""
    for token in sent[:FRONT]:
        if token.text == "," and token.i + 1 < sent.end:
            following = view.story.doc[token.i + 1]
            named = any(u.begin == token.i + 1 for u in view.units)
            if named or (following.lower_ in PERSON_PRONOUNS and following.dep_ in SUBJECTS):
                return token
    return None


def subject_at(index: int, view: Clauses) -> tuple[Mention | None, Token | None]:
    """The person at a token, with the token behind the name, or the pronoun itself."""
    doc = view.story.doc
    unit = next((u for u in view.units if u.begin == index), None)
    if unit is not None:
        return unit.person, doc[unit.end] if unit.end < len(doc) else None
    return view.person(doc[index]), doc[index]


def is_aside(follower: Token | None) -> bool:
    """Whether the words behind the comma only say who speaks: "A minister, she said, should know"."""
    if follower is None or follower.i + 2 >= len(follower.doc):
        return False
    verb = follower.nbor() if follower.lower_ in PERSON_PRONOUNS else follower
    return verb.pos_ == "VERB" and verb.nbor().text in (",", ".", ";")


def spans(phrase: Phrase, comma: Token, view: Clauses) -> bool:
    """Whether a post goes on to the comma, a phrase of place or manner passed over: "A lawyer | by training |,"."""
    doc, end = view.story.doc, located(phrase, view.story)
    between = doc[end : comma.i]
    if not len(between):
        return True
    return between[0].pos_ == "ADP" and not any(t.pos_ in ("VERB", "AUX") or t.text in LISTING for t in between)


def fronted_verb(verb: Token, view: Clauses) -> RoleVerb | None:
    """The row of a participle that opens a sentence, whatever the parser took it for."""
    near = {t.lower_ for t in view.story.doc[verb.i + 1 : verb.i + 3]}
    rows = view.verbs.get(verb.lemma_.lower(), ())
    return next((r for r in rows if r.holder == "object" and (not r.particle or r.particle in near)), None)


def by_participle(
    verb: Token, row: RoleVerb, comma: Token, holder: Mention, beginning: dict[int, Phrase], view: Clauses
) -> Iterator[Statement]:
    """ "Elected president in 2012, X", "Sworn in as mayor on Monday, X": the post right behind the participle."""
    i = verb.i + (2 if row.particle else 1)
    link = view.story.doc[i].lower_
    i += link in LINKS
    phrase = next((p for begin, p in beginning.items() if verb.i <= begin <= i <= p.posts[0].words.start), None)
    if phrase is None or not (link in row.links or (link not in LINKS and "bare" in row.links)) or not spans_dated(phrase, comma, view):
        return
    posts = tuple(replace(p, plural=False) for p in phrase.posts)
    yield from given(holder, replace(phrase, posts=posts), f"role.verb.{'as' if link in LINKS else 'bare'}", row.status)


def spans_dated(phrase: Phrase, comma: Token, view: Clauses) -> bool:
    """Whether nothing but a date, a place or another adverbial stands between a post and the comma."""
    dated = {t.i for span in view.story.doc.spans.get("dates", ()) for t in span}
    between = [t for t in view.story.doc[phrase.end : comma.i] if t.i not in dated]
    return not any(t.pos_ in ("VERB", "AUX") or t.text in LISTING for t in between)


def as_status(follower: Token | None, sent: Span, view: Clauses) -> str:
    """What the tense of the main clause says of "As mayor, X has": current in the present, former with a date of an earlier year."""
    if follower is None:
        return ""
    verb = follower.head if follower.lower_ in PERSON_PRONOUNS else sent.root
    aux = child(verb, "aux") or child(verb, "cop")
    finite = aux if aux is not None else verb
    if finite.tag_ in ("VBZ", "VBP"):
        return "current"
    published = view.story.article.published
    dates = [v for _, v in view.story.values("dates", sent) if isinstance(v, Date)]
    told = finite.tag_ == "VBD" and base(verb.dep_) != "acl" and published is not None
    return "former" if told and published is not None and any(d.year < published.year for d in dates) else ""
