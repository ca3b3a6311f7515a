"""Which names only say who reports a story?"""

from __future__ import annotations

from kg.extraction.datelines import DASHES
from kg.extraction.story import Story
from kg.model import Mention


def is_source(mention: Mention, story: Story) -> bool:
    """Whether a name is that of a medium which only tells the news: "The Herald reported", "told the Herald", "OSLO (NTB) -"."""
    if in_dateline(mention, story):
        return True
    head = story.span(mention).root
    media = {row["words"] for row in story.lexicon.table("org_words") if row["kind"] == "media"}
    if head.dep_ == "appos" and head.head.lemma_.lower() in media:
        return True
    if head.dep_ == "nsubj":
        return head.head.lemma_.lower() == "report" and not any(c.dep_ == "obj" for c in head.head.children)
    return head.dep_ in ("obj", "iobj") and head.head.lemma_.lower() == "tell"


def in_dateline(mention: Mention, story: Story) -> bool:
    """Whether a name is that of the agency in a dateline: "OSLO (NTB) - "."""
    doc, span = story.doc, story.span(mention)
    if span.start == 0 or span.end + 1 >= len(doc):
        return False
    return doc[span.start - 1].text == "(" and doc[span.end].text == ")" and doc[span.end + 1].text in DASHES
