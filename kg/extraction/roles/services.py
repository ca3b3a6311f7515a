"""Which service is an officer of by the rank, or a force by its name: air, sea, land, or all of them?"""

from __future__ import annotations

from kg.extraction.story import Story
from kg.lexicon import word_key


def service_of(text: str, use: str, story: Story) -> str:
    """The service that the words of a rank or of a force's name tell, by the longest of them; "" for none."""
    words = f" {word_key(text)} "
    rows = [r for r in story.lexicon.table("services") if r["use"] == use and f" {r['words']} " in words]
    return max(rows, key=lambda r: (len(r["words"].split()), -words.index(f" {r['words']} ")))["service"] if rows else ""
