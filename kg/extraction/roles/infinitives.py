"""Who gets a post that an infinitive states ("picked X to serve as chairman", "left the bank to become minister")?"""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Token

from kg.extraction.assertion import denied
from kg.extraction.roles.givers import holder_of
from kg.extraction.roles.tense import verb_status
from kg.extraction.roles.verbs import RoleVerb
from kg.extraction.roles.view import Clauses
from kg.extraction.syntax import base, child, children
from kg.model import Mention

GIVING = frozenset({"as", "bare"})


def put_into(verb: Token, row: RoleVerb, view: Clauses) -> tuple[Mention | None, str] | None:
    """The holder, by the verb above an infinitive, and the status that its tense gives; None for any other verb or infinitive.

    Who is left in a post by another holds it, too: "leaving her deputy, X, as acting mayor".
    """
    if row.holder == "subject" and row.status == "former" and verb.tag_ in ("VBD", "VBG", "VBN") and not row.particle:
        left = view.person(child(verb, "obj"))
        return (left, "current") if left is not None else None
    head = above(verb, view)
    if head is None or row.holder != "subject" or row.status != "current":
        return None
    main, story = view.verb_of(head), view.story
    if main is not None and main.holder == "object" and main.links & GIVING:
        status = verb_status(head, main, story)
        return (holder_of(head, main, view), status) if status not in ("", "former") and not denied(head) else None
    wanted = any(o.lemma_.lower() in story.words.verb_classes["contest"] for o in children(head, "obj"))  # "quit the race to become mayor"
    if head.lemma_.lower() not in story.words.verb_classes["move"] or denied(head) or wanted:
        return None
    return view.subject(head), verb_status(head, replace(row, past=""), story)


def above(verb: Token, view: Clauses) -> Token | None:
    """The verb that an infinitive with "to" completes, also where the parser hung it on a name of that clause ("left Acme to become")."""
    if verb.tag_ != "VB" or base(verb.dep_) not in ("xcomp", "advcl", "acl") or not any(c.lower_ == "to" for c in verb.children):
        return None
    head = verb.head
    while view.story.mention(head) is not None and base(head.dep_) in ("obj", "obl", "nmod"):
        head = head.head
    return head if head.pos_ in ("VERB", "AUX") else None
