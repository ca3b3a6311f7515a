"""Is a story in English? Others are skipped, since their words would be misread."""

from __future__ import annotations

from functools import lru_cache

from py3langid.langid import MODEL_FILE, LanguageIdentifier

from kg.reading.layout import furniture_of
from kg.reading.source import Desk

READ = 3_000  # characters of the story that are looked at
SHORTEST = 40  # letters; of fewer nothing is certain, and what metadata say decides
CERTAIN = 0.9  # probability from which the model is believed alone
LIKELY = 0.5  # probability from which it is believed where next to no word is English
ENGLISH_SHARE = 0.14  # words like "the" and "of" in English news: a quarter to a half; in others, as quotations and names, below a tenth
FOREIGN_SHARE = 0.08


@lru_cache(maxsize=1)
def _identifier() -> LanguageIdentifier:
    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


def other_language(text: str, stated: str, desk: Desk) -> str:
    """The code of the language that a story is in, "" for English or where it is in doubt. stated: by metadata, "" for none.

    Both the model and the share of English function words must speak against English: names and figures mislead either alone.
    """
    text = text[:READ]
    words = [w.strip(".,;:!?\"'“”‘’()").casefold() for w in text.split()]
    share = sum(w in furniture_of(desk.lexicon).prose for w in words) / max(len(words), 1)
    if sum(c.isalpha() for c in text) < SHORTEST or share >= ENGLISH_SHARE:
        return ""
    language, certainty = _identifier().classify(text)
    foreign = share < FOREIGN_SHARE
    if language != "en" and (certainty >= CERTAIN or stated == language or (foreign and certainty >= LIKELY)):
        return str(language)
    return stated if stated not in ("", "en") and foreign else ""
