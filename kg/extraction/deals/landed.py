"""When does a sentence only tell where and when the goods of a delivery told just before came ("received its third jet. It landed")?"""

from __future__ import annotations

from kg.extraction.frames.drafts import Draft
from kg.extraction.references import is_definite
from kg.extraction.story import Story
from kg.extraction.syntax import children

# How many tokens, two sentences of usual length, the arrival may stand from the delivery.
NEAR = 60


def told_once(drafts: list[Draft], story: Story) -> list[Draft]:
    """The drafts without arrivals of what another delivery tells, which takes the day of the arrival where it has none."""
    gone: set[int] = set()
    for i, draft in enumerate(drafts):
        before = next(
            (d for d in reversed(drafts[:i]) if d.kind == "Delivery" and d.anchor.i not in gone and is_arrival_of(draft, d)), None
        )
        if before is None:
            continue
        gone.add(draft.anchor.i)
        leaves = draft.anchor.lemma_.lower() in story.words.verb_classes["depart"]
        if not (before.start or before.end or leaves):  # the day on which goods left is not that of their coming
            before.start, before.end = draft.start, draft.end
        for slot in ("buyer", "seller"):
            if not getattr(before, slot) and slot not in before.unknown:
                before.fill(slot, getattr(draft, slot))
    return [d for d in drafts if d.anchor.i not in gone]


def is_arrival_of(draft: Draft, before: Draft) -> bool:
    """Whether goods that come somewhere are those of a delivery told just before: meant by "the" or a pronoun, not counted anew.

    So are those that somebody receives on a day that is not told ("Receiving the jets, the minister said"), wherever they came before.
    """
    near = draft.moves and draft.came and draft.anchor.i - before.anchor.i <= NEAR
    several = any(c.tag_ == "NNS" or c.lower_ in ("they", "them") for c in children(draft.anchor, "nsubj", "obj"))
    near = near or (several and not (draft.moves or draft.start or draft.end or draft.timed))
    near = near and draft.anchor.i > before.anchor.i and draft.anchor.sent != before.anchor.sent
    same = {s.chain for s in draft.systems} & {s.chain for s in before.systems}
    moved = children(draft.anchor, "nsubj", "obj")
    told = [t for t in moved if any(s.start <= t.idx < s.end for s in draft.systems)]  # "Duda welcomed the weapons"
    subject = next(iter(told or children(draft.anchor, "nsubj")), None)
    known = subject is not None and (subject.pos_ == "PRON" or is_definite(subject)) and not children(subject, "amod", "nummod")
    done = draft.status in ("completed", "started") and before.status in ("completed", "started")
    return bool(near and same and known and done)
