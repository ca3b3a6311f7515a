"""What are goods without a name called ("155 mm ammunition", "Damen patrol boats"), and which of them are the same?"""

from __future__ import annotations

from functools import lru_cache

from spacy.tokens import Token

from kg.extraction.chains import fold, singular
from kg.extraction.story import Story
from kg.extraction.syntax import noun_phrase
from kg.model import Mention

# Chain numbers from here on are those of goods without a name.
GENERIC = 100_000
# Words that say nothing of what goods are: "such vessels", "its own trains".
BESIDE = frozenset({"new", "own", "such"})
# The unit behind a number that belongs to the name of goods.
CALIBRE = "mm"


def generic_system(noun: Token, story: Story) -> Mention:
    """A mention of goods without a name: the noun with its modifiers, without numbers, articles, owners and nationality."""
    span = noun_phrase(noun)
    start = noun.i
    for t in reversed(list(span[: noun.i - span.start])):
        m = story.mention(t)
        if t.i + 1 < noun.i and t.nbor().lower_ == CALIBRE:
            start = t.i  # "155 mm ammunition"
            continue
        if (
            (t.pos_ in ("NUM", "DET", "PRON") and t.whitespace_)
            or t.ent_type_ in ("GPE", "NORP")
            or (m is not None and not story.lexicon.is_maker(m.text))  # "Damen patrol boats"
            or (t.tag_ in ("JJR", "JJS", "CD", "PRP$", "POS") and t.whitespace_)
        ):
            break
        if t.lower_ in story.words.ordinals or t.lower_ in BESIDE:
            break
        start = t.i
    while start < noun.i and (story.doc[start].is_punct or hangs_on_hyphen(start, story)):
        start += 1
    piece = story.doc[start : noun.i + 1]
    chain = generic_chain(piece.text, story)
    return story.make(piece.start_char, piece.end_char, "System", chain)


def generic_chain(text: str, story: Story) -> int:
    """A chain number of its own for each generic phrase of an article, the same for the same words."""
    words = " ".join(singular(w) for w in fold(text).split())
    first = next((i for i, t in enumerate(story.doc) if (last := folded_singular(t.text)) and words.endswith(last)), 0)
    return GENERIC + first


@lru_cache(maxsize=1 << 14)
def folded_singular(word: str) -> str:
    """A word as phrases of goods are compared by; "" for one that is nothing then."""
    return singular(fold(word)) if fold(word) else ""


def hangs_on_hyphen(index: int, story: Story) -> bool:
    """Whether a word is the end of a hyphened one."""
    before = story.doc[index - 1] if index else None
    return before is not None and before.text in ("-", "‑", "–") and not before.whitespace_
