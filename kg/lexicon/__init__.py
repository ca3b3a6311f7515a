"""Which words does the program know? The only package that opens ontology/lexicon/ and ontology/frames/.

`load()` reads every table once; the `Lexicon` is passed to whoever needs words, never kept in a global.
"""

from __future__ import annotations

from kg.lexicon.files import LexiconError, Row, read_table
from kg.lexicon.known import KnownEntity
from kg.lexicon.rows import (
    Country,
    Frame,
    FrameNoun,
    FramePhrase,
    FrameVerb,
    Place,
    PostVerb,
    StateBody,
    StatusWord,
    SystemName,
    Title,
    TitleBody,
    TitleModifier,
    word_key,
)
from kg.lexicon.words import Lexicon, load

__all__ = [
    "Country",
    "Frame",
    "FrameNoun",
    "FramePhrase",
    "FrameVerb",
    "KnownEntity",
    "Lexicon",
    "LexiconError",
    "Place",
    "PostVerb",
    "Row",
    "StateBody",
    "StatusWord",
    "SystemName",
    "Title",
    "TitleBody",
    "TitleModifier",
    "load",
    "read_table",
    "word_key",
]
