"""Where does a sentence of an article play ("In Rome, X said")?"""

from __future__ import annotations

from spacy.tokens import Token

from kg.extraction.story import Story
from kg.model import Mention

PLACING = frozenset({"in", "at"})


def is_scene(mention: Mention, token: Token, story: Story) -> bool:
    """Whether a capital before a comma opens the sentence of a post: "In Rome, Undersecretary X was blunter"."""
    span = story.span(mention)
    front = span.start == token.sent.start + 1 and story.doc[span.start - 1].lower_ in PLACING
    capital = story.lexicon.country_by_capital(mention.text) is not None
    return front and capital and span.end < token.i and story.doc[span.end].text == ","
