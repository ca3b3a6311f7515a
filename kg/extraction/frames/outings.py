"""Which movements of goods are no deliveries, as they go on a mission or at a rate ("sent six jets to Estonia for an exercise")?"""

from __future__ import annotations

from kg.extraction.clauses import Clause
from kg.extraction.story import Story
from kg.extraction.syntax import children
from kg.lexicon import FrameVerb

# How far behind a verb or its goods a rate may begin ("deliver two jets a month").
NEAR = 4
ON = frozenset({"for", "on", "into"})
# Behind a time they make it one counted from another ("a year later").
COUNTED = frozenset({"later", "earlier", "after", "before", "ago", "from", "of"})
SERVICE = frozenset({"service", "use"})


def is_no_delivery(clause: Clause, row: FrameVerb, story: Story) -> bool:
    """Whether a verb of delivery or motion only tells of a mission, of service or of a rate."""
    return is_outing(clause, row, story) or is_rate(clause, story) or is_service(clause, row)


def is_outing(clause: Clause, row: FrameVerb, story: Story) -> bool:
    """Whether goods are sent or move somewhere on a mission: "for an exercise", "on bombing runs", "to patrol the airspace"."""
    verb, missions = clause.verb, story.words.verb_classes["outing"]
    if row.status and verb.lemma_.lower() not in story.words.verb_classes["send"]:
        return False
    aims = [c for c in children(verb, "advcl", "xcomp") if c.tag_ == "VB"]
    told = [n for p, n in clause.prepositions if p in ON] + aims + [o for a in aims for o in children(a, "obj")]
    return any(t.lemma_.lower() in missions for t in told)


def is_rate(clause: Clause, story: Story) -> bool:
    """Whether somebody is only said to deliver so many in a time: "At the moment we deliver two jets a month", not "to Chad"."""
    if clause.verb.tag_ not in ("VBP", "VBZ") or clause.indirect is not None or any(p == "to" for p, _ in clause.prepositions):
        return False
    ends = [t for t in (clause.verb, clause.object) if t is not None]
    doc, told = clause.verb.doc, [t.i + k for t in ends for k in range(1, NEAR)]
    often = [i for i in told if doc[i : i + 2].text.lower() in story.words.rates and doc[i + 2 : i + 3].text not in COUNTED]
    return any(doc[i - 1].pos_ != "ADP" for i in often)  # not "sent five jets within a week"


def is_service(clause: Clause, row: FrameVerb) -> bool:
    """Whether goods are only to enter service: "is not expected in squadron service before 2031"."""
    return bool(row.needs) and any(p in ("in", "into") and n.lower_ in SERVICE for p, n in clause.prepositions)
