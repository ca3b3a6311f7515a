"""Which arcs of a tree cannot be right? They are set right by what English allows, whatever the parser thought likely."""

from __future__ import annotations

from spacy.tokens import Doc

from kg.language.mending.amount_heads import mend_amount_heads
from kg.language.mending.hyphened import mend_hyphened_verbs
from kg.language.mending.late_verbs import mend_late_verbs
from kg.language.mending.nouns import mend_nouns
from kg.language.mending.phrases import mend_phrases
from kg.language.mending.repeated import mend_repeated_phrases
from kg.language.mending.stray_conjuncts import mend_stray_conjuncts
from kg.language.mending.subjects import mend_subjects

MENDS = (
    mend_amount_heads,
    mend_hyphened_verbs,
    mend_late_verbs,
    mend_nouns,
    mend_phrases,
    mend_subjects,
    mend_stray_conjuncts,
    mend_repeated_phrases,
)


def mend(doc: Doc) -> Doc:
    """Correct the arcs of a Doc whose money is marked, in a fixed order; sentences stay as they are. Returns the same Doc."""
    for step in MENDS:
        step(doc)
    return doc
