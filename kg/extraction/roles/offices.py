"""Which posts does a text give by the noun for holding them ("assumed the presidency of Chad", "took command of the fleet")?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from kg.extraction.assertion import denied
from kg.extraction.references import relative_noun
from kg.extraction.roles.kinds import kind_of_title
from kg.extraction.roles.owners import OWNER_KINDS, owner_at
from kg.extraction.roles.posts import Phrase, Post
from kg.extraction.roles.statements import Statement, given
from kg.extraction.roles.tail import tail
from kg.extraction.roles.tense import verb_status
from kg.extraction.roles.titles import ANYTHING, Words
from kg.extraction.roles.verbs import RoleVerb
from kg.extraction.roles.view import Clauses
from kg.extraction.story import Story
from kg.extraction.syntax import SUBJECTS, base, child, children, preposition
from kg.model import Mention

LINK = "office"
LAST = frozenset({"final", "last"})
AFTER = frozenset({"after", "following", "since", "upon"})
PERSON_AWAY = 6  # tokens of a name that may stand between the noun and "as"


def office_posts(verb: Token, row: RoleVerb, view: Clauses) -> Iterator[Statement]:
    """The post whose office a verb takes up, keeps or gives up: its object, or behind "from"."""
    story = view.story
    for noun in verb.children:
        title = title_of(noun, story)
        if not title or not (noun.dep_ == "obj" or preposition(noun) == "from"):
            continue
        holder, status, owner = view.subject(verb), verb_status(verb, row, story), owner_of(noun, story)
        if holder is not None and status and owner is not None and not denied(verb):
            yield Statement(holder, Post(noun.i, noun.i + 1, Words(noun.i, noun.i + 1), title, owner), noun.i, "role.verb.office", status)


def title_of(noun: Token, story: Story) -> str:
    """The title of who holds an office: "president" for "presidency", "" for other nouns."""
    rows = story.lexicon.table("office_nouns")
    return next((r["title"] for r in rows if r["use"] == "post" and r["word"] == noun.lower_), "")


def owner_of(noun: Token, story: Story) -> Mention | None:
    """Whose office it is: "the presidency of Chad", "Chad's presidency", "the EU presidency"."""
    named = tail(Words(noun.i, noun.i + 1), story, owned=False, near=ANYTHING).owner
    if named is not None:
        return named
    before = next((c for c in noun.children if c.dep_ in ("nmod:poss", "compound", "amod") and owner_at(c, story) is not None), None)
    found = owner_at(before, story) if before is not None else None
    return found if found is not None and found.kind in OWNER_KINDS else None


def noun_posts(phrase: Phrase, link: int, view: Clauses) -> Iterator[Statement]:
    """The post in "her appointment as chair", "the resignation of X as mayor". link: the token of "as" or "to"."""
    doc = view.story.doc
    if link < 1 or doc[link].lower_ not in ("as", "to"):
        return
    noun = next((doc[i] for i in range(link - 1, max(doc[link].sent.start, link - PERSON_AWAY) - 1, -1) if doc[i].pos_ == "NOUN"), None)
    row = next((r for r in view.story.lexicon.table("office_nouns") if noun is not None and r["word"] == noun.lower_), None)
    if noun is None or row is None or row["use"] not in (("end", "give") if doc[link].lower_ == "as" else ("give",)):
        return
    owner = next((c for c in noun.children if c.dep_ == "nmod:poss" or (preposition(c) == "of" and c.i < link)), None)
    holder = view.person(owner)
    status = row["title"] or ("former" if is_done(noun) else "current")
    if holder is not None and (owner is None or noun.i + 1 == link or owner.i > noun.i):
        yield from given(holder, phrase, "role.noun.as", status)


def turn_posts(phrase: Phrase, link: int, view: Clauses) -> Iterator[Statement]:
    """The post in "her first speech as minister", "in his role as chair", "during his time as mayor". link: the token of "as"."""
    doc = view.story.doc
    noun = doc[link - 1] if link > 1 and doc[link].lower_ == "as" else None
    owner = child(noun, "nmod:poss") if noun is not None and noun.pos_ == "NOUN" else None
    if noun is None or owner is None or phrase.posts[0].plural:
        return
    status = turn_status(noun, view.story)
    subject = child(noun.head, "nsubj")  # "In his last game as coach, X lost"
    ahead = subject if subject is not None and subject.i > noun.i and owner.tag_ == "PRP$" else None
    holder = view.person(ahead) or view.person(relative_noun(owner) if owner.lower_ == "whose" else owner)
    if status and holder is not None and not denied(noun):
        yield from given(holder, phrase, "role.noun.as", status)


def turn_status(noun: Token, story: Story) -> str:
    """What a noun for a time in a post, or for one of the things done in it, says of the post; "" where it is no such noun."""
    uses = [r["use"] for r in story.lexicon.table("office_nouns") if r["word"] == noun.lemma_.lower()]
    words = {c.lower_ for c in noun.children}
    verb = next((t for t in (noun, *noun.ancestors) if t.tag_ in ("VBD", "VBZ", "VBP") or child(t, "aux", "cop") is not None), noun)
    over = verb.tag_ == "VBD" or any(c.tag_ == "VBD" for c in children(verb, "aux", "cop"))
    if uses in (["turn"], ["place"]) and noun.dep_ in SUBJECTS:  # "whose term as chair was extended", "ends in May", "ended"
        act, classes = noun.head.lemma_.lower(), story.words.verb_classes
        if act in classes["lengthen"] or (act in classes["lapse"] and not over):
            return "current"
        if act in classes["lapse"]:
            return "former"
    if uses == ["other"] or (uses == ["place"] and noun.dep_ == "obj"):
        return ""  # "won his first term as": the verb says what became of it
    if words & LAST:
        return "former" if over else "current"
    if words & story.words.ordinals.keys():
        return "appointed" if any(c.lower_ == "will" for c in verb.children) else "current"
    if uses == ["turn"]:
        return "former" if over else "current"
    return "current" if uses and uses[0] in ("hold", "place") and preposition(noun) == "in" else ""


def same_post(verb: Token, row: RoleVerb, phrases: tuple[Phrase, ...], view: Clauses) -> Iterator[Statement]:
    """The post told last in a sentence, as "the job" that somebody named behind it has: "chosen as mayor over X, who had held the job"."""
    noun = verb.head if base(verb.dep_) == "acl" and verb.head.pos_ == "NOUN" else None  # "mayor of Leeds, a job X has held"
    if noun is None or not is_place_of_post(noun, view.story):
        noun = child(verb, "obj")
    if noun is None or not is_place_of_post(noun, view.story) or denied(verb):
        return
    told = [p for p in phrases if p.end <= noun.i and p.begin >= noun.sent.start]
    holder, status = view.subject(verb), verb_status(verb, row, view.story)
    if not told or told[-1].posts[-1].plural or holder is None or not status:
        return
    kind = kind_of_title(told[-1].posts[-1].title, view.story)
    unit = next((u for u in view.units if u.person == holder), None) if kind is not None and kind.kind != "job" else None
    if unit is not None and unit.begin > told[-1].end:
        yield from given(holder, replace(told[-1], posts=told[-1].posts[-1:]), "role.verb.office", status)


def is_place_of_post(noun: Token, story: Story) -> bool:
    """Whether a noun means a post without saying which: "the job", "a post"; not "the post of dean", "the top job"."""
    places = {r["word"] for r in story.lexicon.table("office_nouns") if r["use"] == "place"}
    alone = not any(base(c.dep_) in ("amod", "compound", "nmod") for c in noun.children)
    return noun.lower_ in places and alone and any(c.pos_ == "DET" for c in noun.children)


def is_done(noun: Token) -> bool:
    """Whether an event is told as past: "following the resignation", "the resignation shook"; not "called for the resignation"."""
    if preposition(noun) in AFTER or any(c.lower_ in AFTER for c in noun.children):
        return True
    verb = noun.head
    return noun.dep_ == "nsubj" and verb.tag_ == "VBD" and verb.pos_ == "VERB" and not denied(verb)
