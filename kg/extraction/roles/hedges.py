"""Does the text doubt what it says of a post ("has reportedly been named chairman", "the alleged leader")?"""

from __future__ import annotations

from dataclasses import replace

from kg.extraction.roles.statements import Statement
from kg.extraction.story import Story

REACH = 6  # tokens before a post in which a word of doubt is about it


def hedged(statement: Statement, story: Story) -> Statement:
    """The statement with the word of doubt that stands before its post in the sentence, unchanged where there is none."""
    words = {row["form"].lower() for row in story.lexicon.table("hedges") if row["kind"] == "doubt"}
    doc, post = story.doc, statement.post
    first = max(doc[statement.token].sent.start, post.begin - (0 if statement.rule.startswith("role.title") else REACH))
    found = next((doc[i].text for i in range(first, post.words.end) if doc[i].lower_ in words), "")
    return replace(statement, hedge=found) if found else statement
