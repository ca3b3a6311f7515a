"""Which body does a noun phrase behind a title name by its task or its members ("the planning board", "the dockers' union")?"""

from __future__ import annotations

from spacy.tokens import Token

from kg.extraction.roles.bodies import GOVERNING
from kg.extraction.roles.nouns import PROGRAMMES, Noun, noun_at
from kg.extraction.roles.owners import body
from kg.extraction.roles.tasks import PARTS, is_body_of_members, is_office, sits, with_task
from kg.extraction.roles.titles import ANYTHING, NOUNS, Words
from kg.extraction.story import Story
from kg.model import Mention

HEADING = frozenset({"chair", "chairman", "chairwoman", "chairperson", "chief", "director", "head", "lead", "president", "run"})
# Tasks of the committees that the board of a firm or society has.
OWN_TASKS = frozenset({"and", "audit", "compensation", "compliance", "governance", "nomination", "nominations", "remuneration", "risk"})
# Tasks of the departments that a firm has: "the legal department", not "the transport department".
TASKS_OF_FIRMS = frozenset({"branch", "communications", "design", "export", "field", "finance", "head", "human", "legal", "marketing"})
TASKS_OF_FIRMS |= {"media", "personnel", "press", "private", "purchasing", "research", "sales"}
# Adjectives that tell no task, so that many bodies of a kind are called so.
ANYWHERE = frozenset({"central", "general", "joint", "local", "main", "municipal", "national", "new", "own", "regional", "whole"})


def is_programme(noun: Noun, story: Story) -> bool:
    """Whether a phrase names a part of the organization that "at" adds: "director of the Nordic Security programme at Chatham House"."""
    doc, i = story.doc, noun.end
    if i + 1 >= len(doc) or doc[i].lower_ != "at" or story.doc[noun.tokens[-1]].lower_ not in PROGRAMMES:
        return False
    whole = noun_at(i + 1, doc[i].sent.end, story, ANYTHING)
    return whole is not None and whole.name is not None and whole.name.kind == "Organization"


def is_own(noun: Noun, story: Story) -> bool:
    """Whether a phrase names a board or committee that every firm has, so that the text says elsewhere whose: "the audit committee"."""
    words = [story.doc[i].lower_ for i in noun.tokens]
    if story.doc[noun.tokens[0] - 1].tag_ == "POS":  # "the workers' | committee"
        return False
    bare = words == ["board"] or (words[-1] in ("board", "council", "committee") and len(words) > 1)
    return bare and all(w in OWN_TASKS | GOVERNING for w in words[:-1])


def committee(noun: Noun, story: Story) -> Mention | None:
    """The committee that only its task names, with the task behind it: "the finance committee", "the committee on the budget"."""
    doc, last = story.doc, story.doc[noun.tokens[-1]]
    bodies = {row["words"] for row in story.lexicon.table("member_bodies") if row["title"] == "member"}
    if noun.inner is not None or last.lower_ not in bodies or last.lower_ in ("assembly", "council"):
        return None
    noun.end = with_purpose(noun, story)
    if noun.end == noun.tokens[-1] + 1 and len(noun.tokens) < 2:
        return None
    whole = doc[noun.tokens[0] : noun.end]
    return body(whole.start_char, whole.end_char, story)


def members(noun: Noun, story: Story) -> Mention | None:
    """The union or other body that its members name: "the oilseed workers' union"."""
    head = story.doc[noun.tokens[-1]]
    whole = with_task(head, story) if is_body_of_members(head, story) and noun.end == head.i + 1 else None
    return body(whole.start_char, whole.end_char, story) if whole is not None and len(whole) > 1 else None


def office(noun: Noun, words: Words, story: Story) -> Mention | None:
    """The body in small letters that its task names, whose head somebody is: "the national vaccine center", "the city planning board"."""
    doc, last = story.doc, story.doc[noun.tokens[-1]]
    heads = any(doc[i].lemma_.lower() in HEADING for i in range(words.start, words.end))
    if not heads or noun.inner is not None or not last.is_lower or not is_office(last.lower_, story):
        return None
    if len(noun.tokens) == 1 and noun.determined:
        earlier = told_before(last, story)
        if earlier is not None:
            return earlier
    if last.lower_ in PARTS and (len(noun.tokens) < 2 or any(doc[i].lower_ in TASKS_OF_FIRMS for i in noun.tokens)):
        return None
    task = [doc[i] for i in noun.tokens[:-1] if doc[i].is_alpha]
    told = any(t.pos_ in NOUNS or (sits(last.lower_, story) and t.tag_ == "JJ" and t.lower_ not in ANYWHERE) for t in task)
    if not all(t.is_lower and story.mention(t) is None for t in task) or (task and not told):
        return None
    end = with_purpose(noun, story)
    if end == noun.tokens[-1] + 1 and not task:
        return None
    noun.end = end
    return body(doc[noun.tokens[0]].idx, doc[end - 1].idx + len(doc[end - 1]), story)


def told_before(noun: Token, story: Story) -> Mention | None:
    """The body that a bare noun means, by the task that the story told of it before: "the foreign investment council", "the council"."""
    same = (t for t in story.doc[: noun.i] if t.lower_ == noun.lower_ and t.is_lower and story.mention(t) is None)
    wholes = [w for t in same for w in [with_task(t, story)] if len(w) > 1]
    if len({w.text for w in wholes}) != 1:
        return None
    return body(wholes[-1].start_char, wholes[-1].end_char, story)


def with_purpose(noun: Noun, story: Story) -> int:
    """The token behind a noun phrase and the task behind "for" or "on": "the center for rare diseases"."""
    doc, end = story.doc, noun.end
    task = noun_at(end + 1, doc[noun.start].sent.end, story, ANYTHING) if end < len(doc) and doc[end].lower_ in ("on", "for") else None
    return task.end if task is not None else end
