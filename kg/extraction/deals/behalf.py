"""For whom does another sign a contract or send goods ("on behalf of Mexico", "X is the contracting activity", "in support of Chad")?"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from kg.extraction.attachments import attached, pooled
from kg.extraction.forces import is_state
from kg.extraction.frames.drafts import Draft
from kg.extraction.parties import parties
from kg.extraction.story import Story
from kg.extraction.syntax import child, children
from kg.model import Mention

BEHALF, ACTIVITY, CONTRACTING = "behalf", "activity", "contracting"


def principals(draft: Draft, story: Story) -> list[Mention]:
    """The state that a contract let to a firm is for, [] where nobody is told to act for one."""
    if draft.buyer or draft.party or not draft.carrier or not draft.seller:
        return []
    heads = [
        n for token in (draft.top, draft.anchor) for p, b in attached(token) if p == "on" and b.lower_ == BEHALF for _, n in attached(b)
    ]
    found = [p for head in [*heads, *letting(draft, story)] for p in parties(head, story) if is_state(p, story)]
    return found[:1]


def find_helped(draft: Draft, story: Story) -> None:
    """Let goods that were sent to no party be for whom they help: "sent missiles to the coast in support of Chad"."""
    sent = draft.kind == "Delivery" and draft.anchor.lemma_.lower() in story.words.verb_classes["send"]
    if not sent or draft.buyer or draft.anchor.pos_ != "VERB":
        return
    aid = [n for p, n in pooled(draft.anchor) if p == "in" and n.lemma_.lower() in story.words.verb_classes["aid"]]
    draft.fill("buyer", [m for n in aid for p, of in attached(n) if p == "of" for m in parties(of, story) if m.kind == "Country"][:1])


def letting(draft: Draft, story: Story) -> Iterator[Token]:
    """Who is called the contracting activity in the paragraph of a deal, as the Pentagon announces its contracts."""
    text = story.article.text
    end = text.find("\n", draft.sentence.start_char)
    for token in story.doc[draft.sentence.start :]:
        if 0 <= end <= token.idx:
            return
        called = token.lower_ == ACTIVITY and any(c.lower_ == CONTRACTING for c in children(token, "amod", "compound"))
        subject = child(token, "nsubj") if called else None
        if subject is not None:
            yield subject
